package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {
  private static final DensityMatrix PLUS = StateVector.qubit(Direction.ofX()).densityMatrix();

  private static String refusal(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void depolarisingReplacesTheState() {
    SplittableRandom rng = new SplittableRandom(1);
    DensityMatrix rho = DensityMatrix.random(2, rng);
    DensityMatrix noisy = rho.apply(Noise.depolarising(0.3), 0);
    DensityMatrix expected =
        rho.mixedWith(0.3, DensityMatrix.maximallyMixed(1).tensor(rho.partialTrace(0)));
    assertEquals(0, noisy.matrix().distance(expected.matrix()), 1e-12);
    DensityMatrix pair = rho.apply(Noise.depolarisingPair(0.3), 1, 0);
    DensityMatrix mixed = rho.mixedWith(0.3, DensityMatrix.maximallyMixed(2));
    assertEquals(0, pair.matrix().distance(mixed.matrix()), 1e-12);
  }

  @Test
  void dephasingShrinksCoherence() {
    assertEquals(0.5 * (1 - 2 * 0.1), PLUS.apply(Noise.dephasing(0.1), 0).matrix().re(0, 1), 1e-15);
    assertEquals(0.5, PLUS.apply(Noise.bitFlip(0.1), 0).matrix().re(0, 1), 1e-15);
    DensityMatrix zero = StateVector.zero(1).densityMatrix();
    assertEquals(0.1, zero.apply(Noise.bitFlip(0.1), 0).matrix().re(1, 1), 1e-15);
    assertEquals(1, zero.apply(Noise.amplitudeDamping(0.4), 0).matrix().re(0, 0), 1e-15);
    DensityMatrix one = StateVector.basis("1").densityMatrix();
    assertEquals(0.6, one.apply(Noise.amplitudeDamping(0.4), 0).matrix().re(1, 1), 1e-15);
  }

  @Test
  void erasureIsFlagged() {
    DensityMatrix sent = PLUS.tensor(StateVector.zero(1)).apply(Noise.erasure(0.3), 0, 1);
    ComplexMatrix flagUp = Direction.ofZ().opposite().projector();
    assertEquals(0.3, sent.expectation(flagUp, 1), 1e-12);
    ComplexMatrix plusAndOk = PLUS.matrix().tensor(Direction.ofZ().projector());
    assertEquals(0.7, sent.expectation(plusAndOk, 0, 1), 1e-12);
    assertEquals(0.15, sent.expectation(PLUS.matrix().tensor(flagUp), 0, 1), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 3", "0.5, 2, 3", "1, 5, 10", "7, Infinity, 2", "3, 1e3, 1"})
  void thermalRelaxation(double timeMs, double t1Ms, double t2Ms) {
    Noise noise = Noise.thermalRelaxation(timeMs, t1Ms, t2Ms);
    DensityMatrix one = StateVector.basis("1").densityMatrix().apply(noise, 0);
    assertEquals(Math.exp(-timeMs / t1Ms), one.matrix().re(1, 1), 1e-12);
    DensityMatrix plus = PLUS.apply(noise, 0);
    assertEquals(0.5 * Math.exp(-timeMs / t2Ms), plus.matrix().re(0, 1), 1e-12);
  }

  @Test
  void channelsOneAfterTheOther() {
    Noise both = Noise.dephasing(0.1).then(Noise.dephasing(0.2));
    double left = (1 - 0.2) * (1 - 0.4);
    assertEquals(left / 2, PLUS.apply(both, 0).matrix().re(0, 1), 1e-12);
    assertTrue(both.toString().startsWith("dephasing, dephasing\n"));
  }

  /** Φ+ with both qubits stored: F = ¼[1 + γ² + (1−γ)²] + ½e^(−2t/T₂). */
  @Test
  void storedPairAgainstKrausAndFormula() {
    MemoryDecay memory = new MemoryDecay(5, 3);
    DensityMatrix stored =
        Bell.phiPlus().densityMatrix().apply(memory.noise(1.2), 0).apply(memory.noise(1.2), 1);
    double gamma = 1 - Math.exp(-1.2 / 5);
    double formula =
        (1 + gamma * gamma + (1 - gamma) * (1 - gamma)) / 4 + Math.exp(-2 * 1.2 / 3) / 2;
    assertEquals(formula, stored.fidelity(Bell.phiPlus()), 1e-12);
    assertEquals(formula, memory.storeBoth(BellDiagonal.perfect(), 1.2).fidelity(), 1e-12);
  }

  @Test
  void storedBellDiagonalAgainstKraus() {
    BellDiagonal pair = BellDiagonal.of(0.7, 0.15, 0.1, 0.05);
    MemoryDecay memory = MemoryDecay.dephasing(4).withT1Ms(3).withT2Ms(2);
    DensityMatrix one = pair.densityMatrix().apply(memory.noise(0.8), 1);
    assertSame(BellDiagonal.of(one), memory.storeOne(pair, 0.8));
    DensityMatrix both = one.apply(memory.noise(0.8), 0);
    assertSame(BellDiagonal.of(both), memory.storeBoth(pair, 0.8));
    assertSame(pair, memory.storeBoth(pair, 0));
    BellDiagonal end = MemoryDecay.dephasing(1).storeBoth(pair, 1e6);
    assertSame(BellDiagonal.of(0.425, 0.425, 0.075, 0.075), end);
  }

  static void assertSame(BellDiagonal expected, BellDiagonal actual) {
    assertEquals(expected.phiPlus(), actual.phiPlus(), 1e-12);
    assertEquals(expected.phiMinus(), actual.phiMinus(), 1e-12);
    assertEquals(expected.psiPlus(), actual.psiPlus(), 1e-12);
    assertEquals(expected.psiMinus(), actual.psiMinus(), 1e-12);
  }

  @Test
  void refusesBadInput() {
    assertEquals("p must be from 0 to 1, was 1.5", refusal(() -> Noise.depolarising(1.5)));
    assertEquals("p must be from 0 to 1, was NaN", refusal(() -> Noise.dephasing(Double.NaN)));
    assertEquals(
        "pX + pY + pZ must be from 0 to 1, was 1.5", refusal(() -> Noise.pauli(0.5, 0.5, 0.5)));
    assertTrue(
        refusal(() -> new Noise("half", List.of(ComplexMatrix.identity(2).scaled(0.5))))
            .startsWith("largest element of Σ K†K − 1 must be ≤ 1e-9, was 0.75"));
    assertEquals("t2Ms must be > 0 and ≤ 2, was 3.0", refusal(() -> new MemoryDecay(1, 3)));
    assertTrue(refusal(() -> new MemoryDecay(Double.NaN, 3)).startsWith("t1Ms must be"));
    assertEquals(
        "timeMs must be ≥ 0 and finite, was -1.0",
        refusal(() -> new MemoryDecay(1, 1).coherenceKept(-1)));
    assertTrue(refusal(() -> Noise.erasure(-0.1)).startsWith("p must be"));
    assertTrue(refusal(() -> Noise.amplitudeDamping(2)).startsWith("gamma must be"));
  }
}
