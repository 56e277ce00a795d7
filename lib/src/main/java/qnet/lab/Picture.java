package qnet.lab;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** A drawing without axes, in the look of the charts; a notebook shows it like a chart. */
abstract class Picture implements IChart {
  private final int width;
  private final int height;

  Picture(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Says in words what is drawn, line by line, the same words for the same states. */
  abstract List<String> words();

  /** Draws on a white ground with the font of the charts. */
  abstract void draw(Graphics2D g);

  @Override
  public final int getWidth() {
    return width;
  }

  @Override
  public final int getHeight() {
    return height;
  }

  @Override
  public final void paint(Graphics2D g, int widthPx, int heightPx) {
    var before = g.getTransform();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, widthPx, heightPx);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setFont(ChartTheme.FONT);
    double scale = Math.min((double) widthPx / width, (double) heightPx / height);
    g.scale(scale, scale);
    draw(g);
    g.setTransform(before);
  }

  /** Writes a text around a point and returns the place that it takes. */
  static Rectangle2D write(Graphics2D g, String text, double x, double y, Color color) {
    Rectangle2D box = box(g, text, x, y);
    g.setColor(color);
    g.drawString(text, (float) box.getX(), (float) (box.getY() + g.getFontMetrics().getAscent()));
    return box;
  }

  /** The place that a text takes around a point. */
  static Rectangle2D box(Graphics2D g, String text, double x, double y) {
    FontMetrics metrics = g.getFontMetrics();
    double wide = metrics.stringWidth(text);
    double high = metrics.getAscent() + metrics.getDescent();
    return new Rectangle2D.Double(x - wide / 2, y - high / 2, wide, high);
  }
}
