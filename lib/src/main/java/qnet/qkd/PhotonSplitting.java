package qnet.qkd;

import qnet.channel.Link;

/**
 * The photon-number-splitting attack on weak pulses without decoy states: Eve counts the photons of
 * each pulse without disturbing them, keeps one of every pulse that has two or more, blocks single
 * photons as far as the loss of the link hides it, and measures after the bases are announced.
 *
 * <p>known part of Bob's bits = min{1, P(n ≥ 2)/Q_μ}, P(n ≥ 2) = 1 − e^(−μ)(1 + μ), Q_μ = 1 −
 * e^(−ημ)
 *
 * <p>She causes no errors. From the loss on at which P(n ≥ 2) = Q_μ she knows everything: with 0.1
 * photons per pulse from 13.3 dB on, detectors included.
 *
 * <p>Valid for laser pulses of random phase, BB84, and detectors without noise whose efficiency Eve
 * controls like the loss.
 *
 * <p>Ignores the key that is left below the critical loss, for which the known part must be removed
 * by privacy amplification. Decoy states show the attack; in {@link Sarg04} a second photon does
 * not tell the bit with certainty.
 *
 * <p>Reference: G. Brassard, N. Lütkenhaus, T. Mor, B. C. Sanders, Phys. Rev. Lett. 85, 1330
 * (2000), doi:10.1103/PhysRevLett.85.1330.
 *
 * @param meanPhotonNumber mean photons μ per pulse, above 0 and up to 100
 */
public record PhotonSplitting(double meanPhotonNumber) {
  private static final double BRIGHTEST = 100;

  /**
   * Checks the component.
   *
   * @param meanPhotonNumber as above
   * @throws IllegalArgumentException if it is out of range
   */
  public PhotonSplitting {
    if (!(meanPhotonNumber > 0 && meanPhotonNumber <= BRIGHTEST)) {
      throw new IllegalArgumentException(
          "meanPhotonNumber must be > 0 and ≤ 100, was " + meanPhotonNumber);
    }
  }

  /**
   * The probability of two photons or more in a pulse, 1 − e^(−μ)(1 + μ).
   *
   * @return a probability
   */
  public double multiPhotonProbability() {
    return nonEmptyProbability() - meanPhotonNumber * Math.exp(-meanPhotonNumber);
  }

  /**
   * The part of pulses with light that have two photons or more.
   *
   * @return P(n ≥ 2)/P(n ≥ 1)
   */
  public double multiPhotonFraction() {
    return multiPhotonProbability() / nonEmptyProbability();
  }

  private double nonEmptyProbability() {
    return -Math.expm1(-meanPhotonNumber);
  }

  /**
   * The part of Bob's bits that Eve knows behind a link.
   *
   * @param link the link from Alice to Bob, with the loss of the detectors
   * @return from 0 to 1; 1 over an opaque link
   */
  public double knownFraction(Link link) {
    double gain = -Math.expm1(-meanPhotonNumber * link.transmittance());
    return gain > 0 ? Math.min(1, multiPhotonProbability() / gain) : 1;
  }

  /**
   * The loss from which on Eve knows every bit, detectors included.
   *
   * @return the loss in decibel at which P(n ≥ 2) = 1 − e^(−ημ)
   */
  public double criticalLossDb() {
    double eta = -Math.log1p(-multiPhotonProbability()) / meanPhotonNumber;
    return -10 * Math.log10(eta);
  }
}
