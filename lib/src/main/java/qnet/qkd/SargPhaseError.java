package qnet.qkd;

import qnet.state.Entropy;

/**
 * What Eve knows of a conclusive bit of SARG04 that came from a pulse of one or of two photons,
 * given the bit error rate among such pulses.
 *
 * <p>One photon: H(Z|X) of the weights (1 − e − 3e/2 + a, e − a, a, 3e/2 − a) of no, bit, both and
 * phase error, at the worst a = 3e²/2, kept between e/2 and e.
 *
 * <p>Two photons: h(e_p) with e_p = 1/2 + √(3(1 − 9w²)/2)/6 − (3√2/4)·w, w = 1/3 − e.
 *
 * <p>Reference: C.-H. F. Fung, K. Tamaki, H.-K. Lo, Phys. Rev. A 73, 012337 (2006),
 * doi:10.1103/PhysRevA.73.012337, arXiv:quant-ph/0510025, Eqs. (9), (10).
 */
final class SargPhaseError {
  private static final double ONE_PHOTON_END = 1.0 / 3;
  private static final double TWO_PHOTON_END = 1.0 / 6;

  private SargPhaseError() {}

  /** H(Z|X) for one photon; 1 from the error rate on at which nothing is secret. */
  static double onePhotonBits(double bitError) {
    if (bitError >= ONE_PHOTON_END) {
      return 1; // beyond, the expression would fall again
    }
    double both = Math.min(bitError, Math.max(bitError / 2, 1.5 * bitError * bitError));
    double bit = bitError - both;
    double phase = 1.5 * bitError - both; // Fung, Tamaki, Lo 2006, Eq. (9)
    // H(Z|X) = the entropy of the phase error when it is known whether there is a bit error
    double clean = 1 - bitError;
    double withError = bitError > 0 ? bitError * Entropy.binary(both / (both + bit)) : 0;
    return clean * Entropy.binary(phase / clean) + withError;
  }

  /** h(e_p) for two photons; 1 from the error rate on at which nothing is secret. */
  static double twoPhotonBits(double bitError) {
    return bitError >= TWO_PHOTON_END
        ? 1
        : ErrorEntropy.ofPhaseError(twoPhotonPhaseError(bitError));
  }

  /** e_p for two photons; sin²(π/8) without bit errors. */
  static double twoPhotonPhaseError(double bitError) {
    double w = 1.0 / 3 - bitError;
    double root = StrictMath.sqrt(Math.max(0, 1.5 * (1 - 9 * w * w)));
    return 0.5 + root / 6 - 0.75 * StrictMath.sqrt(2) * w; // Fung, Tamaki, Lo 2006, Eq. (10)
  }
}
