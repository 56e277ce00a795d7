package qnet.state;

/**
 * A quantum state of a register of qubits, however it is written down: a vector, a matrix, or the
 * few numbers of a symmetric family.
 *
 * <p>An open interface: a state that is computed by a learner's own class works in every function
 * of the kit.
 */
public interface State {
  /**
   * How many qubits the register has.
   *
   * @return at least 1
   */
  int qubits();

  /**
   * The state as a density matrix ρ.
   *
   * @return ρ, with qubit 0 as the highest bit of row and column
   */
  DensityMatrix densityMatrix();
}
