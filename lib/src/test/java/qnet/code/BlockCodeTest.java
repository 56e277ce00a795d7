package qnet.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockCodeTest {
  @ParameterizedTest
  @CsvSource({"3, 0.1", "5, 0.2", "7, 0.3", "1, 0.25"})
  void repetitionAgreesWithTrials(int copies, double flipProbability) {
    var code = BlockCode.repetition(copies);
    var seen = code.trials(flipProbability, 100_000, new SplittableRandom(61));
    assertTrue(
        seen.sigmasFrom(code.failureProbability(flipProbability)) < 4, () -> "seed 61, " + seen);
  }

  @Test
  void quantumCodesAgreeWithTrials() {
    for (var code : new BlockCode[] {BlockCode.steane(), BlockCode.golay()}) {
      var seen = code.trials(0.08, 100_000, new SplittableRandom(62));
      assertTrue(seen.sigmasFrom(code.failureProbability(0.08)) < 4, () -> "seed 62, " + seen);
    }
  }

  @Test
  void limitsAndScaling() {
    var code = BlockCode.repetition(5);
    assertEquals(0, code.failureProbability(0));
    assertEquals(1, code.failureProbability(1));
    assertEquals(0.5, code.failureProbability(0.5), 1e-12, "half is half, whatever the code");
    assertEquals(10, code.failureProbability(1e-4) / 1e-12, 0.01, "C(5, 3)·p³");
    assertEquals(21, BlockCode.steane().failureProbability(1e-5) / 1e-10, 0.01, "C(7, 2)·p²");
    assertEquals(8855, BlockCode.golay().failureProbability(1e-6) / 1e-24, 1, "C(23, 4)·p⁴");
    assertEquals(0.25, new BlockCode(1, 0).failureProbability(0.25), 1e-12);
  }

  @Test
  void componentsAreChecked() {
    for (int copies : new int[] {4, -1}) {
      assertEquals(
          "copies must be odd and ≥ 1, was " + copies,
          assertThrows(IllegalArgumentException.class, () -> BlockCode.repetition(copies))
              .getMessage());
    }
    assertEquals(
        "correctable must be from 0 to 3, was 4",
        assertThrows(IllegalArgumentException.class, () -> BlockCode.steane().withCorrectable(4))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> BlockCode.steane().withQubits(0));
    assertThrows(
        IllegalArgumentException.class, () -> BlockCode.steane().failureProbability(Double.NaN));
    assertEquals(new BlockCode(9, 3), BlockCode.steane().withQubits(9).withCorrectable(3));
  }

  @Test
  void repeaterAgreesWithTrials() {
    var chain = CodedChain.standard().withFlipProbability(0.05).withLinks(7);
    var seen = chain.trials(50_000, new SplittableRandom(63));
    assertTrue(seen.sigmasFrom(chain.errorProbability()) < 4, () -> "seed 63, " + seen);
  }

  @Test
  void repeaterLimits() {
    var bare = CodedChain.standard().withCode(BlockCode.repetition(1));
    assertEquals(0.01, bare.withLinks(1).errorProbability(), 1e-12);
    assertEquals(2 * 0.01 * 0.99, bare.withLinks(2).errorProbability(), 1e-12);
    assertEquals(0.5, bare.withLinks(100_000).errorProbability(), 1e-12);
    var steane = bare.withCode(BlockCode.steane());
    assertTrue(steane.errorProbability() < bare.errorProbability() / 4);
    assertEquals(28, steane.qubitsPerStation());
    assertEquals(4, bare.qubitsPerStation());
    assertThrows(IllegalArgumentException.class, () -> bare.withFlipProbability(0.6));
    assertThrows(IllegalArgumentException.class, () -> bare.withFlipProbability(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> bare.withLinks(0));
  }
}
