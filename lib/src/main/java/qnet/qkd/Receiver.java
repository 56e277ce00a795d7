package qnet.qkd;

import qnet.channel.Detector;
import qnet.channel.Link;

/**
 * Bob's two threshold detectors behind a link: the probabilities of clicks and of wrong clicks.
 *
 * <p>"Yield" is a click probability given the photon number, "gain" one given a laser intensity;
 * "error yield" and "error gain" are probabilities of a click with the wrong bit, so that an error
 * rate is a quotient of two of these.
 *
 * <p>StrictMath, because an optimal intensity that goes into seeded trials must have the same bits
 * on every JDK.
 *
 * @param eta probability that a photon sent by Alice gives a click, link and detector together
 * @param meanNoise mean number of clicks without light per detector and gate
 * @param misalignment probability that a photon goes to the wrong detector
 * @param analysis how light and noise combine
 */
record Receiver(double eta, double meanNoise, double misalignment, Analysis analysis) {
  static Receiver behind(Link link, Detector detector, double misalignment, Analysis analysis) {
    double perDetectorHz = link.backgroundRateHz() / 2; // stray light falls on both alike
    return new Receiver(
        link.transmittance() * detector.efficiency(),
        detector.meanDarkCounts() + detector.meanBackgroundCounts(perDetectorHz),
        misalignment,
        analysis);
  }

  /** Probability p_d of noise per detector. */
  double noiseProbability() {
    return -StrictMath.expm1(-meanNoise);
  }

  /**
   * Y₀ = 1 − (1 − p_d)²: the click probability of an empty pulse; half of these clicks are wrong.
   */
  double emptyYield() {
    return -StrictMath.expm1(-2 * meanNoise);
  }

  /** Y₁ = Y₀ + η − Y₀·η: the click probability of a single photon. */
  double singlePhotonYield() {
    double y0 = emptyYield();
    return y0 + eta - y0 * eta; // Ma et al. 2005, Eq. (7)
  }

  /** e₁·Y₁: the probability of a wrong click from a single photon. */
  double singlePhotonErrorYield() {
    double y0 = emptyYield();
    if (analysis == Analysis.MA_2005) {
      return y0 / 2 + misalignment * eta; // Ma et al. 2005, Eq. (9)
    }
    // the photon in the wrong detector, in the right one, or lost; a double click errs half the
    // time
    double p = noiseProbability();
    return eta * (misalignment * (1 - p / 2) + (1 - misalignment) * p / 2) + (1 - eta) * y0 / 2;
  }

  /** Q_μ: the click probability of a laser pulse of mean photon number μ. */
  double gain(double mu) {
    if (analysis == Analysis.MA_2005) {
      return Math.min(1, emptyYield() - StrictMath.expm1(-eta * mu)); // Ma et al. 2005, Eq. (10)
    }
    return -StrictMath.expm1(-eta * mu - 2 * meanNoise);
  }

  /** E_μ·Q_μ: the probability of a wrong click from a laser pulse of mean photon number μ. */
  double errorGain(double mu) {
    if (analysis == Analysis.MA_2005) {
      return emptyYield() / 2
          - misalignment * StrictMath.expm1(-eta * mu); // Ma et al. 2005, Eq. (11)
    }
    double right = -StrictMath.expm1(-eta * mu * (1 - misalignment) - meanNoise);
    double wrong = -StrictMath.expm1(-eta * mu * misalignment - meanNoise);
    return wrong * (1 - right / 2); // wrong alone, and half of the double clicks
  }
}
