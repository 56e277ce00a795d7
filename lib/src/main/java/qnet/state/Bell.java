package qnet.state;

/**
 * The four Bell states, the maximally entangled states of two qubits.
 *
 * <p>Φ± = (|00⟩ ± |11⟩)/√2, Ψ± = (|01⟩ ± |10⟩)/√2
 */
public final class Bell {
  private static final double HALF_ROOT = Math.sqrt(0.5);

  private Bell() {}

  /**
   * Φ+, the pair that this kit calls perfect.
   *
   * @return (|00⟩ + |11⟩)/√2
   */
  public static StateVector phiPlus() {
    return StateVector.ofReal(HALF_ROOT, 0, 0, HALF_ROOT);
  }

  /**
   * Φ−: Φ+ after a phase flip.
   *
   * @return (|00⟩ − |11⟩)/√2
   */
  public static StateVector phiMinus() {
    return StateVector.ofReal(HALF_ROOT, 0, 0, -HALF_ROOT);
  }

  /**
   * Ψ+: Φ+ after a bit flip.
   *
   * @return (|01⟩ + |10⟩)/√2
   */
  public static StateVector psiPlus() {
    return StateVector.ofReal(0, HALF_ROOT, HALF_ROOT, 0);
  }

  /**
   * Ψ−, the singlet: opposite spins along every direction; Φ+ after both flips.
   *
   * @return (|01⟩ − |10⟩)/√2
   */
  public static StateVector psiMinus() {
    return StateVector.ofReal(0, HALF_ROOT, -HALF_ROOT, 0);
  }
}
