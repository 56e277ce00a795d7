package qnet.application;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;
import qnet.state.Bell;
import qnet.state.BellDiagonal;
import qnet.state.Gate;
import qnet.state.StateVector;

/**
 * A CNOT between two processors that share an entangled pair and a telephone: one pair, one bit
 * each way, two local CNOTs and two read-outs.
 *
 * <p>F_p = p₂²·A + ¼·p₂(1 − p₂) + (1 − p₂)²/16
 *
 * <p>A = Φ⁺·η² + (Ψ⁺ + Φ⁻)·η(1 − η) + Ψ⁻·(1 − η)², F̄ = (4F_p + 1)/5
 *
 * <p>with the weights of the Bell states in the pair, the reliability p₂ of a local CNOT, which
 * else leaves noise in both qubits, and the reliability η of a read-out. With perfect local parts
 * the process fidelity F_p is the fidelity of the pair.
 *
 * <p>Valid for: pairs that are Bell-diagonal, or made so by random rotations.
 *
 * <p>Ignores: errors of one-qubit gates, and decay while the bits travel.
 *
 * <p>Reference: J. Eisert, K. Jacobs, P. Papadopoulos, M. B. Plenio, Phys. Rev. A 62, 052317
 * (2000), doi:10.1103/PhysRevA.62.052317, arXiv:quant-ph/0005101, for the gate; M. A. Nielsen,
 * Phys. Lett. A 303, 249 (2002), doi:10.1016/S0375-9601(02)01272-0, for F̄. F_p was worked out by
 * following every error through the circuit.
 *
 * @param pair the shared pair
 * @param gateReliability p₂, from 0 to 1
 * @param measurementReliability η, from 0 to 1
 */
public record RemoteGate(BellDiagonal pair, double gateReliability, double measurementReliability) {
  private static final int CHUNK = 1 << 8;
  private static final int CONTROL = 1;
  private static final int TARGET = 3;
  private static final int NEAR = 4;
  private static final int FAR = 5;

  /** Control and target, each in a Bell pair with a witness, and the shared pair without errors. */
  private static final StateVector START =
      Bell.phiPlus().tensor(Bell.phiPlus()).tensor(Bell.phiPlus());

  /**
   * Checks the parameters.
   *
   * @param pair the shared pair
   * @param gateReliability p₂, from 0 to 1
   * @param measurementReliability η, from 0 to 1
   * @throws IllegalArgumentException if a reliability is out of range
   */
  public RemoteGate {
    Require.probability("gateReliability", gateReliability);
    Require.probability("measurementReliability", measurementReliability);
  }

  /**
   * Perfect local parts, and a Werner pair.
   *
   * @param fidelity of the pair
   * @return p₂ = η = 1
   */
  public static RemoteGate ofFidelity(double fidelity) {
    return new RemoteGate(BellDiagonal.werner(fidelity), 1, 1);
  }

  /**
   * The same gate over another pair.
   *
   * @param newPair the shared pair
   * @return the changed gate
   */
  public RemoteGate withPair(BellDiagonal newPair) {
    return new RemoteGate(newPair, gateReliability, measurementReliability);
  }

  /**
   * The same gate with other local CNOTs.
   *
   * @param newGateReliability p₂
   * @return the changed gate
   */
  public RemoteGate withGateReliability(double newGateReliability) {
    return new RemoteGate(pair, newGateReliability, measurementReliability);
  }

  /**
   * The same gate with other read-outs.
   *
   * @param newMeasurementReliability η
   * @return the changed gate
   */
  public RemoteGate withMeasurementReliability(double newMeasurementReliability) {
    return new RemoteGate(pair, gateReliability, newMeasurementReliability);
  }

  /**
   * How often the gate acts without any error.
   *
   * @return F_p
   */
  public double processFidelity() {
    double p = gateReliability;
    double eta = measurementReliability;
    double right =
        pair.phiPlus() * eta * eta
            + (pair.psiPlus() + pair.phiMinus()) * eta * (1 - eta)
            + pair.psiMinus() * (1 - eta) * (1 - eta);
    // One failed CNOT leaves its data qubit and both bits random: ⅛ of these are no error.
    return p * p * right + p * (1 - p) / 4 + (1 - p) * (1 - p) / 16;
  }

  /**
   * The fidelity of the output, averaged over all inputs.
   *
   * @return F̄ = (4F_p + 1)/5
   */
  public double averageFidelity() {
    return (4 * processFidelity() + 1) / 5; // Nielsen 2002, Eq. (3), d = 4
  }

  /**
   * Runs the circuit: draws the error of the pair, the failures and the read-outs, and asks in the
   * end whether the witnesses see a CNOT.
   *
   * @param trials how many gates, at least 1
   * @param rng the source of randomness
   * @return the process fidelity
   */
  public Estimate simulate(long trials, RandomGenerator rng) {
    var ideal = START.apply(Gate.cnot(), CONTROL, TARGET);
    return Parallel.count(
        trials, CHUNK, rng, random -> random.nextDouble() < fidelityOfOne(ideal, random));
  }

  private double fidelityOfOne(StateVector ideal, RandomGenerator random) {
    double u = random.nextDouble();
    boolean flipped = u < pair.psiPlus() + pair.psiMinus();
    boolean turned = u < pair.psiMinus() || u >= pair.psiPlus() + pair.psiMinus() + pair.phiPlus();
    var state = pauli(START, FAR, flipped, turned);

    state = cnot(state, CONTROL, NEAR, random);
    var near = state.measure(NEAR, random);
    boolean nearBit = near.outcome() == 1;
    state = pauli(near.state(), FAR, readOut(nearBit, random), false);

    state = cnot(state, FAR, TARGET, random).apply(Gate.h(), FAR);
    var far = state.measure(FAR, random);
    boolean farBit = far.outcome() == 1;
    state = pauli(far.state(), CONTROL, false, readOut(farBit, random));

    // The measured pair, undone to where it started, so that the whole can be compared.
    state = pauli(pauli(state, NEAR, nearBit, false), FAR, farBit, false);
    return state.apply(Gate.h(), NEAR).apply(Gate.cnot(), NEAR, FAR).overlap(ideal);
  }

  private StateVector cnot(StateVector state, int control, int target, RandomGenerator random) {
    var done = state.apply(Gate.cnot(), control, target);
    if (random.nextDouble() < gateReliability) {
      return done;
    }
    var noisy = pauli(done, control, random.nextBoolean(), random.nextBoolean());
    return pauli(noisy, target, random.nextBoolean(), random.nextBoolean());
  }

  private boolean readOut(boolean bit, RandomGenerator random) {
    return bit == random.nextDouble() < measurementReliability;
  }

  private static StateVector pauli(StateVector state, int qubit, boolean x, boolean z) {
    var turned = z ? state.apply(Gate.z(), qubit) : state;
    return x ? turned.apply(Gate.x(), qubit) : turned;
  }
}
