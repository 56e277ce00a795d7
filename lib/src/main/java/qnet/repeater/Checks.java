package qnet.repeater;

/** Range checks that say what was wrong; written so that NaN fails. */
final class Checks {
  private Checks() {}

  static void probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be > 0 and finite, was " + value);
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be ≥ 0 and finite, was " + value);
    }
  }

  static void atLeast(String name, long value, long low) {
    if (value < low) {
      throw new IllegalArgumentException(name + " must be ≥ " + low + ", was " + value);
    }
  }

  static boolean isPowerOfTwo(int value) {
    return value > 0 && Integer.bitCount(value) == 1;
  }
}
