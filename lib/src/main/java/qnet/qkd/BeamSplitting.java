package qnet.qkd;

import java.util.random.RandomGenerator;
import qnet.channel.Link;
import qnet.run.Require;

/**
 * The beam-splitting attack on weak pulses: Eve replaces the lossy link by a lossless one with a
 * beam splitter, keeps the light that the link would have lost, and measures after the bases are
 * announced.
 *
 * <p>known part of Bob's bits = 1 − e^(−μ(1 − η))
 *
 * <p>Light split from a laser pulse is independent of what Bob receives, so that neither gains nor
 * errors change, and no test shows the attack; decoy states bound it with all others. It needs no
 * photon counter without disturbance, unlike {@link PhotonSplitting}, and tells Eve less.
 *
 * <p>Valid for laser pulses of random phase.
 *
 * <p>Ignores Eve's own losses and the limits of her quantum memory.
 *
 * <p>Reference: C. H. Bennett, F. Bessette, G. Brassard, L. Salvail, J. Smolin, J. Cryptology 5, 3
 * (1992), doi:10.1007/BF00191318, for the attack.
 *
 * @param meanPhotonNumber mean photons μ per pulse, above 0 and up to 100
 */
public record BeamSplitting(double meanPhotonNumber) {
  private static final double BRIGHTEST = 100;

  /**
   * Checks the component.
   *
   * @param meanPhotonNumber as above
   * @throws IllegalArgumentException if it is out of range
   */
  public BeamSplitting {
    Require.positiveUpTo("meanPhotonNumber", meanPhotonNumber, BRIGHTEST);
  }

  /**
   * The part of Bob's bits that Eve knows behind a link.
   *
   * @param link the link from Alice to Bob
   * @return from 0, without loss, to 1 − e^(−μ)
   */
  public double knownFraction(Link link) {
    return -Math.expm1(-meanPhotonNumber * (1 - link.transmittance()));
  }

  /**
   * The attack on a link, as an eavesdropper: what the link would lose she keeps, the rest reaches
   * Bob over a lossless way.
   *
   * @param link the link from Alice to Bob
   * @return the eavesdropper
   */
  public Eve on(Link link) {
    return new TappingEve(1 - link.transmittance(), EveEffect.ofKnown(0, knownFraction(link)));
  }

  /** Her beam splitter, which takes each photon with a probability. */
  private record TappingEve(double tapped, EveEffect effect) implements Eve {
    @Override
    public Pulse attack(Pulse pulse, RandomGenerator rng) {
      int kept = 0;
      for (int i = 0; i < pulse.photons(); i++) {
        kept += rng.nextDouble() < tapped ? 1 : 0;
      }
      return pulse.keeping(kept).withReception(Reception.HONEST.withTransmittance(1));
    }
  }
}
