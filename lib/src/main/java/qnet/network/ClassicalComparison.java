package qnet.network;

import java.util.List;
import java.util.function.Predicate;
import qnet.channel.Fiber;
import qnet.data.DataRow;
import qnet.data.KitData;

/**
 * A classical and a quantum network side by side, in the six rows in which popular articles compare
 * them; every number is computed from the models or looked up in the data files.
 */
public final class ClassicalComparison {
  private static final String BACKBONE = "Beijing-Shanghai backbone 2017";
  private static final String EXPERIMENTS = "data/qkd-experiments.csv, ";

  private ClassicalComparison() {}

  /**
   * The six rows.
   *
   * @return latency, rate, reach, trust, infrastructure, maturity
   */
  public static List<ComparisonRow> rows() {
    return List.of(latency(), rate(), reach(), trust(), infrastructure(), maturity());
  }

  private static ComparisonRow latency() {
    double latencyMs = Fiber.standard().withLengthKm(1000).latencyMs();
    return new ComparisonRow(
        "one way over 1000 km of fibre, ms",
        latencyMs,
        latencyMs,
        "light in glass",
        "the same light, and every protocol waits for a classical message too",
        "Fiber.latencyMs",
        "Fiber.latencyMs");
  }

  private static ComparisonRow rate() {
    var classical = fact("record capacity of one installed fibre");
    var quantum = experiment("key_rate_bps", row -> true);
    return new ComparisonRow(
        "highest rate over one fibre, bit/s",
        classical.number("value"),
        quantum.number("key_rate_bps"),
        "data, over fibre that lay under London",
        "secret key, over " + (int) quantum.number("distance_km") + " km in a laboratory",
        classical.text("source"),
        EXPERIMENTS + quantum.text("source"));
  }

  private static ComparisonRow reach() {
    var classical = fact("longest line with amplifiers only, tested");
    var quantum = experiment("distance_km", row -> row.has("key_rate_bits_per_pulse"));
    return new ComparisonRow(
        "longest line without anyone to trust on it, km",
        classical.number("value"),
        quantum.number("distance_km"),
        "with an amplifier every 50 km",
        "twin-field, in a laboratory; a bit of key in "
            + Math.round(1e-9 / quantum.number("key_rate_bits_per_pulse"))
            + " thousand million pulses",
        classical.text("source"),
        EXPERIMENTS + quantum.text("source"));
  }

  private static ComparisonRow trust() {
    var backbone = backbone();
    return new ComparisonRow(
        "nodes between Beijing and Shanghai that must be trusted with the key",
        0,
        backbone.trustedNodes().size(),
        "keys by public-key cryptography, as long as its hard problems stay hard",
        "any of them reads the key; "
            + KitData.rows(KitData.ATTACKS).size()
            + " known attacks on devices",
        "end-to-end encryption by definition",
        "Network.deployed, data/attacks.csv");
  }

  private static ComparisonRow infrastructure() {
    var classical = fact("distance of amplifiers under the sea");
    var backbone = backbone();
    return new ComparisonRow(
        "distance from one station to the next, km",
        classical.number("value"),
        backbone.lengthKm() / backbone.edges().size(),
        "an amplifier, which needs a pump laser and no guard",
        "a guarded room with two pairs of boxes",
        classical.text("source"),
        "Network.deployed, data/networks-links.csv");
  }

  private static ComparisonRow maturity() {
    var classical = fact("length of all submarine cables");
    double knownKm =
        Network.deployed().edges().stream()
            .filter(edge -> edge.link() instanceof Fiber)
            .mapToDouble(Edge::lengthKm)
            .sum();
    return new ComparisonRow(
        "length in use, km",
        classical.number("value"),
        knownKm,
        "submarine cables alone",
        "all fibre links of the data file with a length, read or assumed: "
            + Network.deployedNames().size()
            + " networks",
        classical.text("source"),
        "data/networks-links.csv");
  }

  private static Route backbone() {
    return Network.deployed(BACKBONE).route("bsb-beijing", "bsb-shanghai", RouteMetric.shortest());
  }

  private static DataRow fact(String name) {
    return KitData.rows(KitData.CLASSICAL_NETWORKS).stream()
        .filter(row -> row.text("fact").equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The experiment over fibre that leads in a column. */
  private static DataRow experiment(String column, Predicate<DataRow> condition) {
    return KitData.rows(KitData.QKD_EXPERIMENTS).stream()
        .filter(row -> row.text("medium").equals("fibre") && row.has(column))
        .filter(condition)
        .reduce((best, row) -> row.number(column) > best.number(column) ? row : best)
        .orElseThrow();
  }
}
