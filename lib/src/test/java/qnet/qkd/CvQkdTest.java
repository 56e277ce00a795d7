package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.Reference;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.limit.Plob;
import qnet.qkd.CvReceiver.Measurement;
import qnet.qkd.CvReceiver.Trust;

class CvQkdTest {
  private static final CvQkd PERFECT = new CvQkd(1e4, 0, CvReceiver.ideal(), 1, 1e9);

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/cv-qkd.csv", numLinesToSkip = 1)
  void referenceRows(
      String id,
      String quantity,
      Measurement measurement,
      Trust trust,
      double variance,
      double transmittance,
      double excessNoise,
      double beta,
      double efficiency,
      double electronicNoise,
      double expected,
      double tolerance) {
    var receiver = new CvReceiver(measurement, efficiency, electronicNoise, trust);
    var protocol = new CvQkd(variance, excessNoise, receiver, beta, 350_000);
    Link link = () -> transmittance;
    double actual =
        switch (quantity) {
          case "rate" -> protocol.over(link).bitsPerUse();
          case "shared bits" -> protocol.information(link).sharedBits();
          case "Eve bits" -> protocol.information(link).eavesdropperBits();
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void meetsThePublishedExperiment() {
    // Lodewyck et al. 2007 print kbit/s at 350 kHz: 365 shared, 316 known to Eve, 12.3 of key
    var protocol = CvQkd.lodewyck();
    Link channel = () -> 0.302;
    var information = protocol.information(channel);
    assertEquals(365, 350 * information.sharedBits(), 0.5);
    assertEquals(316, 350 * information.eavesdropperBits(), 0.5);
    assertEquals(12.3, protocol.over(channel).bitsPerSecond() / 1000, 0.05);
  }

  /** Eve's information from covariance matrices alone: no formula of the class under test. */
  @ParameterizedTest
  @EnumSource(Measurement.class)
  void eavesdropperByCovarianceMatrices(Measurement measurement) {
    var random = new SplittableRandom(71);
    for (int i = 0; i < 300; i++) {
      double t = 0.001 + 0.99 * random.nextDouble();
      double xi = i % 3 == 0 ? 0 : 0.2 * random.nextDouble();
      double va = 0.1 + 30 * random.nextDouble();
      double eta = 0.2 + 0.79 * random.nextDouble();
      double vel = i % 2 == 0 ? 0 : 0.3 * random.nextDouble();
      var receiver = new CvReceiver(measurement, eta, vel, Trust.TRUSTED);
      double expected = holevo(va, t, xi, receiver);
      double actual = new CvQkd(va, xi, receiver, 1, 1).information(() -> t).eavesdropperBits();
      assertEquals(expected, actual, 2e-6, () -> "T " + t + " xi " + xi + " VA " + va);
    }
  }

  private static double holevo(double va, double t, double xi, CvReceiver receiver) {
    double v = va + 1;
    double b = t * v + 1 - t + t * xi;
    double c = Math.sqrt(t * (v * v - 1));
    double[][] beforeReceiver = twoModes(v, b, c);
    // the receiver as a beam splitter with one half of a squeezed pair of variance n
    double eta = receiver.efficiency();
    boolean both = receiver.measurement() == Measurement.HETERODYNE;
    double n = 1 + (both ? 2 : 1) * receiver.electronicNoise() / (1 - eta);
    var modes = MatrixUtils.createRealMatrix(8, 8); // A, B, F, G with (x, p) each
    modes.setSubMatrix(beforeReceiver, 0, 0);
    modes.setSubMatrix(twoModes(n, n, Math.sqrt(Math.max(0, n * n - 1))), 4, 4);
    var splitter = MatrixUtils.createRealIdentityMatrix(8);
    for (int q = 0; q < 2; q++) {
      splitter.setEntry(2 + q, 2 + q, Math.sqrt(eta));
      splitter.setEntry(2 + q, 4 + q, Math.sqrt(1 - eta));
      splitter.setEntry(4 + q, 2 + q, -Math.sqrt(1 - eta));
      splitter.setEntry(4 + q, 4 + q, Math.sqrt(eta));
    }
    var after = splitter.multiply(modes).multiply(splitter.transpose());
    int[] kept = {0, 1, 4, 5, 6, 7};
    int[] bob = {2, 3};
    var rest = after.getSubMatrix(kept, kept);
    var cross = after.getSubMatrix(kept, bob);
    var measured = after.getSubMatrix(bob, bob);
    RealMatrix inverse;
    if (both) {
      inverse = MatrixUtils.inverse(measured.add(MatrixUtils.createRealIdentityMatrix(2)));
    } else {
      inverse = MatrixUtils.createRealMatrix(2, 2);
      inverse.setEntry(0, 0, 1 / measured.getEntry(0, 0));
    }
    var known = rest.subtract(cross.multiply(inverse).multiply(cross.transpose()));
    return entropy(MatrixUtils.createRealMatrix(beforeReceiver)) - entropy(known);
  }

  private static double[][] twoModes(double a, double b, double c) {
    return new double[][] {{a, 0, c, 0}, {0, a, 0, -c}, {c, 0, b, 0}, {0, -c, 0, b}};
  }

  /** Sum of G((ν − 1)/2) over the symplectic eigenvalues, the moduli of the eigenvalues of Ωγ. */
  private static double entropy(RealMatrix covariance) {
    int size = covariance.getRowDimension();
    var omega = MatrixUtils.createRealMatrix(size, size);
    for (int i = 0; i < size; i += 2) {
      omega.setEntry(i, i + 1, 1);
      omega.setEntry(i + 1, i, -1);
    }
    double[] eigenvalues = new EigenDecomposition(omega.multiply(covariance)).getImagEigenvalues();
    double sum = 0;
    for (double value : eigenvalues) {
      double x = (Math.abs(value) - 1) / 2;
      sum += x <= 1e-12 ? 0 : ((x + 1) * Math.log(x + 1) - x * Math.log(x)) / Math.log(2);
    }
    return sum / 2; // each appears twice
  }

  /** Alice's and Bob's values drawn one by one: their correlation gives the information. */
  @ParameterizedTest
  @EnumSource(Measurement.class)
  void sharedInformationByDrawing(Measurement measurement) {
    double t = 0.4;
    double xi = 0.1;
    double va = 3;
    double eta = 0.7;
    double vel = 0.2;
    var random = new SplittableRandom(5);
    boolean both = measurement == Measurement.HETERODYNE;
    int n = 400_000;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < n; i++) {
      double alice = Math.sqrt(va) * random.nextGaussian();
      double light = alice + random.nextGaussian() + Math.sqrt(xi) * random.nextGaussian();
      light = Math.sqrt(t) * light + Math.sqrt(1 - t) * random.nextGaussian();
      light = Math.sqrt(eta) * light + Math.sqrt(1 - eta) * random.nextGaussian();
      if (both) {
        light = Math.sqrt(0.5) * (light + random.nextGaussian()); // the other half of the light
      }
      double bob = light + Math.sqrt(vel) * random.nextGaussian();
      ab += alice * bob;
      aa += alice * alice;
      bb += bob * bob;
    }
    double correlation = ab / Math.sqrt(aa * bb);
    double bits = -Math.log(1 - correlation * correlation) / Math.log(4) * (both ? 2 : 1);
    double slope = correlation / (1 - correlation * correlation) / Math.log(2) * (both ? 2 : 1);
    double standardError = slope * (1 - correlation * correlation) / Math.sqrt(n);
    var receiver = new CvReceiver(measurement, eta, vel, Trust.TRUSTED);
    double closed = new CvQkd(va, xi, receiver, 1, 1).information(() -> t).sharedBits();
    assertEquals(closed, bits, 4 * standardError);
    assertTrue(standardError < 0.004);
  }

  @Test
  void idealHomodyneApproachesHalfOfTheCapacity() {
    for (double t : new double[] {1e-100, 1e-12, 1e-6, 1e-3, 0.1, 0.5, 0.9}) {
      double half = Plob.bitsPerUse(t) / 2;
      assertEquals(1, PERFECT.over(() -> t).bitsPerUse() / half, 1e-3);
    }
    // proportional to the transmittance, far away
    double near = PERFECT.over(() -> 1e-4).bitsPerUse();
    double far = PERFECT.over(() -> 1e-6).bitsPerUse();
    assertEquals(100, near / far, 0.1);
  }

  @Test
  void neverAboveTheCapacityOfTheLink() {
    var fiber = Fiber.standard();
    for (var measurement : Measurement.values()) {
      var protocol = PERFECT.withReceiver(CvReceiver.ideal().withMeasurement(measurement));
      for (double km = 0.01; km < 500; km *= 1.4) {
        var link = fiber.withLengthKm(km);
        assertTrue(protocol.over(link).bitsPerUse() <= Plob.bitsPerUse(link));
      }
    }
  }

  @Test
  void lessTrustMovesOnlyWhatEveKnows() {
    for (var measurement : Measurement.values()) {
      var trusted =
          CvQkd.lodewyck().withReceiver(CvReceiver.lodewyck().withMeasurement(measurement));
      var untrusted = trusted.withReceiver(trusted.receiver().withTrust(Trust.UNTRUSTED));
      Link link = () -> 0.302;
      assertEquals(
          trusted.information(link).sharedBits(), untrusted.information(link).sharedBits(), 1e-12);
      assertTrue(
          untrusted.information(link).eavesdropperBits()
              > trusted.information(link).eavesdropperBits() + 0.01);
    }
  }

  @Test
  void trustMakesNoDifferenceToAnIdealReceiver() {
    var untrusted = PERFECT.withReceiver(CvReceiver.ideal().withTrust(Trust.UNTRUSTED));
    assertEquals(
        PERFECT.withExcessNoise(0.02).over(() -> 0.3),
        untrusted.withExcessNoise(0.02).over(() -> 0.3));
  }

  @Test
  void excessNoiseIsThatOfTheChannelInput() {
    // noise at the output of the channel counts 1/T times as much at its input
    var receiver = new CvReceiver(Measurement.HOMODYNE, 1, 0.003, Trust.UNTRUSTED);
    var byReceiver = new CvQkd(5, 0, receiver, 1, 1);
    var byChannel = new CvQkd(5, 0.003 / 0.1, CvReceiver.ideal(), 1, 1);
    assertEquals(
        byChannel.over(() -> 0.1).bitsPerUse(), byReceiver.over(() -> 0.1).bitsPerUse(), 1e-12);
  }

  @Test
  void noModulationOfAFineScanIsBetter() {
    var random = new SplittableRandom(9);
    int withKey = 0;
    for (int i = 0; i < 300; i++) {
      var receiver =
          new CvReceiver(
              Measurement.values()[i % 2],
              0.3 + 0.7 * random.nextDouble(),
              0.1 * random.nextDouble(),
              Trust.values()[i / 2 % 2]);
      var protocol =
          new CvQkd(
              Double.NaN, 0.05 * random.nextDouble(), receiver, 0.8 + 0.2 * random.nextDouble(), 1);
      double t = Math.pow(10, -3 * random.nextDouble());
      double found = protocol.over(() -> t).bitsPerUse();
      double scanned = 0;
      for (double variance = 1e4; variance > 1e-3; variance *= 0.93) {
        double bits = protocol.withModulationVariance(variance).over(() -> t).bitsPerUse();
        scanned = Math.max(scanned, bits);
      }
      assertTrue(found >= scanned * (1 - 1e-9), found + " against " + scanned + " at " + protocol);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 80, "cases with key: " + withKey);
  }

  @Test
  void optimumIsReturned() {
    var link = Fiber.standard().withLengthKm(25);
    var optimised = CvQkd.standard().optimisedFor(link);
    assertEquals(
        CvQkd.standard().over(link).bitsPerUse(), optimised.over(link).bitsPerUse(), 1e-15);
    assertEquals(
        optimised.modulationVariance(), CvQkd.standard().information(link).modulationVariance());
    assertEquals(optimised, optimised.optimisedFor(Fiber.standard()));
  }

  @Test
  void saysWhatLimits() {
    var protocol = CvQkd.standard();
    assertEquals("loss", protocol.over(Fiber.standard().withLengthKm(10)).limit());
    assertEquals("no light arrives", protocol.over(() -> 0).limit());
    assertEquals("excess noise", protocol.withExcessNoise(0.2).over(() -> 0.01).limit());
    assertEquals(
        "error correction",
        protocol
            .withModulationVariance(1000)
            .withReconciliationEfficiency(0.5)
            .over(() -> 0.1)
            .limit());
    assertEquals(
        "noise of the receiver",
        protocol
            .withReceiver(CvReceiver.lodewyck().withTrust(Trust.UNTRUSTED))
            .over(() -> 0.05)
            .limit());
    var rate = protocol.over(() -> 0);
    assertEquals(0, rate.bitsPerUse());
    assertTrue(Double.isNaN(rate.qber()));
    assertEquals(0, protocol.information(() -> 0).sharedBits());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 10_001, Double.POSITIVE_INFINITY})
  void refusesImpossibleModulation(double value) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> CvQkd.standard().withModulationVariance(value));
    assertEquals(
        "modulationVariance must be > 0 and ≤ 10000, or NaN for the best one, was " + value,
        error.getMessage());
  }

  @Test
  void refusesOtherImpossibleThings() {
    var cv = CvQkd.standard();
    for (double value : new double[] {-0.01, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRefused("excessNoise must be ≥ 0 and finite", value, () -> cv.withExcessNoise(value));
      assertRefused(
          "electronicNoise must be ≥ 0 and finite",
          value,
          () -> CvReceiver.ideal().withElectronicNoise(value));
    }
    for (double value : new double[] {0, 1.01, Double.NaN}) {
      assertRefused(
          "reconciliationEfficiency must be > 0 and ≤ 1",
          value,
          () -> cv.withReconciliationEfficiency(value));
      assertRefused(
          "efficiency must be > 0 and ≤ 1", value, () -> CvReceiver.ideal().withEfficiency(value));
    }
    for (double value : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRefused("symbolRateHz must be > 0 and finite", value, () -> cv.withSymbolRateHz(value));
    }
  }

  private static void assertRefused(String message, double value, Executable call) {
    assertEquals(
        message + ", was " + value,
        assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void heterodyneCarriesBothQuadratures() {
    // an ideal channel and receiver: log₂ of half the signal-to-noise, against ½·log₂ of it
    double bits = Math.log(1 + 6.0 / 2) / Math.log(2);
    var protocol =
        new CvQkd(6, 0, CvReceiver.ideal().withMeasurement(Measurement.HETERODYNE), 1, 1);
    assertEquals(bits, protocol.information(() -> 1).sharedBits(), 1e-12);
    assertEquals(0, protocol.information(() -> 1).eavesdropperBits(), 1e-12);
  }
}
