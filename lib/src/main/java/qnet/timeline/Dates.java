package qnet.timeline;

import qnet.run.Estimate;
import qnet.run.Require;

/** The dates of one milestone in many worlds. */
public final class Dates {
  private final double[] sorted;

  /**
   * Takes dates that are sorted already.
   *
   * @param sorted years, +∞ for never
   */
  Dates(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * How many worlds were drawn.
   *
   * @return at least 1
   */
  public int worlds() {
    return sorted.length;
  }

  /**
   * How often the milestone has come by a year.
   *
   * @param year t
   * @return the fraction of worlds, with its binomial error
   */
  public Estimate by(double year) {
    int count = 0;
    for (int end = sorted.length; count < end; ) {
      int middle = (count + end) >>> 1;
      if (sorted[middle] <= year) {
        count = middle + 1;
      } else {
        end = middle;
      }
    }
    return Estimate.ofCount(count, sorted.length);
  }

  /**
   * The fraction of worlds in which the milestone has come by a year.
   *
   * @param year t
   * @return the fraction alone
   */
  public double probabilityBy(double year) {
    return by(year).mean();
  }

  /**
   * The year by which the milestone has come in a given fraction of the worlds.
   *
   * @param probability above 0, at most 1
   * @return the year; +∞ if it comes in fewer worlds
   */
  public double quantileYear(double probability) {
    Require.positiveUpTo("probability", probability, 1);
    return sorted[(int) Math.ceil(probability * sorted.length) - 1];
  }

  /** The median year and how often the milestone comes at all. */
  @Override
  public String toString() {
    return "median %.1f, comes in %.0f %% of %d worlds"
        .formatted(quantileYear(0.5), 100 * probabilityBy(Double.MAX_VALUE), sorted.length);
  }
}
