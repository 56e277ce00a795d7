package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import qnet.Reference;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.limit.Plob;
import qnet.limit.RepeaterBound;
import qnet.run.Estimate;

class TwinFieldTest {
  private static final TwinField X3 =
      new TwinField(Source.laser(), detector(1, 1e-8), 0, 1.16, 1).withMeanPhotonNumber(0.02);

  private static Detector detector(double efficiency, double darkCountProbability) {
    return new Detector(efficiency, 0, 1, 0).withDarkCountProbability(darkCountProbability);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/twin-field.csv", numLinesToSkip = 1)
  void referenceRows(
      String id,
      String protocol,
      String quantity,
      Double db,
      Double mu,
      double expected,
      double tolerance) {
    var link = Link.ofLossDb(db == null ? 0 : db);
    var curty = protocol.equals("Curty") ? X3 : X3.withErrorCorrectionEfficiency(1);
    var ideal = IdealTwinField.standard().withMeanPhotonNumber(mu == null ? Double.NaN : mu);
    var published = PhaseMatching.maZengZhou();
    QkdProtocol chosen =
        switch (protocol) {
          case "Curty", "Curty f = 1" -> curty;
          case "ideal" -> ideal;
          case "phase matching" -> published;
          case "phase matching misaligned" -> published.withMisalignment(0.015);
          default -> throw new IllegalArgumentException(protocol);
        };
    double actual =
        switch (quantity) {
          case "gain" -> chosen.over(link).gain();
          case "qber" -> chosen.over(link).qber();
          case "rate" -> chosen.over(link).bitsPerUse();
          case "phase qber" -> curty.yields(link).phaseQber();
          case "mean photon number" -> ideal.meanPhotonNumber(link);
          case "slice error" -> published.sliceError();
          case "reach km" -> chosen.maxReachKm(Fiber.standard());
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, protocol + " " + quantity, expected, tolerance, actual);
  }

  /** Photon numbers on a beam splitter by amplitudes: a†ⁿ·b†ᵐ in the operators of the outputs. */
  @Test
  void photonsBunchAsTheirAmplitudesSay() {
    double eta = 0.3;
    double noise = 0.02;
    var yields = new FockYields(eta, noise);
    for (int n = 0; n < 6; n++) {
      for (int m = 0; m < 6; m++) {
        double dark = 0; // no photon leaves by the other output
        double nothing = 0;
        for (int a = 0; a <= n; a++) {
          for (int b = 0; b <= m; b++) {
            double arrive = binomial(n, a, eta) * binomial(m, b, eta);
            dark += arrive * allByOneOutput(a, b);
            nothing += a + b == 0 ? arrive : 0;
          }
        }
        double expected = (1 - noise) * (dark - (1 - noise) * nothing);
        assertEquals(expected, yields.yield(n, m), 1e-14);
      }
    }
  }

  private static double binomial(int n, int k, double p) {
    double value = 1;
    for (int i = 0; i < k; i++) {
      value *= (double) (n - i) / (i + 1) * p;
    }
    return value * Math.pow(1 - p, n - k);
  }

  /** |⟨a+b, 0|U|a, b⟩|², from (c + d)^a·(c − d)^b/√(2^(a+b)·a!·b!) applied to the vacuum. */
  private static double allByOneOutput(int a, int b) {
    double[] power = {1}; // coefficient of c^k·d^(i−k) in the product of i factors
    for (int i = 0; i < a + b; i++) {
      double[] next = new double[power.length + 1];
      for (int k = 0; k < power.length; k++) {
        next[k + 1] += power[k];
        next[k] += i < a ? power[k] : -power[k];
      }
      power = next;
    }
    double amplitude = power[a + b] * Math.sqrt(factorial(a + b));
    return amplitude * amplitude / (Math.pow(2, a + b) * factorial(a) * factorial(b));
  }

  private static double factorial(int n) {
    return n == 0 ? 1 : n * factorial(n - 1);
  }

  @Test
  void laserPulsesOfRandomPhaseAreMixturesOfPhotonNumbers() {
    double eta = 0.4;
    double noise = 0.01;
    double mu = 0.7;
    var yields = new FockYields(eta, noise);
    double mixture = 0;
    for (int n = 0; n < FockYields.CUTOFF; n++) {
      for (int m = 0; m < FockYields.CUTOFF; m++) {
        mixture +=
            Math.exp(-2 * mu)
                * Math.pow(mu, n + m)
                / (factorial(n) * factorial(m))
                * yields.yield(n, m);
      }
    }
    double averaged = 0;
    int steps = 64;
    for (int i = 0; i < steps; i++) {
      double wave = Math.cos(2 * Math.PI * i / steps);
      double bright = (1 - noise) * Math.exp(-eta * mu * (1 + wave));
      double other = (1 - noise) * Math.exp(-eta * mu * (1 - wave));
      averaged += (1 - bright) * other / steps;
    }
    assertEquals(averaged, mixture, 1e-9);
  }

  @Test
  void trialsAgreeWithTheClosedForm() {
    for (double misalignment : new double[] {0, 0.07}) {
      var protocol =
          new TwinField(Source.laser(), detector(0.8, 0.01), misalignment, 1.16, 1)
              .withMeanPhotonNumber(0.2);
      Link link = () -> 0.3;
      var tally = protocol.simulate(link, 1_000_000, new SplittableRandom(12)).tally(Basis.X, 0.2);
      var rate = protocol.over(link);
      assertClose(tally.detected(), tally.sent(), rate.gain());
      assertClose(tally.errors(), tally.detected(), rate.qber());
    }
  }

  private static void assertClose(long successes, long trials, double expected) {
    double sigmas = Estimate.ofCount(successes, trials).sigmasFrom(expected);
    assertTrue(sigmas < 4, successes + " of " + trials + " against " + expected);
  }

  @Test
  void gainAndErrorsAreThePrintedOnes() {
    // Eqs. (30) and (31) as they are printed, with Ω = cos φ = 1 − 2e
    double eta = 0.1;
    double mu = 0.3;
    double noise = 0.02;
    double omega = 1 - 2 * 0.05;
    double gamma = eta * mu;
    double gain =
        0.5 * (1 - noise) * (Math.exp(-gamma * omega) + Math.exp(gamma * omega)) * Math.exp(-gamma)
            - (1 - noise) * (1 - noise) * Math.exp(-2 * gamma);
    double errors =
        (Math.exp(-gamma * omega) - (1 - noise) * Math.exp(-gamma))
            / (Math.exp(-gamma * omega)
                + Math.exp(gamma * omega)
                - 2 * (1 - noise) * Math.exp(-gamma));
    var rate =
        new TwinField(Source.laser(), detector(1, noise), 0.05, 1, 1)
            .withMeanPhotonNumber(mu)
            .over(() -> eta * eta);
    assertEquals(2 * gain, rate.gain(), 1e-15);
    assertEquals(errors, rate.qber(), 1e-14);
  }

  @Test
  void beyondTheCutOffEverythingCountsAsAClick() {
    var yields = new FockYields(0.5, 0.01);
    for (double mu : new double[] {0.3, 4, 10, 40}) {
      double gain = 0;
      for (int parity = 0; parity < 2; parity++) {
        double sum = 0;
        for (int n = parity; n < 160; n += 2) {
          for (int m = parity; m < 160; m += 2) {
            boolean known = n < FockYields.CUTOFF && m < FockYields.CUTOFF;
            sum +=
                amplitude(mu, n) * amplitude(mu, m) * (known ? Math.sqrt(yields.yield(n, m)) : 1);
          }
        }
        gain += sum * sum;
      }
      assertEquals(1, yields.phaseErrorGain(mu) / gain, 1e-9);
    }
  }

  private static double amplitude(double mu, int n) {
    return Math.exp((n * Math.log(mu) - mu - logFactorial(n)) / 2);
  }

  private static double logFactorial(int n) {
    double sum = 0;
    for (int i = 2; i <= n; i++) {
      sum += Math.log(i);
    }
    return sum;
  }

  @Test
  void rateFallsWithTheSquareRootOfTheTransmittance() {
    var quiet = new TwinField(Source.laser(), detector(1, 0), 0, 1, 1);
    double near = quiet.over(() -> 1e-6).bitsPerUse();
    double far = quiet.over(() -> 1e-14).bitsPerUse();
    assertEquals(1e4, near / far, 20);
  }

  @Test
  void neverAboveWhatLossAloneAllows() {
    var perfect = new TwinField(Source.laser(), detector(1, 0), 0, 1, 1);
    for (double km = 1; km < 800; km *= 1.4) {
      var link = Fiber.standard().withLengthKm(km);
      double ideal = IdealTwinField.standard().over(link).bitsPerUse();
      assertTrue(perfect.over(link).bitsPerUse() < ideal);
      assertTrue(ideal < RepeaterBound.bitsPerUse(link, 1));
      for (double mu : new double[] {0.01, 0.05, 0.2}) {
        assertTrue(
            perfect.withMeanPhotonNumber(mu).over(link).bitsPerUse()
                <= IdealTwinField.standard().withMeanPhotonNumber(mu).over(link).bitsPerUse());
      }
    }
  }

  @Test
  void crossesTheBoundOfDirectTransmission() {
    // Lucamarini et al. 2018, Fig. 1a, whose protocol also keeps one pair of slices in 16: near
    // 200 km with ideal, near 340 km with real devices
    var real = PhaseMatching.maZengZhou().withMisalignment(0.015);
    assertEquals(340, crossingKm(real), 30);
    var ideal = real.withDetector(detector(1, 0)).withMisalignment(0);
    assertEquals(200, crossingKm(ideal), 40);
    // without slices it is earlier, and nothing can be earlier than loss alone allows
    double curty = crossingKm(new TwinField(Source.laser(), detector(1, 0), 0, 1, 1));
    assertTrue(curty < crossingKm(ideal));
    assertTrue(crossingKm(IdealTwinField.standard()) < curty);
  }

  private static double crossingKm(QkdProtocol protocol) {
    for (int km = 10; km < 1000; km += 5) {
      var link = Fiber.standard().withLengthKm(km);
      if (protocol.over(link).bitsPerUse() > Plob.bitsPerUse(link)) {
        return km;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  void noIntensityOfAFineScanIsBetter() {
    var random = new SplittableRandom(2);
    int withKey = 0;
    for (int i = 0; i < 60; i++) {
      var protocol =
          new TwinField(
              Source.laser(),
              detector(0.1 + 0.9 * random.nextDouble(), Math.pow(10, -5 - 5 * random.nextDouble())),
              0.06 * random.nextDouble(),
              1 + 0.3 * random.nextDouble(),
              1);
      double eta = Math.pow(10, -8 * random.nextDouble());
      double found = protocol.over(() -> eta).bitsPerUse();
      double scanned = 0;
      for (double mu = 1; mu > 1e-4; mu *= 0.96) {
        double bits = protocol.withMeanPhotonNumber(mu).over(() -> eta).bitsPerUse();
        scanned = Math.max(scanned, bits);
      }
      assertTrue(found >= scanned * (1 - 1e-9), found + " against " + scanned + ": " + protocol);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 20, "cases with key: " + withKey);
  }

  @Test
  void theSiftingFactorIsAFactor() {
    var link = Fiber.standard().withLengthKm(200);
    assertEquals(
        X3.over(link).bitsPerUse() / 4, X3.withSiftingFactor(0.25).over(link).bitsPerUse(), 1e-18);
    assertEquals(0.25, TwinField.standard().siftingFactor());
  }

  @Test
  void deadTimeLowersTheUsesPerSecondOnly() {
    Link link = () -> 0.01;
    var slow = X3.withDetector(new Detector(1, 0, 1, 1000)).over(link);
    double anyClick = 1 - Math.exp(-2 * 0.1 * 0.02);
    assertEquals(1e9 / (1 + 1000 * anyClick), slow.usesPerSecond(), 1e-3);
    assertEquals(
        X3.withDetector(new Detector(1, 0, 1, 0)).over(link).bitsPerUse(), slow.bitsPerUse());
  }

  @Test
  void saysWhatLimits() {
    var tf = X3.withMeanPhotonNumber(Double.NaN).withMisalignment(0.01);
    assertEquals("loss", tf.over(() -> 1e-3).limit());
    assertEquals("no light arrives", tf.over(() -> 0).limit());
    assertEquals("dark counts and stray light", tf.over(() -> 1e-16).limit());
    assertEquals("misalignment", tf.withMisalignment(0.3).over(() -> 1e-3).limit());
    assertEquals("pulses of several photons", tf.withMeanPhotonNumber(2).over(() -> 1e-3).limit());
    assertEquals(0.5, tf.withMeanPhotonNumber(2).yields(() -> 1e-3).phaseQber());
    var nothing = tf.withDetector(detector(0, 0)).over(() -> 1);
    assertEquals(0, nothing.bitsPerUse());
    assertTrue(Double.isNaN(nothing.qber()));
    assertEquals("no light arrives", IdealTwinField.standard().over(() -> 0).limit());
    assertEquals(0, IdealTwinField.standard().over(() -> 0).bitsPerUse());
  }

  @Test
  void refusesArmsThatDiffer() {
    String message =
        "the arms must have the same transmittance (attenuate the better one), were 0.1 and 0.2";
    for (TwoArmProtocol protocol :
        new TwoArmProtocol[] {
          TwinField.standard(),
          IdealTwinField.standard(),
          PhaseMatching.standard(),
          SendOrNotSend.standard()
        }) {
      assertEquals(
          message,
          assertThrows(IllegalArgumentException.class, () -> protocol.over(() -> 0.1, () -> 0.2))
              .getMessage());
      assertEquals(protocol.over(() -> 0.01), protocol.over(() -> 0.1, () -> 0.1));
    }
  }

  @Test
  void refusesOtherImpossibleThings() {
    var tf = TwinField.standard();
    assertEquals(
        "misalignment must be from 0 to 0.5, was NaN",
        assertThrows(IllegalArgumentException.class, () -> tf.withMisalignment(Double.NaN))
            .getMessage());
    assertEquals(
        "siftingFactor must be > 0 and ≤ 1, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> tf.withSiftingFactor(0)).getMessage());
    assertEquals(
        "errorCorrectionEfficiency must be ≥ 1 and finite, was 0.5",
        assertThrows(IllegalArgumentException.class, () -> tf.withErrorCorrectionEfficiency(0.5))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> tf.withSource(Source.singlePhoton()));
    assertThrows(IllegalArgumentException.class, () -> new IdealTwinField(Source.singlePhoton()));
    assertThrows(
        IllegalArgumentException.class, () -> tf.simulate(() -> 0.1, 0, new SplittableRandom(1)));
  }
}
