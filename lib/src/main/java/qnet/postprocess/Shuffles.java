package qnet.postprocess;

import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * The orders in which Cascade looks at the bits of a frame, one for each pass: the given one first,
 * then random ones that both ends draw from a seed known to all.
 */
final class Shuffles {
  private static final int BITS_BETWEEN_INTERRUPTS = 1 << 14;

  private final int[][] order;
  private final int[][] place;

  Shuffles(int bits, int passes, long seed) {
    order = new int[passes][bits];
    place = new int[passes][bits];
    for (int pass = 0; pass < passes; pass++) {
      var random = Xoshiro256.stream(seed, pass);
      int[] shuffled = order[pass];
      for (int i = 0; i < bits; i++) {
        int j = pass == 0 ? i : random.nextInt(i + 1);
        shuffled[i] = shuffled[j];
        shuffled[j] = i;
      }
      for (int i = 0; i < bits; i++) {
        place[pass][shuffled[i]] = i;
      }
    }
  }

  /** Which bit stands at a place of a pass. */
  int bitAt(int pass, int position) {
    return order[pass][position];
  }

  /** Where a bit stands in a pass. */
  int placeOf(int pass, int bit) {
    return place[pass][bit];
  }

  /** The bits in the order of a pass. */
  long[] shuffled(int pass, long[] words) {
    return pass == 0 ? words.clone() : inOrder(order[pass], words);
  }

  /** The chosen bits, one after another. */
  static long[] inOrder(int[] chosen, long[] words) {
    var bits = new long[(chosen.length + 63) >>> 6];
    for (int i = 0; i < chosen.length; i++) {
      if (i % BITS_BETWEEN_INTERRUPTS == 0) {
        Parallel.checkInterrupt();
      }
      int bit = chosen[i];
      bits[i >> 6] |= (words[bit >> 6] >>> bit & 1) << i;
    }
    return bits;
  }

  /** The parity of the places {@code from} to {@code to} − 1: 0 or 1. */
  static int parity(long[] words, int from, int to) {
    if (from == to) {
      return 0;
    }
    int first = from >> 6;
    int last = (to - 1) >> 6;
    long head = -1L << from;
    long tail = -1L >>> -to;
    if (first == last) {
      return Long.bitCount(words[first] & head & tail) & 1;
    }
    long sum = words[first] & head ^ words[last] & tail;
    for (int i = first + 1; i < last; i++) {
      sum ^= words[i];
    }
    return Long.bitCount(sum) & 1;
  }
}
