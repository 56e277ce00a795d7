package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.run.Estimate;

class StateVectorTest {
  private static String refusal(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void bellPairFromGates() {
    StateVector bell = StateVector.zero(2).apply(Gate.h(), 0).apply(Gate.cnot(), 0, 1);
    assertEquals(1, bell.overlap(Bell.phiPlus()), 1e-15);
    assertEquals("0.7071|00⟩ + 0.7071|11⟩", bell.toString());
  }

  @Test
  void qubitZeroIsLeftmost() {
    assertEquals("|100⟩", StateVector.zero(3).apply(Gate.x(), 0).toString());
    assertEquals("|001⟩", StateVector.basis("100").apply(Gate.swap(), 0, 2).toString());
    assertEquals("|011⟩", StateVector.basis("001").apply(Gate.cnot(), 2, 1).toString());
  }

  @Test
  void textIsLegible() {
    assertEquals("0.7071|01⟩ - 0.7071|10⟩", Bell.psiMinus().toString());
    assertEquals("0.7071|0⟩ + 0.7071i|1⟩", StateVector.qubit(Direction.ofY()).toString());
    assertEquals("-|1⟩", StateVector.basis("1").apply(Gate.z(), 0).toString());
    assertEquals(
        "0.7071|0⟩ + (0.5+0.5i)|1⟩",
        StateVector.qubit(Direction.ofX()).apply(Gate.t(), 0).toString());
    StateVector even = StateVector.zero(5);
    for (int q = 0; q < 5; q++) {
      even = even.apply(Gate.h(), q);
    }
    assertTrue(even.toString().endsWith("0.1768|01111⟩ + … (16 more)"), even.toString());
  }

  @Test
  void gatesHaveTheirInverses() {
    SplittableRandom rng = new SplittableRandom(4);
    StateVector state = StateVector.random(4, rng);
    Gate turn = Gate.rotation(Direction.ofAngles(1, 2), 0.7);
    Gate back = Gate.rotation(Direction.ofAngles(1, 2), -0.7);
    assertEquals(1, state.apply(turn, 2).apply(back, 2).overlap(state), 1e-12);
    assertEquals(1, state.apply(Gate.y(), 1).apply(Gate.y(), 1).overlap(state), 1e-12);
    StateVector s2 = state.apply(Gate.s(), 3).apply(Gate.s(), 3);
    assertEquals(1, s2.overlap(state.apply(Gate.z(), 3)), 1e-12);
    StateVector t2 = state.apply(Gate.t(), 0).apply(Gate.t(), 0);
    assertEquals(1, t2.overlap(state.apply(Gate.s(), 0)), 1e-12);
    StateVector cz = state.apply(Gate.h(), 1).apply(Gate.cnot(), 3, 1).apply(Gate.h(), 1);
    assertEquals(1, cz.overlap(state.apply(Gate.cz(), 1, 3)), 1e-12);
  }

  /** A turn by α about an axis moves the Bloch vector by α, not by α/2. */
  @Test
  void rotationTurnsByItsAngle() {
    StateVector turned =
        StateVector.qubit(Direction.ofZ()).apply(Gate.rotation(Direction.ofY(), 0.6), 0);
    assertEquals(1, turned.overlap(StateVector.qubit(Direction.inPlane(0.6))), 1e-12);
  }

  @Test
  void ghzAndW() {
    assertEquals("0.7071|000⟩ + 0.7071|111⟩", StateVector.ghz(3).toString());
    assertEquals("0.5774|001⟩ + 0.5774|010⟩ + 0.5774|100⟩", StateVector.w(3).toString());
    DensityMatrix pairOfGhz = StateVector.ghz(3).densityMatrix().partialTrace(2);
    DensityMatrix pairOfW = StateVector.w(3).densityMatrix().partialTrace(2);
    assertEquals(0, Entanglement.concurrence(pairOfGhz), 1e-9);
    assertEquals(2.0 / 3, Entanglement.concurrence(pairOfW), 1e-9); // W survives a loss
  }

  @Test
  void measurementFollowsBornAndRepeats() {
    SplittableRandom rng = new SplittableRandom(11);
    StateVector state = StateVector.qubit(Direction.inPlane(1.1)).tensor(StateVector.zero(1));
    int ones = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      var first = state.measure(0, rng);
      ones += first.outcome();
      var again = first.state().measure(0, rng);
      assertEquals(first.outcome(), again.outcome());
      assertEquals(1, again.probability(), 1e-12);
    }
    double p = Math.pow(Math.sin(0.55), 2);
    assertTrue(Estimate.ofCount(ones, n).sigmasFrom(p) < 4, "seed 11, ones " + ones);
  }

  @Test
  void sampleFollowsBorn() {
    SplittableRandom rng = new SplittableRandom(12);
    int n = 30_000;
    int[] seen = new int[8];
    for (int i = 0; i < n; i++) {
      seen[StateVector.w(3).sample(rng)]++;
    }
    assertEquals(0, seen[0] + seen[3] + seen[5] + seen[6] + seen[7]);
    assertTrue(Estimate.ofCount(seen[4], n).sigmasFrom(1.0 / 3) < 4, "seed 12");
  }

  @Test
  void randomStatesAreUniform() {
    SplittableRandom rng = new SplittableRandom(13);
    double sum = 0;
    double squares = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      double overlap = StateVector.random(2, rng).probability(1);
      sum += overlap;
      squares += overlap * overlap;
    }
    assertTrue(Estimate.ofSums(sum, squares, n).sigmasFrom(0.25) < 4, "seed 13, mean");
    assertEquals(0.1, squares / n, 0.004); // 2/(d(d+1)) with d = 4
  }

  @Test
  void twentyQubitsAreFastEnough() {
    StateVector ghz = StateVector.zero(20).apply(Gate.h(), 0);
    for (int q = 1; q < 20; q++) {
      ghz = ghz.apply(Gate.cnot(), q - 1, q);
    }
    assertEquals(1, ghz.overlap(StateVector.ghz(20)), 1e-12);
    assertEquals(0.5, ghz.probability((1 << 20) - 1), 1e-12);
  }

  @Test
  void refusesBadInput() {
    assertEquals(
        "qubits must be from 1 to 20, was 30: a state vector of 30 qubits takes 16 GiB, 20 qubits fit",
        refusal(() -> StateVector.zero(30)));
    assertEquals("qubits must be from 1 to 20, was 0", refusal(() -> StateVector.zero(0)));
    assertEquals("Σ |c|² must be 1 within 1e-9, was 2.0", refusal(() -> StateVector.ofReal(1, 1)));
    assertTrue(refusal(() -> StateVector.ofReal(Double.NaN, 1)).startsWith("Σ |c|² must be 1"));
    assertTrue(refusal(() -> StateVector.ofReal(1, 0, 0)).startsWith("amplitudes must be 2, 4"));
    assertTrue(refusal(() -> StateVector.zero(15).tensor(StateVector.zero(6))).contains("was 21"));
    assertEquals(
        "qubit must be from 0 to 1, was 2", refusal(() -> StateVector.zero(2).apply(Gate.x(), 2)));
    assertEquals(
        "qubits given to CNOT must be 2, was 1",
        refusal(() -> StateVector.zero(2).apply(Gate.cnot(), 0)));
    assertEquals(
        "each qubit must be named once, but 1 was named twice",
        refusal(() -> StateVector.zero(2).apply(Gate.cnot(), 1, 1)));
    assertTrue(refusal(() -> StateVector.basis("0a")).startsWith("bits must be"));
    assertTrue(
        refusal(() -> new Gate("bad", ComplexMatrix.ofReal(new double[][] {{1, 0}, {0, 2}})))
            .startsWith("largest element of bad·bad† − 1 must be ≤ 1e-9, was 3.0"));
    assertTrue(
        refusal(() -> ComplexMatrix.ofReal(new double[][] {{1, Double.NaN}, {0, 2}}))
            .startsWith("re must be finite"));
    assertTrue(refusal(() -> new Direction(1, 1, 0)).startsWith("x² + y² + z² must be 1"));
    assertTrue(refusal(() -> Gate.phase(Double.NaN)).startsWith("angleRad must be finite"));
    assertTrue(
        refusal(() -> Bell.phiPlus().overlap(StateVector.zero(3)))
            .equals("qubits of the state must be 2, was 3"));
  }
}
