package qnet.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.Reference;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Memory;

class ReachTest {
  private static final Fiber FIBER = Fiber.standard();

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/reach.csv", numLinesToSkip = 1)
  void referenceRows(
      String id, String quantity, double x, double y, double expected, double tolerance) {
    double actual =
        switch (quantity) {
          case "wait s" -> DirectTransmission.waitS(FIBER.withLengthKm(x), y);
          case "wait years" -> DirectTransmission.waitYears(FIBER.withLengthKm(x), y);
          case "reached" -> EnergyBound.reachedBitsPerUse(() -> x, y);
          case "most" -> EnergyBound.mostBitsPerUse(() -> x, y);
          case "memory reach km" -> MemoryReach.km(Memory.dephasing(x), FIBER, y);
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void aPhotonThatNeverComesTakesForEver() {
    assertEquals(Double.POSITIVE_INFINITY, DirectTransmission.waitS(() -> 0, 1e9));
    assertEquals(1e-9, DirectTransmission.waitS(() -> 1, 1e9));
    assertEquals(
        "rateHz must be > 0 and finite, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> DirectTransmission.waitS(() -> 1, 0))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.1, 1e-3, 1e-20})
  void withoutALimitOnTheLightTheBoundsAreThoseWithout(double eta) {
    Link link = () -> eta;
    assertEquals(1, EnergyBound.reachedBitsPerUse(link, 1e6) / Plob.bitsPerUse(link), 1e-4);
    assertEquals(1, EnergyBound.mostBitsPerUse(link, 1e6) / Tgw.bitsPerUse(link), 1e-4);
    double before = 0;
    for (double photons : List.of(0.01, 0.1, 1.0, 10.0)) {
      double reached = EnergyBound.reachedBitsPerUse(link, photons);
      assertTrue(reached > before && reached < Plob.bitsPerUse(link));
      assertTrue(reached < EnergyBound.mostBitsPerUse(link, photons));
      before = reached;
    }
  }

  @Test
  void withoutLossTheLimitIsTheEntropyOfTheLight() {
    // thermal light of one photon: g(1) = 2 bits
    assertEquals(2, EnergyBound.reachedBitsPerUse(() -> 1, 1), 1e-12);
    assertEquals(2, EnergyBound.mostBitsPerUse(() -> 1, 1), 1e-12);
    assertEquals(0, EnergyBound.reachedBitsPerUse(() -> 0, 1));
    assertEquals(
        "meanPhotonNumber must be > 0 and finite, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> EnergyBound.mostBitsPerUse(() -> 1, 0))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> EnergyBound.reachedBitsPerUse(() -> 1, Double.NaN));
  }

  @Test
  void aMemoryReachesAsFarAsItsTimeAndItsCutOff() {
    var memory = Memory.dephasing(10);
    double km = MemoryReach.km(memory, FIBER, 0.9);
    assertEquals(2 * km, MemoryReach.km(memory.withT2Ms(20), FIBER, 0.9), 1e-9);
    assertEquals(0.9, memory.fidelity(FIBER.withLengthKm(km).latencyMs()), 1e-12);
    assertEquals(
        FIBER.groupSpeedKmPerS() * 1e-3, MemoryReach.km(memory.withCutoffMs(1), FIBER, 0.9), 1e-9);
    assertEquals(Double.POSITIVE_INFINITY, MemoryReach.km(Memory.ideal(), FIBER, 0.99));
  }

  @Test
  void aChainIsAsGoodAsItsWorstStretch() {
    var good = FIBER.withLengthKm(20);
    var bad = FIBER.withLengthKm(60);
    assertEquals(Plob.bitsPerUse(bad), RepeaterBound.bitsPerUse(List.of(good, bad, good)));
    assertEquals(
        RepeaterBound.bitsPerUse(FIBER.withLengthKm(80), 3),
        RepeaterBound.bitsPerUse(List.of(good, good, good, good)),
        1e-12);
    assertEquals(
        "stretches must be at least one, were none",
        assertThrows(IllegalArgumentException.class, () -> RepeaterBound.bitsPerUse(List.of()))
            .getMessage());
  }
}
