package qnet.state;

import qnet.run.Require;

/**
 * How a stored qubit decays: relaxation to |0⟩ with T₁, loss of coherence with T₂.
 *
 * <p>populations of |1⟩ × e^(−t/T₁), coherences × e^(−t/T₂)
 *
 * <p>Valid for: exponential decay into a cold environment, T₂ ≤ 2·T₁; e^(−t/T₂) contains the part
 * of T₁. For pure dephasing, T₁ is infinite.
 *
 * <p>Ignores: thermal excitation, Gaussian or echoed dephasing.
 *
 * <p>Reference: M. A. Nielsen, I. L. Chuang, Quantum Computation and Quantum Information (2000),
 * Sec. 8.3.5.
 *
 * @param t1Ms T₁ in milliseconds, positive, may be infinite
 * @param t2Ms T₂ in milliseconds, positive, at most 2·T₁, may be infinite
 */
public record MemoryDecay(double t1Ms, double t2Ms) {
  /**
   * A memory from its two times.
   *
   * @param t1Ms T₁ in milliseconds, positive, may be infinite
   * @param t2Ms T₂ in milliseconds, positive, at most 2·T₁, may be infinite
   * @throws IllegalArgumentException if a time is not positive or T₂ &gt; 2·T₁
   */
  public MemoryDecay {
    Require.positiveUpTo("t1Ms", t1Ms, Double.POSITIVE_INFINITY);
    Require.positiveUpTo("t2Ms", t2Ms, 2 * t1Ms);
  }

  /**
   * A memory that only dephases.
   *
   * @param t2Ms T₂ in milliseconds
   * @return T₁ infinite
   */
  public static MemoryDecay dephasing(double t2Ms) {
    return new MemoryDecay(Double.POSITIVE_INFINITY, t2Ms);
  }

  /**
   * The same memory with another T₁.
   *
   * @param newT1Ms T₁ in milliseconds
   * @return the changed memory
   */
  public MemoryDecay withT1Ms(double newT1Ms) {
    return new MemoryDecay(newT1Ms, t2Ms);
  }

  /**
   * The same memory with another T₂.
   *
   * @param newT2Ms T₂ in milliseconds
   * @return the changed memory
   */
  public MemoryDecay withT2Ms(double newT2Ms) {
    return new MemoryDecay(t1Ms, newT2Ms);
  }

  /**
   * What is left of the population of |1⟩.
   *
   * @param timeMs storage time in milliseconds
   * @return e^(−t/T₁)
   */
  public double populationKept(double timeMs) {
    Require.notNegative("timeMs", timeMs);
    return Math.exp(-timeMs / t1Ms);
  }

  /**
   * What is left of the coherence.
   *
   * @param timeMs storage time in milliseconds
   * @return e^(−t/T₂)
   */
  public double coherenceKept(double timeMs) {
    Require.notNegative("timeMs", timeMs);
    return Math.exp(-timeMs / t2Ms);
  }

  /**
   * The same decay as a channel on one qubit.
   *
   * @param timeMs storage time in milliseconds
   * @return the Kraus operators
   */
  public Noise noise(double timeMs) {
    return Noise.thermalRelaxation(timeMs, t1Ms, t2Ms);
  }

  /**
   * A pair after both of its qubits were stored in such memories, as weights of the Bell states.
   *
   * <p>⟨XX⟩, ⟨YY⟩ × e^(−2t/T₂); ⟨ZZ⟩ → e^(−2t/T₁)·⟨ZZ⟩ + (1 − e^(−t/T₁))²
   *
   * <p>The last term is both qubits decayed to |00⟩. Relaxation also leaves local polarisation,
   * which is not Bell-diagonal and is dropped here; no fidelity depends on it.
   *
   * @param pair the pair before
   * @param timeMs storage time in milliseconds
   * @return the pair after
   */
  public BellDiagonal storeBoth(BellDiagonal pair, double timeMs) {
    double coherence = coherenceKept(timeMs) * coherenceKept(timeMs);
    double lost = 1 - populationKept(timeMs);
    return shrunk(pair, coherence, (1 - lost) * (1 - lost), lost * lost);
  }

  /**
   * A pair after one of its qubits was stored, as weights of the Bell states.
   *
   * <p>⟨XX⟩, ⟨YY⟩ × e^(−t/T₂); ⟨ZZ⟩ × e^(−t/T₁)
   *
   * @param pair the pair before
   * @param timeMs storage time in milliseconds
   * @return the pair after
   */
  public BellDiagonal storeOne(BellDiagonal pair, double timeMs) {
    return shrunk(pair, coherenceKept(timeMs), populationKept(timeMs), 0);
  }

  private static BellDiagonal shrunk(BellDiagonal pair, double xy, double z, double both) {
    CorrelationMatrix t = pair.correlations();
    return CorrelationMatrix.diagonal(xy * t.xx(), xy * t.yy(), z * t.zz() + both).bellDiagonal();
  }
}
