package qnet.qkd;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * BB84 with laser pulses and no decoy states: Eve may have split every pulse of several photons,
 * and blocked as many single photons as the loss hides.
 *
 * <p>R = q·Q_μ·{Ω·[1 − h(E_μ/Ω)] − f·h(E_μ)}, Ω = 1 − [1 − (1 + μ)·e^(−μ)]/Q_μ
 *
 * <p>per pulse, with the gains and error rates of {@link Analysis}; Ω is the part of the detections
 * that cannot come from pulses of several photons. Unless the source fixes an intensity μ, the best
 * one for the link is used: about as many photons per pulse as the link lets pass, so that the key
 * rate falls with the square of the transmittance.
 *
 * <p>Valid for infinitely long keys, general attacks and pulses of random phase.
 *
 * <p>Ignores finite-size effects and detectors that differ. The dead time lowers the uses per
 * second, not the key per use.
 *
 * <p>References: D. Gottesman, H.-K. Lo, N. Lütkenhaus, J. Preskill, Quantum Inf. Comput. 4, 325
 * (2004), arXiv:quant-ph/0212066; H.-K. Lo, X. Ma, K. Chen, Phys. Rev. Lett. 94, 230504 (2005),
 * doi:10.1103/PhysRevLett.94.230504, for the distance it reaches without decoys.
 *
 * @param source Alice's laser; if its mean photon number is NaN, the best one is used
 * @param detector each of Bob's two detectors
 * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param siftingFactor q: probability that both choose the same basis, from 0.5 (each basis half of
 *     the time) to 1 (nearly always the same basis)
 * @param analysis how light, dark counts and double clicks are counted
 */
public record WeakPulseBb84(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    double siftingFactor,
    Analysis analysis)
    implements PulsedBb84 {
  /** The intensity where no key is possible and no intensity better than another. */
  private static final double USUAL_MEAN_PHOTON_NUMBER = 0.1;

  /**
   * Checks the components.
   *
   * @param source as above
   * @param detector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @param siftingFactor as above
   * @param analysis as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public WeakPulseBb84 {
    if (source.statistics() != Source.Statistics.POISSON) {
      throw new IllegalArgumentException(
          "source must be a laser (single photons need Bb84), was " + source);
    }
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    QkdChecks.siftingFactor(siftingFactor);
    Objects.requireNonNull(analysis);
  }

  /**
   * The devices of {@link DecoyBb84#standard()}, so that the two differ in nothing but the decoys.
   *
   * @return the protocol
   */
  public static WeakPulseBb84 standard() {
    return new WeakPulseBb84(
        Source.laser(), Detector.ingaasApd(), 0.015, 1.16, 0.5, Analysis.THRESHOLD);
  }

  /**
   * The devices of {@link DecoyBb84#gys()}. Its fibre has 0.21 dB/km.
   *
   * @return the protocol
   */
  public static WeakPulseBb84 gys() {
    return new WeakPulseBb84(Source.laser(), Detector.gys(), 0.033, 1.22, 0.5, Analysis.MA_2005);
  }

  /**
   * This protocol with another source.
   *
   * @param source a laser
   * @return the changed protocol
   */
  public WeakPulseBb84 withSource(Source source) {
    return new WeakPulseBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of Bob's two detectors
   * @return the changed protocol
   */
  public WeakPulseBb84 withDetector(Detector detector) {
    return new WeakPulseBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
   * @return the changed protocol
   */
  public WeakPulseBb84 withMisalignment(double misalignment) {
    return new WeakPulseBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public WeakPulseBb84 withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new WeakPulseBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another choice of bases.
   *
   * @param siftingFactor probability that both choose the same basis, from 0.5 to 1
   * @return the changed protocol
   */
  public WeakPulseBb84 withSiftingFactor(double siftingFactor) {
    return new WeakPulseBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another way to count clicks and key.
   *
   * @param analysis the analysis
   * @return the changed protocol
   */
  public WeakPulseBb84 withAnalysis(Analysis analysis) {
    return new WeakPulseBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with a fixed intensity.
   *
   * @param meanPhotonNumber mean photons per signal pulse, above 0 and up to 100; NaN for the best
   *     one
   * @return the changed protocol
   */
  public WeakPulseBb84 withMeanPhotonNumber(double meanPhotonNumber) {
    return withSource(source.withMeanPhotonNumber(meanPhotonNumber));
  }

  /**
   * This protocol with the intensity fixed that is best for a link; unchanged if one is fixed
   * already.
   *
   * <p>If no intensity makes key, it is 0.1.
   *
   * @param link the link from Alice to Bob
   * @return the protocol with a mean photon number
   */
  public WeakPulseBb84 optimisedFor(Link link) {
    if (!Double.isNaN(source.meanPhotonNumber())) {
      return this;
    }
    var receiver = Receiver.behind(link, detector, misalignment, analysis);
    double best =
        receiver.eta() > 0 ? IntensitySearch.best(bitsPerSiftedPulse(receiver)) : Double.NaN;
    return withMeanPhotonNumber(Double.isNaN(best) ? USUAL_MEAN_PHOTON_NUMBER : best);
  }

  /** Secret bits per sifted pulse as a function of μ; negative where there is no key. */
  private DoubleUnaryOperator bitsPerSiftedPulse(Receiver receiver) {
    return mu -> {
      var loaded = receiver.withAfterpulsesOfLaser(mu);
      double gain = loaded.gain(mu);
      double qber = loaded.errorGain(mu) / gain;
      double several = -StrictMath.expm1(-mu) - mu * StrictMath.exp(-mu);
      double untagged = 1 - several / gain; // 1 − Δ of Gottesman et al. 2004
      // without single photons the balance goes on falling, so that the search finds its way back
      double secret =
          untagged > 0 ? untagged * (1 - ErrorEntropy.ofPhaseError(qber / untagged)) : untagged;
      return gain * (secret - errorCorrectionEfficiency * ErrorEntropy.ofBitError(qber));
    };
  }

  @Override
  public KeyRate over(Link link) {
    double mu = optimisedFor(link).source.meanPhotonNumber();
    var receiver = Receiver.behind(link, detector, misalignment, analysis);
    var loaded = receiver.withAfterpulsesOfLaser(mu);
    double gain = loaded.gain(mu);
    double bits =
        gain > 0 ? siftingFactor * Math.max(0, bitsPerSiftedPulse(receiver).applyAsDouble(mu)) : 0;
    double clockHz = source.repetitionRateHz();
    return new KeyRate(
        bits,
        clockHz * detector.liveFraction(gain * clockHz),
        gain,
        loaded.errorGain(mu) / gain,
        limit(bits, link, mu));
  }

  private String limit(double bits, Link link, double mu) {
    if (bits > 0) {
      return "loss";
    }
    String withDecoys =
        new DecoyBb84(
                source.withMeanPhotonNumber(mu),
                detector,
                misalignment,
                errorCorrectionEfficiency,
                siftingFactor,
                analysis)
            .over(link)
            .limit();
    return withDecoys.equals("loss") ? "pulses of several photons" : withDecoys;
  }

  @Override
  public PulseSetup setup(Link link) {
    return PulseSetup.of(optimisedFor(link).source, detector, misalignment, siftingFactor);
  }
}
