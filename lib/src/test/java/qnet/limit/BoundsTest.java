package qnet.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.Reference;
import qnet.channel.Fiber;

class BoundsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/limits.csv", numLinesToSkip = 1)
  void referenceRows(String id, String bound, double db, double expected, double tolerance) {
    var fiber = Fiber.standard().withLengthKm(db / 0.2);
    double actual =
        switch (bound) {
          case "PLOB" -> Plob.bitsPerUse(fiber);
          case "TGW" -> Tgw.bitsPerUse(fiber);
          default -> throw new IllegalArgumentException(bound);
        };
    Reference.assertRow(id, bound, expected, tolerance, actual);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-18, 1e-100, 1e-300})
  void farAwayBothAreProportionalToTheTransmittance(double eta) {
    assertEquals(1.4426950408889634, Plob.bitsPerUse(eta) / eta, 2e-9); // X8, 1/ln 2
    assertEquals(2 * 1.4426950408889634, Tgw.bitsPerUse(eta) / eta, 2e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.1, 0.5, 0.9, 0.999})
  void tgwIsLooserByWhatTheOtherOutputOfTheLossCarries(double eta) {
    // log₂((1 + η)/(1 − η)) − (−log₂(1 − η)) = log₂(1 + η)
    assertEquals(
        Math.log(1 + eta) / Math.log(2), Tgw.bitsPerUse(eta) - Plob.bitsPerUse(eta), 1e-12);
    assertTrue(Tgw.bitsPerUse(eta) > Plob.bitsPerUse(eta));
  }

  @Test
  void ends() {
    assertEquals(Double.POSITIVE_INFINITY, Plob.bitsPerUse(1));
    assertEquals(Double.POSITIVE_INFINITY, Tgw.bitsPerUse(1));
    assertEquals(0.0, Plob.bitsPerUse(0));
    assertEquals(0.0, Tgw.bitsPerUse(0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesImpossibleTransmittances(double eta) {
    String message = "transmittance must be from 0 to 1, was " + eta;
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Plob.bitsPerUse(eta)).getMessage());
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Tgw.bitsPerUse(eta)).getMessage());
  }
}
