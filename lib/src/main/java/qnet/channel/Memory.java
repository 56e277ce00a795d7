package qnet.channel;

import qnet.run.Require;
import qnet.state.BellDiagonal;
import qnet.state.MemoryDecay;

/**
 * A quantum memory as a repeater uses it: how long it keeps a qubit, how often it gives it back,
 * when it gives up, and how many qubits it holds at once.
 *
 * <p>F(t) = ¼·(1 + e^(−t/T₁)) + ½·e^(−t/T₂)
 *
 * <p>is the fidelity of a perfect pair after one of its qubits was stored; with both qubits stored,
 * the exponents add.
 *
 * <p>Valid for: exponential decay into a cold environment, T₂ ≤ 2·T₁; e^(−t/T₂) contains the part
 * of T₁. Without relaxation, T₁ is infinite and F = (1 + e^(−t/T₂))/2.
 *
 * <p>Ignores: an efficiency that falls with the storage time, noise photons, cross-talk between
 * modes.
 *
 * <p>Reference: M. A. Nielsen, I. L. Chuang, Quantum Computation and Quantum Information (2000),
 * Sec. 8.3.5; multiplexing after O. A. Collins et al., Phys. Rev. Lett. 98, 060502 (2007),
 * doi:10.1103/PhysRevLett.98.060502.
 *
 * @param t1Ms T₁ in milliseconds, positive, may be infinite
 * @param t2Ms T₂ in milliseconds, positive, at most 2·T₁, may be infinite
 * @param efficiency probability that a stored qubit comes out again when it is called, from 0 to 1
 * @param cutoffMs storage time after which a qubit is thrown away, in milliseconds, positive, may
 *     be infinite; it counts from storage
 * @param modes qubits stored side by side, each tried on its own, ≥ 1
 */
public record Memory(double t1Ms, double t2Ms, double efficiency, double cutoffMs, int modes) {
  private static final double NEVER_MS = Double.POSITIVE_INFINITY;

  /**
   * Checks the components.
   *
   * @param t1Ms as above
   * @param t2Ms as above
   * @param efficiency as above
   * @param cutoffMs as above
   * @param modes as above
   * @throws IllegalArgumentException if a component is out of its range, T₂ &gt; 2·T₁ above all
   */
  public Memory {
    aTime("t1Ms", t1Ms);
    aTime("t2Ms", t2Ms);
    if (t2Ms > 2 * t1Ms) { // 1/T₂ = 1/(2T₁) + 1/T_φ
      throw new IllegalArgumentException(
          "t2Ms must be ≤ 2·t1Ms = "
              + 2 * t1Ms
              + ", because relaxation alone dephases, was "
              + t2Ms);
    }
    Require.probability("efficiency", efficiency);
    aTime("cutoffMs", cutoffMs);
    Require.atLeast("modes", modes, 1);
  }

  private static void aTime(String name, double timeMs) {
    if (!(timeMs > 0)) {
      throw new IllegalArgumentException(name + " must be > 0, was " + timeMs);
    }
  }

  /**
   * One memory without faults, that keeps a qubit for ever. There is none.
   *
   * @return the memory
   */
  public static Memory ideal() {
    return new Memory(NEVER_MS, NEVER_MS, 1, NEVER_MS, 1);
  }

  /**
   * One ideal memory that dephases with a time T₂: the usual model of repeater papers.
   *
   * @param t2Ms T₂ in milliseconds, positive
   * @return the memory
   */
  public static Memory dephasing(double t2Ms) {
    return ideal().withT2Ms(t2Ms);
  }

  /**
   * A cloud of cold rubidium atoms (gradient echo): 1 ms, 87 % for short storage.
   *
   * <p>Y.-W. Cho et al., Optica 3, 100 (2016), arXiv:1601.04267, abstract; its 1/e coherence time
   * is taken as T₂. Relaxation is not given, T₁ is infinite here.
   *
   * @return the memory
   */
  public static Memory coldAtoms() {
    return dephasing(1).withEfficiency(0.87);
  }

  /**
   * A single rubidium atom entangled with a photon that went through 101 km of fibre: 10 ms.
   *
   * <p>Y. Zhou et al., PRX Quantum 5, 020307 (2024), abstract; the coherence time is taken as T₂.
   * The atom does not have to give its qubit back as light: the efficiency is 1, and the photon
   * that is collected belongs to the link.
   *
   * @return the memory
   */
  public static Memory neutralAtom() {
    return dephasing(10);
  }

  /**
   * An electron spin of a nitrogen-vacancy centre in diamond: 200 ms.
   *
   * <p>P. C. Humphreys et al., Nature 558, 268 (2018), arXiv:1712.07567, abstract: entangled states
   * of two centres decay at 5 Hz. The whole of it is taken as the rate of one memory, which makes
   * the model of a pair the more careful one. The efficiency is 1 as for {@link #neutralAtom()}.
   *
   * @return the memory
   */
  public static Memory nvCentre() {
    return dephasing(200);
  }

  /**
   * A calcium ion that stores a qubit while its neighbour tries for entanglement: 366 ms.
   *
   * <p>P.-C. Lai et al., Nat. Commun. (2025), doi:10.1038/s41467-025-67311-5, arXiv:2405.13369,
   * Fig. 4; the coherence time is taken as T₂. An ion that is left alone keeps its qubit for more
   * than an hour; data/memories.csv has these records. The efficiency is 1 as for {@link
   * #neutralAtom()}.
   *
   * @return the memory
   */
  public static Memory trappedIon() {
    return dephasing(366);
  }

  /**
   * This memory with another T₁.
   *
   * @param t1Ms T₁ in milliseconds, positive, may be infinite
   * @return the changed memory
   */
  public Memory withT1Ms(double t1Ms) {
    return new Memory(t1Ms, t2Ms, efficiency, cutoffMs, modes);
  }

  /**
   * This memory with another T₂.
   *
   * @param t2Ms T₂ in milliseconds, positive, at most 2·T₁, may be infinite
   * @return the changed memory
   */
  public Memory withT2Ms(double t2Ms) {
    return new Memory(t1Ms, t2Ms, efficiency, cutoffMs, modes);
  }

  /**
   * This memory with another efficiency.
   *
   * @param efficiency probability that a stored qubit comes out again, from 0 to 1
   * @return the changed memory
   */
  public Memory withEfficiency(double efficiency) {
    return new Memory(t1Ms, t2Ms, efficiency, cutoffMs, modes);
  }

  /**
   * This memory with another cut-off.
   *
   * @param cutoffMs longest storage in milliseconds, positive, may be infinite
   * @return the changed memory
   */
  public Memory withCutoffMs(double cutoffMs) {
    return new Memory(t1Ms, t2Ms, efficiency, cutoffMs, modes);
  }

  /**
   * This memory with another number of modes.
   *
   * @param modes qubits stored side by side, ≥ 1
   * @return the changed memory
   */
  public Memory withModes(int modes) {
    return new Memory(t1Ms, t2Ms, efficiency, cutoffMs, modes);
  }

  /**
   * How a stored qubit decays, as a channel on states.
   *
   * @return T₁ and T₂
   */
  public MemoryDecay decay() {
    return new MemoryDecay(t1Ms, t2Ms);
  }

  /**
   * The fidelity of a perfect pair after one of its qubits was stored.
   *
   * @param timeMs storage time in milliseconds, ≥ 0
   * @return ¼·(1 + e^(−t/T₁)) + ½·e^(−t/T₂)
   */
  public double fidelity(double timeMs) {
    return decay().storeOne(BellDiagonal.perfect(), timeMs).fidelity();
  }

  /**
   * The fidelity of a perfect pair after both of its qubits were stored in such memories.
   *
   * @param timeMs storage time in milliseconds, ≥ 0
   * @return ¼·(1 + γ² + (1 − γ)²) + ½·e^(−2t/T₂) with γ = 1 − e^(−t/T₁)
   */
  public double pairFidelity(double timeMs) {
    return decay().storeBoth(BellDiagonal.perfect(), timeMs).fidelity();
  }

  /**
   * How long one qubit of a perfect pair may be stored before the fidelity falls to a wanted value,
   * found by bisection; −T₂·ln(2F − 1) without relaxation.
   *
   * @param fidelity the wanted fidelity, above 0.5 and at most 1
   * @return the time in milliseconds; +∞ for a memory that keeps its qubit for ever
   * @throws IllegalArgumentException if {@code fidelity} is out of range
   */
  public double storageTimeMs(double fidelity) {
    if (!(fidelity > 0.5 && fidelity <= 1)) {
      throw new IllegalArgumentException("fidelity must be > 0.5 and ≤ 1, was " + fidelity);
    }
    if (Double.isInfinite(t2Ms)) { // T₂ ≤ 2·T₁: no relaxation either
      return NEVER_MS;
    }
    double low = 0;
    double high = -t2Ms * Math.log(2 * fidelity - 1); // the bound that relaxation can only lower
    for (int halvings = 0; halvings < 100; halvings++) {
      double middle = (low + high) / 2;
      if (fidelity(middle) >= fidelity) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Whether a qubit is still there after a time, by the cut-off.
   *
   * @param timeMs time since storage in milliseconds, ≥ 0
   * @return false once the cut-off is passed
   */
  public boolean keeps(double timeMs) {
    return timeMs <= cutoffMs;
  }

  /**
   * The probability that at least one of the modes succeeds in an attempt.
   *
   * @param perModeProbability the probability p that one mode succeeds, from 0 to 1
   * @return 1 − (1 − p)^modes
   */
  public double successProbability(double perModeProbability) {
    Require.probability("perModeProbability", perModeProbability);
    return -Math.expm1(modes * Math.log1p(-perModeProbability));
  }
}
