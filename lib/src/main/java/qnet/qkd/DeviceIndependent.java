package qnet.qkd;

import java.util.Objects;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.PairSource;

/**
 * Device-independent key distribution: Alice and Bob trust neither source nor detectors, only a
 * violation of the CHSH inequality without any loophole.
 *
 * <p>r = 1 − f·h(Q) − χ(S), χ(S) = h((1 + √(S²/4 − 1))/2)
 *
 * <p>per pulse, nearly all of which are for the key. S and Q are what an honest source of singlets
 * and honest detectors give. A round in which one side has no click must not be dropped, or Eve
 * could choose the rounds: it counts as the bit +1.
 *
 * <p>S = 2√2·(1 − 2e)·K + 2D, Q = [1 − (1 − 2e)·K − D]/2
 *
 * <p>with K = η_Aη_B and D = (1 − η_A)(1 − η_B) without noise: both photons detected, or none.
 * Already 8 % of loss in each arm, detectors included, end the key.
 *
 * <p>Valid for collective attacks and infinitely long keys, maximally entangled pairs, the CHSH
 * settings that are best without loss.
 *
 * <p>Ignores finite-size effects, dead times, and refinements that tolerate more loss (noisy
 * preprocessing, partially entangled pairs, other treatments of missing clicks).
 *
 * <p>References: A. Acín, N. Brunner, N. Gisin, S. Massar, S. Pironio, V. Scarani, Phys. Rev. Lett.
 * 98, 230501 (2007), doi:10.1103/PhysRevLett.98.230501, arXiv:quant-ph/0702152, Eqs. (2), (3); S.
 * Pironio et al., New J. Phys. 11, 045021 (2009), doi:10.1088/1367-2630/11/4/045021, for missing
 * clicks.
 *
 * @param source the source, of single pairs
 * @param aliceDetector each of Alice's two detectors
 * @param bobDetector each of Bob's two detectors
 * @param misalignment e: probability that the bits of a pair with both photons detected differ, in
 *     any direction, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 */
public record DeviceIndependent(
    PairSource source,
    Detector aliceDetector,
    Detector bobDetector,
    double misalignment,
    double errorCorrectionEfficiency)
    implements TwoArmProtocol {
  private static final double TSIRELSON = 2 * Math.sqrt(2);

  /**
   * Checks the components.
   *
   * @param source as above
   * @param aliceDetector as above
   * @param bobDetector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public DeviceIndependent {
    if (source.statistics() != PairSource.Statistics.SINGLE_PAIR) {
      throw new IllegalArgumentException(
          "source must emit single pairs (down-conversion needs Bbm92 or E91), was " + source);
    }
    Objects.requireNonNull(aliceDetector);
    Objects.requireNonNull(bobDetector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
  }

  /**
   * An ideal source of single pairs with superconducting detectors; misalignment and error
   * correction as in {@link Bbm92#standard()}.
   *
   * @return the protocol
   */
  public static DeviceIndependent standard() {
    return new DeviceIndependent(
        PairSource.singlePair(), Detector.snspd(), Detector.snspd(), 0.015, 1.16);
  }

  /**
   * This protocol with another source.
   *
   * @param source a source of single pairs
   * @return the changed protocol
   */
  public DeviceIndependent withSource(PairSource source) {
    return new DeviceIndependent(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another pair of detectors on Alice's side.
   *
   * @param aliceDetector each of Alice's two detectors
   * @return the changed protocol
   */
  public DeviceIndependent withAliceDetector(Detector aliceDetector) {
    return new DeviceIndependent(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another pair of detectors on Bob's side.
   *
   * @param bobDetector each of Bob's two detectors
   * @return the changed protocol
   */
  public DeviceIndependent withBobDetector(Detector bobDetector) {
    return new DeviceIndependent(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that the bits of a pair with both photons detected differ, from
   *     0 to 0.5
   * @return the changed protocol
   */
  public DeviceIndependent withMisalignment(double misalignment) {
    return new DeviceIndependent(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public DeviceIndependent withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new DeviceIndependent(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with the same detectors on both sides.
   *
   * @param detector each of the four detectors
   * @return the changed protocol
   */
  public DeviceIndependent withDetector(Detector detector) {
    return withAliceDetector(detector).withBobDetector(detector);
  }

  private PairClicks clicks(Link alice, Link bob) {
    return new PairClicks(
        Receiver.behind(alice, aliceDetector, misalignment, Analysis.THRESHOLD),
        Receiver.behind(bob, bobDetector, misalignment, Analysis.THRESHOLD),
        source.statistics(),
        source.meanPairNumber());
  }

  /**
   * The CHSH value S of all pulses, with a missing click read as +1.
   *
   * @param alice the arm from the source to Alice
   * @param bob the arm from the source to Bob
   * @return S, from 0 to 2√2
   */
  public double chsh(Link alice, Link bob) {
    return chsh(clicks(alice, bob));
  }

  private double chsh(PairClicks clicks) {
    double both = (1 - 2 * misalignment) * clicks.correlation(1);
    return TSIRELSON * both + 2 * clicks.bothDarkProbability(); // three terms +, one −
  }

  private double qber(PairClicks clicks) {
    double both = (1 - 2 * misalignment) * clicks.correlation(1);
    return (1 - both - clicks.bothDarkProbability()) / 2;
  }

  private double bitsPerPulse(PairClicks clicks) {
    return 1 // Acín et al. 2007, Eqs. (2), (3)
        - errorCorrectionEfficiency * ErrorEntropy.ofBitError(qber(clicks))
        - EveInformation.ofChshBits(chsh(clicks));
  }

  /**
   * The key rate per pulse of the source; every pulse gives a bit, so the gain is 1.
   *
   * @param alice the arm from the source to Alice
   * @param bob the arm from the source to Bob
   * @return the key rate
   */
  @Override
  public KeyRate over(Link alice, Link bob) {
    var clicks = clicks(alice, bob);
    double bits = Math.max(0, bitsPerPulse(clicks));
    return new KeyRate(bits, source.repetitionRateHz(), 1, qber(clicks), limit(bits, clicks));
  }

  private String limit(double bits, PairClicks clicks) {
    if (bits > 0) {
      return "loss";
    }
    if (chsh(clicks) > 2) {
      return "too little violation for the error rate";
    }
    return "no violation: too many photons are lost";
  }
}
