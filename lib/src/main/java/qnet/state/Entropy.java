package qnet.state;

import qnet.run.Require;

/**
 * Entropies of probability distributions, in bits.
 *
 * <p>StrictMath, because key rates are made of them, and an optimal intensity that goes into seeded
 * trials must have the same bits on every JDK.
 */
public final class Entropy {
  private static final double LN_2 = StrictMath.log(2);

  private Entropy() {}

  /**
   * The binary entropy.
   *
   * <p>h(p) = −p·log₂p − (1−p)·log₂(1−p), with h(0) = h(1) = 0.
   *
   * @param p a probability, from 0 to 1, but for rounding
   * @return h(p) in bits, from 0 to 1
   * @throws IllegalArgumentException if {@code p} is not a probability
   */
  public static double binary(double p) {
    if (p > 0 && p < 1) {
      return -(p * StrictMath.log(p) + (1 - p) * StrictMath.log1p(-p)) / LN_2;
    }
    if (!(p >= -StateChecks.TOLERANCE && p <= 1 + StateChecks.TOLERANCE)) {
      Require.probability("p", p);
    }
    return 0;
  }

  /**
   * The Shannon entropy.
   *
   * <p>H = −Σ pᵢ·log₂pᵢ.
   *
   * @param weights probabilities with sum 1; tiny negative numbers from rounding count as 0
   * @return H in bits
   * @throws IllegalArgumentException if the sum is not 1, or a weight is below −1e-9
   */
  public static double shannon(double... weights) {
    double sum = 0;
    double entropy = 0;
    for (double weight : weights) {
      Require.between("weight", weight, -StateChecks.TOLERANCE, 1 + StateChecks.TOLERANCE);
      sum += weight;
      entropy += term(weight);
    }
    StateChecks.unit("sum of weights", sum);
    return Math.max(0, entropy);
  }

  private static double term(double p) {
    return p <= 0 ? 0 : -p * StrictMath.log(p) / LN_2;
  }
}
