package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples of the sifted key that end a session or do not. */
class SampleTestTest {
  @Test
  void withoutAnyErrorAllowedItIsTheTestOfTheFirstPaper() {
    // row Q4: hidden with probability (3/4)ⁿ; row Q5: 73 bits for one in a thousand million
    assertEquals(1 - 5.6632e-7, new SampleTest(50, 0).abortProbability(0.25), 1e-11);
    var all = new InterceptResend(1);
    for (int n : new int[] {1, 10, 72}) {
      assertEquals(all.missProbability(n), 1 - new SampleTest(n, 0).abortProbability(0.25), 1e-12);
    }
    assertEquals(73, SampleTest.telling(0, 0.25, 1e-12, 1e-9).sampleBits());
  }

  @ParameterizedTest
  @CsvSource({"20, 0.11, 0.05", "100, 0.29, 0.25", "400, 0.11, 0.10", "50, 0, 0.02", "9, 1, 1"})
  void drawnSamplesAgreeWithTheBinomialDistribution(int bits, double threshold, double qber) {
    var test = new SampleTest(bits, threshold);
    var drawn = test.simulate(qber, 20_000, new SplittableRandom(7));
    double expected = test.abortProbability(qber);
    assertTrue(drawn.sigmasFrom(expected) < 4, () -> drawn + " against " + expected);
  }

  @Test
  void decisionAndProbabilityRoundAlike() {
    for (int bits : new int[] {1, 7, 100, 101, 1000}) {
      for (int percent = 0; percent <= 100; percent++) {
        var test = new SampleTest(bits, percent / 100.0);
        double sum =
            IntStream.rangeClosed(0, bits)
                .filter(test::aborts)
                .mapToDouble(k -> Math.exp(logBinomial(bits, k)))
                .sum();
        assertEquals(sum, test.abortProbability(0.5), 1e-9, test.toString());
      }
    }
  }

  /** ln of C(n, k)/2ⁿ, by multiplying it out. */
  private static double logBinomial(int n, int k) {
    double sum = -n * Math.log(2);
    for (int i = 1; i <= k; i++) {
      sum += Math.log((double) (n - k + i) / i);
    }
    return sum;
  }

  @Test
  void largerSamplesSeparateBetter() {
    double honest = 0.03;
    double attacked = 0.08;
    double missed = 1;
    double falseAlarm = 1;
    for (int bits : new int[] {50, 500, 5000}) {
      var test = new SampleTest(bits, 0.055);
      assertTrue(1 - test.abortProbability(attacked) < missed);
      assertTrue(test.abortProbability(honest) < falseAlarm);
      missed = 1 - test.abortProbability(attacked);
      falseAlarm = test.abortProbability(honest);
    }
    assertTrue(missed < 1e-9 && falseAlarm < 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0.02, 0.045, 1e-3, 1e-3", "0.015, 0.265, 1e-6, 1e-6", "0.03, 0.04, 1e-2, 1e-4"})
  void theSmallestTestKeepsItsPromises(double honest, double attacked, double alarm, double miss) {
    var test = SampleTest.telling(honest, attacked, alarm, miss);
    assertTrue(test.abortProbability(honest) <= alarm);
    assertTrue(1 - test.abortProbability(attacked) <= miss);
    // a tenth less is too little, whatever the threshold
    int fewer = test.sampleBits() * 9 / 10;
    for (int most = 0; most <= fewer / 2; most++) {
      var smaller = new SampleTest(fewer, (most + 0.5) / fewer);
      assertTrue(
          smaller.abortProbability(honest) > alarm
              || 1 - smaller.abortProbability(attacked) > miss);
    }
    // close rates take a number of bits that grows with one over the square of their distance
    double z = normalQuantile(alarm) * Math.sqrt(honest * (1 - honest));
    double y = normalQuantile(miss) * Math.sqrt(attacked * (1 - attacked));
    if (attacked - honest < 0.05) {
      assertEquals(Math.pow((z + y) / (attacked - honest), 2), test.sampleBits(), 0.1 * 5000);
    }
  }

  private static double normalQuantile(double tail) {
    return org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
        .inverseSurvivalProbability(tail);
  }

  @Test
  void fillingTheSampleTakesTime() {
    var test = new SampleTest(1000, 0.11);
    assertEquals(0.2, test.collectionTimeS(1e4, 0.5), 1e-15);
    assertEquals(2, test.collectionTimeS(1e4, 0.05), 1e-15);
    assertRefused(
        "siftedBitsPerSecond must be > 0 and finite, was 0.0", () -> test.collectionTimeS(0, 0.1));
    assertRefused("sampleFraction must be > 0 and ≤ 1, was 0.0", () -> test.collectionTimeS(1, 0));
    assertRefused(
        "sampleFraction must be > 0 and ≤ 1, was NaN", () -> test.collectionTimeS(1, Double.NaN));
  }

  @Test
  void refusesWrongNumbers() {
    assertRefused("sampleBits must be ≥ 1, was 0", () -> new SampleTest(0, 0.1));
    var test = new SampleTest(10, 0.1);
    for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
      assertRefused("abortQber must be from 0 to 1, was " + bad, () -> new SampleTest(1, bad));
      assertRefused("qber must be from 0 to 1, was " + bad, () -> test.abortProbability(bad));
      assertRefused(
          "qber must be from 0 to 1, was " + bad,
          () -> test.simulate(bad, 1, new SplittableRandom(1)));
      assertRefused(
          "honestQber must be from 0 to 1, was " + bad,
          () -> SampleTest.telling(bad, 0.2, 0.1, 0.1));
    }
    assertRefused(
        "attackedQber must be > 0.2 and ≤ 1, was 0.2",
        () -> SampleTest.telling(0.2, 0.2, 0.1, 0.1));
    assertRefused(
        "falseAlarm must be > 0 and < 1, was 0.0", () -> SampleTest.telling(0.1, 0.2, 0, 0.1));
    assertRefused(
        "missProbability must be > 0 and < 1, was 1.0", () -> SampleTest.telling(0.1, 0.2, 0.1, 1));
    assertRefused(
        "attackedQber must be further from 0.1, was 0.10000001",
        () -> SampleTest.telling(0.1, 0.10000001, 1e-3, 1e-3));
  }

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
