package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrialsTest {
  @AfterEach
  void defaultThreads() {
    System.clearProperty("qnet.threads");
  }

  @Test
  void countFindsTheProbability() {
    var estimate = Trials.count(100_000, new SplittableRandom(1), r -> r.nextDouble() < 0.3);
    assertEquals(100_000, estimate.trials());
    assertTrue(estimate.sigmasFrom(0.3) < 4, estimate::toString);
    assertEquals(Math.sqrt(0.3 * 0.7 / 100_000), estimate.standardError(), 1e-5);
  }

  @Test
  void meanFindsMeanAndSpread() {
    var estimate = Trials.mean(100_000, new SplittableRandom(2), r -> 10 * r.nextDouble());
    assertTrue(estimate.sigmasFrom(5) < 4, estimate::toString);
    assertEquals(10 / Math.sqrt(12 * 100_000), estimate.standardError(), 1e-4);
  }

  @Test
  void aLargeMeanDoesNotHideTheSpread() {
    var estimate =
        Trials.mean(10_000, new SplittableRandom(3), r -> 1e9 + (r.nextBoolean() ? 1 : -1));
    assertEquals(0.01, estimate.standardError(), 1e-5);
  }

  @Test
  void meanOfThreeValuesByHand() {
    double[] values = {1, 2, 6};
    int[] next = {0};
    var estimate = Trials.mean(3, new SplittableRandom(4), r -> values[next[0]++]);
    assertEquals(3, estimate.mean(), 1e-15);
    assertEquals(Math.sqrt(7.0 / 3), estimate.standardError(), 1e-15); // s² = (4 + 1 + 9)/2
  }

  @Test
  void theSameSeedGivesTheSameOnAnyNumberOfThreads() {
    System.setProperty("qnet.threads", "1");
    var one = Trials.mean(10_000, new SplittableRandom(5), r -> r.nextDouble());
    System.setProperty("qnet.threads", "5");
    assertEquals(one, Trials.mean(10_000, new SplittableRandom(5), r -> r.nextDouble()));
  }

  @Test
  void tooFewTrialsAreRefused() {
    var rng = new SplittableRandom(6);
    assertThrows(IllegalArgumentException.class, () -> Trials.count(0, rng, r -> true));
    assertThrows(IllegalArgumentException.class, () -> Trials.mean(1, rng, r -> 1));
  }
}
