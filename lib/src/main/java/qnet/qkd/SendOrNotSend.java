package qnet.qkd;

import java.util.Objects;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * Sending-or-not-sending QKD, a twin-field protocol: a bit is whether a pulse is sent or not, so
 * that a phase error between the lasers spoils no bit; it only adds to what Eve may know. One use
 * is a pair of time windows.
 *
 * <p>R = q·{2ε(1 − ε)·μ·e^(−μ)·s₁·[1 − h(e₁)] − f·S·h(E)}
 *
 * <p>with the sending probability ε, the yield s₁ and phase error rate e₁ of single photons, known
 * exactly from infinitely many decoy intensities, and the gain S and error rate E of all windows.
 * Most errors come from windows in which both send, so ε is small. Unless fixed, the best intensity
 * and sending probability are used.
 *
 * <p>Valid for infinitely long keys, any station and detectors, pulses of random phase, and two
 * arms of the same transmittance.
 *
 * <p>Ignores finite-size effects, the windows spent on decoys, two-way error rejection, which
 * reaches further, and after-pulses. The dead time lowers the uses per second, not the key per use.
 *
 * <p>Reference: X.-B. Wang, Z.-W. Yu, X.-L. Hu, Phys. Rev. A 98, 062323 (2018),
 * doi:10.1103/PhysRevA.98.062323, arXiv:1805.09222, Eqs. (2) and (4); gains and yields of this
 * model are those of threshold detectors behind a beam splitter.
 *
 * @param source the laser of Alice and that of Bob; if its mean photon number is NaN, the best one
 *     is used
 * @param detector each of the two detectors of the station
 * @param misalignment probability that a photon leaves by the wrong output, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param siftingFactor q: probability that both choose a window for key, above 0 (a quarter if each
 *     does half of the time) and up to 1 (nearly always)
 * @param sendingProbability ε, above 0 and below 1; NaN for the best one
 */
public record SendOrNotSend(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    double siftingFactor,
    double sendingProbability)
    implements TwoArmProtocol {
  private static final int DETECTORS = 2;

  /** What is sent where no key is possible and no choice better than another. */
  private static final Sending USUAL = new Sending(0.5, 0.05);

  /**
   * Checks the components.
   *
   * @param source as above
   * @param detector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @param siftingFactor as above
   * @param sendingProbability as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public SendOrNotSend {
    QkdChecks.laser(source);
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    QkdChecks.keyShare(siftingFactor);
    if (!Double.isNaN(sendingProbability) && !(sendingProbability > 0 && sendingProbability < 1)) {
      throw new IllegalArgumentException(
          "sendingProbability must be > 0 and < 1, or NaN for the best one, was "
              + sendingProbability);
    }
  }

  /**
   * The lasers, detectors, misalignment and error correction of {@link DecoyBb84#standard()}, key
   * windows half of the time.
   *
   * @return the protocol
   */
  public static SendOrNotSend standard() {
    return new SendOrNotSend(Source.laser(), Detector.ingaasApd(), 0.015, 1.16, 0.25, Double.NaN);
  }

  /**
   * The published numbers: detectors of 80 % with 10⁻¹¹ dark counts per gate, misalignment 15 %, f
   * = 1.1. The fibre has 0.2 dB/km.
   *
   * <p>X.-B. Wang, Z.-W. Yu, X.-L. Hu, Phys. Rev. A 98, 062323 (2018), Fig. 1.
   *
   * @return the protocol
   */
  public static SendOrNotSend wangYuHu() {
    var detector = new Detector(0.8, 0, 1, 0).withDarkCountProbability(1e-11);
    return new SendOrNotSend(Source.laser(), detector, 0.15, 1.1, 1, Double.NaN);
  }

  /**
   * This protocol with other lasers.
   *
   * @param source the laser of both
   * @return the changed protocol
   */
  public SendOrNotSend withSource(Source source) {
    return new SendOrNotSend(
        source,
        detector,
        misalignment,
        errorCorrectionEfficiency,
        siftingFactor,
        sendingProbability);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of the two detectors of the station
   * @return the changed protocol
   */
  public SendOrNotSend withDetector(Detector detector) {
    return new SendOrNotSend(
        source,
        detector,
        misalignment,
        errorCorrectionEfficiency,
        siftingFactor,
        sendingProbability);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a photon leaves by the wrong output, from 0 to 0.5
   * @return the changed protocol
   */
  public SendOrNotSend withMisalignment(double misalignment) {
    return new SendOrNotSend(
        source,
        detector,
        misalignment,
        errorCorrectionEfficiency,
        siftingFactor,
        sendingProbability);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public SendOrNotSend withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new SendOrNotSend(
        source,
        detector,
        misalignment,
        errorCorrectionEfficiency,
        siftingFactor,
        sendingProbability);
  }

  /**
   * This protocol with another share of key windows.
   *
   * @param siftingFactor probability that both choose a window for key, above 0 and up to 1
   * @return the changed protocol
   */
  public SendOrNotSend withSiftingFactor(double siftingFactor) {
    return new SendOrNotSend(
        source,
        detector,
        misalignment,
        errorCorrectionEfficiency,
        siftingFactor,
        sendingProbability);
  }

  /**
   * This protocol with another sending probability.
   *
   * @param sendingProbability ε, above 0 and below 1; NaN for the best one
   * @return the changed protocol
   */
  public SendOrNotSend withSendingProbability(double sendingProbability) {
    return new SendOrNotSend(
        source,
        detector,
        misalignment,
        errorCorrectionEfficiency,
        siftingFactor,
        sendingProbability);
  }

  /**
   * This protocol with a fixed intensity.
   *
   * @param meanPhotonNumber mean photons per pulse that is sent, above 0 and up to 100; NaN for the
   *     best one
   * @return the changed protocol
   */
  public SendOrNotSend withMeanPhotonNumber(double meanPhotonNumber) {
    return withSource(source.withMeanPhotonNumber(meanPhotonNumber));
  }

  /**
   * This protocol with the intensity and the sending probability fixed that are best for a link;
   * what is fixed already stays.
   *
   * @param link the link from Alice to Bob, with the station in its middle
   * @return the protocol with both numbers
   * @throws IllegalArgumentException if the halves of the link differ in transmittance
   */
  public SendOrNotSend optimisedFor(Link link) {
    var best = sending(Station.symmetric(link.split(), detector, DETECTORS), misalignment);
    return withMeanPhotonNumber(best.meanPhotonNumber()).withSendingProbability(best.probability());
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
    var sending = sending(station, misalignment);
    var windows = new SendingWindows(station, misalignment, sending.meanPhotonNumber());
    double bits = Math.max(0, windows.secretBits(sending.probability(), errorCorrectionEfficiency));
    double gain = windows.gain(sending.probability());
    double clockHz = source.repetitionRateHz();
    return new KeyRate(
        siftingFactor * bits,
        clockHz * detector.liveFraction(windows.anyClick(sending.probability()) * clockHz),
        gain,
        windows.errorGain(sending.probability()) / gain,
        Shortfall.of(bits, station, misalignment, this::bestSecretBits));
  }

  private double bestSecretBits(Station station, double otherMisalignment) {
    var sending = sending(station, otherMisalignment);
    return new SendingWindows(station, otherMisalignment, sending.meanPhotonNumber())
        .secretBits(sending.probability(), errorCorrectionEfficiency);
  }

  /** What a party sends, and how often. */
  private record Sending(double meanPhotonNumber, double probability) {}

  private Sending sending(Station station, double otherMisalignment) {
    double mu = source.meanPhotonNumber();
    if (Double.isNaN(mu)) {
      mu =
          station.isDark()
              ? Double.NaN
              : IntensitySearch.best(
                  light -> {
                    var windows = new SendingWindows(station, otherMisalignment, light);
                    double probability = probability(windows);
                    return probability > 0
                        ? windows.secretBits(probability, errorCorrectionEfficiency)
                        : 0;
                  });
      mu = mu > 0 ? mu : USUAL.meanPhotonNumber();
    }
    double best = probability(new SendingWindows(station, otherMisalignment, mu));
    return new Sending(mu, best > 0 ? best : USUAL.probability());
  }

  private double probability(SendingWindows windows) {
    return Double.isNaN(sendingProbability)
        ? IntensitySearch.best(twice -> windows.secretBits(twice / 2, errorCorrectionEfficiency))
            / 2 // beyond one half, errors only outnumber the bits
        : sendingProbability;
  }
}
