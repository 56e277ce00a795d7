package qnet.qkd;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * BB84 with laser pulses and decoy states, in the limit of infinitely many decoy intensities: Alice
 * and Bob learn exactly how often a single photon arrives and how often it errs.
 *
 * <p>R = q·{Q₀ + Q₁·[1 − h(e₁)] − f·Q_μ·h(E_μ)}, Q₁ = Y₁·μ·e^(−μ), Q₀ = Y₀·e^(−μ)
 *
 * <p>per pulse, with the gains and error rates of {@link Analysis}; {@link Analysis#MA_2005} leaves
 * out Q₀. Unless the source fixes an intensity μ, the best one for the link is used.
 *
 * <p>Valid for infinitely long keys, general attacks, pulses of random phase and exact intensity.
 *
 * <p>Ignores finite-size effects, the pulses spent on decoys, and detectors that differ. The dead
 * time lowers the uses per second, not the key per use.
 *
 * <p>References: H.-K. Lo, X. Ma, K. Chen, Phys. Rev. Lett. 94, 230504 (2005),
 * doi:10.1103/PhysRevLett.94.230504; X. Ma, B. Qi, Y. Zhao, H.-K. Lo, Phys. Rev. A 72, 012326
 * (2005), doi:10.1103/PhysRevA.72.012326, arXiv:quant-ph/0503005, Eqs. (1), (7), (9)–(12); for Q₀
 * C. C. W. Lim et al., Phys. Rev. A 89, 022307 (2014), doi:10.1103/PhysRevA.89.022307, Eq. (1).
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
public record DecoyBb84(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    double siftingFactor,
    Analysis analysis)
    implements PulsedBb84 {
  /** The intensity where no key is possible and no intensity better than another. */
  private static final double USUAL_MEAN_PHOTON_NUMBER = 0.5;

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
  public DecoyBb84 {
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
   * A laser at 1 GHz and gated InGaAs avalanche diodes, each basis half of the time.
   *
   * <p>Misalignment 1.5 % and f = 1.16 are the values of H.-K. Lo, M. Curty, B. Qi, Phys. Rev.
   * Lett. 108, 130503 (2012), doi:10.1103/PhysRevLett.108.130503.
   *
   * @return the protocol
   */
  public static DecoyBb84 standard() {
    return new DecoyBb84(
        Source.laser(), Detector.ingaasApd(), 0.015, 1.16, 0.5, Analysis.THRESHOLD);
  }

  /**
   * The set of published numbers that most decoy-state papers compute with: misalignment 3.3 %, f =
   * 1.22, the detectors of {@link Detector#gys()}. Its fibre has 0.21 dB/km.
   *
   * <p>X. Ma, B. Qi, Y. Zhao, H.-K. Lo, Phys. Rev. A 72, 012326 (2005), Table I, after C. Gobby, Z.
   * L. Yuan, A. J. Shields, Appl. Phys. Lett. 84, 3762 (2004), doi:10.1063/1.1738173. The clock is
   * that of {@link Source#laser()}, not the experiment's.
   *
   * @return the protocol
   */
  public static DecoyBb84 gys() {
    return new DecoyBb84(Source.laser(), Detector.gys(), 0.033, 1.22, 0.5, Analysis.MA_2005);
  }

  /**
   * This protocol with another source.
   *
   * @param source a laser
   * @return the changed protocol
   */
  public DecoyBb84 withSource(Source source) {
    return new DecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of Bob's two detectors
   * @return the changed protocol
   */
  public DecoyBb84 withDetector(Detector detector) {
    return new DecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
   * @return the changed protocol
   */
  public DecoyBb84 withMisalignment(double misalignment) {
    return new DecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public DecoyBb84 withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new DecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another choice of bases.
   *
   * @param siftingFactor probability that both choose the same basis, from 0.5 to 1
   * @return the changed protocol
   */
  public DecoyBb84 withSiftingFactor(double siftingFactor) {
    return new DecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another way to count clicks and key.
   *
   * @param analysis the analysis
   * @return the changed protocol
   */
  public DecoyBb84 withAnalysis(Analysis analysis) {
    return new DecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with a fixed intensity.
   *
   * @param meanPhotonNumber mean photons per signal pulse, above 0 and up to 100; NaN for the best
   *     one
   * @return the changed protocol
   */
  public DecoyBb84 withMeanPhotonNumber(double meanPhotonNumber) {
    return withSource(source.withMeanPhotonNumber(meanPhotonNumber));
  }

  /**
   * This protocol with the intensity fixed that is best for a link; unchanged if one is fixed
   * already.
   *
   * <p>If no intensity makes key, it is the one that would be best without dark counts, or 0.5
   * where that does not exist.
   *
   * @param link the link from Alice to Bob
   * @return the protocol with a mean photon number
   */
  public DecoyBb84 optimisedFor(Link link) {
    return withMeanPhotonNumber(
        meanPhotonNumber(Receiver.behind(link, detector, misalignment, analysis)));
  }

  /**
   * The best mean photon number for a link without dark counts and with much loss: the solution of
   *
   * <p>(1 − μ)·e^(−μ) = f·h(e_det)/(1 − h(e_det))
   *
   * @return the mean photon number; 0 if the misalignment leaves no key
   */
  public double darkFreeMeanPhotonNumber() {
    double entropy = ErrorEntropy.ofPhaseError(misalignment);
    double cost = errorCorrectionEfficiency * entropy / (1 - entropy); // Ma et al. 2005, Eq. (12)
    double mu = 0;
    if (cost < 1) {
      // Newton's method from the left of a falling convex function cannot overshoot
      for (double step = 1; step > 1e-15; mu += step) {
        double weight = StrictMath.exp(-mu);
        step = ((1 - mu) * weight - cost) / ((2 - mu) * weight);
      }
    }
    return mu;
  }

  private double meanPhotonNumber(Receiver receiver) {
    if (!Double.isNaN(source.meanPhotonNumber())) {
      return source.meanPhotonNumber();
    }
    double best =
        receiver.eta() > 0 ? IntensitySearch.best(bitsPerSiftedPulse(receiver)) : Double.NaN;
    if (Double.isNaN(best)) {
      best = darkFreeMeanPhotonNumber();
    }
    return best > 0 ? best : USUAL_MEAN_PHOTON_NUMBER;
  }

  /** Secret bits per sifted pulse as a function of μ; negative where there is no key. */
  private DoubleUnaryOperator bitsPerSiftedPulse(Receiver receiver) {
    if (receiver.noiseFollowsLight()) {
      return mu -> bitsPerSiftedPulse(receiver.withAfterpulsesOfLaser(mu)).applyAsDouble(mu);
    }
    double y1 = receiver.singlePhotonYield();
    double secretPerPhoton =
        y1 - y1 * ErrorEntropy.ofPhaseError(receiver.singlePhotonErrorYield() / y1);
    double secretPerEmpty = analysis == Analysis.MA_2005 ? 0 : receiver.emptyYield();
    return mu -> {
      double gain = receiver.gain(mu);
      double disclosed =
          errorCorrectionEfficiency * gain * ErrorEntropy.ofBitError(receiver.errorGain(mu) / gain);
      // Ma et al. 2005, Eq. (1), with the empty pulses of Lim et al. 2014, Eq. (1)
      return StrictMath.exp(-mu) * (secretPerEmpty + mu * secretPerPhoton) - disclosed;
    };
  }

  @Override
  public KeyRate over(Link link) {
    var receiver = Receiver.behind(link, detector, misalignment, analysis);
    double mu = meanPhotonNumber(receiver);
    receiver = receiver.withAfterpulsesOfLaser(mu);
    double gain = receiver.gain(mu);
    double bits =
        gain > 0 ? siftingFactor * Math.max(0, bitsPerSiftedPulse(receiver).applyAsDouble(mu)) : 0;
    double clockHz = source.repetitionRateHz();
    return new KeyRate(
        bits,
        clockHz * detector.liveFraction(gain * clockHz),
        gain,
        receiver.errorGain(mu) / gain,
        limit(bits, receiver, mu));
  }

  private String limit(double bits, Receiver receiver, double mu) {
    if (bits > 0) {
      return "loss";
    }
    if (receiver.eta() == 0) {
      return "no light arrives";
    }
    double entropy = ErrorEntropy.ofPhaseError(misalignment);
    double disclosed = errorCorrectionEfficiency * ErrorEntropy.ofBitError(misalignment);
    if (1 - entropy <= disclosed) {
      return "misalignment";
    }
    // without dark counts the rate is η·μ·[e^(−μ)·(1 − h) − f·h]
    return Math.exp(-mu) * (1 - entropy) <= disclosed
        ? "pulses of several photons"
        : "dark counts and stray light";
  }

  /**
   * Where the clicks come from, at the intensity that is used.
   *
   * @param link the link from Alice to Bob
   * @return gains and error rates
   */
  public Yields yields(Link link) {
    var receiver = Receiver.behind(link, detector, misalignment, analysis);
    double mu = meanPhotonNumber(receiver);
    receiver = receiver.withAfterpulsesOfLaser(mu);
    double empty = StrictMath.exp(-mu);
    return new Yields(
        mu,
        receiver.gain(mu),
        receiver.errorGain(mu) / receiver.gain(mu),
        receiver.emptyYield() * empty,
        receiver.singlePhotonYield() * mu * empty,
        receiver.singlePhotonErrorYield() / receiver.singlePhotonYield());
  }

  /**
   * The counts of the signal intensity to expect after a number of pulses.
   *
   * @param link the link from Alice to Bob
   * @param pulses signal pulses sent, at least 1
   * @return expectation values, rounded
   * @throws IllegalArgumentException if {@code pulses} is below 1
   */
  public Counts expect(Link link, long pulses) {
    var receiver = Receiver.behind(link, detector, misalignment, analysis);
    double mu = meanPhotonNumber(receiver);
    receiver = receiver.withAfterpulsesOfLaser(mu);
    return PulseTrials.expected(
        pulses, mu, siftingFactor, receiver.gain(mu), receiver.errorGain(mu));
  }

  /**
   * Sends signal pulses, draws where their light and the noise click, and counts what is left after
   * sifting.
   *
   * <p>The draws are those of {@link Analysis#THRESHOLD}, whatever the analysis; detectors are
   * always ready. The same seed gives the same counts on any number of threads.
   *
   * @param link the link from Alice to Bob
   * @param pulses signal pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Counts simulate(Link link, long pulses, RandomGenerator rng) {
    return transmission(link, detector.withDeadTimeNs(0)).counts(pulses, rng);
  }

  /**
   * Sends signal pulses, lets Bob's detectors click, and sifts, as {@link
   * PrepareAndMeasure#transmit} does.
   *
   * @param link the link from Alice to Bob
   * @param pulses signal pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the sifted keys of both, and what was counted
   * @throws IllegalArgumentException if {@code pulses} is below 1, or leaves more than 2³¹ − 1
   *     sifted bits
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public SiftedKeys transmit(Link link, long pulses, RandomGenerator rng) {
    return transmission(link, detector).keys(pulses, rng);
  }

  private Transmission transmission(Link link, Detector detector) {
    double mu = optimisedFor(link).source.meanPhotonNumber();
    return new Transmission(
        new PulseCases(
            source,
            PulseMix.of(mu),
            detector,
            misalignment,
            BasisChoice.ofTwo(siftingFactor).firstProbability(),
            link));
  }

  /**
   * Sends a few signal pulses and tells the story of each.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, from 1 to 64
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return one line per pulse
   * @throws IllegalArgumentException if {@code pulses} is out of range
   */
  public List<PulseRecord> pulses(Link link, int pulses, RandomGenerator rng) {
    return trials(link).records(pulses, rng);
  }

  private PulseTrials trials(Link link) {
    return new PulseTrials(optimisedFor(link).source, detector, misalignment, siftingFactor, link);
  }

  @Override
  public PulseSetup setup(Link link) {
    return PulseSetup.of(optimisedFor(link).source, detector, misalignment, siftingFactor);
  }
}
