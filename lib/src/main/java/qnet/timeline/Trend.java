package qnet.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.run.Require;

/**
 * How the record of a technology grew: the records of past years, and an exponential law through
 * them.
 *
 * <p>ln y = a + b·t, and the next record is within a + b·t ± t₍ν₎·s·√(1 + 1/n + (t − t̄)²/Sₜₜ)
 *
 * <p>with n records, ν = n − 2 degrees of freedom, s the residual standard deviation and t₍ν₎ the
 * 97.5 % quantile of Student's distribution.
 *
 * <p>Valid as long as growth goes on as before, which is what a back-test asks: fit the records to
 * one year, count how many of the later ones lie inside.
 *
 * <p>Ignores that records only rise, so that the residuals are not independent and the intervals
 * are too narrow, and that physics sets ends.
 *
 * <p>Reference: D. C. Montgomery, E. A. Peck, G. G. Vining, Introduction to Linear Regression
 * Analysis (2012), Eq. (2.54).
 *
 * @param name what is recorded, with its unit
 * @param points the records, a later one higher than all before
 */
public record Trend(String name, List<Point> points) {
  private static final double COVERAGE = 0.95;

  /**
   * Checks the records.
   *
   * @param name what is recorded, with its unit
   * @param points the records, a later one higher than all before
   * @throws IllegalArgumentException if there are fewer than two, or one is not above the one
   *     before
   */
  public Trend {
    Require.text("name", name);
    points = List.copyOf(points);
    Require.atLeast("number of points", points.size(), 2);
    for (int i = 1; i < points.size(); i++) {
      if (!(points.get(i).year() > points.get(i - 1).year()
          && points.get(i).value() > points.get(i - 1).value())) {
        throw new IllegalArgumentException(
            "points must rise, was " + points.get(i) + " after " + points.get(i - 1));
      }
    }
  }

  /**
   * A record.
   *
   * @param year when it was set
   * @param value the record, > 0, in the unit of the trend
   */
  public record Point(double year, double value) {
    /**
     * Checks the record.
     *
     * @param year when it was set
     * @param value the record, > 0, in the unit of the trend
     * @throws IllegalArgumentException if a number is out of range
     */
    public Point {
      Require.finite("year", year);
      Require.positive("value", value);
    }
  }

  /**
   * What the law says of a year.
   *
   * @param year the year
   * @param low95 the lower end of the 95 % prediction interval
   * @param median the middle
   * @param high95 the upper end
   */
  public record Forecast(double year, double low95, double median, double high95) {}

  /**
   * A record that came after the fit, and what the fit had said.
   *
   * @param year when it was set
   * @param value the record
   * @param low95 the lower end of the 95 % prediction interval
   * @param median the middle
   * @param high95 the upper end
   * @param inside whether the record lies inside
   */
  public record Score(
      double year, double value, double low95, double median, double high95, boolean inside) {}

  /**
   * The longest fibre over which keys were published, year by year.
   *
   * @return the trend in km
   */
  public static Trend fibreDistance() {
    return ofRecords(
        "distance, km",
        KitData.rows(KitData.QKD_EXPERIMENTS),
        "distance_km",
        row -> row.text("medium").equals("fibre"));
  }

  /**
   * The highest secret key rate that was published over fibre, year by year.
   *
   * @return the trend in bit/s
   */
  public static Trend fibreKeyRate() {
    return ofRecords(
        "key rate, bit/s",
        KitData.rows(KitData.QKD_EXPERIMENTS),
        "key_rate_bps",
        row -> row.text("medium").equals("fibre"));
  }

  /**
   * The longest time for which light was stored, whatever was left of it, year by year.
   *
   * @return the trend in s
   */
  public static Trend memoryTime() {
    return ofRecords(
        "storage time, s",
        KitData.rows(KitData.MEMORIES),
        "storage_time_s",
        row -> row.text("kind").equals("storage"));
  }

  /**
   * The records among the rows of a data file.
   *
   * @param name what is recorded, with its unit
   * @param rows rows with a column {@code year}
   * @param column the column of the values; empty and zero cells are skipped
   * @param use which rows count
   * @return the rows that were higher than all of earlier years, the highest of each year
   */
  public static Trend ofRecords(
      String name, List<DataRow> rows, String column, Predicate<DataRow> use) {
    var points =
        rows.stream()
            .filter(use)
            .filter(row -> row.number(column) > 0)
            .map(row -> new Point(row.number("year"), row.number(column)))
            .sorted(
                Comparator.comparingDouble(Point::year)
                    .thenComparing(Point::value, Comparator.reverseOrder()))
            .toList();
    var records = new ArrayList<Point>();
    for (Point point : points) {
      if (records.isEmpty() || point.value() > records.get(records.size() - 1).value()) {
        records.add(point);
      }
    }
    return new Trend(name, records);
  }

  /**
   * The records up to a year.
   *
   * @param year the last year that counts
   * @return the shorter trend
   */
  public Trend until(double year) {
    return new Trend(name, points.stream().filter(point -> point.year() <= year).toList());
  }

  /**
   * How fast the record grew.
   *
   * @return the years in which it doubles, ln 2/b
   */
  public double doublingYears() {
    return Math.log(2) / regression().getSlope();
  }

  /**
   * What the law says of a year.
   *
   * @param year the year
   * @return the median and the 95 % prediction interval; an unbounded one with fewer than three
   *     records
   */
  public Forecast forecast(double year) {
    var fit = regression();
    double middle = fit.predict(year);
    long n = fit.getN();
    double half = Double.POSITIVE_INFINITY;
    if (n > 2) {
      double quantile = new TDistribution(n - 2).inverseCumulativeProbability((1 + COVERAGE) / 2);
      double fromMean = year - points.stream().mapToDouble(Point::year).average().orElseThrow();
      half =
          quantile // Montgomery, Peck, Vining 2012, Eq. (2.54)
              * Math.sqrt(
                  fit.getMeanSquareError()
                      * (1 + 1.0 / n + fromMean * fromMean / fit.getXSumSquares()));
    }
    return new Forecast(year, Math.exp(middle - half), Math.exp(middle), Math.exp(middle + half));
  }

  /**
   * What the law says of several years.
   *
   * @param fromYear the first year
   * @param toYear the last year, not before the first
   * @return a forecast a year
   */
  public List<Forecast> forecasts(int fromYear, int toYear) {
    Require.atLeast("toYear", toYear, fromYear);
    var forecasts = new ArrayList<Forecast>();
    for (int year = fromYear; year <= toYear; year++) {
      forecasts.add(forecast(year));
    }
    return forecasts;
  }

  /**
   * A back-test: the law of the records up to a year against those that came later.
   *
   * @param untilYear the last year of the fit
   * @return each later record, with what the fit had said of its year
   */
  public List<Score> backTest(double untilYear) {
    Trend known = until(untilYear);
    return points.stream()
        .filter(point -> point.year() > untilYear)
        .map(
            point -> {
              Forecast said = known.forecast(point.year());
              return new Score(
                  point.year(),
                  point.value(),
                  said.low95(),
                  said.median(),
                  said.high95(),
                  point.value() >= said.low95() && point.value() <= said.high95());
            })
        .toList();
  }

  /**
   * The coverage of the back-test.
   *
   * @param untilYear the last year of the fit
   * @return the fraction of later records inside the 95 % interval; NaN if there are none
   */
  public double coverage(double untilYear) {
    return backTest(untilYear).stream()
        .mapToDouble(score -> score.inside() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private SimpleRegression regression() {
    var fit = new SimpleRegression();
    points.forEach(point -> fit.addData(point.year(), Math.log(point.value())));
    return fit;
  }
}
