package qnet.state;

/** What states and registers must be; written so that NaN fails. */
final class StateChecks {
  /** How far a sum of probabilities, a norm or a trace may be from 1. */
  static final double TOLERANCE = 1e-9;

  private StateChecks() {}

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
}
