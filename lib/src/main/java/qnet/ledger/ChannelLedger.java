package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Memory;
import qnet.channel.PairSource;
import qnet.channel.Source;

/** The rows of {@code qnet.channel}. */
final class ChannelLedger {
  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry("fiber-half-power", () -> Fiber.standard().halfPowerLengthKm()),
          Map.entry("fiber-latency", () -> Fiber.standard().withLengthKm(1000).latencyMs()),
          Map.entry(
              "link-split",
              () -> Fiber.standard().withLengthKm(100).split().alice().transmittance()),
          Map.entry("detector-gys-background", ChannelLedger::gysBackground),
          Map.entry(
              "detector-dead-time",
              // 20 gates of 1 ns; 0.03 clicks per gate are 3e7 per second
              () -> 0.03 * new Detector(1, 0, 1, 20).liveFraction(3e7)),
          Map.entry(
              "source-multi-photon",
              () -> Source.laser().withMeanPhotonNumber(0.1).multiPhotonProbability()),
          Map.entry("memory-fidelity", () -> Memory.dephasing(1000).fidelity(4.8967)),
          Map.entry("memory-storage-time", () -> Memory.dephasing(1).storageTimeMs(0.89)),
          Map.entry("memory-modes", () -> Memory.ideal().withModes(100).successProbability(0.01)),
          Map.entry(
              "pair-source-law",
              () -> PairSource.downConversion().withMeanPairNumber(0.6).pairProbability(2)));

  private ChannelLedger() {}

  private static double gysBackground() {
    double dark = Detector.gys().darkCountProbability();
    return 1 - (1 - dark) * (1 - dark);
  }
}
