package qnet.repeater;

import qnet.channel.Memory;
import qnet.state.BellDiagonal;
import qnet.state.Swap;

/**
 * The correlations ⟨XX⟩, ⟨YY⟩, ⟨ZZ⟩ of a pair. Everything that happens to pairs in a chain, but for
 * purification, multiplies them: a swap those of both pairs, storage with e^(−t/T₂) and e^(−t/T₁).
 */
record Correlations(double xx, double yy, double zz) {
  static Correlations of(BellDiagonal pair) {
    return new Correlations(
        pair.phiPlus() - pair.phiMinus() + pair.psiPlus() - pair.psiMinus(),
        pair.phiMinus() - pair.phiPlus() + pair.psiPlus() - pair.psiMinus(),
        pair.phiPlus() + pair.phiMinus() - pair.psiPlus() - pair.psiMinus());
  }

  BellDiagonal pair() {
    return BellDiagonal.of(
        weight(1 + xx - yy + zz),
        weight(1 - xx + yy + zz),
        weight(1 + xx + yy - zz),
        weight(1 - xx - yy - zz));
  }

  private static double weight(double four) {
    return Math.min(1, Math.max(0, four / 4));
  }

  double fidelity() {
    return (1 + xx - yy + zz) / 4;
  }

  /** Two pairs joined by a swap without errors: their Pauli errors add. */
  Correlations joined(Correlations other) {
    return new Correlations(xx * other.xx, -yy * other.yy, zz * other.zz);
  }

  /** What the errors of a swap leave of perfect correlations. */
  static Correlations ofSwap(Swap errors) {
    return of(errors.join(BellDiagonal.perfect(), BellDiagonal.perfect()));
  }

  /** A row of equal pairs joined with equal errors of the swaps. */
  static Correlations chain(BellDiagonal pair, Swap errors, int segments) {
    Correlations link = of(pair);
    Correlations swap = ofSwap(errors);
    Correlations all = link;
    for (int i = 1; i < segments; i++) {
      all = all.joined(link).joined(swap);
    }
    return all;
  }

  /** After a total of storage times, summed over the qubits. */
  Correlations stored(Memory memory, double exposureMs) {
    return scaled(kept(exposureMs, memory.t2Ms()), kept(exposureMs, memory.t1Ms()));
  }

  Correlations scaled(double coherence, double population) {
    return new Correlations(coherence * xx, coherence * yy, population * zz);
  }

  /** e^(−t/T), the same bits on every JDK. */
  static double kept(double timeMs, double lifetimeMs) {
    return lifetimeMs == Double.POSITIVE_INFINITY ? 1 : StrictMath.exp(-timeMs / lifetimeMs);
  }
}
