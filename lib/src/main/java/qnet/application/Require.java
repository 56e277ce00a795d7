package qnet.application;

/** The checks that the constructors of this package share; each is written so that NaN fails. */
final class Require {
  private Require() {}

  static void probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
    }
  }

  static void positiveProbability(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be > 0 and ≤ 1, was " + value);
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be > 0, was " + value);
    }
  }

  static void atLeast(String name, double value, double low) {
    if (!(value >= low && value < Double.POSITIVE_INFINITY)) {
      String plain = low == Math.rint(low) ? Long.toString((long) low) : Double.toString(low);
      throw new IllegalArgumentException(name + " must be ≥ " + plain + ", was " + value);
    }
  }

  static void between(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be from " + low + " to " + high + ", was " + value);
    }
  }
}
