package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.limit.Plob;
import qnet.run.Estimate;

class SixStateTest {
  private static final Detector NOISY = new Detector(0.6, 0, 1, 0).withDarkCountProbability(0.02);
  private static final SixState PERFECT =
      new SixState(Source.singlePhoton(), new Detector(1, 0, 1, 0), 0, 1, 1, Analysis.THRESHOLD);

  @Test
  void singlePhotonsGiveTheSecretFraction() {
    // row Q8
    assertEquals(
        0.49681626831941617, PERFECT.withMisalignment(0.05).over(() -> 1).bitsPerUse(), 1e-12);
    assertEquals(
        0.15241532017542614, PERFECT.withMisalignment(0.10).over(() -> 1).bitsPerUse(), 1e-12);
    double end = Thresholds.sixState();
    assertTrue(PERFECT.withMisalignment(end - 1e-9).over(() -> 1).bitsPerUse() > 0);
    assertEquals(0, PERFECT.withMisalignment(end + 1e-9).over(() -> 1).bitsPerUse());
    assertEquals(0.2 / 3, PERFECT.withSiftingFactor(1.0 / 3).over(() -> 0.2).bitsPerUse(), 1e-15);
  }

  @Test
  void weakEmitter() {
    var weak = PERFECT.withMeanPhotonNumber(0.3);
    assertEquals(0.3 * 0.2, weak.over(() -> 0.2).bitsPerUse(), 1e-15);
    var noisy = weak.withDetector(NOISY).withMisalignment(0.01).withAnalysis(Analysis.MA_2005);
    double y0 = 1 - 0.98 * 0.98;
    double eta = 0.6 * 0.9;
    double gain = 0.3 * (y0 + eta - y0 * eta) + 0.7 * y0;
    var rate = noisy.over(() -> 0.9);
    assertEquals(gain, rate.gain(), 1e-14);
    assertEquals((0.3 * (y0 / 2 + 0.01 * eta) + 0.7 * y0 / 2) / gain, rate.qber(), 1e-14);
  }

  @Test
  void likeBb84WithLessForEve() {
    var fiber = Fiber.standard();
    for (var analysis : Analysis.values()) {
      for (double km = 0; km < 140; km += 10) {
        var link = fiber.withLengthKm(km);
        var bb84 =
            DecoyBb84.standard().withMisalignment(0.03).withSiftingFactor(1).withAnalysis(analysis);
        var six =
            SixState.standard().withMisalignment(0.03).withSiftingFactor(1).withAnalysis(analysis);
        double mu = bb84.yields(link).meanPhotonNumber();
        var sameIntensity = six.withMeanPhotonNumber(mu).over(link);
        assertEquals(bb84.over(link).gain(), sameIntensity.gain(), 1e-15);
        assertEquals(bb84.over(link).qber(), sameIntensity.qber(), 1e-14);
        // all but Eve's information is the same
        double e1 = bb84.yields(link).singlePhotonQber();
        double gained =
            bb84.yields(link).singlePhotonGain()
                * (EveInformation.collectiveBits(e1) - EveInformation.collectiveSixStateBits(e1));
        if (bb84.over(link).bitsPerUse() > 0) {
          assertEquals(gained, sameIntensity.bitsPerUse() - bb84.over(link).bitsPerUse(), 1e-15);
          assertTrue(six.over(link).bitsPerUse() >= sameIntensity.bitsPerUse());
        }
      }
    }
    assertTrue(SixState.standard().maxReachKm(fiber) > DecoyBb84.standard().maxReachKm(fiber));
  }

  @Test
  void neverAboveTheCapacityOfTheLink() {
    var best = PERFECT.withSource(Source.laser());
    for (double km = 0.1; km < 400; km *= 1.5) {
      var link = Fiber.standard().withLengthKm(km);
      assertTrue(best.over(link).bitsPerUse() < Plob.bitsPerUse(link));
    }
    // lossless detectors, no errors: μ = 1 and R = η/e
    assertEquals(Math.exp(-1), best.over(() -> 1e-6).bitsPerUse() / 1e-6, 1e-5);
    assertEquals(1, best.optimisedFor(() -> 1e-6).source().meanPhotonNumber(), 1e-4);
  }

  @Test
  void findsTheBestIntensity() {
    var random = new SplittableRandom(3);
    int withKey = 0;
    for (int i = 0; i < 300; i++) {
      var protocol =
          SixState.standard()
              .withMisalignment(0.11 * random.nextDouble())
              .withDetector(
                  NOISY.withDarkCountProbability(Math.pow(10, -8 + 5 * random.nextDouble())))
              .withAnalysis(i % 2 == 0 ? Analysis.THRESHOLD : Analysis.MA_2005);
      Link link = Link.ofLossDb(50 * random.nextDouble());
      double found = protocol.over(link).bitsPerUse();
      double scanned = 0;
      for (double mu = 1.5; mu > 1e-4; mu *= 0.95) {
        scanned = Math.max(scanned, protocol.withMeanPhotonNumber(mu).over(link).bitsPerUse());
      }
      assertTrue(found >= scanned * (1 - 1e-12), () -> protocol + " over " + link);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 100, "cases with key: " + withKey);
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("laser in fibre", SixState.standard(), Fiber.standard().withLengthKm(20)),
        Arguments.of(
            "double clicks, unequal bases",
            SixState.standard()
                .withDetector(NOISY)
                .withMisalignment(0.1)
                .withSiftingFactor(0.6)
                .withMeanPhotonNumber(2),
            Link.ofLossDb(1)),
        Arguments.of(
            "after-pulses",
            SixState.standard()
                .withDetector(NOISY.withAfterpulseProbability(0.3))
                .withMeanPhotonNumber(0.4),
            Link.ofLossDb(10)),
        Arguments.of(
            "single photons",
            SixState.standard()
                .withSource(Source.singlePhoton().withMeanPhotonNumber(0.5))
                .withDetector(NOISY),
            Link.ofLossDb(3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void trialsAgreeWithTheClosedForm(String name, SixState protocol, Link link) {
    long pulses = 2_000_000;
    var counts = protocol.simulate(link, pulses, new SplittableRandom(42));
    var rate = protocol.over(link);
    var expected = protocol.expect(link, pulses);
    assertEquals(3, counts.tallies().size());
    assertWithin4("sifting", counts.sent(), pulses, protocol.siftingFactor());
    for (Tally tally : counts.tallies()) {
      var line =
          expected.tallies().stream()
              .filter(other -> other.basis() == tally.basis())
              .findFirst()
              .orElseThrow();
      assertWithin4("share", tally.sent(), pulses, (double) line.sent() / pulses);
      assertWithin4("gain", tally.detected(), tally.sent(), rate.gain());
      assertWithin4("qber", tally.errors(), tally.detected(), rate.qber());
      assertEquals(rate.qber(), line.qber(), 1e-3);
    }
  }

  private static void assertWithin4(String what, long successes, long trials, double expected) {
    var estimate = Estimate.ofCount(successes, trials);
    assertTrue(
        estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
  }

  @Test
  void saysWhatLimits() {
    var six = SixState.standard();
    assertEquals("loss", six.over(Fiber.standard()).limit());
    assertEquals("no light arrives", six.over(() -> 0).limit());
    assertEquals("dark counts and stray light", six.over(() -> 1e-8).limit());
    assertEquals("misalignment", six.withMisalignment(0.13).over(() -> 1).limit());
    assertEquals("misalignment", PERFECT.withMisalignment(0.13).over(() -> 1).limit());
    assertEquals("pulses of several photons", six.withMeanPhotonNumber(5).over(() -> 0.1).limit());
    assertTrue(Double.isNaN(PERFECT.over(() -> 0).qber()));
    assertEquals(0.5, six.optimisedFor(() -> 0).source().meanPhotonNumber());
  }

  @Test
  void refusesImpossibleProtocols() {
    var six = SixState.standard();
    for (double q : new double[] {0.33, 1.01, Double.NaN}) {
      assertEquals(
          "siftingFactor must be from 1/3 to 1, was " + q,
          assertThrows(IllegalArgumentException.class, () -> six.withSiftingFactor(q))
              .getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> six.withMisalignment(0.6));
    assertThrows(IllegalArgumentException.class, () -> six.withErrorCorrectionEfficiency(0.5));
    assertThrows(NullPointerException.class, () -> six.withAnalysis(null));
    assertThrows(
        IllegalArgumentException.class, () -> six.simulate(() -> 1, 0, new SplittableRandom(1)));
  }
}
