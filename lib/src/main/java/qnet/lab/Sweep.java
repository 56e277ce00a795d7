package qnet.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;
import qnet.run.Xoshiro256;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Varies one number and tabulates functions of it.
 *
 * <pre>{@code
 * Sweep.over("distance, km", 5, 300, 5)
 *     .column("BB84, decoy", km -> bb84.over(fiber.withLengthKm(km)).bitsPerUse())
 *     .table()
 * }</pre>
 *
 * <p>The rows are computed on all cores, so a function must not change anything outside itself. A
 * sweep is a value: each method returns a new one.
 */
public final class Sweep {
  /** What the name of a column of standard errors ends in; a chart draws it as error bars. */
  public static final String ERROR = " ±";

  private static final int MAX_POINTS = 1_000_000;
  private static final double SNAP = 1e-9;

  private final String label;
  private final double[] points;
  private final List<Quantity> quantities;

  /** One or two columns: from a point and its index to their values. */
  private record Quantity(List<String> columns, PointFunction values) {}

  private interface PointFunction {
    double[] at(double x, int index);
  }

  /** A random experiment at one point of a sweep. */
  @FunctionalInterface
  public interface PointTrial {
    /**
     * Runs the trials of one point.
     *
     * @param x the point
     * @param rng the generator of this point alone
     * @return what the trials say, from {@link Trials} for example
     */
    Estimate at(double x, RandomGenerator rng);
  }

  private Sweep(String label, double[] points, List<Quantity> quantities) {
    this.label = label;
    this.points = points;
    this.quantities = quantities;
  }

  /**
   * A sweep in equal steps.
   *
   * <p>The points are first, first + step, first + 2·step … in decimal arithmetic, so that 0.1 + 2
   * · 0.1 is 0.3. The last point is {@code last} if the steps reach it, else the one before it.
   *
   * @param label the name of the swept quantity with its unit: "distance, km"
   * @param first the first point
   * @param last the end of the sweep, at least {@code first}
   * @param step the distance of two points, more than 0
   * @return the sweep, still without columns
   * @throws IllegalArgumentException if a value is out of range or there are over a million points
   */
  public static Sweep over(String label, double first, double last, double step) {
    checkRange(first, last);
    Require.positive("step", step);
    double steps = Math.floor((last - first) / step + SNAP);
    if (!(steps < MAX_POINTS)) {
      throw new IllegalArgumentException(
          "points must be ≤ " + MAX_POINTS + ", were " + (steps + 1));
    }
    BigDecimal start = BigDecimal.valueOf(first);
    BigDecimal width = BigDecimal.valueOf(step);
    double[] points =
        IntStream.rangeClosed(0, (int) steps)
            .mapToDouble(i -> start.add(width.multiply(BigDecimal.valueOf(i))).doubleValue())
            .toArray();
    if (Math.abs(points[points.length - 1] - last) <= SNAP * step) {
      points[points.length - 1] = last;
    }
    return new Sweep(label, points, List.of());
  }

  /**
   * A sweep in equal factors.
   *
   * @param label the name of the swept quantity with its unit
   * @param first the first point, more than 0
   * @param last the last point, more than 0 and at least {@code first}
   * @param points how many points, from 2 to a million
   * @return the sweep, still without columns
   * @throws IllegalArgumentException if a value is out of range
   */
  public static Sweep overLog(String label, double first, double last, int points) {
    checkRange(first, last);
    Require.positive("first", first);
    Require.between("points", points, 2, MAX_POINTS);
    double[] values =
        IntStream.range(0, points)
            .mapToDouble(i -> first * StrictMath.pow(last / first, (double) i / (points - 1)))
            .map(Sweep::withoutRoundingNoise)
            .toArray();
    values[0] = first;
    values[points - 1] = last;
    return new Sweep(label, values, List.of());
  }

  /**
   * A sweep over given values, in the given order.
   *
   * @param label the name of the swept quantity with its unit
   * @param values the points, at least one
   * @return the sweep, still without columns
   * @throws IllegalArgumentException if there is no value
   */
  public static Sweep overValues(String label, double... values) {
    Require.atLeast("number of values", values.length, 1);
    return new Sweep(label, values.clone(), List.of());
  }

  /**
   * Adds a column.
   *
   * @param name its header, different from the others
   * @param value the function to tabulate
   * @return the sweep with that column
   * @throws IllegalArgumentException if there is a column of that name
   */
  public Sweep column(String name, DoubleUnaryOperator value) {
    return with(new Quantity(List.of(name), (x, i) -> new double[] {value.applyAsDouble(x)}));
  }

  /**
   * Adds a column for each of several subjects: the same question to all of them.
   *
   * <pre>{@code
   * Sweep.over("distance, km", 0, 500, 5)
   *     .columns(protocols, (p, km) -> p.over(fiber.withLengthKm(km)).bitsPerUse())
   * }</pre>
   *
   * @param <T> what the subjects have in common
   * @param subjects the subjects by the headers of their columns
   * @param value the function to tabulate, of a subject and a point
   * @return the sweep with those columns, in the order of the map
   * @throws IllegalArgumentException if there is a column of one of the names
   */
  public <T> Sweep columns(
      Map<String, ? extends T> subjects, ToDoubleBiFunction<? super T, Double> value) {
    Sweep sweep = this;
    for (var subject : subjects.entrySet()) {
      T each = subject.getValue();
      sweep = sweep.column(subject.getKey(), x -> value.applyAsDouble(each, x));
    }
    return sweep;
  }

  /**
   * Adds the result of seeded trials: a column of means, and a column of their standard errors
   * whose name ends in {@value #ERROR}.
   *
   * @param name the header of the column of means
   * @param seed names the random numbers; point i has its own generator from (seed, i)
   * @param trials the random experiment at one point
   * @return the sweep with both columns
   * @throws IllegalArgumentException if there is a column of that name
   */
  public Sweep trials(String name, long seed, PointTrial trials) {
    return with(
        new Quantity(
            List.of(name, name + ERROR),
            (x, i) -> {
              Estimate estimate = trials.at(x, Xoshiro256.stream(seed, i));
              return new double[] {estimate.mean(), estimate.standardError()};
            }));
  }

  /**
   * Computes all columns.
   *
   * @return a table with the swept quantity in its first column
   * @throws IllegalArgumentException if a function refuses a point; the message names both
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Table table() {
    List<double[]> rows = Parallel.map(points.length, this::row);
    List<String> names = names();
    Table table = Table.create(label);
    for (int c = 0; c < names.size(); c++) {
      int column = c;
      table.addColumns(
          DoubleColumn.create(names.get(c), rows.stream().mapToDouble(row -> row[column])));
    }
    return table;
  }

  private double[] row(int index) {
    double x = points[index];
    double[] row = {x};
    for (Quantity quantity : quantities) {
      Parallel.checkInterrupt();
      double[] values;
      try {
        values = quantity.values.at(x, index);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "column \""
                + quantity.columns.get(0)
                + "\" at "
                + label
                + " = "
                + x
                + ": "
                + e.getMessage(),
            e);
      }
      row = Arrays.copyOf(row, row.length + values.length);
      System.arraycopy(values, 0, row, row.length - values.length, values.length);
    }
    return row;
  }

  private Sweep with(Quantity quantity) {
    var names = Set.copyOf(names());
    for (String name : quantity.columns) {
      if (names.contains(name)) {
        throw new IllegalArgumentException("name must be new, was \"" + name + "\" again");
      }
    }
    var all = new ArrayList<>(quantities);
    all.add(quantity);
    return new Sweep(label, points, List.copyOf(all));
  }

  private List<String> names() {
    var names = new ArrayList<>(List.of(label));
    quantities.forEach(quantity -> names.addAll(quantity.columns));
    return names;
  }

  private static void checkRange(double first, double last) {
    Require.finite("first", first);
    Require.atLeast("last", last, first);
  }

  /** 1e-5 instead of 9.999999999999999e-6: fourteen digits are left. */
  private static double withoutRoundingNoise(double x) {
    return new BigDecimal(x).round(new MathContext(14, RoundingMode.HALF_EVEN)).doubleValue();
  }
}
