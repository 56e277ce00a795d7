package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.run.Xoshiro256;

class LocalModelTest {
  /** A strategy that knows nothing of the other side, and is random in everything it may use. */
  private static LocalStrategy random(long key) {
    return (angleRad, hidden) ->
        Xoshiro256.stream(key ^ Double.doubleToLongBits(angleRad), (long) (hidden * 500))
                .nextBoolean()
            ? 1
            : -1;
  }

  @Test
  void aThousandModelsNeverExceedTwo() {
    SplittableRandom rng = new SplittableRandom(61);
    double largest = 0;
    for (int i = 0; i < 1000; i++) {
      double s = new LocalModel(random(rng.nextLong()), random(rng.nextLong())).chsh(20);
      assertTrue(Math.abs(s) <= 2, "model " + i + " of seed 61: " + s);
      largest = Math.max(largest, Math.abs(s));
    }
    assertTrue(largest > 1); // the models are not all alike
  }

  @Test
  void sampledValueExceedsTwoOnlyWithinItsError() {
    SplittableRandom rng = new SplittableRandom(62);
    int above = 0;
    for (int i = 0; i < 200; i++) {
      LocalModel model = LocalModel.oppositeArrows(); // its exact value is −2
      var s = model.rounds(2_000, rng).s();
      assertTrue(s.sigmasFrom(-2) < 4.5, "seed 62, " + s);
      above += s.mean() < -2 ? 1 : 0;
    }
    assertTrue(above > 60 && above < 140, "below −2 by chance: " + above);
  }

  @Test
  void theBoundIsReached() {
    LocalStrategy always = (angleRad, hidden) -> 1;
    assertEquals(2, new LocalModel(always, always).chsh(10));
    LocalStrategy never = (angleRad, hidden) -> -1;
    assertEquals(-2, new LocalModel(always, never).chsh(10));
    assertEquals(
        1, new LocalModel(always, always).rounds(1000, new SplittableRandom(1)).e11().mean());
  }

  @Test
  void arrowsAreOppositeButNotQuantum() {
    LocalModel arrows = LocalModel.oppositeArrows();
    assertEquals(1, arrows.differentProbability(0.3, 0.3, 1000));
    for (double delta : new double[] {0.5, 1, 2, 3}) {
      assertEquals(
          1 - delta / Math.PI, arrows.differentProbability(0.2, 0.2 + delta, 100_000), 1e-4);
    }
    assertEquals(0.25, OppositeSpins.differentProbability(0, 2 * Math.PI / 3), 1e-12);
    assertEquals(1.0 / 3, arrows.differentProbability(0, 2 * Math.PI / 3, 99_999), 1e-4);
  }

  @Test
  void oppositeSpinsByTrials() {
    assertEquals(1, OppositeSpins.differentProbability(1.3, 1.3));
    assertEquals(0, OppositeSpins.differentProbability(0.3, 0.3 + Math.PI), 1e-12);
    for (double b : new double[] {0.4, 1.2, 2.5}) {
      var seen = OppositeSpins.trials(0.1, b, 200_000, new SplittableRandom(63));
      assertTrue(
          seen.sigmasFrom(OppositeSpins.differentProbability(0.1, b)) < 4, "seed 63, " + seen);
    }
    var equal = OppositeSpins.trials(0.7, 0.7, 10_000, new SplittableRandom(64));
    assertEquals(1, equal.mean());
  }

  @Test
  void refusesBadInput() {
    LocalStrategy zero = (angleRad, hidden) -> 0;
    LocalModel model = new LocalModel(zero, zero);
    assertEquals(
        "outcome must be +1 or −1, was 0",
        assertThrows(IllegalArgumentException.class, () -> model.chsh(3)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> model.rounds(1000, new SplittableRandom(1)));
    assertThrows(IllegalArgumentException.class, () -> LocalModel.oppositeArrows().chsh(0));
    assertThrows(
        IllegalArgumentException.class, () -> OppositeSpins.differentProbability(Double.NaN, 0));
  }
}
