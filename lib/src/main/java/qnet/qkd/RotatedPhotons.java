package qnet.qkd;

/**
 * How photons of two polarisations distribute over the two outputs of an analyser that is rotated
 * against them: identical photons, which interfere as on a beam splitter.
 *
 * <p>|k, l⟩ with a₀† → c·a₀† + s·a₁†, a₁† → −s·a₀† + c·a₁†, c = cos θ, s = sin θ
 */
final class RotatedPhotons {
  private RotatedPhotons() {}

  /**
   * The number of photons in the first output.
   *
   * @param first photons in the first polarisation before the rotation
   * @param second photons in the second
   * @param angleRad the rotation θ
   * @param uniform a random number from [0, 1)
   */
  static int draw(int first, int second, double angleRad, double uniform) {
    int all = first + second;
    double left = uniform;
    for (int n = 0; n < all; n++) {
      left -= probability(first, second, n, angleRad);
      if (left < 0) {
        return n;
      }
    }
    return all;
  }

  /** The probability of n photons in the first output. */
  static double probability(int first, int second, int n, double angleRad) {
    double c = StrictMath.cos(angleRad);
    double s = StrictMath.sin(angleRad);
    double amplitude = 0;
    for (int kept = Math.max(0, n - second); kept <= Math.min(first, n); kept++) {
      int crossed = n - kept; // photons that come over from the second polarisation
      amplitude +=
          binomial(first, kept)
              * binomial(second, crossed)
              * power(c, kept)
              * power(s, first - kept)
              * power(-s, crossed)
              * power(c, second - crossed);
    }
    // √(n!(N − n)!/(k! l!)) = √(C(N, k)/C(N, n))
    int all = first + second;
    return amplitude * amplitude * binomial(all, first) / binomial(all, n);
  }

  private static double binomial(int n, int k) {
    double value = 1;
    for (int i = 1; i <= k; i++) {
      value *= (double) (n - k + i) / i;
    }
    return value;
  }

  private static double power(double base, int exponent) {
    double value = 1;
    for (int i = 0; i < exponent; i++) {
      value *= base;
    }
    return value;
  }
}
