package qnet.timeline;

/** The checks that the constructors of this package share; each is written so that NaN fails. */
final class Require {
  private Require() {}

  static void probability(String name, double value) {
    inside(name, value, 0, 1);
  }

  static void inside(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " must be from " + plain(low) + " to " + plain(high) + ", was " + value);
    }
  }

  /** A finite number from a value up. */
  static void atLeast(String name, double value, double low) {
    if (!(value >= low && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " must be ≥ " + plain(low) + " and finite, was " + plain(value));
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be > 0 and finite, was " + value);
    }
  }

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
  }

  static void text(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
