package qnet.qkd;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * SARG04: the states and detectors of BB84, but the bit is the basis, and Alice announces a pair of
 * non-orthogonal states of which she sent one. Eve learns less from a pulse of two photons.
 *
 * <p>R = Q₁·[1 − H(Z₁|X₁)] + Q₂·[1 − h(e_p2)] − f·Q_μ·h(E_μ)
 *
 * <p>per pulse, for a laser with infinitely many decoy intensities, or without the two-photon term
 * for single photons. Bob's result is conclusive if it excludes one state of the pair: always the
 * wrong one if he measured in the other basis, and by mistake if he measured in the basis that was
 * sent. Sifting is therefore inside the gains: from the click probability Q and the probability E·Q
 * of a wrong click that BB84 would have,
 *
 * <p>Q_S = Q/4 + E·Q/2, of which E·Q/2 are wrong
 *
 * <p>so a quarter of the clicks makes key, and misalignment costs about twice the error rate of
 * BB84. Unless a laser fixes an intensity μ, the best one for the link is used.
 *
 * <p>Valid for infinitely long keys, general attacks, pulses of random phase and exact intensity,
 * double clicks that count as random bits.
 *
 * <p>Ignores finite-size effects, the pulses spent on decoys, key from empty pulses and from three
 * photons, and detectors that differ.
 *
 * <p>References: V. Scarani, A. Acín, G. Ribordy, N. Gisin, Phys. Rev. Lett. 92, 057901 (2004),
 * doi:10.1103/PhysRevLett.92.057901, arXiv:quant-ph/0211131; C.-H. F. Fung, K. Tamaki, H.-K. Lo,
 * Phys. Rev. A 73, 012337 (2006), doi:10.1103/PhysRevA.73.012337, arXiv:quant-ph/0510025, Eqs. (9),
 * (10), (39)–(43); the click model differs from (40)–(43) only where noise and light meet in one
 * gate.
 *
 * @param source Alice's source: single photons, or a laser with decoy states; if the mean photon
 *     number of a laser is NaN, the best one is used
 * @param detector each of Bob's two detectors
 * @param misalignment e_det: probability that a photon goes to the wrong detector, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 */
public record Sarg04(
    Source source, Detector detector, double misalignment, double errorCorrectionEfficiency)
    implements QkdProtocol {
  /**
   * Checks the components.
   *
   * @param source as above
   * @param detector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Sarg04 {
    Objects.requireNonNull(source);
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
  }

  /**
   * A laser with decoy states and the receiver of {@link DecoyBb84#standard()}.
   *
   * @return the protocol
   */
  public static Sarg04 standard() {
    return like(DecoyBb84.standard());
  }

  /**
   * The parameter set of {@link DecoyBb84#gys()}, which the security analysis of SARG04 was
   * computed with. Its fibre has 0.21 dB/km.
   *
   * @return the protocol
   */
  public static Sarg04 gys() {
    return like(DecoyBb84.gys());
  }

  private static Sarg04 like(DecoyBb84 bb84) {
    return new Sarg04(
        bb84.source(), bb84.detector(), bb84.misalignment(), bb84.errorCorrectionEfficiency());
  }

  /**
   * This protocol with another source.
   *
   * @param source Alice's source
   * @return the changed protocol
   */
  public Sarg04 withSource(Source source) {
    return new Sarg04(source, detector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another detector type.
   *
   * @param detector each of Bob's two detectors
   * @return the changed protocol
   */
  public Sarg04 withDetector(Detector detector) {
    return new Sarg04(source, detector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
   * @return the changed protocol
   */
  public Sarg04 withMisalignment(double misalignment) {
    return new Sarg04(source, detector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public Sarg04 withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new Sarg04(source, detector, misalignment, errorCorrectionEfficiency);
  }

  /**
   * This protocol with a fixed intensity.
   *
   * @param meanPhotonNumber mean photons per pulse; NaN for the best one (laser only)
   * @return the changed protocol
   */
  public Sarg04 withMeanPhotonNumber(double meanPhotonNumber) {
    return withSource(source.withMeanPhotonNumber(meanPhotonNumber));
  }

  /**
   * This protocol with the intensity fixed that is best for a link; unchanged if one is fixed
   * already.
   *
   * @param link the link from Alice to Bob
   * @return the protocol with a mean photon number
   */
  public Sarg04 optimisedFor(Link link) {
    return withMeanPhotonNumber(pulses(link).meanPhotonNumber());
  }

  private PulseLink pulses(Link link) {
    PulseLink.Model model =
        source.statistics() == Source.Statistics.POISSON ? new Laser() : new Emitter();
    return PulseLink.of(source, link, detector, misalignment, Analysis.THRESHOLD, model);
  }

  private double disclosed(double gain, double errorGain) {
    return errorCorrectionEfficiency * gain * ErrorEntropy.ofBitError(errorGain / gain);
  }

  /** Conclusive results from clicks and wrong clicks of BB84: Fung, Tamaki, Lo 2006, Eq. (42). */
  private static double conclusive(double clicks, double wrongClicks) {
    return clicks / 4 + wrongClicks / 2;
  }

  private final class Laser implements PulseLink.Model {
    @Override
    public double gain(Receiver receiver, double mu) {
      return conclusive(receiver.gain(mu), receiver.errorGain(mu));
    }

    @Override
    public double errorGain(Receiver receiver, double mu) {
      return receiver.errorGain(mu) / 2; // Fung, Tamaki, Lo 2006, Eq. (43)
    }

    @Override
    public double bits(Receiver receiver, double mu) {
      double wrong1 = receiver.singlePhotonErrorYield();
      double y1 = conclusive(receiver.singlePhotonYield(), wrong1);
      double wrong2 = twoPhotonErrorYield(receiver);
      double y2 = conclusive(twoPhotonYield(receiver), wrong2);
      // Fung, Tamaki, Lo 2006, Eq. (39); a conclusive result is wrong in half of the wrong clicks
      double secret =
          mu * y1 * (1 - SargPhaseError.onePhotonBits(wrong1 / 2 / y1))
              + mu * mu / 2 * y2 * (1 - SargPhaseError.twoPhotonBits(wrong2 / 2 / y2));
      return StrictMath.exp(-mu) * secret - disclosed(gain(receiver, mu), errorGain(receiver, mu));
    }
  }

  private final class Emitter implements PulseLink.Model {
    private static double wrongClicks(Receiver receiver, double mu) {
      return mu * receiver.singlePhotonErrorYield() + (1 - mu) * receiver.emptyYield() / 2;
    }

    @Override
    public double gain(Receiver receiver, double mu) {
      double clicks = mu * receiver.singlePhotonYield() + (1 - mu) * receiver.emptyYield();
      return conclusive(clicks, wrongClicks(receiver, mu));
    }

    @Override
    public double errorGain(Receiver receiver, double mu) {
      return wrongClicks(receiver, mu) / 2;
    }

    @Override
    public double bits(Receiver receiver, double mu) {
      double gain = gain(receiver, mu);
      double errorGain = errorGain(receiver, mu);
      return gain * (1 - SargPhaseError.onePhotonBits(errorGain / gain))
          - disclosed(gain, errorGain);
    }
  }

  /** The click probability of two photons. */
  private static double twoPhotonYield(Receiver receiver) {
    double lost = 1 - receiver.eta();
    return 1 - lost * lost * (1 - receiver.emptyYield());
  }

  /** The probability of a wrong click from two photons: right, wrong and lost ones, and noise. */
  private static double twoPhotonErrorYield(Receiver receiver) {
    double wrong = receiver.eta() * receiver.misalignment();
    double right = receiver.eta() - wrong;
    double lost = 1 - receiver.eta();
    double noise = receiver.noiseProbability();
    return lost * lost * receiver.emptyYield() / 2
        + right * (right + 2 * lost) * noise / 2
        + wrong * (wrong + 2 * lost) * (1 - noise / 2)
        + right * wrong;
  }

  @Override
  public KeyRate over(Link link) {
    return pulses(link).rate(detector);
  }

  /**
   * Sends pulses one by one, drawing every photon, click and announcement, and counts what is left
   * after sifting.
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
    var laser = optimisedFor(link).source;
    var trials = new PulseTrials(laser, detector, misalignment, 0.5, link);
    return new ConclusiveTrials(
            trials,
            laser.meanPhotonNumber(),
            // Alice names her state and one of the other basis at random; Bob can exclude hers only
            // by mistake
            (pulse, random) ->
                pulse.sameBasis() ? pulse.differs() : pulse.bobOne != random.nextBoolean())
        .counts(pulses, rng);
  }
}
