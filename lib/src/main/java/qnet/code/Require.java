package qnet.code;

/** The checks that the constructors of this package share; each is written so that NaN fails. */
final class Require {
  private Require() {}

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

  static void atLeast(String name, long value, long low) {
    if (value < low) {
      throw new IllegalArgumentException(name + " must be ≥ " + low + ", was " + value);
    }
  }

  static void odd(String name, int value) {
    if (value < 1 || value % 2 == 0) {
      throw new IllegalArgumentException(name + " must be odd and ≥ 1, was " + value);
    }
  }
}
