package qnet.claims;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Fiber;
import qnet.state.Bell;
import qnet.state.Cloning;
import qnet.state.DensityMatrix;
import qnet.state.Gate;
import qnet.state.Noise;
import qnet.state.OppositeSpins;
import qnet.state.StateVector;
import qnet.state.Teleportation;

/** Values for the claims about entanglement, teleportation and the speed of light. */
final class FoundationFacts {
  private static final Fiber LONG_FIBER = Fiber.standard().withLengthKm(1000);

  static final Map<String, DoubleSupplier> VALUES =
      Map.ofEntries(
          Map.entry("opposite-spins", () -> OppositeSpins.differentProbability(0, 0)),
          Map.entry("no-signal", FoundationFacts::signalOfAChoice),
          Map.entry("random-outcomes", () -> Bell.psiMinus().densityMatrix().reduced(0).purity()),
          Map.entry("teleportation-needs-bits", FoundationFacts::fidelityWithoutBits),
          Map.entry("teleportation-destroys", FoundationFacts::whatTheSenderLearns),
          Map.entry("no-cloning", () -> Cloning.fidelity(1, 2)),
          Map.entry("speed-in-fibre", () -> LONG_FIBER.groupSpeedKmPerS()),
          Map.entry("instant-messages", LONG_FIBER::latencyMs),
          Map.entry("myth-instant", LONG_FIBER::latencyMs));

  private FoundationFacts() {}

  /** How far apart the two states of Bob are that belong to two different choices of Alice. */
  private static double signalOfAChoice() {
    DensityMatrix pair = Bell.phiPlus().densityMatrix();
    var afterZ = pair.apply(Noise.dephasing(0.5), 0);
    var afterX = pair.apply(Gate.h(), 0).apply(Noise.dephasing(0.5), 0).apply(Gate.h(), 0);
    return afterZ.reduced(1).traceDistance(afterX.reduced(1));
  }

  private static double fidelityWithoutBits() {
    StateVector sent = StateVector.zero(1);
    return Teleportation.withoutBits(sent, Bell.phiPlus()).fidelity(sent);
  }

  /** How much the outcomes at the sender differ from dice, for a state that is not one of them. */
  private static double whatTheSenderLearns() {
    StateVector sent = StateVector.zero(1).apply(Gate.h(), 0).apply(Gate.t(), 0);
    return Teleportation.outcomes(sent, Bell.phiPlus()).stream()
        .mapToDouble(outcome -> Math.abs(outcome.probability() - 0.25))
        .max()
        .orElseThrow();
  }
}
