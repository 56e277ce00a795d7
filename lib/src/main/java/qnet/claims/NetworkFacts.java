package qnet.claims;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import qnet.channel.AmplifiedLink;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Memory;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.limit.MemoryReach;
import qnet.limit.Plob;
import qnet.qkd.DecoyBb84;

/** Values for the claims about networks, satellites, repeaters and memories. */
final class NetworkFacts {
  private static final Fiber FIBER = Fiber.standard();
  private static final double CLOCK_HZ = 1e9;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double BUILT_RECENTLY = 2010;

  static final Map<String, DoubleSupplier> VALUES =
      Map.ofEntries(
          Map.entry("beijing-shanghai", NetworkFacts::nodesOfTheBackbone),
          Map.entry("micius-launch", NetworkFacts::launchOfMicius),
          Map.entry("several-countries", () -> countries(row -> isSite(row))),
          Map.entry("openqkd", () -> countries(row -> row.text("network").startsWith("OpenQKD"))),
          Map.entry("united-states", NetworkFacts::recentSitesOfTheUnitedStates),
          Map.entry("link-price", NetworkFacts::highestPriceUsd),
          Map.entry("amplified", NetworkFacts::keyThroughAmplifiers),
          Map.entry("classical-reach", () -> classical("longest line")),
          Map.entry("volume", () -> classical("record capacity") / fastestKey()),
          Map.entry("metropolitan-limit", () -> bitsPerDayWithoutRepeater(1000)),
          Map.entry("coast-to-coast", () -> bitsPerDayWithoutRepeater(4300)),
          Map.entry("milliseconds", NetworkFacts::longestEntanglementS),
          Map.entry("seconds-needed", NetworkFacts::reachOfATenthOfASecondKm),
          Map.entry("repeater-field-test", NetworkFacts::firstMemoriesOverCityFibre),
          Map.entry("near-absolute-zero", () -> memories(row -> isWarm(row))),
          Map.entry("most-mature", NetworkFacts::yearsFromKeysToMemories));

  private NetworkFacts() {}

  private static double nodesOfTheBackbone() {
    return Records.count(
        KitData.NETWORKS_NODES, row -> row.text("network").startsWith("Beijing-Shanghai"));
  }

  private static double launchOfMicius() {
    return KitData.rows(KitData.SATELLITES).stream()
        .filter(row -> row.text("satellite").startsWith("Micius"))
        .mapToDouble(row -> Double.parseDouble(row.text("launch_date").substring(0, 4)))
        .min()
        .orElse(Double.NaN);
  }

  private static double countries(Predicate<DataRow> meant) {
    return KitData.rows(KitData.NETWORKS_NODES).stream()
        .filter(meant.and(row -> row.has("country")))
        .map(row -> row.text("country"))
        .distinct()
        .count();
  }

  /** Whether a node is one of a network for keys, of which the place was published. */
  private static boolean isSite(DataRow node) {
    return node.text("status").equals("published")
        && (node.text("role").equals("trusted node") || node.text("role").equals("user"));
  }

  private static double recentSitesOfTheUnitedStates() {
    return Records.count(
        KitData.NETWORKS_NODES,
        row -> row.text("country").equals("US") && isSite(row) && year(row) >= BUILT_RECENTLY);
  }

  /** The year at the end of the name of a network; 0 if there is none. */
  private static double year(DataRow node) {
    String name = node.text("network");
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return last.matches("\\d{4}") ? Double.parseDouble(last) : 0;
  }

  private static double highestPriceUsd() {
    return Records.most(
        KitData.COSTS,
        row -> row.text("price_of").equals("pair") && !row.text("source").contains("article"),
        "low_usd");
  }

  private static double keyThroughAmplifiers() {
    var amplified = AmplifiedLink.lossless(FIBER.withLengthKm(100));
    return DecoyBb84.standard().withDetector(Detector.snspd()).over(amplified).bitsPerUse();
  }

  private static double classical(String fact) {
    return Records.most(
        KitData.CLASSICAL_NETWORKS, row -> row.text("fact").startsWith(fact), "value");
  }

  private static double fastestKey() {
    return Records.most(KitData.QKD_EXPERIMENTS, row -> true, "key_rate_bps");
  }

  /** The most that a gigahertz clock and perfect devices can carry over fibre in a day. */
  private static double bitsPerDayWithoutRepeater(double lengthKm) {
    return Plob.bitsPerUse(FIBER.withLengthKm(lengthKm)) * CLOCK_HZ * SECONDS_PER_DAY;
  }

  private static double memories(Predicate<DataRow> meant) {
    return Records.count(KitData.MEMORIES, meant);
  }

  private static boolean isWarm(DataRow memory) {
    return memory.text("platform").startsWith("warm");
  }

  private static double longestEntanglementS() {
    return Records.most(
        KitData.MEMORIES, row -> row.text("kind").contains("entanglement"), "storage_time_s");
  }

  private static double reachOfATenthOfASecondKm() {
    return MemoryReach.km(Memory.dephasing(100), FIBER, 0.9);
  }

  private static double firstMemoriesOverCityFibre() {
    return Records.least(
        KitData.MEMORIES,
        row -> row.text("kind").equals("remote entanglement") && row.number("distance_km") >= 10,
        "year");
  }

  private static double yearsFromKeysToMemories() {
    double memories =
        Records.least(
            KitData.MEMORIES, row -> row.text("kind").equals("remote entanglement"), "year");
    return memories - Records.least(KitData.QKD_EXPERIMENTS, row -> true, "year");
  }
}
