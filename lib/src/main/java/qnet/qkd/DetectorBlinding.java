package qnet.qkd;

import java.util.random.RandomGenerator;
import qnet.channel.Link;
import qnet.run.Require;

/**
 * Detector blinding: Eve shines so much light on Bob's detectors that they no longer answer to
 * single photons, reads each of Alice's photons in a random basis, and sends a bright pulse with
 * her result, which makes a blinded detector click if all of it falls on one.
 *
 * <p>Bob clicks only if he measures in Eve's basis, and then reads her bit:
 *
 * <p>Q = 0, I = 1 bit, and a click for b/2 of the pulses in which Alice and Bob use the same basis
 *
 * <p>if she sends a bright pulse for the part b of the photons. Loss above 50 % hides that.
 *
 * <p>Valid for detectors that can be blinded and are not watched, and single photons.
 *
 * <p>Ignores what gives her away to a Bob who measures the current through his detectors.
 * Measurement-device-independent and twin-field protocols are free of the whole class.
 *
 * <p>References: L. Lydersen et al., Nature Photonics 4, 686 (2010), doi:10.1038/nphoton.2010.214;
 * I. Gerhardt et al., Nat. Commun. 2, 349 (2011), doi:10.1038/ncomms1348; the factor 1/2 follows by
 * listing the cases.
 *
 * @param brightFraction b: part of the photons for which she sends a bright pulse, from 0 to 1
 */
public record DetectorBlinding(double brightFraction) implements Eve {
  /**
   * Checks the component.
   *
   * @param brightFraction as above
   * @throws IllegalArgumentException if it is out of range
   */
  public DetectorBlinding {
    Require.probability("brightFraction", brightFraction);
  }

  /**
   * The attack that imitates the loss of a link for single photons.
   *
   * @param link the link from Alice to Bob, with the loss of the detectors
   * @return the attack, with as many clicks as over the link; with half of the pulses if the link
   *     lets more pass
   */
  public static DetectorBlinding on(Link link) {
    return new DetectorBlinding(Math.min(1, 2 * link.transmittance()));
  }

  /**
   * This attack with another number of bright pulses.
   *
   * @param brightFraction from 0 to 1
   * @return the changed attack
   */
  public DetectorBlinding withBrightFraction(double brightFraction) {
    return new DetectorBlinding(brightFraction);
  }

  /**
   * How often Bob clicks, of the pulses in which he uses Alice's basis.
   *
   * @return b/2
   */
  public double gain() {
    return brightFraction / 2;
  }

  @Override
  public Pulse attack(Pulse pulse, RandomGenerator rng) {
    Pulse read = pulse.measured(rng.nextBoolean() ? Basis.X : Basis.Z, rng);
    boolean bright = rng.nextDouble() < brightFraction;
    return (bright ? read : read.withPhotons(0)).withReception(Reception.BLINDED);
  }

  @Override
  public EveEffect effect() {
    return EveEffect.ofKnown(0, 1);
  }
}
