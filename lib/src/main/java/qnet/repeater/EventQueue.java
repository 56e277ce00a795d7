package qnet.repeater;

import java.util.Arrays;

/**
 * What is going to happen, the earliest first: a radix heap of times and codes. What happens at the
 * same time comes in an order that depends only on what was added before.
 *
 * <p>Nothing is ever added before the time of what was taken out last. So times are sorted only as
 * far as needed: into buckets by the first byte in which they differ from a time that has passed.
 *
 * <p>Reference: R. K. Ahuja, K. Mehlhorn, J. B. Orlin, R. E. Tarjan, J. ACM 37, 213 (1990),
 * doi:10.1145/77600.77615, whose heaps have one or two levels; here each byte of a time is one.
 */
final class EventQueue {
  private static final int VALUES = 256;
  private static final int BUCKETS = Long.BYTES * VALUES;
  private static final int NONE = -1;

  /** For each byte of a time and each of its values the first entry of a list. */
  private final int[] heads = new int[BUCKETS];

  /** A digit for each bucket that is not empty, and one for each word of these that is not 0. */
  private final long[] filled = new long[BUCKETS / Long.SIZE];

  private int filledWords;

  /** For each entry its time, as binary digits, which are in the same order from 0 on. */
  private long[] times = new long[64];

  private long[] codes = new long[64];

  /** The entry after each one in its bucket, or in the list of free ones. */
  private int[] next = new int[64];

  private int free = NONE;
  private int entries;

  /** No time in the queue is before this one. */
  private long passed;

  private long now;

  EventQueue() {
    clear();
  }

  void clear() {
    Arrays.fill(heads, NONE);
    Arrays.fill(filled, 0);
    filledWords = 0;
    free = NONE;
    entries = 0;
    passed = 0;
  }

  /**
   * @param time not before that of the last one taken out
   */
  void add(double time, long code) {
    int entry = free;
    if (entry == NONE) {
      entry = newEntry();
    } else {
      free = next[entry];
    }
    times[entry] = Double.doubleToRawLongBits(time);
    codes[entry] = code;
    put(entry);
  }

  private int newEntry() {
    if (entries == times.length) {
      times = Arrays.copyOf(times, 2 * entries);
      codes = Arrays.copyOf(codes, 2 * entries);
      next = Arrays.copyOf(next, 2 * entries);
    }
    return entries++;
  }

  private void put(int entry) {
    long time = times[entry];
    int place = 63 - Long.numberOfLeadingZeros(time ^ passed | 1) >> 3;
    int bucket = place << 8 | (int) (time >>> (place << 3)) & VALUES - 1;
    next[entry] = heads[bucket];
    heads[bucket] = entry;
    filled[bucket >> 6] |= 1L << bucket;
    filledWords |= 1 << (bucket >> 6);
  }

  /** Takes the first one out and says what it is. */
  long remove() {
    int bucket = firstBucket();
    int first = heads[bucket];
    while (bucket >= VALUES && next[first] != NONE) {
      spread(bucket);
      bucket = firstBucket();
      first = heads[bucket];
    }
    heads[bucket] = next[first]; // alone, or one of many at the same time
    if (next[first] == NONE) {
      empty(bucket);
    }
    next[first] = free;
    free = first;
    now = times[first];
    return codes[first];
  }

  /** The time of what was taken out last. */
  double now() {
    return Double.longBitsToDouble(now);
  }

  private int firstBucket() {
    int word = Integer.numberOfTrailingZeros(filledWords);
    return word << 6 | Long.numberOfTrailingZeros(filled[word]);
  }

  private void empty(int bucket) {
    int word = bucket >> 6;
    heads[bucket] = NONE;
    filled[word] &= ~(1L << bucket);
    if (filled[word] == 0) {
      filledWords &= ~(1 << word);
    }
  }

  /** Moves the entries of a bucket, when its first time is the next, to those below. */
  private void spread(int bucket) {
    int head = heads[bucket];
    passed = times[head];
    for (int i = next[head]; i != NONE; i = next[i]) {
      passed = Math.min(passed, times[i]);
    }
    empty(bucket);
    for (int i = head; i != NONE; ) {
      int following = next[i];
      put(i);
      i = following;
    }
  }
}
