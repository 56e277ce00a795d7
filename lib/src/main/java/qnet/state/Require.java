package qnet.state;

/** The checks that the constructors of this package share; each is written so that NaN fails. */
final class Require {
  /** How far a sum of probabilities, a norm or a trace may be from 1. */
  static final double TOLERANCE = 1e-9;

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

  static void inside(String name, long value, long low, long high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be from " + low + " to " + high + ", was " + value);
    }
  }

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be ≥ 0 and finite, was " + value);
    }
  }

  /** A number that may be infinite if its highest value is. */
  static void positive(String name, double value, double highest) {
    if (!(value > 0 && value <= highest)) {
      throw new IllegalArgumentException(name + " must be > 0 and ≤ " + highest + ", was " + value);
    }
  }

  static void atLeast(String name, long value, long low) {
    if (value < low) {
      throw new IllegalArgumentException(name + " must be ≥ " + low + ", was " + value);
    }
  }

  static void unit(String name, double value) {
    if (!(Math.abs(value - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(name + " must be 1 within 1e-9, was " + value);
    }
  }

  /** The number of qubits of a state that must have exactly that many. */
  static void qubits(State state, int expected) {
    if (state.qubits() != expected) {
      throw new IllegalArgumentException(
          "qubits of the state must be " + expected + ", was " + state.qubits());
    }
  }

  /**
   * Refuses a register that does not fit, and says which one would.
   *
   * @param what "state vector" or "density matrix"
   * @param indexBitsPerQubit 1 for a vector, 2 for a matrix
   */
  static void fits(String what, int qubits, int max, int indexBitsPerQubit) {
    if (qubits < 1) {
      throw new IllegalArgumentException("qubits must be from 1 to " + max + ", was " + qubits);
    }
    if (qubits > max) {
      double bytes = 16 * Math.pow(2, (double) qubits * indexBitsPerQubit);
      throw new IllegalArgumentException(
          "qubits must be from 1 to %d, was %d: a %s of %d qubits takes %s GiB, %d qubits fit"
              .formatted(max, qubits, what, qubits, Text.number(bytes / (1L << 30)), max));
    }
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
