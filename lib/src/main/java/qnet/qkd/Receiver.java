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
 * @param afterpulseProbability probability that a click leaves another one
 * @param analysis how light and noise combine
 */
record Receiver(
    double eta,
    double meanNoise,
    double misalignment,
    double afterpulseProbability,
    Analysis analysis) {
  /** A receiver without after-pulses. */
  Receiver(double eta, double meanNoise, double misalignment, Analysis analysis) {
    this(eta, meanNoise, misalignment, 0, analysis);
  }

  static Receiver behind(Link link, Detector detector, double misalignment, Analysis analysis) {
    double perDetectorHz = link.backgroundRateHz() / 2; // stray light falls on both alike
    return new Receiver(
        link.transmittance() * detector.efficiencyInGate(),
        detector.meanDarkCounts() + detector.meanBackgroundCounts(perDetectorHz),
        misalignment,
        detector.afterpulseProbability(),
        analysis);
  }

  /**
   * Whether the noise depends on the light, because after-pulses of all pulses meet any pulse.
   *
   * @return true if {@link #withAfterpulsesOf} must be called before a probability is asked for
   */
  boolean noiseFollowsLight() {
    return afterpulseProbability > 0 && analysis == Analysis.THRESHOLD;
  }

  /** The receiver under a steady stream of laser pulses of mean photon number μ. */
  Receiver withAfterpulsesOfLaser(double mu) {
    return noiseFollowsLight() ? withAfterpulsesOf(lightClick(mu)) : this;
  }

  /** The probability that laser light alone clicks a detector, the mean of the right and wrong. */
  double lightClick(double mu) {
    return -(StrictMath.expm1(-eta * mu * (1 - misalignment))
            + StrictMath.expm1(-eta * mu * misalignment))
        / 2;
  }

  /**
   * The receiver with the after-pulses that a stream of pulses leaves behind, as additional noise.
   *
   * <p>A detector clicks with probability c = 1 − (1 − c₀)·(1 − p_ap·c), where c₀ is that of light
   * and noise: after-pulses leave after-pulses too.
   *
   * @param lightClick probability that light alone clicks a detector, the mean of both
   */
  Receiver withAfterpulsesOf(double lightClick) {
    if (!noiseFollowsLight()) {
      return this;
    }
    double without = 1 - (1 - lightClick) * (1 - noiseProbability());
    double click = without / (1 - (1 - without) * afterpulseProbability);
    double noise = meanNoise - StrictMath.log1p(-afterpulseProbability * click);
    return new Receiver(eta, noise, misalignment, analysis);
  }

  /** Probability p_d of noise per detector. */
  double noiseProbability() {
    return -StrictMath.expm1(-meanNoise);
  }

  /** Y₀: the click probability of an empty pulse; half of these clicks are wrong. */
  double emptyYield() {
    return withRepeats(rawEmptyYield());
  }

  /** Y₀ = 1 − (1 − p_d)², the same before after-pulses. */
  private double rawEmptyYield() {
    return analysis == Analysis.LIM_2014
        ? 2 * noiseProbability() // Lim et al. 2014, Sec. IV
        : -StrictMath.expm1(-2 * meanNoise);
  }

  /** Y₁ = Y₀ + η − Y₀·η: the click probability of a single photon. */
  double singlePhotonYield() {
    return withRepeats(rawSinglePhotonYield());
  }

  private double rawSinglePhotonYield() {
    double y0 = rawEmptyYield();
    return y0 + eta - y0 * eta; // Ma et al. 2005, Eq. (7)
  }

  /** e₁·Y₁: the probability of a wrong click from a single photon. */
  double singlePhotonErrorYield() {
    double y0 = rawEmptyYield();
    if (analysis != Analysis.THRESHOLD) {
      // Ma et al. 2005, Eq. (9)
      return withWrongRepeats(y0 / 2 + misalignment * eta, rawSinglePhotonYield());
    }
    // the photon in the wrong detector, in the right one, or lost; a double click errs half the
    // time
    double p = noiseProbability();
    return eta * (misalignment * (1 - p / 2) + (1 - misalignment) * p / 2) + (1 - eta) * y0 / 2;
  }

  /** Q_μ: the click probability of a laser pulse of mean photon number μ. */
  double gain(double mu) {
    return Math.min(1, withRepeats(rawGain(mu)));
  }

  private double rawGain(double mu) {
    return switch (analysis) {
      case MA_2005 -> rawEmptyYield() - StrictMath.expm1(-eta * mu); // Ma et al. 2005, Eq. (10)
      case LIM_2014 -> // D_k of Lim et al. 2014, Sec. IV
          1 - (1 - rawEmptyYield()) * StrictMath.exp(-eta * mu);
      case THRESHOLD -> -StrictMath.expm1(-eta * mu - 2 * meanNoise);
    };
  }

  /** E_μ·Q_μ: the probability of a wrong click from a laser pulse of mean photon number μ. */
  double errorGain(double mu) {
    if (analysis != Analysis.THRESHOLD) {
      // Ma et al. 2005, Eq. (11)
      double wrong = rawEmptyYield() / 2 - misalignment * StrictMath.expm1(-eta * mu);
      return Math.min(gain(mu), withWrongRepeats(wrong, rawGain(mu)));
    }
    double right = -StrictMath.expm1(-eta * mu * (1 - misalignment) - meanNoise);
    double wrong = -StrictMath.expm1(-eta * mu * misalignment - meanNoise);
    return wrong * (1 - right / 2); // wrong alone, and half of the double clicks
  }

  /** R = D·(1 + p_ap); with THRESHOLD, after-pulses are part of the noise instead. */
  private double withRepeats(double clicks) {
    return analysis == Analysis.THRESHOLD
        ? clicks
        : clicks * (1 + afterpulseProbability); // Lim et al. 2014, Sec. IV
  }

  private double withWrongRepeats(double errors, double clicks) {
    return errors + afterpulseProbability * clicks / 2; // e_k of Lim et al. 2014, Sec. IV
  }
}
