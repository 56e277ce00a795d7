package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.code.BlockCode;
import qnet.code.CodedChain;
import qnet.code.SurfaceCode;
import qnet.code.ThreeQubitCode;

/** The rows of {@code qnet.code}. */
final class CodeLedger {
  static final Map<String, DoubleSupplier> ROWS =
      Map.of(
          "code-repetition", () -> BlockCode.repetition(5).failureProbability(0.01),
          "code-three-qubit", () -> ThreeQubitCode.bitFlip().failureProbability(0.01),
          "code-surface-qubits", () -> SurfaceCode.standard().forTarget(1e-12).physicalQubits(),
          "code-surface-error", () -> SurfaceCode.standard().logicalErrorRate(27),
          "code-surface-distance-5", () -> SurfaceCode.physicalQubits(5),
          "code-surface-distance-7", () -> SurfaceCode.physicalQubits(7),
          "code-repeater", () -> CodedChain.standard().withLinks(1).errorProbability());

  private CodeLedger() {}
}
