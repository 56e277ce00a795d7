package qnet.qkd;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * Measurement-device-independent QKD: Alice and Bob both send laser pulses to a station that nobody
 * has to trust, and keep the bits of the pairs on which its Bell measurement succeeds. One use is a
 * pair of pulses.
 *
 * <p>R = q·{Q₁₁·[1 − h(e₁₁)] − f·Q·h(E)}, Q₁₁ = μ_A·μ_B·e^(−μ_A−μ_B)·Y₁₁
 *
 * <p>with Y₁₁, Q and E from the key basis and e₁₁ from the test basis, known exactly from
 * infinitely many decoy intensities. Unless the source fixes an intensity, the best pair of
 * intensities for the two arms is used.
 *
 * <p>Valid for infinitely long keys, general attacks, any station and detectors, pulses of random
 * phase and exact intensity; the arms may differ.
 *
 * <p>Ignores finite-size effects, the pulses spent on decoys, and after-pulses. The dead time
 * lowers the uses per second, not the key per use. Key from pulses that are empty on one side,
 * which Ma and Razavi add for one-way communication, is left out.
 *
 * <p>References: H.-K. Lo, M. Curty, B. Qi, Phys. Rev. Lett. 108, 130503 (2012),
 * doi:10.1103/PhysRevLett.108.130503, arXiv:1109.1473, Eq. (1); X. Ma, M. Razavi, Phys. Rev. A 86,
 * 062319 (2012), doi:10.1103/PhysRevA.86.062319, arXiv:1204.4856, Eqs. (A9), (A11), (B28)–(B31).
 *
 * @param source the laser of Alice and that of Bob; if its mean photon number is NaN, the best ones
 *     are used
 * @param detector each of the four detectors of the station
 * @param misalignment probability that a bit flips on the way, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param siftingFactor q: probability that both choose the key basis, above 0 (a quarter if each
 *     basis is chosen half of the time) and up to 1 (nearly always the key basis)
 */
public record MdiQkd(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    double siftingFactor)
    implements TwoArmProtocol {
  private static final int DETECTORS = 4;

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
   * @throws IllegalArgumentException if a component is out of its range
   */
  public MdiQkd {
    QkdChecks.laser(source);
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    QkdChecks.keyShare(siftingFactor);
  }

  /**
   * The lasers, detectors, misalignment and error correction of {@link DecoyBb84#standard()}, each
   * basis half of the time, so that the two differ in nothing but the protocol.
   *
   * @return the protocol
   */
  public static MdiQkd standard() {
    return new MdiQkd(Source.laser(), Detector.ingaasApd(), 0.015, 1.16, 0.25);
  }

  /**
   * The published numbers that most papers on MDI-QKD compute with: detectors of 14.5 % with 3·10⁻⁶
   * dark counts per gate each, misalignment 1.5 %, f = 1.16, nearly always the key basis.
   *
   * <p>H.-K. Lo, M. Curty, B. Qi, Phys. Rev. Lett. 108, 130503 (2012), who give the 6.02·10⁻⁶ of
   * the receiver as a whole; X. Ma, M. Razavi, Phys. Rev. A 86, 062319 (2012), Table I, for one
   * detector. The fibre has 0.2 dB/km.
   *
   * @return the protocol
   */
  public static MdiQkd loCurtyQi() {
    var detector = new Detector(0.145, 0, 1, 0).withDarkCountProbability(3e-6);
    return new MdiQkd(Source.laser(), detector, 0.015, 1.16, 1);
  }

  /**
   * This protocol with other lasers.
   *
   * @param source the laser of both
   * @return the changed protocol
   */
  public MdiQkd withSource(Source source) {
    return new MdiQkd(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of the four detectors of the station
   * @return the changed protocol
   */
  public MdiQkd withDetector(Detector detector) {
    return new MdiQkd(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a bit flips on the way, from 0 to 0.5
   * @return the changed protocol
   */
  public MdiQkd withMisalignment(double misalignment) {
    return new MdiQkd(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public MdiQkd withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new MdiQkd(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another choice of bases.
   *
   * @param siftingFactor probability that both choose the key basis, above 0 and up to 1
   * @return the changed protocol
   */
  public MdiQkd withSiftingFactor(double siftingFactor) {
    return new MdiQkd(source, detector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with the same fixed intensity on both sides.
   *
   * @param meanPhotonNumber mean photons per pulse, above 0 and up to 100; NaN for the best ones
   * @return the changed protocol
   */
  public MdiQkd withMeanPhotonNumber(double meanPhotonNumber) {
    return withSource(source.withMeanPhotonNumber(meanPhotonNumber));
  }

  @Override
  public KeyRate over(Link alice, Link bob) {
    var station = station(alice, bob);
    var gains = new MdiGains(station, misalignment);
    var mu = intensities(gains);
    double bits = Math.max(0, secretBits(gains, mu));
    double gain = gains.keyGain(mu.muAlice(), mu.muBob());
    double anyClick = station.anyClick(mu.muAlice(), mu.muBob(), DETECTORS);
    double clockHz = source.repetitionRateHz();
    return new KeyRate(
        siftingFactor * bits,
        clockHz * detector.liveFraction(anyClick * clockHz),
        gain,
        gains.keyErrorGain(mu.muAlice(), mu.muBob()) / gain,
        Shortfall.of(bits, station, misalignment, this::bestSecretBits));
  }

  Station station(Link alice, Link bob) {
    return Station.between(alice, bob, detector, DETECTORS);
  }

  private double bestSecretBits(Station station, double otherMisalignment) {
    var gains = new MdiGains(station, otherMisalignment);
    return secretBits(gains, intensities(gains));
  }

  /** Secret bits per pair in the key basis; negative where there is no key. */
  private double secretBits(MdiGains gains, Intensities mu) {
    double y11 = gains.singlePhotonYield();
    if (y11 == 0) {
      return 0;
    }
    double secretPerPair = 1 - ErrorEntropy.ofPhaseError(gains.singlePhotonErrorYield() / y11);
    return secretBits(gains, mu.muAlice(), mu.muBob(), y11 * secretPerPair);
  }

  private double secretBits(
      MdiGains gains, double muAlice, double muBob, double secretPerPhotonPair) {
    double gain = gains.keyGain(muAlice, muBob);
    double disclosed =
        errorCorrectionEfficiency
            * gain
            * ErrorEntropy.ofBitError(gains.keyErrorGain(muAlice, muBob) / gain);
    // Lo, Curty, Qi 2012, Eq. (1)
    return muAlice * muBob * StrictMath.exp(-muAlice - muBob) * secretPerPhotonPair - disclosed;
  }

  /** The mean photon numbers of both. */
  private record Intensities(double muAlice, double muBob) {}

  private Intensities intensities(MdiGains gains) {
    double fixed = source.meanPhotonNumber();
    if (!Double.isNaN(fixed)) {
      return new Intensities(fixed, fixed);
    }
    var usual = new Intensities(USUAL_MEAN_PHOTON_NUMBER, USUAL_MEAN_PHOTON_NUMBER);
    if (gains.station().isDark()) {
      return usual;
    }
    double y11 = gains.singlePhotonYield();
    double secret = y11 - y11 * ErrorEntropy.ofPhaseError(gains.singlePhotonErrorYield() / y11);
    double both = IntensitySearch.best(mu -> secretBits(gains, mu, mu, secret));
    double alice = both;
    double bob = both;
    if (!gains.station().isSymmetric()) {
      // one after the other, until neither gains by a further step
      for (double last = 0; Math.abs(alice - last) > 1e-5 * alice; ) {
        last = alice;
        double fixedAlice = alice;
        bob = IntensitySearch.best(mu -> secretBits(gains, fixedAlice, mu, secret));
        double fixedBob = bob;
        alice = IntensitySearch.best(mu -> secretBits(gains, mu, fixedBob, secret));
      }
    }
    return alice > 0 && bob > 0 ? new Intensities(alice, bob) : usual;
  }

  /**
   * Where the key comes from, at the intensities that are used.
   *
   * @param alice the arm from Alice to the station
   * @param bob the arm from Bob to the station
   * @return intensities, gains and error rates
   */
  public MdiYields yields(Link alice, Link bob) {
    var gains = new MdiGains(station(alice, bob), misalignment);
    var mu = intensities(gains);
    double y11 = gains.singlePhotonYield();
    double gain = gains.keyGain(mu.muAlice(), mu.muBob());
    double testGain = gains.testGain(mu.muAlice(), mu.muBob());
    return new MdiYields(
        mu.muAlice(),
        mu.muBob(),
        gain,
        gains.keyErrorGain(mu.muAlice(), mu.muBob()) / gain,
        testGain,
        gains.testErrorGain(mu.muAlice(), mu.muBob()) / testGain,
        mu.muAlice() * mu.muBob() * StrictMath.exp(-mu.muAlice() - mu.muBob()) * y11,
        gains.singlePhotonErrorYield() / y11);
  }

  /**
   * Where the key comes from over a link with the station in its middle.
   *
   * @param link the link from Alice to Bob
   * @return intensities, gains and error rates
   */
  public MdiYields yields(Link link) {
    var halves = link.split();
    return yields(halves.alice(), halves.bob());
  }

  /**
   * Sends signal pulse pairs one by one, drawing bits, bases, phases and the clicks of all four
   * detectors, and counts what is left after sifting: detected is what the Bell measurement
   * announces. The key basis is listed as {@link Basis#Z}, the test basis as {@link Basis#X}, under
   * Alice's intensity.
   *
   * <p>Detectors are always ready. The same seed gives the same counts on any number of threads.
   *
   * @param alice the arm from Alice to the station
   * @param bob the arm from Bob to the station
   * @param pulses pulse pairs sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Counts simulate(Link alice, Link bob, long pulses, RandomGenerator rng) {
    var station = station(alice, bob);
    var mu = intensities(new MdiGains(station, misalignment));
    return new MdiTrials(mu.muAlice(), mu.muBob(), station, misalignment, siftingFactor)
        .counts(pulses, rng);
  }

  /**
   * Sends signal pulse pairs over a link with the station in its middle.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulse pairs sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Counts simulate(Link link, long pulses, RandomGenerator rng) {
    var halves = link.split();
    return simulate(halves.alice(), halves.bob(), pulses, rng);
  }
}
