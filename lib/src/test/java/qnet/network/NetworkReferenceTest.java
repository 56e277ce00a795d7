package qnet.network;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import qnet.Reference;
import qnet.channel.Fiber;
import qnet.qkd.KeyRate;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.QkdProtocol;

class NetworkReferenceTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/networks.csv", numLinesToSkip = 1)
  void referenceRows(String id, String quantity, double expected, double tolerance) {
    Reference.assertRow(id, quantity, expected, tolerance, actual(quantity));
  }

  private static double actual(String quantity) {
    var all = Network.deployed();
    var backbone =
        Network.deployed("Beijing-Shanghai backbone 2017")
            .route("bsb-beijing", "bsb-shanghai", RouteMetric.shortest());
    var chain = Network.chain(32, 2000.0 / 31).route("n1", "n32", RouteMetric.fewestLinks());
    return switch (quantity) {
      case "Micius to Xinglong, bit/s" -> link("sat-micius--cn-xinglong").bitsPerSecond();
      case "Xinglong to Nanshan along the ground, km" ->
          all.node("cn-xinglong").distanceKm(all.node("cn-nanshan"));
      case "Delingha to Lijiang along the ground, km" ->
          all.node("cn-delingha").distanceKm(all.node("cn-lijiang"));
      case "Xinglong to Graz along the ground, km" ->
          all.node("cn-xinglong").distanceKm(all.node("at-graz"));
      case "span of 2000 km over 32 nodes, km" -> chain.lengthKm() / chain.edges().size();
      case "loss of that span, dB" -> chain.edges().get(30).link().lossDb();
      case "nodes of the backbone" -> backbone.nodes().size();
      case "fibre of the backbone, km" -> backbone.lengthKm();
      case "AES-256 keys per second at 1.1 kbit/s" -> new KeyBudget(1100).aes256KeysPerSecond();
      case "days to a one-time pad of 1 GiB" -> new KeyBudget(1100).oneTimePadDays(0x1p30);
      case "Tokyo, Otemachi to Koganei, bit/s" -> {
        var measured = link("tokyo-5").link();
        yield PracticalDecoyBb84.standard().optimisedFor(measured).over(measured).bitsPerSecond();
      }
      case "latency of 1000 km, ms" -> ClassicalComparison.rows().get(0).quantumValue();
      case "Erlang B, 10 erlang, 10 circuits" -> ErlangB.blockingProbability(10, 10);
      case "Erlang B, 5 erlang, 10 circuits" -> ErlangB.blockingProbability(5, 10);
      case "Erlang B, 100 erlang, 110 circuits" -> ErlangB.blockingProbability(100, 110);
      case "best span at 0.2 dB/km for a rate proportional to the light, km" -> bestSpanKm();
      default -> throw new IllegalArgumentException(quantity);
    };
  }

  private static Edge link(String id) {
    return Network.deployed().edges().stream().filter(e -> e.id().equals(id)).findFirst().get();
  }

  /** Only boxes cost, and many of them are needed: the chain of the paper. */
  private static double bestSpanKm() {
    QkdProtocol light = l -> new KeyRate(l.transmittance(), 1e9, Double.NaN, Double.NaN, "loss");
    var boxes = new CostRange(1, 1);
    var nothing = CostRange.ZERO;
    return Planner.standard()
        .withFiber(Fiber.standard())
        .withPrices(new PriceList(boxes, nothing, nothing, nothing, nothing))
        .withTechnologies(List.of(new Technology("light", light, false, false)))
        .line(2000, 1e14)
        .spanKm();
  }
}
