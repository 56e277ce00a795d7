package qnet.qkd;

import java.util.List;
import java.util.Objects;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Require;

/**
 * How the pulses of BB84 are prepared and measured, whatever is made of the counts.
 *
 * @param source Alice's source; the intensities are the next component
 * @param intensities the intensities of her pulses, each with its probability
 * @param detector each of Bob's two detectors
 * @param misalignment probability that a photon goes to the wrong detector, from 0 to 0.5
 * @param keyBasisProbability how often each of them chooses basis Z, above 0 and up to 1
 */
public record PulseSetup(
    Source source,
    List<Intensity> intensities,
    Detector detector,
    double misalignment,
    double keyBasisProbability) {
  /**
   * Checks the components.
   *
   * @param source as above
   * @param intensities as above
   * @param detector as above
   * @param misalignment as above
   * @param keyBasisProbability as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public PulseSetup {
    Objects.requireNonNull(source);
    intensities = List.copyOf(intensities);
    Objects.requireNonNull(detector);
    QkdChecks.misalignment(misalignment);
    Require.positiveUpTo("keyBasisProbability", keyBasisProbability, 1);
  }

  /** Pulses of one intensity, that of the source. */
  static PulseSetup of(
      Source source, Detector detector, double misalignment, double siftingFactor) {
    return new PulseSetup(
        source,
        List.of(new Intensity(source.meanPhotonNumber(), 1)),
        detector,
        misalignment,
        BasisChoice.ofTwo(siftingFactor).firstProbability());
  }

  BasisChoice bases() {
    return new BasisChoice(List.of(Basis.Z, Basis.X), keyBasisProbability);
  }

  /** The probability that both choose the same basis. */
  double siftingFactor() {
    return keyBasisProbability * keyBasisProbability
        + (1 - keyBasisProbability) * (1 - keyBasisProbability);
  }

  /** The engine for many pulses, with detectors that are always ready. */
  Transmission transmission(Link link) {
    var mix =
        new PulseMix(
            intensities.stream().mapToDouble(Intensity::meanPhotonNumber).toArray(),
            intensities.stream().mapToDouble(Intensity::probability).toArray());
    return new Transmission(
        new PulseCases(
            source, mix, detector.withDeadTimeNs(0), misalignment, keyBasisProbability, link));
  }

  /** How often Bob detects pulses of an intensity if nobody attacks them. */
  double gain(Link link, double meanPhotonNumber) {
    var receiver = loaded(link);
    return laser()
        ? receiver.gain(meanPhotonNumber)
        : meanPhotonNumber * receiver.singlePhotonYield()
            + (1 - meanPhotonNumber) * receiver.emptyYield();
  }

  /** The same for wrong bits. */
  double errorGain(Link link, double meanPhotonNumber) {
    var receiver = loaded(link);
    return laser()
        ? receiver.errorGain(meanPhotonNumber)
        : meanPhotonNumber * receiver.singlePhotonErrorYield()
            + (1 - meanPhotonNumber) * receiver.emptyYield() / 2;
  }

  /** Bob's detectors with the after-pulses that all the pulses leave. */
  private Receiver loaded(Link link) {
    var receiver = Receiver.behind(link, detector, misalignment, Analysis.THRESHOLD);
    double lightClick = 0;
    for (Intensity intensity : intensities) {
      double mu = intensity.meanPhotonNumber();
      lightClick +=
          intensity.probability() * (laser() ? receiver.lightClick(mu) : mu * receiver.eta() / 2);
    }
    return receiver.withAfterpulsesOf(lightClick);
  }

  private boolean laser() {
    return source.statistics() == Source.Statistics.POISSON;
  }
}
