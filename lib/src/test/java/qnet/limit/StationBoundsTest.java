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
import qnet.channel.Link;

class StationBoundsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/station-limits.csv", numLinesToSkip = 1)
  void referenceRows(String id, String bound, double at, double expected, double tolerance) {
    double actual =
        switch (bound) {
          case "1000 km, stations" ->
              RepeaterBound.bitsPerUse(Fiber.standard().withLengthKm(1000), (int) at);
          case "dephasing" -> DephasingBound.bitsPerUse(at);
          case "erasure" -> ErasureBound.bitsPerUse(at);
          default -> throw new IllegalArgumentException(bound);
        };
    Reference.assertRow(id, bound, expected, tolerance, actual);
  }

  @Test
  void withoutStationsItIsPlob() {
    Link link = () -> 0.03;
    assertEquals(Plob.bitsPerUse(link), RepeaterBound.bitsPerUse(link, 0), 1e-16);
  }

  @Test
  void aStationInTheMiddleSquaresTheTransmittance() {
    var link = Fiber.standard().withLengthKm(150);
    var halves = link.split();
    assertEquals(
        RepeaterBound.bitsPerUse(halves.alice(), halves.bob()),
        RepeaterBound.bitsPerUse(link, 1),
        1e-15);
    // the worse arm counts
    assertEquals(Plob.bitsPerUse(0.01), RepeaterBound.bitsPerUse(() -> 0.5, () -> 0.01), 1e-16);
    assertEquals(Plob.bitsPerUse(0.01), RepeaterBound.bitsPerUse(() -> 0.01, () -> 0.5), 1e-16);
    // far away ∝ √η
    assertEquals(
        1e3,
        RepeaterBound.bitsPerUse(() -> 1e-8, 1) / RepeaterBound.bitsPerUse(() -> 1e-14, 1),
        0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9, 0.999})
  void photonByPhotonIsLessThanTheLightCanCarry(double loss) {
    assertTrue(ErasureBound.bitsPerUse(loss) < Plob.bitsPerUse(1 - loss));
  }

  @Test
  void ends() {
    assertEquals(1, DephasingBound.bitsPerUse(0));
    assertEquals(1, DephasingBound.bitsPerUse(1));
    assertEquals(0, DephasingBound.bitsPerUse(0.5), 1e-15);
    assertEquals(DephasingBound.bitsPerUse(0.2), DephasingBound.bitsPerUse(0.8), 1e-15);
    assertEquals(0, ErasureBound.bitsPerUse(1));
    assertEquals(0, RepeaterBound.bitsPerUse(() -> 0, 3));
    assertEquals(Double.POSITIVE_INFINITY, RepeaterBound.bitsPerUse(() -> 1, 3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesImpossibleProbabilities(double p) {
    assertEquals(
        "phaseFlipProbability must be from 0 to 1, was " + p,
        assertThrows(IllegalArgumentException.class, () -> DephasingBound.bitsPerUse(p))
            .getMessage());
    assertEquals(
        "erasureProbability must be from 0 to 1, was " + p,
        assertThrows(IllegalArgumentException.class, () -> ErasureBound.bitsPerUse(p))
            .getMessage());
  }

  @Test
  void refusesANegativeNumberOfStations() {
    assertEquals(
        "stations must be ≥ 0, was -1",
        assertThrows(IllegalArgumentException.class, () -> RepeaterBound.bitsPerUse(() -> 0.5, -1))
            .getMessage());
  }
}
