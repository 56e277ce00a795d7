package qnet.qkd;

import qnet.run.Require;

/**
 * How a pulse reaches Bob's two detectors, and how they answer to it: what an attack on the line or
 * on the detectors changes.
 *
 * <p>Each photon arrives with the probability of the way, falls on one of the detectors as its
 * polarisation says, and is detected with the efficiency of the detector times what is seen of this
 * pulse. A blinded detector answers to no single photon and has no dark counts; it clicks if the
 * light of a bright pulse that falls on it is more than a threshold which is above half of the
 * pulse. So Bob clicks if he measures in Eve's basis, and not if he measures in the other one.
 *
 * <p>Ignores the electronics of the detectors.
 *
 * <p>References: L. Lydersen et al., Nature Photonics 4, 686 (2010), doi:10.1038/nphoton.2010.214,
 * for blinding; V. Makarov, A. Anisimov, J. Skaar, Phys. Rev. A 74, 022313 (2006),
 * doi:10.1103/PhysRevA.74.022313, for arrival times that one detector sees less of.
 *
 * @param transmittance of the way from Eve to Bob's detectors, from 0 to 1; NaN for that of the
 *     link
 * @param seenByZero how efficient the detector for 0 is for this pulse, relative to its efficiency,
 *     from 0 to 1
 * @param seenByOne the same for the detector for 1
 * @param blinded whether bright light has blinded the detectors
 */
public record Reception(
    double transmittance, double seenByZero, double seenByOne, boolean blinded) {
  /** Over the link to detectors that work: the honest way. */
  public static final Reception HONEST = new Reception(Double.NaN, 1, 1, false);

  /** Blinded detectors, which answer to bright pulses alone. */
  public static final Reception BLINDED = new Reception(1, 1, 1, true);

  /** The part of a bright pulse that makes a blinded detector click: all does, half does not. */
  private static final double BRIGHT_ENOUGH = 0.75;

  /**
   * Checks the components.
   *
   * @param transmittance as above
   * @param seenByZero as above
   * @param seenByOne as above
   * @param blinded as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Reception {
    if (!Double.isNaN(transmittance)) {
      Require.probability("transmittance", transmittance);
    }
    Require.probability("seenByZero", seenByZero);
    Require.probability("seenByOne", seenByOne);
  }

  /**
   * This reception over another way.
   *
   * @param transmittance of the way that Eve has put in the place of the link, from 0 to 1
   * @return the changed reception
   */
  public Reception withTransmittance(double transmittance) {
    return new Reception(transmittance, seenByZero, seenByOne, blinded);
  }

  /**
   * This reception by detectors that see the pulse differently.
   *
   * @param seenByZero relative efficiency of the detector for 0, from 0 to 1
   * @param seenByOne the same for the detector for 1
   * @return the changed reception
   */
  public Reception withSeen(double seenByZero, double seenByOne) {
    return new Reception(transmittance, seenByZero, seenByOne, blinded);
  }

  /** Whether a blinded detector clicks on which this part of a bright pulse falls. */
  boolean brightEnough(double share) {
    return share >= BRIGHT_ENOUGH;
  }
}
