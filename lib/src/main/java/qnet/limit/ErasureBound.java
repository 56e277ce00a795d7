package qnet.limit;

import qnet.run.Require;

/**
 * The secret-key capacity of a qubit channel that loses the qubit with probability p and says so.
 *
 * <p>K = 1 − p
 *
 * <p>It is reached, not only a bound, and is the most that single-photon protocols can make of a
 * link of transmittance η = 1 − p: less than {@link Plob}, which lets a use carry more than one
 * photon.
 *
 * <p>Valid for one qubit per use, any number of uses, two-way public discussion, and devices
 * without any fault.
 *
 * <p>Ignores errors of the qubits that arrive; see {@link DephasingBound}.
 *
 * <p>Reference: S. Pirandola, R. Laurenza, C. Ottaviani, L. Banchi, Nat. Commun. 8, 15043 (2017),
 * doi:10.1038/ncomms15043, arXiv:1510.08863, the two-way assisted capacity of the erasure channel.
 */
public final class ErasureBound {
  private ErasureBound() {}

  /**
   * The bound for a loss probability.
   *
   * @param erasureProbability p, from 0 to 1
   * @return secret bits per use
   * @throws IllegalArgumentException if the probability is out of range
   */
  public static double bitsPerUse(double erasureProbability) {
    Require.probability("erasureProbability", erasureProbability);
    return 1 - erasureProbability; // Pirandola et al. 2017, erasure channel
  }
}
