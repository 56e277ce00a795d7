package qnet.qkd;

import java.util.function.DoubleBinaryOperator;

/**
 * What three intensities on each side of MDI-QKD say about pairs of single photons.
 *
 * <p>Equation numbers are those of Table 2 of F. Xu, M. Curty, B. Qi, H.-K. Lo, New J. Phys. 15,
 * 113007 (2013), doi:10.1088/1367-2630/15/11/113007, arXiv:1305.6965, for the same three
 * intensities on both sides.
 *
 * @param signal the strongest intensity μ
 * @param decoy the middle one ν
 * @param weakest the weakest one ω, ≥ 0
 */
record MdiDecoyBounds(double signal, double decoy, double weakest) {
  /**
   * The least yield Y₁₁ of single-photon pairs that is compatible with the gains.
   *
   * @param gain the gain Q as a function of Alice's and Bob's intensity
   */
  double singlePhotonYield(DoubleBinaryOperator gain) {
    // the pairs with an empty pulse drop out of M; of the others, (1, 2) and (2, 1) drop out here
    double fromDecoy =
        (signal * signal - weakest * weakest) * (signal - weakest) * withoutEmpty(gain, decoy);
    double fromSignal =
        (decoy * decoy - weakest * weakest) * (decoy - weakest) * withoutEmpty(gain, signal);
    double areas = square(signal - weakest) * square(decoy - weakest);
    return Math.max(0, (fromDecoy - fromSignal) / (areas * (signal - decoy)));
  }

  /**
   * The greatest e₁₁·Y₁₁ of single-photon pairs that is compatible with the error gains.
   *
   * @param errorGain the error gain E·Q as a function of Alice's and Bob's intensity
   */
  double singlePhotonErrorYield(DoubleBinaryOperator errorGain) {
    return withoutEmpty(errorGain, decoy) / square(decoy - weakest);
  }

  /** M: the gain of pairs of an intensity in which neither pulse is empty. */
  private double withoutEmpty(DoubleBinaryOperator gain, double intensity) {
    return weighted(gain, intensity, intensity)
        + weighted(gain, weakest, weakest)
        - weighted(gain, intensity, weakest)
        - weighted(gain, weakest, intensity);
  }

  private static double weighted(DoubleBinaryOperator gain, double alice, double bob) {
    return StrictMath.exp(alice + bob) * gain.applyAsDouble(alice, bob);
  }

  private static double square(double x) {
    return x * x;
  }
}
