package qnet.qkd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Parallel;
import qnet.run.Require;
import qnet.run.Xoshiro256;

/**
 * Draws BB84 pulses one by one: intensities, bits, bases, photons, losses, and the clicks of two
 * threshold detectors. No gain, error or key rate formula is used.
 *
 * <p>An after-pulse comes in the next gate of the detector that clicked.
 *
 * <p>Ignores the dead time: every pulse meets detectors that are ready.
 */
final class PulseTrials {
  /** Part of the result's definition: the chunks name the random streams. About 4 ms of work. */
  static final int PULSES_PER_CHUNK = 1 << 16;

  /** A table of more pulses than this is no longer read. */
  private static final int MOST_RECORDS = 64;

  private final boolean laser;
  private final double[] meanPhotonNumbers;
  private final double[] emptyProbabilities;

  /** Up to which random number a pulse has this intensity or one before it. */
  private final double[] upToIntensity;

  private final double eta;
  private final double detectorEfficiency;
  private final double misalignment;
  private final double noiseProbability;
  private final double afterpulseProbability;
  private final BasisChoice bases;
  private final double otherBasisProbability;

  /** Who attacks the pulses; null if nobody does, which needs no polarisation. */
  private final Eve eve;

  /** Pulses of one intensity. */
  PulseTrials(
      Source source, Detector detector, double misalignment, double siftingFactor, Link link) {
    this(source, detector, misalignment, BasisChoice.ofTwo(siftingFactor), 0.5, link);
  }

  /** The same for any choice of bases, with the probability of a wrong bit in unequal bases. */
  PulseTrials(
      Source source,
      Detector detector,
      double misalignment,
      BasisChoice bases,
      double otherBasisProbability,
      Link link) {
    this(
        source,
        new double[] {source.meanPhotonNumber()},
        new double[] {1},
        detector,
        misalignment,
        bases,
        otherBasisProbability,
        link);
  }

  /** Pulses of several intensities, chosen at random with the given probabilities. */
  PulseTrials(
      Source source,
      double[] meanPhotonNumbers,
      double[] probabilities,
      Detector detector,
      double misalignment,
      BasisChoice bases,
      double otherBasisProbability,
      Link link) {
    this(
        source,
        meanPhotonNumbers,
        probabilities,
        detector,
        misalignment,
        bases,
        otherBasisProbability,
        link,
        null);
  }

  /** The pulses of BB84, with an eavesdropper on the link. */
  PulseTrials(PulseSetup setup, Link link, Eve eve) {
    this(
        setup.source(),
        setup.intensities().stream().mapToDouble(Intensity::meanPhotonNumber).toArray(),
        setup.intensities().stream().mapToDouble(Intensity::probability).toArray(),
        setup.detector(),
        setup.misalignment(),
        setup.bases(),
        0.5,
        link,
        eve);
  }

  private PulseTrials(
      Source source,
      double[] meanPhotonNumbers,
      double[] probabilities,
      Detector detector,
      double misalignment,
      BasisChoice bases,
      double otherBasisProbability,
      Link link,
      Eve eve) {
    this.laser = source.statistics() == Source.Statistics.POISSON;
    this.meanPhotonNumbers = meanPhotonNumbers.clone();
    this.emptyProbabilities = new double[meanPhotonNumbers.length];
    for (int k = 0; k < meanPhotonNumbers.length; k++) {
      double mu = meanPhotonNumbers[k];
      emptyProbabilities[k] = laser ? StrictMath.exp(-mu) : 1 - mu;
    }
    this.upToIntensity = probabilities.clone();
    for (int k = 1; k < upToIntensity.length; k++) {
      upToIntensity[k] += upToIntensity[k - 1];
    }
    this.detectorEfficiency = detector.efficiencyInGate();
    this.eta = link.transmittance() * detectorEfficiency;
    this.misalignment = misalignment;
    // not shared with the closed form, and StrictMath: the same bits on every JDK
    this.noiseProbability =
        1
            - StrictMath.exp(
                -detector.meanDarkCounts()
                    - detector.meanBackgroundCounts(link.backgroundRateHz() / 2));
    this.afterpulseProbability = detector.afterpulseProbability();
    this.bases = bases;
    this.otherBasisProbability = otherBasisProbability;
    this.eve = eve;
  }

  void draw(PulseStory pulse, Xoshiro256 random) {
    boolean echoZero = echo(pulse.clickZero, random);
    boolean echoOne = echo(pulse.clickOne, random);
    pulse.intensity = drawIntensity(random);
    pulse.aliceOne = random.nextBoolean();
    pulse.aliceBasis = bases.draw(random);
    pulse.bobBasis = bases.draw(random);
    pulse.photons = drawPhotons(pulse.intensity, random);
    pulse.clickZero = random.nextDouble() < noiseProbability || echoZero;
    pulse.clickOne = random.nextDouble() < noiseProbability || echoOne;
    pulse.lightClick = false;
    if (eve == null) {
      double wrong = pulse.sameBasis() ? misalignment : otherBasisProbability;
      light(pulse, pulse.photons, eta, wrong, Reception.HONEST, random);
    } else {
      attacked(pulse, random);
    }
    pulse.bobOne = pulse.clickZero && pulse.clickOne ? random.nextBoolean() : pulse.clickOne;
  }

  /** What is left of a pulse after Eve, at Bob's detectors. */
  private void attacked(PulseStory pulse, Xoshiro256 random) {
    var sent = Pulse.ofAlice(pulse.photons, pulse.aliceBasis, pulse.aliceOne);
    Pulse arriving = eve.attack(sent, random);
    pulse.note = arriving.note();
    double share = Malus.one(arriving.angleRad(), pulse.bobBasis);
    double one = share + misalignment * (1 - 2 * share);
    Reception reception = arriving.reception();
    if (reception.blinded()) {
      boolean bright = arriving.photons() > 0;
      pulse.clickZero = bright && reception.brightEnough(1 - one);
      pulse.clickOne = bright && reception.brightEnough(one);
      pulse.lightClick = pulse.clicks();
    } else {
      double way =
          Double.isNaN(reception.transmittance())
              ? eta
              : reception.transmittance() * detectorEfficiency;
      double wrong = pulse.aliceOne ? 1 - one : one;
      light(pulse, arriving.photons(), way, wrong, reception, random);
    }
  }

  /** Photons fall on Bob's detectors, each on the one for Alice's bit or with a chance not. */
  private static void light(
      PulseStory pulse,
      int photons,
      double detected,
      double wrong,
      Reception reception,
      Xoshiro256 random) {
    for (int i = 0; i < photons; i++) {
      if (random.nextDouble() < detected) {
        boolean one = pulse.aliceOne ^ random.nextDouble() < wrong;
        double seen = one ? reception.seenByOne() : reception.seenByZero();
        if (seen == 1 || random.nextDouble() < seen) {
          pulse.lightClick = true;
          pulse.clickOne |= one;
          pulse.clickZero |= !one;
        }
      }
    }
  }

  private boolean echo(boolean clickBefore, Xoshiro256 random) {
    return clickBefore && afterpulseProbability > 0 && random.nextDouble() < afterpulseProbability;
  }

  private int drawIntensity(Xoshiro256 random) {
    int last = upToIntensity.length - 1;
    int intensity = 0;
    if (last > 0) {
      double chosen = random.nextDouble();
      while (intensity < last && chosen >= upToIntensity[intensity]) {
        intensity++;
      }
    }
    return intensity;
  }

  private int drawPhotons(int intensity, Xoshiro256 random) {
    double emptyProbability = emptyProbabilities[intensity];
    return laser
        ? Poisson.draw(emptyProbability, random)
        : random.nextDouble() < emptyProbability ? 0 : 1;
  }

  Counts counts(long pulses, RandomGenerator rng) {
    return Parallel.trials(
        pulses,
        PULSES_PER_CHUNK,
        rng,
        (n, random) -> countChunk(n, random, story -> {}),
        Counts::plus);
  }

  /** Counts pulses, and hands each one that enters the sifted key on. */
  Counts countChunk(int pulses, Xoshiro256 random, Consumer<PulseStory> sifted) {
    var pulse = new PulseStory();
    int all = Basis.values().length;
    int lines = all * meanPhotonNumbers.length;
    long[] sent = new long[lines];
    long[] detected = new long[lines];
    long[] errors = new long[lines];
    for (int i = 0; i < pulses; i++) {
      draw(pulse, random);
      if (pulse.sameBasis()) {
        int line = pulse.intensity * all + pulse.bobBasis.ordinal();
        sent[line]++;
        if (pulse.clicks()) {
          detected[line]++;
          if (pulse.differs()) {
            errors[line]++;
          }
          sifted.accept(pulse);
        }
      }
    }
    var tallies = new ArrayList<Tally>();
    for (int k = 0; k < meanPhotonNumbers.length; k++) {
      for (Basis basis : bases.bases()) {
        int line = k * all + basis.ordinal();
        tallies.add(
            new Tally(basis, meanPhotonNumbers[k], sent[line], detected[line], errors[line]));
      }
    }
    return new Counts(pulses, tallies);
  }

  List<PulseRecord> records(int pulses, RandomGenerator rng) {
    return stories(
        pulses,
        rng,
        (i, story) ->
            new PulseRecord(
                i,
                story.aliceOne ? 1 : 0,
                story.aliceBasis,
                story.photons,
                story.lightClick,
                story.bobBasis,
                story.bobBit(),
                story.sifted()));
  }

  /** Makes a line of a table out of the story of a pulse. */
  @FunctionalInterface
  interface Line<T> {
    T of(int number, PulseStory story);
  }

  /** Draws a few pulses, and tells the story of each. */
  <T> List<T> stories(int pulses, RandomGenerator rng, Line<T> line) {
    Require.between("pulses", pulses, 1, MOST_RECORDS);
    var random = Xoshiro256.stream(rng.nextLong(), 0);
    var story = new PulseStory();
    var lines = new ArrayList<T>();
    for (int i = 1; i <= pulses; i++) {
      draw(story, random);
      lines.add(line.of(i, story));
    }
    return List.copyOf(lines);
  }

  /** The counts that a gain and an error gain make one expect, rounded. */
  static Counts expected(
      long pulses, double meanPhotonNumber, double siftingFactor, double gain, double errorGain) {
    var bases = BasisChoice.ofTwo(siftingFactor);
    return expected(pulses, meanPhotonNumber, bases, gain, errorGain);
  }

  /** The same for any choice of bases. */
  static Counts expected(
      long pulses, double meanPhotonNumber, BasisChoice bases, double gain, double errorGain) {
    QkdChecks.pulses(pulses);
    var tallies = new ArrayList<Tally>();
    for (Basis basis : bases.bases()) {
      double sent = pulses * Math.pow(bases.probability(basis), 2);
      tallies.add(
          new Tally(
              basis,
              meanPhotonNumber,
              Math.round(sent),
              Math.round(sent * gain),
              Math.round(sent * errorGain)));
    }
    return new Counts(pulses, tallies);
  }
}
