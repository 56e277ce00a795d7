package qnet.state;

import qnet.run.Require;

/**
 * A quantum gate: a unitary operation on a few qubits.
 *
 * <p>U·U† = 1
 *
 * @param name what a person calls it
 * @param matrix U; its first qubit is the highest bit of row and column
 */
public record Gate(String name, ComplexMatrix matrix) {
  private static final double HALF_ROOT = Math.sqrt(0.5);

  /**
   * A gate of one's own.
   *
   * @param name what a person calls it
   * @param matrix U; its first qubit is the highest bit of row and column
   * @throws IllegalArgumentException if the matrix is not unitary within 1e-9, or its dimension is
   *     not a power of 2
   */
  public Gate {
    matrix.qubits(name);
    double distance =
        matrix.times(matrix.adjoint()).distance(ComplexMatrix.identity(matrix.dimension()));
    if (!(distance <= StateChecks.TOLERANCE)) {
      throw new IllegalArgumentException(
          "largest element of " + name + "·" + name + "† − 1 must be ≤ 1e-9, was " + distance);
    }
  }

  /**
   * How many qubits the gate acts on.
   *
   * @return at least 1
   */
  public int qubits() {
    return matrix.qubits(name);
  }

  /**
   * The Hadamard gate: |0⟩ → |+⟩, |1⟩ → |−⟩.
   *
   * @return H
   */
  public static Gate h() {
    return real("H", new double[][] {{HALF_ROOT, HALF_ROOT}, {HALF_ROOT, -HALF_ROOT}});
  }

  /**
   * The bit flip.
   *
   * @return X
   */
  public static Gate x() {
    return real("X", new double[][] {{0, 1}, {1, 0}});
  }

  /**
   * Bit and phase flip.
   *
   * @return Y
   */
  public static Gate y() {
    return new Gate("Y", ComplexMatrix.of(new double[2][2], new double[][] {{0, -1}, {1, 0}}));
  }

  /**
   * The phase flip.
   *
   * @return Z
   */
  public static Gate z() {
    return real("Z", new double[][] {{1, 0}, {0, -1}});
  }

  /**
   * A quarter turn about Z: |1⟩ → i|1⟩.
   *
   * @return S
   */
  public static Gate s() {
    return phase(Math.PI / 2).named("S");
  }

  /**
   * An eighth turn about Z: |1⟩ → e^(iπ/4)|1⟩.
   *
   * @return T
   */
  public static Gate t() {
    return phase(Math.PI / 4).named("T");
  }

  /**
   * A phase on |1⟩.
   *
   * @param angleRad the phase in radians
   * @return diag(1, e^(iα))
   */
  public static Gate phase(double angleRad) {
    Require.finite("angleRad", angleRad);
    return new Gate(
        "phase",
        ComplexMatrix.of(
            new double[][] {{1, 0}, {0, Math.cos(angleRad)}},
            new double[][] {{0, 0}, {0, Math.sin(angleRad)}}));
  }

  /**
   * A rotation of the Bloch sphere.
   *
   * <p>U = cos(α/2)·1 − i·sin(α/2)·(x·X + y·Y + z·Z)
   *
   * @param axis the axis of the rotation
   * @param angleRad the angle α on the sphere, in radians
   * @return the rotation
   */
  public static Gate rotation(Direction axis, double angleRad) {
    Require.finite("angleRad", angleRad);
    double c = Math.cos(angleRad / 2);
    double s = Math.sin(angleRad / 2);
    return new Gate(
        "R",
        ComplexMatrix.of(
            new double[][] {{c, -s * axis.y()}, {s * axis.y(), c}},
            new double[][] {{-s * axis.z(), -s * axis.x()}, {-s * axis.x(), s * axis.z()}}));
  }

  /**
   * The controlled NOT: flips the second qubit if the first one is |1⟩.
   *
   * @return CNOT
   */
  public static Gate cnot() {
    return real("CNOT", new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}});
  }

  /**
   * The controlled phase flip: |11⟩ → −|11⟩.
   *
   * @return CZ
   */
  public static Gate cz() {
    return real("CZ", new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, -1}});
  }

  /**
   * The exchange of two qubits.
   *
   * @return SWAP
   */
  public static Gate swap() {
    return real("SWAP", new double[][] {{1, 0, 0, 0}, {0, 0, 1, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}});
  }

  /**
   * The same gate under another name.
   *
   * @param newName the new name
   * @return the renamed gate
   */
  public Gate named(String newName) {
    return new Gate(newName, matrix);
  }

  private static Gate real(String name, double[][] matrix) {
    return new Gate(name, ComplexMatrix.ofReal(matrix));
  }

  /** The name and the matrix. */
  @Override
  public String toString() {
    return name + "\n" + matrix;
  }
}
