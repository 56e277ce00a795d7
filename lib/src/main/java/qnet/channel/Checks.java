package qnet.channel;

/** Range checks that say what was wrong; written so that NaN fails. */
final class Checks {
  private Checks() {}

  static void atLeastZero(String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be ≥ 0, was " + value);
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be > 0, was " + value);
    }
  }

  static void probabilityBelowOne(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be ≥ 0 and < 1, was " + value);
    }
  }

  static void between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " must be from " + plain(low) + " to " + plain(high) + ", was " + value);
    }
  }

  /** 10^(−dB/10), the same bits on every JDK because seeded trials compare against it. */
  static double transmittanceOfLossDb(String name, double lossDb) {
    if (!(lossDb >= 0)) {
      throw new IllegalArgumentException(name + " must be ≥ 0, was " + lossDb);
    }
    return StrictMath.pow(10, -lossDb / 10);
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
