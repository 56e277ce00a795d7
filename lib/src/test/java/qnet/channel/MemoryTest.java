package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import qnet.Reference;
import qnet.run.Estimate;
import qnet.state.Bell;
import qnet.state.BellDiagonal;

class MemoryTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/memory.csv", numLinesToSkip = 1)
  void referenceRows(
      String id, String quantity, double x, double y, double expected, double tolerance) {
    double actual =
        switch (quantity) {
          case "fidelity" -> Memory.dephasing(y).fidelity(x);
          case "time to fidelity over T2" -> Memory.dephasing(7).storageTimeMs(x) / 7;
          case "multiplexed success" -> Memory.ideal().withModes((int) y).successProbability(x);
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  @Test
  void aPairIsAsGoodAsTheKrausMapsSay() {
    var memory = new Memory(30, 20, 1, 100, 1);
    var noise = memory.decay().noise(5);
    var pair = Bell.phiPlus().densityMatrix();
    assertEquals(BellDiagonal.of(pair.apply(noise, 0)).fidelity(), memory.fidelity(5), 1e-12);
    assertEquals(
        BellDiagonal.of(pair.apply(noise, 0).apply(noise, 1)).fidelity(),
        memory.pairFidelity(5),
        1e-12);
  }

  @Test
  void theTimeLeadsBackToTheFidelity() {
    var memory = new Memory(30, 20, 1, 100, 1);
    assertEquals(0.8, memory.fidelity(memory.storageTimeMs(0.8)), 1e-12);
    assertEquals(0, memory.storageTimeMs(1), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, Memory.ideal().storageTimeMs(0.99));
    assertTrue(memory.storageTimeMs(0.8) < memory.withT1Ms(1e9).storageTimeMs(0.8));
  }

  @Test
  void phaseFlipsDrawnOneByOneGiveTheFidelity() {
    var memory = Memory.dephasing(20);
    var rng = new SplittableRandom(8);
    int kept = 0;
    int trials = 100_000;
    for (int i = 0; i < trials; i++) {
      // a flip arrives as a Poisson process of rate 1/(2·T₂); an even number of them is none
      boolean flipped = false;
      double timeMs = 0;
      while ((timeMs -= 2 * 20 * Math.log1p(-rng.nextDouble())) < 7) {
        flipped = !flipped;
      }
      kept += flipped ? 0 : 1;
    }
    assertTrue(Estimate.ofCount(kept, trials).sigmasFrom(memory.fidelity(7)) < 4);
  }

  @Test
  void modesThatAreTriedOneByOneSucceedAsOften() {
    var memory = Memory.ideal().withModes(20);
    var rng = new SplittableRandom(9);
    int succeeded = 0;
    int trials = 20_000;
    for (int i = 0; i < trials; i++) {
      succeeded += rng.doubles(20).anyMatch(x -> x < 0.03) ? 1 : 0;
    }
    assertTrue(Estimate.ofCount(succeeded, trials).sigmasFrom(memory.successProbability(0.03)) < 4);
    assertEquals(0.03, memory.withModes(1).successProbability(0.03), 1e-15);
    assertEquals(1, memory.successProbability(1));
  }

  @Test
  void theCutOffCountsFromStorage() {
    var memory = Memory.ideal().withCutoffMs(3);
    assertTrue(memory.keeps(3));
    assertFalse(memory.keeps(3.1));
    assertTrue(Memory.ideal().keeps(1e300));
  }

  @Test
  void refusesWhatCannotBe() {
    refuses(
        "t2Ms must be ≤ 2·t1Ms = 20.0, because relaxation alone dephases, was 20.1",
        () -> new Memory(10, 20.1, 1, 100, 1));
    assertEquals(20, new Memory(10, 20, 1, 100, 1).t2Ms());
    refuses("t1Ms must be > 0, was NaN", () -> Memory.ideal().withT1Ms(Double.NaN));
    refuses("t2Ms must be > 0, was 0.0", () -> Memory.dephasing(0));
    refuses("cutoffMs must be > 0, was -1.0", () -> Memory.ideal().withCutoffMs(-1));
    refuses("efficiency must be from 0 to 1, was 1.1", () -> Memory.ideal().withEfficiency(1.1));
    refuses("modes must be ≥ 1, was 0", () -> Memory.ideal().withModes(0));
    refuses(
        "fidelity must be > 0.5 and ≤ 1, was 0.5", () -> Memory.dephasing(1).storageTimeMs(0.5));
    refuses(
        "perModeProbability must be from 0 to 1, was NaN",
        () -> Memory.ideal().successProbability(Double.NaN));
  }

  private static void refuses(String message, org.junit.jupiter.api.function.Executable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
