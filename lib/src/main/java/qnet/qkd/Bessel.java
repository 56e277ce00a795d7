package qnet.qkd;

/**
 * The modified Bessel function I₀, which averages interference over a random phase:
 *
 * <p>⟨e^(z·cos φ)⟩ = I₀(z) = Σ (z/2)^(2k)/(k!)²
 */
final class Bessel {
  private Bessel() {}

  /** I₀(z) − 1, without loss of digits at small z. */
  static double i0MinusOne(double z) {
    double quarter = z * z / 4;
    double term = quarter;
    double sum = 0;
    for (int k = 2; term > 1e-17 * sum; k++) {
      sum += term;
      term *= quarter / ((double) k * k);
    }
    return sum;
  }
}
