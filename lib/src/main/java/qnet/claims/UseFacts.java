package qnet.claims;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.application.ClockNetwork;
import qnet.application.Interconnect;
import qnet.application.MagneticGradiometer;
import qnet.application.PhaseSensing;
import qnet.application.UseCase;

/** Values for the claims about sensors, clocks and distributed computing. */
final class UseFacts {
  static final Map<String, DoubleSupplier> VALUES =
      Map.ofEntries(
          Map.entry("sensor-precision", () -> PhaseSensing.ofLoss(1000, 0.9).gainBound()),
          Map.entry("clock-arrays", UseFacts::gainOfTenClocks),
          Map.entry("magnetic-maps", UseFacts::gainOfAGradiometer),
          Map.entry("distributed-computing", () -> Interconnect.trappedIons().gatesPerSecond()),
          Map.entry("gravitational-waves", () -> modelled("gravitational waves")),
          Map.entry("navigation", () -> modelled("navigation without GPS")),
          Map.entry("underground", () -> modelled("structures under the ground")));

  private UseFacts() {}

  private static double gainOfTenClocks() {
    var clocks = ClockNetwork.strontium(10);
    return clocks.locallyEntangledInstability(1) / clocks.networkInstability(1);
  }

  /** Spins that keep nine tenths of their coherence, shared in fours, against spins apart. */
  private static double gainOfAGradiometer() {
    var noisy = MagneticGradiometer.standard().withSensing(PhaseSensing.ofDephasing(200, 0.9));
    return noisy.resolutionTPerM(1, 1) / noisy.resolutionTPerM(4, 1);
  }

  /** 1 if the kit computes the use, 0 if it says why not. */
  private static double modelled(String use) {
    return UseCase.all().stream()
        .filter(row -> row.name().equals(use))
        .filter(row -> row.status() != UseCase.Status.NOT_MODELLED)
        .count();
  }
}
