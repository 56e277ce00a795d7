package qnet.state;

import qnet.run.Require;

/**
 * Where a qubit points, pure or mixed: an arrow inside the Bloch sphere.
 *
 * <p>ρ = ½(1 + x·X + y·Y + z·Z)
 *
 * <p>Pure states reach the surface, ½·1 stays at the centre.
 *
 * <p>Reference: F. Bloch, Phys. Rev. 70, 460 (1946), doi:10.1103/PhysRev.70.460; M. A. Nielsen, I.
 * L. Chuang, Quantum Computation and Quantum Information (2000), Sec. 2.4.2.
 *
 * @param x ⟨X⟩, from −1 to 1
 * @param y ⟨Y⟩, from −1 to 1
 * @param z ⟨Z⟩, from −1 to 1
 */
public record BlochVector(double x, double y, double z) {
  /**
   * An arrow from its components.
   *
   * @param x ⟨X⟩, from −1 to 1
   * @param y ⟨Y⟩, from −1 to 1
   * @param z ⟨Z⟩, from −1 to 1
   * @throws IllegalArgumentException if the arrow is longer than 1
   */
  public BlochVector {
    Require.between("x² + y² + z²", x * x + y * y + z * z, 0, 1 + StateChecks.TOLERANCE);
  }

  /**
   * The arrow of a qubit.
   *
   * @param qubit a state of one qubit
   * @return its three means
   * @throws IllegalArgumentException if there are more qubits: {@code reduced(k)} picks one
   */
  public static BlochVector of(State qubit) {
    StateChecks.qubits(qubit, 1);
    ComplexMatrix rho = qubit.densityMatrix().matrix();
    return new BlochVector(
        2 * rho.re(0, 1), -2 * rho.im(0, 1), rho.re(0, 0) - rho.re(1, 1)); // ρ₀₁ = ½(x − iy)
  }
}
