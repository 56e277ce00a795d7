package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExposureTest {
  @Test
  void oneNodeOfAChainExposesEveryPairAcrossIt() {
    var chain = Network.chain(32, 64.5);
    for (int taken = 2; taken <= 31; taken++) {
      var exposed = chain.exposedPairs("n" + taken);
      assertEquals((taken - 1) * (32 - taken), exposed.size());
      assertTrue(exposed.contains(new Pair("n1", "n32")));
      assertTrue(
          chain.route("n1", "n32", RouteMetric.fewestLinks()).exposedBy(Set.of("n" + taken)));
    }
    assertEquals(1, chain.cut("n1", "n32").size());
    assertEquals(List.of(), chain.exposedPairs("n1"));
  }

  @Test
  void twoDisjointRoutesNeedTwo() {
    var ring = Network.ring(8, 20).withBitsPerSecond(3);
    var routes = ring.disjointRoutes("n1", "n5", 9);
    assertEquals(2, routes.routes().size());
    assertFalse(routes.exposedBy(Set.of("n3")));
    assertFalse(routes.exposedBy(Set.of("n2", "n3", "n4")));
    assertTrue(routes.exposedBy(Set.of("n3", "n7")));
    assertTrue(routes.exposedBy(Set.of("n1")), "an end has the key");
    assertEquals(2, ring.cut("n1", "n5").size());
    assertEquals(List.of(), ring.exposedPairs("n3"));
    assertEquals(3, routes.sharedBitsPerSecond());
    assertEquals(6, routes.totalBitsPerSecond());
    assertEquals(
        List.of(new Pair("n1", "n4"), new Pair("n4", "n5"), new Pair("n4", "n6")).size() + 2,
        ring.exposedPairs("n3", "n5").size());
    assertFalse(new RouteSet(List.of()).exposedBy(Set.of("n1")));
  }

  @Test
  void repeatersLearnNothing() {
    var nodes = new ArrayList<>(Network.chain(4, 50).nodes());
    nodes.replaceAll(node -> node.withRole(Node.Role.REPEATER));
    nodes.set(0, Node.of("n1"));
    nodes.set(3, Node.of("n4"));
    var repeaters = new Network(nodes, Network.chain(4, 50).edges());
    assertEquals(List.of(), repeaters.exposedPairs("n2", "n3"));
    var cut = repeaters.cut("n1", "n4");
    assertEquals(Integer.MAX_VALUE, cut.size());
    assertEquals("no number of nodes: a way without trusted nodes joins the two", cut.reason());
    var route = repeaters.route("n1", "n4", RouteMetric.fewestTrustedNodes());
    assertEquals(List.of(), route.trustedNodes());
    assertEquals(Integer.MAX_VALUE, Network.chain(2, 1).cut("n1", "n2").size());
    assertEquals(0, Network.chain(3, 1).without("n2").cut("n1", "n3").size());
  }

  @Test
  void cutsAndExposureEqualABruteForceSearch() {
    var random = new SplittableRandom(4);
    int real = 0;
    for (int g = 0; g < 1000; g++) {
      var network = RandomNetworks.small(random);
      var routes = RandomNetworks.allRoutes(network, "v0", "v1");
      int least = leastTaken(network, routes);
      var cut = network.cut("v0", "v1");
      assertEquals(least, cut.size(), network::toString);
      if (!cut.nodes().isEmpty()) {
        assertTrue(hitsAll(routes, new HashSet<>(cut.nodes())), network::toString);
        real++;
      }
      String taken = "v" + (network.nodes().size() - 1);
      if (network.nodes().size() > 2) {
        assertEquals(
            !routes.isEmpty() && hitsAll(routes, Set.of(taken)),
            network.exposedPairs(taken).contains(new Pair("v0", "v1")),
            network::toString);
      }
    }
    assertTrue(real > 100);
  }

  private static boolean hitsAll(List<Route> routes, Set<String> taken) {
    return routes.stream().allMatch(r -> r.trustedNodes().stream().anyMatch(taken::contains));
  }

  /** Tries every set of inner nodes. */
  private static int leastTaken(Network network, List<Route> routes) {
    if (routes.isEmpty()) {
      return 0;
    }
    int inner = network.nodes().size() - 2;
    int least = Integer.MAX_VALUE;
    for (int set = 0; set < 1 << inner; set++) {
      var taken = new HashSet<String>();
      for (int i = 0; i < inner; i++) {
        if ((set >> i & 1) == 1) {
          taken.add("v" + (i + 2));
        }
      }
      if (hitsAll(routes, taken)) {
        least = Math.min(least, taken.size());
      }
    }
    return least;
  }
}
