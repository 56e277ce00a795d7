package qnet.state;

import java.util.random.RandomGenerator;
import qnet.run.Require;

/**
 * The purification protocol of Deutsch, Ekert, Jozsa, Macchiavello, Popescu and Sanpera: a rotation
 * that exchanges Φ− and Ψ−, then the bilateral CNOT. No twirling; it converges much faster.
 *
 * <p>A′ = (A² + B²)/N, B′ = 2CD/N, C′ = (C² + D²)/N, D′ = 2AB/N, N = (A + B)² + (C + D)²
 *
 * <p>where A, B, C, D are the weights of Φ+, Ψ−, Ψ+, Φ−: not the order of {@link BellDiagonal}.
 *
 * <p>Valid for: both pairs stored without decay; a gate that fails (probability 1 − p₂) leaves both
 * its qubits in noise; a read-out is right with probability η.
 *
 * <p>Ignores: the time for the two bits to travel; errors of one-qubit rotations.
 *
 * <p>Reference: D. Deutsch et al., Phys. Rev. Lett. 77, 2818 (1996),
 * doi:10.1103/PhysRevLett.77.2818, arXiv:quant-ph/9604039.
 *
 * @param gateReliability p₂, from 0 to 1
 * @param measurementReliability η, per qubit read out, from 0 to 1
 */
public record Dejmps(double gateReliability, double measurementReliability)
    implements Purification {
  /**
   * The protocol with imperfect parts.
   *
   * @param gateReliability p₂, from 0 to 1
   * @param measurementReliability η, per qubit read out, from 0 to 1
   * @throws IllegalArgumentException if a reliability is outside [0, 1]
   */
  public Dejmps {
    Require.probability("gateReliability", gateReliability);
    Require.probability("measurementReliability", measurementReliability);
  }

  /**
   * The protocol without errors of its own.
   *
   * @return both reliabilities 1
   */
  public static Dejmps ideal() {
    return new Dejmps(1, 1);
  }

  /**
   * The same protocol with other gates.
   *
   * @param newGateReliability p₂
   * @return the changed protocol
   */
  public Dejmps withGateReliability(double newGateReliability) {
    return new Dejmps(newGateReliability, measurementReliability);
  }

  /**
   * The same protocol with other read-outs.
   *
   * @param newMeasurementReliability η
   * @return the changed protocol
   */
  public Dejmps withMeasurementReliability(double newMeasurementReliability) {
    return new Dejmps(gateReliability, newMeasurementReliability);
  }

  @Override
  public PurificationResult purify(BellDiagonal kept, BellDiagonal sacrificed) {
    return step().purify(rotated(kept), rotated(sacrificed)); // Deutsch et al. 1996
  }

  /**
   * Purifies equal pairs attempt by attempt, with drawn errors and outcomes.
   *
   * @param pair both pairs
   * @param attempts how many, at least 1
   * @param rng the source of randomness
   * @return success and fidelity as they were found
   */
  public PurificationTrials trials(BellDiagonal pair, long attempts, RandomGenerator rng) {
    return step().trials(rotated(pair), rotated(pair), attempts, rng);
  }

  private BilateralCnot step() {
    return new BilateralCnot(gateReliability, measurementReliability);
  }

  /** A quarter turn about X on one side, back on the other: Φ− and Ψ− change places. */
  private static BellDiagonal rotated(BellDiagonal pair) {
    return new BellDiagonal(pair.phiPlus(), pair.psiMinus(), pair.psiPlus(), pair.phiMinus());
  }
}
