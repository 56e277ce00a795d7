package qnet.qkd;

import qnet.run.Require;

/**
 * Finite keys from single photons.
 *
 * <p>ℓ = ⌊n·[1 − h(Q + μ)] − leak − log₂(2/(ε_sec²·ε_cor))⌋
 *
 * <p>μ = √((n + k)/(n·k) · (k + 1)/k · ln(4/ε_sec))
 *
 * <p>for n bits of the key basis and k of the test basis, of which a part Q is wrong.
 *
 * <p>Valid for coherent attacks and an ideal preparation in two unbiased bases (preparation quality
 * 1).
 *
 * <p>Ignores that the paper fixes the tolerated error rate before the run and may abort: the error
 * rate that was seen takes its place. Our reading: the root of μ covers the logarithm and ε_sec is
 * squared, as the supplement's algebra demands; the printed table of optimal rates uses a looser
 * bound on aborting than ours and is lower by up to a fifth.
 *
 * <p>Reference: M. Tomamichel, C. C. W. Lim, N. Gisin, R. Renner, Nat. Commun. 3, 634 (2012),
 * doi:10.1038/ncomms1631, arXiv:1103.4130, Eq. (2).
 */
final class SinglePhotonKey implements FiniteKey {
  static final SinglePhotonKey PROOF = new SinglePhotonKey();

  private static final double LN_2 = StrictMath.log(2);

  private SinglePhotonKey() {}

  @Override
  public KeyLength length(Counts counts, Security security, double leakBits) {
    Require.notNegative("leakBits", leakBits);
    double n = Detections.of(counts, Basis.Z, 1).totalDetected();
    var test = Detections.of(counts, Basis.X, 1);
    double k = test.totalDetected();
    double phaseError = phaseErrorRate(n, k, test.totalErrors() / k, security);
    return KeyLength.of(0, n, phaseError, leakBits, fixedCostBits(security));
  }

  /** The length before it is cut; the error rate of the test may be an expectation. */
  static double balanceBits(double n, double k, double qber, double leakBits, Security security) {
    double phaseError = phaseErrorRate(n, k, qber, security);
    return KeyLength.balanceBits(0, n, phaseError, leakBits, fixedCostBits(security));
  }

  /** Q + μ. */
  private static double phaseErrorRate(double n, double k, double qber, Security security) {
    if (!(n > 0 && k > 0)) {
      return 1;
    }
    // Tomamichel et al. 2012, Eq. (2)
    double logTerm = StrictMath.log(4 / security.epsSecrecy());
    return qber + Math.sqrt((n + k) / (n * k) * (k + 1) / k * logTerm);
  }

  /** log₂(2/(ε_sec²·ε_cor)). */
  private static double fixedCostBits(Security security) {
    double correctness = StrictMath.log(2 / security.epsCorrectness());
    return (correctness - 2 * StrictMath.log(security.epsSecrecy())) / LN_2;
  }
}
