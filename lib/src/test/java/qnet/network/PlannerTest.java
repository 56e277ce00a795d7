package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.channel.Fiber;
import qnet.limit.RepeaterBound;
import qnet.run.Estimate;

class PlannerTest {
  private static final Planner PLANNER = Planner.standard();

  private static LinePlan named(List<LinePlan> plans, String technology) {
    return plans.stream().filter(p -> p.technology().equals(technology)).findFirst().orElseThrow();
  }

  @Test
  void rangesAddAndMultiply() {
    var a = new CostRange(1, 3);
    assertEquals(new CostRange(6, 11), a.plus(new CostRange(5, 8)));
    assertEquals(new CostRange(2.5, 7.5), a.times(2.5));
    assertEquals(Math.sqrt(3), a.middleUsd(), 1e-15);
    assertEquals(4, new CostRange(0, 8).middleUsd());
    assertTrue(Double.isNaN(a.plus(CostRange.UNKNOWN).lowUsd()));
    var random = new SplittableRandom(1);
    double logs = 0;
    double even = 0;
    for (int i = 0; i < 10_000; i++) {
      double drawn = new CostRange(10, 1000).drawUsd(random);
      assertTrue(drawn >= 10 && drawn < 1000);
      logs += Math.log10(drawn) / 10_000;
      even += new CostRange(0, 50).drawUsd(random) / 10_000;
    }
    assertEquals(2, logs, 4 * 2 / Math.sqrt(12 * 10_000));
    assertEquals(25, even, 4 * 50 / Math.sqrt(12 * 10_000));
    assertThrows(IllegalArgumentException.class, () -> new CostRange(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new CostRange(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new CostRange(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> a.times(-1));
  }

  @Test
  void publishedPricesAreThoseOfTheFile() {
    var prices = PriceList.published();
    assertEquals(new CostRange(70_000, 900_000), prices.pair());
    assertEquals(new CostRange(0, 567_000), prices.site());
    assertEquals(new CostRange(171, 65_617), prices.fiberKm());
    assertEquals(new CostRange(23e6, 130e6), prices.satellite());
    assertEquals(new CostRange(100_000, 100_000), prices.cooledDetectors());
  }

  /** The formula of the Javadoc, written out for the plan that was chosen and its neighbours. */
  @Test
  void aLineCostsTheSumOfItsPartsAndNoNeighbourIsCheaper() {
    var prices =
        new PriceList(
            new CostRange(100, 400),
            new CostRange(50, 60),
            new CostRange(30, 90),
            new CostRange(1, 2),
            CostRange.ZERO);
    for (var technology : Technology.today()) {
      var planner = PLANNER.withPrices(prices).withTechnology(technology);
      for (double bitsPerSecond : new double[] {1, 1e4, 1e7}) {
        var plan = planner.line(600, bitsPerSecond);
        double least = Double.POSITIVE_INFINITY;
        for (int n = 1; n <= 60; n++) {
          double rate =
              technology.protocol().over(Fiber.standard().withLengthKm(600.0 / n)).bitsPerSecond();
          double m = Math.ceil(bitsPerSecond / rate);
          if (m <= 1e6) {
            double low = cost(technology, n, m, 100, 50, 30, 1);
            double high = cost(technology, n, m, 400, 60, 90, 2);
            if (n == plan.spans()) {
              assertEquals(low, plan.cost().lowUsd(), 1e-6);
              assertEquals(high, plan.cost().highUsd(), 1e-6);
              assertEquals(m, plan.systems());
              assertEquals(m * rate, plan.bitsPerSecond(), 1e-6);
            }
            double typical =
                cost(technology, n, m, 200, Math.sqrt(3000), Math.sqrt(2700), Math.sqrt(2));
            least = Math.min(least, typical);
          }
        }
        assertEquals(least, plan.typicalUsd(), 1e-6);
        assertTrue(plan.bitsPerSecond() >= bitsPerSecond);
        assertEquals(plan.spans() - 1, plan.trustedNodes());
        assertEquals(600, plan.spans() * plan.spanKm(), 1e-9);
      }
    }
  }

  private static double cost(
      Technology t, int n, double m, double pair, double cooled, double site, double fiberKm) {
    return n * m * (pair + (t.cooledDetectors() ? cooled : 0))
        + (n - 1 + (t.middleStation() ? n : 0)) * site
        + m * 600 * fiberKm;
  }

  @Test
  void trustCanBeLimited() {
    var free = PLANNER.line(1000, 1e6);
    var few = PLANNER.withMostTrustedNodes(3).compare(1000, 1000);
    assertTrue(free.trustedNodes() > 3);
    assertTrue(few.stream().allMatch(plan -> plan.trustedNodes() <= 3));
    assertEquals(
        "no key in the spans that the trusted nodes allow", named(few, "BB84, diodes").remark());
    assertTrue(Double.isNaN(named(few, "BB84, diodes").cost().lowUsd()));
    assertTrue(named(few, "twin-field, cooled").bitsPerSecond() >= 1000);
    assertEquals("twin-field, cooled", few.get(0).technology());
  }

  @Test
  void theAlternativesAreCounted() {
    var plans = PLANNER.compare(2000, 1000);
    assertEquals(6, plans.size());
    var future = named(plans, "repeaters");
    assertEquals(RepeaterLine.future().plan(Fiber.standard().withLengthKm(2000), 1000), future);
    var satellites = named(plans, "satellites, Jinan-1");
    assertEquals(81, satellites.systems()); // ⌈1000/(1.07e6/86 400)⌉
    assertEquals(81 * 23e6, satellites.cost().lowUsd(), 1);
    assertEquals(81 * Math.sqrt(23e6 * 130e6), satellites.typicalUsd(), 1);
    assertEquals(81 * 1.07e6 / 86_400, satellites.bitsPerSecond(), 1e-9);
    var repeaters = named(plans, "repeaters, at best");
    var line = Fiber.standard().withLengthKm(2000);
    for (double demand = 10; demand < 1e8; demand *= 2) {
      var fewest = named(PLANNER.compare(2000, demand), "repeaters, at best");
      int stations = (int) fewest.spans() - 1;
      assertTrue(RepeaterBound.bitsPerUse(line, stations) * 1e9 >= demand);
      assertTrue(RepeaterBound.bitsPerUse(line, stations - 1) * 1e9 < demand);
      assertEquals(RepeaterBound.bitsPerUse(line, stations) * 1e9, fewest.bitsPerSecond());
    }
    assertEquals(0, repeaters.trustedNodes());
    for (int i = 1; i < 3; i++) {
      assertTrue(plans.get(i - 1).typicalUsd() <= plans.get(i).typicalUsd());
    }
    var busy = PLANNER.withSatellite(SatelliteService.jinan1().withPassesPerDay(4));
    assertEquals(21, named(busy.compare(2000, 1000), "satellites, Jinan-1").systems());
    assertEquals(2.14e6, SatelliteService.jinan1().withKeyPerPassBits(2.14e6).keyPerPassBits());
  }

  @Test
  void aBitCostsLessIfThereAreMore() {
    var plan = PLANNER.line(100, 1000);
    var perBit = plan.perBit(20);
    double bits = plan.bitsPerSecond() * 20 * 365.25 * 86_400;
    assertEquals(plan.cost().highUsd() / bits, perBit.highUsd(), 1e-18);
    assertEquals(perBit.lowUsd() / 2, plan.perBit(40).lowUsd(), 1e-18);
  }

  @Test
  void chancesAreThoseOfTheDrawnPrices() {
    // only boxes differ, by the cooler: diodes win exactly if 2·pair < pair + cooler
    var link = DecoyLine.rates(1000);
    var better = DecoyLine.rates(2000);
    var prices =
        new PriceList(
            new CostRange(10, 1000),
            new CostRange(100, 100),
            CostRange.ZERO,
            CostRange.ZERO,
            new CostRange(1e9, 1e9));
    var planner =
        PLANNER
            .withPrices(prices)
            .withMostTrustedNodes(0)
            .withTechnologies(
                List.of(
                    new Technology("plain", link, false, false),
                    new Technology("cooled", better, true, false)));
    var chances = planner.chances(50, 2000, 20_000, new SplittableRandom(5));
    assertEquals(3, chances.size());
    assertTrue(chances.get(0).cheapest().sigmasFrom(0.5) < 4, chances::toString);
    assertTrue(chances.get(1).cheapest().sigmasFrom(0.5) < 4);
    assertEquals(0, chances.get(2).cheapest().mean());
    assertEquals(chances, planner.chances(50, 2000, 20_000, new SplittableRandom(5)));
    assertEquals(
        Estimate.ofCount(10, 10),
        planner
            .withPrices(prices.withSatellite(CostRange.ZERO))
            .chances(50, 1, 10, new SplittableRandom(1))
            .get(2)
            .cheapest());
  }

  /** Protocols of a fixed rate. */
  private static final class DecoyLine {
    static qnet.qkd.QkdProtocol rates(double bitsPerSecond) {
      return link -> new qnet.qkd.KeyRate(bitsPerSecond, 1, Double.NaN, 0, "fixed");
    }
  }

  private static List<Node> star() {
    return List.of(
        Node.at("a", 0, 0), Node.at("b", 0, 1), Node.at("c", 0, 2), Node.at("d", 0.5, 1));
  }

  @Test
  void aNetworkIsATreeThatCarriesTheSumOfTheDemands() {
    var demands =
        List.of(new Demand("a", "c", 70), new Demand("a", "c", 30), new Demand("b", "d", 10));
    var plan = PLANNER.network(star(), demands);
    assertEquals(3, plan.lines().size());
    double km = 1.52 * Math.toRadians(1) * 6371.0088;
    for (var line : plan.lines()) {
      boolean north = List.of(line.from(), line.to()).contains("d");
      assertEquals(north ? 10 : 100, line.loadBitsPerSecond(), 1e-12);
      assertEquals(north ? km / 2 : km, line.plan().lengthKm(), 1e-6);
    }
    double high = plan.lines().stream().mapToDouble(l -> l.plan().cost().highUsd()).sum();
    assertEquals(high, plan.cost().highUsd(), 1e-6);
    double typical = plan.lines().stream().mapToDouble(l -> l.plan().typicalUsd()).sum();
    assertEquals(typical, plan.typicalUsd(), 1e-6);
    assertTrue(plan.cost().lowUsd() < typical && typical < high);
    assertEquals(high / 80, plan.perCityAndYear(20).highUsd(), 1e-6);
    assertEquals(high / (110 * 20 * 365.25 * 86_400), plan.perBit(20).highUsd(), 1e-15);
    var network = plan.toNetwork();
    assertEquals(4 + plan.trustedNodes(), network.nodes().size());
    assertTrue(network.route("a", "c", RouteMetric.mostKey()).bitsPerSecond() >= 100);
    var one = PLANNER.network(star(), List.of(new Demand("a", "b", 5)));
    assertEquals(1, one.lines().size());
  }

  @Test
  void fiftyCitiesArePlannedAtOnce() {
    var random = new SplittableRandom(11);
    var cities = new ArrayList<Node>();
    var demands = new ArrayList<Demand>();
    for (int i = 0; i < 50; i++) {
      cities.add(Node.at("c" + i, 40 + 10 * random.nextDouble(), 20 * random.nextDouble()));
      for (int j = 0; j < i; j++) {
        demands.add(new Demand("c" + j, "c" + i, 100));
      }
    }
    var plan = PLANNER.network(cities, demands);
    assertEquals(49, plan.lines().size());
    assertEquals(linesInOrder(plan).stream().sorted().toList(), linesInOrder(plan));
    assertTrue(plan.cost().lowUsd() > 0 && plan.cost().highUsd() > 10 * plan.cost().lowUsd());
    for (var line : plan.lines()) {
      assertTrue(line.plan().bitsPerSecond() >= line.loadBitsPerSecond());
    }
  }

  private static int number(String city) {
    return Integer.parseInt(city.substring(1));
  }

  private static List<Integer> linesInOrder(NetworkPlan plan) {
    return plan.lines().stream().map(line -> number(line.to()) * 50 + number(line.from())).toList();
  }

  @Test
  void badPlansAreRefused() {
    var demand = List.of(new Demand("a", "b", 1));
    for (Runnable bad :
        List.<Runnable>of(
            () -> PLANNER.withDetour(0.9),
            () -> PLANNER.withDetour(Double.NaN),
            () -> PLANNER.withMostTrustedNodes(-1),
            () -> PLANNER.withTechnologies(List.of()),
            () -> PLANNER.line(0, 1),
            () -> PLANNER.line(1, 0),
            () -> PLANNER.compare(1, -1),
            () -> PLANNER.chances(0, 1, 1, new SplittableRandom(1)),
            () -> PLANNER.network(star().subList(0, 1), demand),
            () -> PLANNER.network(star(), List.of()),
            () -> PLANNER.network(star(), List.of(new Demand("a", "x", 1))),
            () -> PLANNER.network(List.of(Node.at("a", 0, 0), Node.at("b", 0, 0)), demand),
            () -> PLANNER.network(List.of(Node.at("a", 0, 0), Node.of("b")), demand),
            () -> PLANNER.line(10, 1).perBit(0))) {
      assertThrows(IllegalArgumentException.class, bad::run);
    }
    assertFalse(PLANNER.withRepeater(RepeaterLine.future().withMostSegments(2)).equals(PLANNER));
    assertFalse(PLANNER.withFiber(Fiber.ultraLowLoss()).equals(PLANNER));
  }

  @Test
  void theComparisonHasItsSixRowsWithSources() {
    var rows = ClassicalComparison.rows();
    assertEquals(6, rows.size());
    for (var row : rows) {
      assertFalse(row.classicalSource().isEmpty() || row.quantumSource().isEmpty());
    }
    assertEquals(450e12, rows.get(1).classicalValue());
    assertEquals(115.8e6, rows.get(1).quantumValue());
    assertEquals(1002, rows.get(2).quantumValue());
    assertEquals(30, rows.get(3).quantumValue());
    assertEquals(64.5, rows.get(4).quantumValue(), 0.1);
    double sum = 0;
    for (var edge : Network.deployed().edges()) {
      sum += edge.link() instanceof Fiber ? edge.lengthKm() : 0;
    }
    assertEquals(sum, rows.get(5).quantumValue(), 1e-9);
  }
}
