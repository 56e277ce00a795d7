package qnet.repeater;

import qnet.run.Xoshiro256;

/**
 * A chain in which nothing is lost again: swaps as soon as possible that always work, no cut-off,
 * no purification. One number per segment says all.
 *
 * <p>time = max tᵢ, storage = Σ|tᵢ − tᵢ₊₁|
 */
final class StraightRun extends ChainRun {
  StraightRun(ChainTimes times) {
    super(times, null);
  }

  @Override
  long deliver(Xoshiro256 random, long mostEvents) {
    GeometricSampler attempts = times.attempts;
    double first = attempts.next(random);
    double before = first;
    double last = first;
    double storage = 0;
    for (int i = 1; i < times.segments; i++) {
      double now = attempts.next(random);
      storage += Math.abs(now - before);
      last = Math.max(last, now);
      before = now;
    }
    if (times.endsStored) {
      storage += last - first + last - before;
    }
    deliveredAt = last;
    delivered = times.fresh.stored(times.chain.memory(), storage * times.attemptTimeMs);
    return times.segments;
  }
}
