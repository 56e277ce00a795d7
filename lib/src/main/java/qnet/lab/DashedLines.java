package qnet.lab;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import org.knowm.xchart.XYSeries;

/**
 * Draws dashed lines, each in one go.
 *
 * <p>XChart draws a line piece by piece from point to point and begins the dashes anew with each
 * piece, so that a line of many points would look like a full one. A dashed series is therefore
 * switched off for XChart and drawn here.
 */
final class DashedLines {
  private DashedLines() {}

  static boolean isDashed(XYSeries series) {
    return series.getLineStyle().getDashArray() != null;
  }

  /** Draws the series that are switched off for XChart. */
  static void draw(
      Graphics2D g, Collection<XYSeries> all, Rectangle2D plot, Scale xScale, Scale yScale) {
    Shape before = g.getClip();
    g.clip(plot);
    for (XYSeries series : all) {
      if (!series.isEnabled()) {
        g.setStroke(series.getLineStyle());
        g.setColor(series.getLineColor());
        g.draw(path(series, plot, xScale, yScale));
      }
    }
    g.setClip(before);
  }

  private static Path2D path(XYSeries series, Rectangle2D plot, Scale xScale, Scale yScale) {
    var path = new Path2D.Double();
    for (int i = 0; i < series.getXData().length; i++) {
      double x = plot.getX() + xScale.fraction(series.getXData()[i]) * plot.getWidth();
      double y = plot.getMaxY() - yScale.fraction(series.getYData()[i]) * plot.getHeight();
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }
}
