package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.application.ClockNetwork;
import qnet.application.ConferenceKey;
import qnet.application.EntangledTelescopes;
import qnet.application.GhzDistribution;
import qnet.application.Interconnect;
import qnet.application.MagneticGradiometer;
import qnet.application.OpticalClock;
import qnet.application.PhaseSensing;
import qnet.application.RemoteGate;
import qnet.application.SharedGhz;
import qnet.application.Traffic;
import qnet.qkd.KeyRate;

/** The rows of {@code qnet.application}. */
final class ApplicationLedger {
  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry(
              "application-shot-noise", () -> PhaseSensing.ideal(100).standardQuantumLimitRad()),
          Map.entry("application-heisenberg", () -> PhaseSensing.ideal(100).uncertaintyRad(100)),
          Map.entry(
              "application-lossy-bound", () -> PhaseSensing.ofLoss(16, 0.9).uncertaintyBoundRad()),
          Map.entry(
              "application-dephased-bound",
              () -> PhaseSensing.ofDephasing(16, 0.9).uncertaintyBoundRad()),
          Map.entry("application-clocks", ApplicationLedger::gainOfTwoClocks),
          Map.entry("application-height", ApplicationLedger::heightPerInstabilityM),
          Map.entry("application-gradient", ApplicationLedger::turnedOnce),
          Map.entry("application-telescopes", () -> EntangledTelescopes.standard().resolutionRad()),
          Map.entry("application-ghz", () -> new SharedGhz(3, 0.9).fidelity()),
          Map.entry("application-conference", ApplicationLedger::bb84Threshold),
          Map.entry("application-waiting", ApplicationLedger::attemptsOfEightArms),
          Map.entry("application-remote-gate", () -> RemoteGate.ofFidelity(0.96).averageFidelity()),
          Map.entry("application-interconnect", () -> Interconnect.trappedIons().gatesPerSecond()),
          Map.entry("application-traffic", () -> Traffic.of("4K video").streams(115.8e6)));

  private ApplicationLedger() {}

  private static double gainOfTwoClocks() {
    var clocks = ClockNetwork.strontium(2);
    return clocks.locallyEntangledInstability(1) / clocks.networkInstability(1);
  }

  private static double heightPerInstabilityM() {
    var clock = OpticalClock.strontium();
    return 1e-18 * clock.heightM(1) / clock.instability(1);
  }

  private static double turnedOnce() {
    return new MagneticGradiometer(PhaseSensing.ideal(2), 1, 1).resolutionTPerM(2, 1);
  }

  private static double bb84Threshold() {
    double without =
        Search.keyEnds(
            0.5,
            noise -> KeyRate.of(ConferenceKey.of(new SharedGhz(2, 1 - noise)).bb84Bits(), noise));
    return new SharedGhz(2, 1 - without).pairQber();
  }

  private static double attemptsOfEightArms() {
    var eight = GhzDistribution.over(8, () -> 0.1);
    return eight.attemptRateHz() / eight.storedRateHz();
  }
}
