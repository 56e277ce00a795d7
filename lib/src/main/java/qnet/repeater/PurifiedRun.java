package qnet.repeater;

import java.util.function.Consumer;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;
import qnet.state.PurificationResult;

/**
 * A nested chain with purification: every pair is made of two others, which are made side by side
 * and of which the earlier one waits.
 *
 * <p>Both qubits of a pair decay from the attempt that made it to the swap or the measurement that
 * ends it, while messages travel too. A pair that has waited for its partner as long as the cut-off
 * is given up and made again.
 */
final class PurifiedRun extends ChainRun {
  private static final int CHECK_EVERY = 1 << 12;

  private Xoshiro256 random;
  private long events;
  private long mostEvents;

  PurifiedRun(ChainTimes times, Consumer<Event> listener) {
    super(times, listener);
  }

  /** A pair and the attempts after which both ends know that it is there. */
  private record Ready(double rounds, Correlations state) {}

  @Override
  long deliver(Xoshiro256 generator, long most) {
    random = generator;
    events = 0;
    mostEvents = most;
    int level = Integer.numberOfTrailingZeros(times.segments);
    Ready pair = make(level, times.chain.purification().rounds(level), 0, 0);
    deliveredAt = pair.rounds;
    delivered = pair.state;
    tell(new Event.Delivered(pair.rounds * times.attemptTimeMs, 0, times.segments));
    return events;
  }

  /**
   * Makes the purified pair of one segment.
   *
   * @return the events that it took
   */
  long elementary(int segment, double from, Xoshiro256 generator, long most) {
    random = generator;
    events = 0;
    mostEvents = most;
    Ready pair = make(0, times.chain.purification().rounds(0), segment, from);
    deliveredAt = pair.rounds;
    delivered = pair.state;
    return events;
  }

  /** A pair over 2^level segments after a number of rounds of purification on that level. */
  private Ready make(int level, int round, int left, double from) {
    if (++events % CHECK_EVERY == 0) {
      Parallel.checkInterrupt();
    }
    if (level == 0 && round == 0) {
      double at = from + times.attempts.next(random);
      tell(new Event.Linked(at * times.attemptTimeMs, left, left + 1));
      return new Ready(at, times.link);
    }
    int length = 1 << level;
    double start = from;
    while (events <= mostEvents) {
      Ready first = part(level, round, left, start);
      Ready second = part(level, round, round > 0 ? left : left + length / 2, start);
      while (Math.abs(first.rounds - second.rounds) > times.cutoff && events <= mostEvents) {
        if (first.rounds < second.rounds) {
          first = again(level, round, left, first);
        } else {
          second = again(level, round, round > 0 ? left : left + length / 2, second);
        }
      }
      double now = Math.max(first.rounds, second.rounds);
      Correlations a = decayed(first.state, now - first.rounds);
      Correlations b = decayed(second.state, now - second.rounds);
      Ready result =
          round > 0 ? purified(a, b, left, length, now) : swapped(a, b, left, length, now);
      if (result.state != null) {
        return result;
      }
      start = result.rounds;
    }
    return new Ready(start, times.link); // given up: whoever set the limit looks at the events
  }

  private Ready part(int level, int round, int left, double from) {
    return round > 0
        ? make(level, round - 1, left, from)
        : make(level - 1, times.chain.purification().rounds(level - 1), left, from);
  }

  private Ready again(int level, int round, int left, Ready expired) {
    double at = expired.rounds + times.cutoff;
    int length = round > 0 ? 1 << level : 1 << (level - 1);
    tell(new Event.Expired(at * times.attemptTimeMs, left, left + length));
    return part(level, round, left, at + times.message(length));
  }

  private Ready purified(
      Correlations kept, Correlations sacrificed, int left, int length, double now) {
    double message = times.message(length);
    double at = now + message;
    PurificationResult result =
        times.chain.purification().protocol().purify(kept.pair(), sacrificed.pair());
    boolean works = random.nextDouble() < result.successProbability();
    double timeMs = at * times.attemptTimeMs;
    tell(
        works
            ? new Event.Purified(timeMs, left, left + length)
            : new Event.PurificationFailed(timeMs, left, left + length));
    return new Ready(at, works ? decayed(Correlations.of(result.pair()), message) : null);
  }

  private Ready swapped(Correlations a, Correlations b, int left, int length, double now) {
    int station = left + length / 2;
    double timeMs = now * times.attemptTimeMs;
    if (random.nextDouble() < times.swapProbability) {
      tell(new Event.Swapped(timeMs, left, left + length, station));
      return new Ready(now, a.joined(b).joined(times.swap));
    }
    tell(new Event.SwapFailed(timeMs, left, left + length, station));
    return new Ready(now + times.message(length / 2), null);
  }

  /** After both qubits were stored for a while. */
  private Correlations decayed(Correlations pair, double attempts) {
    return attempts == 0
        ? pair
        : pair.stored(times.chain.memory(), 2 * attempts * times.attemptTimeMs);
  }
}
