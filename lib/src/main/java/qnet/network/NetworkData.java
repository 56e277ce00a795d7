package qnet.network;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.data.Csv;
import qnet.data.DataRow;
import qnet.data.KitData;

/** Makes networks of the rows of data files; what is wrong is named with file and line. */
final class NetworkData {
  private NetworkData() {}

  static Network deployed(Predicate<String> wanted) {
    var links =
        KitData.rows(KitData.NETWORKS_LINKS).stream()
            .filter(row -> wanted.test(row.text("network")))
            .toList();
    var ends = new HashSet<String>();
    links.forEach(row -> ends.addAll(List.of(row.text("node_a"), row.text("node_b"))));
    var nodes =
        KitData.rows(KitData.NETWORKS_NODES).stream()
            .filter(row -> wanted.test(row.text("network")) || ends.contains(row.text("node_id")))
            .toList();
    return network("data/networks-nodes.csv", nodes, "data/networks-links.csv", links);
  }

  static List<String> names() {
    return KitData.rows(KitData.NETWORKS_NODES).stream()
        .map(row -> row.text("network"))
        .distinct()
        .toList();
  }

  static Network read(Path nodes, Path links) {
    return network(
        nodes.toString(),
        Csv.read(nodes, KitData.NETWORKS_NODES),
        links.toString(),
        Csv.read(links, KitData.NETWORKS_LINKS));
  }

  private static Network network(
      String nodeFile, List<DataRow> nodeRows, String linkFile, List<DataRow> linkRows) {
    var lines = new HashMap<String, DataRow>();
    for (DataRow row : nodeRows) {
      var before = lines.put(row.text("node_id"), row);
      refuseIf(before != null, nodeFile, row, "node_id", "must be new", "node_id");
    }
    var linked = new HashSet<String>();
    var ids = new HashSet<String>();
    for (DataRow row : linkRows) {
      refuseIf(!ids.add(row.text("link_id")), linkFile, row, "link_id", "must be new", "link_id");
      for (String end : List.of("node_a", "node_b")) {
        boolean unknown = !lines.containsKey(row.text(end));
        refuseIf(unknown, linkFile, row, end, "must be a node_id of " + nodeFile, end);
        linked.add(row.text(end));
      }
      boolean loop = row.text("node_a").equals(row.text("node_b"));
      refuseIf(loop, linkFile, row, "node_b", "must differ from node_a", "node_b");
    }
    for (DataRow row : nodeRows) {
      boolean lonely =
          role(row) == Node.Role.SATELLITE && !hasStation(row.text("node_id"), linkRows, lines);
      refuseIf(lonely, nodeFile, row, "node_id", "is a satellite with no station", "node_id");
    }
    return new Network(
        nodeRows.stream().map(NetworkData::node).toList(),
        linkRows.stream().map(NetworkData::edge).toList());
  }

  private static boolean hasStation(
      String satellite, List<DataRow> links, Map<String, DataRow> nodes) {
    return links.stream()
        .filter(row -> List.of(row.text("node_a"), row.text("node_b")).contains(satellite))
        .map(row -> row.text("node_a").equals(satellite) ? row.text("node_b") : row.text("node_a"))
        .anyMatch(end -> role(nodes.get(end)) != Node.Role.SATELLITE);
  }

  private static void refuseIf(
      boolean wrong, String file, DataRow row, String column, String why, String shown) {
    if (wrong) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + row.lineNumber()
              + ", column "
              + column
              + ": "
              + why
              + ", was \""
              + row.text(shown)
              + "\"");
    }
  }

  private static Node node(DataRow row) {
    return new Node(
        row.text("node_id"),
        row.text("node_name"),
        row.number("latitude_deg"),
        row.number("longitude_deg"),
        role(row),
        isAssumed(row));
  }

  private static Node.Role role(DataRow row) {
    return Node.Role.valueOf(row.text("role").toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static boolean isAssumed(DataRow row) {
    return row.text("status").equals("assumed");
  }

  private static Edge edge(DataRow row) {
    return new Edge(
        row.text("link_id"),
        row.text("node_a"),
        row.text("node_b"),
        link(row),
        row.number("length_km"),
        row.number("rate_bps"),
        isAssumed(row));
  }

  /** A fibre of the printed length and loss; of standard loss if only its length is printed. */
  private static Link link(DataRow row) {
    double lossDb = row.number("loss_db");
    double lengthKm = row.number("length_km");
    boolean isFiber = row.text("medium").equals("fibre") && lengthKm > 0;
    if (isFiber) {
      var fiber = Fiber.standard().withLengthKm(lengthKm);
      return row.has("loss_db") ? fiber.withLossDbPerKm(lossDb / lengthKm) : fiber;
    }
    return row.has("loss_db") ? Link.ofLossDb(lossDb) : Edge.UNKNOWN;
  }
}
