package qnet.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import qnet.channel.Fiber;
import qnet.qkd.QkdProtocol;
import qnet.run.Require;

/**
 * A network of nodes and links that make key.
 *
 * <p>Key travels from node to node: each link makes key of its own, and a node passes a secret on
 * by encrypting it with the key of the next link as a one-time pad. Every trusted node on the way
 * therefore holds the secret in the clear; {@link #exposedPairs} and {@link #cut} say what that
 * means.
 *
 * <p>References: M. Peev et al., New J. Phys. 11, 075001 (2009), doi:10.1088/1367-2630/11/7/075001;
 * L. Salvail et al., J. Comput. Secur. 18, 61 (2010), arXiv:0904.4072, for routes without a common
 * node.
 *
 * @param nodes the nodes, no id twice
 * @param edges the links, no id twice, between nodes of the network
 */
public record Network(List<Node> nodes, List<Edge> edges) {
  /**
   * Checks the network.
   *
   * @param nodes as above
   * @param edges as above
   * @throws IllegalArgumentException if an id appears twice or a link leads to an unknown node
   */
  public Network {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    Set<String> known = distinct("node", nodes, Node::id);
    distinct("link", edges, Edge::id);
    for (Edge edge : edges) {
      for (String end : List.of(edge.a(), edge.b())) {
        if (!known.contains(end)) {
          throw new IllegalArgumentException(
              "link " + edge.id() + " must end at a node of the network, was \"" + end + "\"");
        }
      }
    }
  }

  private static <T> Set<String> distinct(String what, List<T> all, Function<T, String> id) {
    var ids = new HashSet<String>();
    for (T each : all) {
      if (!ids.add(id.apply(each))) {
        throw new IllegalArgumentException(
            what + " ids must differ, was \"" + id.apply(each) + "\" twice");
      }
    }
    return ids;
  }

  /**
   * All networks of data/networks-nodes.csv and networks-links.csv.
   *
   * @return the network
   */
  public static Network deployed() {
    return NetworkData.deployed(name -> true);
  }

  /**
   * Networks that were built.
   *
   * @param names their names, as in {@link #deployedNames()}
   * @return their links, and the nodes at the ends, also those of other networks
   * @throws IllegalArgumentException if there is no network of a name
   */
  public static Network deployed(String... names) {
    var wanted = List.of(names);
    var known = deployedNames();
    for (String name : wanted) {
      Require.oneOf("name", name, known);
    }
    return NetworkData.deployed(wanted::contains);
  }

  /**
   * The names of the networks that were built.
   *
   * @return the names in the order of the file
   */
  public static List<String> deployedNames() {
    return NetworkData.names();
  }

  /**
   * A network of your own, from two files that look like data/networks-nodes.csv and
   * data/networks-links.csv.
   *
   * @param nodes the file of the nodes
   * @param links the file of the links
   * @return the network
   * @throws IllegalArgumentException if a file does not agree with its schema, a link leads to an
   *     unknown node or to where it begins, an id appears twice, or a satellite has no station; the
   *     message names file and line
   */
  public static Network read(Path nodes, Path links) {
    return NetworkData.read(nodes, links);
  }

  /**
   * Trusted nodes in a row, n1, n2 …, with equal lengths of standard fibre between them.
   *
   * @param nodes how many, at least 2
   * @param spanKm the fibre between neighbours, ≥ 0
   * @return the network
   */
  public static Network chain(int nodes, double spanKm) {
    Require.atLeast("nodes", nodes, 2);
    return inOrder(nodes, spanKm, nodes - 1);
  }

  /**
   * Trusted nodes in a ring, n1, n2 …, with equal lengths of standard fibre between them.
   *
   * @param nodes how many, at least 3
   * @param spanKm the fibre between neighbours, ≥ 0
   * @return the network
   */
  public static Network ring(int nodes, double spanKm) {
    Require.atLeast("nodes", nodes, 3);
    return inOrder(nodes, spanKm, nodes);
  }

  private static Network inOrder(int nodes, double spanKm, int spans) {
    var fiber = Fiber.standard().withLengthKm(spanKm);
    return new Network(
        IntStream.rangeClosed(1, nodes).mapToObj(i -> Node.of("n" + i)).toList(),
        IntStream.rangeClosed(1, spans)
            .mapToObj(i -> Edge.of("n" + i, "n" + (i % nodes + 1), fiber))
            .toList());
  }

  /**
   * A node.
   *
   * @param id its id
   * @return the node
   * @throws IllegalArgumentException if there is none
   */
  public Node node(String id) {
    return nodes.stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("id must be that of a node, was \"" + id + "\""));
  }

  /**
   * This network with one more link.
   *
   * @param edge the link, between nodes of the network
   * @return the larger network
   */
  public Network withEdge(Edge edge) {
    var all = new ArrayList<>(edges);
    all.add(edge);
    return new Network(nodes, all);
  }

  /**
   * This network with one more node.
   *
   * @param node the node
   * @return the larger network
   */
  public Network withNode(Node node) {
    var all = new ArrayList<>(nodes);
    all.add(node);
    return new Network(all, edges);
  }

  /**
   * This network after failures.
   *
   * @param ids the nodes and links that have failed; a node takes its links with it
   * @return what is left
   * @throws IllegalArgumentException if an id is neither a node nor a link
   */
  public Network without(String... ids) {
    var failed = new HashSet<>(Arrays.asList(ids));
    var unknown = new HashSet<>(failed);
    nodes.forEach(node -> unknown.remove(node.id()));
    edges.forEach(edge -> unknown.remove(edge.id()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("ids must be those of nodes or links, were " + unknown);
    }
    return new Network(
        nodes.stream().filter(node -> !failed.contains(node.id())).toList(),
        edges.stream()
            .filter(
                edge ->
                    !failed.contains(edge.id())
                        && !failed.contains(edge.a())
                        && !failed.contains(edge.b()))
            .toList());
  }

  /**
   * This network with the key rates of a protocol on the links whose rate is not known.
   *
   * <p>Published rates stay, and so do links of which neither rate nor loss is known.
   *
   * @param protocol the protocol that runs on them
   * @return the network with key rates
   */
  public Network withKeyRates(QkdProtocol protocol) {
    return mapped(edge -> Double.isNaN(edge.bitsPerSecond()), edge -> edge.withKeyRate(protocol));
  }

  /**
   * This network with one key rate on every link.
   *
   * @param bitsPerSecond secret key per second, ≥ 0, or NaN
   * @return the network with that rate
   */
  public Network withBitsPerSecond(double bitsPerSecond) {
    return mapped(edge -> true, edge -> edge.withBitsPerSecond(bitsPerSecond));
  }

  /**
   * The part of this network that lies in a window of the map.
   *
   * @param southDeg least latitude
   * @param westDeg least longitude
   * @param northDeg greatest latitude
   * @param eastDeg greatest longitude
   * @return the nodes with a place in the window, and the links between them
   */
  public Network within(double southDeg, double westDeg, double northDeg, double eastDeg) {
    return without(
        nodes.stream()
            .filter(
                node ->
                    !(node.latitudeDeg() >= southDeg
                        && node.latitudeDeg() <= northDeg
                        && node.longitudeDeg() >= westDeg
                        && node.longitudeDeg() <= eastDeg))
            .map(Node::id)
            .toArray(String[]::new));
  }

  private Network mapped(Predicate<Edge> which, Function<Edge, Edge> change) {
    return new Network(
        nodes, edges.stream().map(edge -> which.test(edge) ? change.apply(edge) : edge).toList());
  }

  /**
   * The best route between two nodes.
   *
   * @param from the id of one end
   * @param to the id of the other end
   * @param metric what "best" means
   * @return the route, or one that says why there is none
   * @throws IllegalArgumentException if an end is unknown, or the ends are the same
   */
  public Route route(String from, String to, RouteMetric metric) {
    return new Router(this, metric).route(from, to);
  }

  /**
   * Routes between two nodes that have no node in common but the ends, with the fewest links in
   * all.
   *
   * @param from the id of one end
   * @param to the id of the other end
   * @param most how many at most, at least 1
   * @return as many as there are, none if the ends are not connected
   * @throws IllegalArgumentException if an end is unknown, or the ends are the same
   */
  public RouteSet disjointRoutes(String from, String to, int most) {
    return DisjointRoutes.find(this, from, to, most);
  }

  /**
   * The fewest nodes that an attacker must take to read every key between two nodes, whichever
   * routes it takes.
   *
   * @param from the id of one end
   * @param to the id of the other end
   * @return the nodes, or why no number of them suffices
   * @throws IllegalArgumentException if an end is unknown, or the ends are the same
   */
  public Cut cut(String from, String to) {
    return Cut.between(this, from, to);
  }

  /**
   * The pairs of nodes of which every route leads through a node that was taken. The taken nodes
   * themselves are not counted among them.
   *
   * @param taken the ids of the nodes that an attacker holds
   * @return the pairs in the order of the nodes
   * @throws IllegalArgumentException if a node is unknown
   */
  public List<Pair> exposedPairs(String... taken) {
    return Exposure.pairs(this, taken);
  }

  /**
   * The widest routes between all pairs of nodes at once, and the bottlenecks.
   *
   * @return the answers to every pair
   */
  public WidestPaths widestPaths() {
    return WidestPaths.of(this);
  }
}
