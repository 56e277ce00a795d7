package qnet.claims;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import qnet.application.Traffic;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Source;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.qkd.Bb84;
import qnet.qkd.Block;
import qnet.qkd.DecoyBb84;
import qnet.qkd.FiniteProtocol;
import qnet.qkd.InterceptResend;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Security;

/** Values for the claims about quantum key distribution. */
final class KeyFacts {
  private static final Fiber FIBER = Fiber.standard();
  private static final DecoyBb84 PROTOCOL = DecoyBb84.standard().withDetector(Detector.snspd());

  static final Map<String, DoubleSupplier> VALUES =
      Map.ofEntries(
          Map.entry("any-listener", () -> new InterceptResend(0.05).bb84Qber()),
          Map.entry("immediate-alarm", KeyFacts::secondsToTheFirstKey),
          Map.entry("intercept-errors", () -> new InterceptResend(1).bb84Qber()),
          Map.entry("matching-choices", KeyFacts::keptFraction),
          Map.entry("physics-alone", () -> attacks(row -> on(row, "classical channel"))),
          Map.entry("unhackable", () -> attacks(row -> !on(row, "channel"))),
          Map.entry("side-channels-remain", () -> attacks(row -> on(row, "detector"))),
          Map.entry("fraud-impossible", () -> attacks(row -> on(row, "network"))),
          Map.entry("hundred-km-fibre", () -> PROTOCOL.maxReachKm(FIBER)),
          Map.entry("hundred-km-without-nodes", KeyFacts::longestFibreKm),
          Map.entry("cryogenic-detectors", KeyFacts::reachWithoutCryogenicsKm),
          Map.entry("photons-on-demand", KeyFacts::bestSinglePhotonShare),
          Map.entry("dedicated-fibre", () -> onCommercialFibreKm("distance_km")),
          Map.entry("parallel-systems", () -> onCommercialFibreKm("key_rate_bps")),
          Map.entry(
              "immune-to-later-computers", () -> Traffic.of("4K video").streams(keyRate(100))),
          Map.entry("hybrid", () -> keyRate(100)),
          Map.entry("hybrid-future", () -> keyRate(100)),
          Map.entry("streaming", () -> Traffic.of("4K video").streams(keyRate(100))),
          Map.entry("not-preventing", () -> PROTOCOL.over(() -> 0).bitsPerUse()),
          Map.entry("myth-hype", () -> Records.count(KitData.QKD_EXPERIMENTS, KeyFacts::inField)),
          Map.entry(
              "outside-laboratories",
              () -> Records.count(KitData.QKD_EXPERIMENTS, KeyFacts::inField)),
          Map.entry(
              "satellite-reach",
              () ->
                  Records.most(
                      KitData.QKD_EXPERIMENTS, row -> isRelayFreeSatellite(row), "distance_km")),
          Map.entry(
              "entanglement-over-distance",
              () ->
                  Records.most(
                      KitData.QKD_EXPERIMENTS,
                      row -> row.text("protocol").contains("entangle"),
                      "distance_km")));

  private KeyFacts() {}

  private static double secondsToTheFirstKey() {
    var protocol =
        new FiniteProtocol(
            PracticalDecoyBb84.standard(), Block.ofSiftedBits(1_000_000), Security.standard());
    return protocol.blockTimeS(FIBER.withLengthKm(100));
  }

  private static double keptFraction() {
    long pulses = 1_000_000;
    var counts = Bb84.ideal().expect(FIBER.withLengthKm(0), pulses);
    return (double) counts.detected() / pulses;
  }

  private static double keyRate(double lengthKm) {
    return PROTOCOL.over(FIBER.withLengthKm(lengthKm)).bitsPerSecond();
  }

  private static double attacks(Predicate<DataRow> meant) {
    return Records.count(KitData.ATTACKS, meant);
  }

  private static boolean on(DataRow attack, String target) {
    return attack.text("target").equals(target);
  }

  private static boolean inField(DataRow row) {
    return row.text("deployed").equals("field") && row.number("key_rate_bps") > 0;
  }

  /** The longest fibre that has given a key without a trusted node on the way. */
  private static double longestFibreKm() {
    return Records.most(
        KitData.QKD_EXPERIMENTS,
        row ->
            row.text("medium").equals("fibre")
                && (row.has("key_rate_bps") || row.has("key_rate_bits_per_pulse"))
                && !row.text("note").contains("trusted"),
        "distance_km");
  }

  private static boolean isRelayFreeSatellite(DataRow row) {
    return row.text("medium").startsWith("satellite")
        && row.text("note").contains("no trusted satellite");
  }

  private static double onCommercialFibreKm(String column) {
    return Records.most(
        KitData.QKD_EXPERIMENTS,
        row -> inField(row) && row.text("note").contains("commercial telecom network"),
        column);
  }

  private static double reachWithoutCryogenicsKm() {
    return PROTOCOL.withDetector(Detector.ingaasCooled()).maxReachKm(FIBER);
  }

  /** The share of pulses with exactly one photon, at the mean photon number where it is largest. */
  private static double bestSinglePhotonShare() {
    Source laser = Source.laser().withMeanPhotonNumber(1);
    return 1 - laser.emptyProbability() - laser.multiPhotonProbability();
  }
}
