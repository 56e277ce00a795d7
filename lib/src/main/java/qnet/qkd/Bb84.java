package qnet.qkd;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * BB84 with single photons: Alice sends random bits in two random bases, Bob measures in two random
 * bases, and they keep the bits where the bases agree.
 *
 * <p>R = q·Q·[1 − h(E) − f·h(E)]
 *
 * <p>per pulse, with the click probability Q and the error rate E of {@link Analysis}, the binary
 * entropy h, the sifting factor q and the error correction efficiency f.
 *
 * <p>Valid for infinitely long keys ({@link #finite} for others), general attacks, and a source
 * that never emits two photons; the error rate is the same in both bases.
 *
 * <p>Ignores finite-size effects and detectors that differ. The dead time lowers the uses per
 * second, not the key per use.
 *
 * <p>References: C. H. Bennett, G. Brassard, Theor. Comput. Sci. 560, 7 (2014, first 1984),
 * doi:10.1016/j.tcs.2014.05.025; P. W. Shor, J. Preskill, Phys. Rev. Lett. 85, 441 (2000),
 * doi:10.1103/PhysRevLett.85.441, for 1 − 2h(E); X. Ma, B. Qi, Y. Zhao, H.-K. Lo, Phys. Rev. A 72,
 * 012326 (2005), doi:10.1103/PhysRevA.72.012326, Eq. (1) with all pulses single photons, for f and
 * q.
 *
 * @param source Alice's source, of single photons
 * @param detector each of Bob's two detectors
 * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param siftingFactor q: probability that both choose the same basis, from 0.5 (each basis half of
 *     the time) to 1 (nearly always the same basis)
 * @param analysis how light, dark counts and double clicks are counted
 */
public record Bb84(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    double siftingFactor,
    Analysis analysis)
    implements PrepareAndMeasure, PulsedBb84 {
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
  public Bb84 {
    if (source.statistics() != Source.Statistics.SINGLE_PHOTON) {
      throw new IllegalArgumentException(
          "source must emit single photons (a laser needs DecoyBb84), was " + source);
    }
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    QkdChecks.siftingFactor(siftingFactor);
    Objects.requireNonNull(analysis);
  }

  /**
   * An ideal single-photon source with the receiver of {@link DecoyBb84#standard()}, so that the
   * two differ in nothing but the source.
   *
   * @return the protocol
   */
  public static Bb84 standard() {
    return new Bb84(
        Source.singlePhoton(), Detector.ingaasApd(), 0.015, 1.16, 0.5, Analysis.THRESHOLD);
  }

  /**
   * BB84 without any fault of the devices: one photon in every pulse, every photon that arrives is
   * read, no misalignment, error correction at the Shannon limit. What is left is the protocol.
   *
   * @return the protocol
   */
  public static Bb84 ideal() {
    return new Bb84(Source.singlePhoton(), Detector.ideal(), 0, 1, 0.5, Analysis.THRESHOLD);
  }

  /**
   * An ideal single-photon source with the receiver of {@link DecoyBb84#gys()}, the set of
   * published numbers that most papers compare with. Its fibre has 0.21 dB/km.
   *
   * @return the protocol
   */
  public static Bb84 gys() {
    return new Bb84(Source.singlePhoton(), Detector.gys(), 0.033, 1.22, 0.5, Analysis.MA_2005);
  }

  /**
   * This protocol with another source.
   *
   * @param source a source of single photons
   * @return the changed protocol
   */
  public Bb84 withSource(Source source) {
    return new Bb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of Bob's two detectors
   * @return the changed protocol
   */
  public Bb84 withDetector(Detector detector) {
    return new Bb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
   * @return the changed protocol
   */
  public Bb84 withMisalignment(double misalignment) {
    return new Bb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public Bb84 withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new Bb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another choice of bases.
   *
   * @param siftingFactor probability that both choose the same basis, from 0.5 to 1
   * @return the changed protocol
   */
  public Bb84 withSiftingFactor(double siftingFactor) {
    return new Bb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  /**
   * This protocol with another way to count clicks and key.
   *
   * @param analysis the analysis
   * @return the changed protocol
   */
  public Bb84 withAnalysis(Analysis analysis) {
    return new Bb84(
        source, detector, misalignment, errorCorrectionEfficiency, siftingFactor, analysis);
  }

  @Override
  public KeyRate over(Link link) {
    var receiver = receiver(link);
    double gain = gain(receiver);
    double qber = errorGain(receiver) / gain;
    double secretFraction = secretFraction(qber);
    double bits = gain > 0 ? siftingFactor * gain * Math.max(0, secretFraction) : 0;
    double clockHz = source.repetitionRateHz();
    return new KeyRate(
        bits, clockHz * detector.liveFraction(gain * clockHz), gain, qber, limit(bits, receiver));
  }

  private Receiver receiver(Link link) {
    var receiver = Receiver.behind(link, detector, misalignment, analysis);
    return receiver.withAfterpulsesOf(source.meanPhotonNumber() * receiver.eta() / 2);
  }

  /** 1 − h(E) − f·h(E): Shor and Preskill 2000, with a real error correction. */
  private double secretFraction(double qber) {
    return 1
        - ErrorEntropy.ofPhaseError(qber)
        - errorCorrectionEfficiency * ErrorEntropy.ofBitError(qber);
  }

  private double gain(Receiver receiver) {
    double one = source.meanPhotonNumber();
    return one * receiver.singlePhotonYield() + (1 - one) * receiver.emptyYield();
  }

  private double errorGain(Receiver receiver) {
    double one = source.meanPhotonNumber();
    return one * receiver.singlePhotonErrorYield() + (1 - one) * receiver.emptyYield() / 2;
  }

  private String limit(double bits, Receiver receiver) {
    if (bits > 0) {
      return "loss";
    }
    if (receiver.eta() == 0) {
      return "no light arrives";
    }
    return secretFraction(misalignment) > 0 ? "dark counts and stray light" : "misalignment";
  }

  @Override
  public Counts expect(Link link, long pulses) {
    var receiver = receiver(link);
    return PulseTrials.expected(
        pulses, source.meanPhotonNumber(), siftingFactor, gain(receiver), errorGain(receiver));
  }

  /**
   * Sends pulses, draws where their light and the noise click, and counts what is left after
   * sifting.
   *
   * <p>The draws are those of {@link Analysis#THRESHOLD}, whatever the analysis; detectors are
   * always ready. The same seed gives the same counts on any number of threads.
   */
  @Override
  public Counts simulate(Link link, long pulses, RandomGenerator rng) {
    return transmission(link, detector.withDeadTimeNs(0)).counts(pulses, rng);
  }

  @Override
  public SiftedKeys transmit(Link link, long pulses, RandomGenerator rng) {
    return transmission(link, detector).keys(pulses, rng);
  }

  /**
   * Sends pulses as {@link #transmit} does, and keeps all that Alice and Bob have written down.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the raw keys of both, and the sifted ones
   * @throws IllegalArgumentException if {@code pulses} is below 1, or the detector has a dead time
   *     or after-pulses
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public RawKeys rawKeys(Link link, int pulses, RandomGenerator rng) {
    return transmission(link, detector).raw(pulses, rng);
  }

  private Transmission transmission(Link link, Detector detector) {
    return new Transmission(
        new PulseCases(
            source,
            PulseMix.of(source.meanPhotonNumber()),
            detector,
            misalignment,
            BasisChoice.ofTwo(siftingFactor).firstProbability(),
            link));
  }

  /**
   * Sends a few pulses and tells the story of each.
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

  @Override
  public FiniteKey finiteKey() {
    return FiniteKey.singlePhotons();
  }

  @Override
  public double siftedBitsPerPulse(Link link) {
    double z = BasisChoice.ofTwo(siftingFactor).firstProbability();
    return z * z * gain(receiver(link));
  }

  /**
   * This protocol with the choice of bases that is best for a block of given size; the basis that
   * makes the key is chosen at least half of the time.
   */
  @Override
  public Bb84 optimisedFor(Link link, Block block, Security security) {
    var receiver = receiver(link);
    double gain = gain(receiver);
    double qber = errorGain(receiver) / gain;
    double[] best =
        BasisSearch.best(
            x ->
                BasisSearch.rate(
                    BasisSearch.probability(x[0]),
                    gain,
                    qber,
                    errorCorrectionEfficiency,
                    block,
                    security,
                    SinglePhotonKey::balanceBits),
            1);
    double z = BasisSearch.probability(best[0]);
    return withSiftingFactor(z * z + (1 - z) * (1 - z));
  }

  private PulseTrials trials(Link link) {
    return new PulseTrials(source, detector, misalignment, siftingFactor, link);
  }

  @Override
  public PulseSetup setup(Link link) {
    return PulseSetup.of(source, detector, misalignment, siftingFactor);
  }
}
