package qnet.state;

import qnet.run.Require;

/**
 * Mermin's Bell inequality for n parties.
 *
 * <p>M = Re Π(Xⱼ + i·Yⱼ); for three parties XXX − XYY − YXY − YYX
 *
 * <p>Local: |M| ≤ 2^(n/2) for even n, 2^((n−1)/2) for odd n. The GHZ state reaches 2^(n−1): the gap
 * grows exponentially.
 *
 * <p>Reference: N. D. Mermin, Phys. Rev. Lett. 65, 1838 (1990), doi:10.1103/PhysRevLett.65.1838.
 */
public final class Mermin {
  private Mermin() {}

  /**
   * The Mermin value of a state, at directions X and Y.
   *
   * @param state a state of at least two qubits
   * @return ⟨M⟩ = 2ⁿ·Re ρ₀…₀,₁…₁
   */
  public static double value(State state) {
    int n = state.qubits();
    Require.atLeast("qubits of the state", n, 2);
    int last = (1 << n) - 1;
    // X + iY = 2|0⟩⟨1| on each qubit: only one element of ρ counts
    double coherence =
        state instanceof StateVector vector
            ? vector.re(0) * vector.re(last) + vector.im(0) * vector.im(last)
            : state.densityMatrix().matrix().re(0, last);
    return Math.scalb(coherence, n); // Mermin 1990
  }

  /**
   * The bound for local hidden variables.
   *
   * @param parties n, from 2 to 60
   * @return 2^⌊n/2⌋
   */
  public static double localBound(int parties) {
    Require.between("parties", parties, 2, 60);
    return 1L << parties / 2; // Mermin 1990
  }

  /**
   * The value of the GHZ state, the largest possible one.
   *
   * @param parties n, from 2 to 60
   * @return 2^(n−1)
   */
  public static double quantumBound(int parties) {
    Require.between("parties", parties, 2, 60);
    return 1L << (parties - 1); // Mermin 1990
  }
}
