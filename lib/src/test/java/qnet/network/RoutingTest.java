package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.WeightedMultigraph;
import org.junit.jupiter.api.Test;
import qnet.qkd.DecoyBb84;
import qnet.state.Werner;

class RoutingTest {
  private static final int GRAPHS = 1000;
  private static final RouteMetric LOSSY = (cost, edge, next) -> 2 * cost + edge.lengthKm();
  private static final Map<String, RouteMetric> METRICS =
      Map.of(
          "most key",
          RouteMetric.mostKey(),
          "shortest",
          RouteMetric.shortest(),
          "fewest trusted nodes",
          RouteMetric.fewestTrustedNodes(),
          "fewest links",
          RouteMetric.fewestLinks(),
          "most entanglement",
          RouteMetric.mostEntanglement(RoutingTest::pair),
          "of one's own",
          LOSSY);

  /** Short links make good pairs; the longest make none that is worth anything. */
  private static Werner pair(Edge edge) {
    return Werner.ofVisibility(1 - edge.lengthKm() / 9);
  }

  @Test
  void entanglementIsLostAtEverySwap() {
    var diamond =
        new Network(
            List.of(Node.of("a"), Node.of("b"), Node.of("c"), Node.of("d")),
            List.of(
                Edge.ofKeyRate("a", "d", 1).withLengthKm(6),
                Edge.ofKeyRate("a", "b", 1).withLengthKm(1),
                Edge.ofKeyRate("b", "d", 1).withLengthKm(2),
                Edge.ofKeyRate("a", "c", 1).withLengthKm(9)));
    var route = diamond.route("a", "d", RouteMetric.mostEntanglement(RoutingTest::pair));
    assertEquals(List.of("b"), route.trustedNodes());
    double visibility = 8.0 / 9 * 7 / 9;
    assertEquals(visibility, route.swapped(RoutingTest::pair).visibility(), 1e-12);
    assertEquals((1 + 3 * visibility) / 4, route.swapped(RoutingTest::pair).fidelity(), 1e-12);
    var useless = diamond.route("a", "c", RouteMetric.mostEntanglement(RoutingTest::pair));
    assertFalse(useless.exists());
    assertThrows(IllegalArgumentException.class, () -> useless.swapped(RoutingTest::pair));
  }

  @Test
  void routesEqualABruteForceSearchOnRandomNetworks() {
    var random = new SplittableRandom(1);
    int found = 0;
    for (int g = 0; g < GRAPHS; g++) {
      var network = RandomNetworks.small(random);
      var all = RandomNetworks.allRoutes(network, "v0", "v1");
      for (var metric : METRICS.values()) {
        double best =
            all.stream().mapToDouble(r -> RandomNetworks.cost(r, metric)).min().orElse(1 / 0.0);
        var route = network.route("v0", "v1", metric);
        assertEquals(best < 1 / 0.0, route.exists(), network::toString);
        if (route.exists()) {
          assertEquals(best, RandomNetworks.cost(route, metric), 1e-12, network::toString);
          assertTrue(all.contains(route), network::toString);
          found++;
        }
      }
      assertEquals(
          all.stream().mapToDouble(RoutingTest::rate).max().orElse(0),
          network.widestPaths().bitsPerSecond("v0", "v1"),
          network::toString);
    }
    assertTrue(found > GRAPHS);
  }

  private static double rate(Route route) {
    double rate = route.bitsPerSecond();
    return Double.isNaN(rate) ? 0 : rate;
  }

  @Test
  void disjointRoutesEqualABruteForceSearch() {
    var random = new SplittableRandom(2);
    int twice = 0;
    for (int g = 0; g < GRAPHS; g++) {
      var network = RandomNetworks.small(random);
      var all = RandomNetworks.allRoutes(network, "v0", "v1");
      for (int most = 1; most <= 3; most++) {
        int[] best = best(all, most);
        var routes = network.disjointRoutes("v0", "v1", most).routes();
        assertEquals(best[0], routes.size(), network::toString);
        assertEquals(
            best[1], routes.stream().mapToInt(r -> r.edges().size()).sum(), network::toString);
        assertTrue(disjoint(routes), network::toString);
        twice += routes.size() == 2 ? 1 : 0;
      }
    }
    assertTrue(twice > 100);
  }

  /** The most routes without a common node up to a number, and the fewest links in all of them. */
  private static int[] best(List<Route> all, int most) {
    var shortest = // of routes over the same nodes one
        all.stream()
            .collect(Collectors.toMap(r -> ids(r), r -> r.edges().size(), Math::min))
            .entrySet()
            .stream()
            .toList();
    int[] best = new int[2];
    choose(shortest, 0, most, new HashSet<>(), new int[2], best);
    return best;
  }

  private static List<String> ids(Route route) {
    return route.nodes().stream().map(Node::id).toList();
  }

  private static void choose(
      List<Map.Entry<List<String>, Integer>> routes,
      int from,
      int most,
      Set<String> used,
      int[] chosen,
      int[] best) {
    if (chosen[0] > best[0] || chosen[0] == best[0] && chosen[1] < best[1]) {
      best[0] = chosen[0];
      best[1] = chosen[1];
    }
    for (int i = from; i < routes.size() && chosen[0] < most; i++) {
      var inner = routes.get(i).getKey().subList(1, routes.get(i).getKey().size() - 1);
      if (inner.stream().noneMatch(used::contains)) {
        used.addAll(inner);
        int links = routes.get(i).getValue();
        choose(routes, i + 1, most, used, new int[] {chosen[0] + 1, chosen[1] + links}, best);
        inner.forEach(used::remove);
      }
    }
  }

  private static boolean disjoint(List<Route> routes) {
    var seen = new HashSet<String>();
    return routes.stream()
        .flatMap(r -> ids(r).subList(1, r.nodes().size() - 1).stream())
        .allMatch(seen::add);
  }

  @Test
  void disjointRoutesTakeTheBetterOfParallelLinksAndTheWorstRouteCounts() {
    var network =
        new Network(
            List.of(Node.of("a"), Node.of("b"), Node.of("c")),
            List.of(
                Edge.ofKeyRate("a", "b", 2).withId("slow"),
                Edge.ofKeyRate("b", "a", 7).withId("fast"),
                Edge.ofKeyRate("a", "b", 3).withId("third"),
                Edge.ofKeyRate("a", "c", 5),
                Edge.ofKeyRate("c", "b", 4)));
    var routes = network.disjointRoutes("a", "b", 3);
    assertEquals(List.of("fast"), routes.routes().get(0).edges().stream().map(Edge::id).toList());
    assertEquals(4, routes.sharedBitsPerSecond());
    assertEquals(11, routes.totalBitsPerSecond());
  }

  @Test
  void jgraphtAgreesOnLargeNetworks() {
    var random = new SplittableRandom(3);
    var network = RandomNetworks.large(2000, random);
    var byLength = graph(network, false);
    var tree = graph(network, true);
    var kept = new KruskalMinimumSpanningTree<>(tree).getSpanningTree().getEdges();
    tree.removeAllEdges(tree.edgeSet().stream().filter(e -> !kept.contains(e)).toList());
    var widest = network.widestPaths();
    var inTree = new DijkstraShortestPath<>(tree);
    for (int i = 0; i < 20; i++) {
      String from = "v" + random.nextInt(1000);
      String to = "v" + (1000 + random.nextInt(1000));
      assertEquals(
          new DijkstraShortestPath<>(byLength).getPathWeight(from, to),
          network.route(from, to, RouteMetric.shortest()).lengthKm(),
          1e-9);
      double rate =
          inTree.getPath(from, to).getEdgeList().stream()
              .mapToDouble(e -> OFFSET - tree.getEdgeWeight(e))
              .min()
              .orElseThrow();
      assertEquals(rate, widest.bitsPerSecond(from, to), 1e-9);
      assertEquals(
          widest.bitsPerSecond(from, to),
          network.route(from, to, RouteMetric.mostKey()).bitsPerSecond());
    }
  }

  private static final double OFFSET = 1e4;

  private static WeightedMultigraph<String, DefaultWeightedEdge> graph(
      Network network, boolean byRate) {
    var graph = new WeightedMultigraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    network.nodes().forEach(node -> graph.addVertex(node.id()));
    for (Edge edge : network.edges()) {
      graph.setEdgeWeight(
          graph.addEdge(edge.a(), edge.b()),
          byRate ? OFFSET - edge.bitsPerSecond() : edge.lengthKm());
    }
    return graph;
  }

  @Test
  void theRateOfARouteIsThatOfItsWeakestSpan() {
    var chain = Network.chain(4, 10).withKeyRates(DecoyBb84.standard());
    var weak = new java.util.ArrayList<>(chain.edges());
    weak.set(1, weak.get(1).withBitsPerSecond(5));
    var route = new Network(chain.nodes(), weak).route("n1", "n4", RouteMetric.mostKey());
    assertEquals(5, route.bitsPerSecond());
    assertEquals("n2--n3", route.weakest().id());
    assertEquals(30, route.lengthKm(), 1e-12);
    assertEquals(List.of("n2", "n3"), route.trustedNodes());
  }

  @Test
  void bottlenecksCountThePairsTheyLimit() {
    var network =
        new Network(
            List.of(Node.of("a"), Node.of("b"), Node.of("c"), Node.of("d")),
            List.of(
                Edge.ofKeyRate("a", "b", 9),
                Edge.ofKeyRate("c", "d", 8),
                Edge.ofKeyRate("b", "c", 2),
                Edge.ofKeyRate("a", "d", 1)));
    var bottlenecks = network.widestPaths().bottlenecks();
    assertEquals(new Bottleneck("b--c", "b", "c", 2, 4), bottlenecks.get(0));
    assertEquals(List.of(4L, 1L, 1L), bottlenecks.stream().map(Bottleneck::pairs).toList());
    assertEquals(0, network.without("b--c", "a--d").widestPaths().bitsPerSecond("a", "d"));
  }

  @Test
  void noRouteIsAValueWithAReason() {
    var network = Network.chain(4, 10);
    var unknown = network.route("n1", "n4", RouteMetric.mostKey());
    assertFalse(unknown.exists());
    assertEquals(
        "the metric forbids every way: a number it needs is not known, or a link makes no key",
        unknown.reason());
    var broken = network.without("n2").route("n1", "n4", RouteMetric.shortest());
    assertEquals("no chain of relaying nodes connects the two", broken.reason());
    assertEquals(0, broken.bitsPerSecond());
    assertTrue(Double.isNaN(broken.lengthKm()));
    assertEquals(List.of(), broken.trustedNodes());
    assertEquals(0, network.without("n2").disjointRoutes("n1", "n4", 2).sharedBitsPerSecond());
    var refusal = assertThrows(IllegalArgumentException.class, broken::weakest);
    assertEquals(
        "a weakest link needs a route: no chain of relaying nodes connects the two",
        refusal.getMessage());
  }

  @Test
  void badQuestionsAreRefused() {
    var network = Network.chain(3, 10).withBitsPerSecond(1);
    var shortest = RouteMetric.shortest();
    for (Runnable bad :
        List.<Runnable>of(
            () -> network.route("n1", "n1", shortest),
            () -> network.route("x", "n1", shortest),
            () -> network.route("n1", "x", shortest),
            () -> network.disjointRoutes("n1", "n3", 0),
            () -> network.cut("n1", "n1"),
            () -> network.exposedPairs("x"),
            () -> network.widestPaths().bitsPerSecond("n1", "n1"),
            () -> network.route("n1", "n3", (cost, edge, next) -> cost - 1),
            () -> new Route("a", "b", List.of(), List.of(), ""),
            () -> new Route("a", "b", List.of(Node.of("a")), List.of(), "why"))) {
      assertThrows(IllegalArgumentException.class, bad::run);
    }
  }
}
