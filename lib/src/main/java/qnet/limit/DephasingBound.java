package qnet.limit;

import qnet.run.Require;

/**
 * The secret-key capacity of a qubit channel that flips the phase with probability p.
 *
 * <p>K = 1 − h(p)
 *
 * <p>with the binary entropy h. It is reached, not only a bound.
 *
 * <p>Valid for one qubit per use, any number of uses, two-way public discussion, and devices
 * without any fault.
 *
 * <p>Ignores loss; see {@link ErasureBound} and {@link Plob}.
 *
 * <p>Reference: S. Pirandola, R. Laurenza, C. Ottaviani, L. Banchi, Nat. Commun. 8, 15043 (2017),
 * doi:10.1038/ncomms15043, arXiv:1510.08863, the two-way assisted capacity of the dephasing
 * channel.
 */
public final class DephasingBound {
  private static final double LN_2 = Math.log(2);

  private DephasingBound() {}

  /**
   * The bound for a phase flip probability.
   *
   * @param phaseFlipProbability p, from 0 to 1
   * @return secret bits per use: 1 without phase flips, 0 at p = ½
   * @throws IllegalArgumentException if the probability is out of range
   */
  public static double bitsPerUse(double phaseFlipProbability) {
    Require.probability("phaseFlipProbability", phaseFlipProbability);
    double flip = xLog2(phaseFlipProbability);
    double none = xLog2(1 - phaseFlipProbability);
    return 1 + flip + none; // Pirandola et al. 2017, dephasing channel
  }

  private static double xLog2(double x) {
    return x == 0 ? 0 : x * Math.log(x) / LN_2;
  }
}
