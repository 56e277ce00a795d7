package qnet.qkd;

import java.util.List;
import java.util.random.RandomGenerator;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * Pairs of key pulses of twin-field QKD, one by one: two coherent states with the phases 0 or π
 * interfere on a beam splitter, and two detectors click or not.
 */
final class TwinFieldTrials {
  private static final int PAIRS_PER_CHUNK = 1 << 14;

  private final double meanPhotonNumber;
  private final double amplitudeAlice;
  private final double amplitudeBob;
  private final double meanNoise;
  private final double phaseOffset;

  TwinFieldTrials(double meanPhotonNumber, Station station, double misalignment) {
    this.meanPhotonNumber = meanPhotonNumber;
    this.amplitudeAlice = Math.sqrt(station.etaAlice() * meanPhotonNumber);
    this.amplitudeBob = Math.sqrt(station.etaBob() * meanPhotonNumber);
    this.meanNoise = station.meanNoise();
    this.phaseOffset = StrictMath.acos(1 - 2 * misalignment);
  }

  Counts counts(long pulses, RandomGenerator rng) {
    return Parallel.trials(pulses, PAIRS_PER_CHUNK, rng, this::countChunk, Counts::plus);
  }

  private Counts countChunk(int pairs, Xoshiro256 random) {
    long detected = 0;
    long errors = 0;
    for (int i = 0; i < pairs; i++) {
      boolean aliceOne = random.nextBoolean();
      boolean bobOne = random.nextBoolean();
      double alice = aliceOne ? -amplitudeAlice : amplitudeAlice;
      double bob = bobOne ? -amplitudeBob : amplitudeBob;
      double real = bob * StrictMath.cos(phaseOffset);
      double imaginary = bob * StrictMath.sin(phaseOffset);
      boolean sumClicks = drawClick((square(alice + real) + square(imaginary)) / 2, random);
      boolean differenceClicks = drawClick((square(alice - real) + square(imaginary)) / 2, random);
      if (sumClicks != differenceClicks) {
        detected++;
        errors += differenceClicks == (aliceOne != bobOne) ? 0 : 1;
      }
    }
    return new Counts(
        pairs, List.of(new Tally(Basis.X, meanPhotonNumber, pairs, detected, errors)));
  }

  private boolean drawClick(double intensity, Xoshiro256 random) {
    return random.nextDouble() < -StrictMath.expm1(-intensity - meanNoise);
  }

  private static double square(double x) {
    return x * x;
  }
}
