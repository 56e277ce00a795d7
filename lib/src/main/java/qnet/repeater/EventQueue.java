package qnet.repeater;

import java.util.Arrays;

/**
 * What is going to happen, the earliest first: a binary heap of times and what happens then, in two
 * arrays. Of what happens at the same time the lower code comes first.
 */
final class EventQueue {
  private double[] times = new double[64];
  private long[] codes = new long[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  void add(double time, long code) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      codes = Arrays.copyOf(codes, 2 * size);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (isBefore(times[parent], codes[parent], time, code)) {
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

  /** Takes the first one out and says what it is. */
  long remove() {
    long first = codes[0];
    double time = times[--size];
    long code = codes[size];
    int hole = 0;
    int child = 1;
    while (child < size) {
      int right = child + 1;
      if (right < size && isBefore(times[right], codes[right], times[child], codes[child])) {
        child = right;
      }
      if (isBefore(time, code, times[child], codes[child])) {
        break;
      }
      times[hole] = times[child];
      codes[hole] = codes[child];
      hole = child;
      child = 2 * hole + 1;
    }
    times[hole] = time;
    codes[hole] = code;
    return first;
  }

  private static boolean isBefore(double time, long code, double otherTime, long otherCode) {
    return time < otherTime || time == otherTime && code < otherCode;
  }
}
