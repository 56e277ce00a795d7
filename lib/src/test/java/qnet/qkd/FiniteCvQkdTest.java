package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import qnet.channel.Fiber;
import qnet.qkd.CvReceiver.Measurement;
import qnet.qkd.CvReceiver.Trust;

class FiniteCvQkdTest {
  private static final Fiber LINK = Fiber.standard().withLengthKm(25);

  @Test
  void numberOfStandardDeviations() {
    // Leverrier et al. 2010 use 6.5 for 10⁻¹⁰
    assertEquals(6.467, FiniteCvQkd.standard().deviations(), 1e-3);
    assertEquals(2.5758293, FiniteCvQkd.standard().withEpsilon(0.01).deviations(), 1e-6);
  }

  @Test
  void longBlocksApproachTheEndlessKey() {
    var finite = FiniteCvQkd.standard().withKeyShare(0.9);
    double endless = finite.cv().over(LINK).bitsPerUse();
    double last = 0;
    for (long states = 1_000_000_000L; states <= 1_000_000_000_000_000L; states *= 100) {
      double bits = finite.withStates(states).over(LINK).bitsPerUse();
      assertTrue(bits > last && bits < 0.9 * endless, states + ": " + bits);
      last = bits;
    }
    assertEquals(0.9 * endless, last, 1e-3 * endless);
  }

  @Test
  void smoothingAndHashing() {
    // the three terms one by one, with a channel so well known that only Δ(n) is left
    var cv = CvQkd.standard().optimisedFor(LINK);
    var gaussian = cv.gaussian(LINK);
    double n = 0.5e7;
    var worst = gaussian.worst(0.5e7, FiniteCvQkd.standard().deviations());
    double log2 = Math.log(2);
    double penalty = 7 * Math.sqrt(Math.log(2e10) / log2 / n) + 2 * Math.log(1e10) / log2 / n;
    double expected =
        0.5 * (0.95 * gaussian.mutualInformation() - worst.holevoInformation() - penalty);
    var finite = FiniteCvQkd.standard().withCv(cv).withStates(10_000_000);
    assertEquals(expected, finite.over(LINK).bitsPerUse(), 1e-14);
    assertTrue(expected > 0);
  }

  /** The channel estimated again and again from drawn values: the spread is the one assumed. */
  @ParameterizedTest
  @EnumSource(Measurement.class)
  void theWorstChannelLiesSoManyDeviationsOff(Measurement measurement) {
    double t = 0.3;
    double xi = 0.2;
    double va = 4;
    double eta = 0.6;
    double vel = 0.1;
    int quadratures = measurement == Measurement.HOMODYNE ? 1 : 2;
    int states = 500;
    int repetitions = 4000;
    var random = new SplittableRandom(91);
    double[] slopes = new double[repetitions];
    double[] noises = new double[repetitions];
    for (int r = 0; r < repetitions; r++) {
      double xx = 0;
      double xy = 0;
      double yy = 0;
      int samples = states * quadratures;
      for (int i = 0; i < samples; i++) {
        double x = Math.sqrt(va) * random.nextGaussian();
        double light = Math.sqrt(t) * (x + Math.sqrt(xi) * random.nextGaussian());
        light = Math.sqrt(eta / quadratures) * light + random.nextGaussian(); // all vacua
        double y = light + Math.sqrt(vel) * random.nextGaussian();
        xx += x * x;
        xy += x * y;
        yy += y * y;
      }
      slopes[r] = xy / xx;
      noises[r] = (yy - slopes[r] * xy) / samples;
    }
    var receiver = new CvReceiver(measurement, eta, vel, Trust.TRUSTED);
    var known = new CvQkd(va, xi, receiver, 1, 1).gaussian(() -> t);
    var worst = known.worst(states, 1);
    double slope = Math.sqrt(eta * t / quadratures);
    double slopeOff = slope - Math.sqrt(eta * worst.transmittance() / quadratures);
    double noiseOff = eta * (worst.outputNoise() - known.outputNoise()) / quadratures;
    assertEquals(slope, mean(slopes), 4 * slopeOff / Math.sqrt(repetitions));
    double relative = 4 / Math.sqrt(2.0 * repetitions);
    assertEquals(1, deviation(slopes) / slopeOff, relative);
    assertEquals(1, deviation(noises) / noiseOff, relative);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.length - 1));
  }

  @Test
  void shortBlocksGiveNoKeyAndSayWhy() {
    var rate = FiniteCvQkd.standard().withStates(10_000).over(LINK);
    assertEquals(0, rate.bitsPerUse());
    assertEquals("too few states in a block", rate.limit());
    var dark = FiniteCvQkd.standard().over(() -> 0);
    assertEquals("no light arrives", dark.limit());
    // a shorter reach than with endless keys
    var fiber = Fiber.standard();
    double reach = FiniteCvQkd.standard().maxReachKm(fiber);
    assertTrue(reach > 30 && reach < 120, "reach " + reach);
    assertTrue(reach < FiniteCvQkd.standard().cv().maxReachKm(fiber));
  }

  @Test
  void refusesImpossibleThings() {
    var finite = FiniteCvQkd.standard();
    assertEquals(
        "states must be ≥ 1000, was 0",
        assertThrows(IllegalArgumentException.class, () -> finite.withStates(0)).getMessage());
    for (double value : new double[] {0, 1, Double.NaN}) {
      assertEquals(
          "keyShare must be > 0 and < 1, was " + value,
          assertThrows(IllegalArgumentException.class, () -> finite.withKeyShare(value))
              .getMessage());
    }
    for (double value : new double[] {0, 0.02, Double.NaN}) {
      assertEquals(
          "epsilon must be > 0 and ≤ 0.01, was " + value,
          assertThrows(IllegalArgumentException.class, () -> finite.withEpsilon(value))
              .getMessage());
    }
  }
}
