package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qnet.channel.Fiber;
import qnet.channel.Memory;
import qnet.limit.RepeaterBound;
import qnet.repeater.Chain;
import qnet.repeater.PurificationPlan;
import qnet.repeater.Swapping;
import qnet.repeater.TwoPhotonHeralding;
import qnet.state.Dejmps;

class RepeaterLineTest {
  private static final Fiber FIBER = Fiber.standard();
  private static final double FIDELITY = 0.98;
  private static final double EFFICIENCY = 0.7;
  private static final int MODES = 20;

  /** Memories that keep for ever: then a chain fits on the back of an envelope. */
  private static final RepeaterLine KEPT =
      new RepeaterLine(
          Chain.ideal()
              .withHeralding(
                  TwoPhotonHeralding.ideal().withEfficiency(EFFICIENCY).withFidelity(FIDELITY))
              .withMemory(Memory.ideal().withModes(MODES)),
          12,
          "a test");

  /** Mean time until the last of n geometric waits is over, term by term. */
  private static double pairsPerSecond(double km, int n) {
    double perMode = 0.5 * EFFICIENCY * EFFICIENCY * Math.pow(10, -0.2 * km / n / 10);
    double q = Math.pow(1 - perMode, MODES);
    double rounds = 0;
    double late = 1;
    for (long k = 1; late > 1e-12; k++) {
      rounds += late;
      late = 1 - Math.pow(1 - Math.pow(q, k), n);
    }
    double seconds = FIBER.withLengthKm(km).latencyMs() / n / 1000;
    return 1 / (rounds * seconds);
  }

  private static double visibility(int n) {
    return Math.pow((4 * FIDELITY - 1) / 3, n);
  }

  private static double bitsPerSecond(double km, int n) {
    double e = (1 - visibility(n)) / 2;
    double h = -(e * Math.log(e) + (1 - e) * Math.log(1 - e)) / Math.log(2);
    return Math.max(0, 1 - 2 * h) * pairsPerSecond(km, n);
  }

  private static int best(double km) {
    int best = 1;
    for (int n = 2; n <= 12; n++) {
      best = bitsPerSecond(km, n) > bitsPerSecond(km, best) ? n : best;
    }
    return best;
  }

  @Test
  void theBestChainIsThatOfAHandCalculation() {
    int most = 0;
    for (double km : new double[] {20, 60, 120, 200, 350}) {
      var chain = KEPT.chain(FIBER.withLengthKm(km));
      int n = best(km);
      assertEquals(n, chain.segments());
      assertEquals(pairsPerSecond(km, n), chain.average().pairsPerSecond(), 1e-6 * 1e5);
      assertEquals((1 + 3 * visibility(n)) / 4, chain.average().fidelity(), 1e-12);
      double key = KEPT.over(chain.link()).bitsPerSecond();
      assertEquals(1, key / bitsPerSecond(km, n), 1e-9);
      most = Math.max(most, n);
    }
    assertTrue(best(20) < most);
  }

  @Test
  void entanglementIsRoutedOverChains() {
    var network =
        new Network(
            List.of(Node.of("a"), Node.of("b"), Node.of("c"), Node.of("d")),
            List.of(
                Edge.of("a", "c", FIBER.withLengthKm(20)),
                Edge.of("c", "d", FIBER.withLengthKm(200)),
                Edge.of("a", "b", FIBER.withLengthKm(20)),
                Edge.of("b", "d", FIBER.withLengthKm(60)),
                Edge.ofKeyRate("a", "d", 1e9)));
    var route = network.route("a", "d", RouteMetric.mostEntanglement(KEPT::pair));
    double joined = visibility(best(20)) * visibility(best(60));
    assertTrue(joined > visibility(best(20)) * visibility(best(200)));
    assertEquals(List.of("b"), route.trustedNodes());
    assertEquals(joined, route.swapped(KEPT::pair).visibility(), 1e-12);
    assertEquals((1 + 3 * joined) / 4, route.swapped(KEPT::pair).fidelity(), 1e-12);
    // each chain is built for the most key: one long chain joins fewer pairs than two short ones
    assertTrue(visibility(best(350)) > joined);
    var wide =
        network.edges().stream().filter(edge -> !edge.a().equals("a") || !edge.b().equals("d"));
    var longer =
        Stream.concat(wide, Stream.of(Edge.of("a", "d", FIBER.withLengthKm(350)))).toList();
    var direct =
        new Network(network.nodes(), longer)
            .route("a", "d", RouteMetric.mostEntanglement(KEPT::pair));
    assertEquals(visibility(best(350)), direct.swapped(KEPT::pair).visibility(), 1e-12);
    assertEquals(0, KEPT.pair(Edge.ofKeyRate("c", "d", 1)).visibility(), 1e-15);
    // the same line makes key, of which the nodes between chains must be trusted
    var keys = network.withKeyRates(KEPT).route("a", "b", RouteMetric.mostKey());
    assertEquals(1, keys.bitsPerSecond() / bitsPerSecond(20, best(20)), 1e-9);
  }

  @Test
  void aPlanTakesTheFewestSegmentsInAll() {
    double km = 200;
    for (double demand : new double[] {1, 1e3, 1e5, 1e6}) {
      var plan = KEPT.plan(FIBER.withLengthKm(km), demand);
      double fewest = Double.POSITIVE_INFINITY;
      for (int n = 1; n <= 12; n++) {
        fewest = Math.min(fewest, n * Math.ceil(demand / bitsPerSecond(km, n)));
      }
      assertEquals(fewest, plan.spans() * plan.systems());
      double rate = bitsPerSecond(km, (int) plan.spans());
      assertEquals(Math.ceil(demand / rate), plan.systems());
      assertEquals(1, plan.bitsPerSecond() / (plan.systems() * rate), 1e-9);
      assertEquals(km, plan.spans() * plan.spanKm(), 1e-9);
      assertEquals(0, plan.trustedNodes());
      assertTrue(Double.isNaN(plan.typicalUsd()) && Double.isNaN(plan.cost().lowUsd()));
      assertEquals("a test; there are none, and no price", plan.remark());
    }
  }

  @Test
  void theFutureStaysBelowTheBoundAndAgreesWithTrials() {
    var line = FIBER.withLengthKm(500);
    var chain = RepeaterLine.future().chain(line);
    assertEquals(1000, chain.memory().t2Ms());
    assertEquals(100, chain.memory().modes());
    assertEquals(128, RepeaterLine.future().mostSegments());
    double perUse = RepeaterLine.future().over(line).bitsPerUse();
    assertTrue(perUse > 0 && perUse < RepeaterBound.bitsPerUse(line, chain.segments() - 1));
    var trials = chain.simulate(4000, new SplittableRandom(3));
    assertTrue(trials.timeMs().sigmasFrom(chain.average().meanTimeMs()) < 4);
    assertTrue(trials.fidelity().sigmasFrom(chain.average().fidelity()) < 4);
    assertEquals(0.995, chain.withSegments(1).average().fidelity(), 1e-12);
    double half = 0.8 * Math.sqrt(line.transmittance());
    assertEquals(1, chain.withSegments(1).segment().successProbability() / (half * half / 2), 1e-9);
  }

  @Test
  void whatCannotBeIsAValueWithAReason() {
    var far = FIBER.withLengthKm(2000);
    var forgetful =
        RepeaterLine.future().withDevices(KEPT.devices().withMemory(Memory.dephasing(0.01)));
    var none = forgetful.plan(far, 1);
    assertEquals("pairs come too rarely over few segments, and too noisy over many", none.remark());
    assertEquals(0, none.bitsPerSecond());
    assertTrue(RepeaterLine.future().plan(far, 1).bitsPerSecond() >= 1);
    assertEquals(1, RepeaterLine.future().withMostSegments(1).chain(far).segments());
    assertEquals(0, RepeaterLine.future().withMostSegments(1).plan(far, 1).systems());
    assertFalse(KEPT.withAssumption("other").equals(KEPT));
    var devices = Chain.ideal();
    for (Runnable bad :
        List.<Runnable>of(
            () -> KEPT.withMostSegments(0),
            () -> KEPT.withAssumption(" "),
            () -> KEPT.withDevices(devices.withSwapping(Swapping.linearOptics())),
            () -> KEPT.withDevices(devices.withMemory(Memory.ideal().withCutoffMs(1))),
            () -> KEPT.withDevices(devices.withMemory(Memory.ideal().withEfficiency(0.9))),
            () ->
                KEPT.withDevices(
                    devices.withPurification(PurificationPlan.of(Dejmps.ideal(), 1))))) {
      assertThrows(IllegalArgumentException.class, bad::run);
    }
  }
}
