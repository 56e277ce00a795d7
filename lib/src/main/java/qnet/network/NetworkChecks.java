package qnet.network;

/** Range checks that say what was wrong; written so that NaN fails. */
final class NetworkChecks {
  private NetworkChecks() {}

  static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be > 0, was " + value);
    }
  }

  static void atLeastZero(String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be ≥ 0, was " + value);
    }
  }

  /** A number that may be unknown. */
  static void atLeastZeroOrNan(String name, double value) {
    if (value < 0 || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be ≥ 0 or NaN, was " + value);
    }
  }

  static void probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
    }
  }

  static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be ≥ " + least + ", was " + value);
    }
  }

  /** An id is one word or more, never empty. */
  static void name(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " must not be empty, was \"" + value + "\"");
    }
  }
}
