package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurificationTest {
  /** Qubits 0, 1: Alice's and Bob's half of the kept pair; 2, 3: those of the sacrificed one. */
  private static PurificationResult byCircuit(
      BellDiagonal kept, BellDiagonal sacrificed, double gate, double readOut, boolean rotate) {
    DensityMatrix rho = kept.densityMatrix().tensor(sacrificed);
    if (rotate) {
      for (int q = 0; q < 4; q++) {
        double angleRad = q % 2 == 0 ? Math.PI / 2 : -Math.PI / 2;
        rho = rho.apply(Gate.rotation(Direction.ofX(), angleRad), q);
      }
    }
    DensityMatrix measured =
        rho.apply(Noise.depolarisingPair(1 - gate), 0, 2)
            .apply(Noise.depolarisingPair(1 - gate), 1, 3)
            .apply(Gate.cnot(), 0, 2)
            .apply(Gate.cnot(), 1, 3)
            .apply(Noise.bitFlip(1 - readOut), 2)
            .apply(Noise.bitFlip(1 - readOut), 3);
    ComplexMatrix same = ComplexMatrix.zeros(4);
    same.re[0][0] = 1;
    same.re[3][3] = 1;
    double success = measured.expectation(same, 2, 3);
    double[] weights = new double[4];
    StateVector[] bells = {Bell.phiPlus(), Bell.phiMinus(), Bell.psiPlus(), Bell.psiMinus()};
    for (int i = 0; i < 4; i++) {
      ComplexMatrix both = bells[i].densityMatrix().matrix().tensor(same);
      weights[i] = Math.max(0, measured.expectation(both, 0, 1, 2, 3) / success);
    }
    return new PurificationResult(
        BellDiagonal.of(weights[0], weights[1], weights[2], weights[3]), success);
  }

  private static void assertSame(PurificationResult expected, PurificationResult actual) {
    assertEquals(expected.successProbability(), actual.successProbability(), 1e-12);
    NoiseTest.assertSame(expected.pair(), actual.pair());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.97, 1", "1, 0.96", "0.9, 0.85"})
  void agreesWithTheCircuit(double gate, double readOut) {
    SplittableRandom rng = new SplittableRandom(41);
    for (int i = 0; i < 4; i++) {
      BellDiagonal kept = BellDiagonalTest.random(rng);
      BellDiagonal other = BellDiagonalTest.random(rng);
      assertSame(
          byCircuit(kept, other, gate, readOut, false),
          new Bbpssw(false, gate, readOut).purify(kept, other));
      assertSame(
          byCircuit(kept, other, gate, readOut, true),
          new Dejmps(gate, readOut).purify(kept, other));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.97, 0.96"})
  void agreesWithTrials(double gate, double readOut) {
    BellDiagonal pair = BellDiagonal.of(0.75, 0.12, 0.05, 0.08);
    Bbpssw bbpssw = Bbpssw.ideal().withGateReliability(gate).withMeasurementReliability(readOut);
    Dejmps dejmps = Dejmps.ideal().withGateReliability(gate).withMeasurementReliability(readOut);
    assertClose(bbpssw.purify(pair), bbpssw.trials(pair, 200_000, new SplittableRandom(42)));
    assertClose(dejmps.purify(pair), dejmps.trials(pair, 200_000, new SplittableRandom(43)));
  }

  private static void assertClose(PurificationResult expected, PurificationTrials seen) {
    assertTrue(
        seen.success().sigmasFrom(expected.successProbability()) < 4, "success " + seen.success());
    assertTrue(seen.fidelity().sigmasFrom(expected.fidelity()) < 4, "fidelity " + seen.fidelity());
  }

  /** The surprise: without twirling, the second round undoes more than the first one gained. */
  @Test
  void untwirledBbpsswLosesFidelityDejmpsDoesNot() {
    BellDiagonal pair = Werner.ofFidelity(0.8).bellDiagonal();
    var bare = Bbpssw.ideal().withTwirled(false).rounds(pair, 3);
    assertTrue(bare.get(0).fidelity() > 0.8);
    assertTrue(bare.get(1).fidelity() < bare.get(0).fidelity());
    var dejmps = Dejmps.ideal().rounds(pair, 6);
    for (int i = 1; i < 6; i++) {
      assertTrue(dejmps.get(i).fidelity() > dejmps.get(i - 1).fidelity());
    }
    assertTrue(dejmps.get(5).fidelity() > 0.9999);
    var twirled = Bbpssw.ideal().rounds(pair, 6);
    assertTrue(twirled.get(5).fidelity() < dejmps.get(5).fidelity());
  }

  @Test
  void afterIsTheLastOfTheRounds() {
    BellDiagonal pair = BellDiagonal.of(0.75, 0.12, 0.05, 0.08);
    assertEquals(new PurificationRound(0, pair, 1, 1), Dejmps.ideal().after(pair, 0));
    assertEquals(Dejmps.ideal().rounds(pair, 4).get(3), Dejmps.ideal().after(pair, 4));
    assertEquals(4, Dejmps.ideal().rounds(pair, 4).size());
    assertThrows(IllegalArgumentException.class, () -> Dejmps.ideal().after(pair, -1));
  }

  /** A remedy of one line: turn the errors around before each step, so that both kinds fade. */
  @Test
  void exchangingTheBasesRepairsTheBareProtocol() {
    Purification bare = Bbpssw.ideal().withTwirled(false);
    Purification turning =
        (kept, sacrificed) -> bare.purify(kept.basesExchanged(), sacrificed.basesExchanged());
    BellDiagonal pair = BellDiagonal.werner(0.8);
    assertTrue(bare.after(pair, 6).fidelity() < 0.8);
    assertTrue(turning.after(pair, 6).fidelity() > 0.999);
  }

  @Test
  void pairsUsedCountsTheFailures() {
    BellDiagonal pair = Werner.ofFidelity(0.7).bellDiagonal();
    var rounds = Bbpssw.ideal().rounds(pair, 2);
    assertEquals(2 / 0.68, rounds.get(0).pairsUsed(), 1e-12);
    double second = rounds.get(1).successProbability();
    assertEquals(4 / (0.68 * second), rounds.get(1).pairsUsed(), 1e-12);
  }

  @Test
  void noiseLimitsTheFidelity() {
    Dejmps noisy = new Dejmps(0.98, 0.99);
    var rounds = noisy.rounds(Werner.ofFidelity(0.8).bellDiagonal(), 40);
    double end = rounds.get(39).fidelity();
    assertEquals(end, rounds.get(38).fidelity(), 1e-3);
    assertTrue(end > 0.9 && end < 0.99, "fixed point " + end);
  }

  @Test
  void nothingSurvives() {
    BellDiagonal bit = BellDiagonal.of(0, 0, 1, 0);
    Purification bare = Bbpssw.ideal().withTwirled(false);
    assertEquals(0, bare.purify(BellDiagonal.perfect(), bit).successProbability());
    var seen =
        new BilateralCnot(1, 1).trials(BellDiagonal.perfect(), bit, 100, new SplittableRandom(1));
    assertEquals(0, seen.success().mean());
    assertTrue(Double.isNaN(seen.fidelity().mean()));
  }

  @Test
  void aLearnersOwnProtocol() {
    Purification nothing = (kept, sacrificed) -> new PurificationResult(kept, 1);
    BellDiagonal pair = Werner.ofFidelity(0.8).bellDiagonal();
    assertEquals(8, nothing.rounds(pair, 3).get(2).pairsUsed());
    assertEquals(pair, nothing.purify(pair).pair());
  }

  @Test
  void refusesBadInput() {
    assertThrows(IllegalArgumentException.class, () -> new Dejmps(1.01, 1));
    assertThrows(IllegalArgumentException.class, () -> new Bbpssw(true, 1, Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> new PurificationResult(BellDiagonal.perfect(), 2));
    assertEquals(
        "rounds must be ≥ 1, was 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> Dejmps.ideal().rounds(BellDiagonal.perfect(), 0))
            .getMessage());
  }
}
