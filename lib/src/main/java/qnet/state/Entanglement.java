package qnet.state;

import java.util.Arrays;

/** Measures of entanglement for any state; {@link BellDiagonal} has the closed forms. */
public final class Entanglement {
  private static final double LN_2 = Math.log(2);

  private Entanglement() {}

  /**
   * The concurrence of two qubits.
   *
   * <p>C = max(0, λ₁ − λ₂ − λ₃ − λ₄), λ the singular values of √ρ·√ρ̃, ρ̃ = (Y⊗Y)·ρ*·(Y⊗Y)
   *
   * <p>Reference: W. K. Wootters, Phys. Rev. Lett. 80, 2245 (1998),
   * doi:10.1103/PhysRevLett.80.2245, arXiv:quant-ph/9709029.
   *
   * @param pair a state of two qubits
   * @return from 0 (separable) to 1 (maximally entangled)
   */
  public static double concurrence(State pair) {
    StateChecks.qubits(pair, 2);
    ComplexMatrix root = Spectrum.map(pair.densityMatrix().matrix(), Spectrum::root);
    ComplexMatrix flip = Gate.y().matrix().tensor(Gate.y().matrix());
    ComplexMatrix flipped = flip.times(root.conjugate()).times(flip);
    double[] lambda = Spectrum.singularValues(root.times(flipped));
    return Math.max(0, lambda[0] - lambda[1] - lambda[2] - lambda[3]); // Wootters 1998
  }

  /**
   * The entanglement of formation of two qubits.
   *
   * <p>E = h(½ + ½·√(1 − C²))
   *
   * <p>Reference: Wootters 1998.
   *
   * @param pair a state of two qubits
   * @return in ebits, from 0 to 1
   */
  public static double entanglementOfFormation(State pair) {
    return formation(concurrence(pair));
  }

  static double formation(double concurrence) {
    double c = Math.min(1, concurrence);
    return Entropy.binary((1 + Math.sqrt(1 - c * c)) / 2); // Wootters 1998
  }

  /**
   * The negativity between some qubits and all others.
   *
   * <p>N = Σ |μ|, over the negative eigenvalues μ of the partial transpose
   *
   * <p>Valid for: any register up to 8 qubits. For two qubits N = 0 means separable; for more,
   * there are entangled states with N = 0.
   *
   * <p>Reference: G. Vidal, R. F. Werner, Phys. Rev. A 65, 032314 (2002),
   * doi:10.1103/PhysRevA.65.032314, arXiv:quant-ph/0102117.
   *
   * @param state a state of at least two qubits
   * @param side the qubits on one side of the cut
   * @return from 0 (for two qubits: separable) upwards, ½ for a Bell pair
   */
  public static double negativity(State state, int... side) {
    ComplexMatrix rho = state.densityMatrix().matrix();
    int[] offsets = LocalOperator.offsets(state.qubits(), side);
    int mask = offsets[offsets.length - 1];
    int n = rho.dimension();
    ComplexMatrix transposed = ComplexMatrix.zeros(n);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        int exchanged = (r ^ c) & mask;
        transposed.re[r][c] = rho.re[r ^ exchanged][c ^ exchanged];
        transposed.im[r][c] = rho.im[r ^ exchanged][c ^ exchanged];
      }
    }
    return Arrays.stream(Spectrum.eigenvalues(transposed)).map(x -> Math.max(0, -x)).sum();
  }

  /**
   * The logarithmic negativity between some qubits and all others.
   *
   * <p>E_N = log₂(2N + 1)
   *
   * <p>Reference: Vidal and Werner 2002.
   *
   * @param state a state of at least two qubits
   * @param side the qubits on one side of the cut
   * @return in ebits
   */
  public static double logNegativity(State state, int... side) {
    return logNegativity(negativity(state, side));
  }

  static double logNegativity(double negativity) {
    return Math.log1p(2 * negativity) / LN_2;
  }
}
