package qnet.state;

/** Entropies of probability distributions, in bits. */
public final class Entropy {
  private static final double LN_2 = Math.log(2);

  private Entropy() {}

  /**
   * The binary entropy.
   *
   * <p>h(p) = −p·log₂p − (1−p)·log₂(1−p), with h(0) = h(1) = 0.
   *
   * @param p a probability, from 0 to 1
   * @return h(p) in bits, from 0 to 1
   * @throws IllegalArgumentException if {@code p} is not a probability
   */
  public static double binary(double p) {
    Require.probability("p", p);
    return term(p) + term(1 - p);
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
      Require.inside("weight", weight, -Require.TOLERANCE, 1 + Require.TOLERANCE);
      sum += weight;
      entropy += term(weight);
    }
    Require.unit("sum of weights", sum);
    return Math.max(0, entropy);
  }

  private static double term(double p) {
    return p <= 0 ? 0 : -p * Math.log(p) / LN_2;
  }
}
