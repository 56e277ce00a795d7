package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BellDiagonalTest {
  static BellDiagonal random(RandomGenerator rng) {
    double[] w = new double[4];
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      w[i] = -Math.log(1 - rng.nextDouble());
      sum += w[i];
    }
    return BellDiagonal.of(w[0] / sum, w[1] / sum, w[2] / sum, w[3] / sum);
  }

  private static String refusal(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void weightsAreNamedAfterTheirStates() {
    DensityMatrix rho = BellDiagonal.of(0.4, 0.3, 0.2, 0.1).densityMatrix();
    assertEquals(0.4, rho.fidelity(Bell.phiPlus()), 1e-15);
    assertEquals(0.3, rho.fidelity(Bell.phiMinus()), 1e-15);
    assertEquals(0.2, rho.fidelity(Bell.psiPlus()), 1e-15);
    assertEquals(0.1, rho.fidelity(Bell.psiMinus()), 1e-15);
    assertEquals(1, DensityMatrix.of(rho.matrix()).matrix().trace(), 1e-15);
  }

  /** Closed forms against the functions for any state, on 200 random pairs. */
  @Test
  void closedFormsAgreeWithMatrices() {
    SplittableRandom rng = new SplittableRandom(21);
    for (int i = 0; i < 200; i++) {
      BellDiagonal pair = random(rng);
      DensityMatrix rho = pair.densityMatrix();
      NoiseTest.assertSame(pair, BellDiagonal.of(rho));
      assertEquals(Chsh.optimal(rho), pair.chsh(), 1e-9);
      assertEquals(Entanglement.concurrence(rho), pair.concurrence(), 1e-9);
      assertEquals(Entanglement.negativity(rho, 0), pair.negativity(), 1e-12);
      assertEquals(rho.entropyBits(), pair.entropyBits(), 1e-9);
      double different = rho.expectation(Gate.z().matrix().tensor(Gate.z().matrix()), 0, 1);
      assertEquals((1 - different) / 2, pair.errorRateZ(), 1e-12);
      double differentX = rho.expectation(Gate.x().matrix().tensor(Gate.x().matrix()), 0, 1);
      assertEquals((1 - differentX) / 2, pair.errorRateX(), 1e-12);
    }
  }

  @Test
  void pauliErrorsAgreeWithKraus() {
    BellDiagonal pair = BellDiagonal.of(0.4, 0.3, 0.2, 0.1);
    DensityMatrix rho = pair.densityMatrix();
    for (int q = 0; q < 2; q++) {
      NoiseTest.assertSame(
          BellDiagonal.of(rho.apply(Noise.pauli(0.1, 0.15, 0.2), q)),
          pair.pauliError(0.1, 0.15, 0.2));
      NoiseTest.assertSame(BellDiagonal.of(rho.apply(Noise.bitFlip(0.1), q)), pair.bitFlipped(0.1));
      NoiseTest.assertSame(BellDiagonal.of(rho.apply(Noise.dephasing(0.1), q)), pair.dephased(0.1));
      NoiseTest.assertSame(
          BellDiagonal.of(rho.apply(Noise.depolarising(0.1), q)), pair.depolarised(0.1));
    }
  }

  @Test
  void wernerIsPartOfTheFamily() {
    Werner werner = Werner.ofVisibility(0.7);
    DensityMatrix mixed = DensityMatrix.maximallyMixed(2).mixedWith(0.7, Bell.phiPlus());
    assertEquals(0, mixed.matrix().distance(werner.densityMatrix().matrix()), 1e-15);
    assertEquals(0.7, werner.visibility(), 1e-15);
    assertEquals(0.15, werner.errorRate(), 1e-15);
    assertEquals(werner.bellDiagonal().errorRateX(), werner.errorRate(), 1e-15);
    assertEquals(werner, werner.withFidelity(0.2).withFidelity(werner.fidelity()));
    assertEquals(0.7, Werner.ofVisibility(1).withFidelity(0.775).visibility(), 1e-12);
    assertEquals(2 * Math.sqrt(2) / 3, Werner.ofFidelity(0).chsh(), 1e-12); // w = −⅓
    assertEquals(0.4, BellDiagonal.of(0.4, 0.6, 0, 0).twirled().fidelity());
    assertEquals(0, Werner.ofVisibility(-1.0 / 3).fidelity(), 1e-15);
  }

  @Test
  void limits() {
    BellDiagonal perfect = BellDiagonal.perfect();
    assertEquals(1, perfect.hashingYield());
    assertEquals(1, perfect.entanglementOfFormation());
    assertEquals(1, perfect.logNegativity(), 1e-15);
    assertEquals(1, perfect.relativeEntropyOfEntanglement());
    assertEquals(0, Werner.ofFidelity(0.5).relativeEntropyOfEntanglement());
    assertEquals(0, Werner.ofFidelity(0.7).hashingYield());
    assertEquals(0, Werner.ofFidelity(0.4).concurrence());
    BellDiagonal flipped = BellDiagonal.of(0, 0, 0, 1);
    assertEquals(1, flipped.concurrence()); // entangled, only not Φ+
    assertEquals(1, flipped.hashingYield());
    double f = 0.83;
    Werner pair = Werner.ofFidelity(f);
    assertTrue(pair.hashingYield() < pair.relativeEntropyOfEntanglement());
    assertTrue(pair.relativeEntropyOfEntanglement() < pair.entanglementOfFormation());
  }

  @Test
  void refusesBadInput() {
    assertEquals(
        "phiPlus must be from 0 to 1, was 1.1", refusal(() -> BellDiagonal.of(1.1, 0, 0, 0)));
    assertEquals(
        "psiMinus must be from 0 to 1, was NaN",
        refusal(() -> BellDiagonal.of(1, 0, 0, Double.NaN)));
    assertEquals(
        "sum of weights must be 1 within 1e-9, was 0.9",
        refusal(() -> BellDiagonal.of(0.9, 0, 0, 0)));
    assertEquals(
        "fidelity must be from 0 to 1, was NaN", refusal(() -> Werner.ofFidelity(Double.NaN)));
    assertTrue(
        refusal(() -> Werner.ofVisibility(-0.5)).startsWith("visibility must be from -0.33"));
    assertEquals(
        "qubits of the state must be 2, was 3", refusal(() -> BellDiagonal.of(StateVector.ghz(3))));
  }

  @Test
  void hadamardsExchangeTheBases() {
    BellDiagonal pair = BellDiagonal.of(0.4, 0.3, 0.2, 0.1);
    NoiseTest.assertSame(
        BellDiagonal.of(pair.densityMatrix().apply(Gate.h(), 0).apply(Gate.h(), 1)),
        pair.basesExchanged());
  }

  @Test
  void secretFractionPaysForBothBases() {
    assertEquals(1, BellDiagonal.perfect().secretFraction());
    assertEquals(0.5310044064107189, BellDiagonal.perfect().dephased(0.1).secretFraction(), 1e-12);
    assertEquals(
        0.5310044064107189, BellDiagonal.perfect().bitFlipped(0.1).secretFraction(), 1e-12);
    BellDiagonal both = BellDiagonal.of(0.85, 0.06, 0.05, 0.04);
    double expected = 1 - Entropy.binary(0.09) - Entropy.binary(0.1);
    assertEquals(expected, both.secretFraction(), 1e-12);
    assertEquals(0, BellDiagonal.werner(0.83).secretFraction());
  }

  @Test
  void thresholdsOfUses() {
    var uses = PairUse.known();
    assertEquals(0.5, uses.get(0).minFidelity(), 1e-12);
    for (int i = 1; i < uses.size(); i++) {
      assertTrue(uses.get(i).minFidelity() > uses.get(i - 1).minFidelity(), uses.get(i).use());
    }
    PairUse own = PairUse.of("teleports with 0.9", p -> Teleportation.averageFidelity(p) >= 0.9);
    assertEquals(0.85, own.minFidelity(), 1e-9);
    assertEquals(
        BellDiagonal.werner(0.85).entanglementOfFormation(), own.entanglementOfFormation(), 1e-9);
    assertTrue(Double.isNaN(PairUse.of("nothing", pair -> false).minFidelity()));
    assertEquals(0.25, Werner.minFidelity(pair -> true), 1e-15);
  }
}
