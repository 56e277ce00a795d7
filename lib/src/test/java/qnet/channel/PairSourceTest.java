package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairSourceTest {
  @Test
  void downConversionIsTwoThermalModes() {
    var source = PairSource.downConversion().withMeanPairNumber(0.6);
    double lambda = 0.3;
    double sum = 0;
    double mean = 0;
    for (int n = 0; n < 200; n++) {
      // two geometric numbers that add up to n
      double thermal = Math.pow(lambda, n) / Math.pow(1 + lambda, n + 2);
      assertEquals((n + 1) * thermal, source.pairProbability(n), 1e-15);
      sum += source.pairProbability(n);
      mean += n * source.pairProbability(n);
    }
    assertEquals(1, sum, 1e-14);
    assertEquals(0.6, mean, 1e-13);
  }

  @Test
  void emitterMakesOnePairAtMost() {
    var source = PairSource.singlePair().withMeanPairNumber(0.3);
    assertEquals(0.7, source.pairProbability(0));
    assertEquals(0.3, source.pairProbability(1));
    assertEquals(0, source.pairProbability(2));
    assertEquals(1, PairSource.singlePair().pairProbability(1));
  }

  @Test
  void brightnessMayBeLeftToTheProtocol() {
    assertTrue(Double.isNaN(PairSource.downConversion().pairProbability(1)));
    assertEquals(2e8, PairSource.downConversion().withRepetitionRateHz(2e8).repetitionRateHz());
  }

  @Test
  void refusesImpossibleSources() {
    var down = PairSource.downConversion();
    var single = PairSource.singlePair();
    assertEquals(
        "meanPairNumber must be from 0 to 1, was 1.1",
        assertThrows(IllegalArgumentException.class, () -> single.withMeanPairNumber(1.1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> single.withMeanPairNumber(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> down.withMeanPairNumber(0));
    assertThrows(IllegalArgumentException.class, () -> down.withMeanPairNumber(101));
    assertThrows(IllegalArgumentException.class, () -> down.withRepetitionRateHz(0));
    assertThrows(IllegalArgumentException.class, () -> down.pairProbability(-1));
  }
}
