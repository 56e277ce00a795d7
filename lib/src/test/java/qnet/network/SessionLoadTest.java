package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLoadTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "10, 10", "5, 10", "12, 3", "2000, 2000"})
  void oneLinkBlocksAsErlangSays(double erlangs, int circuits) {
    var link = Network.chain(2, 1).withBitsPerSecond(256 * circuits + 100);
    var row =
        SessionLoad.over(link)
            .simulate(List.of(new Demand("n1", "n2", 256 * erlangs)), 40, new SplittableRandom(6))
            .get(0);
    assertEquals(circuits, row.circuits());
    assertEquals(erlangs, row.offeredErlangs(), 1e-12);
    assertTrue(
        row.blocking().sigmasFrom(ErlangB.blockingProbability(erlangs, circuits)) < 4,
        row::toString);
  }

  @Test
  void aLinkSharedByTwoBlocksBothAlike() {
    var chain = Network.chain(3, 1).withBitsPerSecond(256 * 10);
    var load = SessionLoad.over(chain.without("n2--n3").withEdge(Edge.ofKeyRate("n2", "n3", 1e9)));
    var rows =
        load.simulate(
            List.of(new Demand("n1", "n2", 256 * 4), new Demand("n1", "n3", 256 * 6)),
            40,
            new SplittableRandom(7));
    for (var row : rows) {
      assertTrue(row.blocking().sigmasFrom(ErlangB.blockingProbability(10, 10)) < 4);
    }
  }

  @Test
  void severalLinksBlockMoreThanOne() {
    var chain = Network.chain(4, 1).withBitsPerSecond(256 * 10);
    var demands =
        List.of(
            new Demand("n1", "n4", 256 * 3),
            new Demand("n1", "n2", 256 * 5),
            new Demand("n2", "n3", 256 * 5),
            new Demand("n3", "n4", 256 * 5));
    var rows = SessionLoad.over(chain).simulate(demands, 20, new SplittableRandom(8));
    assertTrue(rows.get(0).blocking().mean() > 1.5 * rows.get(1).blocking().mean());
  }

  @Test
  void theDurationOfSessionsDoesNotMatterAndTheirRateDoes() {
    var demands = List.of(new Demand("n1", "n2", 2560));
    var load = SessionLoad.over(Network.chain(2, 1).withBitsPerSecond(2560));
    var once = load.simulate(demands, 4, new SplittableRandom(1));
    assertEquals(once, load.withMeanHoldS(5).simulate(demands, 4, new SplittableRandom(1)));
    var half = load.withSessionBitsPerSecond(128).simulate(demands, 4, new SplittableRandom(1));
    assertEquals(20, half.get(0).circuits());
    assertTrue(half.get(0).blocking().mean() < once.get(0).blocking().mean());
  }

  @Test
  void withoutARouteEverySessionIsLost() {
    var broken = Network.chain(3, 1).withBitsPerSecond(1000).without("n2");
    var row =
        SessionLoad.over(broken)
            .withMetric(RouteMetric.fewestLinks())
            .withNetwork(broken)
            .simulate(List.of(new Demand("n1", "n3", 100)), 2, new SplittableRandom(1))
            .get(0);
    assertEquals(1, row.blocking().mean());
    assertEquals("no chain of relaying nodes connects the two", row.reason());
  }

  @Test
  void erlangsLimits() {
    assertEquals(1, ErlangB.blockingProbability(3, 0));
    assertEquals(0, ErlangB.blockingProbability(0, 5));
    assertEquals(2.0 / 3, ErlangB.blockingProbability(2, 1), 1e-15);
    assertEquals(1 - 100 / 1e6, ErlangB.blockingProbability(1e6, 100), 1e-7);
    assertEquals(
        "erlangs must be ≥ 0 and finite, was NaN",
        assertThrows(
                IllegalArgumentException.class, () -> ErlangB.blockingProbability(Double.NaN, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> ErlangB.blockingProbability(1, -1));
    var load = SessionLoad.over(Network.chain(2, 1));
    var random = new SplittableRandom(1);
    var demands = List.of(new Demand("n1", "n2", 1));
    assertThrows(IllegalArgumentException.class, () -> load.withMeanHoldS(0));
    assertThrows(IllegalArgumentException.class, () -> load.withSessionBitsPerSecond(-1));
    assertThrows(IllegalArgumentException.class, () -> load.simulate(demands, 1, random));
    assertThrows(IllegalArgumentException.class, () -> load.simulate(List.of(), 2, random));
  }
}
