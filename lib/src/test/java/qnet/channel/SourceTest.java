package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
  // reference row Q21: P(n ≥ 2) of a laser pulse, 1 − e^(−μ)(1 + μ)
  @ParameterizedTest
  @CsvSource({"0.1, 0.00467884", "0.48, 0.08420058", "0.5, 0.09020401"})
  void pulsesOfSeveralPhotons(double mu, double expected) {
    assertEquals(expected, Source.laser().withMeanPhotonNumber(mu).multiPhotonProbability(), 1e-8);
  }

  @Test
  void emptyPulses() {
    assertEquals(
        Math.exp(-0.5), Source.laser().withMeanPhotonNumber(0.5).emptyProbability(), 1e-15);
    assertEquals(0.25, Source.singlePhoton().withMeanPhotonNumber(0.75).emptyProbability(), 1e-15);
    assertEquals(0, Source.singlePhoton().multiPhotonProbability());
  }

  @Test
  void presets() {
    assertTrue(Double.isNaN(Source.laser().meanPhotonNumber()));
    assertEquals(1, Source.singlePhoton().meanPhotonNumber());
    assertEquals(2e9, Source.laser().withRepetitionRateHz(2e9).repetitionRateHz());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 100.1, Double.POSITIVE_INFINITY})
  void refusesImpossibleLasers(double mu) {
    var laser = Source.laser();
    assertThrows(IllegalArgumentException.class, () -> laser.withMeanPhotonNumber(mu));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1.1, Double.NaN})
  void refusesImpossibleEmitters(double mu) {
    var emitter = Source.singlePhoton();
    assertThrows(IllegalArgumentException.class, () -> emitter.withMeanPhotonNumber(mu));
  }

  @Test
  void saysWhatIsWrong() {
    var emitter = Source.singlePhoton();
    assertEquals(
        "meanPhotonNumber must be from 0 to 1, was 1.5",
        assertThrows(IllegalArgumentException.class, () -> emitter.withMeanPhotonNumber(1.5))
            .getMessage());
    assertEquals(
        "repetitionRateHz must be > 0 and finite, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> emitter.withRepetitionRateHz(0))
            .getMessage());
  }
}
