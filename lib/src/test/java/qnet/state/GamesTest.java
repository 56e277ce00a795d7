package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GamesTest {
  /** Re Π(Xⱼ + iYⱼ) as a matrix: the sum over all even numbers of Y, with alternating sign. */
  private static double merminByObservables(State state) {
    int n = state.qubits();
    double sum = 0;
    for (int y = 0; y < 1 << n; y++) {
      if (Integer.bitCount(y) % 2 == 0) {
        ComplexMatrix term = ComplexMatrix.identity(1);
        int[] all = new int[n];
        for (int q = 0; q < n; q++) {
          all[q] = q;
          term = term.tensor((y >> q & 1) == 1 ? Gate.y().matrix() : Gate.x().matrix());
        }
        double sign = Integer.bitCount(y) % 4 == 0 ? 1 : -1;
        sum += sign * state.densityMatrix().expectation(term, all);
      }
    }
    return sum;
  }

  /** The largest |Re Π(aⱼ + ibⱼ)| over all answers ±1. */
  private static double localByEnumeration(int n) {
    double best = 0;
    for (int answers = 0; answers < 1 << (2 * n); answers++) {
      double re = 1;
      double im = 0;
      for (int q = 0; q < n; q++) {
        double a = (answers >> (2 * q) & 1) == 1 ? -1 : 1;
        double b = (answers >> (2 * q + 1) & 1) == 1 ? -1 : 1;
        double next = re * a - im * b;
        im = re * b + im * a;
        re = next;
      }
      best = Math.max(best, Math.abs(re));
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void merminAgreesWithObservablesAndEnumeration(int n) {
    SplittableRandom rng = new SplittableRandom(71);
    StateVector psi = StateVector.random(n, rng);
    assertEquals(merminByObservables(psi), Mermin.value(psi), 1e-10);
    assertEquals(Mermin.value(psi), Mermin.value(psi.densityMatrix()), 1e-12);
    assertEquals(Mermin.quantumBound(n), Mermin.value(StateVector.ghz(n)), 1e-12);
    assertEquals(localByEnumeration(n), Mermin.localBound(n), 1e-12);
  }

  @Test
  void merminForTwentyParties() {
    assertEquals(1 << 19, Mermin.value(StateVector.ghz(20)), 1e-6);
    assertEquals(1024, Mermin.localBound(20));
  }

  @Test
  void ghzGameByTrials() {
    assertEquals(1, GhzGame.rounds(StateVector.ghz(3), 20_000, new SplittableRandom(72)).mean());
    DensityMatrix noisy = DensityMatrix.maximallyMixed(3).mixedWith(0.7, StateVector.ghz(3));
    assertEquals(0.85, GhzGame.winProbability(noisy), 1e-12);
    var seen = GhzGame.rounds(noisy, 100_000, new SplittableRandom(73));
    assertTrue(seen.sigmasFrom(0.85) < 4, "seed 73, " + seen);
    StateVector tilted = StateVector.random(3, new SplittableRandom(74));
    var random = GhzGame.rounds(tilted, 100_000, new SplittableRandom(75));
    assertTrue(random.sigmasFrom(GhzGame.winProbability(tilted)) < 4, "seed 75, " + random);
  }

  /** The best of all ways to answer ±1, for every question of the game. */
  private static double classicalByEnumeration(int n) {
    int best = 0;
    for (int answers = 0; answers < 1 << (2 * n); answers++) {
      int won = 0;
      for (int askedY = 0; askedY < 1 << n; askedY++) {
        if (Integer.bitCount(askedY) % 2 == 0) {
          int product = 1;
          for (int party = 0; party < n; party++) {
            product *= (answers >> (2 * party + (askedY >> party & 1)) & 1) == 1 ? -1 : 1;
          }
          won += product == (Integer.bitCount(askedY) % 4 == 0 ? 1 : -1) ? 1 : 0;
        }
      }
      best = Math.max(best, won);
    }
    return best / (double) (1 << (n - 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6})
  void classicalOptimumByEnumeration(int n) {
    assertEquals(classicalByEnumeration(n), GhzGame.classicalOptimum(n), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 8})
  void gameOfManyPartiesByTrials(int n) {
    SplittableRandom rng = new SplittableRandom(77);
    assertEquals(1, GhzGame.rounds(StateVector.ghz(n), 20_000, rng).mean());
    StateVector tilted = StateVector.ghz(n);
    for (int qubit = 0; qubit < n; qubit++) {
      tilted = tilted.apply(Gate.rotation(Direction.ofAngles(1, 0.3 * qubit), 0.25), qubit);
    }
    double expected = GhzGame.winProbability(tilted);
    assertTrue(expected > 0.6 && expected < 0.95, "worth a comparison: " + expected);
    var seen = GhzGame.rounds(tilted, 100_000, rng);
    assertTrue(seen.sigmasFrom(expected) < 4, "seed 77, " + seen + " against " + expected);
  }

  @Test
  void gameOfManyPartiesWithNoise() {
    DensityMatrix noisy = StateVector.ghz(5).densityMatrix().applyToAll(Noise.dephasing(0.05));
    double expected = (1 + Math.pow(0.9, 5)) / 2; // each qubit shrinks the coherence by 1 − 2p
    assertEquals(expected, GhzGame.winProbability(noisy), 1e-12);
    var seen = GhzGame.rounds(noisy, 100_000, new SplittableRandom(78));
    assertTrue(seen.sigmasFrom(expected) < 4, "seed 78, " + seen + " against " + expected);
  }

  @Test
  void chshGame() {
    assertEquals(0.75, ChshGame.quantumOptimum(StateVector.zero(2)), 1e-12);
    assertEquals(0.75, ChshGame.quantumOptimum(DensityMatrix.maximallyMixed(2)), 1e-12);
    assertEquals(1, ChshGame.winProbability(4));
    assertThrows(IllegalArgumentException.class, () -> ChshGame.winProbability(4.1));
  }

  /** Losses drawn round by round: a lost particle is answered with +1. */
  @Test
  void lossesByTrials() {
    StateVector pair = StateVector.ofReal(Math.cos(0.5), 0, 0, Math.sin(0.5));
    ChshSettings settings = ChshSettings.ofAngles(0.1, 1.5, 0.6, -0.8);
    Direction[] a = {settings.a0(), settings.a1()};
    Direction[] b = {settings.b0(), settings.b1()};
    SplittableRandom rng = new SplittableRandom(76);
    double efficiency = 0.8;
    int n = 200_000;
    long[] counts = new long[8];
    for (int xy = 0; xy < 4; xy++) {
      double[] joint = ChshSampler.jointProbabilities(pair, a[xy >> 1], b[xy & 1]);
      for (int i = 0; i < n; i++) {
        double u = rng.nextDouble();
        int outcome = u < joint[0] ? 0 : u < joint[0] + joint[1] ? 1 : u < 1 - joint[3] ? 2 : 3;
        boolean alicePlus = outcome < 2 || rng.nextDouble() >= efficiency;
        boolean bobPlus = outcome % 2 == 0 || rng.nextDouble() >= efficiency;
        counts[xy]++;
        counts[4 + xy] += alicePlus == bobPlus ? 1 : 0;
      }
    }
    var seen = ChshRounds.of(counts).s();
    double expected = DetectionLoophole.chsh(pair, settings, efficiency);
    assertTrue(seen.sigmasFrom(expected) < 4, "seed 76, " + seen + " against " + expected);
  }

  @Test
  void requiredEfficiencyIsWhereTheViolationBegins() {
    StateVector pair = StateVector.ofReal(Math.cos(0.6), 0, 0, Math.sin(0.6));
    ChshSettings settings = ChshSettings.optimal(pair);
    double needed = DetectionLoophole.requiredEfficiency(pair, settings);
    assertTrue(needed < 1);
    assertEquals(2, DetectionLoophole.chsh(pair, settings, needed), 1e-9);
    assertTrue(DetectionLoophole.chsh(pair, settings, needed + 0.01) > 2);
    double hopeless =
        DetectionLoophole.requiredEfficiency(StateVector.zero(2), ChshSettings.standard());
    assertTrue(hopeless >= 1, "product state " + hopeless);
  }

  /** Less entanglement, less efficiency: from 82.8 % down to 2/3. */
  @Test
  void searchedEfficiencyFallsWithEntanglement() {
    double last = 2.0 / 3;
    for (double theta : new double[] {0.001, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, Math.PI / 4}) {
      double needed = DetectionLoophole.requiredEfficiency(theta);
      assertTrue(needed > last, theta + ": " + needed);
      last = needed;
    }
    assertEquals(0.7383418772, DetectionLoophole.requiredEfficiency(0.4), 1e-9); // SciPy search
    assertEquals(0.6823509707, DetectionLoophole.requiredEfficiency(0.1), 1e-9); // SciPy search
  }

  @Test
  void refusesBadInput() {
    assertThrows(IllegalArgumentException.class, () -> Mermin.value(StateVector.zero(1)));
    assertThrows(IllegalArgumentException.class, () -> Mermin.localBound(1));
    assertThrows(IllegalArgumentException.class, () -> Mermin.quantumBound(61));
    assertThrows(IllegalArgumentException.class, () -> GhzGame.winProbability(Bell.phiPlus()));
    assertThrows(IllegalArgumentException.class, () -> GhzGame.classicalOptimum(2));
    assertEquals(
        "qubits of the state must be from 3 to 10, was 11",
        assertThrows(
                IllegalArgumentException.class,
                () -> GhzGame.rounds(StateVector.ghz(11), 1, new SplittableRandom(1)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> DetectionLoophole.requiredEfficiency(1.0));
    assertThrows(
        IllegalArgumentException.class, () -> DetectionLoophole.requiredEfficiency(Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> DetectionLoophole.chsh(Bell.phiPlus(), ChshSettings.standard(), 1.1));
  }

  @Test
  void localPValueIsATailOfCoinsThatWinThreeTimesInFour() {
    assertEquals(1, ChshGame.localPValue(0, 10), 1e-12);
    assertEquals(Math.pow(0.75, 10), ChshGame.localPValue(10, 10), 1e-12);
    assertEquals(1 - Math.pow(0.25, 3), ChshGame.localPValue(1, 3), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> ChshGame.localPValue(11, 10));
    assertThrows(IllegalArgumentException.class, () -> ChshGame.localPValue(-1, 10));
    assertThrows(IllegalArgumentException.class, () -> ChshGame.localPValue(0, 0));
  }
}
