package qnet.state;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * Teleportation of a qubit over a shared pair: Alice measures her qubit and her half in the Bell
 * basis and tells Bob two bits; he applies X and Z accordingly.
 *
 * <p>mean fidelity over all inputs = (2F + 1)/3, F the fidelity of the pair with Φ+
 *
 * <p>Without the two bits Bob holds ½·1 whatever was sent, with a mean fidelity of ½. The best
 * without entanglement is ⅔.
 *
 * <p>Ignores: errors of the gates, and decay while the bits travel.
 *
 * <p>Reference: C. H. Bennett et al., Phys. Rev. Lett. 70, 1895 (1993),
 * doi:10.1103/PhysRevLett.70.1895; M., P. and R. Horodecki, Phys. Rev. A 60, 1888 (1999),
 * doi:10.1103/PhysRevA.60.1888, arXiv:quant-ph/9807091.
 */
public final class Teleportation {
  private static final int CHUNK = 1 << 10;

  private Teleportation() {}

  /**
   * The mean fidelity over all pure inputs.
   *
   * @param resource the shared pair
   * @return (2F + 1)/3
   */
  public static double averageFidelity(State resource) {
    StateChecks.qubits(resource, 2);
    double fidelity = resource.densityMatrix().fidelity(Bell.phiPlus());
    return (2 * fidelity + 1) / 3; // Horodecki 1999, with d = 2
  }

  /**
   * The fidelity a pair must have had, given the mean fidelity of teleportation over it.
   *
   * @param averageFidelity the mean fidelity, from ⅓ to 1
   * @return F = (3f − 1)/2
   */
  public static double resourceFidelity(double averageFidelity) {
    Require.between("averageFidelity", averageFidelity, 1.0 / 3, 1);
    return (3 * averageFidelity - 1) / 2;
  }

  /**
   * What Bob holds after he has corrected, averaged over Alice's outcomes.
   *
   * @param input the qubit that is sent
   * @param resource the shared pair, Alice's half first
   * @return Bob's qubit
   */
  public static DensityMatrix send(State input, State resource) {
    DensityMatrix rotated = bellBasis(input, resource);
    // correcting by measured bits is the same as controlled gates, once the bits are forgotten
    return rotated.apply(Gate.cnot(), 1, 2).apply(Gate.cz(), 0, 2).reduced(2);
  }

  /**
   * What Bob holds if the two bits never reach him.
   *
   * @param input the qubit that is sent
   * @param resource the shared pair, Alice's half first
   * @return Bob's qubit
   */
  public static DensityMatrix withoutBits(State input, State resource) {
    return bellBasis(input, resource).reduced(2);
  }

  /**
   * All four ways in which a teleportation can go.
   *
   * @param input the qubit that is sent
   * @param resource the shared pair, Alice's half first
   * @return the outcomes that are possible, by Alice's bits from 00 to 11
   */
  public static List<TeleportationOutcome> outcomes(StateVector input, StateVector resource) {
    StateChecks.qubits(input, 1);
    StateChecks.qubits(resource, 2);
    StateVector rotated = input.tensor(resource).apply(Gate.cnot(), 0, 1).apply(Gate.h(), 0);
    return IntStream.range(0, 4)
        .filter(bits -> probability(rotated, bits) > 1e-15)
        .mapToObj(bits -> outcome(rotated, bits))
        .toList();
  }

  private static double probability(StateVector rotated, int bits) {
    return rotated.probability(2 * bits) + rotated.probability(2 * bits + 1);
  }

  private static TeleportationOutcome outcome(StateVector rotated, int bits) {
    double probability = probability(rotated, bits);
    double factor = 1 / Math.sqrt(probability);
    int up = 2 * bits;
    int down = up + 1;
    StateVector before =
        StateVector.of(
            new double[] {factor * rotated.re(up), factor * rotated.re(down)},
            new double[] {factor * rotated.im(up), factor * rotated.im(down)});
    int phaseBit = bits >> 1;
    int flipBit = bits & 1;
    StateVector turned = flipBit == 1 ? before.apply(Gate.x(), 0) : before;
    StateVector after = phaseBit == 1 ? turned.apply(Gate.z(), 0) : turned;
    return new TeleportationOutcome(phaseBit, flipBit, probability, before, after);
  }

  /**
   * One teleportation, with drawn outcomes.
   *
   * @param input the qubit that is sent
   * @param resource the shared pair, Alice's half first
   * @param rng the source of randomness
   * @return the two bits and Bob's corrected qubit
   */
  public static TeleportationRound round(State input, State resource, RandomGenerator rng) {
    var first = bellBasis(input, resource).measure(0, rng);
    var second = first.state().measure(1, rng);
    DensityMatrix bob = second.state().reduced(2);
    DensityMatrix turned = second.outcome() == 1 ? bob.apply(Gate.x(), 0) : bob;
    DensityMatrix received = first.outcome() == 1 ? turned.apply(Gate.z(), 0) : turned;
    return new TeleportationRound(first.outcome(), second.outcome(), received);
  }

  /**
   * Teleports random qubits one by one, and asks of each that arrives whether it is the one sent.
   *
   * @param resource the shared pair, Alice's half first
   * @param trials how many, at least 1
   * @param rng the source of randomness
   * @return the fraction found unchanged: the mean fidelity
   */
  public static Estimate trials(State resource, long trials, RandomGenerator rng) {
    StateChecks.qubits(resource, 2);
    DensityMatrix shared = resource.densityMatrix();
    return Parallel.count(
        trials,
        CHUNK,
        rng,
        random -> {
          StateVector input = StateVector.random(1, random);
          DensityMatrix received = round(input, shared, random).received();
          return random.nextDouble() < received.fidelity(input);
        });
  }

  /** Input and pair together, rotated so that Alice's Bell states become bits. */
  private static DensityMatrix bellBasis(State input, State resource) {
    StateChecks.qubits(input, 1);
    StateChecks.qubits(resource, 2);
    return input.densityMatrix().tensor(resource).apply(Gate.cnot(), 0, 1).apply(Gate.h(), 0);
  }
}
