package qnet.qkd;

import qnet.run.Require;

/**
 * Finite keys from entangled pairs that both parties measure in one of two bases.
 *
 * <p>ℓ = ⌊n·[1 − h(δ + ν)] − leak − log₂(1/ε_cor) + 2·log₂(2·ε_pa)⌋
 *
 * <p>ε_pe = 2·exp(−n·k²·ν²/((n + k)·(k + 1)))
 *
 * <p>for n bits of the key basis and k of the test basis, of which a part δ is wrong; ε_sec = ε_pe
 * + ε_pa, nine parts to one as in the numerical examples of the paper.
 *
 * <p>Valid for coherent attacks, measurements in two unbiased bases, and a detection probability
 * that does not depend on the basis; several pairs at a time need a random bit for each double
 * click.
 *
 * <p>Ignores that the tolerated error rate is fixed before the run: the error rate that was seen
 * takes its place.
 *
 * <p>Reference: M. Tomamichel, A. Leverrier, Quantum 1, 14 (2017), doi:10.22331/q-2017-07-14-14,
 * arXiv:1506.08458, Theorem 3, Eq. (58), Fig. 7.
 */
final class EntangledPairKey implements FiniteKey {
  static final EntangledPairKey PROOF = new EntangledPairKey();

  /** The share of ε_sec that goes to ε_pe. */
  private static final double ESTIMATION = 0.9;

  private static final double LN_2 = StrictMath.log(2);

  private EntangledPairKey() {}

  @Override
  public KeyLength length(Counts counts, Security security, double leakBits) {
    Require.notNegative("leakBits", leakBits);
    double n = Detections.of(counts, Basis.Z, 1).totalDetected();
    var test = Detections.of(counts, Basis.X, 1);
    double k = test.totalDetected();
    return length(n, k, test.totalErrors() / k, security, leakBits);
  }

  /** The length for an error rate δ that need not be a quotient of counts. */
  static KeyLength length(double n, double k, double delta, Security security, double leakBits) {
    double phaseError = phaseErrorRate(n, k, delta, security);
    return KeyLength.of(0, n, phaseError, leakBits, fixedCostBits(security));
  }

  /** The length before it is cut; the error rate of the test may be an expectation. */
  static double balanceBits(double n, double k, double delta, double leakBits, Security security) {
    double phaseError = phaseErrorRate(n, k, delta, security);
    return KeyLength.balanceBits(0, n, phaseError, leakBits, fixedCostBits(security));
  }

  /** δ + ν. */
  private static double phaseErrorRate(double n, double k, double delta, Security security) {
    if (!(n > 0 && k > 0)) {
      return 1;
    }
    // Tomamichel and Leverrier 2017, Eq. (58): ε_pe solved for ν
    double logTerm = StrictMath.log(2 / (ESTIMATION * security.epsSecrecy()));
    return delta + Math.sqrt((n + k) / n * (k + 1) / (k * k) * logTerm);
  }

  /** log₂(1/ε_cor) − 2·log₂(2·ε_pa). */
  private static double fixedCostBits(Security security) {
    double amplification = (1 - ESTIMATION) * security.epsSecrecy(); // ε_pa
    return -(StrictMath.log(security.epsCorrectness()) + 2 * StrictMath.log(2 * amplification))
        / LN_2;
  }
}
