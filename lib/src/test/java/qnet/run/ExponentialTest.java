package qnet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialTest {
  private static final int DRAWS = 1_000_000;

  @Test
  void waitingTimesFollowTheExponentialLaw() {
    var random = Xoshiro256.stream(1, 1);
    double[] times = new double[DRAWS];
    Arrays.setAll(times, i -> Exponential.draw(random));
    Arrays.sort(times);
    double distance = 0; // Kolmogorov and Smirnov
    for (int i = 0; i < DRAWS; i++) {
      distance = Math.max(distance, Math.abs(1 - Math.exp(-times[i]) - (i + 0.5) / DRAWS));
    }
    assertTrue(distance * Math.sqrt(DRAWS) < 1.95, "p-value below 0.001: " + distance);
    // the tail is made by itself
    long far = Arrays.stream(times).filter(t -> t > 8).count();
    assertTrue(Estimate.ofCount(far, DRAWS).sigmasFrom(Math.exp(-8)) < 4, "beyond 8: " + far);
    assertTrue(times[0] >= 0 && times[DRAWS - 1] > 11);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.01, 0.3, 0.9})
  void gapsAreGeometric(double p) {
    var random = Xoshiro256.stream(2, 2);
    double mean = Exponential.meanGap(p);
    double sum = 0;
    long ones = 0;
    for (int i = 0; i < DRAWS; i++) {
      long gap = Exponential.gap(mean, random);
      sum += gap;
      ones += gap == 1 ? 1 : 0;
    }
    assertEquals(1 / p, sum / DRAWS, 4 * Math.sqrt(1 - p) / p / Math.sqrt(DRAWS));
    assertTrue(Estimate.ofCount(ones, DRAWS).sigmasFrom(p) < 4, "gaps of 1: " + ones);
  }

  @Test
  void certainAndImpossibleSuccesses() {
    var random = Xoshiro256.stream(3, 3);
    for (int i = 0; i < 1000; i++) {
      assertEquals(1, Exponential.gap(Exponential.meanGap(1), random));
      assertTrue(Exponential.gap(Exponential.meanGap(0), random) > 1L << 60);
    }
  }

  @Test
  void lanesAreStreams() {
    var lanes = new XoshiroLanes(5, Xoshiro256.stream(4, 4));
    long key = Xoshiro256.stream(4, 4).nextLong();
    var words = new long[2][5];
    lanes.fill(words[0]);
    lanes.fill(words[1]);
    for (int i = 0; i < 5; i++) {
      var stream = Xoshiro256.stream(key, i);
      assertEquals(stream.nextLong(), words[0][i]);
      assertEquals(stream.nextLong(), words[1][i]);
    }
    assertThrows(
        IllegalArgumentException.class, () -> new XoshiroLanes(0, Xoshiro256.stream(4, 4)));
  }
}
