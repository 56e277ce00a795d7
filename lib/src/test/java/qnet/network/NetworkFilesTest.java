package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qnet.data.KitData;
import qnet.data.Schema;

/** What is wrong in a file of one's own is named with file and line. */
class NetworkFilesTest {
  @TempDir Path folder;

  private Path write(Schema schema, String... rows) {
    try {
      return Files.writeString(
          folder.resolve(schema.name() + ".csv"),
          String.join(",", schema.header())
              + "\n"
              + List.of(rows).stream().map(row -> row + "\n").collect(Collectors.joining()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String node(String id, String role) {
    return "mine," + id + "," + id + ",,1,2," + role + ",published,city,,me,text";
  }

  private static String link(String id, String a, String b, String lengthKm) {
    return "mine," + id + "," + a + "," + b + ",fibre," + lengthKm + ",,,,published,,me,text";
  }

  private Network read(List<String> nodes, List<String> links) {
    return Network.read(
        write(KitData.NETWORKS_NODES, nodes.toArray(String[]::new)),
        write(KitData.NETWORKS_LINKS, links.toArray(String[]::new)));
  }

  private void refuses(String message, List<String> nodes, List<String> links) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> read(nodes, links));
    assertEquals(message, thrown.getMessage().replace(folder + "/", ""));
  }

  @Test
  void aGoodFileIsRead() {
    var nodes = List.of(node("a", "user"), node("b", "trusted node"));
    var network = read(nodes, List.of(link("l", "a", "b", "20")));
    assertEquals(4, network.edges().get(0).link().lossDb(), 1e-12);
    assertEquals(Node.Role.USER, network.node("a").role());
  }

  @Test
  void badFilesAreRefusedWithTheirLine() {
    var two = List.of(node("a", "user"), node("b", "user"));
    refuses(
        "networks-links.csv, line 3, column node_b: must be a node_id of networks-nodes.csv, was"
            + " \"c\"",
        two,
        List.of(link("l", "a", "b", ""), link("m", "a", "c", "")));
    refuses(
        "networks-links.csv, line 2, column node_b: must differ from node_a, was \"a\"",
        two,
        List.of(link("l", "a", "a", "")));
    refuses(
        "networks-links.csv, line 3, column link_id: must be new, was \"l\"",
        two,
        List.of(link("l", "a", "b", ""), link("l", "b", "a", "")));
    refuses(
        "networks-nodes.csv, line 3, column node_id: must be new, was \"a\"",
        List.of(node("a", "user"), node("a", "user")),
        List.of());
    refuses(
        "networks-links.csv, line 2, column length_km: must be from 0.0 to Infinity, was \"-5\"",
        two,
        List.of(link("l", "a", "b", "-5")));
    refuses(
        "networks-nodes.csv, line 2, column node_id: is a satellite with no station, was \"s\"",
        List.of(node("s", "satellite"), node("t", "satellite")),
        List.of(link("l", "s", "t", "")));
  }
}
