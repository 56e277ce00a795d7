package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.PairSource;

/** The closed forms against sums over photon numbers and click patterns. */
class PairClicksTest {
  private static Receiver receiver(double eta, double noisePerDetector) {
    return new Receiver(eta, -Math.log1p(-noisePerDetector), 0, Analysis.THRESHOLD);
  }

  private static PairClicks down(double lambda, Receiver alice, Receiver bob) {
    return new PairClicks(alice, bob, PairSource.Statistics.DOWN_CONVERSION, 2 * lambda);
  }

  /** Mean of the bit (+1, −1, 0 for a double click or none) and probability of any click. */
  private static double[] side(int zeros, int ones, Receiver receiver) {
    double p = receiver.noiseProbability();
    double zeroClicks = 1 - (1 - p) * Math.pow(1 - receiver.eta(), zeros);
    double oneClicks = 1 - (1 - p) * Math.pow(1 - receiver.eta(), ones);
    double onlyZero = zeroClicks * (1 - oneClicks);
    double onlyOne = oneClicks * (1 - zeroClicks);
    return new double[] {onlyZero - onlyOne, onlyZero + onlyOne + zeroClicks * oneClicks};
  }

  /** Correlation and gain, listed: λ and angle of down-conversion. */
  private static double[] listed(double lambda, double angleRad, Receiver alice, Receiver bob) {
    double correlation = 0;
    double gain = 0;
    for (int k = 0; k < 26; k++) {
      for (int l = 0; l < 26; l++) {
        double weight = Math.pow(lambda, k + l) / Math.pow(1 + lambda, k + l + 2);
        double[] a = side(k, l, alice);
        for (int n = 0; n <= k + l; n++) {
          double p = weight * RotatedPhotons.probability(k, l, n, angleRad);
          double[] b = side(n, k + l - n, bob);
          correlation += p * a[0] * b[0];
          gain += p * a[1] * b[1];
        }
      }
    }
    return new double[] {correlation, gain};
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Math.PI / 8, Math.PI / 4, 1.2, Math.PI / 2})
  void downConversionIsTheListedSum(double angleRad) {
    var alice = receiver(0.2, 0.01);
    var bob = receiver(0.7, 0.03);
    double[] listed = listed(0.2, angleRad, alice, bob);
    var clicks = down(0.2, alice, bob);
    assertEquals(listed[0], clicks.correlation(Math.pow(Math.cos(angleRad), 2)), 1e-14);
    assertEquals(listed[1], clicks.gain(), 1e-14);
    assertEquals(
        1 - clicks.clickProbability(alice) - clicks.clickProbability(bob) + clicks.gain(),
        clicks.bothDarkProbability(),
        1e-14);
  }

  @Test
  void equationSheetPoint() {
    // λ = 0.3, η = 0.2 and 0.07, Y₀ = 1e-4 and 2e-4 per receiver, e_d = 1.5 %: sums over n in the
    // model of the paper, whose Eq. (10) leaves out the detectors that stay dark
    var alice = receiver(0.2, 1 - Math.sqrt(1 - 1e-4));
    var bob = receiver(0.07, 1 - Math.sqrt(1 - 2e-4));
    var clicks = down(0.3, alice, bob);
    assertEquals(0.0131808134662890, clicks.gain(), 1e-15);
    double half = clicks.gain() / 2;
    double dark = (1 - alice.noiseProbability()) * (1 - bob.noiseProbability());
    assertEquals(0.0020457851912264, half - (half - clicks.errorGain(0.015)) / dark, 1e-15);
    assertTrue(clicks.errorGain(0.015) > 0.0020457851912264);
  }

  @Test
  void singlePairIsTheListedSum() {
    var alice = receiver(0.4, 0.02);
    var bob = receiver(0.6, 0.05);
    double mu = 0.3;
    var clicks = new PairClicks(alice, bob, PairSource.Statistics.SINGLE_PAIR, mu);
    double[] none = {side(0, 0, alice)[1], side(0, 0, bob)[1]};
    double[] one = {side(1, 0, alice)[1], side(1, 0, bob)[1]};
    assertEquals((1 - mu) * none[0] * none[1] + mu * one[0] * one[1], clicks.gain(), 1e-15);
    assertEquals((1 - mu) * none[0] + mu * one[0], clicks.clickProbability(alice), 1e-15);
    assertEquals(
        (1 - mu) * (1 - none[0]) * (1 - none[1]) + mu * (1 - one[0]) * (1 - one[1]),
        clicks.bothDarkProbability(),
        1e-15);
    double bits = side(1, 0, alice)[0] * side(1, 0, bob)[0];
    assertEquals(mu * bits, clicks.correlation(1), 1e-15);
    assertEquals(mu * bits * Math.cos(0.8), clicks.correlation(Math.pow(Math.cos(0.4), 2)), 1e-15);
  }

  @Test
  void nothingCancelsAtHighLoss() {
    // without noise and with weak light Q → η_A η_B (μ + 3μ²/2), E → the part of two pairs
    var far = receiver(1e-12, 0);
    var clicks = down(0.05, far, far);
    assertEquals(1, clicks.gain() / (1e-24 * (0.1 + 1.5 * 0.01)), 1e-9);
    assertEquals(1, clicks.correlation(1) / (1e-24 * 2 * 0.05 * 1.05), 1e-9);
    assertTrue(clicks.errorGain(0) > 0);
  }

  @Test
  void rotationKeepsAllPhotons() {
    for (int k = 0; k < 6; k++) {
      for (int l = 0; l < 6; l++) {
        double sum = 0;
        double mean = 0;
        for (int n = 0; n <= k + l; n++) {
          double p = RotatedPhotons.probability(k, l, n, 0.6);
          sum += p;
          mean += n * p;
        }
        assertEquals(1, sum, 1e-13);
        double c = Math.pow(Math.cos(0.6), 2);
        assertEquals(k * c + l * (1 - c), mean, 1e-13);
      }
    }
    // one photon in each input of a balanced beam splitter: never one in each output
    assertEquals(0, RotatedPhotons.probability(1, 1, 1, Math.PI / 4), 1e-16);
    assertEquals(0.5, RotatedPhotons.probability(1, 1, 2, Math.PI / 4), 1e-15);
    assertEquals(2, RotatedPhotons.draw(1, 1, Math.PI / 4, 0.7));
    assertEquals(0, RotatedPhotons.draw(1, 1, Math.PI / 4, 0.3));
  }
}
