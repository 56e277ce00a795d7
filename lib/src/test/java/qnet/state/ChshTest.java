package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChshTest {
  private static ComplexMatrix spin(Direction d) {
    return d.projector().plus(d.opposite().projector(), -1);
  }

  private static double byObservables(State pair, ChshSettings s) {
    ComplexMatrix bell =
        spin(s.a0())
            .tensor(spin(s.b0()).plus(spin(s.b1())))
            .plus(spin(s.a1()).tensor(spin(s.b0()).plus(spin(s.b1()), -1)));
    return pair.densityMatrix().expectation(bell, 0, 1);
  }

  private static Direction randomDirection(SplittableRandom rng) {
    return Direction.ofAngles(Math.acos(2 * rng.nextDouble() - 1), 2 * Math.PI * rng.nextDouble());
  }

  /** The correlation matrix against traces with Pauli operators, on random states. */
  @Test
  void valueAgreesWithTheBellOperator() {
    SplittableRandom rng = new SplittableRandom(51);
    for (int i = 0; i < 200; i++) {
      DensityMatrix rho = DensityMatrix.random(2, rng);
      ChshSettings settings =
          new ChshSettings(
              randomDirection(rng),
              randomDirection(rng),
              randomDirection(rng),
              randomDirection(rng));
      assertEquals(byObservables(rho, settings), Chsh.value(rho, settings), 1e-12);
    }
  }

  @Test
  void optimalIsReachedAndNotPassed() {
    SplittableRandom rng = new SplittableRandom(52);
    for (int i = 0; i < 100; i++) {
      State pair = i % 2 == 0 ? DensityMatrix.random(2, rng) : StateVector.random(2, rng);
      double optimal = Chsh.optimal(pair);
      assertEquals(optimal, byObservables(pair, ChshSettings.optimal(pair)), 1e-7);
      for (int k = 0; k < 20; k++) {
        ChshSettings other =
            new ChshSettings(
                randomDirection(rng),
                randomDirection(rng),
                randomDirection(rng),
                randomDirection(rng));
        assertTrue(Chsh.value(pair, other) <= optimal + 1e-12);
      }
      assertTrue(optimal <= Chsh.QUANTUM_BOUND + 1e-12);
    }
    assertEquals(2, Chsh.optimal(StateVector.zero(2)), 1e-12); // a product state
    assertEquals(
        2, Chsh.value(StateVector.zero(2), ChshSettings.optimal(StateVector.zero(2))), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.9, 0.25})
  void roundsAgreeWithTheValue(double fidelity) {
    Werner pair = Werner.ofFidelity(fidelity);
    ChshRounds rounds = Chsh.rounds(pair, 3_000_001, new SplittableRandom(53));
    double expected = Chsh.value(pair, ChshSettings.standard());
    assertTrue(rounds.s().sigmasFrom(expected) < 4, "seed 53, " + rounds);
    assertTrue(rounds.gameWon().sigmasFrom(ChshGame.winProbability(expected)) < 4);
    assertEquals(3_000_001, rounds.s().trials());
    assertEquals(
        3_000_001,
        rounds.e00().trials()
            + rounds.e01().trials()
            + rounds.e10().trials()
            + rounds.e11().trials());
    assertEquals(0.25, rounds.e10().trials() / 3_000_001.0, 4 * Math.sqrt(0.1875 / 3_000_001));
  }

  /** A state whose single outcomes are biased too, at odd directions: every correlation apart. */
  @Test
  void roundsOfABiasedState() {
    StateVector tilted = StateVector.ofReal(Math.cos(0.4), 0, 0, Math.sin(0.4));
    ChshSettings settings = ChshSettings.ofAngles(0.2, 1.4, 0.7, -0.5);
    ChshRounds rounds = Chsh.rounds(tilted, settings, 2_000_000, new SplittableRandom(54));
    CorrelationMatrix t = CorrelationMatrix.of(tilted);
    assertTrue(rounds.e00().sigmasFrom(t.along(settings.a0(), settings.b0())) < 4, "seed 54");
    assertTrue(rounds.e01().sigmasFrom(t.along(settings.a0(), settings.b1())) < 4, "seed 54");
    assertTrue(rounds.e10().sigmasFrom(t.along(settings.a1(), settings.b0())) < 4, "seed 54");
    assertTrue(rounds.e11().sigmasFrom(t.along(settings.a1(), settings.b1())) < 4, "seed 54");
  }

  @Test
  void certainOutcomesAreCertain() {
    ChshSettings same = ChshSettings.ofAngles(0, 0, 0, Math.PI);
    ChshRounds rounds = Chsh.rounds(Bell.phiPlus(), same, 100_000, new SplittableRandom(55));
    assertEquals(1, rounds.e00().mean());
    assertEquals(-1, rounds.e01().mean());
    assertEquals(1, rounds.e10().mean());
    assertEquals(-1, rounds.e11().mean());
    assertEquals(2, rounds.s().mean());
  }

  @Test
  void sameSeedSameRounds() {
    ChshRounds first = Chsh.rounds(Bell.phiPlus(), 2_500_000, new SplittableRandom(7));
    System.setProperty("qnet.threads", "1");
    try {
      assertEquals(first, Chsh.rounds(Bell.phiPlus(), 2_500_000, new SplittableRandom(7)));
    } finally {
      System.clearProperty("qnet.threads");
    }
  }

  @Test
  void confidenceIntervalCoversTheValue() {
    int covered = 0;
    SplittableRandom rng = new SplittableRandom(56);
    for (int i = 0; i < 400; i++) {
      var s = Chsh.rounds(Werner.ofFidelity(0.9), 2_000, rng).s();
      double expected = 2.451303508113364;
      covered += s.low95() < expected && expected < s.high95() ? 1 : 0;
    }
    assertTrue(covered > 362 && covered < 397, "seed 56, covered " + covered); // 380 ± 4σ
  }

  @Test
  void pValueIsABinomialTail() {
    // all 100 of 100 rounds won: 0.75^100
    long[] perfect = {25, 25, 25, 25, 25, 25, 25, 0};
    double p = ChshRounds.of(perfect).localPValue();
    assertEquals(1, p / Math.pow(0.75, 100), 1e-9);
    long[] classical = {25, 25, 25, 25, 25, 25, 25, 25}; // 75 of 100
    assertEquals(0.5535, ChshRounds.of(classical).localPValue(), 1e-3);
  }

  @Test
  void refusesBadInput() {
    SplittableRandom rng = new SplittableRandom(1);
    assertEquals(
        "rounds must be from 100 to 2147483647, was 99",
        assertThrows(IllegalArgumentException.class, () -> Chsh.rounds(Bell.phiPlus(), 99, rng))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Chsh.rounds(StateVector.ghz(3), 1000, rng));
    assertThrows(IllegalArgumentException.class, () -> ChshSettings.ofAngles(0, 0, 0, Double.NaN));
  }
}
