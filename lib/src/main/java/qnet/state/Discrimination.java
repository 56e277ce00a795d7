package qnet.state;

import java.util.List;

/**
 * How well two equally likely states can be told apart.
 *
 * <p>with errors allowed: P = ½(1 + D), D the trace distance; without errors, but with "don't
 * know": P = 1 − |⟨a|b⟩| for pure states
 *
 * <p>Reference: C. W. Helstrom, Quantum Detection and Estimation Theory (1976), Ch. IV; I. D.
 * Ivanovic, Phys. Lett. A 123, 257 (1987), doi:10.1016/0375-9601(87)90222-2; A. Peres, Phys. Lett.
 * A 128, 19 (1988), doi:10.1016/0375-9601(88)91034-1.
 */
public final class Discrimination {
  private Discrimination() {}

  /**
   * The best probability to name the state correctly.
   *
   * @param a one state
   * @param b the other, of as many qubits
   * @return from ½ (equal) to 1 (orthogonal)
   */
  public static double guessProbability(State a, State b) {
    return (1 + a.densityMatrix().traceDistance(b)) / 2; // Helstrom 1976
  }

  /**
   * The best probability to name the state if a wrong name is forbidden.
   *
   * @param a one pure state
   * @param b the other, of as many qubits
   * @return from 0 (equal) to 1 (orthogonal)
   */
  public static double unambiguousProbability(StateVector a, StateVector b) {
    return 1 - Math.sqrt(a.overlap(b)); // Ivanovic 1987, Peres 1988
  }

  /**
   * The measurement that never errs: outcome 0 excludes b, outcome 1 excludes a, outcome 2 is
   * "don't know".
   *
   * <p>E₀ = (1 − |b⟩⟨b|)/(1 + |⟨a|b⟩|), E₁ = (1 − |a⟩⟨a|)/(1 + |⟨a|b⟩|)
   *
   * @param a one qubit
   * @param b another one
   * @return three operators on one qubit
   */
  public static Povm unambiguous(StateVector a, StateVector b) {
    StateChecks.qubits(a, 1);
    StateChecks.qubits(b, 1);
    double scale = 1 / (1 + Math.sqrt(a.overlap(b)));
    ComplexMatrix notB = exclude(b).scaled(scale);
    ComplexMatrix notA = exclude(a).scaled(scale);
    ComplexMatrix unknown = ComplexMatrix.identity(2).plus(notA, -1).plus(notB, -1);
    return new Povm(List.of(notB, notA, unknown));
  }

  private static ComplexMatrix exclude(StateVector state) {
    return ComplexMatrix.identity(2).plus(state.densityMatrix().matrix(), -1);
  }
}
