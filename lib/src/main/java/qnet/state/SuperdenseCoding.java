package qnet.state;

import java.util.random.RandomGenerator;
import qnet.run.Require;

/**
 * Superdense coding: two classical bits in one qubit, thanks to a pair shared in advance.
 *
 * <p>C = 1 + S(ρ_B) − S(ρ), for a Bell-diagonal pair 2 − S(ρ)
 *
 * <p>Below 1 bit the pair is of no use: a qubit alone carries that much.
 *
 * <p>Valid for: encoding by Pauli gates, many uses with the best code, a noiseless qubit channel.
 *
 * <p>Reference: C. H. Bennett, S. J. Wiesner, Phys. Rev. Lett. 69, 2881 (1992),
 * doi:10.1103/PhysRevLett.69.2881; T. Hiroshima, J. Phys. A 34, 6907 (2001),
 * doi:10.1088/0305-4470/34/35/316, arXiv:quant-ph/0009048.
 */
public final class SuperdenseCoding {
  private SuperdenseCoding() {}

  /**
   * The capacity per pair.
   *
   * @param resource the shared pair, Alice's half first
   * @return bits per pair used, from 0 to 2
   */
  public static double capacityBits(State resource) {
    StateChecks.qubits(resource, 2);
    DensityMatrix rho = resource.densityMatrix();
    return 1 + rho.reduced(1).entropyBits() - rho.entropyBits(); // Hiroshima 2001
  }

  /**
   * Sends one message: Alice turns her half by the gate that stands for it, Bob measures both
   * halves in the Bell basis.
   *
   * @param message a number from 0 to 3: bit 0 a phase flip, bit 1 a bit flip
   * @param resource the shared pair, Alice's half first
   * @param rng the source of randomness
   * @return the number that Bob reads
   */
  public static int send(int message, State resource, RandomGenerator rng) {
    Require.between("message", message, 0, 3);
    StateChecks.qubits(resource, 2);
    DensityMatrix state = resource.densityMatrix();
    state = (message & 2) != 0 ? state.apply(Gate.x(), 0) : state;
    state = (message & 1) != 0 ? state.apply(Gate.z(), 0) : state;
    return state.measure(Povm.bell(), new int[] {0, 1}, rng).outcome();
  }
}
