package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import qnet.channel.Detector;
import qnet.channel.Fiber;

class KeyRateTest {
  @Test
  void cellsOfTheDesign() {
    var bb84 = DecoyBb84.standard();
    var fiber = Fiber.standard();
    var today = bb84.over(fiber.withLengthKm(80));
    assertTrue(today.bitsPerUse() > 0);
    assertTrue(
        bb84.withMisalignment(0.005).over(fiber.withLengthKm(80)).bitsPerUse()
            > today.bitsPerUse());
    assertTrue(
        bb84.withDetector(Detector.snspd()).over(fiber.withLengthKm(80)).bitsPerUse()
            > 10 * today.bitsPerUse());
    QkdProtocol mine = link -> KeyRate.of(link.transmittance() / 2, 0);
    assertEquals(0.025118864315095794 / 2, mine.over(fiber.withLengthKm(80)).bitsPerUse());
    assertEquals(Double.POSITIVE_INFINITY, mine.maxReachKm(fiber.withLossDbPerKm(0)));
  }

  @Test
  void bitsPerSecond() {
    assertEquals(2.5e3, new KeyRate(2.5e-6, 1e9, 0.1, 0.02, "loss").bitsPerSecond(), 1e-9);
    assertTrue(Double.isNaN(KeyRate.of(0.1, 0).bitsPerSecond()));
  }

  @Test
  void ownFormulaBelowZeroIsNoKey() {
    assertEquals(0, KeyRate.of(-0.3, Double.NaN).bitsPerUse());
    assertEquals("no key", KeyRate.of(-0.3, 0.2).limit());
    assertEquals("not stated", KeyRate.of(0.3, 0.2).limit());
  }

  @Test
  void reachIsWhereTheKeyEnds() {
    // −log10 of the transmittance of 0.2 dB/km at 75 km is 1.5
    QkdProtocol cut = link -> KeyRate.of(link.transmittance() - Math.pow(10, -1.5), 0);
    assertEquals(75, cut.maxReachKm(Fiber.standard()), 1e-9);
    assertEquals(75, Reach.km(cut, Fiber.standard()::withLengthKm), 1e-9);
    QkdProtocol never = link -> KeyRate.of(0, 0);
    assertEquals(0, never.maxReachKm(Fiber.standard()));
  }

  @Test
  void refusesImpossibleRates() {
    assertEquals(
        "bitsPerUse must be ≥ 0, was NaN",
        assertThrows(IllegalArgumentException.class, () -> KeyRate.of(Double.NaN, 0)).getMessage());
    assertEquals(
        "qber must be from 0 to 1 or NaN, was 2.0",
        assertThrows(IllegalArgumentException.class, () -> KeyRate.of(1, 2)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new KeyRate(-1, 1, 1, 1, "loss"));
    assertThrows(IllegalArgumentException.class, () -> new KeyRate(1, -1, 1, 1, "loss"));
    assertThrows(IllegalArgumentException.class, () -> new KeyRate(1, 1, 1.1, 1, "loss"));
  }
}
