package qnet.ledger;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Memory;
import qnet.qkd.KeyRate;
import qnet.repeater.Chain;
import qnet.repeater.CoherentStateHeralding;
import qnet.repeater.EmitterHeralding;
import qnet.repeater.EncodedRepeater;
import qnet.repeater.NestedPurification;
import qnet.repeater.OnePhotonHeralding;
import qnet.repeater.OneWayRepeater;
import qnet.repeater.ParityCode;
import qnet.repeater.PurificationPlan;
import qnet.repeater.RequiredMemory;
import qnet.repeater.Segment;
import qnet.repeater.SingleNode;
import qnet.repeater.TrustedChain;
import qnet.repeater.TwoPhotonHeralding;
import qnet.repeater.WaitingTime;
import qnet.state.BellDiagonal;
import qnet.state.Dejmps;

/** The rows of {@code qnet.repeater}. */
final class RepeaterLedger {
  private static final Link FIFTY_KM = Fiber.standard().withLengthKm(50);

  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry("waiting-all-of-8", () -> WaitingTime.allReadyRounds(0.1, 8)),
          Map.entry("waiting-two-rare", () -> 1e-9 * WaitingTime.allReadyRounds(1e-9, 2)),
          Map.entry("waiting-swap", () -> WaitingTime.swappedRounds(0.2, 0.5)),
          Map.entry("waiting-cutoff", () -> WaitingTime.cutoffRounds(0.13, 5)),
          Map.entry(
              "heralding-two-photons",
              () -> TwoPhotonHeralding.ideal().over(FIFTY_KM).successProbability()),
          Map.entry(
              "heralding-one-photon",
              () ->
                  OnePhotonHeralding.ideal()
                      .over(Fiber.standard().withLengthKm(100))
                      .successProbability()),
          Map.entry(
              "heralding-emitter",
              () -> EmitterHeralding.ideal().over(FIFTY_KM).successProbability()),
          Map.entry(
              "heralding-coherent-state",
              () ->
                  CoherentStateHeralding.ideal()
                      .withFidelity(0.99)
                      .over(() -> 1.0 / 3)
                      .successProbability()),
          Map.entry("hybrid-1280-km", RepeaterLedger::hybridRateHz),
          Map.entry("chain-16-links", () -> chain(0.95, 16)),
          Map.entry(
              "single-node",
              () ->
                  SingleNode.trappedIons()
                      .withMemory(Memory.dephasing(1000).withEfficiency(0.3))
                      .withDetector(Detector.ideal())
                      .withPreparationTimeUs(0)
                      .withBellQuality(1)
                      .withErrorCorrectionEfficiency(1)
                      .over(FIFTY_KM, FIFTY_KM)
                      .bitsPerUse()),
          Map.entry("parity-code", () -> ParityCode.standard().successProbability(0.8)),
          Map.entry("one-way-hop", RepeaterLedger::oneHop),
          Map.entry("encoded-steane", RepeaterLedger::encodedSegment),
          Map.entry("nested-purification", () -> NestedPurification.ofReliability(1).minFidelity()),
          Map.entry("trusted-weakest", RepeaterLedger::weakestSpan),
          Map.entry("required-efficiency", RepeaterLedger::requiredEfficiency));

  private RepeaterLedger() {}

  /** One segment whose pairs err with probability 0.01 in each basis. */
  private static double encodedSegment() {
    var chain =
        Chain.ideal()
            .withHeralding(link -> new Segment(0.1, 1, 0, 1, BellDiagonal.werner(0.985)))
            .withSegments(1);
    return EncodedRepeater.steane(chain).keyRate().qber();
  }

  private static double chain(double fidelity, int segments) {
    return Chain.ideal()
        .withHeralding(link -> new Segment(0.1, 1, 0, 1, BellDiagonal.werner(fidelity)))
        .withSegments(segments)
        .average()
        .fidelity();
  }

  private static double hybridRateHz() {
    var chain =
        Chain.ideal()
            .withLink(Fiber.standard().withLengthKm(1280))
            .withSegments(64)
            .withHeralding(CoherentStateHeralding.ideal().withFidelity(0.8821))
            .withPurification(PurificationPlan.of(Dejmps.ideal(), 2));
    return 1000 / chain.simulate(1000, new SplittableRandom(1)).timeMs().mean();
  }

  private static double oneHop() {
    return OneWayRepeater.ideal(1).withStationEfficiency(0.8).over(() -> 1).gain();
  }

  private static double weakestSpan() {
    return new TrustedChain(link -> KeyRate.of(link.transmittance(), 0), 5)
        .over(Fiber.standard().withLengthKm(250))
        .bitsPerUse();
  }

  /** Certain links of one attempt, so that the swap alone decides: η² = −log₂(1 − 0.25). */
  private static double requiredEfficiency() {
    var chain = Chain.ideal().withLink(() -> 0.25).withHeralding(link -> Segment.ofProbability(1));
    return RequiredMemory.efficiency(chain, new SplittableRandom(1));
  }
}
