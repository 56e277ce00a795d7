package qnet.repeater;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
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

  @ParameterizedTest
  @ValueSource(doubles = {1, 20, 1e3, 1e9, 1e300})
  void eventsComeInTheOrderOfTime(double scale) {
    var random = new SplittableRandom(3);
    var queue = new EventQueue();
    for (int run = 0; run < 2; run++) {
      var expected = new PriorityQueue<Double>();
      double now = 0;
      for (int i = 0; i < 5000; i++) {
        if (i < 500 || i < 4000 && random.nextInt(8) < 4) {
          double later = Math.pow(random.nextDouble(), 5) * scale;
          double time = now + (random.nextBoolean() ? later : Math.rint(later));
          expected.add(time);
          queue.add(time, Double.doubleToLongBits(time) ^ 7);
        } else if (!expected.isEmpty()) {
          now = expected.remove();
          assertEquals(Double.doubleToLongBits(now) ^ 7, queue.remove());
          assertEquals(now, queue.now());
        }
      }
      queue.clear();
    }
  }

  @Test
  void allEventsAtOneTimeComeOut() {
    var queue = new EventQueue();
    for (int code = 0; code < 64; code++) {
      queue.add(3, 1L << code);
    }
    long seen = 0;
    for (int i = 0; i < 64; i++) {
      seen |= queue.remove();
    }
    assertEquals(-1, seen);
  }

  @Test
  void manyAttemptsAtOnceAreTheSameAttempts() {
    for (double p : new double[] {0.9, 0.01, 1e-5}) {
      var sampler = new GeometricSampler(p);
      double[] many = new double[100_000];
      sampler.fill(many, new long[many.length], Xoshiro256.stream(4, 5));
      double sum = 0;
      double squares = 0;
      for (double k : many) {
        sum += k * p;
        squares += k * p * k * p;
      }
      assertTrue(Estimate.ofSums(sum, squares, many.length).sigmasFrom(1) < 4);
      assertEquals(1 - p, squares / many.length - 1, 0.05);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.01, 9e-4, 1e-4, 1e-9})
  void storageOfTwoSegmentsIsThatOfTheClosedForm(double p) {
    double z = Math.exp(-0.7 * p);
    double expected = WaitingTime.keptWhileWaiting(p, p, z);
    assertEquals(expected, new StraightStorage(p, 2).kept(z), p >= 1e-3 ? 1e-10 : 1e-6);
    assertEquals(1, new StraightStorage(p, 5).kept(1));
    assertEquals(0, new StraightStorage(p, 5).kept(0));
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
