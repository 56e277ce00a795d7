package qnet.qkd;

import qnet.run.Require;

/**
 * How sure a finite key must be: the probability that anything went wrong, in two parts.
 *
 * <p>ε = ε_sec + ε_cor
 *
 * <p>ε_sec bounds how far the key may be from one that Eve knows nothing about, ε_cor the
 * probability that Alice's and Bob's keys differ.
 *
 * <p>Valid for composable security: the ε of all keys that an application uses add up.
 *
 * <p>Reference: J. Müller-Quade, R. Renner, New J. Phys. 11, 085006 (2009),
 * doi:10.1088/1367-2630/11/8/085006, for the meaning.
 *
 * @param epsSecrecy ε_sec, above 0 and below 1
 * @param epsCorrectness ε_cor, above 0 and below 1
 */
public record Security(double epsSecrecy, double epsCorrectness) {
  /**
   * Checks the components.
   *
   * @param epsSecrecy as above
   * @param epsCorrectness as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Security {
    Require.strictlyBetween("epsSecrecy", epsSecrecy, 0, 1);
    Require.strictlyBetween("epsCorrectness", epsCorrectness, 0, 1);
  }

  /**
   * One in 10⁹ for secrecy, one in 10¹⁵ for correctness.
   *
   * <p>The correctness is that of C. C. W. Lim et al., Phys. Rev. A 89, 022307 (2014),
   * doi:10.1103/PhysRevA.89.022307, Sec. IV; the paper's secrecy of 10⁻¹⁵ per key bit is 10⁻⁹ for a
   * million bits.
   *
   * @return the parameters
   */
  public static Security standard() {
    return new Security(1e-9, 1e-15);
  }

  /**
   * These parameters with another secrecy.
   *
   * @param epsSecrecy ε_sec, above 0 and below 1
   * @return the changed parameters
   */
  public Security withEpsSecrecy(double epsSecrecy) {
    return new Security(epsSecrecy, epsCorrectness);
  }

  /**
   * These parameters with another correctness.
   *
   * @param epsCorrectness ε_cor, above 0 and below 1
   * @return the changed parameters
   */
  public Security withEpsCorrectness(double epsCorrectness) {
    return new Security(epsSecrecy, epsCorrectness);
  }
}
