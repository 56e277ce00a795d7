package qnet.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jgrapht.Graph;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.WeightedMultigraph;
import qnet.network.Demand;
import qnet.network.Edge;
import qnet.network.KeyRelay;
import qnet.network.Network;
import qnet.network.Node;
import qnet.network.Planner;
import qnet.network.WidestPaths;
import qnet.qkd.DecoyBb84;

/**
 * Widest routes in random networks with three links a node, beside Dijkstra's algorithm of JGraphT
 * in the same JVM; a day of relayed keys; a plan for fifty cities.
 *
 * <p>JGraphT adds up weights, so its Dijkstra minimises the sum of 1/R on the whole graph. That the
 * answers are right is checked against the smallest rate on the way in its maximum spanning tree.
 */
final class NetworkWorkloads {
  private static final int QUERIES = 10_000;
  private static final int PEER_STEPS = 20_000;
  private static final double OFFSET = 1e6;

  private final Map<Integer, Sides> bySize = new HashMap<>();
  private final Network backbone =
      Network.deployed("Beijing-Shanghai backbone 2017").withKeyRates(DecoyBb84.standard());
  private final List<Node> cities = new ArrayList<>();
  private final List<Demand> demands = new ArrayList<>();

  NetworkWorkloads() {
    var random = new SplittableRandom(11);
    for (int i = 0; i < 50; i++) {
      cities.add(Node.at("c" + i, 40 + 10 * random.nextDouble(), 20 * random.nextDouble()));
      for (int j = 0; j < i; j++) {
        demands.add(new Demand("c" + j, "c" + i, 100));
      }
    }
  }

  /** Both sides of one network. */
  private record Sides(
      WidestPaths kit, DijkstraShortestPath<String, DefaultWeightedEdge> peer, String[] ends) {}

  void addTo(Workloads workloads) {
    for (int nodes : new int[] {1_000, 10_000, 100_000}) {
      String name = "widest path, " + nodes + " nodes";
      workloads.add(name, QUERIES, () -> kitQueries(nodes));
      workloads.add(name + ", JGraphT", peerQueries(nodes), () -> peer(nodes));
    }
    workloads.add("day of relayed keys", 1, this::relayDay);
    workloads.add("plan for fifty cities", 1, this::fiftyCities);
  }

  double kitQueries(int nodes) {
    Sides sides = sides(nodes);
    double sum = 0;
    for (int i = 0; i < QUERIES; i++) {
      String from = sides.ends[i % (sides.ends.length / 2)];
      sum += sides.kit.bitsPerSecond(from, sides.ends[sides.ends.length / 2 + i % 499]);
    }
    return sum;
  }

  private static int peerQueries(int nodes) {
    return Math.max(2, PEER_STEPS / nodes);
  }

  double peer(int nodes) {
    Sides sides = sides(nodes);
    double sum = 0;
    for (int i = 0; i < peerQueries(nodes); i++) {
      sum += sides.peer.getPathWeight(sides.ends[i], sides.ends[sides.ends.length - 1 - i]);
    }
    return sum;
  }

  /** Ten keys of 256 bits a second from Beijing to Shanghai, over 31 links. */
  double relayDay() {
    var demand = List.of(new Demand("bsb-beijing", "bsb-shanghai", 2560));
    var report = KeyRelay.over(backbone).simulate(demand, 24, new SplittableRandom(1));
    return report.demands().get(0).bitsPerSecond();
  }

  double fiftyCities() {
    return Planner.standard().network(cities, demands).cost().highUsd();
  }

  private Sides sides(int nodes) {
    return bySize.computeIfAbsent(nodes, NetworkWorkloads::build);
  }

  private static Sides build(int count) {
    var random = new SplittableRandom(42);
    var nodes = new ArrayList<Node>();
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < count; i++) {
      nodes.add(Node.of("v" + i));
      if (i > 0) {
        edges.add(edge(edges.size(), i, random.nextInt(i), random));
      }
    }
    for (int i = 0; i < 2 * count; i++) {
      int a = random.nextInt(count);
      edges.add(edge(edges.size(), a, (a + 1 + random.nextInt(count - 1)) % count, random));
    }
    String[] ends = new String[1000];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = "v" + (i < 500 ? random.nextInt(count / 2) : count / 2 + random.nextInt(count / 2));
    }
    var kit = new Network(nodes, edges).widestPaths();
    checkEqual(kit, nodes, edges, ends);
    return new Sides(kit, new DijkstraShortestPath<>(graph(nodes, edges, false)), ends);
  }

  private static Edge edge(int id, int a, int b, SplittableRandom random) {
    return Edge.ofKeyRate("v" + a, "v" + b, 1000 * (1 - random.nextDouble())).withId("e" + id);
  }

  private static Graph<String, DefaultWeightedEdge> graph(
      List<Node> nodes, List<Edge> edges, boolean forTree) {
    var graph = new WeightedMultigraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    nodes.forEach(node -> graph.addVertex(node.id()));
    for (Edge edge : edges) {
      graph.setEdgeWeight(
          graph.addEdge(edge.a(), edge.b()),
          forTree ? OFFSET - edge.bitsPerSecond() : 1 / edge.bitsPerSecond());
    }
    return graph;
  }

  private static void checkEqual(
      WidestPaths kit, List<Node> nodes, List<Edge> edges, String[] ends) {
    var all = graph(nodes, edges, true);
    var tree = new WeightedMultigraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    nodes.forEach(node -> tree.addVertex(node.id()));
    for (var kept : new KruskalMinimumSpanningTree<>(all).getSpanningTree()) {
      var copy = tree.addEdge(all.getEdgeSource(kept), all.getEdgeTarget(kept));
      tree.setEdgeWeight(copy, all.getEdgeWeight(kept));
    }
    var routes = new DijkstraShortestPath<>(tree);
    for (int i = 0; i < 5; i++) {
      double rate =
          routes.getPath(ends[i], ends[500 + i]).getEdgeList().stream()
              .mapToDouble(edge -> OFFSET - tree.getEdgeWeight(edge))
              .min()
              .orElseThrow();
      if (Math.abs(rate - kit.bitsPerSecond(ends[i], ends[500 + i])) > 1e-6) {
        throw new IllegalStateException("the kit and JGraphT differ at " + ends[i]);
      }
    }
  }
}
