package qnet.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qnet.network.Edge;
import qnet.network.Network;
import qnet.network.Node;
import qnet.network.Route;

/**
 * A network on a plain map: longitude across, latitude up, a scale bar that is right for the middle
 * of the map.
 *
 * <p>Full dots and lines are known; hollow dots and dashed lines are assumed. Nodes without a place
 * and their links are left out, and {@link Charts#describe} says how many.
 */
public final class NetworkMap extends Picture {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 470;
  private static final Rectangle2D PLACE = new Rectangle2D.Double(72, 14, WIDTH - 90, HEIGHT - 72);
  private static final double DOT = 8;
  private static final double SMALL_DOT = 4;
  private static final int MOST_NAMES = 40;
  private static final float[] DASHES = {5, 4};

  private final Network network;
  private final Map<String, Node> placed;
  private final Set<String> marked;

  private NetworkMap(Network network, Set<String> marked) {
    super(WIDTH, HEIGHT);
    this.network = network;
    this.marked = marked;
    placed = new HashMap<>();
    network.nodes().stream().filter(Node::hasPlace).forEach(node -> placed.put(node.id(), node));
    if (placed.isEmpty()) {
      throw new IllegalArgumentException("a map needs a node with a place, there is none");
    }
  }

  static NetworkMap of(Network network) {
    return new NetworkMap(network, Set.of());
  }

  /**
   * The map with a route drawn in orange.
   *
   * @param route a route of the network
   * @return the map with it
   */
  public NetworkMap with(Route route) {
    var all = new HashSet<>(marked);
    route.edges().forEach(edge -> all.add(edge.id()));
    return new NetworkMap(network, all);
  }

  @Override
  public String getTitle() {
    return "Map";
  }

  @Override
  List<String> words() {
    List<Edge> edges = drawn();
    long hollow = placed.values().stream().filter(Node::assumed).count();
    long dashed = edges.stream().filter(Edge::assumed).count();
    var lines = new ArrayList<String>();
    lines.add(placed.size() + " nodes, " + hollow + " of them assumed");
    lines.add(edges.size() + " links, " + dashed + " of them assumed");
    int left = network.nodes().size() - placed.size();
    if (left > 0) {
      lines.add(left + " nodes without a place left out");
    }
    if (!marked.isEmpty()) {
      lines.add("a route over " + marked.size() + " links");
    }
    return lines;
  }

  private List<Edge> drawn() {
    return network.edges().stream()
        .filter(edge -> placed.containsKey(edge.a()) && placed.containsKey(edge.b()))
        .toList();
  }

  @Override
  void draw(Graphics2D g) {
    List<Node> nodes = network.nodes().stream().filter(Node::hasPlace).toList();
    MapFrame frame = MapFrame.around(nodes, PLACE);
    frame.drawGrid(g);
    for (Edge edge : drawn()) {
      drawEdge(g, edge, frame.at(placed.get(edge.a())), frame.at(placed.get(edge.b())));
    }
    for (Node node : nodes) {
      Point2D at = frame.at(node);
      drawDot(g, at.getX(), at.getY(), isCrowded(nodes) ? SMALL_DOT : DOT, node.assumed());
    }
    frame.drawBar(g);
    drawKey(g);
    drawNames(g, nodes, frame);
  }

  private void drawEdge(Graphics2D g, Edge edge, Point2D a, Point2D b) {
    boolean onRoute = marked.contains(edge.id());
    g.setColor(onRoute ? ChartTheme.color(1) : ChartTheme.color(0));
    g.setStroke(stroke(onRoute ? 3 : 1.6f, edge.assumed()));
    g.draw(new Line2D.Double(a, b));
  }

  private static BasicStroke stroke(float width, boolean dashed) {
    float[] dashes = dashed ? DASHES : null;
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }

  private static void drawDot(Graphics2D g, double x, double y, double size, boolean hollow) {
    var dot = new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    g.setColor(hollow ? Color.WHITE : ChartTheme.color(0));
    g.fill(dot);
    g.setColor(ChartTheme.color(0));
    g.setStroke(new BasicStroke(1.5f));
    g.draw(dot);
  }

  private static void drawKey(Graphics2D g) {
    g.setFont(ChartTheme.SMALL_FONT);
    double y = HEIGHT - 16;
    double x = WIDTH / 2.0 - 100;
    drawDot(g, x, y, DOT, false);
    Picture.write(g, "known", x + 30, y, ChartTheme.INK);
    drawDot(g, x + 130, y, DOT, true);
    Picture.write(g, "assumed", x + 130 + 38, y, ChartTheme.INK);
  }

  /**
   * The names of published nodes where there is room, of nodes at one place only one; none if they
   * are many.
   */
  private static void drawNames(Graphics2D g, List<Node> nodes, MapFrame frame) {
    if (isCrowded(nodes)) {
      return;
    }
    var labels = new ArrayList<ChartLabel>();
    var places = new HashSet<Point2D>();
    for (Node node : nodes) {
      boolean first =
          places.add(
              new Point2D.Double(
                  Math.rint(node.longitudeDeg() * 50), Math.rint(node.latitudeDeg() * 50)));
      String name = node.assumed() || !first ? "" : shortName(node.name());
      labels.add(
          new ChartLabel(
              name,
              node.longitudeDeg(),
              node.latitudeDeg(),
              ChartTheme.INK,
              ChartLabel.Place.AROUND));
    }
    new LabelLayout(g, labels)
        .draw(frame.plot(), frame.plot(), frame.longitudes(), frame.latitudes());
  }

  private static boolean isCrowded(List<Node> nodes) {
    return nodes.stream().filter(node -> !node.assumed()).count() > MOST_NAMES;
  }

  /** The name up to what explains it. */
  private static String shortName(String name) {
    return name.split("[(,]")[0].strip();
  }
}
