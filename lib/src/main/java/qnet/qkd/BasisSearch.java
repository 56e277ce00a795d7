package qnet.qkd;

import java.util.function.ToDoubleFunction;

/**
 * Finds how often the basis that makes the key is best chosen for a block of finite size.
 *
 * <p>The log-odds of that probability are searched with a simplex, from ½ to 1 − 10⁻⁷.
 */
final class BasisSearch {
  private static final double MOST_LOG_ODDS = 16;

  private BasisSearch() {}

  /** The length of a key before it is cut, by a proof that needs one key and one test basis. */
  @FunctionalInterface
  interface Balance {
    double bits(double keyBits, double testBits, double qber, double leakBits, Security security);
  }

  /** The highest point, of which the first coordinate is the log-odds; the others start at 0. */
  static double[] best(ToDoubleFunction<double[]> rate, int coordinates) {
    Simplex.Corner best = null;
    for (double logOdds : new double[] {1, 5}) {
      double[] start = new double[coordinates];
      start[0] = logOdds;
      var found = Simplex.climb(rate, start, 0.5);
      best = best == null || found.height() > best.height() ? found : best;
    }
    return best.at();
  }

  /**
   * Secret bits per pulse of a block whose key basis is chosen with probability z; where there are
   * none, a number below zero that says how far away they are.
   */
  static double rate(
      double z,
      double gain,
      double qber,
      double errorCorrectionEfficiency,
      Block block,
      Security security,
      Balance balance) {
    double sent = block.pulses(z * z * gain);
    double key = sent * z * z * gain;
    double test = sent * (1 - z) * (1 - z) * gain;
    double leak = errorCorrectionEfficiency * key * ErrorEntropy.ofBitError(qber);
    double bits = balance.bits(key, test, qber, leak, security);
    return bits > 0 ? bits / sent : bits / (key + 1);
  }

  /** The probability of the key basis, at least ½. */
  static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-Math.max(0, Math.min(MOST_LOG_ODDS, logOdds))));
  }
}
