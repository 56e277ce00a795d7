package qnet.state;

import java.util.ArrayList;
import java.util.List;
import qnet.run.Require;

/**
 * A noisy quantum channel, written as a sum of Kraus operators.
 *
 * <p>ρ → Σ Kᵢ·ρ·Kᵢ†, with Σ Kᵢ†·Kᵢ = 1
 *
 * <p>Valid for: noise that has no memory from one use to the next. The parameter of {@link
 * #depolarising(double)} is the probability to lose the qubit's state altogether, not the total
 * probability of a Pauli error, which is ¾ of it.
 *
 * <p>Reference: M. A. Nielsen, I. L. Chuang, Quantum Computation and Quantum Information (2000),
 * Sec. 8.3.
 *
 * @param name what a person calls it
 * @param kraus the operators Kᵢ
 */
public record Noise(String name, List<ComplexMatrix> kraus) {
  /**
   * A channel of one's own.
   *
   * @param name what a person calls it
   * @param kraus the operators Kᵢ
   * @throws IllegalArgumentException if Σ K†K is not 1 within 1e-9
   */
  public Noise {
    kraus = List.copyOf(kraus);
    Require.atLeast("number of Kraus operators", kraus.size(), 1);
    int dimension = kraus.get(0).dimension();
    kraus.get(0).qubits(name);
    ComplexMatrix sum = ComplexMatrix.zeros(dimension);
    for (ComplexMatrix k : kraus) {
      sum = sum.plus(k.adjoint().times(k));
    }
    double distance = sum.distance(ComplexMatrix.identity(dimension));
    if (!(distance <= StateChecks.TOLERANCE)) {
      throw new IllegalArgumentException(
          "largest element of Σ K†K − 1 must be ≤ 1e-9, was " + distance);
    }
  }

  /**
   * How many qubits the channel acts on.
   *
   * @return at least 1
   */
  public int qubits() {
    return kraus.get(0).qubits(name);
  }

  /**
   * Random Pauli errors on one qubit.
   *
   * <p>ρ → (1 − pX − pY − pZ)·ρ + pX·XρX + pY·YρY + pZ·ZρZ
   *
   * @param pX probability of a bit flip
   * @param pY probability of both flips
   * @param pZ probability of a phase flip
   * @return the channel
   */
  public static Noise pauli(double pX, double pY, double pZ) {
    Require.probability("pX", pX);
    Require.probability("pY", pY);
    Require.probability("pZ", pZ);
    Require.probability("pX + pY + pZ", pX + pY + pZ);
    return new Noise(
        "Pauli noise",
        List.of(
            ComplexMatrix.identity(2).scaled(Math.sqrt(1 - pX - pY - pZ)),
            Gate.x().matrix().scaled(Math.sqrt(pX)),
            Gate.y().matrix().scaled(Math.sqrt(pY)),
            Gate.z().matrix().scaled(Math.sqrt(pZ))));
  }

  /**
   * Depolarisation of one qubit: with probability p its state is replaced by ½·1.
   *
   * <p>ρ → (1 − p)·ρ + p·½·1, equal to Pauli errors of p/4 each
   *
   * @param p probability of the replacement
   * @return the channel
   */
  public static Noise depolarising(double p) {
    Require.probability("p", p);
    return pauli(p / 4, p / 4, p / 4).named("depolarising");
  }

  /**
   * Depolarisation of two qubits together: with probability p both are replaced by ¼·1, the usual
   * model of a noisy two-qubit gate.
   *
   * @param p probability of the replacement
   * @return the channel
   */
  public static Noise depolarisingPair(double p) {
    Require.probability("p", p);
    var operators = new ArrayList<ComplexMatrix>();
    for (ComplexMatrix first : depolarising(1).kraus) {
      for (ComplexMatrix second : depolarising(1).kraus) {
        operators.add(first.tensor(second).scaled(Math.sqrt(p)));
      }
    }
    operators.add(ComplexMatrix.identity(4).scaled(Math.sqrt(1 - p)));
    return new Noise("depolarising of two", operators);
  }

  /**
   * Dephasing: a phase flip with probability p; coherences shrink by 1 − 2p.
   *
   * @param p probability of the flip
   * @return the channel
   */
  public static Noise dephasing(double p) {
    Require.probability("p", p);
    return pauli(0, 0, p).named("dephasing");
  }

  /**
   * A bit flip with probability p.
   *
   * @param p probability of the flip
   * @return the channel
   */
  public static Noise bitFlip(double p) {
    Require.probability("p", p);
    return pauli(p, 0, 0).named("bit flip");
  }

  /**
   * Amplitude damping: |1⟩ decays to |0⟩ with probability γ.
   *
   * <p>K₀ = diag(1, √(1−γ)), K₁ = √γ·|0⟩⟨1|
   *
   * @param gamma probability γ of the decay
   * @return the channel
   */
  public static Noise amplitudeDamping(double gamma) {
    Require.probability("gamma", gamma);
    return new Noise(
        "amplitude damping",
        List.of(
            ComplexMatrix.ofReal(new double[][] {{1, 0}, {0, Math.sqrt(1 - gamma)}}),
            ComplexMatrix.ofReal(new double[][] {{0, Math.sqrt(gamma)}, {0, 0}})));
  }

  /**
   * Erasure with a flag, on two qubits (data, flag): with probability p the data qubit is replaced
   * by ½·1 and the flag is flipped, so that the loss is known.
   *
   * @param p probability of the erasure
   * @return the channel; its second qubit is the flag, |0⟩ before
   */
  public static Noise erasure(double p) {
    Require.probability("p", p);
    var operators = new ArrayList<ComplexMatrix>();
    operators.add(ComplexMatrix.identity(4).scaled(Math.sqrt(1 - p)));
    for (ComplexMatrix replaced : depolarising(1).kraus) {
      operators.add(replaced.tensor(Gate.x().matrix()).scaled(Math.sqrt(p)));
    }
    return new Noise("erasure", operators);
  }

  /**
   * What a memory does to its qubit in a time t: populations relax to |0⟩ with T₁, coherences
   * shrink by e^(−t/T₂).
   *
   * <p>γ = 1 − e^(−t/T₁), then dephasing so that √(1−γ)·(1−2p) = e^(−t/T₂)
   *
   * <p>Ignores: thermal excitation; the environment is cold.
   *
   * @param timeMs storage time t in milliseconds, at least 0
   * @param t1Ms T₁ in milliseconds, positive, may be infinite
   * @param t2Ms T₂ in milliseconds, positive, at most 2·T₁
   * @return the channel
   */
  public static Noise thermalRelaxation(double timeMs, double t1Ms, double t2Ms) {
    MemoryDecay memory = new MemoryDecay(t1Ms, t2Ms);
    double kept = memory.populationKept(timeMs);
    double coherence = memory.coherenceKept(timeMs);
    double flip = (1 - (kept == 0 ? 1 : Math.min(1, coherence / Math.sqrt(kept)))) / 2;
    return amplitudeDamping(1 - kept).then(dephasing(flip)).named("thermal relaxation");
  }

  /**
   * This channel, then another one.
   *
   * @param next a channel on as many qubits
   * @return both in turn
   */
  public Noise then(Noise next) {
    var operators = new ArrayList<ComplexMatrix>();
    for (ComplexMatrix second : next.kraus) {
      for (ComplexMatrix first : kraus) {
        operators.add(second.times(first));
      }
    }
    return new Noise(name + ", " + next.name, operators);
  }

  /**
   * The same channel under another name.
   *
   * @param newName the new name
   * @return the renamed channel
   */
  public Noise named(String newName) {
    return new Noise(newName, kraus);
  }

  /** The name and the Kraus operators. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    for (ComplexMatrix k : kraus) {
      text.append("\n\n").append(k);
    }
    return text.toString();
  }
}
