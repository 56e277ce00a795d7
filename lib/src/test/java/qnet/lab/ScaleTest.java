package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private static List<String> labels(Scale scale, int most) {
    return scale.ticks(most).stream().map(scale::label).toList();
  }

  @Test
  void linearTicksAreRoundAndReachTheEnds() {
    assertEquals(List.of("0", "20", "40", "60", "80", "100"), labels(new Scale(0, 100, false), 8));
    assertEquals(
        List.of("0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"),
        labels(new Scale(0, 0.7, false), 8));
    assertEquals(List.of(0.0, 0.1, 0.2, 0.3), new Scale(0, 0.3, false).ticks(4));
    assertEquals(List.of("-2e-7", "0", "2e-7"), labels(new Scale(-3e-7, 3e-7, false), 4));
  }

  @Test
  void logarithmicTicksAreDecades() {
    assertEquals(List.of("10⁻³", "10⁻²", "10⁻¹", "1", "10"), labels(new Scale(1e-3, 20, true), 10));
    assertEquals(
        List.of("10⁻²⁰", "10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "1"), labels(new Scale(1e-20, 1, true), 5));
  }

  @Test
  void aNarrowLogarithmicAxisHasTicksToo() {
    assertEquals(List.of("0.5", "1", "2", "5"), labels(new Scale(0.4, 6, true), 8));
    assertTrue(new Scale(2.1, 2.4, true).ticks(8).size() >= 3);
  }

  @Test
  void fractions() {
    assertEquals(0.25, new Scale(0, 80, false).fraction(20), 1e-15);
    assertEquals(0.75, new Scale(1e-4, 1, true).fraction(0.1), 1e-12);
  }

  @Test
  void rangesLeaveRoom() {
    var range = new AxisRange(false, true);
    range.include(7, 0);
    assertEquals(new Scale(3.5, 10.5, false), range.scale()); // one value stands in the middle
    range.include(10, 2);
    assertEquals(6.75, range.scale().low(), 1e-12); // 5 % of 7 … 12
    assertEquals(12.25, range.scale().high(), 1e-12);
    range.include(1, 0);
    assertEquals(0, range.scale().low()); // near zero means from zero
    range.makeRoomForMarkers();
    assertEquals(-0.18, range.scale().low(), 1e-12);
    var log = new AxisRange(true, true);
    log.include(1e-10, 0);
    log.include(1, 0);
    assertEquals(Math.pow(10, -10.5), log.scale().low(), 1e-24);
  }

  @Test
  void bins() {
    Bins whole = Bins.of(new double[] {1, 1, 2, 4, Double.NaN});
    assertEquals(0.5, whole.first());
    assertEquals(List.of(2L, 1L, 0L, 1L), java.util.Arrays.stream(whole.counts()).boxed().toList());
    double[] even = java.util.stream.IntStream.range(0, 1000).mapToDouble(i -> i / 8.0).toArray();
    Bins bins = Bins.of(even);
    assertEquals(10, bins.counts().length); // range/(2·IQR/∛n) = 10 for an even spread
    assertEquals(1000, java.util.Arrays.stream(bins.counts()).sum());
    assertEquals(1, Bins.of(new double[] {0.3}).counts()[0]);
  }
}
