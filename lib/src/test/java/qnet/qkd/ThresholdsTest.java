package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.Reference;
import qnet.state.Entropy;

class ThresholdsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/qkd-thresholds.csv", numLinesToSkip = 1)
  void rows(String id, String quantity, Double parameter, double expected, double tolerance) {
    double p = parameter == null ? Double.NaN : parameter;
    double actual =
        switch (quantity) {
          case "miss probability" -> new InterceptResend(1).missProbability((long) p);
          case "bits to compare" -> new InterceptResend(1).requiredBits(p);
          case "BB84" -> Thresholds.bb84(p);
          case "BB84 fraction" -> 1 - EveInformation.collectiveBits(p) - Entropy.binary(p);
          case "six-state" -> Thresholds.sixState();
          case "six-state fraction" ->
              1 - EveInformation.collectiveSixStateBits(p) - Entropy.binary(p);
          case "BB84 noisy preprocessing" -> Thresholds.bb84NoisyPreprocessing();
          case "BB84 individual" -> Thresholds.bb84Individual();
          case "individual attack" -> EveInformation.individualBits(p);
          case "SARG04 one photon" -> Thresholds.sarg04OnePhoton();
          case "SARG04 two photons" -> Thresholds.sarg04TwoPhotons();
          case "multi-photon probability" -> new PhotonSplitting(p).multiPhotonProbability();
          case "multi-photon fraction" -> new PhotonSplitting(p).multiPhotonFraction();
          case "critical loss dB" -> new PhotonSplitting(p).criticalLossDb();
          case "device-independent" -> Thresholds.deviceIndependent();
          case "device-independent efficiency" -> Thresholds.deviceIndependentEfficiency();
          case "time-shift ceiling" -> new EfficiencyMismatch(p).timeShiftCeilingBits();
          case "faked-state QBER" -> new EfficiencyMismatch(p).fakedStateQber();
          case "entropy" -> Entropy.binary(p);
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void plainErrorCorrectionIsTheDefault() {
    assertEquals(Thresholds.bb84(1), Thresholds.bb84());
  }

  @Test
  void noisyPreprocessingHelpsBetweenTheTwoThresholds() {
    double plain = Thresholds.bb84();
    double best = Thresholds.bb84NoisyPreprocessing();
    double q = (plain + best) / 2;
    assertTrue(Thresholds.noisyPreprocessingBits(q, 0) < 0);
    boolean key = false;
    for (double x = 0; x < 0.5; x += 0.01) {
      key |= Thresholds.noisyPreprocessingBits(q, x) > 0;
      assertTrue(Thresholds.noisyPreprocessingBits(best + 1e-4, x) < 0);
    }
    assertTrue(key);
    assertEquals(0, Thresholds.noisyPreprocessingBits(best, 0.4999), 1e-11);
    // without flips it is Shor and Preskill
    assertEquals(1 - 2 * Entropy.binary(0.07), Thresholds.noisyPreprocessingBits(0.07, 0), 1e-15);
    // all information gone: no key either
    assertEquals(0, Thresholds.noisyPreprocessingBits(0.07, 0.5), 1e-15);
  }

  @Test
  void evesStateAfterNoisyPreprocessingHasTheEntropyOfItsMatrix() {
    // two blocks of two: without and with a bit error, coherence 1 − 2x between phase errors
    double q = 0.08;
    double x = 0.2;
    double sum = 0;
    for (double weight : new double[] {1 - q, q}) {
      double a = weight * (1 - q);
      double b = weight * q;
      double c = Math.sqrt(a * b) * (1 - 2 * x);
      double root = Math.sqrt((a - b) * (a - b) + 4 * c * c);
      for (double value : new double[] {(a + b + root) / 2, (a + b - root) / 2}) {
        sum -= value * Math.log(value) / Math.log(2);
      }
    }
    double all = 2 * Entropy.binary(q); // of the mixture, both errors independent
    double noisy = q * (1 - x) + (1 - q) * x;
    assertEquals(
        1 - Entropy.binary(noisy) - (all - sum), Thresholds.noisyPreprocessingBits(q, x), 1e-14);
  }

  @Test
  void orderOfTheThresholds() {
    assertTrue(Thresholds.deviceIndependent() < Thresholds.sarg04OnePhoton());
    assertTrue(Thresholds.sarg04OnePhoton() < Thresholds.bb84());
    assertTrue(Thresholds.bb84() < Thresholds.bb84NoisyPreprocessing());
    assertTrue(Thresholds.bb84NoisyPreprocessing() < Thresholds.sixState());
    assertTrue(Thresholds.sixState() < Thresholds.bb84Individual());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 0.51, Double.NaN})
  void refusesWrongNumbers(double value) {
    assertEquals(
        "qber must be from 0 to 0.5, was " + value,
        assertThrows(
                IllegalArgumentException.class, () -> Thresholds.noisyPreprocessingBits(value, 0.1))
            .getMessage());
    assertEquals(
        "flipProbability must be from 0 to 0.5, was " + value,
        assertThrows(
                IllegalArgumentException.class, () -> Thresholds.noisyPreprocessingBits(0.1, value))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Thresholds.bb84(value));
  }
}
