package qnet.repeater;

import java.util.Arrays;
import java.util.function.Consumer;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * A chain event by event: links, swaps that may fail, and memories that give up.
 *
 * <p>Segment i lies between the stations i and i + 1. A pair over the segments l … r is known by
 * its two outer segments. When a pair is lost, each of its segments starts again once both of its
 * stations can know, at the next attempt of the common clock. Times are whole numbers of attempts;
 * a memory gives up half an attempt late, so that a link at the last moment is in time.
 */
final class QueueRun extends ChainRun {
  private static final long EXPIRY = 1L << 62;
  private static final int SEGMENT_BITS = 20;
  private static final double AFTER_LINKS = 0.5;
  private static final int CHECK_EVERY = 1 << 12;

  private final EventQueue queue = new EventQueue();
  private final PurifiedRun purified;
  private final boolean isNested;
  private final boolean[] up;
  private final double[] since;
  private final int[] leftmost;
  private final int[] rightmost;
  private final long[] births;
  private final double[] storage;
  private final Correlations[] states;
  private Xoshiro256 random;
  private double now;
  private long events;
  private long mostEvents;

  QueueRun(ChainTimes times, Consumer<Event> listener) {
    super(times, listener);
    int segments = times.segments;
    purified = times.chain.purification().isNone() ? null : new PurifiedRun(times, listener);
    isNested = times.chain.isNested();
    up = new boolean[segments];
    since = new double[segments];
    leftmost = new int[segments];
    rightmost = new int[segments];
    births = new long[segments];
    storage = new double[segments];
    states = new Correlations[segments];
  }

  @Override
  long deliver(Xoshiro256 generator, long most) {
    random = generator;
    mostEvents = most;
    events = 0;
    queue.clear();
    Arrays.fill(up, false);
    for (int i = 0; i < times.segments; i++) {
      start(i, 0);
    }
    while (!isDelivered() && events <= mostEvents) {
      long code = queue.remove();
      now = queue.now();
      int segment = (int) (code & ((1 << SEGMENT_BITS) - 1));
      if (code < EXPIRY) {
        linked(segment);
      } else if (births[segment] == (code - EXPIRY) >>> SEGMENT_BITS) {
        expired(segment);
      }
      if (++events % CHECK_EVERY == 0) {
        Parallel.checkInterrupt();
      }
    }
    if (isDelivered()) {
      finish();
    }
    return events;
  }

  private boolean isDelivered() {
    return up[0] && rightmost[0] == times.segments - 1;
  }

  private void finish() {
    int last = times.segments - 1;
    if (times.endsStored) {
      storage[0] += now - since[0] + now - since[last];
    }
    deliveredAt = now;
    Correlations unstored = purified == null ? times.fresh : states[0];
    delivered = unstored.stored(times.chain.memory(), storage[0] * times.attemptTimeMs);
    tell(new Event.Delivered(timeMs(), 0, times.segments));
  }

  private void start(int segment, double from) {
    double at;
    if (purified == null) {
      at = from + times.attempts.next(random);
    } else {
      events += purified.elementary(segment, from, random, mostEvents - events);
      at = purified.deliveredAt;
      states[segment] = purified.delivered;
    }
    queue.add(at, segment);
  }

  private void linked(int segment) {
    up[segment] = true;
    since[segment] = now;
    leftmost[segment] = segment;
    rightmost[segment] = segment;
    storage[segment] = 0;
    if (purified == null) { // else it has told how the pair was made
      tell(new Event.Linked(timeMs(), segment, segment + 1));
    }
    if (times.cutoff < Double.POSITIVE_INFINITY) {
      queue.add(
          now + times.cutoff + AFTER_LINKS, EXPIRY + (births[segment] << SEGMENT_BITS) + segment);
    }
    int left = segment;
    boolean changed = true;
    while (changed && up[left]) {
      changed = swapped(left);
      left = leftmost[left];
      changed |= up[left] && swapped(rightmost[left] + 1);
      changed &= isNested; // else the pairs beside it have nothing to swap with
    }
  }

  /** Lets a station swap if it may; says whether anything happened. */
  private boolean swapped(int station) {
    if (station == 0 || station == times.segments || !up[station - 1] || !up[station]) {
      return false;
    }
    int left = leftmost[station - 1];
    int right = rightmost[station];
    int level = Integer.lowestOneBit(station);
    if (isNested && (station - left != level || right + 1 - station != level)) {
      return false;
    }
    if (random.nextDouble() >= times.swapProbability) {
      tell(new Event.SwapFailed(timeMs(), left, right + 1, station));
      lose(left, right, station);
      return true;
    }
    storage[left] += storage[station] + now - since[station - 1] + now - since[station];
    if (purified != null) {
      states[left] = states[left].joined(states[station]).joined(times.swap);
    }
    rightmost[left] = right;
    leftmost[right] = left;
    rightmost[station - 1] = right; // their inner ends are measured
    leftmost[station] = left;
    tell(new Event.Swapped(timeMs(), left, right + 1, station));
    return true;
  }

  /** A memory of a segment has reached its cut-off; it counts if its qubit is still in there. */
  private void expired(int segment) {
    now -= AFTER_LINKS;
    boolean leftWaits =
        leftmost[segment] == segment && up[segment] && (segment > 0 || times.endsStored);
    boolean rightWaits =
        rightmost[segment] == segment
            && up[segment]
            && (segment < times.segments - 1 || times.endsStored);
    if (leftWaits || rightWaits) {
      int left = leftWaits ? segment : leftmost[segment];
      int right = leftWaits ? rightmost[segment] : segment;
      tell(new Event.Expired(timeMs(), left, right + 1));
      lose(left, right, leftWaits ? segment : segment + 1);
    }
  }

  /** Segments start again when the news from a station has reached both of their ends. */
  private void lose(int left, int right, int station) {
    for (int i = left; i <= right; i++) {
      up[i] = false;
      births[i]++;
      start(i, now + times.message(Math.max(Math.abs(station - i), Math.abs(station - i - 1))));
    }
  }

  private double timeMs() {
    return now * times.attemptTimeMs;
  }
}
