package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyBudgetTest {
  @Test
  void aRateBuysInProportion() {
    var budget = new KeyBudget(2560);
    assertEquals(10, budget.aes256KeysPerSecond(), 1e-12);
    assertEquals(600, budget.tunnels(60), 1e-9);
    assertEquals(2560 / 8.0 * 86_400, budget.dailyOneTimePadBytes(), 1e-6);
    assertEquals(1, budget.oneTimePadDays(budget.dailyOneTimePadBytes()), 1e-12);
    assertEquals(0, budget.oneTimePadDays(0));
    assertThrows(IllegalArgumentException.class, () -> new KeyBudget(0));
    assertThrows(IllegalArgumentException.class, () -> budget.tunnels(0));
    assertThrows(IllegalArgumentException.class, () -> budget.oneTimePadDays(-1));
  }

  @Test
  void aMixedKeyNeedsBothToFail() {
    var hybrid = new HybridKey(30, 0.01, 0.2);
    assertEquals(1 - Math.pow(0.99, 30), hybrid.relayExposedProbability(), 1e-14);
    assertEquals(0.2 * (1 - Math.pow(0.99, 30)), hybrid.exposedProbability(), 1e-14);
    var drawn = hybrid.simulate(400_000, new SplittableRandom(3));
    assertTrue(drawn.sigmasFrom(hybrid.exposedProbability()) < 4, drawn::toString);
    assertEquals(drawn, hybrid.simulate(400_000, new SplittableRandom(3)));
    assertEquals(0, new HybridKey(0, 1, 1).exposedProbability());
    assertEquals(0, new HybridKey(5, 0.5, 0).exposedProbability());
    assertEquals(1, new HybridKey(5, 1, 1).exposedProbability());
    assertThrows(IllegalArgumentException.class, () -> new HybridKey(-1, 0.1, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new HybridKey(1, 1.1, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new HybridKey(1, 0.1, Double.NaN));
  }
}
