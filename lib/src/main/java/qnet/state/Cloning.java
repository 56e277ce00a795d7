package qnet.state;

import qnet.run.Require;

/**
 * How well an unknown qubit can be copied: not perfectly, but better than by measuring it.
 *
 * <p>F(N→M) = [M(N + 1) + N] / [M(N + 2)], 5/6 for two copies of one; by measuring N qubits F = (N
 * + 1)/(N + 2), ⅔ for one
 *
 * <p>Reference: V. Bužek, M. Hillery, Phys. Rev. A 54, 1844 (1996), doi:10.1103/PhysRevA.54.1844,
 * arXiv:quant-ph/9607018; N. Gisin, S. Massar, Phys. Rev. Lett. 79, 2153 (1997),
 * doi:10.1103/PhysRevLett.79.2153; S. Massar, S. Popescu, Phys. Rev. Lett. 74, 1259 (1995),
 * doi:10.1103/PhysRevLett.74.1259; D. Bruß et al., Phys. Rev. A 62, 012302 (2000),
 * doi:10.1103/PhysRevA.62.012302.
 */
public final class Cloning {
  private Cloning() {}

  /**
   * The fidelity of the best universal cloner.
   *
   * @param inputs N, equal qubits that go in, at least 1
   * @param copies M, copies that come out, at least N
   * @return the same for every input state
   */
  public static double fidelity(int inputs, int copies) {
    Require.atLeast("inputs", inputs, 1);
    Require.atLeast("copies", copies, inputs);
    double n = inputs;
    double m = copies;
    return (m * (n + 1) + n) / (m * (n + 2)); // Gisin, Massar 1997
  }

  /**
   * The fidelity of the best guess from measuring: the limit of infinitely many copies.
   *
   * @param inputs N, equal qubits that are measured, at least 1
   * @return (N + 1)/(N + 2)
   */
  public static double measuringFidelity(int inputs) {
    Require.atLeast("inputs", inputs, 1);
    return (inputs + 1.0) / (inputs + 2.0); // Massar, Popescu 1995
  }

  /**
   * The fidelity of two copies if the qubit is known to lie in a plane, as in BB84.
   *
   * @return ½(1 + 1/√2)
   */
  public static double phaseCovariantFidelity() {
    return (1 + Math.sqrt(0.5)) / 2; // Bruß et al. 2000
  }

  /**
   * The universal cloner of Bužek and Hillery at work.
   *
   * <p>|0⟩ → √⅔|00⟩|0⟩ + √⅙(|01⟩ + |10⟩)|1⟩, |1⟩ → √⅔|11⟩|1⟩ + √⅙(|01⟩ + |10⟩)|0⟩
   *
   * @param input one qubit
   * @return three qubits: two copies, and what the machine keeps
   */
  public static StateVector universal(StateVector input) {
    StateChecks.qubits(input, 1);
    double both = Math.sqrt(2.0 / 3);
    double either = Math.sqrt(1.0 / 6);
    double[] fromZero = {both, 0, 0, either, 0, either, 0, 0};
    double[] fromOne = {0, 0, either, 0, either, 0, 0, both};
    double[] re = new double[8];
    double[] im = new double[8];
    for (int i = 0; i < 8; i++) {
      re[i] = input.re(0) * fromZero[i] + input.re(1) * fromOne[i];
      im[i] = input.im(0) * fromZero[i] + input.im(1) * fromOne[i];
    }
    return StateVector.of(re, im);
  }

  /**
   * A relay that measures the qubit along a direction and sends a fresh one as it was found.
   *
   * @param input one qubit
   * @param direction what the relay measures
   * @return what arrives, averaged over the outcomes
   */
  public static DensityMatrix measureAndResend(State input, Direction direction) {
    StateChecks.qubits(input, 1);
    return input.densityMatrix().measuredUnread(Povm.along(direction), 0);
  }
}
