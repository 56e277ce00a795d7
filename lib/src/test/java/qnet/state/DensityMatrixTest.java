package qnet.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.GenericStore;
import org.ojalgo.scalar.ComplexNumber;
import qnet.run.Estimate;

class DensityMatrixTest {
  private static String refusal(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  /** ojAlgo's complex Hermitian solver is an independent oracle. */
  @Test
  void eigenvaluesAndEntropyAgreeWithOjAlgo() {
    SplittableRandom rng = new SplittableRandom(100);
    for (int i = 0; i < 1000; i++) {
      DensityMatrix rho = DensityMatrix.random(1 + i % 4, rng);
      double[] expected = ojAlgo(rho.matrix());
      assertArrayEquals(expected, rho.eigenvalues(), 1e-12, "state " + i + " of seed 100");
      double entropy = Arrays.stream(expected).map(p -> -p * Math.log(p) / Math.log(2)).sum();
      assertEquals(entropy, rho.entropyBits(), 1e-11);
    }
  }

  private static double[] ojAlgo(ComplexMatrix matrix) {
    int n = matrix.dimension();
    GenericStore<ComplexNumber> store = GenericStore.C128.make(n, n);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        store.set(r, c, ComplexNumber.of(matrix.re(r, c), matrix.im(r, c)));
      }
    }
    Eigenvalue<ComplexNumber> solver = Eigenvalue.C128.make(store, true);
    solver.decompose(store);
    double[] values =
        solver.getEigenvalues().stream().mapToDouble(ComplexNumber::getReal).sorted().toArray();
    double[] falling = new double[n];
    for (int i = 0; i < n; i++) {
      falling[i] = values[n - 1 - i];
    }
    return falling;
  }

  @Test
  void gatesAgreeWithStateVectors() {
    SplittableRandom rng = new SplittableRandom(5);
    StateVector psi = StateVector.random(4, rng);
    Gate turn = Gate.rotation(Direction.ofAngles(0.3, 0.4), 1.2);
    for (int q = 0; q < 4; q++) {
      StateVector vector = psi.apply(turn, q).apply(Gate.cnot(), q, (q + 2) % 4);
      DensityMatrix matrix = psi.densityMatrix().apply(turn, q).apply(Gate.cnot(), q, (q + 2) % 4);
      assertEquals(0, matrix.matrix().distance(vector.densityMatrix().matrix()), 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 7, 8, 9})
  void largeRegistersAgreeWithStateVectors(int qubit) {
    StateVector psi = StateVector.random(10, new SplittableRandom(6));
    Gate turn = Gate.rotation(Direction.ofAngles(0.3, 0.4), 1.2);
    DensityMatrix rho = psi.densityMatrix().apply(turn, qubit);
    assertEquals(0, rho.matrix().distance(psi.apply(turn, qubit).densityMatrix().matrix()), 1e-12);
  }

  @Test
  void partialTraceKeepsTheFactor() {
    SplittableRandom rng = new SplittableRandom(7);
    DensityMatrix a = DensityMatrix.random(1, rng);
    DensityMatrix b = DensityMatrix.random(2, rng);
    DensityMatrix joint = a.tensor(b);
    assertEquals(0, joint.partialTrace(1, 2).matrix().distance(a.matrix()), 1e-12);
    assertEquals(0, joint.partialTrace(0).matrix().distance(b.matrix()), 1e-12);
    DensityMatrix exchanged = joint.reduced(2, 1);
    DensityMatrix swapped = b.apply(Gate.swap(), 0, 1);
    assertEquals(0, exchanged.matrix().distance(swapped.matrix()), 1e-12);
    assertEquals(
        DensityMatrix.maximallyMixed(1).matrix(),
        DensityMatrix.of(StateVector.basis("01").densityMatrix().matrix())
            .mixedWith(0.5, StateVector.basis("10"))
            .partialTrace(1)
            .matrix());
  }

  @Test
  void fidelityOfMixedAndPure() {
    SplittableRandom rng = new SplittableRandom(8);
    for (int i = 0; i < 50; i++) {
      DensityMatrix rho = DensityMatrix.random(2, rng);
      StateVector psi = StateVector.random(2, rng);
      double direct = rho.fidelity(psi);
      assertEquals(direct, rho.fidelity(psi.densityMatrix()), 1e-12);
      assertEquals(direct, psi.densityMatrix().fidelity(rho), 1e-12);
      assertEquals(1, rho.fidelity(rho), 1e-12);
      DensityMatrix sigma = DensityMatrix.random(2, rng);
      double f = rho.fidelity(sigma);
      double d = rho.traceDistance(sigma);
      assertTrue(1 - Math.sqrt(f) <= d && d <= Math.sqrt(1 - f), "Fuchs, van de Graaf"); // 1999
    }
  }

  /** Two qubits of Bloch vectors r, s: F = ½(1 + r·s + √((1−r²)(1−s²))), D = ½|r − s|. */
  @Test
  void fidelityAndTraceDistanceOfQubits() {
    DensityMatrix a = DensityMatrix.maximallyMixed(1).mixedWith(0.6, StateVector.zero(1));
    DensityMatrix b =
        DensityMatrix.maximallyMixed(1).mixedWith(0.8, StateVector.qubit(Direction.ofX()));
    assertEquals(0.5 * (1 + Math.sqrt((1 - 0.36) * (1 - 0.64))), a.fidelity(b), 1e-12);
    assertEquals(0.5, a.traceDistance(b), 1e-12);
    assertEquals((1 + 0.36) / 2, a.purity(), 1e-12);
    assertEquals(Entropy.binary(0.8), a.entropyBits(), 1e-12);
  }

  @Test
  void limits() {
    DensityMatrix mixed = DensityMatrix.maximallyMixed(3);
    assertEquals(3, mixed.entropyBits(), 1e-12);
    assertEquals(0.125, mixed.purity(), 1e-15);
    assertEquals(0, StateVector.ghz(4).densityMatrix().entropyBits(), 1e-12);
    assertEquals(1, StateVector.ghz(4).densityMatrix().partialTrace(0, 2).entropyBits(), 1e-12);
    assertEquals(0.5, Entanglement.negativity(StateVector.ghz(4), 1, 2), 1e-12);
    assertEquals(1, Entanglement.logNegativity(StateVector.ghz(4), 1), 1e-12);
  }

  @Test
  void eightQubitsWithinTwoSecondsNineRefused() {
    DensityMatrix rho = DensityMatrix.random(8, new SplittableRandom(9));
    DensityMatrix sigma = DensityMatrix.random(8, new SplittableRandom(10));
    assertTrue(cpuSeconds(rho::entropyBits) < 2);
    assertTrue(cpuSeconds(() -> rho.traceDistance(sigma)) < 2);
    assertTrue(cpuSeconds(() -> Entanglement.negativity(rho, 0, 5)) < 2);
    assertTrue(cpuSeconds(() -> rho.fidelity(sigma)) < 8);
    assertEquals(
        "qubits of an eigenvalue problem must be ≤ 8, was 9",
        refusal(() -> DensityMatrix.maximallyMixed(9).entropyBits()));
    DensityMatrix large = DensityMatrix.maximallyMixed(9);
    assertTrue(refusal(() -> large.fidelity(large)).contains("≤ 8"));
    assertEquals(1.0 / 512, large.fidelity(StateVector.zero(9)), 1e-15);
  }

  /** Processor time of this thread: a busy machine must not fail the test. */
  private static double cpuSeconds(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) * 1e-9;
  }

  @Test
  void povmFollowsBorn() {
    SplittableRandom rng = new SplittableRandom(10);
    DensityMatrix rho = DensityMatrix.random(2, rng);
    ComplexMatrix weak =
        ComplexMatrix.ofReal(new double[][] {{0.9, 0.1}, {0.1, 0.3}}); // not a projector
    Povm povm = new Povm(List.of(weak, ComplexMatrix.identity(2).plus(weak, -1)));
    double p = rho.expectation(weak, 1);
    int n = 20_000;
    int zeros = 0;
    DensityMatrix mean = null;
    for (int i = 0; i < n; i++) {
      var result = rho.measure(povm, new int[] {1}, rng);
      zeros += result.outcome() == 0 ? 1 : 0;
      double weight = 1.0 / (i + 1);
      mean = mean == null ? result.state() : mean.mixedWith(weight, result.state());
    }
    assertTrue(Estimate.ofCount(zeros, n).sigmasFrom(p) < 4, "seed 10, p " + p);
    assertEquals(0, mean.matrix().distance(rho.measuredUnread(povm, 1).matrix()), 0.01);
    assertEquals(1, rho.measuredUnread(povm, 1).matrix().trace(), 1e-12);
  }

  @Test
  void textIsLegible() {
    assertEquals(
        """
        [0.5    0    0  0.5]
        [  0    0    0    0]
        [  0    0    0    0]
        [0.5    0    0  0.5]""",
        Bell.phiPlus().densityMatrix().toString());
    assertEquals(
        "density matrix of 4 qubits, purity 0.0625, 16×16",
        DensityMatrix.maximallyMixed(4).toString());
    assertEquals("[ 0  -i]\n[ i   0]", Gate.y().matrix().toString());
  }

  @Test
  void refusesBadInput() {
    assertEquals(
        "trace of ρ must be 1 within 1e-9, was 2.0",
        refusal(() -> DensityMatrix.of(ComplexMatrix.identity(2))));
    assertTrue(
        refusal(() -> DensityMatrix.of(ComplexMatrix.ofReal(new double[][] {{1.5, 0}, {0, -0.5}})))
            .startsWith("ρ must be positive"));
    assertTrue(
        refusal(
                () ->
                    DensityMatrix.of(ComplexMatrix.ofReal(new double[][] {{0.5, 0.6}, {0.6, 0.5}})))
            .startsWith("ρ must be positive"));
    assertTrue(
        refusal(() -> DensityMatrix.of(ComplexMatrix.ofReal(new double[][] {{0.5, 0.2}, {0, 0.5}})))
            .startsWith("ρ must be Hermitian"));
    assertEquals(
        "dimension of ρ must be a power of 2 and ≥ 2, was 3",
        refusal(() -> DensityMatrix.of(ComplexMatrix.identity(3))));
    assertEquals(
        "qubits must be from 1 to 10, was 13: a density matrix of 13 qubits takes 1 GiB, 10 qubits fit",
        refusal(() -> StateVector.zero(13).densityMatrix()));
    DensityMatrix mixed = DensityMatrix.maximallyMixed(2);
    assertTrue(refusal(() -> mixed.mixedWith(Double.NaN, mixed)).startsWith("weight must be"));
    assertTrue(refusal(() -> mixed.reduced()).startsWith("number of qubits kept must be ≥ 1"));
    assertTrue(
        refusal(() -> new Povm(List.of(ComplexMatrix.identity(2).scaled(0.5))))
            .startsWith("largest element of Σ E − 1 must be ≤ 1e-9, was 0.5"));
    assertTrue(
        refusal(
                () ->
                    new Povm(
                        List.of(
                            ComplexMatrix.ofReal(new double[][] {{2, 0}, {0, 1}}),
                            ComplexMatrix.ofReal(new double[][] {{-1, 0}, {0, 0}}))))
            .startsWith("element must be positive"));
    assertTrue(refusal(() -> Entropy.shannon(0.5, 0.6)).startsWith("sum of weights must be 1"));
  }

  @Test
  void noiseOnEveryQubit() {
    DensityMatrix rho = DensityMatrix.random(3, new SplittableRandom(79));
    Noise noise = Noise.amplitudeDamping(0.3);
    assertEquals(
        0,
        rho.applyToAll(noise).traceDistance(rho.apply(noise, 2).apply(noise, 0).apply(noise, 1)),
        1e-12);
    assertThrows(IllegalArgumentException.class, () -> rho.applyToAll(Noise.depolarisingPair(0.1)));
  }

  /** States with very many zero eigenvalues, over which a solver can stumble. */
  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7, 8})
  void spectraOfManyZeros(int n) {
    StateVector w = StateVector.w(n);
    assertEquals(Math.sqrt(n - 1.0) / n, Entanglement.negativity(w, 0), 1e-12);
    DensityMatrix left = w.densityMatrix().partialTrace(0);
    assertEquals(Entropy.binary(1.0 / n), left.entropyBits(), 1e-12);
    assertEquals(1, left.fidelity(left), 1e-9);
    assertEquals(0.5, Entanglement.negativity(StateVector.ghz(n), 0), 1e-12);
  }
}
