package qnet.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What stands around the lines of a chart: grid, tick labels, the names of the axes, and a key of
 * what has no name at its end.
 *
 * <p>XChart's own ticks leave out the ends of an axis, step by 6 or 25, and overlap.
 */
final class ChartFrame {
  /**
   * A line of the key.
   *
   * @param name of the series
   * @param color of the series
   * @param area whether it is an area, not points
   */
  record Key(String name, Color color, boolean area) {}

  private static final int PADDING = 14;
  private static final int GAP = 8;
  private static final int X_SPACING = 80;
  private static final int Y_SPACING = 34;

  private final Graphics2D g;
  private final FontMetrics metrics;
  private final int width;
  private final int height;
  private final Scale xScale;
  private final Scale yScale;
  private final List<Key> keys;

  ChartFrame(
      Graphics2D g, Font font, int width, int height, Scale xScale, Scale yScale, List<Key> keys) {
    this.g = g;
    this.metrics = g.getFontMetrics(font);
    this.width = width;
    this.height = height;
    this.xScale = xScale;
    this.yScale = yScale;
    this.keys = keys;
    g.setFont(font);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  private List<Double> xTicks() {
    return xScale.ticks(Math.max(2, width / X_SPACING));
  }

  private List<Double> yTicks() {
    return yScale.ticks(Math.max(2, height / Y_SPACING));
  }

  int left(String yTitle) {
    int widest =
        yTicks().stream().mapToInt(t -> metrics.stringWidth(yScale.label(t))).max().orElse(0);
    return PADDING + (yTitle.isEmpty() ? 0 : metrics.getHeight() + GAP) + widest + GAP;
  }

  int right() {
    List<Double> ticks = xTicks();
    double last = ticks.get(ticks.size() - 1);
    int beyond = (int) (metrics.stringWidth(xScale.label(last)) * (xScale.fraction(last) - 0.5));
    return Math.max(PADDING, beyond + 2);
  }

  int top() {
    return PADDING;
  }

  int bottom() {
    int lines = (keys.isEmpty() ? 2 : 3) + (isStaggered() ? 1 : 0);
    return lines * (metrics.getHeight() + GAP) + GAP / 2;
  }

  /** Whether the names of groups are too long to stand in one row. */
  private boolean isStaggered() {
    int groups = xScale.names().size();
    return xScale.names().stream()
        .anyMatch(name -> metrics.stringWidth(name) + GAP > (width - X_SPACING) / groups);
  }

  /** Draws the frame around the place of the lines. */
  void draw(Rectangle2D plot, String xTitle, String yTitle, Color grid) {
    double bottom = plot.getMaxY();
    double baseline = bottom + GAP + metrics.getAscent();
    g.setStroke(new BasicStroke(1));
    boolean staggered = isStaggered();
    double line = metrics.getHeight() + GAP;
    for (double tick : xTicks()) {
      double x = plot.getX() + xScale.fraction(tick) * plot.getWidth();
      if (xScale.names().isEmpty()) {
        g.setColor(grid);
        g.draw(new Line2D.Double(x, plot.getY(), x, bottom));
      }
      String label = xScale.label(tick);
      double row = staggered && tick % 2 == 1 ? line - GAP : 0;
      write(label, x - metrics.stringWidth(label) / 2.0, baseline + row);
    }
    for (double tick : yTicks()) {
      double y = bottom - yScale.fraction(tick) * plot.getHeight();
      g.setColor(grid);
      g.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
      String label = yScale.label(tick);
      write(label, plot.getX() - GAP - metrics.stringWidth(label), y + metrics.getAscent() * 0.38);
    }
    g.setColor(ChartTheme.AXIS);
    g.draw(new Line2D.Double(plot.getX(), bottom, plot.getMaxX(), bottom));
    if (staggered) {
      baseline += line - GAP;
    }
    write(
        xTitle, plot.getCenterX() - metrics.stringWidth(xTitle) / 2.0, baseline + line - GAP / 2.0);
    writeUpwards(yTitle, PADDING + metrics.getAscent(), plot.getCenterY());
    drawKeys(plot.getCenterX(), baseline + 2 * line - GAP / 2.0);
  }

  /** Writes where the lines would be if there were any. */
  void writeInMiddle(Rectangle2D plot, String text) {
    write(text, plot.getCenterX() - metrics.stringWidth(text) / 2.0, plot.getCenterY());
  }

  private void drawKeys(double centre, double baseline) {
    double size = metrics.getAscent() * 0.7;
    double total = keys.stream().mapToDouble(key -> keyWidth(key, size)).sum();
    double x = centre - total / 2;
    for (Key key : keys) {
      var box = new Rectangle2D.Double(x, baseline - size, size, size);
      g.setColor(key.area ? ChartTheme.bandColor(key.color) : key.color);
      g.fill(key.area ? box : new Ellipse2D.Double(box.x, box.y, box.width, box.height));
      write(key.name, x + size + GAP, baseline);
      x += keyWidth(key, size);
    }
  }

  private double keyWidth(Key key, double size) {
    return size + 4 * GAP + metrics.stringWidth(key.name);
  }

  private void write(String text, double x, double baseline) {
    g.setColor(ChartTheme.INK);
    g.drawString(text, (float) x, (float) baseline);
  }

  private void writeUpwards(String text, double baseline, double centre) {
    var before = g.getTransform();
    g.rotate(-Math.PI / 2, baseline, centre);
    write(text, baseline - metrics.stringWidth(text) / 2.0, centre);
    g.setTransform(before);
  }
}
