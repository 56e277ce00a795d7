package qnet.qkd;

import java.util.ArrayList;
import java.util.random.RandomGenerator;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * Pairs of laser pulses on the Bell measurement of MDI-QKD, one by one: two coherent states of
 * random phase interfere on a beam splitter, each output is split by polarisation, and four
 * detectors click or not.
 *
 * <p>Detectors 0 and 1 stand behind one output of the beam splitter, for horizontal and vertical
 * polarisation, 2 and 3 behind the other. The measurement succeeds if exactly two click and their
 * polarisations differ.
 */
final class MdiTrials {
  private static final int PAIRS_PER_CHUNK = 1 << 14;

  private final double muAlice;
  private final double intensityAlice;
  private final double intensityBob;
  private final double meanNoise;
  private final double misalignment;
  private final double keyProbability;

  MdiTrials(
      double muAlice, double muBob, Station station, double misalignment, double siftingFactor) {
    this.muAlice = muAlice;
    this.intensityAlice = station.etaAlice() * muAlice;
    this.intensityBob = station.etaBob() * muBob;
    this.meanNoise = station.meanNoise();
    this.misalignment = misalignment;
    this.keyProbability = Math.sqrt(siftingFactor);
  }

  Counts counts(long pulses, RandomGenerator rng) {
    return Parallel.trials(pulses, PAIRS_PER_CHUNK, rng, this::countChunk, Counts::plus);
  }

  private Counts countChunk(int pairs, Xoshiro256 random) {
    int bases = Basis.values().length;
    long[] sent = new long[bases];
    long[] detected = new long[bases];
    long[] errors = new long[bases];
    for (int i = 0; i < pairs; i++) {
      Basis basis = drawBasis(random);
      if (basis == drawBasis(random)) {
        boolean aliceOne = random.nextBoolean();
        boolean bobOne = random.nextBoolean();
        int clicks = drawClicks(basis, aliceOne, bobOne, random);
        sent[basis.ordinal()]++;
        if (succeeds(clicks)) {
          detected[basis.ordinal()]++;
          boolean shouldDiffer = basis == Basis.Z || acrossOutputs(clicks);
          boolean differ = aliceOne != bobOne ^ random.nextDouble() < misalignment;
          errors[basis.ordinal()] += differ == shouldDiffer ? 0 : 1;
        }
      }
    }
    var tallies = new ArrayList<Tally>();
    for (Basis basis : Basis.values()) {
      int b = basis.ordinal();
      tallies.add(new Tally(basis, muAlice, sent[b], detected[b], errors[b]));
    }
    return new Counts(pairs, tallies);
  }

  private Basis drawBasis(Xoshiro256 random) {
    return random.nextDouble() < keyProbability ? Basis.Z : Basis.X;
  }

  private int drawClicks(Basis basis, boolean aliceOne, boolean bobOne, Xoshiro256 random) {
    // of two random phases only the difference counts; StrictMath: the same bits on every JDK
    double wave = StrictMath.cos(2 * Math.PI * random.nextDouble());
    int clicks = 0;
    for (int vertical = 0; vertical < 2; vertical++) {
      double alice = amplitude(basis, aliceOne, vertical) * StrictMath.sqrt(intensityAlice);
      double bob = amplitude(basis, bobOne, vertical) * StrictMath.sqrt(intensityBob);
      double incoherent = (alice * alice + bob * bob) / 2;
      double interference = alice * bob * wave;
      clicks |= drawClick(incoherent + interference, random) << vertical;
      clicks |= drawClick(incoherent - interference, random) << (2 + vertical);
    }
    return clicks;
  }

  /** The part of a pulse's amplitude in one polarisation: 0 is H or H + V, 1 is V or H − V. */
  private static double amplitude(Basis basis, boolean one, int vertical) {
    if (basis == Basis.Z) {
      return one == (vertical == 1) ? 1 : 0;
    }
    return one && vertical == 1 ? -StrictMath.sqrt(0.5) : StrictMath.sqrt(0.5);
  }

  private int drawClick(double intensity, Xoshiro256 random) {
    return random.nextDouble() < -StrictMath.expm1(-intensity - meanNoise) ? 1 : 0;
  }

  private static boolean succeeds(int clicks) {
    return clicks == 0b0011 || clicks == 0b1100 || acrossOutputs(clicks);
  }

  /** The singlet: one click behind each output of the beam splitter. */
  private static boolean acrossOutputs(int clicks) {
    return clicks == 0b1001 || clicks == 0b0110;
  }
}
