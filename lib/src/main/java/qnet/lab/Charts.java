package qnet.lab;

import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;
import qnet.network.Network;
import qnet.repeater.Event;
import qnet.state.State;
import tech.tablesaw.api.Table;

/**
 * Draws tables and quantum states, in one look.
 *
 * <p>The first column is the horizontal axis, every other column of numbers a series; a column of
 * standard errors (see {@link Sweep#ERROR}) becomes the error bars of its partner. The result is an
 * XChart chart, so everything XChart can do is within reach of {@code getStyler()}.
 */
public final class Charts {
  private Charts() {}

  /**
   * Lines on linear axes.
   *
   * @param table the first column is the horizontal axis
   * @return the chart
   * @throws IllegalStateException if the system has no font
   */
  public static Chart line(Table table) {
    return lines(table, yTitle(table), false, false);
  }

  /**
   * Lines on linear axes, with a name for the vertical one.
   *
   * @param table the first column is the horizontal axis
   * @param yTitle what the vertical axis shows, with the unit
   * @return the chart
   * @throws IllegalStateException if the system has no font
   */
  public static Chart line(Table table, String yTitle) {
    return lines(table, yTitle, false, false);
  }

  /**
   * Lines over a logarithmic vertical axis, which leaves out values ≤ 0.
   *
   * @param table the first column is the horizontal axis
   * @return the chart
   * @throws IllegalStateException if the system has no font
   */
  public static Chart logLine(Table table) {
    return lines(table, yTitle(table), false, true);
  }

  /**
   * Lines over a logarithmic vertical axis, with a name for it.
   *
   * @param table the first column is the horizontal axis
   * @param yTitle what the vertical axis shows, with the unit
   * @return the chart
   * @throws IllegalStateException if the system has no font
   */
  public static Chart logLine(Table table, String yTitle) {
    return lines(table, yTitle, false, true);
  }

  /**
   * Lines on two logarithmic axes, which leave out values ≤ 0.
   *
   * @param table the first column is the horizontal axis
   * @param yTitle what the vertical axis shows, with the unit
   * @return the chart
   * @throws IllegalStateException if the system has no font
   */
  public static Chart logLog(Table table, String yTitle) {
    return lines(table, yTitle, true, true);
  }

  /**
   * Groups of bars.
   *
   * @param table the first column names the groups, every column of numbers is a bar in each
   * @return the chart
   * @throws IllegalStateException if the system has no font
   */
  public static Chart bars(Table table) {
    Fonts.require();
    List<String> series = series(table);
    String first = table.columnNames().get(0);
    List<String> groups = List.of(Series.labels(table, first));
    var chart = new Chart(first, yTitle(table), false, false, groups);
    for (int i = 0; i < series.size(); i++) {
      String name = series.get(i);
      double[] heights = Series.numbers(table, name);
      chart.bars(name, heights, Series.errors(table, name), i, series.size());
    }
    return chart;
  }

  /**
   * A tornado: for each row a bar that lies from its low end to its high end, with a break at the
   * value without any change.
   *
   * @param table the first column names the rows, the widest first; columns "low", "base" and
   *     "high" as of {@code qnet.timeline.Tornado.Bar}
   * @param title what the horizontal axis shows, with the unit
   * @return the chart
   * @throws IllegalStateException if the system has no font
   */
  public static Chart tornado(Table table, String title) {
    Fonts.require();
    double base = Series.numbers(table, "base")[0];
    return Chart.lying(title, List.of(Series.labels(table, table.columnNames().get(0))))
        .lyingBars("less likely", base, Series.numbers(table, "low"))
        .lyingBars("more likely", base, Series.numbers(table, "high"));
  }

  /**
   * How often values fall into bins of equal width.
   *
   * @param values the values; those that are not finite are left out
   * @param label what they are, with the unit
   * @return the chart
   * @throws IllegalArgumentException if no value is finite
   * @throws IllegalStateException if the system has no font
   */
  public static Chart histogram(double[] values, String label) {
    Fonts.require();
    double[][] outline = Bins.of(values).outline();
    return new Chart(label, "count", false, false, List.of()).area(label, outline[0], outline[1]);
  }

  /**
   * The Bloch sphere with a qubit on it.
   *
   * @param qubit a state of one qubit
   * @return the picture, to which {@link BlochSphere#and} adds more
   * @throws IllegalArgumentException if there are more qubits: {@code reduced(k)} picks one
   * @throws IllegalStateException if the system has no font
   */
  public static BlochSphere bloch(State qubit) {
    return bloch("", qubit);
  }

  /**
   * The Bloch sphere with a qubit on it that has a name.
   *
   * @param name what stands at its tip
   * @param qubit a state of one qubit
   * @return the picture, to which {@link BlochSphere#and} adds more
   * @throws IllegalArgumentException if there are more qubits: {@code reduced(k)} picks one
   * @throws IllegalStateException if the system has no font
   */
  public static BlochSphere bloch(String name, State qubit) {
    Fonts.require();
    return BlochSphere.of(name, qubit);
  }

  /**
   * The nine correlations of a pair: how far Alice's and Bob's outcomes agree if they measure along
   * X, Y or Z.
   *
   * @param pair a state of two qubits
   * @return the picture, to which {@link CorrelationPicture#and} adds more
   * @throws IllegalArgumentException if there are not two qubits
   * @throws IllegalStateException if the system has no font
   */
  public static CorrelationPicture correlations(State pair) {
    return correlations("", pair);
  }

  /**
   * The nine correlations of a pair that has a name.
   *
   * @param name what stands above its squares
   * @param pair a state of two qubits
   * @return the picture, to which {@link CorrelationPicture#and} adds more
   * @throws IllegalArgumentException if there are not two qubits
   * @throws IllegalStateException if the system has no font
   */
  public static CorrelationPicture correlations(String name, State pair) {
    Fonts.require();
    return CorrelationPicture.of(name, pair);
  }

  /**
   * A map of a network: longitude and latitude, a scale bar, and what is assumed drawn hollow.
   *
   * @param network the network; nodes without a place, such as satellites, are left out
   * @return the map, to which {@link NetworkMap#with} adds a route
   * @throws IllegalArgumentException if no node has a place
   * @throws IllegalStateException if the system has no font
   */
  public static NetworkMap map(Network network) {
    Fonts.require();
    return NetworkMap.of(network);
  }

  /**
   * What happened in a repeater chain, over time: new pairs, waiting qubits, swaps, losses.
   *
   * @param events the events in the order of time, as {@link qnet.repeater.Chain#trace} tells them
   * @return the picture
   * @throws IllegalArgumentException if there are no events
   * @throws IllegalStateException if the system has no font
   */
  public static IChart timeline(List<? extends Event> events) {
    Fonts.require();
    return ChainTimeline.of(events);
  }

  /**
   * Says in words what a chart shows: title, axes, each series with its range, what was left out.
   *
   * <p>The words depend on the data alone, so they serve as alternative text and in comparisons.
   *
   * @param chart a chart
   * @return a few lines
   */
  public static String describe(IChart chart) {
    return ChartDescription.of(chart);
  }

  private static Chart lines(Table table, String yTitle, boolean logX, boolean logY) {
    Fonts.require();
    return new Chart(table.columnNames().get(0), yTitle, logX, logY, List.of()).lines(table);
  }

  /** The name of the only series names the axis too; several series share no name. */
  private static String yTitle(Table table) {
    List<String> series = series(table);
    return series.size() == 1 ? series.get(0) : "";
  }

  private static List<String> series(Table table) {
    return table.columnNames().stream()
        .skip(1)
        .filter(name -> Series.isNumeric(table, name) && !Series.isError(table, name))
        .toList();
  }
}
