package qnet.qkd;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.PairSource;
import qnet.run.Parallel;

/**
 * E91: Alice and Bob share entangled pairs, measure in three directions each, take key from the
 * equal directions, and learn from the violation of the CHSH inequality what Eve can know.
 *
 * <p>R = (2/9)·Q·[1 − χ(S) − f·h(E)], χ(S) = h((1 + √(S²/4 − 1))/2)
 *
 * <p>per pump pulse. Of the nine pairs of directions, two are equal and make key, four make the
 * CHSH sum, three are thrown away:
 *
 * <p>S = E(a₁b₁) − E(a₁b₃) + E(a₃b₁) + E(a₃b₃)
 *
 * <p>with Alice's directions at 0°, 45°, 90° and Bob's at 45°, 90°, 135° on the Bloch sphere (half
 * of that for polarisers). A perfect source has S = 2√2, one that Eve knows everything about at
 * most 2.
 *
 * <p>Valid for infinitely long keys and collective attacks, with detectors that sample the pairs
 * fairly: S is taken from the coincidences only. That is why the same violation is worth less in
 * {@link DeviceIndependent}, and why with trusted detectors {@link Bbm92} makes more key from the
 * same pairs.
 *
 * <p>Ignores finite-size effects, after-pulses and detectors that differ within a receiver. Dead
 * times lower the uses per second, not the key per use.
 *
 * <p>References: A. K. Ekert, Phys. Rev. Lett. 67, 661 (1991), doi:10.1103/PhysRevLett.67.661, Eqs.
 * (2), (3) for the directions and S; A. Acín et al., Phys. Rev. Lett. 98, 230501 (2007),
 * doi:10.1103/PhysRevLett.98.230501, arXiv:quant-ph/0702152, Eqs. (2), (3) for the key; X. Ma,
 * C.-H. F. Fung, H.-K. Lo, Phys. Rev. A 76, 012307 (2007), doi:10.1103/PhysRevA.76.012307, for the
 * source.
 *
 * @param source the source; if its mean number of pairs is NaN, the best one is used
 * @param aliceDetector each of Alice's two detectors
 * @param bobDetector each of Bob's two detectors
 * @param misalignment probability that the correlation of a pulse is turned round, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 */
public record E91(
    PairSource source,
    Detector aliceDetector,
    Detector bobDetector,
    double misalignment,
    double errorCorrectionEfficiency)
    implements TwoArmProtocol {
  private static final double KEY_FRACTION = 2.0 / 9;

  /** Half of the 45° between neighbouring directions: the angle of a polariser. */
  private static final double COS_SQUARED = StrictMath.pow(StrictMath.cos(Math.PI / 8), 2);

  /**
   * Checks the components.
   *
   * @param source as above
   * @param aliceDetector as above
   * @param bobDetector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public E91 {
    Objects.requireNonNull(source);
    Objects.requireNonNull(aliceDetector);
    Objects.requireNonNull(bobDetector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
  }

  /**
   * The source and receivers of {@link Bbm92#standard()}.
   *
   * @return the protocol
   */
  public static E91 standard() {
    var twin = Bbm92.standard();
    return new E91(
        twin.source(),
        twin.aliceDetector(),
        twin.bobDetector(),
        twin.misalignment(),
        twin.errorCorrectionEfficiency());
  }

  /**
   * This protocol with another source.
   *
   * @param source the source between Alice and Bob
   * @return the changed protocol
   */
  public E91 withSource(PairSource source) {
    return new E91(source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another pair of detectors on Alice's side.
   *
   * @param aliceDetector each of Alice's two detectors
   * @return the changed protocol
   */
  public E91 withAliceDetector(Detector aliceDetector) {
    return new E91(source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another pair of detectors on Bob's side.
   *
   * @param bobDetector each of Bob's two detectors
   * @return the changed protocol
   */
  public E91 withBobDetector(Detector bobDetector) {
    return new E91(source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that the correlation of a pulse is turned round, from 0 to 0.5
   * @return the changed protocol
   */
  public E91 withMisalignment(double misalignment) {
    return new E91(source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public E91 withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new E91(source, aliceDetector, bobDetector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with the same detectors on both sides.
   *
   * @param detector each of the four detectors
   * @return the changed protocol
   */
  public E91 withDetector(Detector detector) {
    return withAliceDetector(detector).withBobDetector(detector);
  }

  /**
   * This protocol with a fixed brightness of the source.
   *
   * @param meanPairNumber mean number of pairs per pump pulse; NaN for the best one
   * @return the changed protocol
   */
  public E91 withMeanPairNumber(double meanPairNumber) {
    return withSource(source.withMeanPairNumber(meanPairNumber));
  }

  private PairLink pairs(Link alice, Link bob) {
    return PairLink.of(
        source, alice, aliceDetector, bob, bobDetector, misalignment, this::bitsPerPulse);
  }

  private double bitsPerPulse(PairClicks clicks, double errorProbability) {
    double gain = clicks.gain();
    double qber = clicks.errorGain(errorProbability) / gain;
    double eve = EveInformation.ofChshBits(chsh(clicks, errorProbability)); // Acín 2007, Eq. (3)
    return KEY_FRACTION
        * gain
        * (1 - eve - errorCorrectionEfficiency * ErrorEntropy.ofBitError(qber));
  }

  /** Ekert 1991, Eq. (3): four equal correlations, one of them counted backwards. */
  private static double chsh(PairClicks clicks, double errorProbability) {
    return 4 * (1 - 2 * errorProbability) * clicks.correlation(COS_SQUARED) / clicks.gain();
  }

  /** The key rate per pump pulse, with the source at the end of both arms. */
  @Override
  public KeyRate over(Link alice, Link bob) {
    return pairs(alice, bob).rate(aliceDetector, bobDetector);
  }

  /**
   * The CHSH value S of the coincidences.
   *
   * @param alice the arm from the source to Alice
   * @param bob the arm from the source to Bob
   * @return S, at most 2√2; NaN if there are no coincidences
   */
  public double chsh(Link alice, Link bob) {
    return chsh(pairs(alice, bob).clicks(), misalignment);
  }

  /**
   * Pumps the source pulse by pulse, drawing directions, pairs, photons and clicks.
   *
   * <p>Detectors are always ready. The same seed gives the same counts on any number of threads.
   *
   * @param alice the arm from the source to Alice
   * @param bob the arm from the source to Bob
   * @param pulses pump pulses, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the coincidences for each pair of directions
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public E91Counts simulate(Link alice, Link bob, long pulses, RandomGenerator rng) {
    double best = pairs(alice, bob).meanPairNumber();
    var pairs = withMeanPairNumber(best).pairs(alice, bob);
    var trials = new PairTrials(pairs.source(), misalignment, pairs.alice(), pairs.bob());
    return Parallel.trials(
        pulses,
        PairTrials.PULSES_PER_CHUNK,
        rng,
        (count, random) -> E91Counts.ofTrials(trials, count, random),
        E91Counts::plus);
  }
}
