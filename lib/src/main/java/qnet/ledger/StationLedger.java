package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.qkd.DecoyMdiQkd;
import qnet.qkd.IdealTwinField;
import qnet.qkd.MdiQkd;
import qnet.qkd.PhaseMatching;
import qnet.qkd.SendOrNotSend;
import qnet.qkd.TwinField;

/** The rows of the protocols with a station in the middle: MDI-QKD and the twin-field family. */
final class StationLedger {
  private static final Fiber FIBER = Fiber.standard();
  private static final Link HUNDRED_KM = FIBER.withLengthKm(100);
  private static final Link DB_40 = Link.ofLossDb(40);
  private static final Link DB_60 = Link.ofLossDb(60);
  private static final MdiQkd MDI = MdiQkd.loCurtyQi().withMeanPhotonNumber(0.3);

  private static final TwinField TWIN_FIELD =
      new TwinField(
              Source.laser(), new Detector(1, 0, 1, 0).withDarkCountProbability(1e-8), 0, 1.16, 1)
          .withMeanPhotonNumber(0.02);

  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry("mdi-rate", () -> MDI.over(HUNDRED_KM).bitsPerUse()),
          Map.entry("mdi-reach", () -> MdiQkd.loCurtyQi().maxReachKm(FIBER)),
          Map.entry(
              "mdi-decoys", () -> new DecoyMdiQkd(MDI, 0.05, 0).over(HUNDRED_KM).bitsPerUse()),
          Map.entry("twin-field-gain", () -> TWIN_FIELD.over(DB_60).gain()),
          Map.entry("twin-field-phase-error", () -> TWIN_FIELD.yields(DB_60).phaseQber()),
          Map.entry("twin-field-rate", () -> TWIN_FIELD.over(DB_60).bitsPerUse()),
          Map.entry(
              "twin-field-rate-f1",
              () -> TWIN_FIELD.withErrorCorrectionEfficiency(1).over(DB_60).bitsPerUse()),
          Map.entry(
              "twin-field-ideal",
              () -> IdealTwinField.standard().withMeanPhotonNumber(0.1).over(DB_40).bitsPerUse()),
          Map.entry(
              "twin-field-ideal-intensity",
              () -> IdealTwinField.standard().meanPhotonNumber(DB_40)),
          Map.entry("phase-matching-reach", () -> PhaseMatching.maZengZhou().maxReachKm(FIBER)),
          Map.entry("phase-matching-slice", () -> PhaseMatching.maZengZhou().sliceError()),
          Map.entry(
              "phase-matching-uniform",
              () -> PhaseMatching.maZengZhou().withSliceError(Double.NaN).maxReachKm(FIBER)),
          Map.entry(
              "send-or-not-700-km",
              () -> SendOrNotSend.wangYuHu().over(FIBER.withLengthKm(700)).bitsPerUse()));

  private StationLedger() {}
}
