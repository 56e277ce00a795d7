package qnet.state;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qnet.run.Normal;
import qnet.run.Require;

/**
 * A mixed state of up to 10 qubits.
 *
 * <p>ρ = Σ pᵢ|ψᵢ⟩⟨ψᵢ|: Hermitian, positive, of trace 1
 *
 * <p>Qubit 0 is the highest bit of row and column. Eigenvalues, and whatever is made of them
 * (entropy, trace distance, fidelity of two mixed states), are computed up to 8 qubits.
 */
public final class DensityMatrix implements State {
  /** The largest register. */
  public static final int MAX_QUBITS = 10;

  private final int qubits;
  private final ComplexMatrix matrix;

  /** Takes a matrix that is known to be a state. */
  DensityMatrix(ComplexMatrix matrix) {
    this.matrix = matrix;
    this.qubits = Integer.numberOfTrailingZeros(matrix.dimension());
  }

  /**
   * A state from its matrix.
   *
   * @param matrix ρ
   * @return the state
   * @throws IllegalArgumentException if ρ is not Hermitian, not positive or not of trace 1, within
   *     1e-9
   */
  public static DensityMatrix of(ComplexMatrix matrix) {
    StateChecks.fits("density matrix", matrix.qubits("ρ"), MAX_QUBITS, 2);
    StateChecks.unit("trace of ρ", matrix.trace());
    Spectrum.requirePositive("ρ", matrix);
    return new DensityMatrix(matrix);
  }

  /**
   * The state of no knowledge at all.
   *
   * @param qubits from 1 to 10
   * @return 1/2ⁿ
   */
  public static DensityMatrix maximallyMixed(int qubits) {
    StateChecks.fits("density matrix", qubits, MAX_QUBITS, 2);
    return new DensityMatrix(ComplexMatrix.identity(1 << qubits).scaled(1.0 / (1 << qubits)));
  }

  /**
   * A state drawn by the Hilbert–Schmidt measure: G·G†/Tr(G·G†) with independent normal elements.
   *
   * @param qubits from 1 to 10
   * @param rng the source of randomness
   * @return a random mixed state
   */
  public static DensityMatrix random(int qubits, RandomGenerator rng) {
    StateChecks.fits("density matrix", qubits, MAX_QUBITS, 2);
    ComplexMatrix g = ComplexMatrix.zeros(1 << qubits);
    for (int r = 0; r < g.dimension(); r++) {
      Normal.fill(g.re[r], g.im[r], rng);
    }
    return new DensityMatrix(g.times(g.adjoint())).normalised();
  }

  @Override
  public int qubits() {
    return qubits;
  }

  @Override
  public DensityMatrix densityMatrix() {
    return this;
  }

  /**
   * The matrix itself.
   *
   * @return ρ
   */
  public ComplexMatrix matrix() {
    return matrix;
  }

  /**
   * Mixes this state with another one.
   *
   * @param weight probability of the other state
   * @param other a state of as many qubits
   * @return (1 − weight)·this + weight·other
   */
  public DensityMatrix mixedWith(double weight, State other) {
    Require.probability("weight", weight);
    StateChecks.qubits(other, qubits);
    return new DensityMatrix(matrix.scaled(1 - weight).plus(other.densityMatrix().matrix, weight));
  }

  /**
   * Applies a gate.
   *
   * @param gate the gate
   * @param targets the qubits it acts on, in the gate's order
   * @return U·ρ·U†
   */
  public DensityMatrix apply(Gate gate, int... targets) {
    return new DensityMatrix(
        new LocalOperator(gate.name(), gate.matrix(), qubits, targets).sandwich(matrix));
  }

  /**
   * Sends qubits through a noisy channel.
   *
   * @param noise the channel
   * @param targets the qubits it acts on, in the channel's order
   * @return Σ K·ρ·K†
   */
  public DensityMatrix apply(Noise noise, int... targets) {
    ComplexMatrix sum = null;
    for (ComplexMatrix kraus : noise.kraus()) {
      ComplexMatrix term = new LocalOperator(noise.name(), kraus, qubits, targets).sandwich(matrix);
      sum = sum == null ? term : sum.plus(term);
    }
    return new DensityMatrix(sum);
  }

  /**
   * Lets a channel act on every qubit.
   *
   * @param noise a channel on one qubit
   * @return the state after it
   */
  public DensityMatrix applyToAll(Noise noise) {
    DensityMatrix state = this;
    for (int qubit = 0; qubit < qubits; qubit++) {
      state = state.apply(noise, qubit);
    }
    return state;
  }

  /**
   * Two registers side by side.
   *
   * @param right the register whose qubits come after these
   * @return this ⊗ right
   */
  public DensityMatrix tensor(State right) {
    StateChecks.fits("density matrix", qubits + right.qubits(), MAX_QUBITS, 2);
    return new DensityMatrix(matrix.tensor(right.densityMatrix().matrix));
  }

  /**
   * Forgets some qubits.
   *
   * @param traced the qubits to forget
   * @return the state of all others, in their order
   */
  public DensityMatrix partialTrace(int... traced) {
    int[] offsets = LocalOperator.offsets(qubits, traced);
    int gone = offsets[offsets.length - 1];
    return reduced(
        IntStream.range(0, qubits).filter(q -> (gone >> (qubits - 1 - q) & 1) == 0).toArray());
  }

  /**
   * Keeps some qubits and forgets all others.
   *
   * @param kept the qubits to keep, in the order of the new register
   * @return their state
   */
  public DensityMatrix reduced(int... kept) {
    Require.atLeast("number of qubits kept", kept.length, 1);
    int[] inside = LocalOperator.offsets(qubits, kept);
    int mask = inside[inside.length - 1];
    ComplexMatrix sum = ComplexMatrix.zeros(inside.length);
    for (int outside = 0; outside < matrix.dimension(); outside++) {
      if ((outside & mask) == 0) {
        for (int r = 0; r < inside.length; r++) {
          for (int c = 0; c < inside.length; c++) {
            sum.re[r][c] += matrix.re[outside + inside[r]][outside + inside[c]];
            sum.im[r][c] += matrix.im[outside + inside[r]][outside + inside[c]];
          }
        }
      }
    }
    return new DensityMatrix(sum);
  }

  /**
   * The mean of an observable, or the probability of an element of a measurement.
   *
   * @param observable a Hermitian matrix
   * @param targets the qubits it acts on
   * @return Tr(ρ·A)
   */
  public double expectation(ComplexMatrix observable, int... targets) {
    return reduced(targets).matrix.traceWith(observable);
  }

  /**
   * Measures some of the qubits.
   *
   * @param povm what is measured
   * @param targets which qubits, in the order of the measurement's operators
   * @param rng the source of randomness
   * @return the outcome and the state after it
   */
  public Measurement<DensityMatrix> measure(Povm povm, int[] targets, RandomGenerator rng) {
    double draw = rng.nextDouble();
    int last = povm.elements().size() - 1;
    for (int outcome = 0; ; outcome++) {
      double probability = expectation(povm.elements().get(outcome), targets);
      draw -= probability;
      if (probability > 0 && (draw < 0 || outcome == last)) {
        var operator = new LocalOperator("measurement", povm.root(outcome), qubits, targets);
        DensityMatrix after = new DensityMatrix(operator.sandwich(matrix)).normalised();
        return new Measurement<>(outcome, probability, after);
      }
    }
  }

  /**
   * Measures one qubit in the computational basis.
   *
   * @param qubit which one
   * @param rng the source of randomness
   * @return the bit and the state after it
   */
  public Measurement<DensityMatrix> measure(int qubit, RandomGenerator rng) {
    return measure(Povm.along(Direction.ofZ()), new int[] {qubit}, rng);
  }

  /**
   * The state after a measurement whose outcome nobody was told.
   *
   * @param povm what is measured
   * @param targets which qubits
   * @return Σ √E·ρ·√E
   */
  public DensityMatrix measuredUnread(Povm povm, int... targets) {
    ComplexMatrix sum = ComplexMatrix.zeros(matrix.dimension());
    for (int outcome = 0; outcome < povm.elements().size(); outcome++) {
      var operator = new LocalOperator("measurement", povm.root(outcome), qubits, targets);
      sum = sum.plus(operator.sandwich(matrix));
    }
    return new DensityMatrix(sum);
  }

  /**
   * How pure the state is: 1 for a pure state, 2⁻ⁿ for the maximally mixed one.
   *
   * @return Tr(ρ²)
   */
  public double purity() {
    return matrix.traceWith(matrix);
  }

  /**
   * The eigenvalues, largest first.
   *
   * @return 2ⁿ probabilities, up to rounding
   * @throws IllegalArgumentException beyond 8 qubits
   */
  public double[] eigenvalues() {
    return Spectrum.eigenvalues(matrix);
  }

  /**
   * The von Neumann entropy.
   *
   * <p>S(ρ) = −Tr(ρ·log₂ρ)
   *
   * @return S in bits
   * @throws IllegalArgumentException beyond 8 qubits
   */
  public double entropyBits() {
    return Entropy.shannon(eigenvalues());
  }

  /**
   * How far apart two states are: the best probability to tell them apart is ½(1 + D).
   *
   * <p>D = ½·Tr|ρ − σ|
   *
   * @param other a state of as many qubits
   * @return D, from 0 to 1
   * @throws IllegalArgumentException beyond 8 qubits
   */
  public double traceDistance(State other) {
    StateChecks.qubits(other, qubits);
    ComplexMatrix difference = matrix.plus(other.densityMatrix().matrix, -1);
    return Arrays.stream(Spectrum.eigenvalues(difference)).map(Math::abs).sum() / 2;
  }

  /**
   * The fidelity, as the square: |⟨ψ|φ⟩|² for pure states.
   *
   * <p>F = (Tr|√ρ·√σ|)²; ⟨ψ|ρ|ψ⟩ if one of them is pure
   *
   * <p>Reference: R. Jozsa, J. Mod. Opt. 41, 2315 (1994), doi:10.1080/09500349414552171.
   *
   * @param other a state of as many qubits
   * @return F, from 0 to 1
   * @throws IllegalArgumentException beyond 8 qubits, if neither state is a {@link StateVector}
   */
  public double fidelity(State other) {
    StateChecks.qubits(other, qubits);
    ComplexMatrix sigma = other.densityMatrix().matrix;
    if (other instanceof StateVector) {
      return matrix.traceWith(sigma);
    }
    ComplexMatrix product =
        Spectrum.map(matrix, Spectrum::root).times(Spectrum.map(sigma, Spectrum::root));
    double root = Spectrum.sumOfSingularValues(product);
    return root * root;
  }

  private DensityMatrix normalised() {
    return new DensityMatrix(matrix.scaled(1 / matrix.trace()));
  }

  /** The matrix up to 8×8, a summary beyond. */
  @Override
  public String toString() {
    return Text.matrix(
        matrix, "density matrix of " + qubits + " qubits, purity " + Text.number(purity()));
  }
}
