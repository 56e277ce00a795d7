package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.data.KitData;
import qnet.qkd.DecoyBb84;
import qnet.qkd.SendOrNotSend;

class NetworkTest {
  private static String refusal(Runnable bad) {
    return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
  }

  @Test
  void nodesKnowTheirDistance() {
    var pole = Node.at("pole", 90, 0);
    var equator = Node.at("equator", 0, 77);
    assertEquals(Math.PI / 2 * 6371.0088, pole.distanceKm(equator), 1e-9);
    assertEquals(Math.PI * 6371.0088, Node.at("a", 0, 0).distanceKm(Node.at("b", 0, 180)), 1e-9);
    assertEquals(
        Math.toRadians(60) * 6371.0088, Node.at("a", 0, 10).distanceKm(Node.at("b", 0, 70)), 1e-9);
    assertEquals(0, equator.distanceKm(equator));
    assertTrue(Double.isNaN(pole.distanceKm(Node.of("nowhere"))));
    assertFalse(Node.of("nowhere").hasPlace());
  }

  @Test
  void badNodesAndEdgesAreRefused() {
    assertEquals(
        "latitudeDeg must be from -90 to 90, was 91.0", refusal(() -> Node.at("a", 91, 0)));
    assertEquals(
        "longitudeDeg must be from -180 to 180, was -181.0", refusal(() -> Node.at("a", 0, -181)));
    assertTrue(refusal(() -> Node.at("a", 3, Double.NaN)).contains("both be known or both NaN"));
    assertEquals("id must not be empty, was \"\"", refusal(() -> Node.of("")));
    assertEquals(
        "b must differ from a, was \"x\" twice", refusal(() -> Edge.ofKeyRate("x", "x", 1)));
    assertEquals(
        "bitsPerSecond must be ≥ 0 and finite, or NaN, was -1.0",
        refusal(() -> Edge.ofKeyRate("x", "y", -1)));
    assertEquals(
        "lengthKm must be ≥ 0 and finite, or NaN, was -2.0",
        refusal(() -> Edge.ofKeyRate("x", "y", 1).withLengthKm(-2)));
    assertTrue(refusal(() -> Edge.ofKeyRate("x", "y", Double.POSITIVE_INFINITY)).contains("NaN"));
  }

  @Test
  void badNetworksAreRefused() {
    var nodes = List.of(Node.of("a"), Node.of("b"));
    var edge = Edge.ofKeyRate("a", "b", 1);
    assertEquals(
        "node ids must differ, was \"a\" twice",
        refusal(() -> new Network(List.of(Node.of("a"), Node.of("a")), List.of())));
    assertEquals(
        "link ids must differ, was \"a--b\" twice",
        refusal(() -> new Network(nodes, List.of(edge, edge))));
    assertEquals(
        "link a--c must end at a node of the network, was \"c\"",
        refusal(() -> new Network(nodes, List.of(Edge.ofKeyRate("a", "c", 1)))));
    assertEquals("nodes must be ≥ 2, was 1", refusal(() -> Network.chain(1, 5)));
    assertEquals("nodes must be ≥ 3, was 2", refusal(() -> Network.ring(2, 5)));
    assertEquals(2, new Network(nodes, List.of(edge, edge.withId("second"))).edges().size());
  }

  @Test
  void failuresTakeTheirLinksAlong() {
    var ring = Network.ring(5, 10);
    assertEquals(5, ring.edges().size());
    assertEquals(3, ring.without("n2").edges().size());
    assertEquals(4, ring.without("n2").nodes().size());
    assertEquals(4, ring.without("n5--n1").edges().size());
    assertEquals(
        "ids must be those of nodes or links, were [n9]", refusal(() -> ring.without("n9")));
    assertEquals(
        6, ring.withNode(Node.of("x")).withEdge(Edge.ofKeyRate("x", "n1", 1)).edges().size());
  }

  @Test
  void keyRatesComeFromTheProtocolOnlyWhereNoneWasPublished() {
    var bb84 = DecoyBb84.standard();
    var network =
        new Network(
            List.of(Node.of("a"), Node.of("b")),
            List.of(
                Edge.of("a", "b", Fiber.standard().withLengthKm(50)),
                Edge.ofKeyRate("a", "b", 7).withId("published"),
                Edge.of("a", "b", Edge.UNKNOWN).withId("unknown"),
                Edge.of("a", "b", Link.ofLossDb(10)).withId("loss")));
    var edges = network.withKeyRates(bb84).edges();
    assertEquals(
        bb84.over(Fiber.standard().withLengthKm(50)).bitsPerSecond(), edges.get(0).bitsPerSecond());
    assertEquals(50, edges.get(0).lengthKm());
    assertEquals(7, edges.get(1).bitsPerSecond());
    assertTrue(Double.isNaN(edges.get(2).bitsPerSecond()));
    assertSame(network.edges().get(2), edges.get(2));
    assertTrue(edges.get(3).bitsPerSecond() > 0 && Double.isNaN(edges.get(3).lengthKm()));
    assertTrue(network.withBitsPerSecond(3).edges().stream().allMatch(e -> e.bitsPerSecond() == 3));
    assertEquals("not known", Edge.UNKNOWN.toString());
  }

  @Test
  void componentsCanBeChangedOneByOne() {
    var node = Node.of("a").withName("A").withRole(Node.Role.USER).withAssumed(true);
    assertEquals(new Node("a", "A", Double.NaN, Double.NaN, Node.Role.USER, true), node);
    assertFalse(node.relays());
    assertTrue(node.seesKey());
    assertFalse(node.withRole(Node.Role.REPEATER).seesKey());
    assertTrue(node.withRole(Node.Role.REPEATER).relays());
    var link = Link.ofLossDb(3);
    var edge = Edge.ofKeyRate("a", "b", 1).withLink(link).withLengthKm(4).withAssumed(true);
    assertEquals(new Edge("a--b", "a", "b", link, 4, 1, true), edge);
  }

  @Test
  void theDeployedNetworksAreThere() {
    var all = Network.deployed();
    assertEquals(KitData.rows(KitData.NETWORKS_NODES).size(), all.nodes().size());
    assertEquals(KitData.rows(KitData.NETWORKS_LINKS).size(), all.edges().size());
    var backbone = Network.deployed("Beijing-Shanghai backbone 2017");
    assertEquals(32, backbone.nodes().size());
    assertEquals(28, backbone.nodes().stream().filter(Node::assumed).count());
    assertTrue(backbone.edges().stream().allMatch(Edge::assumed));
    var space = Network.deployed("Integrated space-ground network 2021");
    assertTrue(space.nodes().stream().anyMatch(node -> node.id().equals("bsb-beijing")));
    assertTrue(Network.deployedNames().contains("Tokyo QKD Network 2010"));
    assertTrue(refusal(() -> Network.deployed("Atlantis")).endsWith("was \"Atlantis\""));
    assertEquals("id must be that of a node, was \"x\"", refusal(() -> backbone.node("x")));
  }

  @Test
  void whatIsAssumedIsMarkedInBothColumns() {
    for (var schema : List.of(KitData.NETWORKS_NODES, KitData.NETWORKS_LINKS)) {
      for (var row : KitData.rows(schema)) {
        assertEquals(
            row.text("status").equals("assumed"),
            row.text("read").equals("assumed"),
            () -> schema.name() + ", line " + row.lineNumber());
      }
    }
    var ids = new HashSet<String>();
    KitData.rows(KitData.NETWORKS_NODES).forEach(row -> assertTrue(ids.add(row.text("node_id"))));
  }

  /** Frankfurt to Kehl makes 110 bit/s at 56 dB without cryogenics; ours are quieter diodes. */
  @Test
  void theFieldLinkOfGermanyIsReproducedWithinAFactorOfFour() {
    var geant = Network.deployed("GEANT TF link 2025");
    var direct = geant.route("de-frankfurt", "de-kehl", RouteMetric.mostKey());
    assertEquals(110, direct.bitsPerSecond());
    assertEquals(List.of(), direct.trustedNodes());
    var model = SendOrNotSend.standard().withDetector(Detector.ingaasCooled());
    double factor = model.over(direct.edges().get(0).link()).bitsPerSecond() / 110;
    assertTrue(factor > 0.25 && factor < 4, "factor " + factor);
  }

  @Test
  void aWindowKeepsWhatLiesInIt() {
    var square =
        new Network(
            List.of(
                Node.at("in", 50, 10),
                Node.at("edge", 51, 12),
                Node.at("north", 51.1, 11),
                Node.at("south", 48.9, 11),
                Node.at("west", 50, 8.9),
                Node.at("east", 50, 12.1),
                Node.of("nowhere")),
            List.of(Edge.ofKeyRate("in", "edge", 1), Edge.ofKeyRate("in", "east", 1)));
    var window = square.within(49, 9, 51, 12);
    assertEquals(List.of("in", "edge"), window.nodes().stream().map(Node::id).toList());
    assertEquals(1, window.edges().size());
  }

  @Test
  void lossesOfTheFileReachTheLinks() {
    var tokyo = Network.deployed("Tokyo QKD Network 2010");
    var edge = tokyo.edges().stream().filter(e -> e.id().equals("tokyo-5")).findFirst().get();
    assertEquals(14.5, edge.link().lossDb(), 1e-12);
    assertEquals(45, edge.lengthKm());
    assertTrue(edge.link() instanceof Fiber);
  }
}
