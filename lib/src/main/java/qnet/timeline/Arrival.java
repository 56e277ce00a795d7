package qnet.timeline;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import qnet.run.Normal;
import qnet.run.Require;

/**
 * When something comes, if it comes at all: a lognormal delay from a year in which it was not there
 * yet.
 *
 * <p>P(by t) = e·Φ(ln((t − t₀)/(t₅₀ − t₀))/σ), with σ = ln((t₉₀ − t₀)/(t₅₀ − t₀))/z₉₀
 *
 * <p>e is the probability that it ever comes, t₀ the start, t₅₀ and t₉₀ the years by which it has
 * come with probability ½ and 0.9 given that it comes. A delay that is the product of many small
 * factors is lognormal: half as long is as likely as twice as long.
 *
 * <p>Valid as a way to write down a belief with three numbers; it has one peak and a long tail of
 * lateness.
 *
 * <p>Ignores sudden events at known dates, such as the end of a programme.
 *
 * <p>Reference: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions, vol.
 * 1 (1994), ch. 14.
 *
 * @param startYear t₀
 * @param medianYear t₅₀, not before the start; the start itself for something that is there
 * @param p90Year t₉₀, not before the median; the median itself for a known date
 * @param everProbability e, from 0 to 1
 */
public record Arrival(double startYear, double medianYear, double p90Year, double everProbability) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The 90 % quantile of the normal distribution. */
  private static final double Z90 = 1.2815515655446004;

  /**
   * Checks the years.
   *
   * @param startYear t₀
   * @param medianYear t₅₀, not before the start; the start itself for something that is there
   * @param p90Year t₉₀, not before the median; the median itself for a known date
   * @param everProbability e, from 0 to 1
   * @throws IllegalArgumentException if a year lies in the past of the one before it, or the
   *     probability is out of range
   */
  public Arrival {
    Require.finite("startYear", startYear);
    Require.atLeast("medianYear", medianYear, startYear);
    Require.atLeast("p90Year", p90Year, medianYear);
    Require.probability("everProbability", everProbability);
    if (medianYear == startYear && p90Year > medianYear) {
      throw new IllegalArgumentException(
          "p90Year must be " + medianYear + ", as the median is the start, was " + p90Year);
    }
  }

  /**
   * A certain date.
   *
   * @param year when it comes
   * @return the arrival, without spread
   */
  public static Arrival on(double year) {
    return new Arrival(year, year, year, 1);
  }

  /**
   * The arrival through two answers of a survey: so likely by one year, so likely by a later one.
   *
   * @param startYear the year of the survey
   * @param firstYear the first horizon
   * @param firstProbability the answer for it, between 0 and {@code everProbability}
   * @param secondYear the second horizon, later
   * @param secondProbability the answer for it, above the first
   * @param everProbability how likely it is to come at all
   * @return the lognormal arrival that meets both
   * @throws IllegalArgumentException if years or probabilities do not rise
   */
  public static Arrival through(
      double startYear,
      double firstYear,
      double firstProbability,
      double secondYear,
      double secondProbability,
      double everProbability) {
    if (!(firstYear > startYear && secondYear > firstYear)) {
      throw new IllegalArgumentException(
          "years must rise, were " + startYear + ", " + firstYear + ", " + secondYear);
    }
    if (!(firstProbability > 0
        && secondProbability > firstProbability
        && everProbability > secondProbability)) {
      throw new IllegalArgumentException(
          "probabilities must rise from above 0 to everProbability, were "
              + firstProbability
              + ", "
              + secondProbability
              + ", "
              + everProbability);
    }
    double first = NORMAL.inverseCumulativeProbability(firstProbability / everProbability);
    double second = NORMAL.inverseCumulativeProbability(secondProbability / everProbability);
    double logFirst = Math.log(firstYear - startYear);
    double sigma = (Math.log(secondYear - startYear) - logFirst) / (second - first);
    double medianDelay = Math.exp(logFirst - sigma * first);
    return new Arrival(
        startYear,
        startYear + medianDelay,
        startYear + medianDelay * Math.exp(sigma * Z90),
        everProbability);
  }

  /**
   * The same arrival with another start.
   *
   * @param newStartYear t₀
   * @return the arrival
   */
  public Arrival withStartYear(double newStartYear) {
    return new Arrival(newStartYear, medianYear, p90Year, everProbability);
  }

  /**
   * The same arrival with another median.
   *
   * @param newMedianYear t₅₀
   * @return the arrival
   */
  public Arrival withMedianYear(double newMedianYear) {
    return new Arrival(startYear, newMedianYear, p90Year, everProbability);
  }

  /**
   * The same arrival with another late end.
   *
   * @param newP90Year t₉₀
   * @return the arrival
   */
  public Arrival withP90Year(double newP90Year) {
    return new Arrival(startYear, medianYear, newP90Year, everProbability);
  }

  /**
   * The same arrival with another chance to come at all.
   *
   * @param newEverProbability e
   * @return the arrival
   */
  public Arrival withEverProbability(double newEverProbability) {
    return new Arrival(startYear, medianYear, p90Year, newEverProbability);
  }

  /**
   * The same arrival with all delays longer or shorter, and more or less likely.
   *
   * @param delayFactor multiplies both delays from the start, > 0
   * @param everFactor multiplies the chance to come at all, which stays at most 1
   * @return the shifted arrival
   */
  public Arrival shifted(double delayFactor, double everFactor) {
    Require.positive("delayFactor", delayFactor);
    Require.atLeast("everFactor", everFactor, 0);
    return new Arrival(
        startYear,
        startYear + delayFactor * (medianYear - startYear),
        startYear + delayFactor * (p90Year - startYear),
        Math.min(1, everFactor * everProbability));
  }

  /**
   * How likely it has come by a year.
   *
   * @param year t
   * @return P(by t)
   */
  public double probabilityBy(double year) {
    if (!(year >= startYear)) {
      return Double.isNaN(year) ? Double.NaN : 0;
    }
    if (sigma() == 0) {
      return year >= medianYear ? everProbability : 0;
    }
    double delays = (year - startYear) / (medianYear - startYear);
    return everProbability * NORMAL.cumulativeProbability(Math.log(delays) / sigma());
  }

  /**
   * The year by which it has come with a given probability.
   *
   * @param probability from 0 to 1
   * @return the year; +∞ if it is less likely than that to come at all
   */
  public double quantileYear(double probability) {
    Require.probability("probability", probability);
    if (probability >= everProbability && (everProbability < 1 || sigma() > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    return sigma() == 0
        ? medianYear
        : yearAt(NORMAL.inverseCumulativeProbability(probability / everProbability), sigma());
  }

  /**
   * Draws a year.
   *
   * @param rng the source of randomness
   * @return when it comes; +∞ if never
   */
  public double drawYear(RandomGenerator rng) {
    boolean comes = rng.nextDouble() < everProbability;
    double year = yearAt(Normal.draw(rng), sigma());
    return comes ? year : Double.POSITIVE_INFINITY;
  }

  /** The year at so many standard deviations of the logarithm from the median. */
  double yearAt(double deviations, double sigma) {
    return startYear + (medianYear - startYear) * StrictMath.exp(sigma * deviations);
  }

  /** σ of the logarithm of the delay. */
  double sigma() {
    return p90Year == medianYear
        ? 0
        : StrictMath.log((p90Year - startYear) / (medianYear - startYear)) / Z90;
  }
}
