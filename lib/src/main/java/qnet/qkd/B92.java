package qnet.qkd;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Require;

/**
 * B92 with single photons: Alice sends one of only two states, which are not orthogonal, and Bob
 * keeps the results that exclude one of them.
 *
 * <p>R = Q·[1 − h(e_p) − f·h(E)]
 *
 * <p>per pulse. Bob measures at random in the basis of one of the two states; the result orthogonal
 * to it excludes it. Without noise and misalignment
 *
 * <p>Q = η·(1 − c²)/2
 *
 * <p>with the overlap c = ⟨φ₀|φ₁⟩ of the states: a quarter of the clicks for |0⟩ and |+⟩. The phase
 * error rate e_p is the largest that the conclusive results, the errors and the losses allow,
 * whichever photons Eve chooses to lose. Two states can be told apart without error in a part 1 − c
 * of the cases, so that Eve knows everything once she may lose the rest: no key from 1 − c of
 * transmittance downwards, detectors included.
 *
 * <p>Valid for infinitely long keys, general attacks, and single photons.
 *
 * <p>Ignores finite-size effects, detectors that differ, and the strong reference pulse with which
 * B92 was first proposed and which tolerates more loss. Clicks from noise are treated as photons
 * that Eve sent.
 *
 * <p>References: C. H. Bennett, Phys. Rev. Lett. 68, 3121 (1992), doi:10.1103/PhysRevLett.68.3121;
 * K. Tamaki, M. Koashi, N. Imoto, Phys. Rev. Lett. 90, 167904 (2003),
 * doi:10.1103/PhysRevLett.90.167904, arXiv:quant-ph/0212162; K. Tamaki, N. Lütkenhaus, Phys. Rev. A
 * 69, 032316 (2004), doi:10.1103/PhysRevA.69.032316, arXiv:quant-ph/0308048, whose conditions on
 * the phase errors are used, with the losses left entirely to Eve.
 *
 * @param source Alice's source, of single photons
 * @param detector each of Bob's two detectors
 * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param overlap c: the scalar product of the two states, above 0 and below 1
 */
public record B92(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    double overlap)
    implements QkdProtocol {
  /**
   * Checks the components.
   *
   * @param source as above
   * @param detector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @param overlap as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public B92 {
    if (source.statistics() != Source.Statistics.SINGLE_PHOTON) {
      throw new IllegalArgumentException(
          "source must emit single photons (no proof here covers a laser), was " + source);
    }
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    Require.strictlyBetween("overlap", overlap, 0, 1);
  }

  /**
   * The states |0⟩ and |+⟩ with superconducting detectors, because the avalanche diodes of {@link
   * Bb84#standard()} alone lose more than the protocol bears; misalignment and error correction are
   * the same.
   *
   * @return the protocol
   */
  public static B92 standard() {
    return new B92(Source.singlePhoton(), Detector.snspd(), 0.015, 1.16, StrictMath.sqrt(0.5));
  }

  /**
   * This protocol with another source.
   *
   * @param source a source of single photons
   * @return the changed protocol
   */
  public B92 withSource(Source source) {
    return new B92(source, detector, misalignment, errorCorrectionEfficiency, overlap);
  }

  /**
   * This protocol with another detector type.
   *
   * @param detector each of Bob's two detectors
   * @return the changed protocol
   */
  public B92 withDetector(Detector detector) {
    return new B92(source, detector, misalignment, errorCorrectionEfficiency, overlap);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
   * @return the changed protocol
   */
  public B92 withMisalignment(double misalignment) {
    return new B92(source, detector, misalignment, errorCorrectionEfficiency, overlap);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public B92 withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new B92(source, detector, misalignment, errorCorrectionEfficiency, overlap);
  }

  /**
   * This protocol with another pair of states.
   *
   * @param overlap the scalar product of the two states, above 0 and below 1
   * @return the changed protocol
   */
  public B92 withOverlap(double overlap) {
    return new B92(source, detector, misalignment, errorCorrectionEfficiency, overlap);
  }

  private PulseLink pulses(Link link) {
    return PulseLink.of(source, link, detector, misalignment, Analysis.THRESHOLD, new Emitter());
  }

  /** How often a photon in one state gives the result orthogonal to the other. */
  private double excluding(double errorProbability) {
    double ideal = 1 - overlap * overlap;
    return (1 - errorProbability) * ideal + errorProbability * (1 - ideal);
  }

  private final class Emitter implements PulseLink.Model {
    /** A click on the detector that a photon chooses with some probability. */
    private static double click(Receiver receiver, double mu, double probability) {
      var turned =
          new Receiver(receiver.eta(), receiver.meanNoise(), probability, Analysis.THRESHOLD);
      return mu * turned.singlePhotonErrorYield() + (1 - mu) * turned.emptyYield() / 2;
    }

    @Override
    public double gain(Receiver receiver, double mu) {
      double other = click(receiver, mu, excluding(receiver.misalignment()));
      return errorGain(receiver, mu) + other / 2;
    }

    @Override
    public double errorGain(Receiver receiver, double mu) {
      return click(receiver, mu, receiver.misalignment()) / 2; // half of the time in its own basis
    }

    @Override
    public double bits(Receiver receiver, double mu) {
      double gain = gain(receiver, mu);
      double errorGain = errorGain(receiver, mu);
      double clicks = mu * receiver.singlePhotonYield() + (1 - mu) * receiver.emptyYield();
      double phaseError = new B92PhaseError(overlap, clicks, gain, errorGain).rate();
      return gain
          * (1
              - ErrorEntropy.ofPhaseError(phaseError)
              - errorCorrectionEfficiency * ErrorEntropy.ofBitError(errorGain / gain));
    }
  }

  @Override
  public KeyRate over(Link link) {
    return pulses(link).rate(detector);
  }

  /**
   * Sends pulses one by one, drawing every photon and click, and counts the conclusive results.
   *
   * <p>Detectors are always ready. The same seed gives the same counts on any number of threads.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts, one line for each of Bob's bases; "detected" are the conclusive results
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Counts simulate(Link link, long pulses, RandomGenerator rng) {
    var trials =
        new PulseTrials(
            source, detector, misalignment, BasisChoice.ofTwo(0.5), excluding(misalignment), link);
    return new ConclusiveTrials(
            trials, source.meanPhotonNumber(), (pulse, random) -> pulse.differs())
        .counts(pulses, rng);
  }
}
