package qnet.qkd;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The detections of one basis by intensity, strongest first, as real numbers: measured counts or
 * expectation values.
 *
 * @param pulses the intensities, and how often each is sent
 * @param detected detections of each
 * @param errors wrong bits among them
 */
record Detections(PulseMix pulses, double[] detected, double[] errors) {
  /**
   * What was counted in a basis.
   *
   * <p>How often an intensity is sent is read off the pulses sent.
   */
  static Detections of(Counts counts, Basis basis, int intensities) {
    Tally[] tallies =
        counts.tallies().stream()
            .filter(tally -> tally.basis() == basis)
            .sorted(Comparator.comparingDouble(Tally::meanPhotonNumber).reversed())
            .toArray(Tally[]::new);
    if (tallies.length != intensities) {
      throw new IllegalArgumentException(
          "counts must have "
              + intensities
              + (intensities == 1 ? " intensity" : " intensities")
              + " in basis "
              + basis
              + ", had "
              + tallies.length);
    }
    double sent = Arrays.stream(tallies).mapToDouble(Tally::sent).sum();
    return new Detections(
        new PulseMix(
            Arrays.stream(tallies).mapToDouble(Tally::meanPhotonNumber).toArray(),
            Arrays.stream(tallies).mapToDouble(tally -> tally.sent() / sent).toArray()),
        Arrays.stream(tallies).mapToDouble(Tally::detected).toArray(),
        Arrays.stream(tallies).mapToDouble(Tally::errors).toArray());
  }

  /** What to expect of a receiver. */
  static Detections expected(Receiver receiver, PulseMix pulses, double sent) {
    int intensities = pulses.size();
    double[] detected = new double[intensities];
    double[] errors = new double[intensities];
    for (int k = 0; k < intensities; k++) {
      double ofThese = sent * pulses.probability(k);
      detected[k] = ofThese * receiver.gain(pulses.meanPhotonNumber(k));
      errors[k] = ofThese * receiver.errorGain(pulses.meanPhotonNumber(k));
    }
    return new Detections(pulses, detected, errors);
  }

  /** The same with all numbers multiplied. */
  Detections times(double factor) {
    double[] moreDetected = detected.clone();
    double[] moreErrors = errors.clone();
    for (int k = 0; k < moreDetected.length; k++) {
      moreDetected[k] *= factor;
      moreErrors[k] *= factor;
    }
    return new Detections(pulses, moreDetected, moreErrors);
  }

  double totalDetected() {
    return sum(detected);
  }

  double totalErrors() {
    return sum(errors);
  }

  /** Error correction at f bits over the Shannon limit: f·n·h(E). */
  double leakBits(double errorCorrectionEfficiency) {
    double total = totalDetected();
    return total == 0
        ? 0
        : errorCorrectionEfficiency * total * ErrorEntropy.ofBitError(totalErrors() / total);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
