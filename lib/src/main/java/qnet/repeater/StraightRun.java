package qnet.repeater;

import qnet.run.Xoshiro256;

/**
 * A chain in which nothing is lost again: swaps as soon as possible that always work, no cut-off,
 * no purification. One number per segment says all.
 *
 * <p>time = max tᵢ, storage = Σ|tᵢ − tᵢ₊₁|
 */
final class StraightRun extends ChainRun {
  private final double[] ready;
  private final long[] words;

  StraightRun(ChainTimes times) {
    super(times, null);
    ready = new double[times.segments];
    words = new long[times.segments];
  }

  @Override
  long deliver(Xoshiro256 random, long mostEvents) {
    times.attempts.fill(ready, words, random);
    double before = ready[0];
    double last = before;
    double storage = 0;
    for (double now : ready) {
      storage += Math.abs(now - before);
      if (now > last) {
        last = now;
      }
      before = now;
    }
    if (times.endsStored) {
      storage += last - ready[0] + last - before;
    }
    deliveredAt = last;
    delivered = times.fresh.stored(times.chain.memory(), storage * times.attemptTimeMs);
    return times.segments;
  }
}
