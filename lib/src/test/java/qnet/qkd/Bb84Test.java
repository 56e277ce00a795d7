package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Source;
import qnet.limit.Plob;

class Bb84Test {
  private static final Bb84 PERFECT = Bb84.ideal().withSiftingFactor(1);

  // reference row Q7: 1 − 2h(0.05), and with f = 1.16 (Shor and Preskill 2000)
  @ParameterizedTest
  @CsvSource({"1, 0.4272060857680875", "1.16, 0.38138257262953446"})
  void secretFractionAtFivePercent(double f, double expected) {
    var protocol = PERFECT.withMisalignment(0.05).withErrorCorrectionEfficiency(f);
    assertEquals(expected, protocol.over(() -> 1).bitsPerUse(), 1e-12);
  }

  // reference row Q6: the error rate at which the key ends
  @ParameterizedTest
  @CsvSource({"1, 0.11002786443830995", "1.16, 0.09810603806877627", "1.22, 0.09423516595775858"})
  void keyEndsAtTheThreshold(double f, double threshold) {
    var protocol = PERFECT.withErrorCorrectionEfficiency(f);
    assertTrue(protocol.withMisalignment(threshold - 1e-9).over(() -> 1).bitsPerUse() > 0);
    assertEquals(0, protocol.withMisalignment(threshold + 1e-9).over(() -> 1).bitsPerUse());
  }

  @Test
  void perfectDevicesReachTheTransmittance() {
    assertEquals(0.3, PERFECT.over(() -> 0.3).bitsPerUse(), 1e-15);
    assertEquals(0.15, PERFECT.withSiftingFactor(0.5).over(() -> 0.3).bitsPerUse(), 1e-15);
    for (double km = 0.1; km < 400; km *= 1.5) {
      var link = Fiber.standard().withLengthKm(km);
      assertTrue(PERFECT.over(link).bitsPerUse() < Plob.bitsPerUse(link));
    }
  }

  @Test
  void anEmitterThatMissesHalfOfThePulsesIsLikeHalfTheLight() {
    var weak = PERFECT.withSource(Source.singlePhoton().withMeanPhotonNumber(0.5));
    assertEquals(PERFECT.over(() -> 0.2), weak.over(() -> 0.4));
    var noisy = Bb84.standard().withMisalignment(0.03);
    var noisyWeak = noisy.withSource(Source.singlePhoton().withMeanPhotonNumber(0.5));
    for (var analysis : Analysis.values()) {
      var full = noisy.withAnalysis(analysis).over(() -> 0.02);
      var half = noisyWeak.withAnalysis(analysis).over(() -> 0.04);
      assertEquals(1, half.gain() / full.gain(), 1e-12);
      assertEquals(1, half.qber() / full.qber(), 1e-12);
    }
  }

  @Test
  void singlePhotonsReachFurtherThanALaserWithTheSameReceiver() {
    var fiber = Fiber.standard();
    double photons = Bb84.standard().maxReachKm(fiber);
    double laser = DecoyBb84.standard().maxReachKm(fiber);
    assertTrue(photons > laser, photons + " against " + laser);
    assertTrue(DecoyBb84.standard().withDetector(Detector.snspd()).maxReachKm(fiber) > laser + 50);
  }

  @Test
  void saysWhatLimits() {
    var bb84 = Bb84.standard();
    assertEquals("loss", bb84.over(Fiber.standard()).limit());
    assertEquals("no light arrives", bb84.over(() -> 0).limit());
    assertEquals("dark counts and stray light", bb84.over(() -> 1e-8).limit());
    assertEquals("misalignment", bb84.withMisalignment(0.12).over(() -> 1).limit());
  }

  @Test
  void nothingAtAllIsAZeroRate() {
    var rate = PERFECT.over(() -> 0);
    assertEquals(0, rate.bitsPerUse());
    assertTrue(Double.isNaN(rate.qber()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.51, Double.NaN})
  void refusesImpossibleMisalignment(double value) {
    var error = assertThrows(IllegalArgumentException.class, () -> PERFECT.withMisalignment(value));
    assertEquals("misalignment must be from 0 to 0.5, was " + value, error.getMessage());
  }

  @Test
  void refusesALaser() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> PERFECT.withSource(Source.laser()))
            .getMessage()
            .startsWith("source must emit single photons (a laser needs DecoyBb84)"));
  }
}
