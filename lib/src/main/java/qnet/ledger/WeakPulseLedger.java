package qnet.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.qkd.Analysis;
import qnet.qkd.DecoyBb84;
import qnet.qkd.DecoySettings;
import qnet.qkd.Intensity;
import qnet.qkd.KeyRate;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Reach;
import qnet.qkd.WeakPulseBb84;

/** The rows of BB84 with laser pulses: without decoys, with some, with infinitely many. */
final class WeakPulseLedger {
  private static final Fiber GYS_FIBER = Fiber.standard().withLossDbPerKm(0.21);

  /** The perfect detectors, 0.2 dB and intensity of an example of TNO's program. */
  private static final Detector TNO_DETECTOR =
      new Detector(1, 0, 1, 0).withDarkCountProbability(1e-8);

  private static final Link TNO_LINK = Link.ofLossDb(0.2);
  private static final double TNO_MEAN_PHOTON_NUMBER = 0.89982647;

  static final Map<String, DoubleSupplier> ROWS =
      Map.of(
          "weak-pulse-reach",
          WeakPulseLedger::reachWithAsManyPhotonsAsArrive,
          "weak-pulse-best-reach",
          () -> WeakPulseBb84.gys().maxReachKm(GYS_FIBER),
          "vacuum-weak-reach",
          () -> PracticalDecoyBb84.gys().maxReachKm(GYS_FIBER),
          "decoy-tno",
          WeakPulseLedger::infinitelyManyDecoysOfTno,
          "two-decoys-tno",
          WeakPulseLedger::twoDecoysOfTno);

  private WeakPulseLedger() {}

  private static double reachWithAsManyPhotonsAsArrive() {
    return Reach.km(WeakPulseLedger::asManyPhotonsAsArrive, GYS_FIBER::withLengthKm);
  }

  private static KeyRate asManyPhotonsAsArrive(Link link) {
    var gys = WeakPulseBb84.gys();
    double eta = link.transmittance() * gys.detector().efficiency();
    return gys.withMeanPhotonNumber(Math.max(1e-12, eta)).over(link); // a laser is never off
  }

  private static double infinitelyManyDecoysOfTno() {
    var source = Source.laser().withMeanPhotonNumber(TNO_MEAN_PHOTON_NUMBER);
    return new DecoyBb84(source, TNO_DETECTOR, 0, 1, 1, Analysis.THRESHOLD)
        .over(TNO_LINK)
        .bitsPerUse();
  }

  private static double twoDecoysOfTno() {
    double seldom = 1e-9; // TNO counts neither the decoys nor the sifting
    var settings =
        new DecoySettings(
            1 - seldom,
            List.of(
                new Intensity(TNO_MEAN_PHOTON_NUMBER, 1 - 2 * seldom),
                new Intensity(0.002, seldom),
                new Intensity(0, seldom)));
    return new PracticalDecoyBb84(Source.laser(), TNO_DETECTOR, 0, 1, settings, Analysis.THRESHOLD)
        .over(TNO_LINK)
        .bitsPerUse();
  }
}
