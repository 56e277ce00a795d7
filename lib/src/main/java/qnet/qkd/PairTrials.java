package qnet.qkd;

import qnet.channel.PairSource;
import qnet.run.Xoshiro256;

/**
 * Draws the pulses of a pair source one by one: the pairs, what analysers at an angle make of them,
 * losses, and the clicks of four threshold detectors. No formula of gain, error or correlation is
 * used.
 *
 * <p>In its own two polarisation modes, down-conversion makes a thermal number of pairs in each,
 * and a photon of Alice always has its partner in the same mode of Bob (their bits are taken as
 * equal, where the singlet's are opposite). If Bob's analyser is rotated against Alice's, the
 * photons of his two modes meet as on a beam splitter.
 *
 * <p>Ignores the dead time: every pulse meets detectors that are ready.
 */
final class PairTrials {
  /** Part of the result's definition: the chunks name the random streams. */
  static final int PULSES_PER_CHUNK = 1 << 16;

  private final PairSource source;
  private final double eachModeProbability;
  private final double misalignment;
  private final double etaAlice;
  private final double etaBob;
  private final double noiseAlice;
  private final double noiseBob;

  PairTrials(PairSource source, double misalignment, Receiver alice, Receiver bob) {
    this.source = source;
    double lambda = source.meanPairNumber() / 2;
    this.eachModeProbability = lambda / (1 + lambda);
    this.misalignment = misalignment;
    this.etaAlice = alice.eta();
    this.etaBob = bob.eta();
    this.noiseAlice = 1 - StrictMath.exp(-alice.meanNoise());
    this.noiseBob = 1 - StrictMath.exp(-bob.meanNoise());
  }

  /** What one pulse leaves on the two sides; one object is used again for each. */
  static final class Outcome {
    boolean aliceClicks;
    boolean aliceOne;
    boolean bobClicks;
    boolean bobOne;

    boolean coincidence() {
      return aliceClicks && bobClicks;
    }

    boolean equal() {
      return aliceOne == bobOne;
    }
  }

  /** Draws a pulse for analysers whose polarisation angles differ by {@code angleRad}. */
  void draw(Outcome outcome, double angleRad, Xoshiro256 random) {
    int zeros;
    int ones;
    if (source.statistics() == PairSource.Statistics.SINGLE_PAIR) {
      boolean pair = random.nextDouble() < source.meanPairNumber();
      boolean one = random.nextBoolean();
      zeros = pair && !one ? 1 : 0;
      ones = pair && one ? 1 : 0;
    } else {
      zeros = drawThermal(random);
      ones = drawThermal(random);
    }
    int pairs = zeros + ones;
    int bobZeros =
        pairs == 0 || angleRad == 0
            ? zeros
            : RotatedPhotons.draw(zeros, ones, angleRad, random.nextDouble());
    boolean zeroClicks = clicks(zeros, etaAlice, noiseAlice, random);
    boolean oneClicks = clicks(ones, etaAlice, noiseAlice, random);
    outcome.aliceClicks = zeroClicks || oneClicks;
    outcome.aliceOne = zeroClicks && oneClicks ? random.nextBoolean() : oneClicks;
    boolean exchanged = random.nextDouble() < misalignment;
    zeroClicks = clicks(exchanged ? pairs - bobZeros : bobZeros, etaBob, noiseBob, random);
    oneClicks = clicks(exchanged ? bobZeros : pairs - bobZeros, etaBob, noiseBob, random);
    outcome.bobClicks = zeroClicks || oneClicks;
    outcome.bobOne = zeroClicks && oneClicks ? random.nextBoolean() : oneClicks;
  }

  /** The number of pairs in one polarisation mode. */
  private int drawThermal(Xoshiro256 random) {
    int pairs = 0;
    while (random.nextDouble() < eachModeProbability) {
      pairs++;
    }
    return pairs;
  }

  private static boolean clicks(int photons, double eta, double noise, Xoshiro256 random) {
    boolean click = random.nextDouble() < noise;
    for (int i = 0; i < photons; i++) {
      click |= random.nextDouble() < eta;
    }
    return click;
  }
}
