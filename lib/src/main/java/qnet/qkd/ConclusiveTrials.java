package qnet.qkd;

import java.util.List;
import java.util.random.RandomGenerator;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * Counts pulses of protocols in which the bit is the choice between two states of different bases,
 * and Bob learns it when his result excludes one of them. A conclusive result is wrong if he
 * measured in the basis that was sent.
 *
 * @param pulses draws the pulses
 * @param meanPhotonNumber mean photons per pulse, for the tallies
 * @param rule what is conclusive
 */
record ConclusiveTrials(PulseTrials pulses, double meanPhotonNumber, Rule rule) {
  private static final int PULSES_PER_CHUNK = 1 << 16;

  /** Decides about a pulse with a click. */
  @FunctionalInterface
  interface Rule {
    boolean conclusive(PulseStory pulse, Xoshiro256 random);
  }

  Counts counts(long count, RandomGenerator rng) {
    return Parallel.trials(count, PULSES_PER_CHUNK, rng, this::countChunk, Counts::plus);
  }

  private Counts countChunk(int count, Xoshiro256 random) {
    var pulse = new PulseStory();
    long[] sent = new long[2];
    long[] detected = new long[2];
    long[] errors = new long[2];
    for (int i = 0; i < count; i++) {
      pulses.draw(pulse, random);
      int basis = pulse.bobBasis.ordinal();
      sent[basis]++;
      if (pulse.clicks() && rule.conclusive(pulse, random)) {
        detected[basis]++;
        if (pulse.sameBasis()) {
          errors[basis]++;
        }
      }
    }
    return new Counts(
        count,
        List.of(tally(Basis.Z, sent, detected, errors), tally(Basis.X, sent, detected, errors)));
  }

  private Tally tally(Basis basis, long[] sent, long[] detected, long[] errors) {
    int b = basis.ordinal();
    return new Tally(basis, meanPhotonNumber, sent[b], detected[b], errors[b]);
  }
}
