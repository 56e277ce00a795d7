package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.state.Bbpssw;
import qnet.state.Bell;
import qnet.state.BellDiagonal;
import qnet.state.Chsh;
import qnet.state.ChshGame;
import qnet.state.Cloning;
import qnet.state.Dejmps;
import qnet.state.DetectionLoophole;
import qnet.state.Discrimination;
import qnet.state.Entanglement;
import qnet.state.Entropy;
import qnet.state.Gate;
import qnet.state.GhzGame;
import qnet.state.LocalModel;
import qnet.state.MemoryDecay;
import qnet.state.Mermin;
import qnet.state.Noise;
import qnet.state.OppositeSpins;
import qnet.state.StateVector;
import qnet.state.SuperdenseCoding;
import qnet.state.Swap;
import qnet.state.Teleportation;
import qnet.state.Werner;

/** The rows of {@code qnet.state}. */
final class StateLedger {
  private static final Werner NINE_TENTHS = Werner.ofFidelity(0.9);

  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry("state-tsirelson", () -> Chsh.optimal(Bell.phiPlus())),
          Map.entry("state-werner-chsh", NINE_TENTHS::chsh),
          Map.entry(
              "state-dephased-chsh",
              () -> Chsh.optimal(Bell.phiPlus().densityMatrix().apply(Noise.dephasing(0.1), 0))),
          Map.entry("state-bell-diagonal", () -> BellDiagonal.perfect().dephased(0.1).chsh()),
          Map.entry("state-chsh-game", () -> ChshGame.quantumOptimum(Bell.psiMinus())),
          Map.entry("state-mermin", () -> Mermin.value(StateVector.ghz(3))),
          Map.entry("state-ghz-game", () -> GhzGame.classicalOptimum(3)),
          Map.entry(
              "state-formation",
              () -> Entanglement.entanglementOfFormation(NINE_TENTHS.densityMatrix())),
          Map.entry("state-entropy", () -> Entropy.binary(0.11)),
          Map.entry(
              "state-superdense", () -> SuperdenseCoding.capacityBits(NINE_TENTHS.densityMatrix())),
          Map.entry(
              "state-teleportation", () -> Teleportation.averageFidelity(Werner.ofFidelity(0.8))),
          Map.entry("state-swap", () -> Swap.of(NINE_TENTHS, NINE_TENTHS).fidelity()),
          Map.entry(
              "state-noisy-swap",
              () -> new Swap(0.99, 0.99).join(pair(0.95), pair(0.95)).fidelity()),
          Map.entry("state-bbpssw", () -> Bbpssw.ideal().purify(pair(0.7)).fidelity()),
          Map.entry("state-dejmps", () -> Dejmps.ideal().purify(pair(0.8)).fidelity()),
          Map.entry("state-discrimination", StateLedger::zeroOrPlus),
          Map.entry("state-cloning", () -> Cloning.fidelity(1, 2)),
          Map.entry(
              "state-detection-loophole", () -> DetectionLoophole.requiredEfficiency(Math.PI / 4)),
          Map.entry("state-singlet", () -> OppositeSpins.differentProbability(0, Math.PI / 4)),
          Map.entry(
              "state-local-model",
              () -> LocalModel.oppositeArrows().differentProbability(0, Math.PI / 4, 100_000)),
          Map.entry(
              "state-memory",
              () -> MemoryDecay.dephasing(1).storeOne(BellDiagonal.perfect(), 4.8967).fidelity()));

  private StateLedger() {}

  private static BellDiagonal pair(double fidelity) {
    return Werner.ofFidelity(fidelity).bellDiagonal();
  }

  private static double zeroOrPlus() {
    var zero = StateVector.zero(1);
    return Discrimination.unambiguousProbability(zero, zero.apply(Gate.h(), 0));
  }
}
