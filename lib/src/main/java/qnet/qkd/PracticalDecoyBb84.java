package qnet.qkd;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * BB84 with laser pulses and one or two decoy intensities, as it is built: what the decoys leave
 * unknown about single photons counts for Eve.
 *
 * <p>R = s₀ + s₁·[1 − h(φ)] − f·n·h(E)
 *
 * <p>per pulse, with the bounds s₀, s₁ and φ of {@link FiniteKey#twoDecoys()} or {@link
 * FiniteKey#oneDecoy()} without fluctuations. Both parties choose basis Z, which makes the key,
 * with the same probability; pulses of all intensities make key. With {@link Analysis#MA_2005} only
 * the signal does, and empty pulses do not:
 *
 * <p>R = p_Z²·p_μ·{Q₁·[1 − h(e₁)] − f·Q_μ·h(E_μ)}
 *
 * <p>Finite keys ({@link #finite}) are made of all intensities, whatever the analysis.
 *
 * <p>Valid for infinitely long keys, general attacks, pulses of random phase and exact intensity.
 *
 * <p>Ignores detectors that differ. The dead time lowers the uses per second, not the key per use.
 *
 * <p>References: X. Ma, B. Qi, Y. Zhao, H.-K. Lo, Phys. Rev. A 72, 012326 (2005),
 * doi:10.1103/PhysRevA.72.012326, Eqs. (18)–(25), (33)–(37); C. C. W. Lim, M. Curty, N. Walenta, F.
 * Xu, H. Zbinden, Phys. Rev. A 89, 022307 (2014), doi:10.1103/PhysRevA.89.022307, Eqs. (1)–(5); D.
 * Rusca et al., Appl. Phys. Lett. 112, 171104 (2018), doi:10.1063/1.5023340, Eqs. (1)–(3).
 *
 * @param source Alice's laser, for its clock; the intensities are those of the settings
 * @param detector each of Bob's two detectors
 * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
 * @param errorCorrectionEfficiency f: bits disclosed by error correction over the Shannon limit, ≥
 *     1
 * @param settings intensities and choice of bases
 * @param analysis how light, dark counts and double clicks are counted
 */
public record PracticalDecoyBb84(
    Source source,
    Detector detector,
    double misalignment,
    double errorCorrectionEfficiency,
    DecoySettings settings,
    Analysis analysis)
    implements PrepareAndMeasure, PulsedBb84 {
  /**
   * Checks the components.
   *
   * @param source as above
   * @param detector as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @param settings as above
   * @param analysis as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public PracticalDecoyBb84 {
    if (source.statistics() != Source.Statistics.POISSON) {
      throw new IllegalArgumentException(
          "source must be a laser (single photons need Bb84), was " + source);
    }
    if (!Double.isNaN(source.meanPhotonNumber())) {
      throw new IllegalArgumentException(
          "meanPhotonNumber of the source must be NaN (the settings have it), was "
              + source.meanPhotonNumber());
    }
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(analysis);
  }

  /**
   * Two decoys with the devices of {@link DecoyBb84#standard()}, so that the two differ in nothing
   * but the number of decoys.
   *
   * @return the protocol
   */
  public static PracticalDecoyBb84 standard() {
    return new PracticalDecoyBb84(
        Source.laser(),
        Detector.ingaasApd(),
        0.015,
        1.16,
        DecoySettings.twoDecoys(),
        Analysis.THRESHOLD);
  }

  /**
   * One decoy with the devices of {@link #standard()}.
   *
   * @return the protocol
   */
  public static PracticalDecoyBb84 oneDecoy() {
    return standard().withSettings(DecoySettings.oneDecoy());
  }

  /**
   * A weak decoy and vacuum with the devices of {@link DecoyBb84#gys()}. Its fibre has 0.21 dB/km.
   *
   * @return the protocol
   */
  public static PracticalDecoyBb84 gys() {
    return new PracticalDecoyBb84(
        Source.laser(),
        Detector.gys(),
        0.033,
        1.22,
        DecoySettings.vacuumAndWeak(),
        Analysis.MA_2005);
  }

  /**
   * The set of numbers that finite-key papers compute with: detectors of 10 % with 6·10⁻⁷ dark
   * counts per gate and 4 % after-pulses, misalignment 0.5 %, f = 1.16. Its fibre has 0.2 dB/km.
   *
   * <p>C. C. W. Lim et al., Phys. Rev. A 89, 022307 (2014), doi:10.1103/PhysRevA.89.022307, Sec.
   * IV, after N. Walenta et al., New J. Phys. 16, 013047 (2014). The settings are a place to start
   * from.
   *
   * @return the protocol
   */
  public static PracticalDecoyBb84 lim2014() {
    return new PracticalDecoyBb84(
        Source.laser(),
        new Detector(0.1, 0, 1, 0).withDarkCountProbability(6e-7).withAfterpulseProbability(0.04),
        0.005,
        1.16,
        DecoySettings.twoDecoys(),
        Analysis.LIM_2014);
  }

  /**
   * This protocol with another source.
   *
   * @param source a laser without an intensity of its own
   * @return the changed protocol
   */
  public PracticalDecoyBb84 withSource(Source source) {
    return new PracticalDecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, settings, analysis);
  }

  /**
   * This protocol with other detectors.
   *
   * @param detector each of Bob's two detectors
   * @return the changed protocol
   */
  public PracticalDecoyBb84 withDetector(Detector detector) {
    return new PracticalDecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, settings, analysis);
  }

  /**
   * This protocol with another misalignment.
   *
   * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
   * @return the changed protocol
   */
  public PracticalDecoyBb84 withMisalignment(double misalignment) {
    return new PracticalDecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, settings, analysis);
  }

  /**
   * This protocol with another error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the changed protocol
   */
  public PracticalDecoyBb84 withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new PracticalDecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, settings, analysis);
  }

  /**
   * This protocol with other settings.
   *
   * @param settings intensities and choice of bases
   * @return the changed protocol
   */
  public PracticalDecoyBb84 withSettings(DecoySettings settings) {
    return new PracticalDecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, settings, analysis);
  }

  /**
   * This protocol with another way to count clicks and key.
   *
   * @param analysis the analysis
   * @return the changed protocol
   */
  public PracticalDecoyBb84 withAnalysis(Analysis analysis) {
    return new PracticalDecoyBb84(
        source, detector, misalignment, errorCorrectionEfficiency, settings, analysis);
  }

  /**
   * This protocol with the intensities of the signal and of the stronger decoy that are best for a
   * link and an infinitely long key; all else stays, the probabilities too.
   *
   * @param link the link from Alice to Bob
   * @return the protocol with the best intensities
   */
  public PracticalDecoyBb84 optimisedFor(Link link) {
    return withSettings(SettingsSearch.bestIntensities(settings, decoyBlock(link)));
  }

  /**
   * This protocol with all settings that are best for a block; only the weaker of two decoys stays
   * as weak as it is.
   */
  @Override
  public PracticalDecoyBb84 optimisedFor(Link link, Block block, Security security) {
    return withSettings(SettingsSearch.bestSettings(settings, decoyBlock(link), block, security));
  }

  @Override
  public FiniteKey finiteKey() {
    return proof();
  }

  private DecoyKey proof() {
    return settings.intensities().size() == 2 ? OneDecoyKey.PROOF : TwoDecoyKey.PROOF;
  }

  private Receiver receiver(Link link) {
    return Receiver.behind(link, detector, misalignment, analysis);
  }

  private DecoyBlock decoyBlock(Link link) {
    return new DecoyBlock(receiver(link), proof(), errorCorrectionEfficiency);
  }

  @Override
  public double siftedBitsPerPulse(Link link) {
    double z = settings.keyBasisProbability();
    return z * z * decoyBlock(link).detections(settings.pulses(), 1).totalDetected();
  }

  @Override
  public KeyRate over(Link link) {
    var decoys = decoyBlock(link);
    var key = decoys.detections(settings.pulses(), 1);
    double gain = key.totalDetected();
    double z = settings.keyBasisProbability();
    double bits = gain > 0 ? z * z * Math.max(0, decoys.bitsPerSiftedPulse(key)) : 0;
    double clockHz = source.repetitionRateHz();
    return new KeyRate(
        bits,
        clockHz * detector.liveFraction(gain * clockHz),
        gain,
        key.totalErrors() / gain,
        limit(bits, link));
  }

  private String limit(double bits, Link link) {
    if (bits > 0) {
      return "loss";
    }
    String withoutBounds =
        new DecoyBb84(
                source.withMeanPhotonNumber(settings.signal().meanPhotonNumber()),
                detector,
                misalignment,
                errorCorrectionEfficiency,
                1,
                analysis)
            .over(link)
            .limit();
    return withoutBounds.equals("loss") ? "decoys that tell too little" : withoutBounds;
  }

  @Override
  public Counts expect(Link link, long pulses) {
    QkdChecks.pulses(pulses);
    double z = settings.keyBasisProbability();
    long left = pulses; // what is rounded up must not add up to more than was sent
    var tallies = new ArrayList<Tally>();
    for (Basis basis : List.of(Basis.Z, Basis.X)) {
      double kept = pulses * (basis == Basis.Z ? z * z : (1 - z) * (1 - z));
      var seen = decoyBlock(link).detections(settings.pulses(), kept);
      for (int k = 0; k < settings.intensities().size(); k++) {
        var intensity = settings.intensities().get(k);
        long sent = Math.min(left, Math.round(kept * intensity.probability()));
        long detected = Math.min(sent, Math.round(seen.detected()[k]));
        long errors = Math.min(detected, Math.round(seen.errors()[k]));
        left -= sent;
        tallies.add(new Tally(basis, intensity.meanPhotonNumber(), sent, detected, errors));
      }
    }
    return new Counts(pulses, tallies);
  }

  /**
   * Sends pulses, draws intensities and clicks, and counts what is left after sifting.
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

  private Transmission transmission(Link link, Detector detector) {
    return new Transmission(
        new PulseCases(
            source,
            settings.pulses(),
            detector,
            misalignment,
            settings.keyBasisProbability(),
            link));
  }

  @Override
  public PulseSetup setup(Link link) {
    return new PulseSetup(
        source, settings.intensities(), detector, misalignment, settings.keyBasisProbability());
  }
}
