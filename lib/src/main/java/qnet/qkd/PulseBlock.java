package qnet.qkd;

import java.util.Arrays;
import java.util.stream.Stream;
import qnet.run.Exponential;
import qnet.run.Xoshiro256;
import qnet.run.XoshiroLanes;

/**
 * Draws blocks of pulses, 64 to a word: every bit, basis, intensity and click. Quick where clicks
 * are not rare, because each step is taken for the whole block before the next.
 *
 * <p>The detectors are always ready, and leave no after-pulses.
 */
final class PulseBlock {
  /** Words of a block: few enough for all arrays to stay in the cache next to the processor. */
  static final int WORDS = 256;

  static final int PULSES = WORDS * Long.SIZE;

  final long[] aliceBits = new long[WORDS];
  final long[] aliceDiagonal = new long[WORDS];
  final long[] bobDiagonal = new long[WORDS];
  final long[] clicks = new long[WORDS];
  final long[] doubleClicks = new long[WORDS];

  /** Bob's bits where he saw a click, 0 elsewhere. */
  final long[] bobBits = new long[WORDS];

  /** For each intensity, the pulses that have it. */
  final long[][] intensities;

  private final Xoshiro256 single;
  private final XoshiroLanes lanes;
  private final double noiseGap;
  private final boolean biased;
  private final ThresholdWords basis;
  private final ThresholdWords intensity;
  private final ThresholdWords light;

  /** All pulses: the one class of what is drawn alike for all. */
  private final long[][] all = {new long[WORDS]};

  /** For each intensity, the pulses with equal and with unequal bases. */
  private final long[][] classes;

  private final long[][] belowIntensity;
  private final long[][] belowLight;
  private final long[] zeroClicks = new long[WORDS];
  private final long[] oneClicks = new long[WORDS];
  private final long[] coins = new long[WORDS];

  PulseBlock(PulseCases cases, Xoshiro256 random) {
    single = random;
    lanes = new XoshiroLanes(WORDS, random);
    noiseGap = Exponential.meanGap(cases.noiseProbability);
    Arrays.fill(all[0], -1);
    int count = cases.intensities();
    intensities = count == 1 ? all : new long[count][WORDS];
    belowIntensity = new long[count][WORDS];
    classes = new long[2 * count][WORDS];
    biased = cases.basisZProbability != 0.5;
    basis = new ThresholdWords(new double[] {1 - cases.basisZProbability});
    intensity = new ThresholdWords(cases.upToIntensity());
    light =
        cases.laser
            ? new ThresholdWords(byClass(cases.any), byClass(cases.wrong), byClass(cases.wrongOnly))
            : new ThresholdWords(byClass(cases.any), byClass(cases.wrong));
    belowLight = new long[light.thresholds()][WORDS];
  }

  /** The values of the cases in which the bases are equal, and unequal, for each intensity. */
  private static double[] byClass(double[] values) {
    double[] picked = new double[values.length / 2];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[2 * i]; // cases ZZ and XZ of each intensity
    }
    return picked;
  }

  /** For an intensity, the pulses in which both chose the same basis. */
  long[] equalBases(int k) {
    return classes[2 * k];
  }

  /** Draws the next block, or as many of its pulses as are wanted; the others become zeros. */
  void draw(int pulses) {
    lanes.fill(aliceBits);
    drawBasis(aliceDiagonal);
    drawBasis(bobDiagonal);
    if (intensities.length > 1) {
      drawIntensities();
    }
    for (int k = 0; k < intensities.length; k++) {
      split(intensities[k], aliceDiagonal, bobDiagonal, classes[2 * k], classes[2 * k + 1]);
    }
    light.draw(classes, belowLight, lanes, single);
    lightClicks(
        aliceBits,
        belowLight[0],
        belowLight[1],
        belowLight[belowLight.length - 1],
        zeroClicks,
        oneClicks);
    addNoise(zeroClicks);
    addNoise(oneClicks);
    lanes.fill(coins);
    read(zeroClicks, oneClicks, coins, clicks, doubleClicks, bobBits);
    if (pulses < PULSES) {
      Stream.of(classes).forEach(words -> trim(words, pulses));
      Stream.of(aliceBits, aliceDiagonal, bobDiagonal, clicks, doubleClicks, bobBits)
          .forEach(words -> trim(words, pulses));
    }
  }

  private static void trim(long[] words, int pulses) {
    words[pulses >> 6] &= (1L << pulses) - 1;
    Arrays.fill(words, (pulses >> 6) + 1, WORDS, 0);
  }

  private void drawBasis(long[] diagonal) {
    if (biased) {
      basis.draw(all, new long[][] {diagonal}, lanes, single);
    } else {
      lanes.fill(diagonal);
    }
  }

  private void drawIntensities() {
    intensity.draw(all, belowIntensity, lanes, single);
    long[] before = null;
    for (int k = 0; k < intensities.length; k++) {
      for (int i = 0; i < WORDS; i++) {
        intensities[k][i] = belowIntensity[k][i] & (before == null ? -1 : ~before[i]);
      }
      before = belowIntensity[k];
    }
  }

  private static void split(
      long[] these, long[] aliceDiagonal, long[] bobDiagonal, long[] equal, long[] unequal) {
    for (int i = 0; i < these.length; i++) {
      long differ = aliceDiagonal[i] ^ bobDiagonal[i];
      equal[i] = these[i] & ~differ;
      unequal[i] = these[i] & differ;
    }
  }

  /** Light clicks the detector of Alice's bit, the wrong one, or both. */
  private static void lightClicks(
      long[] aliceBits,
      long[] belowAny,
      long[] belowWrong,
      long[] belowWrongOnly,
      long[] zeroClicks,
      long[] oneClicks) {
    for (int i = 0; i < aliceBits.length; i++) {
      long right = belowAny[i] & ~belowWrongOnly[i];
      long wrong = belowWrong[i];
      oneClicks[i] = aliceBits[i] & right | ~aliceBits[i] & wrong;
      zeroClicks[i] = ~aliceBits[i] & right | aliceBits[i] & wrong;
    }
  }

  private void addNoise(long[] detector) {
    long pulse = -1 + Exponential.gap(noiseGap, single);
    for (; pulse < PULSES; pulse += Exponential.gap(noiseGap, single)) {
      detector[(int) (pulse >> 6)] |= 1L << pulse;
    }
  }

  private static void read(
      long[] zeroClicks,
      long[] oneClicks,
      long[] coins,
      long[] clicks,
      long[] doubleClicks,
      long[] bobBits) {
    for (int i = 0; i < clicks.length; i++) {
      clicks[i] = zeroClicks[i] | oneClicks[i];
      doubleClicks[i] = zeroClicks[i] & oneClicks[i];
      bobBits[i] = oneClicks[i] & (~zeroClicks[i] | coins[i]);
    }
  }
}
