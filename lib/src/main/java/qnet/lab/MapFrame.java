package qnet.lab;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import qnet.network.Node;

/**
 * The ground of a map: longitude across, latitude up, both in proportion at the middle latitude.
 *
 * <p>x = λ·cos φ₀, y = φ
 */
record MapFrame(Rectangle2D plot, Scale longitudes, Scale latitudes) {
  private static final double MARGIN = 0.08;
  private static final double LEAST_SPAN_DEG = 0.04;
  private static final double KM_PER_DEG = Math.toRadians(6371.0088);
  private static final int X_SPACING = 110;
  private static final int Y_SPACING = 60;
  private static final double BAR_SHARE = 0.28;

  /** The frame that holds all nodes, as large as its place allows. */
  static MapFrame around(List<Node> nodes, Rectangle2D place) {
    var lon = nodes.stream().mapToDouble(Node::longitudeDeg).summaryStatistics();
    var lat = nodes.stream().mapToDouble(Node::latitudeDeg).summaryStatistics();
    double lonMiddle = (lon.getMin() + lon.getMax()) / 2;
    double latMiddle = (lat.getMin() + lat.getMax()) / 2;
    double shrink = shrink(latMiddle);
    double width = Math.max((lon.getMax() - lon.getMin()) * shrink, LEAST_SPAN_DEG);
    double height = Math.max(lat.getMax() - lat.getMin(), LEAST_SPAN_DEG);
    double perPoint = // degrees of latitude
        Math.max(width / place.getWidth(), height / place.getHeight()) / (1 - 2 * MARGIN);
    double lonHalf = perPoint * place.getWidth() / shrink / 2;
    double latHalf = perPoint * place.getHeight() / 2;
    return new MapFrame(
        place,
        new Scale(lonMiddle - lonHalf, lonMiddle + lonHalf, false),
        new Scale(latMiddle - latHalf, latMiddle + latHalf, false));
  }

  private static double shrink(double latitudeDeg) {
    return Math.max(0.2, Math.cos(Math.toRadians(latitudeDeg)));
  }

  Point2D at(Node node) {
    return new Point2D.Double(
        plot.getX() + longitudes.fraction(node.longitudeDeg()) * plot.getWidth(),
        plot.getMaxY() - latitudes.fraction(node.latitudeDeg()) * plot.getHeight());
  }

  /** Draws the grid with its degrees. */
  void drawGrid(Graphics2D g) {
    g.setFont(ChartTheme.SMALL_FONT);
    g.setStroke(new BasicStroke(1));
    for (double tick : longitudes.ticks((int) plot.getWidth() / X_SPACING)) {
      double x = plot.getX() + longitudes.fraction(tick) * plot.getWidth();
      g.setColor(ChartTheme.GRID);
      g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
      Picture.write(g, degrees(tick, "E", "W"), x, plot.getMaxY() + 12, ChartTheme.INK);
    }
    for (double tick : latitudes.ticks((int) plot.getHeight() / Y_SPACING)) {
      double y = plot.getMaxY() - latitudes.fraction(tick) * plot.getHeight();
      g.setColor(ChartTheme.GRID);
      g.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
      String label = degrees(tick, "N", "S");
      double half = g.getFontMetrics().stringWidth(label) / 2.0;
      Picture.write(g, label, plot.getX() - 6 - half, y, ChartTheme.INK);
    }
  }

  private static String degrees(double tick, String positive, String negative) {
    String side = tick == 0 ? "" : " " + (tick > 0 ? positive : negative);
    return Numbers.format(Math.abs(tick)) + "°" + side;
  }

  /** The length of the scale bar: the largest round number below a part of the width. */
  double barKm() {
    double wholeKm =
        (latitudes.high() - latitudes.low()) * KM_PER_DEG / plot.getHeight() * plot.getWidth();
    double most = BAR_SHARE * wholeKm;
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    return (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1) * power;
  }

  /** Draws a bar of a round length, right for the middle of the map. */
  void drawBar(Graphics2D g) {
    double km = barKm();
    double points = km / KM_PER_DEG / (latitudes.high() - latitudes.low()) * plot.getHeight();
    double x = plot.getMaxX() - points - 14;
    double y = plot.getMaxY() - 14;
    g.setColor(ChartTheme.INK);
    g.setStroke(new BasicStroke(2));
    g.draw(new Line2D.Double(x, y, x + points, y));
    g.draw(new Line2D.Double(x, y - 4, x, y + 4));
    g.draw(new Line2D.Double(x + points, y - 4, x + points, y + 4));
    g.setFont(ChartTheme.SMALL_FONT);
    Picture.write(g, Numbers.format(km) + " km", x + points / 2, y - 12, ChartTheme.INK);
  }
}
