package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import qnet.channel.Fiber;

class CountsTest {
  private static final Tally SIGNAL = new Tally(Basis.Z, 0.5, 100, 10, 1);
  private static final Tally DECOY = new Tally(Basis.Z, 0.1, 100, 4, 2);

  @Test
  void addsEqualBasesAndIntensities() {
    var first = new Counts(300, List.of(SIGNAL));
    var second = new Counts(500, List.of(DECOY, SIGNAL));
    var sum = first.plus(second);
    assertEquals(new Counts(800, List.of(new Tally(Basis.Z, 0.5, 200, 20, 2), DECOY)), sum);
    assertEquals(300, sum.sent());
    assertEquals(24, sum.detected());
    assertEquals(4, sum.errors());
    assertEquals(4.0 / 24, sum.qber());
    assertEquals(first, Counts.NONE.plus(first));
    assertEquals(DECOY, sum.tally(Basis.Z, 0.1));
    assertEquals(new Tally(Basis.X, 0.1, 0, 0, 0), sum.tally(Basis.X, 0.1));
  }

  @Test
  void ratesOfATally() {
    assertEquals(0.1, SIGNAL.gain());
    assertEquals(0.5, DECOY.qber());
    assertTrue(Double.isNaN(new Tally(Basis.X, 0.1, 0, 0, 0).gain()));
  }

  @Test
  void slicesOfAPassAddUpToThePass() {
    var protocol = DecoyBb84.standard().withMeanPhotonNumber(0.5);
    var link = Fiber.standard().withLengthKm(40);
    var whole = protocol.expect(link, 3_000_000);
    var slices = Counts.NONE;
    for (int i = 0; i < 3; i++) {
      slices = slices.plus(protocol.expect(link, 1_000_000));
    }
    assertEquals(whole.sent(), slices.sent());
    assertEquals(whole.detected(), slices.detected(), 6);
  }

  @Test
  void refusesImpossibleCounts() {
    assertEquals(
        "detected must be from 0 to 5 (sent), was 6",
        assertThrows(IllegalArgumentException.class, () -> new Tally(Basis.Z, 1, 5, 6, 0))
            .getMessage());
    assertEquals(
        "errors must be from 0 to 4 (detected), was 5",
        assertThrows(IllegalArgumentException.class, () -> new Tally(Basis.Z, 1, 5, 4, 5))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Tally(Basis.Z, 1, -1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Tally(Basis.Z, Double.NaN, 1, 0, 0));
    assertEquals(
        "pulses must be ≥ 100 (those kept in sifting), was 99",
        assertThrows(IllegalArgumentException.class, () -> new Counts(99, List.of(SIGNAL)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Counts(1000, List.of(SIGNAL, SIGNAL)));
    var nearlyFull = new Counts(Long.MAX_VALUE, List.of(SIGNAL));
    assertThrows(ArithmeticException.class, () -> nearlyFull.plus(nearlyFull));
  }
}
