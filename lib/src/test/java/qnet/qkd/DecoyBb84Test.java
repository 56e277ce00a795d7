package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.Reference;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.limit.Plob;

class DecoyBb84Test {
  private static final Fiber GYS_FIBER = Fiber.standard().withLossDbPerKm(0.21);

  /** The receiver that the reference row T5 was computed with. */
  private static final DecoyBb84 T5 =
      new DecoyBb84(
          Source.laser().withMeanPhotonNumber(0.5),
          new Detector(0.2, 0, 1, 0).withDarkCountProbability(1e-5),
          0.015,
          1,
          1,
          Analysis.THRESHOLD);

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/bb84-gys.csv", numLinesToSkip = 1)
  void gysRows(
      String id,
      String protocol,
      String quantity,
      Double km,
      Double mu,
      double expected,
      double tolerance) {
    var decoy = DecoyBb84.gys().withMeanPhotonNumber(mu == null ? Double.NaN : mu);
    var link = GYS_FIBER.withLengthKm(km == null ? 1 : km);
    QkdProtocol chosen = protocol.equals("decoy") ? decoy : Bb84.gys();
    double actual =
        switch (quantity) {
          case "dark-free optimum" -> decoy.darkFreeMeanPhotonNumber();
          case "reach km" -> chosen.maxReachKm(GYS_FIBER);
          case "gain" -> chosen.over(link).gain();
          case "qber" -> chosen.over(link).qber();
          case "rate" -> chosen.over(link).bitsPerUse();
          case "single-photon gain" -> decoy.yields(link).singlePhotonGain();
          case "single-photon qber" -> decoy.yields(link).singlePhotonQber();
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void reachesThePrintedDistance() {
    // the paper prints 142.05 km
    assertEquals(142.05, DecoyBb84.gys().withMeanPhotonNumber(0.48).maxReachKm(GYS_FIBER), 0.3);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/decoy-bb84-threshold.csv", numLinesToSkip = 1)
  void thresholdRows(String id, String quantity, double db, double expected, double tolerance) {
    var rate = T5.over(Link.ofLossDb(db));
    double actual =
        switch (quantity) {
          case "gain" -> rate.gain();
          case "qber" -> rate.qber();
          case "rate" -> rate.bitsPerUse();
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void yieldsAddUpToTheGain() {
    // Σ P(n)·Y_n with Y_n = 1 − (1 − Y₀)(1 − η)ⁿ, and the parts that make key are two of its terms
    var link = Link.ofLossDb(5);
    var yields = T5.yields(link);
    double eta = 0.2 * link.transmittance();
    double y0 = 1 - Math.pow(1 - 1e-5, 2);
    double sum = 0;
    double weight = Math.exp(-0.5);
    for (int n = 0; n < 30; n++) {
      double term = weight * (1 - (1 - y0) * Math.pow(1 - eta, n));
      if (n == 0) {
        assertEquals(term, yields.emptyGain(), 1e-16);
      }
      if (n == 1) {
        assertEquals(term, yields.singlePhotonGain(), 1e-16);
      }
      sum += term;
      weight *= 0.5 / (n + 1);
    }
    assertEquals(sum, yields.gain(), 1e-15);
    assertEquals(T5.over(link).qber(), yields.qber());
    assertEquals(0.5, yields.meanPhotonNumber());
  }

  @Test
  void singlePhotonErrorsByListingWhatCanHappen() {
    double eta = 0.3;
    double p = 0.01;
    double misalignment = 0.1;
    double wrongClicks = 0;
    double clicks = 0;
    double[] photon = {eta * (1 - misalignment), eta * misalignment, 1 - eta};
    for (int where = 0; where < 3; where++) {
      for (int noise = 0; noise < 4; noise++) {
        boolean right = where == 0 || (noise & 1) != 0;
        boolean wrong = where == 1 || (noise & 2) != 0;
        double probability =
            photon[where] * ((noise & 1) != 0 ? p : 1 - p) * ((noise & 2) != 0 ? p : 1 - p);
        clicks += right || wrong ? probability : 0;
        wrongClicks += wrong ? (right ? probability / 2 : probability) : 0;
      }
    }
    var protocol =
        T5.withDetector(new Detector(1, 0, 1, 0).withDarkCountProbability(p))
            .withMisalignment(misalignment);
    assertEquals(wrongClicks / clicks, protocol.yields(() -> eta).singlePhotonQber(), 1e-14);
  }

  @Test
  void bothAnalysesAgreeInFibre() {
    var link = GYS_FIBER.withLengthKm(50);
    var paper = DecoyBb84.gys().over(link);
    var threshold = DecoyBb84.gys().withAnalysis(Analysis.THRESHOLD).over(link);
    assertEquals(1, threshold.bitsPerUse() / paper.bitsPerUse(), 0.01);
    assertTrue(threshold.bitsPerUse() > paper.bitsPerUse()); // the empty pulses
  }

  @Test
  void strayLightCountsAsDarkCountsOfBothDetectors() {
    Link daylight =
        new Link() {
          @Override
          public double transmittance() {
            return 0.01;
          }

          @Override
          public double backgroundRateHz() {
            return 40_000;
          }
        };
    var detector = new Detector(0.5, 200, 1, 0);
    // half of 40 000/s on each detector, half of it seen
    var noisier = detector.withDarkCountRateHz(200 + 10_000);
    var protocol = DecoyBb84.standard();
    assertEquals(
        protocol.withDetector(noisier).over(() -> 0.01).bitsPerUse(),
        protocol.withDetector(detector).over(daylight).bitsPerUse(),
        1e-15);
  }

  @Test
  void gainStaysAProbabilityInDaylight() {
    var bright = new Detector(0.5, 0, 1, 0).withDarkCountProbability(0.9);
    for (var analysis : Analysis.values()) {
      var rate =
          DecoyBb84.standard()
              .withAnalysis(analysis)
              .withDetector(bright)
              .withMeanPhotonNumber(50)
              .over(() -> 1);
      assertEquals(1, rate.gain(), 0.02);
      assertEquals(0, rate.bitsPerUse());
    }
  }

  @Test
  void rateIsProportionalToTheTransmittance() {
    // D9: the slope is 1 from 20 to 50 km
    double near = DecoyBb84.gys().over(GYS_FIBER.withLengthKm(20)).bitsPerUse();
    double far = DecoyBb84.gys().over(GYS_FIBER.withLengthKm(50)).bitsPerUse();
    assertEquals(1.009, Math.log10(near / far) / 0.63, 0.01);
  }

  @Test
  void halfTheSiftingIsHalfTheKey() {
    var link = Fiber.standard().withLengthKm(30);
    var all = DecoyBb84.standard().withSiftingFactor(1).over(link).bitsPerUse();
    assertEquals(all / 2, DecoyBb84.standard().over(link).bitsPerUse(), 1e-15);
  }

  @Test
  void deadTimeLowersTheUsesPerSecondOnly() {
    var link = Fiber.standard().withLengthKm(10);
    var fast =
        DecoyBb84.standard().withDetector(Detector.ingaasCooled().withDeadTimeNs(0)).over(link);
    var slow = DecoyBb84.standard().withDetector(Detector.ingaasCooled()).over(link);
    assertEquals(fast.bitsPerUse(), slow.bitsPerUse());
    assertEquals(1e9, fast.usesPerSecond());
    assertEquals(1e9 / (1 + 20e-6 * slow.gain() * 1e9), slow.usesPerSecond(), 1e-6);
  }

  @Test
  void deadTimeLetsTheRateSaturate() {
    // 100 million gates with light per second, but at most one click per 20 µs
    var cooled = DecoyBb84.standard().withDetector(Detector.ingaasCooled());
    var near = cooled.over(Fiber.standard().withLengthKm(0));
    var far = cooled.over(Fiber.standard().withLengthKm(50));
    assertTrue(near.usesPerSecond() * near.gain() < 1 / 20e-6);
    assertEquals(10, near.bitsPerUse() / far.bitsPerUse(), 1);
    assertEquals(1, near.bitsPerSecond() / far.bitsPerSecond(), 0.1);
  }

  @Test
  void afterpulsesErrHalfOfTheTime() {
    var quiet = DecoyBb84.standard().withDetector(new Detector(0.1, 0, 1, 0));
    var link = Fiber.standard().withLengthKm(60);
    double before = quiet.over(link).qber();
    for (var analysis : Analysis.values()) {
      var echoing =
          quiet
              .withAnalysis(analysis)
              .withDetector(quiet.detector().withAfterpulseProbability(0.04))
              .over(link);
      // one click in 26 is an after-pulse
      assertEquals((before + 0.02) / 1.04, echoing.qber(), 1e-3);
      assertTrue(echoing.bitsPerUse() < quiet.over(link).bitsPerUse());
    }
  }

  @Test
  void jitterLosesClicksAndALongerGateFindsThemButAlsoMoreDarkCounts() {
    var link = Fiber.standard().withLengthKm(20);
    var sharp = new Detector(0.5, 1000, 0.2, 0);
    var jittery = DecoyBb84.standard().withDetector(sharp.withJitterPs(400));
    double lost = jittery.over(link).bitsPerUse();
    assertTrue(lost < 0.5 * DecoyBb84.standard().withDetector(sharp).over(link).bitsPerUse());
    var longer = jittery.withDetector(jittery.detector().withGateNs(1));
    assertTrue(longer.over(link).bitsPerUse() > 2 * lost);
    assertTrue(longer.maxReachKm(link) < jittery.maxReachKm(link));
  }

  @Test
  void neverAboveTheCapacityOfTheLink() {
    var best = new DecoyBb84(Source.laser(), new Detector(1, 0, 1, 0), 0, 1, 1, Analysis.THRESHOLD);
    for (double km = 0.1; km < 400; km *= 1.5) {
      var link = Fiber.standard().withLengthKm(km);
      assertTrue(best.over(link).bitsPerUse() < Plob.bitsPerUse(link));
    }
    // lossless detectors, no errors: μ = 1 and R = η/e
    assertEquals(Math.exp(-1), best.over(() -> 1e-6).bitsPerUse() / 1e-6, 1e-5);
  }

  @Test
  void saysWhatLimits() {
    var decoy = DecoyBb84.standard();
    var fiber = Fiber.standard();
    assertEquals("loss", decoy.over(fiber).limit());
    assertEquals("no light arrives", decoy.over(() -> 0).limit());
    assertEquals("dark counts and stray light", decoy.over(fiber.withLengthKm(300)).limit());
    assertEquals("misalignment", decoy.withMisalignment(0.2).over(fiber).limit());
    assertEquals("misalignment", decoy.withMisalignment(0.5).over(fiber).limit());
    // 10 % is below the 11 % of perfect error correction, above the 9.8 % of f = 1.16
    assertEquals("misalignment", decoy.withMisalignment(0.1).over(fiber).limit());
    assertEquals("pulses of several photons", decoy.withMeanPhotonNumber(5).over(fiber).limit());
  }

  @Test
  void nothingAtAllIsAZeroRate() {
    var blind = DecoyBb84.standard().withDetector(new Detector(0, 0, 1, 0));
    var rate = blind.over(Fiber.standard());
    assertEquals(0, rate.bitsPerUse());
    assertEquals(0, rate.gain());
    assertTrue(Double.isNaN(rate.qber()));
    assertEquals(0, blind.maxReachKm(Fiber.standard()));
  }

  @Test
  void withoutDarkCountsThereIsNoEnd() {
    var quiet = DecoyBb84.gys().withDetector(Detector.gys().withDarkCountRateHz(0));
    assertEquals(Double.POSITIVE_INFINITY, quiet.maxReachKm(Fiber.standard().withLossDbPerKm(0.1)));
  }

  @Test
  void seedAndLinkGiveTheSameRunInEveryProtocolObject() {
    var link = Fiber.standard().withLengthKm(20);
    var optimised = DecoyBb84.standard().optimisedFor(link);
    assertEquals(optimised, optimised.optimisedFor(Fiber.standard()));
    assertEquals(
        DecoyBb84.standard().simulate(link, 1000, new SplittableRandom(5)),
        optimised.simulate(link, 1000, new SplittableRandom(5)));
    assertEquals(
        DecoyBb84.standard().pulses(link, 20, new SplittableRandom(5)),
        optimised.pulses(link, 20, new SplittableRandom(5)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.51, Double.NaN})
  void refusesImpossibleMisalignment(double value) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> DecoyBb84.standard().withMisalignment(value));
    assertEquals("misalignment must be from 0 to 0.5, was " + value, error.getMessage());
  }

  @Test
  void refusesOtherImpossibleThings() {
    var decoy = DecoyBb84.standard();
    for (double f : new double[] {0.99, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(
          "errorCorrectionEfficiency must be ≥ 1 and finite, was " + f,
          assertThrows(IllegalArgumentException.class, () -> decoy.withErrorCorrectionEfficiency(f))
              .getMessage());
    }
    for (double q : new double[] {0.49, 1.01, Double.NaN}) {
      assertEquals(
          "siftingFactor must be from 0.5 to 1, was " + q,
          assertThrows(IllegalArgumentException.class, () -> decoy.withSiftingFactor(q))
              .getMessage());
    }
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> decoy.withSource(Source.singlePhoton()))
            .getMessage()
            .startsWith("source must be a laser"));
  }
}
