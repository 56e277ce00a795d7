package qnet.qkd;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * Twin-field QKD after Curty, Azuma and Lo: Alice and Bob send |α⟩ or |−α⟩ to a station in the
 * middle, where one photon from either of them makes one of two detectors click, so that the key
 * falls with the square root of the transmittance. One use is a pair of pulses.
 *
 * <p>R = q·2p·[1 − f·h(e_X) − h(min(½, e_Z))]
 *
 * <p>with p the probability that one named detector alone clicks, the bit error rate e_X, and the
 * bound e_Z on the phase error rate from the yields of photon numbers:
 *
 * <p>e_Z ≤ (1/p)·Σ_j [Σ_{n,m ≡ j mod 2} c_n·c_m·√p(n, m)]², c_n = e^(−α²/2)·αⁿ/√n!
 *
 * <p>The yields p(n, m) are known exactly from infinitely many decoy intensities, for n and m below
 * 12; beyond they count as 1. Unless the source fixes an intensity α², the best one is used.
 *
 * <p>Valid for infinitely long keys, general attacks, any station and detectors, phases locked to
 * each other, and two arms of the same transmittance.
 *
 * <p>Ignores finite-size effects, the pulses spent on decoys and on the phase reference, and
 * after-pulses. The dead time lowers the uses per second, not the key per use. The paper has no f.
 *
 * <p>References: M. Curty, K. Azuma, H.-K. Lo, npj Quantum Inf. 5, 64 (2019),
 * doi:10.1038/s41534-019-0175-6, arXiv:1807.07667, Eqs. (17)–(22), (30), (31), (34), (35); the idea
 * is that of M. Lucamarini, Z. L. Yuan, J. F. Dynes, A. J. Shields, Nature 557, 400 (2018),
 * doi:10.1038/s41586-018-0066-6.
 *
 * @param source the laser of Alice and that of Bob; if its mean photon number is NaN, the best one
 *     is used
 * @param detector each of the two detectors of the station
 * @param misalignment probability that light leaves the beam splitter by the wrong output because
 *     the phases differ, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param siftingFactor q: probability that both send key pulses, above 0 (a quarter if each sends
 *     them half of the time) and up to 1 (nearly always)
 */
public record TwinField(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    double siftingFactor)
    implements TwoArmProtocol {
  private static final int DETECTORS = 2;

  /** The intensity where no key is possible and no intensity better than another. */
  private static final double USUAL_MEAN_PHOTON_NUMBER = 0.02;

  /**
   * Checks the components.
   *
   * @param source as above
   * @param detector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @param siftingFactor as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public TwinField {
    QkdChecks.laser(source);
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    QkdChecks.keyShare(siftingFactor);
  }

  /**
   * The lasers, detectors, misalignment and error correction of {@link DecoyBb84#standard()}, key
   * pulses half of the time, so that the two differ in nothing but the protocol.
   *
   * @return the protocol
   */
  public static TwinField standard() {
    return new TwinField(Source.laser(), Detector.ingaasApd(), 0.015, 1.16, 0.25);
  }

  /**
   * This protocol with other lasers.
   *
   * @param source the laser of both
   * @return the changed protocol
   */
  public TwinField withSource(Source source) {
    return new TwinField(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of the two detectors of the station
   * @return the changed protocol
   */
  public TwinField withDetector(Detector detector) {
    return new TwinField(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that light leaves by the wrong output, from 0 to 0.5
   * @return the changed protocol
   */
  public TwinField withMisalignment(double misalignment) {
    return new TwinField(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public TwinField withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new TwinField(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another share of key pulses.
   *
   * @param siftingFactor probability that both send key pulses, above 0 and up to 1
   * @return the changed protocol
   */
  public TwinField withSiftingFactor(double siftingFactor) {
    return new TwinField(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with a fixed intensity.
   *
   * @param meanPhotonNumber α², mean photons per pulse of each, above 0 and up to 100; NaN for the
   *     best one
   * @return the changed protocol
   */
  public TwinField withMeanPhotonNumber(double meanPhotonNumber) {
    return withSource(source.withMeanPhotonNumber(meanPhotonNumber));
  }

  /**
   * The key rate with the station at the end of both arms.
   *
   * @param alice the arm from Alice to the station
   * @param bob the arm from Bob to the station
   * @return the key rate
   * @throws IllegalArgumentException if the arms differ in transmittance
   */
  @Override
  public KeyRate over(Link alice, Link bob) {
    var station = Station.symmetric(alice, bob, detector, DETECTORS);
    var secretBits = secretBits(station, misalignment);
    double mu = meanPhotonNumber(station, secretBits);
    var interference = new Interference(station, misalignment);
    double gain = interference.gain(mu);
    double bits = Math.max(0, secretBits.applyAsDouble(mu));
    double clockHz = source.repetitionRateHz();
    double anyClick = station.anyClick(mu, mu, DETECTORS);
    return new KeyRate(
        siftingFactor * bits,
        clockHz * detector.liveFraction(anyClick * clockHz),
        gain,
        interference.errorGain(mu) / gain,
        Shortfall.of(bits, station, misalignment, this::bestSecretBits));
  }

  private double bestSecretBits(Station station, double otherMisalignment) {
    var bits = secretBits(station, otherMisalignment);
    return bits.applyAsDouble(meanPhotonNumber(station, bits));
  }

  /** Secret bits per pair of key pulses as a function of α²; negative where there is no key. */
  private DoubleUnaryOperator secretBits(Station station, double otherMisalignment) {
    var interference = new Interference(station, otherMisalignment);
    var yields = new FockYields(station.etaAlice(), station.noiseProbability());
    return mu -> {
      double gain = interference.gain(mu);
      if (gain == 0) {
        return 0;
      }
      double bitEntropy = ErrorEntropy.ofBitError(interference.errorGain(mu) / gain);
      double phaseEntropy = steepEntropy(2 * yields.phaseErrorGain(mu) / gain);
      // Curty, Azuma, Lo 2019, Eqs. (17)–(19), both announcements together
      return gain * (1 - errorCorrectionEfficiency * bitEntropy - phaseEntropy);
    };
  }

  /** h(e), and from one half on, where there is no key, a slope that leads back to less light. */
  private static double steepEntropy(double phaseErrorRate) {
    return ErrorEntropy.ofPhaseError(phaseErrorRate) + Math.max(0, phaseErrorRate - 0.5);
  }

  private double meanPhotonNumber(Station station) {
    return meanPhotonNumber(station, secretBits(station, misalignment));
  }

  private double meanPhotonNumber(Station station, DoubleUnaryOperator bits) {
    if (!Double.isNaN(source.meanPhotonNumber())) {
      return source.meanPhotonNumber();
    }
    double best = station.isDark() ? Double.NaN : IntensitySearch.best(bits);
    return best > 0 ? best : USUAL_MEAN_PHOTON_NUMBER;
  }

  /**
   * Where the key comes from over a link with the station in its middle, at the intensity that is
   * used.
   *
   * @param link the link from Alice to Bob
   * @return intensity, gain and error rates
   * @throws IllegalArgumentException if the halves of the link differ in transmittance
   */
  public TwinFieldYields yields(Link link) {
    var station = Station.symmetric(link.split(), detector, DETECTORS);
    double mu = meanPhotonNumber(station);
    var interference = new Interference(station, misalignment);
    double gain = interference.gain(mu);
    var yields = new FockYields(station.etaAlice(), station.noiseProbability());
    return new TwinFieldYields(
        mu,
        gain,
        interference.errorGain(mu) / gain,
        Math.min(0.5, 2 * yields.phaseErrorGain(mu) / gain));
  }

  /**
   * Sends pairs of key pulses one by one, drawing bits and the clicks of both detectors: detected
   * is a click of exactly one. They are listed as {@link Basis#X}, the name of the key basis in the
   * paper.
   *
   * <p>Detectors are always ready. The same seed gives the same counts on any number of threads.
   *
   * @param link the link from Alice to Bob
   * @param pulses pairs of key pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts
   * @throws IllegalArgumentException if {@code pulses} is below 1 or the halves of the link differ
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Counts simulate(Link link, long pulses, RandomGenerator rng) {
    var station = Station.symmetric(link.split(), detector, DETECTORS);
    return new TwinFieldTrials(meanPhotonNumber(station), station, misalignment)
        .counts(pulses, rng);
  }
}
