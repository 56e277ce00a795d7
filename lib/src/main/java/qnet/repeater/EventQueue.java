package qnet.repeater;

import java.util.Arrays;

/**
 * What is going to happen, the earliest first: a binary heap of times and codes in two arrays. What
 * happens at the same time comes in an order that depends only on what was added before.
 */
final class EventQueue {
  private double[] times = new double[64];
  private long[] codes = new long[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(double time, long code) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      codes = Arrays.copyOf(codes, 2 * size);
    }
    rise(size++, time, code);
  }

  private void rise(int from, double time, long code) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (times[parent] <= time) {
        break;
      }
      times[hole] = times[parent];
      codes[hole] = codes[parent];
      hole = parent;
    }
    times[hole] = time;
    codes[hole] = code;
  }

  double firstTime() {
    return times[0];
  }

  /**
   * Takes the first one out and says what it is. The hole sinks to the bottom, and the last one
   * rises from there: it came from the bottom and does not rise far.
   */
  long remove() {
    long first = codes[0];
    int last = --size;
    int hole = 0;
    int child = 1;
    while (child < last) {
      child += times[child + 1] < times[child] ? 1 : 0; // the last one itself may win
      times[hole] = times[child];
      codes[hole] = codes[child];
      hole = child;
      child = 2 * hole + 1;
    }
    if (hole < last) {
      rise(hole, times[last], codes[last]);
    }
    return first;
  }
}
