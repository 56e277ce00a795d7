package qnet.state;

import java.util.function.Predicate;
import qnet.run.Require;

/**
 * A pair that is Φ+ with some probability and otherwise pure noise.
 *
 * <p>ρ = w·|Φ+⟩⟨Φ+| + (1 − w)·¼·1, with fidelity F = (1 + 3w)/4
 *
 * <p>Werner's original states are around the singlet Ψ−; a flip of one qubit leads there.
 *
 * <p>Reference: R. F. Werner, Phys. Rev. A 40, 4277 (1989), doi:10.1103/PhysRevA.40.4277.
 *
 * @param fidelity the weight F of Φ+, from 0 to 1
 */
public record Werner(double fidelity) implements State {
  /**
   * A pair of given fidelity.
   *
   * @param fidelity the weight F of Φ+, from 0 to 1
   * @throws IllegalArgumentException if {@code fidelity} is outside [0, 1]
   */
  public Werner {
    Require.probability("fidelity", fidelity);
  }

  /**
   * The pair of a given fidelity.
   *
   * @param fidelity F, from 0 to 1; entangled above ½
   * @return the pair
   */
  public static Werner ofFidelity(double fidelity) {
    return new Werner(fidelity);
  }

  /**
   * The pair of a given visibility.
   *
   * @param visibility w, from −⅓ to 1; entangled above ⅓, violates CHSH above 1/√2
   * @return the pair
   */
  public static Werner ofVisibility(double visibility) {
    Require.between("visibility", visibility, -1.0 / 3, 1);
    return new Werner(Math.max(0, (1 + 3 * visibility) / 4));
  }

  /**
   * How good a pair must be for some use.
   *
   * <p>Found by bisection, for a use that better pairs serve wherever worse ones do.
   *
   * @param useful whether a pair is good enough
   * @return the lowest such fidelity above ¼, within 1e-15; NaN if not even Φ+ is good enough
   */
  public static double minFidelity(Predicate<BellDiagonal> useful) {
    if (!useful.test(BellDiagonal.perfect())) {
      return Double.NaN;
    }
    double low = 0.25;
    double high = 1;
    for (int i = 0; i < 52; i++) {
      double middle = (low + high) / 2;
      if (useful.test(BellDiagonal.werner(middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * The same family at another fidelity.
   *
   * @param newFidelity F, from 0 to 1
   * @return the pair
   */
  public Werner withFidelity(double newFidelity) {
    return new Werner(newFidelity);
  }

  /**
   * The visibility, by which all its correlations shrink.
   *
   * @return w = (4F − 1)/3
   */
  public double visibility() {
    return (4 * fidelity - 1) / 3;
  }

  /**
   * The pair as weights of the four Bell states.
   *
   * @return F on Φ+, (1 − F)/3 on each of the others
   */
  public BellDiagonal bellDiagonal() {
    double g = (1 - fidelity) / 3;
    return new BellDiagonal(fidelity, g, g, g);
  }

  @Override
  public int qubits() {
    return 2;
  }

  @Override
  public DensityMatrix densityMatrix() {
    return bellDiagonal().densityMatrix();
  }

  /**
   * How often the two bits differ when both measure along the same axis, whichever it is.
   *
   * @return (1 − w)/2 = 2(1 − F)/3
   */
  public double errorRate() {
    return 2 * (1 - fidelity) / 3;
  }

  /**
   * The largest CHSH value that any measurement directions reach.
   *
   * @return S = 2√2·|w|
   */
  public double chsh() {
    return bellDiagonal().chsh();
  }

  /**
   * The concurrence.
   *
   * @return C = max(0, 2F − 1), above F = ¼
   */
  public double concurrence() {
    return bellDiagonal().concurrence();
  }

  /**
   * The entanglement of formation.
   *
   * @return in ebits
   */
  public double entanglementOfFormation() {
    return bellDiagonal().entanglementOfFormation();
  }

  /**
   * The negativity.
   *
   * @return max(0, F − ½)
   */
  public double negativity() {
    return bellDiagonal().negativity();
  }

  /**
   * The logarithmic negativity.
   *
   * @return in ebits: log₂(2F) above F = ½
   */
  public double logNegativity() {
    return bellDiagonal().logNegativity();
  }

  /**
   * The relative entropy of entanglement.
   *
   * @return in ebits: 1 − h(F) above F = ½
   */
  public double relativeEntropyOfEntanglement() {
    return bellDiagonal().relativeEntropyOfEntanglement();
  }

  /**
   * The von Neumann entropy.
   *
   * @return in bits
   */
  public double entropyBits() {
    return bellDiagonal().entropyBits();
  }

  /**
   * The yield of one-way hashing.
   *
   * @return perfect pairs per pair: 1 − S, zero below F ≈ 0.81
   */
  public double hashingYield() {
    return bellDiagonal().hashingYield();
  }
}
