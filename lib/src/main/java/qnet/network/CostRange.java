package qnet.network;

import java.util.random.RandomGenerator;
import qnet.run.Require;

/**
 * An amount of money that is known only to lie in a range.
 *
 * <p>Sums and multiples carry the range along: [a, b] + [c, d] = [a + c, b + d]. NaN stands for an
 * amount of which nothing is known, and makes every sum unknown.
 *
 * <p>Valid as an outer bound: sums suppose that all amounts can be low, or high, together.
 *
 * @param lowUsd the least, in US dollars, ≥ 0, or NaN
 * @param highUsd the most, in US dollars, at least {@code lowUsd}, or NaN
 */
public record CostRange(double lowUsd, double highUsd) {
  /** An amount of which nothing is known. */
  public static final CostRange UNKNOWN = new CostRange(Double.NaN, Double.NaN);

  /** Nothing to pay. */
  public static final CostRange ZERO = new CostRange(0, 0);

  /**
   * Checks the components.
   *
   * @param lowUsd as above
   * @param highUsd as above
   * @throws IllegalArgumentException if an amount is negative or the range is empty
   */
  public CostRange {
    Require.notNegativeOrNan("lowUsd", lowUsd);
    if (highUsd < lowUsd || Double.isNaN(lowUsd) != Double.isNaN(highUsd)) {
      throw new IllegalArgumentException("highUsd must be ≥ " + lowUsd + ", was " + highUsd);
    }
  }

  /**
   * The sum of two amounts.
   *
   * @param other the other amount
   * @return [a + c, b + d]
   */
  public CostRange plus(CostRange other) {
    return new CostRange(lowUsd + other.lowUsd, highUsd + other.highUsd);
  }

  /**
   * A multiple of the amount.
   *
   * @param factor how many times, ≥ 0
   * @return [f·a, f·b]
   */
  public CostRange times(double factor) {
    Require.notNegative("factor", factor);
    return new CostRange(factor * lowUsd, factor * highUsd);
  }

  /**
   * The middle of the range by factors, √(a·b); by differences, (a + b)/2, if the range begins at
   * 0.
   *
   * @return the amount in US dollars
   */
  public double middleUsd() {
    return lowUsd == 0 ? highUsd / 2 : Math.sqrt(lowUsd * highUsd);
  }

  /**
   * An amount out of the range: each factor of two as likely as any other, each dollar if the range
   * begins at 0.
   *
   * @param rng the randomness
   * @return the amount in US dollars
   */
  public double drawUsd(RandomGenerator rng) {
    double at = rng.nextDouble();
    return lowUsd == 0 ? at * highUsd : lowUsd * StrictMath.pow(highUsd / lowUsd, at);
  }
}
