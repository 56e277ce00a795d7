package qnet.qkd;

import java.util.random.RandomGenerator;
import qnet.channel.Link;
import qnet.run.Require;
import qnet.state.Entropy;

/**
 * Two detectors of Bob that are not equally efficient at a time, colour or angle that Eve can
 * choose, and what this costs.
 *
 * <p>The weaker detector has the part r of the efficiency of the stronger one. Shifting the arrival
 * time at random (time-shift attack, no errors) lets Eve guess a bit with probability 1/(1 + r), so
 * that no more key is left than
 *
 * <p>h(r/(1 + r))
 *
 * <p>per sifted bit. Sending states that only the wanted detector sees well (faked states) gives
 * her the whole key at an error rate of only
 *
 * <p>Q = 2r/(1 + 3r)
 *
 * <p>which falls below 25 % for r &lt; 1/5. If the mismatch is known and the same for Alice's and
 * Bob's whole analysis, key is left: with s = 2r/(1 + r), either by
 *
 * <p>R = s·[1 − h(e_p)] − f·h(e_b), or, if Bob throws away clicks of the stronger detector at
 * random, R = s·[1 − h(e_p) − f·h(e_b)]
 *
 * <p>Valid for single photons and infinitely long keys; the first two for detectors whose
 * efficiencies Eve can exchange.
 *
 * <p>Ignores mismatch in more than one property at a time. Measurement-device-independent and
 * twin-field protocols are free of the whole class, because their detectors may belong to Eve.
 *
 * <p>References: V. Makarov, A. Anisimov, J. Skaar, Phys. Rev. A 74, 022313 (2006),
 * doi:10.1103/PhysRevA.74.022313, for faked states; B. Qi, C.-H. F. Fung, H.-K. Lo, X. Ma, Quantum
 * Inf. Comput. 7, 73 (2007), arXiv:quant-ph/0512080, for the time shift; C.-H. F. Fung, K. Tamaki,
 * B. Qi, H.-K. Lo, X. Ma, Quantum Inf. Comput. 9, 131 (2009), arXiv:0802.3788, Eqs. (32)–(34).
 *
 * @param ratio r: efficiency of the weaker detector over that of the stronger one, from 0 to 1
 */
public record EfficiencyMismatch(double ratio) {
  /**
   * Checks the component.
   *
   * @param ratio as above
   * @throws IllegalArgumentException if it is out of range
   */
  public EfficiencyMismatch {
    Require.probability("ratio", ratio);
  }

  /**
   * The key that a time-shift attack leaves at most.
   *
   * @return secret bits per sifted bit, h(r/(1 + r)); 1 without mismatch
   */
  public double timeShiftCeilingBits() {
    return Entropy.binary(ratio / (1 + ratio)); // Qi et al. 2007
  }

  /**
   * The error rate at which faked states give Eve the whole key.
   *
   * @return 2r/(1 + 3r), from 0 to 1/2
   */
  public double fakedStateQber() {
    return 2 * ratio / (1 + 3 * ratio); // Makarov, Anisimov, Skaar 2006
  }

  /**
   * The part of the clicks that equally efficient detectors would have given.
   *
   * @return s = 2r/(1 + r)
   */
  public double symmetricFraction() {
    return 2 * ratio / (1 + ratio); // Fung et al. 2009, Eq. (32)
  }

  /**
   * The key that is left if the mismatch is known.
   *
   * @param phaseError phase error rate of the symmetric part, from 0 to 0.5
   * @param bitError bit error rate, from 0 to 0.5
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return secret bits per sifted bit, s·[1 − h(e_p)] − f·h(e_b), or 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public double keptKeyBits(double phaseError, double bitError, double errorCorrectionEfficiency) {
    check(phaseError, bitError, errorCorrectionEfficiency);
    double secret = symmetricFraction() * (1 - Entropy.binary(phaseError));
    // Fung et al. 2009, Eq. (33)
    return Math.max(0, secret - errorCorrectionEfficiency * Entropy.binary(bitError));
  }

  /**
   * The key that is left if the mismatch is known and Bob throws clicks of the stronger detector
   * away until both are equal.
   *
   * @param phaseError phase error rate, from 0 to 0.5
   * @param bitError bit error rate, from 0 to 0.5
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return secret bits per sifted bit before the discarding, s·[1 − h(e_p) − f·h(e_b)], or 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public double discardedKeyBits(
      double phaseError, double bitError, double errorCorrectionEfficiency) {
    check(phaseError, bitError, errorCorrectionEfficiency);
    double disclosed = errorCorrectionEfficiency * Entropy.binary(bitError);
    // Fung et al. 2009, Eq. (34)
    return Math.max(0, symmetricFraction() * (1 - Entropy.binary(phaseError) - disclosed));
  }

  /**
   * The time-shift attack on a link, as an eavesdropper: she makes each pulse early or late, as a
   * coin decides, and guesses the bit of the detector that sees more of it.
   *
   * @param link the link whose loss she imitates over a better one
   * @return the eavesdropper
   */
  public Eve timeShiftOn(Link link) {
    return new TimeShiftEve(ratio, way(link, (1 + ratio) / 2));
  }

  /**
   * The attack with faked states on a link, as an eavesdropper: she reads each pulse in a random
   * basis and sends the opposite bit in the other basis, at a time when the detector for the
   * opposite bit sees least. If Bob measures in her basis he reads her bit, in the other one hardly
   * anything.
   *
   * @param link the link whose loss she imitates over a better one
   * @return the eavesdropper
   */
  public Eve fakedStatesOn(Link link) {
    return new FakedStatesEve(ratio, way(link, (1 + 3 * ratio) / 4));
  }

  /** A way on which pulses of which a part is seen arrive as often as over a link. */
  private static double way(Link link, double seen) {
    return Math.min(1, link.transmittance() / seen);
  }

  /** One detector sees the pulse, the other one the part r of it. */
  private static Reception favouring(boolean one, double ratio, double transmittance) {
    return Reception.HONEST
        .withTransmittance(transmittance)
        .withSeen(one ? ratio : 1, one ? 1 : ratio);
  }

  private record TimeShiftEve(double ratio, double transmittance) implements Eve {
    @Override
    public Pulse attack(Pulse pulse, RandomGenerator rng) {
      boolean late = rng.nextBoolean();
      double guess = effect().guessProbability();
      return pulse
          .withReception(favouring(late, ratio, transmittance))
          .withNote(EveNote.ofBit(late ? "made late" : "made early", late ? guess : 1 - guess));
    }

    @Override
    public EveEffect effect() {
      double guess = 1 / (1 + ratio);
      return new EveEffect(0, guess, 1 - Entropy.binary(guess)); // Qi et al. 2007
    }
  }

  private record FakedStatesEve(double ratio, double transmittance) implements Eve {
    @Override
    public Pulse attack(Pulse pulse, RandomGenerator rng) {
      boolean diagonal = rng.nextBoolean();
      double basisRad = Malus.angleRad(diagonal ? Basis.X : Basis.Z);
      double otherRad = Malus.angleRad(diagonal ? Basis.Z : Basis.X);
      Pulse read = pulse.measured(basisRad, rng);
      boolean one = Malus.one(read.angleRad(), basisRad) > 0.5;
      return read.withAngleRad(one ? otherRad : Malus.acrossRad(otherRad))
          .withReception(favouring(one, ratio, transmittance));
    }

    @Override
    public EveEffect effect() {
      double known = (1 + ratio) / (1 + 3 * ratio); // clicks in her basis, by listing the cases
      return EveEffect.ofKnown(new EfficiencyMismatch(ratio).fakedStateQber(), known);
    }
  }

  private static void check(double phaseError, double bitError, double efficiency) {
    Require.between("phaseError", phaseError, 0, 0.5);
    Require.between("bitError", bitError, 0, 0.5);
    QkdChecks.errorCorrectionEfficiency(efficiency);
  }
}
