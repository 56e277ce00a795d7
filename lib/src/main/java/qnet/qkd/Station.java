package qnet.qkd;

import qnet.channel.Detector;
import qnet.channel.Link;

/**
 * The station between two arms, where the light of Alice and of Bob meets in front of threshold
 * detectors.
 *
 * <p>StrictMath, because an optimal intensity that goes into seeded trials must have the same bits
 * on every JDK.
 *
 * @param etaAlice probability that a photon sent by Alice gives a click, arm and detector together
 * @param etaBob the same for Bob
 * @param meanNoise mean number of clicks without light per detector and gate
 */
record Station(double etaAlice, double etaBob, double meanNoise) {
  /** Stray light from both arms falls on all detectors alike. */
  static Station between(Link alice, Link bob, Detector detector, int detectors) {
    double perDetectorHz = (alice.backgroundRateHz() + bob.backgroundRateHz()) / detectors;
    return new Station(
        alice.transmittance() * detector.efficiencyInGate(),
        bob.transmittance() * detector.efficiencyInGate(),
        detector.meanDarkCounts() + detector.meanBackgroundCounts(perDetectorHz));
  }

  /** A station whose two arms must have the same transmittance. */
  static Station symmetric(Link alice, Link bob, Detector detector, int detectors) {
    equalTransmittance(alice, bob);
    return between(alice, bob, detector, detectors);
  }

  static Station symmetric(Link.Halves halves, Detector detector, int detectors) {
    return symmetric(halves.alice(), halves.bob(), detector, detectors);
  }

  static double equalTransmittance(Link alice, Link bob) {
    if (!nearlyEqual(alice.transmittance(), bob.transmittance())) {
      throw new IllegalArgumentException(
          "the arms must have the same transmittance (attenuate the better one), were "
              + alice.transmittance()
              + " and "
              + bob.transmittance());
    }
    return alice.transmittance();
  }

  private static boolean nearlyEqual(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(a, b);
  }

  Station withoutNoise() {
    return new Station(etaAlice, etaBob, 0);
  }

  boolean isDark() {
    return etaAlice == 0 || etaBob == 0;
  }

  boolean isSymmetric() {
    return nearlyEqual(etaAlice, etaBob);
  }

  /** p_d: probability of noise in one detector. */
  double noiseProbability() {
    return -StrictMath.expm1(-meanNoise);
  }

  /** 1 − p_d. */
  double quiet() {
    return StrictMath.exp(-meanNoise);
  }

  /** Probability that light of mean photon number I, or noise, makes one detector click. */
  double click(double intensity) {
    return -StrictMath.expm1(-intensity - meanNoise);
  }

  /** Probability that a detector in light of mean photon number I stays silent. */
  double silent(double intensity) {
    return StrictMath.exp(-intensity - meanNoise);
  }

  /** Probability that at least one detector clicks, whatever the interference. */
  double anyClick(double muAlice, double muBob, int detectors) {
    return -StrictMath.expm1(-etaAlice * muAlice - etaBob * muBob - detectors * meanNoise);
  }
}
