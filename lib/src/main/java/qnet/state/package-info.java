/**
 * Quantum states of a few qubits, and what entanglement can and cannot do.
 *
 * <p>Registers are {@link qnet.state.StateVector} and {@link qnet.state.DensityMatrix}; qubit 0 is
 * the leftmost one in a ket |q₀q₁q₂…⟩. Noisy pairs have their fast families {@link
 * qnet.state.BellDiagonal} and {@link qnet.state.Werner}, always around Φ+ = (|00⟩ + |11⟩)/√2.
 */
package qnet.state;
