package qnet.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Puts the labels of a chart where they touch neither each other nor a point.
 *
 * <p>The name of a series stands right of its end and slides up or down to a free place. The label
 * of a point takes the nearest free place around it, with a thin line to the point if it is not
 * next to it; if there is none it is left out.
 */
final class LabelLayout {
  private static final int GAP = 7;
  private static final double MAX_MARGIN = 0.4;
  private static final double AT_EDGE = 0.93;
  private static final int SLIDE = 2;

  private final Graphics2D g;
  private final List<ChartLabel> labels;
  private final List<Rectangle2D> taken = new ArrayList<>();
  private final List<Rectangle2D> written = new ArrayList<>();

  LabelLayout(Graphics2D g, List<ChartLabel> labels) {
    this.g = g;
    this.labels = labels;
  }

  /** How many pixels right of the plot the names of the series need. */
  int margin(double roomForPlot, Scale xScale) {
    double margin = 0;
    for (int pass = 0; pass < 3; pass++) { // the plot shrinks as the margin grows: settles at once
      for (ChartLabel label : labels) {
        if (label.namesSeries()) {
          double fraction = xScale.fraction(label.x());
          double free = fraction > AT_EDGE ? 0 : (roomForPlot - margin) * (1 - fraction);
          margin = Math.max(margin, metrics(label).stringWidth(label.text()) + 2 * GAP - free);
        }
      }
    }
    return (int) Math.min(margin, MAX_MARGIN * roomForPlot);
  }

  /** Draws all labels around a plot, on a picture, and says where they are. */
  List<Rectangle2D> draw(Rectangle2D plot, Rectangle2D picture, Scale xScale, Scale yScale) {
    ToDoubleFunction<ChartLabel> toX =
        label -> plot.getX() + xScale.fraction(label.x()) * plot.getWidth();
    ToDoubleFunction<ChartLabel> toY =
        label -> plot.getMaxY() - yScale.fraction(label.y()) * plot.getHeight();
    for (ChartLabel label : labels) {
      double x = toX.applyAsDouble(label);
      double y = toY.applyAsDouble(label) + (label.side() == ChartLabel.Place.ABOVE ? 6 : 0);
      taken.add(new Rectangle2D.Double(x - 4, y - 4, 8, 8));
    }
    var free = // all but the tick labels
        new Rectangle2D.Double(plot.getX(), 0, picture.getMaxX() - plot.getX(), plot.getMaxY());
    drawAtEdge(
        labels.stream()
            .filter(label -> label.namesSeries() && xScale.fraction(label.x()) > AT_EDGE)
            .sorted(Comparator.comparingDouble(toY))
            .toList(),
        toY,
        plot,
        picture);
    labels.stream()
        .filter(label -> !label.namesSeries() || xScale.fraction(label.x()) <= AT_EDGE)
        .sorted(Comparator.comparing(ChartLabel::side).thenComparingDouble(toY))
        .forEach(label -> place(label, toX.applyAsDouble(label), toY.applyAsDouble(label), free));
    return List.copyOf(written);
  }

  /** One below the other at the right edge, in the order of the ends and as near as can be. */
  private void drawAtEdge(
      List<ChartLabel> names,
      ToDoubleFunction<ChartLabel> toY,
      Rectangle2D plot,
      Rectangle2D picture) {
    double[] y = names.stream().mapToDouble(toY).toArray();
    double h = g.getFontMetrics(ChartTheme.FONT).getHeight();
    double lowest = Math.max(plot.getMaxY(), y.length * h) - h / 4;
    for (int pass = 0; pass < 100 * y.length; pass++) { // push neighbours apart until all is well
      for (int i = 1; i < y.length; i++) {
        double overlap = h - (y[i] - y[i - 1]);
        if (overlap > 0) {
          y[i - 1] -= overlap / 2;
          y[i] += overlap / 2;
        }
      }
      for (int i = 0; i < y.length; i++) {
        y[i] = Math.min(Math.max(y[i], h / 2 + i * h), lowest - (y.length - 1 - i) * h);
      }
    }
    for (int i = 0; i < y.length; i++) {
      ChartLabel name = names.get(i);
      double w = metrics(name).stringWidth(name.text());
      double x = Math.min(plot.getMaxX() + GAP, picture.getMaxX() - w - 1);
      write(name, new Rectangle2D.Double(x, y[i] - h / 2, w, h));
    }
  }

  private void place(ChartLabel label, double x, double y, Rectangle2D free) {
    double w = metrics(label).stringWidth(label.text());
    double h = metrics(label).getHeight();
    List<double[]> corners =
        switch (label.side()) {
          case END -> besideEnd(x, y, h, free);
          case AROUND -> aroundPoint(x, y, w, h);
          case ABOVE -> List.of(new double[] {x - w / 2, y - h - 1});
        };
    for (double[] corner : corners) {
      var box = new Rectangle2D.Double(corner[0], corner[1], w, h);
      if (free.contains(box) && taken.stream().noneMatch(box::intersects)) {
        if (label.side() == ChartLabel.Place.AROUND) {
          lead(x, y, box);
        }
        write(label, box);
        return;
      }
    }
  }

  private static List<double[]> aroundPoint(double x, double y, double w, double h) {
    var corners = new ArrayList<double[]>();
    for (int away = 0; away < 6; away++) {
      double gap = GAP + away * h / 2;
      corners.add(new double[] {x + gap, y - h / 2});
      corners.add(new double[] {x - gap - w, y - h / 2});
      corners.add(new double[] {x - w / 2, y - h - gap + 2});
      corners.add(new double[] {x - w / 2, y + gap - 2});
      corners.add(new double[] {x + gap - 2, y - h - away * h / 2});
      corners.add(new double[] {x + gap - 2, y + away * h / 2});
      corners.add(new double[] {x - gap + 2 - w, y - h - away * h / 2});
      corners.add(new double[] {x - gap + 2 - w, y + away * h / 2});
    }
    return corners;
  }

  /** A thin line from a point to its words, unless they stand next to it. */
  private void lead(double x, double y, Rectangle2D box) {
    double toX = Math.min(Math.max(x, box.getMinX()), box.getMaxX());
    double toY = Math.min(Math.max(y, box.getMinY() + SLIDE), box.getMaxY() - SLIDE);
    if (Math.hypot(toX - x, toY - y) > GAP + SLIDE) {
      g.setStroke(new BasicStroke(0.7f));
      g.setColor(Color.GRAY);
      g.draw(new Line2D.Double(x, y, toX, toY));
    }
  }

  private static List<double[]> besideEnd(double x, double y, double h, Rectangle2D picture) {
    var corners = new ArrayList<double[]>();
    for (double slide = 0; slide < picture.getHeight(); slide += SLIDE) {
      corners.add(new double[] {x + GAP, y - h / 2 - slide});
      corners.add(new double[] {x + GAP, y - h / 2 + slide});
    }
    return corners;
  }

  /** Writes the words on a white halo, so that a line behind them does not cross them out. */
  private void write(ChartLabel label, Rectangle2D box) {
    taken.add(box);
    written.add(box);
    FontMetrics metrics = metrics(label);
    float baseline = (float) (box.getCenterY() + metrics.getAscent() * 0.38);
    Shape outline =
        font(label)
            .createGlyphVector(g.getFontRenderContext(), label.text())
            .getOutline((float) box.getX(), baseline);
    g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(Color.WHITE);
    g.draw(outline);
    g.setColor(label.color());
    g.fill(outline);
  }

  private FontMetrics metrics(ChartLabel label) {
    return g.getFontMetrics(font(label));
  }

  private static Font font(ChartLabel label) {
    return label.namesSeries() ? ChartTheme.FONT : ChartTheme.SMALL_FONT;
  }
}
