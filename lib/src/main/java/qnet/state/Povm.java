package qnet.state;

import java.util.List;
import java.util.stream.Stream;
import qnet.run.Require;

/**
 * A generalised measurement (positive operator-valued measure): one positive operator per outcome.
 *
 * <p>p(i) = Tr(Eᵢ·ρ), with Σ Eᵢ = 1
 *
 * <p>After outcome i the state is √Eᵢ·ρ·√Eᵢ / p(i), the Lüders rule; for projectors √E = E.
 *
 * <p>Reference: M. A. Nielsen, I. L. Chuang, Quantum Computation and Quantum Information (2000),
 * Sec. 2.2.6.
 *
 * @param elements the operators Eᵢ, in the order of the outcomes
 */
public record Povm(List<ComplexMatrix> elements) {
  /**
   * A measurement of one's own.
   *
   * @param elements the operators Eᵢ, in the order of the outcomes
   * @throws IllegalArgumentException if an element is not Hermitian or not positive, or the sum is
   *     not 1, within 1e-9
   */
  public Povm {
    elements = List.copyOf(elements);
    Require.atLeast("number of elements", elements.size(), 1);
    int dimension = elements.get(0).dimension();
    elements.get(0).qubits("element");
    ComplexMatrix sum = ComplexMatrix.zeros(dimension);
    for (ComplexMatrix element : elements) {
      Spectrum.requirePositive("element", element);
      sum = sum.plus(element);
    }
    double distance = sum.distance(ComplexMatrix.identity(dimension));
    if (!(distance <= StateChecks.TOLERANCE)) {
      throw new IllegalArgumentException(
          "largest element of Σ E − 1 must be ≤ 1e-9, was " + distance);
    }
  }

  /**
   * The spin measurement along a direction: outcome 0 along it, outcome 1 against it.
   *
   * @param direction the direction on the Bloch sphere
   * @return two projectors on one qubit
   */
  public static Povm along(Direction direction) {
    return new Povm(List.of(direction.projector(), direction.opposite().projector()));
  }

  /**
   * The Bell measurement of two qubits, outcomes in the order Φ+, Φ−, Ψ+, Ψ−.
   *
   * @return four projectors on two qubits
   */
  public static Povm bell() {
    return new Povm(
        Stream.of(Bell.phiPlus(), Bell.phiMinus(), Bell.psiPlus(), Bell.psiMinus())
            .map(bell -> bell.densityMatrix().matrix())
            .toList());
  }

  /**
   * How many qubits are measured.
   *
   * @return at least 1
   */
  public int qubits() {
    return elements.get(0).qubits("element");
  }

  /** √Eᵢ; E itself if it is a projector. */
  ComplexMatrix root(int outcome) {
    ComplexMatrix element = elements.get(outcome);
    return element.times(element).distance(element) <= 1e-12
        ? element
        : Spectrum.map(element, Spectrum::root);
  }
}
