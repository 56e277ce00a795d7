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
import qnet.limit.RepeaterBound;
import qnet.run.Estimate;

class MdiQkdTest {
  private static Detector detector(double efficiency, double darkCountProbability) {
    return new Detector(efficiency, 0, 1, 0).withDarkCountProbability(darkCountProbability);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/mdi.csv", numLinesToSkip = 1)
  void referenceRows(
      String id,
      String quantity,
      double darkCountProbability,
      Double km,
      Double mu,
      double expected,
      double tolerance) {
    var protocol =
        MdiQkd.loCurtyQi()
            .withDetector(detector(0.145, darkCountProbability))
            .withMeanPhotonNumber(mu == null ? Double.NaN : mu);
    var link = Fiber.standard().withLengthKm(km == null ? 1 : km);
    double actual =
        switch (quantity) {
          case "rate" -> protocol.over(link).bitsPerUse();
          case "mean photon number" -> protocol.yields(link).aliceMeanPhotonNumber();
          case "reach km" -> protocol.maxReachKm(Fiber.standard());
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void theBellMeasurementByAveragingOverThePhase() {
    var random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      double a = 2 * random.nextDouble();
      double b = 2 * random.nextDouble();
      double misalignment = 0.1 * random.nextDouble();
      double noise = Math.pow(10, -1 - 3 * random.nextDouble());
      var station = new Station(0.3, 0.1, -Math.log1p(-noise));
      var gains = new MdiGains(station, misalignment);
      double[] z = average(Basis.Z, 0.3 * a, 0.1 * b, noise, misalignment);
      double[] x = average(Basis.X, 0.3 * a, 0.1 * b, noise, misalignment);
      assertEquals(1, gains.keyGain(a, b) / z[0], 1e-10);
      assertEquals(1, gains.keyErrorGain(a, b) / z[1], 1e-10);
      assertEquals(1, gains.testGain(a, b) / x[0], 1e-10);
      assertEquals(1, gains.testErrorGain(a, b) / x[1], 1e-10);
    }
  }

  /** Gain and error gain: bits and clicks listed, the phase difference averaged by a sum. */
  private static double[] average(
      Basis basis, double alice, double bob, double noise, double misalignment) {
    int steps = 64;
    double gain = 0;
    double errors = 0;
    for (int step = 0; step < steps; step++) {
      double cosine = Math.cos(2 * Math.PI * step / steps);
      for (int bits = 0; bits < 4; bits++) {
        double[] h = {alice, bob};
        double[] v = {alice, bob};
        double sign = 1;
        for (int who = 0; who < 2; who++) {
          boolean one = (bits >> who & 1) == 1;
          h[who] *= basis == Basis.X ? 0.5 : one ? 0 : 1;
          v[who] *= basis == Basis.X ? 0.5 : one ? 1 : 0;
          sign *= basis == Basis.X && one ? -1 : 1;
        }
        double hWave = Math.sqrt(h[0] * h[1]) * cosine;
        double vWave = sign * Math.sqrt(v[0] * v[1]) * cosine;
        double[] intensity = {
          (h[0] + h[1]) / 2 + hWave,
          (v[0] + v[1]) / 2 + vWave,
          (h[0] + h[1]) / 2 - hWave,
          (v[0] + v[1]) / 2 - vWave
        };
        boolean differ = bits == 1 || bits == 2;
        for (int[] pair : new int[][] {{0, 1}, {2, 3}, {0, 3}, {1, 2}}) {
          double probability = 1;
          for (int d = 0; d < 4; d++) {
            double silent = (1 - noise) * Math.exp(-intensity[d]);
            probability *= d == pair[0] || d == pair[1] ? 1 - silent : silent;
          }
          boolean singlet = pair[1] - pair[0] != 1 || pair[0] == 1;
          boolean right = differ == (basis == Basis.Z || singlet);
          gain += probability / (4 * steps);
          errors += probability * (right ? misalignment : 1 - misalignment) / (4 * steps);
        }
      }
    }
    return new double[] {gain, errors};
  }

  /**
   * The photon pair's share of the phase-averaged gains, by their second difference at no light:
   * e^(μ_A+μ_B)·Q = Σ μ_A^n·μ_B^m/(n!·m!)·Y_nm.
   */
  @Test
  void singlePhotonYieldsFromThePhaseAverage() {
    double noise = 0.003;
    double misalignment = 0.04;
    var gains = new MdiGains(new Station(0.5, 0.2, -Math.log1p(-noise)), misalignment);
    double[] key = secondDifference(Basis.Z, noise, misalignment);
    double[] test = secondDifference(Basis.X, noise, misalignment);
    assertEquals(1, gains.singlePhotonYield() / key[0], 1e-5);
    assertEquals(1, gains.singlePhotonYield() / test[0], 1e-5);
    assertEquals(1, gains.singlePhotonErrorYield() / test[1], 1e-5);
  }

  private static double[] secondDifference(Basis basis, double noise, double misalignment) {
    double[] result = new double[2];
    double step = 0.02;
    // two extrapolations remove the third and fourth order
    double[] weights = {1.0 / 3, -2, 8.0 / 3};
    for (int part = 0; part < 2; part++) {
      for (int i = 0; i < 3; i++) {
        double s = step / (1 << i);
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
          double a = (corner & 1) * s;
          double b = (corner >> 1) * s;
          double q = average(basis, 0.5 * a, 0.2 * b, noise, misalignment)[part];
          sum += (corner == 0 || corner == 3 ? 1 : -1) * Math.exp(a + b) * q;
        }
        result[part] += weights[i] * sum / (s * s);
      }
    }
    return result;
  }

  @Test
  void trialsAgreeWithTheClosedForm() {
    Link alice = () -> 0.5;
    Link bob = () -> 0.8;
    var protocol =
        new MdiQkd(Source.laser(), detector(0.7, 0.01), 0.03, 1.16, 0.25).withMeanPhotonNumber(0.6);
    var counts = protocol.simulate(alice, bob, 2_000_000, new SplittableRandom(17));
    var yields = protocol.yields(alice, bob);
    var key = counts.tally(Basis.Z, 0.6);
    var test = counts.tally(Basis.X, 0.6);
    assertClose(key.detected(), key.sent(), yields.gain());
    assertClose(key.errors(), key.detected(), yields.qber());
    assertClose(test.detected(), test.sent(), yields.testGain());
    assertClose(test.errors(), test.detected(), yields.testQber());
    assertClose(key.sent(), 2_000_000, 0.25);
    assertEquals(yields.gain(), protocol.over(alice, bob).gain());
    double photonPairs = 0.6 * 0.6 * Math.exp(-1.2);
    double yield = photonPairYield(0.35, 0.56, 0.01);
    assertEquals(photonPairs * yield, yields.singlePhotonGain(), 1e-15);
    assertEquals(yields.qber(), protocol.over(alice, bob).qber());
  }

  /** (A9) as printed. */
  private static double photonPairYield(double a, double b, double p) {
    return (1 - p)
        * (1 - p)
        * (a * b / 2 + (2 * a + 2 * b - 3 * a * b) * p + 4 * (1 - a) * (1 - b) * p * p);
  }

  private static void assertClose(long successes, long trials, double expected) {
    double sigmas = Estimate.ofCount(successes, trials).sigmasFrom(expected);
    assertTrue(sigmas < 4, successes + " of " + trials + " against " + expected);
  }

  @Test
  void theSameSeedGivesTheSameRunOverBothForms() {
    var link = Fiber.standard().withLengthKm(10);
    var halves = link.split();
    var mdi = MdiQkd.standard();
    assertEquals(
        mdi.simulate(link, 50_000, new SplittableRandom(4)),
        mdi.simulate(halves.alice(), halves.bob(), 50_000, new SplittableRandom(4)));
    assertEquals(mdi.over(link), mdi.over(halves.alice(), halves.bob()));
    assertEquals(mdi.yields(link), mdi.yields(halves.alice(), halves.bob()));
    assertThrows(
        IllegalArgumentException.class, () -> mdi.simulate(link, 0, new SplittableRandom(4)));
  }

  @Test
  void aQuarterOfTheTestBitsIsWrong() {
    // two photons from the same laser: weak pulses have ¼ + e_d/2
    for (double misalignment : new double[] {0, 0.015, 0.1}) {
      var protocol =
          MdiQkd.loCurtyQi()
              .withDetector(detector(0.145, 0))
              .withMisalignment(misalignment)
              .withMeanPhotonNumber(1e-4);
      var yields = protocol.yields(() -> 1e-3);
      assertEquals(0.25 + misalignment / 2, yields.testQber(), 1e-5);
      assertEquals(misalignment, yields.singlePhotonQber(), 1e-12);
    }
  }

  @Test
  void rateIsProportionalToTheTransmittance() {
    var quiet = MdiQkd.loCurtyQi().withDetector(detector(0.145, 0));
    double near = quiet.over(() -> 1e-4).bitsPerUse();
    double far = quiet.over(() -> 1e-8).bitsPerUse();
    assertEquals(1e4, near / far, 20);
    // perfect devices: half of the Bell states, μ·e^(−μ) at its best on both sides
    var perfect = new MdiQkd(Source.laser(), detector(1, 0), 0, 1, 1);
    assertEquals(Math.exp(-2) / 2, perfect.over(() -> 1e-8).bitsPerUse() / 1e-8, 1e-4);
    for (double km = 0.1; km < 600; km *= 1.5) {
      var link = Fiber.standard().withLengthKm(km);
      assertTrue(perfect.over(link).bitsPerUse() < RepeaterBound.bitsPerUse(link, 1));
    }
  }

  @Test
  void noPairOfIntensitiesOfAFineScanIsBetter() {
    var random = new SplittableRandom(8);
    int withKey = 0;
    for (int i = 0; i < 60; i++) {
      var protocol =
          new MdiQkd(
              Source.laser(),
              detector(0.1 + 0.9 * random.nextDouble(), Math.pow(10, -4 - 4 * random.nextDouble())),
              0.05 * random.nextDouble(),
              1 + 0.3 * random.nextDouble(),
              1);
      double etaAlice = Math.pow(10, -2.5 * random.nextDouble());
      double etaBob = i % 3 == 0 ? etaAlice : Math.pow(10, -2.5 * random.nextDouble());
      double found = protocol.over(() -> etaAlice, () -> etaBob).bitsPerUse();
      var gains =
          new MdiGains(
              Station.between(() -> etaAlice, () -> etaBob, protocol.detector(), 4),
              protocol.misalignment());
      double scanned = 0;
      for (double a = 1; a > 0.01; a *= 0.93) {
        for (double b = 1; b > 0.01; b *= 0.93) {
          scanned = Math.max(scanned, bits(gains, a, b, protocol.errorCorrectionEfficiency()));
        }
      }
      assertTrue(found >= scanned * (1 - 1e-9), found + " against " + scanned + ": " + protocol);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 40, "cases with key: " + withKey);
  }

  private static double bits(MdiGains gains, double a, double b, double f) {
    double y11 = gains.singlePhotonYield();
    double single = a * b * Math.exp(-a - b) * y11;
    double gain = gains.keyGain(a, b);
    return single * (1 - h(Math.min(0.5, gains.singlePhotonErrorYield() / y11)))
        - f * gain * h(gains.keyErrorGain(a, b) / gain);
  }

  private static double h(double p) {
    return p == 0 ? 0 : -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
  }

  @Test
  void theSiftingFactorIsAFactor() {
    var link = Fiber.standard().withLengthKm(50);
    var all = MdiQkd.loCurtyQi();
    assertEquals(
        all.over(link).bitsPerUse() / 4,
        all.withSiftingFactor(0.25).over(link).bitsPerUse(),
        1e-18);
    assertTrue(
        all.withErrorCorrectionEfficiency(1.5).over(link).bitsPerUse()
            < all.over(link).bitsPerUse());
  }

  @Test
  void strayLightOfBothArmsFallsOnFourDetectors() {
    Link daylight =
        new Link() {
          @Override
          public double transmittance() {
            return 0.1;
          }

          @Override
          public double backgroundRateHz() {
            return 40_000;
          }
        };
    var detector = new Detector(0.5, 200, 1, 0);
    // a quarter of 2 · 40 000/s on each detector, half of it seen
    var noisier = detector.withDarkCountRateHz(200 + 10_000);
    var mdi = MdiQkd.standard();
    assertEquals(
        mdi.withDetector(noisier).over(() -> 0.1, () -> 0.1).bitsPerUse(),
        mdi.withDetector(detector).over(daylight, daylight).bitsPerUse(),
        1e-16);
  }

  @Test
  void deadTimeLowersTheUsesPerSecondOnly() {
    var link = Fiber.standard().withLengthKm(10);
    var mdi = MdiQkd.standard().withMeanPhotonNumber(0.5);
    var fast = mdi.withDetector(new Detector(0.1, 0, 1, 0)).over(link);
    var slow = mdi.withDetector(new Detector(0.1, 0, 1, 1000)).over(link);
    assertEquals(fast.bitsPerUse(), slow.bitsPerUse());
    var noisy = mdi.withDetector(new Detector(0.1, 1e7, 1, 1000)).over(() -> 1e-30);
    assertEquals(1e9 / (1 + 1000 * (1 - Math.exp(-0.04))), noisy.usesPerSecond(), 1e-3);
    // any click at all blinds the station: both pulses together hold one photon
    double anyClick = 1 - Math.exp(-0.1 * Math.sqrt(link.transmittance()));
    assertEquals(1e9, fast.usesPerSecond());
    assertEquals(1e9 / (1 + 1000 * anyClick), slow.usesPerSecond(), 1e-3);
  }

  @Test
  void saysWhatLimits() {
    var mdi = MdiQkd.loCurtyQi();
    assertEquals("loss", mdi.over(() -> 0.01).limit());
    assertEquals("no light arrives", mdi.over(() -> 0).limit());
    assertEquals("no light arrives", mdi.over(() -> 0.5, () -> 0).limit());
    assertEquals("dark counts and stray light", mdi.over(() -> 1e-6).limit());
    assertEquals("misalignment", mdi.withMisalignment(0.2).over(() -> 0.01).limit());
    assertEquals("misalignment", mdi.withMeanPhotonNumber(50).over(() -> 0.01).limit());
    var nothing = mdi.withDetector(detector(0, 0)).over(() -> 1);
    assertEquals(0, nothing.bitsPerUse());
    assertEquals(0, nothing.gain());
    assertTrue(Double.isNaN(nothing.qber()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void refusesImpossibleSifting(double value) {
    assertEquals(
        "siftingFactor must be > 0 and ≤ 1, was " + value,
        assertThrows(
                IllegalArgumentException.class, () -> MdiQkd.standard().withSiftingFactor(value))
            .getMessage());
  }

  @Test
  void refusesOtherImpossibleThings() {
    var mdi = MdiQkd.standard();
    assertEquals(
        "misalignment must be from 0 to 0.5, was 0.6",
        assertThrows(IllegalArgumentException.class, () -> mdi.withMisalignment(0.6)).getMessage());
    assertEquals(
        "errorCorrectionEfficiency must be ≥ 1 and finite, was 0.9",
        assertThrows(IllegalArgumentException.class, () -> mdi.withErrorCorrectionEfficiency(0.9))
            .getMessage());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> mdi.withSource(Source.singlePhoton()))
            .getMessage()
            .startsWith("source must be a laser"));
  }
}
