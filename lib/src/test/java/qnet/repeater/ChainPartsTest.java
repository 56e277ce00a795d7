package qnet.repeater;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.run.Estimate;
import qnet.run.Xoshiro256;

class ChainPartsTest {
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.9, 0.5, 0.01, 2e-3, 5e-4, 1e-5, 1e-9, 1e-14})
  void attemptsAreGeometric(double p) {
    var sampler = new GeometricSampler(p);
    var random = Xoshiro256.stream(1, 2);
    int trials = 200_000;
    double sum = 0;
    double squares = 0;
    int early = 0;
    double quarter = Math.floor(Math.log(0.75) / Math.log1p(-p)); // P(k ≤ this) about a quarter
    for (int i = 0; i < trials; i++) {
      double k = sampler.next(random);
      assertTrue(k >= 1 && k == Math.rint(k));
      sum += k * p;
      squares += k * p * k * p;
      early += k <= quarter ? 1 : 0;
    }
    assertTrue(Estimate.ofSums(sum, squares, trials).sigmasFrom(1) < 4);
    // the variance, (1 − p)/p², to five percent
    assertEquals(1 - p, squares / trials - 1, 0.05 * (1 - p) + 1e-12);
    double below = quarter < 1 ? 0 : -Math.expm1(quarter * Math.log1p(-p));
    if (below > 0) {
      assertTrue(Estimate.ofCount(early, trials).sigmasFrom(below) < 4);
    } else {
      assertEquals(0, early);
    }
  }

  @Test
  void eventsComeInTheOrderOfTimeAndCode() {
    var random = new SplittableRandom(3);
    var queue = new EventQueue();
    record Entry(double time, long code) {}
    List<Entry> entries =
        IntStream.range(0, 500)
            .mapToObj(i -> new Entry(random.nextInt(40), random.nextInt(1000)))
            .toList();
    entries.forEach(entry -> queue.add(entry.time, entry.code));
    var sorted =
        entries.stream()
            .sorted(Comparator.comparingDouble(Entry::time).thenComparingLong(Entry::code))
            .toList();
    for (Entry entry : sorted) {
      assertEquals(entry.time, queue.firstTime());
      assertEquals(entry.code, queue.remove());
    }
    queue.add(1, 1);
    queue.clear();
    queue.add(2, 7);
    assertEquals(7, queue.remove());
  }

  @Test
  void distributions() {
    var values = Distribution.of(3, 1, 2, 2);
    assertEquals(1, values.quantile(0));
    assertEquals(2, values.quantile(0.5));
    assertEquals(3, values.quantile(1));
    assertEquals(0.75, values.fractionUpTo(2));
    assertEquals(0, values.fractionUpTo(0.5));
    assertEquals(1, values.fractionUpTo(9));
    assertEquals("median 2.000, half of 4 from 1.000 to 2.000", values.toString());
    values.values()[0] = 9;
    assertEquals(1, values.values()[0]);
    ChainTest.assertRefused("number of values must be ≥ 1, was 0", Distribution::of);
    ChainTest.assertRefused(
        "fraction must be from 0 to 1, was NaN", () -> values.quantile(Double.NaN));
  }
}
