package qnet.qkd;

import java.util.Arrays;
import java.util.stream.IntStream;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * What BB84 pulses have in common for the fast engines: how often each case of intensity and bases
 * comes, and how light clicks Bob's two detectors in it.
 *
 * <p>Case 4k + 2a + b is intensity k, Alice's basis a and Bob's basis b, each 0 for Z and 1 for X.
 * "Right" is the detector of the bit that Alice sent, in the names of Bob's basis.
 *
 * <p>The photons of a laser pulse of random phase are Poissonian, and a Poissonian number of
 * photons, each of which is lost or goes to one of two detectors, is an independent Poissonian
 * number in each. So the detectors click independently, with probabilities 1 − e^(−λ) of their mean
 * photon numbers λ = ημ(1 − e) and ημe. A single photon clicks one detector at most.
 *
 * <p>One uniform number decides about the light of a pulse: up to {@code wrongOnly} the wrong
 * detector clicks, from there to {@code wrong} both, from there to {@code any} the right one.
 * Probabilities of clicks from noise are not in these numbers; noise is drawn by itself.
 */
final class PulseCases {
  /** Of the four choices of bases ZZ, ZX, XZ and XX, the first and the last, as bits. */
  static final int SAME_BASIS = 0b1001;

  final double[] meanPhotonNumbers;

  private final double[] intensityProbabilities;

  /** How often each party chooses Z. */
  final double basisZProbability;

  /** How often each case comes. */
  final double[] probabilities;

  /** Whether a pulse may hold several photons. */
  final boolean laser;

  final double[] wrongOnly;
  final double[] wrong;
  final double[] any;

  /** Made when it is asked for, as only rare clicks need it. */
  private CaseTable lightEvents;

  /** The probability of a click without light, per detector and pulse. */
  final double noiseProbability;

  final double afterpulseProbability;

  /** How many pulses fall into the dead time after a click. */
  final long blindPulses;

  PulseCases(
      Source source,
      PulseMix mix,
      Detector detector,
      double misalignment,
      double basisZProbability,
      Link link) {
    int intensities = mix.size();
    this.meanPhotonNumbers =
        IntStream.range(0, intensities).mapToDouble(mix::meanPhotonNumber).toArray();
    this.intensityProbabilities =
        IntStream.range(0, intensities).mapToDouble(mix::probability).toArray();
    this.probabilities = new double[4 * intensities];
    this.laser = source.statistics() == Source.Statistics.POISSON;
    this.wrongOnly = new double[4 * intensities];
    this.wrong = new double[4 * intensities];
    this.any = new double[4 * intensities];
    double eta = link.transmittance() * detector.efficiencyInGate();
    this.basisZProbability = basisZProbability;
    for (int c = 0; c < probabilities.length; c++) {
      double alice = (c & 2) == 0 ? basisZProbability : 1 - basisZProbability;
      double bob = (c & 1) == 0 ? basisZProbability : 1 - basisZProbability;
      probabilities[c] = mix.probability(c >> 2) * alice * bob;
      double photons = mix.meanPhotonNumber(c >> 2) * eta;
      double error = (SAME_BASIS >> (c & 3) & 1) == 1 ? misalignment : 0.5;
      if (laser) {
        double noRight = StrictMath.exp(-photons * (1 - error));
        wrong[c] = -StrictMath.expm1(-photons * error);
        wrongOnly[c] = wrong[c] * noRight;
        any[c] = -StrictMath.expm1(-photons);
      } else {
        wrong[c] = photons * error;
        wrongOnly[c] = wrong[c];
        any[c] = photons;
      }
    }
    this.noiseProbability =
        -StrictMath.expm1(
            -detector.meanDarkCounts()
                - detector.meanBackgroundCounts(link.backgroundRateHz() / 2));
    this.afterpulseProbability = detector.afterpulseProbability();
    this.blindPulses = Math.round(detector.deadTimeNs() * 1e-9 * source.repetitionRateHz());
  }

  /** For each intensity, the share of pulses that have it or one before it. */
  double[][] upToIntensity() {
    double[][] upTo = new double[intensities()][1];
    double sum = 0;
    for (int k = 0; k < intensities() - 1; k++) {
      sum += intensityProbabilities[k];
      upTo[k][0] = sum;
    }
    upTo[intensities() - 1][0] = 1;
    return upTo;
  }

  /** The largest probability that light clicks. */
  double brightest() {
    return Arrays.stream(any).max().orElseThrow();
  }

  /**
   * Draws what light does in a pulse in which the brightest case would click, as a number of {@link
   * SiftedChunk#event}.
   */
  synchronized CaseTable lightEvents() {
    if (lightEvents == null) {
      lightEvents = lightEventTable();
    }
    return lightEvents;
  }

  private CaseTable lightEventTable() {
    double brightest = brightest() == 0 ? 1 : brightest(); // without light all pulses are alike
    double[] events = new double[16 * size()];
    for (int c = 0; c < size(); c++) {
      for (int aliceBit = 0; aliceBit < 2; aliceBit++) {
        double each = probabilities[c] / 2 / brightest;
        double both = each * (wrong[c] - wrongOnly[c]);
        events[SiftedChunk.event(c, aliceBit, 0, 0, 0)] = each * (brightest - any[c]);
        events[SiftedChunk.event(c, aliceBit, 1, 0, 0)] = each * (any[c] - wrong[c]);
        events[SiftedChunk.event(c, aliceBit, 1, 1, 0)] = each * wrongOnly[c];
        events[SiftedChunk.event(c, aliceBit, 1, 0, 1)] = both / 2; // Bob tosses a coin
        events[SiftedChunk.event(c, aliceBit, 1, 1, 1)] = both / 2;
      }
    }
    return new CaseTable(events);
  }

  /** About how many bits light leaves in the sifted key. */
  double siftedPerPulse() {
    return IntStream.range(0, size())
        .filter(c -> (SAME_BASIS >> (c & 3) & 1) == 1)
        .mapToDouble(c -> probabilities[c] * any[c])
        .sum();
  }

  /** Whether a click changes what comes after it. */
  boolean hasMemory() {
    return blindPulses > 0 || afterpulseProbability > 0;
  }

  int size() {
    return probabilities.length;
  }

  int intensities() {
    return meanPhotonNumbers.length;
  }

  /** The case in which both choose a basis. */
  static int sameBasis(int intensity, Basis basis) {
    return 4 * intensity + (basis == Basis.Z ? 0 : 3);
  }
}
