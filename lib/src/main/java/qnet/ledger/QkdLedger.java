package qnet.ledger;

import static qnet.ledger.Search.keyEnds;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.PairSource;
import qnet.channel.Source;
import qnet.qkd.Analysis;
import qnet.qkd.B92;
import qnet.qkd.Bb84;
import qnet.qkd.Bbm92;
import qnet.qkd.DecoyBb84;
import qnet.qkd.DeviceIndependent;
import qnet.qkd.E91;
import qnet.qkd.Sarg04;
import qnet.qkd.SixState;

/** The rows of the protocols of {@code qnet.qkd}, each computed with the protocol itself. */
final class QkdLedger {
  private static final Detector PERFECT = new Detector(1, 0, 1, 0);
  private static final Fiber GYS_FIBER = Fiber.standard().withLossDbPerKm(0.21);
  private static final SixState SIX_STATE =
      new SixState(Source.singlePhoton(), PERFECT, 0, 1, 1, Analysis.THRESHOLD);
  private static final B92 B92_IDEAL =
      new B92(Source.singlePhoton(), PERFECT, 0, 1, Math.sqrt(0.5));
  private static final DeviceIndependent DEVICE_INDEPENDENT =
      new DeviceIndependent(PairSource.singlePair(), PERFECT, PERFECT, 0, 1);

  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry(
              "bb84-fraction",
              () ->
                  new Bb84(Source.singlePhoton(), PERFECT, 0.05, 1.16, 1, Analysis.THRESHOLD)
                      .over(() -> 1)
                      .bitsPerUse()),
          Map.entry("bb84-gys-reach", () -> Bb84.gys().maxReachKm(GYS_FIBER)),
          Map.entry("decoy-best-intensity", () -> DecoyBb84.gys().darkFreeMeanPhotonNumber()),
          Map.entry(
              "decoy-best-intensity-f1",
              () -> DecoyBb84.gys().withErrorCorrectionEfficiency(1).darkFreeMeanPhotonNumber()),
          Map.entry(
              "decoy-reach",
              () -> DecoyBb84.gys().withMeanPhotonNumber(0.48).maxReachKm(GYS_FIBER)),
          Map.entry(
              "six-state-threshold",
              () -> keyEnds(0.2, e -> SIX_STATE.withMisalignment(e).over(() -> 1))),
          Map.entry(
              "six-state-fraction",
              () -> SIX_STATE.withMisalignment(0.1).over(() -> 1).bitsPerUse()),
          Map.entry("sarg04-reach", () -> Sarg04.gys().maxReachKm(GYS_FIBER)),
          Map.entry(
              "sarg04-sifting",
              () -> new Sarg04(Source.singlePhoton(), PERFECT, 0, 1).over(() -> 1).gain()),
          Map.entry("b92-depolarising", () -> tolerableDepolarising(0)),
          Map.entry("b92-depolarising-20", () -> tolerableDepolarising(0.2)),
          Map.entry("b92-depolarising-50", () -> tolerableDepolarising(0.5)),
          Map.entry(
              "b92-discrimination", () -> 1 - keyEnds(1, loss -> B92_IDEAL.over(() -> 1 - loss))),
          Map.entry("bbm92-tno", QkdLedger::bbm92OfTno),
          Map.entry(
              "bbm92-werner",
              () ->
                  new Bbm92(PairSource.singlePair(), PERFECT, PERFECT, 2 * 0.1 / 3, 1, 1)
                      .over(() -> 1)
                      .bitsPerUse()),
          Map.entry(
              "e91-chsh",
              () ->
                  new E91(PairSource.singlePair(), PERFECT, PERFECT, 0, 1).chsh(() -> 1, () -> 1)),
          Map.entry(
              "e91-sifting",
              () ->
                  new E91(PairSource.singlePair(), PERFECT, PERFECT, 0, 1)
                      .over(() -> 1)
                      .bitsPerUse()),
          Map.entry(
              "di-threshold",
              () -> keyEnds(0.2, e -> DEVICE_INDEPENDENT.withMisalignment(e).over(() -> 1))),
          Map.entry(
              "di-efficiency",
              () ->
                  1
                      - keyEnds(
                          0.2, lost -> DEVICE_INDEPENDENT.over(() -> 1 - lost, () -> 1 - lost))));

  private QkdLedger() {}

  private static double bbm92OfTno() {
    var detector = new Detector(0.2, 0, 1, 0).withDarkCountProbability(1 - Math.sqrt(1 - 1e-5));
    var source = PairSource.downConversion().withMeanPairNumber(0.05);
    return new Bbm92(source, detector, detector, 0, 1, 1).over(() -> 1).bitsPerUse();
  }

  /** The depolarising rate p at which the last pair of states stops making key. */
  private static double tolerableDepolarising(double loss) {
    double best = 0;
    double bestOverlap = 0.5;
    for (double step = 0.05; step > 1e-3; step /= 4) {
      for (double overlap = bestOverlap - 9 * step; overlap < bestOverlap + 9.5 * step; ) {
        double p = tolerableDepolarising(loss, overlap);
        if (p > best) {
          best = p;
          bestOverlap = overlap;
        }
        overlap += step;
      }
    }
    return best;
  }

  private static double tolerableDepolarising(double loss, double overlap) {
    if (!(overlap > 0 && overlap < 1)) {
      return 0;
    }
    var states = B92_IDEAL.withOverlap(overlap);
    return keyEnds(0.1, p -> states.withMisalignment(2 * p / 3).over(() -> 1 - loss));
  }
}
