package qnet.qkd;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds how often the basis that makes the key is best chosen.
 *
 * <p>The log-odds of that probability are searched with a simplex, from ½ to 1 − 10⁻⁷.
 */
final class BasisSearch {
  private static final double MOST_LOG_ODDS = 16;

  private BasisSearch() {}

  /** The probability of the highest rate, at least ½. */
  static double best(DoubleUnaryOperator rate) {
    Simplex.Corner best = null;
    for (double start : new double[] {1, 5}) {
      var found =
          Simplex.climb(x -> rate.applyAsDouble(probability(x[0])), new double[] {start}, 0.5);
      best = best == null || found.height() > best.height() ? found : best;
    }
    return probability(best.at()[0]);
  }

  static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-Math.max(0, Math.min(MOST_LOG_ODDS, logOdds))));
  }
}
