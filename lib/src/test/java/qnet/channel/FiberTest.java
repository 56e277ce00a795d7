package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.Reference;

class FiberTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/fiber.csv", numLinesToSkip = 1)
  void referenceRows(
      String id, String quantity, double km, double dbPerKm, double expected, double tolerance) {
    var fiber = Fiber.standard().withLossDbPerKm(dbPerKm).withLengthKm(km);
    double actual =
        switch (quantity) {
          case "group speed km/s" -> fiber.groupSpeedKmPerS();
          case "latency ms" -> fiber.latencyMs();
          case "latency there and back ms" -> 2 * fiber.latencyMs();
          case "half-power length km" -> fiber.halfPowerLengthKm();
          case "attenuation length km" -> fiber.attenuationLengthKm();
          case "loss dB" -> fiber.lossDb();
          case "transmittance" -> fiber.transmittance();
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void presets() {
    assertEquals(new Fiber(1, 0.2, 1.468), Fiber.standard());
    assertEquals(new Fiber(1, 0.16, 1.468), Fiber.ultraLowLoss());
    assertEquals(1.5, Fiber.standard().withGroupIndex(1.5).groupIndex());
  }

  @Test
  void transmittanceMultipliesAlongTheFibre() {
    var fiber = Fiber.standard();
    double product =
        fiber.withLengthKm(30).transmittance() * fiber.withLengthKm(50).transmittance();
    assertEquals(fiber.withLengthKm(80).transmittance(), product, 1e-15);
  }

  @Test
  void noLengthIsNoLoss() {
    var fiber = Fiber.standard().withLengthKm(0);
    assertEquals(1, fiber.transmittance());
    assertEquals(0, fiber.latencyMs());
    assertEquals(0, fiber.backgroundRateHz());
    assertEquals(Double.POSITIVE_INFINITY, Fiber.standard().withLossDbPerKm(0).halfPowerLengthKm());
  }

  @Test
  void halvesMakeTheWhole() {
    var fiber = Fiber.standard().withLengthKm(80);
    var halves = fiber.split();
    assertEquals(fiber.withLengthKm(40), halves.alice());
    assertEquals(fiber.withLengthKm(40), halves.bob());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
  void refusesImpossibleLengths(double km) {
    var fiber = Fiber.standard();
    var error = assertThrows(IllegalArgumentException.class, () -> fiber.withLengthKm(km));
    assertEquals("lengthKm must be ≥ 0 and finite, was " + km, error.getMessage());
  }

  @Test
  void refusesImpossibleGlass() {
    var fiber = Fiber.standard();
    assertEquals(
        "lossDbPerKm must be ≥ 0 and finite, was NaN",
        assertThrows(IllegalArgumentException.class, () -> fiber.withLossDbPerKm(Double.NaN))
            .getMessage());
    assertEquals(
        "groupIndex must be from 1 to 4, was 0.9",
        assertThrows(IllegalArgumentException.class, () -> fiber.withGroupIndex(0.9)).getMessage());
  }
}
