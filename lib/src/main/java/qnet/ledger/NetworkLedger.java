package qnet.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Fiber;
import qnet.network.ClassicalComparison;
import qnet.network.CostRange;
import qnet.network.Edge;
import qnet.network.ErlangB;
import qnet.network.HybridKey;
import qnet.network.KeyBudget;
import qnet.network.Network;
import qnet.network.Node;
import qnet.network.Planner;
import qnet.network.PriceList;
import qnet.network.RouteMetric;
import qnet.network.SatelliteService;
import qnet.network.Technology;
import qnet.qkd.KeyRate;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.QkdProtocol;

/** The rows of {@code qnet.network}. */
final class NetworkLedger {
  private static final KeyBudget MICIUS_2017 = new KeyBudget(1100);

  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry("network-great-circle", () -> distanceKm("cn-xinglong", "at-graz")),
          Map.entry("network-great-circle-1203", () -> distanceKm("cn-delingha", "cn-lijiang")),
          Map.entry("network-tokyo", NetworkLedger::tokyo),
          Map.entry("network-shares", NetworkLedger::shares),
          Map.entry("network-aes-keys", MICIUS_2017::aes256KeysPerSecond),
          Map.entry("network-one-time-pad", () -> MICIUS_2017.oneTimePadDays(0x1p30)),
          Map.entry("network-erlang", () -> ErlangB.blockingProbability(10, 10)),
          Map.entry("network-hybrid", () -> new HybridKey(30, 0.01, 0.2).exposedProbability()),
          Map.entry("network-best-span", NetworkLedger::bestSpanKm),
          Map.entry("network-satellite", () -> SatelliteService.jinan1().bitsPerSecond()),
          Map.entry("network-latency", () -> ClassicalComparison.rows().get(0).quantumValue()));

  private NetworkLedger() {}

  private static double distanceKm(String from, String to) {
    var all = Network.deployed();
    return all.node(from).distanceKm(all.node(to));
  }

  private static double tokyo() {
    var fiber = Fiber.standard().withLossDbPerKm(14.5 / 45).withLengthKm(45);
    var bb84 = PracticalDecoyBb84.standard().optimisedFor(fiber);
    return new Network(
            List.of(Node.of("otemachi"), Node.of("koganei")),
            List.of(Edge.of("otemachi", "koganei", fiber)))
        .withKeyRates(bb84)
        .route("otemachi", "koganei", RouteMetric.mostKey())
        .bitsPerSecond();
  }

  private static double shares() {
    var ends = List.of(Node.of("a"), Node.of("b"), Node.of("c"), Node.of("d"));
    return new Network(
            ends,
            List.of(
                Edge.ofKeyRate("a", "b", 3),
                Edge.ofKeyRate("b", "d", 9),
                Edge.ofKeyRate("a", "c", 5),
                Edge.ofKeyRate("c", "d", 5)))
        .disjointRoutes("a", "d", 2)
        .sharedBitsPerSecond();
  }

  private static double bestSpanKm() {
    QkdProtocol light =
        link -> new KeyRate(link.transmittance(), 1e9, Double.NaN, Double.NaN, "loss");
    var boxes = new CostRange(1, 1);
    var nothing = CostRange.ZERO;
    return Planner.standard()
        .withPrices(new PriceList(boxes, nothing, nothing, nothing, nothing))
        .withTechnologies(List.of(new Technology("light", light, false, false)))
        .line(2000, 1e14)
        .spanKm();
  }
}
