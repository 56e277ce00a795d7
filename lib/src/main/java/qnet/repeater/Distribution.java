package qnet.repeater;

import java.util.Arrays;
import qnet.run.Require;

/** The values that trials gave, in ascending order. */
public final class Distribution {
  private final double[] sorted;

  private Distribution(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * The distribution of values.
   *
   * @param values the values in any order, at least one
   * @return their distribution
   * @throws IllegalArgumentException if there are none
   */
  public static Distribution of(double... values) {
    Require.atLeast("number of values", values.length, 1);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Distribution(sorted);
  }

  /**
   * All values, for a histogram.
   *
   * @return a copy in ascending order
   */
  public double[] values() {
    return sorted.clone();
  }

  /**
   * The value that a fraction of the trials does not exceed.
   *
   * @param fraction from 0, the lowest value, to 1, the highest; 0.5 is the median
   * @return one of the values
   */
  public double quantile(double fraction) {
    Require.probability("fraction", fraction);
    return sorted[Math.max(0, (int) Math.ceil(fraction * sorted.length) - 1)];
  }

  /**
   * How many of the trials do not exceed a value.
   *
   * @param value any number
   * @return as a fraction, from 0 to 1
   */
  public double fractionUpTo(double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / sorted.length;
  }

  /** The middle half and the number of values. */
  @Override
  public String toString() {
    return "median %.4g, half of %d from %.4g to %.4g"
        .formatted(quantile(0.5), sorted.length, quantile(0.25), quantile(0.75));
  }
}
