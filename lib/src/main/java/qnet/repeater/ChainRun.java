package qnet.repeater;

import java.util.function.Consumer;
import qnet.run.Xoshiro256;

/** Delivers pairs from end to end, one after the other. Not for use by several threads. */
abstract class ChainRun {
  static final long NO_LIMIT = Long.MAX_VALUE;

  final ChainTimes times;
  private final Consumer<Event> listener;

  /** When the last pair was delivered, in attempts. */
  double deliveredAt;

  /** How good it was. */
  Correlations delivered;

  /**
   * @param listener hears what happens; may be null
   */
  ChainRun(ChainTimes times, Consumer<Event> listener) {
    this.times = times;
    this.listener = listener;
  }

  /** The simplest process that does what a chain does. */
  static ChainRun of(ChainTimes times) {
    return times.chain.isStraight() ? new StraightRun(times) : of(times, null);
  }

  /** The process that tells what happens. */
  static ChainRun of(ChainTimes times, Consumer<Event> listener) {
    return times.chain.purification().isNone() || !times.chain.isNested()
        ? new QueueRun(times, listener)
        : new PurifiedRun(times, listener);
  }

  /**
   * Delivers one pair.
   *
   * @return the events that it took; more than the limit if it was given up
   */
  abstract long deliver(Xoshiro256 random, long mostEvents);

  final void tell(Event event) {
    if (listener != null) {
      listener.accept(event);
    }
  }
}
