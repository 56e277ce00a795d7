package qnet.postprocess;

import java.util.Arrays;

/** A growing list of runs of bits. */
final class Positions {
  private static final int FIRST_CAPACITY = 16;

  private int[] from = new int[FIRST_CAPACITY];
  private int[] to = new int[FIRST_CAPACITY];
  private int count;

  void add(int start, int end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    from[count] = start;
    to[count++] = end;
  }

  int count() {
    return count;
  }

  int from(int i) {
    return from[i];
  }

  int to(int i) {
    return to[i];
  }

  /** Keeps the left or the right part of a run. */
  void halve(int i, int middle, boolean left) {
    if (left) {
      to[i] = middle;
    } else {
      from[i] = middle;
    }
  }

  /** Which runs have more than one bit. */
  int[] longerThanOne() {
    var open = new int[count];
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (to[i] - from[i] > 1) {
        open[found++] = i;
      }
    }
    return Arrays.copyOf(open, found);
  }
}
