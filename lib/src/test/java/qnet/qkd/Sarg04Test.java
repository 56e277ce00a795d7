package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.Reference;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Estimate;
import qnet.state.Entropy;

class Sarg04Test {
  private static final Detector PERFECT = new Detector(1, 0, 1, 0);
  private static final Detector NOISY = new Detector(0.6, 0, 1, 0).withDarkCountProbability(0.02);
  private static final Sarg04 PHOTONS = new Sarg04(Source.singlePhoton(), PERFECT, 0, 1);

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/sarg04.csv", numLinesToSkip = 1)
  void rows(String id, String quantity, Double parameter, double expected, double tolerance) {
    double actual =
        switch (quantity) {
          case "reach km" -> Sarg04.gys().maxReachKm(Fiber.standard().withLossDbPerKm(0.21));
          case "two-photon phase error" -> SargPhaseError.twoPhotonPhaseError(parameter);
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void twoPhotonPhaseErrorIsTheMinimumOfEquation10() {
    for (double e : new double[] {0.005, 0.01, 0.05, 0.1}) {
      double least = 1;
      for (double x = 0; x < 20; x += 1e-4) {
        double value = x * e + (3 - 2 * x + Math.sqrt(6 - 6 * Math.sqrt(2) * x + 4 * x * x)) / 6;
        least = Math.min(least, value);
      }
      assertEquals(least, SargPhaseError.twoPhotonPhaseError(e), 1e-8);
    }
    assertEquals(1, SargPhaseError.twoPhotonBits(1.0 / 6));
    assertEquals(1, SargPhaseError.twoPhotonBits(0.1667 - 1e-5), 1e-6);
  }

  @Test
  void onePhotonInformationIsTheWorstOverA() {
    for (double e : new double[] {0.01, 0.05, 0.0969, 0.2, 0.3}) {
      double most = 0;
      for (int i = 0; i <= 1000; i++) {
        double a = e / 2 + e / 2 * i / 1000;
        double[] weights = {1 - 2.5 * e + a, e - a, a, 1.5 * e - a};
        double entropy = 0;
        for (double w : weights) {
          entropy -= w > 0 ? w * Math.log(w) / Math.log(2) : 0;
        }
        most = Math.max(most, entropy - Entropy.binary(e));
      }
      assertEquals(most, SargPhaseError.onePhotonBits(e), 1e-5);
      assertTrue(SargPhaseError.onePhotonBits(e) >= most - 1e-14);
    }
    assertEquals(0, SargPhaseError.onePhotonBits(0));
    assertEquals(1, SargPhaseError.onePhotonBits(1.0 / 3));
    assertEquals(1, SargPhaseError.onePhotonBits(1.0 / 3 - 1e-9), 1e-6);
  }

  @Test
  void aQuarterOfPerfectPhotonsMakesKey() {
    // row Q17
    assertEquals(0.25, PHOTONS.over(() -> 1).bitsPerUse(), 1e-15);
    assertEquals(0.25 * 0.3, PHOTONS.over(() -> 0.3).gain(), 1e-15);
    assertEquals(0, PHOTONS.over(() -> 0.3).qber());
    // bit errors are half of the wrong photons over a quarter of all and these
    var wrong = PHOTONS.withMisalignment(0.03).over(() -> 1);
    assertEquals(0.015 / (0.25 + 0.015), wrong.qber(), 1e-15);
  }

  @Test
  void singlePhotonsEndAtTheThreshold() {
    // E = (e/2)/(1/4 + e/2) solved for the misalignment
    double end = Thresholds.sarg04OnePhoton();
    double misalignment = end / 2 / (1 - end);
    assertTrue(PHOTONS.withMisalignment(misalignment - 1e-9).over(() -> 1).bitsPerUse() > 0);
    assertEquals(0, PHOTONS.withMisalignment(misalignment + 1e-9).over(() -> 1).bitsPerUse());
  }

  @Test
  void laserWithoutErrors() {
    // η·e^(−μ)/4·[μ + μ²(1 − h(sin²(π/8)))] for small η; a best intensity above one photon
    var laser = PHOTONS.withSource(Source.laser());
    double c = 1 - Entropy.binary(Math.pow(Math.sin(Math.PI / 8), 2));
    double mu = laser.optimisedFor(() -> 1e-7).source().meanPhotonNumber();
    // (1 + 2cμ) = μ + cμ²
    double best = (2 * c - 1 + Math.sqrt(4 * c * c + 1)) / (2 * c);
    assertEquals(best, mu, 1e-4);
    double expected = Math.exp(-best) / 4 * (best + best * best * c);
    assertEquals(expected, laser.over(() -> 1e-7).bitsPerUse() / 1e-7, 1e-6);
  }

  @Test
  void gainsAreThoseOfThePaperUpToNoiseBesideLight() {
    var protocol = Sarg04.gys().withMeanPhotonNumber(0.2);
    double y0 = 1.7e-6;
    for (double km : new double[] {0, 50, 90}) {
      double eta = 0.045 * Math.pow(10, -0.021 * km);
      double dark = Math.exp(-eta * 0.2);
      var rate = protocol.over(Fiber.standard().withLossDbPerKm(0.21).withLengthKm(km));
      // Fung, Tamaki, Lo 2006, Eqs. (42), (43)
      double gain = y0 / 2 * dark + (0.033 / 2 + 0.25) * (1 - dark);
      double errors = y0 / 4 * dark + 0.033 / 2 * (1 - dark);
      assertEquals(1, rate.gain() / gain, 1e-4);
      assertEquals(1, rate.qber() * rate.gain() / errors, 1e-4);
    }
  }

  @Test
  void twoPhotonYieldsByListingWhatCanHappen() {
    // the laser's rate at a fixed intensity against sums over photons and clicks
    double eta = 0.3;
    double e = 0.01;
    double p = 0.004;
    double mu = 0.4;
    double[] yield = new double[60];
    double[] wrong = new double[60];
    for (int n = 0; n < 60; n++) {
      double noRight = (1 - p) * Math.pow(1 - eta * (1 - e), n);
      double noWrong = (1 - p) * Math.pow(1 - eta * e, n);
      double none = (1 - p) * (1 - p) * Math.pow(1 - eta, n);
      double bothClick = 1 - noRight - noWrong + none;
      double bb84Wrong = noRight - none + bothClick / 2;
      yield[n] = (1 - none) / 4 + bb84Wrong / 2;
      wrong[n] = bb84Wrong / 2;
    }
    double gain = 0;
    double errors = 0;
    double weight = Math.exp(-mu);
    double q1 = weight * mu * yield[1];
    double q2 = weight * mu * mu / 2 * yield[2];
    for (int n = 0; n < 60; n++) {
      gain += weight * yield[n];
      errors += weight * wrong[n];
      weight *= mu / (n + 1);
    }
    double expected =
        q1 * (1 - SargPhaseError.onePhotonBits(wrong[1] / yield[1]))
            + q2 * (1 - SargPhaseError.twoPhotonBits(wrong[2] / yield[2]))
            - 1.1 * gain * Entropy.binary(errors / gain);
    assertTrue(expected > 0);
    var protocol =
        new Sarg04(
            Source.laser().withMeanPhotonNumber(mu), PERFECT.withDarkCountProbability(p), e, 1.1);
    assertEquals(expected, protocol.over(() -> eta).bitsPerUse(), 1e-13);
  }

  @Test
  void findsTheBestIntensity() {
    var random = new SplittableRandom(5);
    int withKey = 0;
    for (int i = 0; i < 300; i++) {
      var protocol =
          Sarg04.standard()
              .withMisalignment(0.06 * random.nextDouble())
              .withDetector(
                  NOISY.withDarkCountProbability(Math.pow(10, -8 + 4 * random.nextDouble())));
      Link link = Link.ofLossDb(40 * random.nextDouble());
      double found = protocol.over(link).bitsPerUse();
      double scanned = 0;
      for (double mu = 2; mu > 1e-4; mu *= 0.95) {
        scanned = Math.max(scanned, protocol.withMeanPhotonNumber(mu).over(link).bitsPerUse());
      }
      assertTrue(found >= scanned * (1 - 1e-12), () -> protocol + " over " + link);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 100, "cases with key: " + withKey);
  }

  @Test
  void withDecoysBb84IsBetter() {
    var fiber = Fiber.standard();
    for (double km = 0; km < 100; km += 10) {
      var link = fiber.withLengthKm(km);
      assertTrue(
          Sarg04.standard().over(link).bitsPerUse() < DecoyBb84.standard().over(link).bitsPerUse());
    }
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("laser in fibre", Sarg04.standard(), Fiber.standard().withLengthKm(10)),
        Arguments.of(
            "double clicks",
            Sarg04.standard().withDetector(NOISY).withMisalignment(0.1).withMeanPhotonNumber(2),
            Link.ofLossDb(1)),
        Arguments.of(
            "after-pulses",
            Sarg04.standard()
                .withDetector(NOISY.withAfterpulseProbability(0.3))
                .withMeanPhotonNumber(0.4),
            Link.ofLossDb(10)),
        Arguments.of(
            "single photons",
            Sarg04.standard()
                .withSource(Source.singlePhoton().withMeanPhotonNumber(0.5))
                .withDetector(NOISY),
            Link.ofLossDb(3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void trialsAgreeWithTheClosedForm(String name, Sarg04 protocol, Link link) {
    long pulses = 2_000_000;
    var counts = protocol.simulate(link, pulses, new SplittableRandom(42));
    var rate = protocol.over(link);
    assertEquals(pulses, counts.sent());
    for (Tally tally : counts.tallies()) {
      assertWithin4("gain", tally.detected(), tally.sent(), rate.gain());
      assertWithin4("qber", tally.errors(), tally.detected(), rate.qber());
    }
  }

  private static void assertWithin4(String what, long successes, long trials, double expected) {
    var estimate = Estimate.ofCount(successes, trials);
    assertTrue(
        estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
  }

  @Test
  void saysWhatLimits() {
    var sarg = Sarg04.standard();
    assertEquals("loss", sarg.over(Fiber.standard()).limit());
    assertEquals("no light arrives", sarg.over(() -> 0).limit());
    assertEquals("dark counts and stray light", sarg.over(() -> 1e-8).limit());
    assertEquals("misalignment", sarg.withMisalignment(0.1).over(() -> 1).limit());
    assertEquals("pulses of several photons", sarg.withMeanPhotonNumber(8).over(() -> 0.1).limit());
    assertEquals(
        1e9 / (1 + 4e-6 * 1e9),
        PHOTONS.withDetector(PERFECT.withDeadTimeNs(4000)).over(() -> 1).usesPerSecond(),
        1e-3); // the dead time counts clicks, not conclusive results
  }

  @Test
  void refusesImpossibleProtocols() {
    var sarg = Sarg04.standard();
    assertThrows(IllegalArgumentException.class, () -> sarg.withMisalignment(0.6));
    assertThrows(IllegalArgumentException.class, () -> sarg.withErrorCorrectionEfficiency(0.5));
    assertThrows(NullPointerException.class, () -> sarg.withDetector(null));
  }
}
