package qnet.state;

import java.util.random.RandomGenerator;
import qnet.run.Normal;
import qnet.run.Require;

/**
 * A pure state of up to 20 qubits: 2ⁿ complex amplitudes.
 *
 * <p>|ψ⟩ = Σ cᵢ|i⟩ with Σ |cᵢ|² = 1
 *
 * <p>Qubit 0 is the leftmost one in the ket, the highest bit of i. States never change: a gate or a
 * measurement returns a new one.
 */
public final class StateVector implements State {
  /** The largest register. */
  public static final int MAX_QUBITS = 20;

  private final int qubits;
  private final double[] re;
  private final double[] im;

  private StateVector(double[] re, double[] im) {
    this.re = re;
    this.im = im;
    this.qubits = Integer.numberOfTrailingZeros(re.length);
  }

  /**
   * The state |00…0⟩.
   *
   * @param qubits from 1 to 20
   * @return all qubits in |0⟩
   */
  public static StateVector zero(int qubits) {
    StateChecks.fits("state vector", qubits, MAX_QUBITS, 1);
    double[] re = new double[1 << qubits];
    re[0] = 1;
    return new StateVector(re, new double[1 << qubits]);
  }

  /**
   * A state of the computational basis.
   *
   * @param bits the values of the qubits, such as "010"
   * @return |bits⟩
   */
  public static StateVector basis(String bits) {
    if (!bits.matches("[01]+")) {
      throw new IllegalArgumentException("bits must be zeros and ones, was \"" + bits + "\"");
    }
    StateChecks.fits("state vector", bits.length(), MAX_QUBITS, 1);
    double[] re = new double[1 << bits.length()];
    re[Integer.parseInt(bits, 2)] = 1;
    return new StateVector(re, new double[re.length]);
  }

  /**
   * A state from its amplitudes.
   *
   * @param re real parts, 2ⁿ of them
   * @param im imaginary parts, as many
   * @return the state
   * @throws IllegalArgumentException if Σ |cᵢ|² is not 1 within 1e-9, or the length is wrong
   */
  public static StateVector of(double[] re, double[] im) {
    int n = re.length;
    if (n < 2 || Integer.bitCount(n) != 1 || im.length != n) {
      throw new IllegalArgumentException(
          "amplitudes must be 2, 4, 8 …, as many real as imaginary, was " + n + ", " + im.length);
    }
    StateChecks.fits("state vector", Integer.numberOfTrailingZeros(n), MAX_QUBITS, 1);
    StateChecks.unit("Σ |c|²", norm(re, im));
    return new StateVector(re.clone(), im.clone());
  }

  /**
   * A state from real amplitudes.
   *
   * @param re real amplitudes, 2ⁿ of them
   * @return the state
   */
  public static StateVector ofReal(double... re) {
    return of(re, new double[re.length]);
  }

  /**
   * The qubit that points in a direction of the Bloch sphere.
   *
   * <p>|ψ⟩ = cos(θ/2)|0⟩ + e^(iφ)·sin(θ/2)|1⟩
   *
   * @param direction where it points
   * @return one qubit
   */
  public static StateVector qubit(Direction direction) {
    double half = Math.atan2(Math.hypot(direction.x(), direction.y()), direction.z()) / 2;
    double azimuth = Math.atan2(direction.y(), direction.x());
    double one = Math.sin(half);
    return new StateVector(
        new double[] {Math.cos(half), one * Math.cos(azimuth)},
        new double[] {0, one * Math.sin(azimuth)});
  }

  /**
   * The Greenberger–Horne–Zeilinger state: all qubits 0 and all qubits 1.
   *
   * @param qubits from 2 to 20
   * @return (|0…0⟩ + |1…1⟩)/√2
   */
  public static StateVector ghz(int qubits) {
    Require.atLeast("qubits", qubits, 2);
    StateVector state = zero(qubits);
    state.re[0] = Math.sqrt(0.5);
    state.re[state.re.length - 1] = Math.sqrt(0.5);
    return state;
  }

  /**
   * The W state: one excitation shared by all qubits.
   *
   * @param qubits from 2 to 20
   * @return (|10…0⟩ + |01…0⟩ + … + |0…01⟩)/√n
   */
  public static StateVector w(int qubits) {
    Require.atLeast("qubits", qubits, 2);
    StateVector state = zero(qubits);
    state.re[0] = 0;
    for (int q = 0; q < qubits; q++) {
      state.re[1 << q] = Math.sqrt(1.0 / qubits);
    }
    return state;
  }

  /**
   * A state drawn uniformly (by the Haar measure).
   *
   * @param qubits from 1 to 20
   * @param rng the source of randomness
   * @return a random pure state
   */
  public static StateVector random(int qubits, RandomGenerator rng) {
    StateChecks.fits("state vector", qubits, MAX_QUBITS, 1);
    double[] re = new double[1 << qubits];
    double[] im = new double[1 << qubits];
    Normal.fill(re, im, rng);
    return new StateVector(re, im).normalised();
  }

  @Override
  public int qubits() {
    return qubits;
  }

  /**
   * The real part of an amplitude.
   *
   * @param index i in cᵢ, from 0
   * @return Re cᵢ
   */
  public double re(int index) {
    return re[index];
  }

  /**
   * The imaginary part of an amplitude.
   *
   * @param index i in cᵢ, from 0
   * @return Im cᵢ
   */
  public double im(int index) {
    return im[index];
  }

  /**
   * The probability of a basis state.
   *
   * @param index i, from 0
   * @return |cᵢ|²
   */
  public double probability(int index) {
    return re[index] * re[index] + im[index] * im[index];
  }

  /**
   * Applies a gate.
   *
   * @param gate the gate
   * @param targets the qubits it acts on, in the gate's order
   * @return the state after it
   */
  public StateVector apply(Gate gate, int... targets) {
    return transform(gate.name(), gate.matrix(), targets);
  }

  private StateVector transform(String name, ComplexMatrix matrix, int... targets) {
    double[] outRe = new double[re.length];
    double[] outIm = new double[re.length];
    new LocalOperator(name, matrix, qubits, targets).apply(re, im, outRe, outIm);
    return new StateVector(outRe, outIm);
  }

  /**
   * Two registers side by side.
   *
   * @param right the register whose qubits come after these
   * @return |this⟩ ⊗ |right⟩
   */
  public StateVector tensor(StateVector right) {
    StateChecks.fits("state vector", qubits + right.qubits, MAX_QUBITS, 1);
    int m = right.re.length;
    double[] outRe = new double[re.length * m];
    double[] outIm = new double[re.length * m];
    for (int i = 0; i < outRe.length; i++) {
      outRe[i] = re[i / m] * right.re[i % m] - im[i / m] * right.im[i % m];
      outIm[i] = re[i / m] * right.im[i % m] + im[i / m] * right.re[i % m];
    }
    return new StateVector(outRe, outIm);
  }

  /**
   * How alike two pure states are.
   *
   * @param other a state of as many qubits
   * @return |⟨this|other⟩|², from 0 to 1
   */
  public double overlap(StateVector other) {
    StateChecks.qubits(other, qubits);
    double a = 0;
    double b = 0;
    for (int i = 0; i < re.length; i++) {
      a += re[i] * other.re[i] + im[i] * other.im[i];
      b += re[i] * other.im[i] - im[i] * other.re[i];
    }
    return a * a + b * b;
  }

  /**
   * Measures one qubit in the computational basis.
   *
   * @param qubit which one
   * @param rng the source of randomness
   * @return the bit and the state after it
   */
  public Measurement<StateVector> measure(int qubit, RandomGenerator rng) {
    return measure(Povm.along(Direction.ofZ()), new int[] {qubit}, rng);
  }

  /**
   * Measures some of the qubits.
   *
   * @param povm what is measured
   * @param targets which qubits, in the order of the measurement's operators
   * @param rng the source of randomness
   * @return the outcome and the state after it
   */
  public Measurement<StateVector> measure(Povm povm, int[] targets, RandomGenerator rng) {
    double draw = rng.nextDouble();
    int last = povm.elements().size() - 1;
    for (int outcome = 0; ; outcome++) {
      StateVector after = transform("measurement", povm.root(outcome), targets);
      double probability = norm(after.re, after.im);
      draw -= probability;
      if (probability > 0 && (draw < 0 || outcome == last)) {
        return new Measurement<>(outcome, probability, after.normalised());
      }
    }
  }

  /**
   * Measures all qubits in the computational basis.
   *
   * @param rng the source of randomness
   * @return the index i of the basis state that was found, qubit 0 as the highest bit
   */
  public int sample(RandomGenerator rng) {
    double draw = rng.nextDouble();
    int found = 0;
    for (int i = 0; i < re.length; i++) {
      double probability = probability(i);
      if (probability > 0) {
        found = i;
        draw -= probability;
        if (draw < 0) {
          break;
        }
      }
    }
    return found;
  }

  @Override
  public DensityMatrix densityMatrix() {
    StateChecks.fits("density matrix", qubits, DensityMatrix.MAX_QUBITS, 2);
    int n = re.length;
    ComplexMatrix rho = ComplexMatrix.zeros(n);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        rho.re[r][c] = re[r] * re[c] + im[r] * im[c];
        rho.im[r][c] = im[r] * re[c] - re[r] * im[c];
      }
    }
    return new DensityMatrix(rho);
  }

  private static double norm(double[] re, double[] im) {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += re[i] * re[i] + im[i] * im[i];
    }
    return sum;
  }

  private StateVector normalised() {
    double factor = 1 / Math.sqrt(norm(re, im));
    double[] outRe = new double[re.length];
    double[] outIm = new double[re.length];
    for (int i = 0; i < re.length; i++) {
      outRe[i] = factor * re[i];
      outIm[i] = factor * im[i];
    }
    return new StateVector(outRe, outIm);
  }

  /** The kets with their amplitudes, such as 0.7071|00⟩ + 0.7071|11⟩. */
  @Override
  public String toString() {
    return Text.kets(re, im, qubits);
  }
}
