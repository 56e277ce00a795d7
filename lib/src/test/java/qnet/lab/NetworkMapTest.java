package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import qnet.network.Edge;
import qnet.network.Network;
import qnet.network.Node;
import qnet.network.RouteMetric;

class NetworkMapTest {
  private static final Node WEST = Node.at("west", 50, 10);
  private static final Node EAST = Node.at("east", 50, 12);
  private static final Network TWO =
      new Network(List.of(WEST, EAST), List.of(Edge.ofKeyRate("west", "east", 1)));

  private static BufferedImage paint(NetworkMap map) {
    var image =
        new BufferedImage(3 * map.getWidth(), 3 * map.getHeight(), BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    map.paint(g, 3 * map.getWidth(), 3 * map.getHeight());
    g.dispose();
    return image;
  }

  private static long count(BufferedImage image, Color color) {
    long count = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void theMapKeepsProportions() {
    var place = new Rectangle2D.Double(0, 0, 600, 400);
    var frame = MapFrame.around(List.of(Node.at("a", 59, 10), Node.at("b", 61, 14)), place);
    double acrossKm = Node.at("a", 60, 10).distanceKm(Node.at("b", 60, 14));
    double upKm = Node.at("a", 59, 10).distanceKm(Node.at("b", 61, 10));
    double across = frame.at(Node.at("b", 60, 14)).getX() - frame.at(Node.at("a", 60, 10)).getX();
    double up = frame.at(Node.at("a", 59, 10)).getY() - frame.at(Node.at("b", 61, 10)).getY();
    assertEquals(acrossKm / upKm, across / up, 1e-3);
    assertEquals(300, frame.at(Node.at("m", 60, 12)).getX(), 1e-9);
    double kmPerPoint = upKm / up;
    assertTrue(frame.barKm() <= 0.28 * 600 * kmPerPoint);
    assertTrue(frame.barKm() * 2.5 >= 0.28 * 600 * kmPerPoint);
    assertTrue(MapFrame.around(List.of(WEST), place).barKm() < 20);
  }

  @Test
  void whatIsAssumedIsHollow() {
    var blue = ChartTheme.color(0);
    long full = count(paint(Charts.map(TWO)), blue);
    var hollow = new Network(List.of(WEST.withAssumed(true), EAST.withAssumed(true)), TWO.edges());
    var dashed = new Network(TWO.nodes(), List.of(TWO.edges().get(0).withAssumed(true)));
    long ofHollow = count(paint(Charts.map(hollow)), blue);
    long ofDashed = count(paint(Charts.map(dashed)), blue);
    assertTrue(ofHollow < full - 200, full + " and " + ofHollow);
    assertTrue(ofDashed < 0.8 * full, full + " and " + ofDashed);
  }

  @Test
  void aRouteIsOrange() {
    var route = TWO.route("west", "east", RouteMetric.mostKey());
    var orange = ChartTheme.color(1);
    assertEquals(0, count(paint(Charts.map(TWO)), orange));
    assertTrue(count(paint(Charts.map(TWO).with(route)), orange) > 3000);
    assertTrue(Charts.describe(Charts.map(TWO).with(route)).endsWith("a route over 1 links"));
  }

  @Test
  void theMapSaysWhatItShows() {
    var network =
        TWO.withNode(Node.of("satellite"))
            .withNode(Node.at("x", 51, 11).withAssumed(true))
            .withEdge(Edge.ofKeyRate("satellite", "east", 1))
            .withEdge(Edge.ofKeyRate("x", "east", 1).withAssumed(true));
    assertEquals(
        "Map\n3 nodes, 1 of them assumed\n2 links, 1 of them assumed\n1 nodes without a place left"
            + " out",
        Charts.describe(Charts.map(network)));
    assertThrows(IllegalArgumentException.class, () -> Charts.map(Network.chain(2, 1)));
  }

  @Test
  void manyNamesAreLeftOut() {
    var ink = ChartTheme.INK;
    var few = Network.deployed("Tokyo QKD Network 2010");
    assertTrue(count(paint(Charts.map(few)), ink) > 1000);
    assertTrue(Network.deployed().nodes().stream().filter(n -> !n.assumed()).count() > 40);
    assertTrue(count(paint(Charts.map(Network.deployed())), ink) > 0);
  }
}
