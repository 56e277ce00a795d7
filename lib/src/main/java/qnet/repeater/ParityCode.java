package qnet.repeater;

import qnet.run.Require;

/**
 * The quantum parity code: one qubit in n blocks of m photons, against loss.
 *
 * <p>P = [1 − (1 − η)ᵐ]ⁿ − [1 − (1 − η)ᵐ − ηᵐ]ⁿ
 *
 * <p>A qubit survives if at least one photon of every block arrives, and at least one block arrives
 * whole.
 *
 * <p>Valid for photons that are lost independently, each arriving with probability η; no code
 * survives η ≤ ½.
 *
 * <p>Ignores errors other than loss.
 *
 * <p>Reference: T. C. Ralph, A. J. F. Hayes, A. Gilchrist, Phys. Rev. Lett. 95, 100501 (2005),
 * doi:10.1103/PhysRevLett.95.100501; S. Muralidharan, J. Kim, N. Lütkenhaus, M. D. Lukin, L. Jiang,
 * Phys. Rev. Lett. 112, 250501 (2014), doi:10.1103/PhysRevLett.112.250501, arXiv:1310.5291.
 *
 * @param blocks n, at least 1
 * @param photonsPerBlock m, at least 1
 */
public record ParityCode(int blocks, int photonsPerBlock) {
  /**
   * Checks the components.
   *
   * @param blocks as above
   * @param photonsPerBlock as above
   * @throws IllegalArgumentException if a number is below 1
   */
  public ParityCode {
    Require.atLeast("blocks", blocks, 1);
    Require.atLeast("photonsPerBlock", photonsPerBlock, 1);
  }

  /**
   * A code of 18 photons, in six blocks of three.
   *
   * @return the code
   */
  public static ParityCode standard() {
    return new ParityCode(6, 3);
  }

  /**
   * This code with another number of blocks.
   *
   * @param blocks n, at least 1
   * @return the changed code
   */
  public ParityCode withBlocks(int blocks) {
    return new ParityCode(blocks, photonsPerBlock);
  }

  /**
   * This code with other blocks.
   *
   * @param photonsPerBlock m, at least 1
   * @return the changed code
   */
  public ParityCode withPhotonsPerBlock(int photonsPerBlock) {
    return new ParityCode(blocks, photonsPerBlock);
  }

  /**
   * Photons per qubit.
   *
   * @return n·m
   */
  public int photons() {
    return blocks * photonsPerBlock;
  }

  /**
   * The probability that the encoded qubit survives one hop.
   *
   * @param transmittance probability η that a photon arrives, from 0 to 1
   * @return P
   */
  public double successProbability(double transmittance) {
    Require.probability("transmittance", transmittance);
    double some = 1 - Math.pow(1 - transmittance, photonsPerBlock);
    double part = some - Math.pow(transmittance, photonsPerBlock);
    // Muralidharan et al. 2014: some photon of each block, and not every block incomplete
    return Math.pow(some, blocks) - Math.pow(Math.max(0, part), blocks);
  }
}
