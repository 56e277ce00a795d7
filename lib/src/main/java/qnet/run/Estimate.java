package qnet.run;

/**
 * What a number of independent trials says about a mean: the value with its statistical error.
 *
 * <p>From a sum of values, the standard error is s/√n with the sample variance
 *
 * <p>s² = (Σx² − n·x̄²)/(n − 1),
 *
 * <p>and the 95 % interval is x̄ ± 1.96 standard errors (normal approximation, good for a few dozen
 * trials and more). From a count of successes, the interval is Wilson's, which stays inside [0, 1]
 * and stays sensible at 0 and at n successes:
 *
 * <p>(p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n).
 *
 * <p>Ignores any systematic error of the model behind the trials.
 *
 * <p>Reference: E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927); L. D. Brown, T. T. Cai, A.
 * DasGupta, Stat. Sci. 16, 101 (2001), doi:10.1214/ss/1009213286, Eq. (4).
 *
 * @param mean the estimated mean
 * @param standardError its standard error, ≥ 0
 * @param low95 lower end of the 95 % confidence interval
 * @param high95 upper end of the 95 % confidence interval
 * @param trials the number of trials, ≥ 1
 */
public record Estimate(
    double mean, double standardError, double low95, double high95, long trials) {
  /** The 97.5 % quantile of the normal distribution. */
  private static final double Z95 = 1.959963984540054;

  /**
   * The estimate of a mean from sums over the trials.
   *
   * @param sum Σx
   * @param sumOfSquares Σx²
   * @param trials the number of trials, at least 2
   * @return the estimate
   * @throws IllegalArgumentException if there are fewer than 2 trials
   */
  public static Estimate ofSums(double sum, double sumOfSquares, long trials) {
    Require.atLeast("trials", trials, 2);
    double mean = sum / trials;
    return ofMoments(mean, (sumOfSquares - sum * mean) / (trials - 1), trials);
  }

  /**
   * The estimate of a mean from the sample mean and the sample variance.
   *
   * @param mean x̄
   * @param variance s², with n − 1 in the denominator; a rounding error below 0 counts as 0
   * @param trials the number of trials, at least 2
   * @return the estimate
   * @throws IllegalArgumentException if there are fewer than 2 trials
   */
  public static Estimate ofMoments(double mean, double variance, long trials) {
    Require.atLeast("trials", trials, 2);
    double error = Math.sqrt(Math.max(0, variance) / trials);
    return new Estimate(mean, error, mean - Z95 * error, mean + Z95 * error, trials);
  }

  /**
   * The estimate of a probability from a count.
   *
   * <p>With no success, or nothing but successes, the standard error is that of one trial that went
   * the other way, so that a comparison with theory never divides by zero.
   *
   * @param successes the number of successes, from 0 to {@code trials}
   * @param trials the number of trials, at least 1
   * @return the estimate, with Wilson's 95 % interval
   * @throws IllegalArgumentException if a count is out of range
   */
  public static Estimate ofCount(long successes, long trials) {
    Require.atLeast("trials", trials, 1);
    Require.between("successes", successes, 0, trials);
    double n = trials;
    double p = successes / n;
    double z2 = Z95 * Z95;
    double inside = Math.min(Math.max(p, 1 / (n + 1)), n / (n + 1));
    double error = Math.sqrt(inside * (1 - inside) / n);
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n); // Brown et al. 2001, Eq. (4)
    double half = Z95 * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return new Estimate(
        p,
        error,
        successes == 0 ? 0 : centre - half,
        successes == trials ? 1 : centre + half,
        trials);
  }

  /**
   * How many standard errors the mean lies from an expected value.
   *
   * @param expected the value that theory gives
   * @return |mean − expected| / standardError; 0 if both are equal, even without any spread
   */
  public double sigmasFrom(double expected) {
    return mean == expected ? 0 : Math.abs(mean - expected) / standardError;
  }
}
