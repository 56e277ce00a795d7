package qnet.qkd;

import java.util.ArrayList;
import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.PairSource;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * BBM92: a source sends one photon of an entangled pair to Alice and one to Bob; both measure in
 * one of two random bases and keep the bits where the bases agree.
 *
 * <p>R = q·Q·[1 − h(E) − f·h(E)]
 *
 * <p>per pump pulse, with the coincidence probability Q and the error rate E of threshold
 * detectors:
 *
 * <p>Q = 1 − (1 − Y₀A)/(1 + η_Aλ)² − (1 − Y₀B)/(1 + η_Bλ)² + (1 − Y₀A)(1 − Y₀B)/(1 + η_Aλ + η_Bλ −
 * η_Aη_Bλ)²
 *
 * <p>E·Q = Q/2 − (1 − 2e_d)(1 − p_A)(1 − p_B)·η_Aη_Bλ(1 + λ)/[(1 + η_Aλ)(1 + η_Bλ)(1 + η_Aλ + η_Bλ
 * − η_Aη_Bλ)]
 *
 * <p>for down-conversion with λ = μ/2. The factors (1 − p) for noise in the detectors that should
 * stay dark are left out in the paper; they matter only in daylight. Unless the source fixes its
 * mean number of pairs μ, the best one for the link is used. The source is trusted by nobody: the
 * same key is secure if Eve owns it.
 *
 * <p>Valid for infinitely long keys (for finite ones see {@link #finite}), general attacks, error
 * rates that are the same in both bases, double clicks that count as random bits.
 *
 * <p>Ignores after-pulses and detectors that differ within a receiver. Dead times lower the uses
 * per second, not the key per use, and are taken as independent on the two sides.
 *
 * <p>References: C. H. Bennett, G. Brassard, N. D. Mermin, Phys. Rev. Lett. 68, 557 (1992),
 * doi:10.1103/PhysRevLett.68.557; X. Ma, C.-H. F. Fung, H.-K. Lo, Phys. Rev. A 76, 012307 (2007),
 * doi:10.1103/PhysRevA.76.012307, arXiv:quant-ph/0703122, Eqs. (5), (9), (10).
 *
 * @param source the source; if its mean number of pairs is NaN, the best one is used
 * @param aliceDetector each of Alice's two detectors
 * @param bobDetector each of Bob's two detectors
 * @param misalignment e_d: probability that the correlation of a pulse is turned round, from 0 to
 *     0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param siftingFactor q: probability that both choose the same basis, from 0.5 (each basis half of
 *     the time) to 1 (nearly always the same basis)
 */
public record Bbm92(
    PairSource source,
    Detector aliceDetector,
    Detector bobDetector,
    double misalignment,
    double errorCorrectionEfficiency,
    double siftingFactor)
    implements TwoArmProtocol, CountedProtocol {
  /**
   * Checks the components.
   *
   * @param source as above
   * @param aliceDetector as above
   * @param bobDetector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @param siftingFactor as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Bbm92 {
    Objects.requireNonNull(source);
    Objects.requireNonNull(aliceDetector);
    Objects.requireNonNull(bobDetector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    QkdChecks.siftingFactor(siftingFactor);
  }

  /**
   * Down-conversion between two receivers of {@link DecoyBb84#standard()}, so that the two
   * protocols differ in nothing but the source and where it stands.
   *
   * @return the protocol
   */
  public static Bbm92 standard() {
    return new Bbm92(
        PairSource.downConversion(), Detector.ingaasApd(), Detector.ingaasApd(), 0.015, 1.16, 0.5);
  }

  /**
   * This protocol with another source.
   *
   * @param source the source between Alice and Bob
   * @return the changed protocol
   */
  public Bbm92 withSource(PairSource source) {
    return new Bbm92(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another pair of detectors on Alice's side.
   *
   * @param aliceDetector each of Alice's two detectors
   * @return the changed protocol
   */
  public Bbm92 withAliceDetector(Detector aliceDetector) {
    return new Bbm92(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another pair of detectors on Bob's side.
   *
   * @param bobDetector each of Bob's two detectors
   * @return the changed protocol
   */
  public Bbm92 withBobDetector(Detector bobDetector) {
    return new Bbm92(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that the correlation of a pulse is turned round, from 0 to 0.5
   * @return the changed protocol
   */
  public Bbm92 withMisalignment(double misalignment) {
    return new Bbm92(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public Bbm92 withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new Bbm92(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with another choice of bases.
   *
   * @param siftingFactor probability that both choose the same basis, from 0.5 to 1
   * @return the changed protocol
   */
  public Bbm92 withSiftingFactor(double siftingFactor) {
    return new Bbm92(
        source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency, siftingFactor);
  }

  /**
   * This protocol with the same detectors on both sides.
   *
   * @param detector each of the four detectors
   * @return the changed protocol
   */
  public Bbm92 withDetector(Detector detector) {
    return withAliceDetector(detector).withBobDetector(detector);
  }

  /**
   * This protocol with a fixed brightness of the source.
   *
   * @param meanPairNumber mean number of pairs per pump pulse; NaN for the best one
   * @return the changed protocol
   */
  public Bbm92 withMeanPairNumber(double meanPairNumber) {
    return withSource(source.withMeanPairNumber(meanPairNumber));
  }

  /**
   * This protocol with the brightness fixed that is best for two arms; unchanged if one is fixed
   * already.
   *
   * @param alice the arm from the source to Alice
   * @param bob the arm from the source to Bob
   * @return the protocol with a mean number of pairs
   */
  public Bbm92 optimisedFor(Link alice, Link bob) {
    return withMeanPairNumber(pairs(alice, bob).meanPairNumber());
  }

  private PairLink pairs(Link alice, Link bob) {
    return PairLink.of(
        source, alice, aliceDetector, bob, bobDetector, misalignment, this::bitsPerPulse);
  }

  /** Ma, Fung, Lo 2007, Eq. (5), with equal error rates in both bases. */
  private double bitsPerPulse(PairClicks clicks, double errorProbability) {
    double gain = clicks.gain();
    double qber = clicks.errorGain(errorProbability) / gain;
    return siftingFactor
        * gain
        * (1
            - ErrorEntropy.ofPhaseError(qber)
            - errorCorrectionEfficiency * ErrorEntropy.ofBitError(qber));
  }

  /** The key rate per pump pulse, with the source at the end of both arms. */
  @Override
  public KeyRate over(Link alice, Link bob) {
    return pairs(alice, bob).rate(aliceDetector, bobDetector);
  }

  /**
   * The counts to expect after a number of pump pulses. The intensity of a tally is the mean number
   * of pairs.
   *
   * @param alice the arm from the source to Alice
   * @param bob the arm from the source to Bob
   * @param pulses pump pulses, at least 1
   * @return expectation values, rounded
   * @throws IllegalArgumentException if {@code pulses} is below 1
   */
  public Counts expect(Link alice, Link bob, long pulses) {
    var clicks = pairs(alice, bob).clicks();
    return PulseTrials.expected(
        pulses,
        clicks.meanPairNumber(),
        siftingFactor,
        clicks.gain(),
        clicks.errorGain(misalignment));
  }

  /**
   * Pumps the source pulse by pulse, drawing every pair, photon and click, and counts what is left
   * after sifting.
   *
   * <p>Detectors are always ready. The same seed gives the same counts on any number of threads.
   *
   * @param alice the arm from the source to Alice
   * @param bob the arm from the source to Bob
   * @param pulses pump pulses, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts; the intensity of a tally is the mean number of pairs
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Counts simulate(Link alice, Link bob, long pulses, RandomGenerator rng) {
    var pairs = optimisedFor(alice, bob).pairs(alice, bob);
    var trials = new PairTrials(pairs.source(), misalignment, pairs.alice(), pairs.bob());
    double mu = pairs.source().meanPairNumber();
    return Parallel.trials(
        pulses,
        PairTrials.PULSES_PER_CHUNK,
        rng,
        (count, random) -> countChunk(trials, mu, count, random),
        Counts::plus);
  }

  /** The expected counts with the source in the middle of a link. */
  @Override
  public Counts expect(Link link, long pulses) {
    var halves = link.split();
    return expect(halves.alice(), halves.bob(), pulses);
  }

  /** Draws every pair with the source in the middle of a link. */
  @Override
  public Counts simulate(Link link, long pulses, RandomGenerator rng) {
    var halves = link.split();
    return simulate(halves.alice(), halves.bob(), pulses, rng);
  }

  @Override
  public FiniteKey finiteKey() {
    return FiniteKey.entangledPairs();
  }

  @Override
  public double siftedBitsPerPulse(Link link) {
    double z = BasisChoice.ofTwo(siftingFactor).firstProbability();
    return z * z * pairsOver(link).clicks().gain();
  }

  /**
   * This protocol with the choice of bases, and the mean pair number unless the source fixes it,
   * that are best for a block of given size; the basis that makes the key is chosen at least half
   * of the time.
   */
  @Override
  public Bbm92 optimisedFor(Link link, Block block, Security security) {
    var pairs = pairsOver(link);
    double usual = pairs.meanPairNumber();
    boolean fixed = !Double.isNaN(source.meanPairNumber());
    double[] best =
        BasisSearch.best(
            x -> {
              var clicks = pairs.clicks(pairNumber(x, usual));
              return BasisSearch.rate(
                  BasisSearch.probability(x[0]),
                  clicks.gain(),
                  clicks.errorGain(misalignment) / clicks.gain(),
                  errorCorrectionEfficiency,
                  block,
                  security,
                  EntangledPairKey::balanceBits);
            },
            fixed ? 1 : 2);
    double z = BasisSearch.probability(best[0]);
    return withSiftingFactor(z * z + (1 - z) * (1 - z)).withMeanPairNumber(pairNumber(best, usual));
  }

  /**
   * The mean pair number at a point of the search, where the second coordinate is its logarithm.
   */
  private static double pairNumber(double[] at, double usual) {
    return at.length == 1 ? usual : Math.min(1, usual * StrictMath.exp(at[1]));
  }

  private PairLink pairsOver(Link link) {
    var halves = link.split();
    return pairs(halves.alice(), halves.bob());
  }

  private Counts countChunk(PairTrials trials, double mu, int pulses, Xoshiro256 random) {
    var bases = BasisChoice.ofTwo(siftingFactor);
    var outcome = new PairTrials.Outcome();
    long[] sent = new long[2];
    long[] detected = new long[2];
    long[] errors = new long[2];
    for (int i = 0; i < pulses; i++) {
      var aliceBasis = bases.draw(random);
      if (aliceBasis == bases.draw(random)) {
        int basis = aliceBasis.ordinal();
        sent[basis]++;
        trials.draw(outcome, 0, random);
        if (outcome.coincidence()) {
          detected[basis]++;
          if (!outcome.equal()) {
            errors[basis]++;
          }
        }
      }
    }
    var tallies = new ArrayList<Tally>();
    for (Basis basis : bases.bases()) {
      int b = basis.ordinal();
      tallies.add(new Tally(basis, mu, sent[b], detected[b], errors[b]));
    }
    return new Counts(pulses, tallies);
  }
}
