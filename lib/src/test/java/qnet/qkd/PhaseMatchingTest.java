package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Source;
import qnet.limit.RepeaterBound;
import qnet.run.Estimate;
import qnet.state.Entropy;

class PhaseMatchingTest {
  private static Detector detector(double efficiency, double darkCountProbability) {
    return new Detector(efficiency, 0, 1, 0).withDarkCountProbability(darkCountProbability);
  }

  @Test
  void theClosedSumsAreTheSumsOfThePaper() {
    double eta = 0.2;
    double noise = 1e-3;
    double wrong = 0.03;
    double mu = 0.4;
    double gain = (1 - noise) * (1 - (1 - 2 * noise) * Math.exp(-eta * mu)); // (B14)
    double phase = 0;
    double left = gain;
    double poisson = Math.exp(-mu);
    for (int k = 0; k < 30; k++) {
      double lost = Math.pow(1 - eta, k);
      double share = poisson * (1 - noise) * (1 - (1 - 2 * noise) * lost); // (B13), (B14)
      if (k == 0) {
        phase += share / 2;
        left -= share;
      } else if (k % 2 == 1) {
        phase += poisson * (noise * lost + wrong * (1 - lost)); // (B20)
        left -= share;
      }
      poisson *= mu / (k + 1);
    }
    var clicks = new PhaseMatchedClicks(eta, noise, wrong);
    assertEquals(gain, clicks.gain(mu), 1e-15);
    assertEquals(phase + left, clicks.phaseErrorGain(mu), 1e-15); // (2)
  }

  /** Phases drawn uniformly from one slice, coherent states on a beam splitter, clicks. */
  @Test
  void clicksByDrawing() {
    int slices = 16;
    double eta = 0.02;
    double noise = 2e-3;
    double mu = 0.25; // of each: η·μ is small, as (B22) needs it
    var random = new SplittableRandom(33);
    long pairs = 3_000_000;
    long clicks = 0;
    long errors = 0;
    for (long i = 0; i < pairs; i++) {
      double difference = 2 * Math.PI / slices * (random.nextDouble() - random.nextDouble());
      double right = eta * mu * (1 + Math.cos(difference));
      double wrong = eta * mu * (1 - Math.cos(difference));
      boolean rightClick = random.nextDouble() > (1 - noise) * Math.exp(-right);
      boolean wrongClick = random.nextDouble() > (1 - noise) * Math.exp(-wrong);
      clicks += rightClick != wrongClick ? 1 : 0;
      errors += wrongClick && !rightClick ? 1 : 0;
    }
    var protocol =
        new PhaseMatching(Source.laser(), detector(eta, noise), 0, 1, slices, Double.NaN)
            .withMeanPhotonNumber(mu);
    var yields = protocol.yields(() -> 1);
    assertTrue(Estimate.ofCount(clicks, pairs).sigmasFrom(yields.gain()) < 4);
    assertTrue(Estimate.ofCount(errors, clicks).sigmasFrom(yields.qber()) < 4);
  }

  @Test
  void theErrorInsideASliceIsThatOfUniformPhases() {
    // much light, no noise: what is left is the slice error and the misalignment
    var random = new SplittableRandom(34);
    for (int slices : new int[] {4, 8, 16, 64}) {
      double sum = 0;
      double squares = 0;
      int n = 200_000;
      for (int i = 0; i < n; i++) {
        double difference = 2 * Math.PI / slices * (random.nextDouble() - random.nextDouble());
        double error = (1 - Math.cos(difference)) / 2;
        sum += error;
        squares += error * error;
      }
      var quiet =
          new PhaseMatching(Source.laser(), detector(1e-6, 0), 0, 1, slices, Double.NaN)
              .withMeanPhotonNumber(0.1);
      double qber = quiet.yields(() -> 1).qber();
      assertTrue(Estimate.ofSums(sum, squares, n).sigmasFrom(qber) < 4, slices + ": " + qber);
      // two errors cancel
      assertEquals(
          qber + 0.1 - 2 * 0.1 * qber, quiet.withMisalignment(0.1).yields(() -> 1).qber(), 1e-6);
    }
  }

  @Test
  void thePaperHasLessErrorInASliceAndReachesALittleFurther() {
    var printed = PhaseMatching.maZengZhou();
    var uniform = printed.withSliceError(Double.NaN);
    assertEquals(0.64e-2, uniform.yields(() -> 1e-4).qber(), 0.05e-2);
    assertEquals(0.38e-2, printed.yields(() -> 1e-4).qber(), 0.05e-2);
    assertEquals(418, printed.maxReachKm(Fiber.standard()), 0.5); // as printed
    assertEquals(415.4, uniform.maxReachKm(Fiber.standard()), 0.1);
  }

  @Test
  void keepsTwoSlicesOfM() {
    var sixteen = PhaseMatching.maZengZhou();
    var link = Fiber.standard().withLengthKm(100);
    assertEquals(
        sixteen.over(link).bitsPerUse() / 2,
        sixteen.withPhaseSlices(32).over(link).bitsPerUse(),
        1e-15);
    var rate = sixteen.over(link);
    double phase = sixteen.yields(link).phaseQber();
    double fraction = 1 - 1.15 * Entropy.binary(rate.qber()) - Entropy.binary(phase);
    assertEquals(rate.gain() * fraction / 8, rate.bitsPerUse(), 1e-15);
  }

  @Test
  void rateFallsWithTheSquareRootOfTheTransmittance() {
    var quiet = PhaseMatching.maZengZhou().withDetector(detector(1, 0));
    assertEquals(
        1e4, quiet.over(() -> 1e-6).bitsPerUse() / quiet.over(() -> 1e-14).bitsPerUse(), 20);
    for (double km = 1; km < 800; km *= 1.4) {
      var link = Fiber.standard().withLengthKm(km);
      assertTrue(quiet.over(link).bitsPerUse() < RepeaterBound.bitsPerUse(link, 1));
    }
  }

  @Test
  void noIntensityOfAFineScanIsBetter() {
    var random = new SplittableRandom(6);
    int withKey = 0;
    for (int i = 0; i < 300; i++) {
      var protocol =
          PhaseMatching.standard()
              .withDetector(
                  detector(
                      0.1 + 0.9 * random.nextDouble(), Math.pow(10, -5 - 5 * random.nextDouble())))
              .withMisalignment(0.08 * random.nextDouble());
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
    assertTrue(withKey > 100, "cases with key: " + withKey);
  }

  @Test
  void saysWhatLimits() {
    var pm = PhaseMatching.maZengZhou().withMisalignment(0.01);
    assertEquals("loss", pm.over(() -> 1e-3).limit());
    assertEquals("no light arrives", pm.over(() -> 0).limit());
    assertEquals("dark counts and stray light", pm.over(() -> 1e-12).limit());
    assertEquals("misalignment", pm.withMisalignment(0.3).over(() -> 1e-3).limit());
    assertEquals("pulses of several photons", pm.withMeanPhotonNumber(2).over(() -> 1e-3).limit());
    assertEquals(0.5, pm.withMeanPhotonNumber(2).yields(() -> 1e-3).phaseQber(), 1e-3);
    assertTrue(Double.isNaN(pm.withDetector(detector(0, 0)).over(() -> 1).qber()));
    assertEquals(16, PhaseMatching.standard().phaseSlices());
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 2, 5, 17})
  void refusesImpossibleSlices(int slices) {
    assertEquals(
        "phaseSlices must be even and ≥ 4, was " + slices,
        assertThrows(
                IllegalArgumentException.class,
                () -> PhaseMatching.standard().withPhaseSlices(slices))
            .getMessage());
  }

  @Test
  void refusesOtherImpossibleThings() {
    var pm = PhaseMatching.standard();
    assertEquals(
        "sliceError must be from 0 to 0.5, or NaN for uniform phases, was 0.6",
        assertThrows(IllegalArgumentException.class, () -> pm.withSliceError(0.6)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> pm.withMisalignment(-0.1));
    assertThrows(IllegalArgumentException.class, () -> pm.withErrorCorrectionEfficiency(0.9));
    assertThrows(IllegalArgumentException.class, () -> pm.withSource(Source.singlePhoton()));
  }
}
