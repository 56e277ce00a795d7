package qnet.qkd;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * Phase-matching QKD, a twin-field protocol: Alice and Bob send pulses of random phase with their
 * bits on top, 0 or π, and keep the pairs whose random phases turn out to lie in the same or the
 * opposite one of M slices. One use is a pair of pulses.
 *
 * <p>R = (2/M)·Q·[1 − f·h(E^Z) − h(E^X)]
 *
 * <p>E^X ≤ q₀/2 + Σ_{k odd} q_k·e_k + (1 − q₀ − Σ_{k odd} q_k)
 *
 * <p>with q_k the part of the clicks that come from k photons of both together. Unless the source
 * fixes an intensity, the best one is used; the formulas of the paper have μ, the intensity of both
 * together.
 *
 * <p>Valid for infinitely long keys, infinitely many decoy intensities, general attacks, any
 * station and detectors, little light at the station (η·μ ≪ 1), and two arms of the same
 * transmittance.
 *
 * <p>Ignores finite-size effects, the pulses spent on decoys, drift of the phases, and
 * after-pulses. The dead time lowers the uses per second, not the key per use.
 *
 * <p>The error that is left inside a slice is here that of two phases drawn uniformly from it, ½·[1
 * − (M/π·sin(π/M))²], 0.64 % at M = 16. Eq. (B19) of the paper, π/M − (M/π)²·sin³(π/M), is smaller:
 * 0.38 %, falling with the third power of the width of a slice instead of the second. {@link
 * #maZengZhou()} has it, because only with it the printed reach comes out.
 *
 * <p>References: X. Ma, P. Zeng, H. Zhou, Phys. Rev. X 8, 031043 (2018),
 * doi:10.1103/PhysRevX.8.031043, arXiv:1805.05538, Eqs. (2), (4), (B13), (B14), (B19), (B20),
 * (B22), (B27).
 *
 * @param source the laser of Alice and that of Bob; if its mean photon number is NaN, the best one
 *     is used
 * @param detector each of the two detectors of the station
 * @param misalignment probability that light leaves by the wrong output, beside the slices, from 0
 *     to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param phaseSlices M, even and at least 4
 * @param sliceError probability that light leaves by the wrong output because phases differ within
 *     a slice, from 0 to 0.5; NaN for that of phases drawn uniformly
 */
public record PhaseMatching(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    int phaseSlices,
    double sliceError)
    implements TwoArmProtocol {
  private static final int DETECTORS = 2;

  /** The intensity where no key is possible and no intensity better than another. */
  private static final double USUAL_MEAN_PHOTON_NUMBER = 0.05;

  /**
   * Checks the components.
   *
   * @param source as above
   * @param detector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @param phaseSlices as above
   * @param sliceError as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public PhaseMatching {
    QkdChecks.laser(source);
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    if (phaseSlices < 4 || phaseSlices % 2 != 0) {
      throw new IllegalArgumentException("phaseSlices must be even and ≥ 4, was " + phaseSlices);
    }
    if (!Double.isNaN(sliceError) && !(sliceError >= 0 && sliceError <= 0.5)) {
      throw new IllegalArgumentException(
          "sliceError must be from 0 to 0.5, or NaN for uniform phases, was " + sliceError);
    }
  }

  /**
   * The lasers, detectors, misalignment and error correction of {@link DecoyBb84#standard()}, with
   * 16 slices.
   *
   * @return the protocol
   */
  public static PhaseMatching standard() {
    return new PhaseMatching(Source.laser(), Detector.ingaasApd(), 0.015, 1.16, 16, Double.NaN);
  }

  /**
   * The published numbers: detectors of 14.5 % with 8·10⁻⁸ dark counts per gate, f = 1.15, 16
   * slices with the slice error of Eq. (B19) and no other misalignment. The fibre has 0.2 dB/km.
   *
   * <p>X. Ma, P. Zeng, H. Zhou, Phys. Rev. X 8, 031043 (2018), Fig. 3; they print a reach of 418
   * km.
   *
   * @return the protocol
   */
  public static PhaseMatching maZengZhou() {
    var detector = new Detector(0.145, 0, 1, 0).withDarkCountProbability(8e-8);
    double slice = Math.PI / 16;
    double printed = slice - Math.pow(Math.sin(slice), 3) / (slice * slice); // (B19)
    return new PhaseMatching(Source.laser(), detector, 0, 1.15, 16, printed);
  }

  /**
   * This protocol with other lasers.
   *
   * @param source the laser of both
   * @return the changed protocol
   */
  public PhaseMatching withSource(Source source) {
    return new PhaseMatching(
        source, detector, misalignment, errorCorrectionEfficiency, phaseSlices, sliceError);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of the two detectors of the station
   * @return the changed protocol
   */
  public PhaseMatching withDetector(Detector detector) {
    return new PhaseMatching(
        source, detector, misalignment, errorCorrectionEfficiency, phaseSlices, sliceError);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that light leaves by the wrong output, from 0 to 0.5
   * @return the changed protocol
   */
  public PhaseMatching withMisalignment(double misalignment) {
    return new PhaseMatching(
        source, detector, misalignment, errorCorrectionEfficiency, phaseSlices, sliceError);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public PhaseMatching withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new PhaseMatching(
        source, detector, misalignment, errorCorrectionEfficiency, phaseSlices, sliceError);
  }

  /**
   * This protocol with another number of slices.
   *
   * @param phaseSlices even and at least 4
   * @return the changed protocol
   */
  public PhaseMatching withPhaseSlices(int phaseSlices) {
    return new PhaseMatching(
        source, detector, misalignment, errorCorrectionEfficiency, phaseSlices, sliceError);
  }

  /**
   * This protocol with another error inside the slices.
   *
   * @param sliceError from 0 to 0.5; NaN for that of phases drawn uniformly
   * @return the changed protocol
   */
  public PhaseMatching withSliceError(double sliceError) {
    return new PhaseMatching(
        source, detector, misalignment, errorCorrectionEfficiency, phaseSlices, sliceError);
  }

  /**
   * This protocol with a fixed intensity.
   *
   * @param meanPhotonNumber mean photons per pulse of each, above 0 and up to 100; NaN for the best
   *     one
   * @return the changed protocol
   */
  public PhaseMatching withMeanPhotonNumber(double meanPhotonNumber) {
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
    var clicks = clicks(station, misalignment);
    double bits = Math.max(0, secretBits.applyAsDouble(mu));
    double clockHz = source.repetitionRateHz();
    return new KeyRate(
        bits,
        clockHz * detector.liveFraction(station.anyClick(mu, mu, DETECTORS) * clockHz),
        clicks.gain(2 * mu),
        clicks.bitErrorGain(2 * mu) / clicks.gain(2 * mu),
        Shortfall.of(bits, station, misalignment, this::bestSecretBits));
  }

  private double bestSecretBits(Station station, double otherMisalignment) {
    var bits = secretBits(station, otherMisalignment);
    return bits.applyAsDouble(meanPhotonNumber(station, bits));
  }

  private PhaseMatchedClicks clicks(Station station, double otherMisalignment) {
    double slice = Math.PI / phaseSlices;
    double overlap = StrictMath.sin(slice) / slice; // mean of cos φ over a slice, twice
    double inSlice = Double.isNaN(sliceError) ? (1 - overlap * overlap) / 2 : sliceError;
    double wrong = inSlice + otherMisalignment - 2 * inSlice * otherMisalignment;
    return new PhaseMatchedClicks(station.etaAlice(), station.noiseProbability(), wrong);
  }

  /** Secret bits per pair of pulses as a function of the intensity of each; negative for no key. */
  private DoubleUnaryOperator secretBits(Station station, double otherMisalignment) {
    var clicks = clicks(station, otherMisalignment);
    return mu -> {
      double gain = clicks.gain(2 * mu);
      if (gain == 0) {
        return 0;
      }
      double bitEntropy = ErrorEntropy.ofBitError(clicks.bitErrorGain(2 * mu) / gain);
      double phaseEntropy = ErrorEntropy.ofPhaseError(clicks.phaseErrorGain(2 * mu) / gain);
      // Ma, Zeng, Zhou 2018, Eq. (4)
      return 2.0 / phaseSlices * gain * (1 - errorCorrectionEfficiency * bitEntropy - phaseEntropy);
    };
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
   * @return intensity of each, gain before the slices are compared, and error rates
   * @throws IllegalArgumentException if the halves of the link differ in transmittance
   */
  public TwinFieldYields yields(Link link) {
    var station = Station.symmetric(link.split(), detector, DETECTORS);
    double mu = meanPhotonNumber(station, secretBits(station, misalignment));
    var clicks = clicks(station, misalignment);
    double gain = clicks.gain(2 * mu);
    return new TwinFieldYields(
        mu,
        gain,
        clicks.bitErrorGain(2 * mu) / gain,
        Math.min(0.5, clicks.phaseErrorGain(2 * mu) / gain));
  }
}
