package qnet.qkd;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * The six-state protocol: BB84 with a third basis, which leaves Eve less room for the same error
 * rate.
 *
 * <p>Single photons: R = q·Q·[1 − χ(E) − f·h(E)]
 *
 * <p>Laser with infinitely many decoy intensities: R = q·{Q₀ + Q₁·[1 − χ(e₁)] − f·Q_μ·h(E_μ)}
 *
 * <p>χ(E) = E + (1 − E)·h((1 − 3E/2)/(1 − E))
 *
 * <p>per pulse, with the gains and error rates of {@link Analysis}; {@link Analysis#MA_2005} leaves
 * out the empty pulses Q₀. It differs from {@link Bb84} and {@link DecoyBb84} in Eve's information
 * χ, which is h(E) there, and in sifting: with all three bases equally often, a third of the pulses
 * is kept instead of a half. Unless a laser fixes an intensity μ, the best one for the link is
 * used.
 *
 * <p>Valid for infinitely long keys, general attacks, and an error rate that is the same in all
 * three bases.
 *
 * <p>Ignores finite-size effects, the pulses spent on decoys, and detectors that differ. Counting
 * double clicks as random bits is proven for two bases and taken over for three, where it matters
 * at error rates far above those of a useful link only.
 *
 * <p>References: D. Bruß, Phys. Rev. Lett. 81, 3018 (1998), doi:10.1103/PhysRevLett.81.3018; H.-K.
 * Lo, Quantum Inf. Comput. 1, 81 (2001), arXiv:quant-ph/0102138; V. Scarani et al., Rev. Mod. Phys.
 * 81, 1301 (2009), doi:10.1103/RevModPhys.81.1301, arXiv:0802.4155, Eqs. (A4)–(A6); X. Ma, B. Qi,
 * Y. Zhao, H.-K. Lo, Phys. Rev. A 72, 012326 (2005), doi:10.1103/PhysRevA.72.012326, for the gains.
 *
 * @param source Alice's source: single photons, or a laser with decoy states; if the mean photon
 *     number of a laser is NaN, the best one is used
 * @param detector each of Bob's two detectors
 * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param siftingFactor q: probability that both choose the same basis, from 1/3 (each basis equally
 *     often) to 1 (nearly always the same basis)
 * @param analysis how light, dark counts and double clicks are counted
 */
public record SixState(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    double siftingFactor,
    Analysis analysis)
    implements QkdProtocol {
  private static final double THIRD = 1.0 / 3;

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
  public SixState {
    Objects.requireNonNull(source);
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    if (!(siftingFactor >= THIRD && siftingFactor <= 1)) {
      throw new IllegalArgumentException(
          "siftingFactor must be from 1/3 to 1, was " + siftingFactor);
    }
    Objects.requireNonNull(analysis);
  }

  /**
   * A laser with decoy states and the receiver of {@link DecoyBb84#standard()}, each of the three
   * bases equally often.
   *
   * @return the protocol
   */
  public static SixState standard() {
    var bb84 = DecoyBb84.standard();
    return new SixState(
        bb84.source(),
        bb84.detector(),
        bb84.misalignment(),
        bb84.errorCorrectionEfficiency(),
        THIRD,
        bb84.analysis());
  }

  /**
   * This protocol with another source.
   *
   * @param source Alice's source
   * @return the changed protocol
   */
  public SixState withSource(Source source) {
    return new SixState(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of Bob's two detectors
   * @return the changed protocol
   */
  public SixState withDetector(Detector detector) {
    return new SixState(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
   * @return the changed protocol
   */
  public SixState withMisalignment(double misalignment) {
    return new SixState(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public SixState withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new SixState(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another choice of bases.
   *
   * @param siftingFactor probability that both choose the same basis, from 1/3 to 1
   * @return the changed protocol
   */
  public SixState withSiftingFactor(double siftingFactor) {
    return new SixState(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another way to count clicks and key.
   *
   * @param analysis the analysis
   * @return the changed protocol
   */
  public SixState withAnalysis(Analysis analysis) {
    return new SixState(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with a fixed intensity.
   *
   * @param meanPhotonNumber mean photons per pulse; NaN for the best one (laser only)
   * @return the changed protocol
   */
  public SixState withMeanPhotonNumber(double meanPhotonNumber) {
    return withSource(source.withMeanPhotonNumber(meanPhotonNumber));
  }

  /**
   * This protocol with the intensity fixed that is best for a link; unchanged if one is fixed
   * already.
   *
   * @param link the link from Alice to Bob
   * @return the protocol with a mean photon number
   */
  public SixState optimisedFor(Link link) {
    return withMeanPhotonNumber(pulses(link).meanPhotonNumber());
  }

  private PulseLink pulses(Link link) {
    PulseLink.Model model =
        source.statistics() == Source.Statistics.POISSON ? new Laser() : new Emitter();
    return PulseLink.of(source, link, detector, misalignment, analysis, model);
  }

  private double disclosed(double gain, double errorGain) {
    return errorCorrectionEfficiency * gain * ErrorEntropy.ofBitError(errorGain / gain);
  }

  private final class Laser implements PulseLink.Model {
    @Override
    public double gain(Receiver receiver, double mu) {
      return receiver.gain(mu);
    }

    @Override
    public double errorGain(Receiver receiver, double mu) {
      return receiver.errorGain(mu);
    }

    @Override
    public double bits(Receiver receiver, double mu) {
      double y1 = receiver.singlePhotonYield();
      double qber1 = receiver.singlePhotonErrorYield() / y1;
      double secret = mu * y1 * (1 - EveInformation.collectiveSixStateBits(qber1));
      if (analysis != Analysis.MA_2005) {
        secret += receiver.emptyYield();
      }
      // Ma et al. 2005, Eq. (1), with Scarani et al. 2009, Eq. (A6), in place of h(e1)
      double disclosed = disclosed(gain(receiver, mu), errorGain(receiver, mu));
      return siftingFactor * (StrictMath.exp(-mu) * secret - disclosed);
    }
  }

  private final class Emitter implements PulseLink.Model {
    @Override
    public double gain(Receiver receiver, double mu) {
      return mu * receiver.singlePhotonYield() + (1 - mu) * receiver.emptyYield();
    }

    @Override
    public double errorGain(Receiver receiver, double mu) {
      return mu * receiver.singlePhotonErrorYield() + (1 - mu) * receiver.emptyYield() / 2;
    }

    @Override
    public double bits(Receiver receiver, double mu) {
      double gain = gain(receiver, mu);
      double errorGain = errorGain(receiver, mu);
      double secret = gain * (1 - EveInformation.collectiveSixStateBits(errorGain / gain));
      return siftingFactor * (secret - disclosed(gain, errorGain));
    }
  }

  @Override
  public KeyRate over(Link link) {
    return pulses(link).rate(detector);
  }

  /**
   * The counts to expect after a number of pulses.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, at least 1
   * @return expectation values, rounded
   * @throws IllegalArgumentException if {@code pulses} is below 1
   */
  public Counts expect(Link link, long pulses) {
    var behind = pulses(link);
    double mu = behind.meanPhotonNumber();
    return PulseTrials.expected(
        pulses,
        mu,
        BasisChoice.ofThree(siftingFactor),
        behind.model().gain(behind.at(mu), mu),
        behind.model().errorGain(behind.at(mu), mu));
  }

  /**
   * Sends pulses one by one, drawing every photon and click, and counts what is left after sifting.
   *
   * <p>The draws are those of {@link Analysis#THRESHOLD}, whatever the analysis; detectors are
   * always ready. The same seed gives the same counts on any number of threads.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts, one line for each of the three bases
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Counts simulate(Link link, long pulses, RandomGenerator rng) {
    var bases = BasisChoice.ofThree(siftingFactor);
    return new PulseTrials(optimisedFor(link).source, detector, misalignment, bases, 0.5, link)
        .counts(pulses, rng);
  }
}
