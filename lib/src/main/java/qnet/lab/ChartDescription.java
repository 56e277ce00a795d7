package qnet.lab;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.IChart;

/** Says in words what a chart shows, the same words for the same data. */
final class ChartDescription {
  private ChartDescription() {}

  static String of(IChart chart) {
    if (chart instanceof Picture picture) {
      return picture.getTitle() + "\n" + String.join("\n", picture.words());
    }
    var lines = new ArrayList<String>();
    lines.add("Chart" + (isEmpty(chart.getTitle()) ? "" : ": " + chart.getTitle()));
    if (chart instanceof AxesChart<?, ?> axes) {
      lines.add(
          "horizontal axis" + axis(axes.getXAxisTitle(), axes.getStyler().isXAxisLogarithmic()));
      lines.add(
          "vertical axis" + axis(axes.getYAxisTitle(), axes.getStyler().isYAxisLogarithmic()));
    }
    if (chart instanceof XYChart xy) {
      xy.getSeriesCollection().forEach(series -> lines.add(words(xy, series)));
    }
    if (chart instanceof Chart own) {
      lines.addAll(own.notes());
    }
    return String.join("\n", lines);
  }

  private static String axis(String title, boolean log) {
    return (isEmpty(title) ? "" : ": " + title) + (log ? " (logarithmic)" : "");
  }

  private static String words(XYChart chart, XYSeries series) {
    Optional<String> own = chart instanceof Chart c ? c.words(series.getName()) : Optional.empty();
    return series.getName() + ": " + own.orElseGet(() -> ranges(series));
  }

  private static String ranges(XYSeries series) {
    int points = series.getXData().length;
    return points
        + (points == 1 ? " point, " : " points, ")
        + range(series.getXData())
        + " → "
        + range(series.getYData());
  }

  private static String range(double[] values) {
    var statistics = DoubleStream.of(values).filter(v -> !Double.isNaN(v)).summaryStatistics();
    return Numbers.format(statistics.getMin()) + " … " + Numbers.format(statistics.getMax());
  }

  private static boolean isEmpty(String title) {
    return title == null || title.isEmpty();
  }
}
