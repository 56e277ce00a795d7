package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qnet.run.Estimate;

class AmplifiedLinkTest {
  private static final Fiber FIBER = Fiber.standard().withLengthKm(50);

  /** Photons drawn one by one: lost, multiplied, lost again. */
  @ParameterizedTest
  @CsvSource({"0.3, 3, 0.8", "0.1, 10, 1", "0.5, 1, 0.5", "0.02, 40, 0.5"})
  void photonsThroughAnAmplifierAreAsMany(double before, double gain, double after) {
    var link = new AmplifiedLink(() -> before, gain, () -> after, 1e9);
    var rng = new SplittableRandom(4);
    int trials = 40_000;
    double sum = 0;
    double squares = 0;
    double noise = 0;
    double noiseSquares = 0;
    for (int i = 0; i < trials; i++) {
      int signal = rng.nextDouble() < before ? 1 : 0;
      int out = lost(amplified(signal, gain, rng), after, rng);
      sum += out;
      squares += (double) out * out;
      int dark = lost(amplified(0, gain, rng), after, rng);
      noise += dark;
      noiseSquares += (double) dark * dark;
    }
    double expected = link.transmittance() + link.noisePhotons();
    assertTrue(Estimate.ofSums(sum, squares, trials).sigmasFrom(expected) < 4);
    assertTrue(Estimate.ofSums(noise, noiseSquares, trials).sigmasFrom(link.noisePhotons()) < 4);
  }

  /** Each photon in a mode makes the next one likelier: a birth process up to the gain. */
  private static int amplified(int photons, double gain, SplittableRandom rng) {
    int now = photons;
    double left = Math.log(gain);
    while (true) {
      left += Math.log1p(-rng.nextDouble()) / (now + 1); // spontaneous as if by one photon more
      if (left < 0) {
        return now;
      }
      now++;
    }
  }

  private static int lost(int photons, double kept, SplittableRandom rng) {
    int left = 0;
    for (int i = 0; i < photons; i++) {
      left += rng.nextDouble() < kept ? 1 : 0;
    }
    return left;
  }

  /** Noise in the output of each part, from the variances of Gaussian light. */
  @Test
  void theExcessNoiseIsWhatTheVarianceHasTooMuch() {
    double before = 0.2;
    double gain = 3;
    double after = 0.7;
    double variance = 5; // of the quadratures sent, in shot noise
    double first = before * variance + 1 - before;
    double second = gain * first + gain - 1;
    double third = after * second + 1 - after;
    var link = new AmplifiedLink(() -> before, gain, () -> after, 1e9);
    double eta = link.transmittance();
    assertEquals(eta * (variance + link.excessNoise()) + 1 - eta, third, 1e-12);
  }

  @Test
  void aLinkWithoutLossIsFullOfNoise() {
    var link = AmplifiedLink.lossless(FIBER);
    assertEquals(1, link.transmittance(), 1e-12);
    assertEquals(10, link.gain(), 1e-9);
    assertEquals(9 * Math.sqrt(0.1), link.noisePhotons(), 1e-9);
    assertEquals(2 * link.noisePhotons() * 1e9, link.backgroundRateHz(), 1e-3);
    assertEquals(FIBER.latencyMs(), link.latencyMs(), 1e-12);
    var none = link.withGain(1);
    assertEquals(FIBER.transmittance(), none.transmittance(), 1e-12);
    assertEquals(0, none.backgroundRateHz());
    assertEquals(0, none.excessNoise());
    assertEquals(link.backgroundRateHz() / 2, link.withBandwidthHz(0.5e9).backgroundRateHz(), 1e-3);
  }

  @Test
  void strayLightIsAmplifiedToo() {
    Link noisy =
        new Link() {
          @Override
          public double transmittance() {
            return 0.1;
          }

          @Override
          public double backgroundRateHz() {
            return 100;
          }
        };
    var link = new AmplifiedLink(noisy, 2, noisy, 1e9);
    assertEquals(100 * 2 * 0.1 + 100 + 2 * 0.1 * 1e9, link.backgroundRateHz(), 1e-6);
  }

  @Test
  void refusesWhatCannotBe() {
    assertEquals(
        "gain must be ≥ 1 and ≤ 10.0 (no more light than was sent), was 11.0",
        assertThrows(
                IllegalArgumentException.class,
                () -> new AmplifiedLink(() -> 0.1, 11, () -> 1, 1e9))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> AmplifiedLink.lossless(FIBER).withGain(0.5));
    assertThrows(
        IllegalArgumentException.class, () -> AmplifiedLink.lossless(FIBER).withGain(Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> AmplifiedLink.lossless(FIBER).withBandwidthHz(0));
  }
}
