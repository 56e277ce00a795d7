package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwapTest {
  /** A swap gate by gate on four qubits: CNOT, H, noisy read-out as bit flips, corrections. */
  private static BellDiagonal byCircuit(Swap swap, BellDiagonal left, BellDiagonal right) {
    Noise gateNoise = Noise.depolarisingPair(1 - swap.gateReliability());
    Noise readOut = Noise.bitFlip(1 - swap.measurementReliability());
    DensityMatrix end =
        left.densityMatrix()
            .tensor(right)
            .apply(gateNoise, 1, 2)
            .apply(Gate.cnot(), 1, 2)
            .apply(Gate.h(), 1)
            .apply(readOut, 1)
            .apply(readOut, 2)
            .apply(Gate.cnot(), 2, 3)
            .apply(Gate.cz(), 1, 3);
    return BellDiagonal.of(end.partialTrace(1, 2));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.98, 1", "1, 0.97", "0.9, 0.8", "0.3, 0"})
  void agreesWithTheCircuit(double gate, double measurement) {
    SplittableRandom rng = new SplittableRandom(31);
    Swap swap = Swap.ideal().withGateReliability(gate).withMeasurementReliability(measurement);
    for (int i = 0; i < 5; i++) {
      BellDiagonal left = BellDiagonalTest.random(rng);
      BellDiagonal right = BellDiagonalTest.random(rng);
      NoiseTest.assertSame(byCircuit(swap, left, right), swap.join(left, right));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.95, 0.9"})
  void agreesWithTrials(double gate, double measurement) {
    Swap swap = new Swap(gate, measurement);
    BellDiagonal left = BellDiagonal.of(0.8, 0.1, 0.06, 0.04);
    BellDiagonal right = BellDiagonal.of(0.7, 0.05, 0.15, 0.1);
    var seen = swap.trials(left, right, 200_000, new SplittableRandom(32));
    assertTrue(
        seen.sigmasFrom(swap.join(left, right).fidelity()) < 4, "seed 32, saw " + seen.mean());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 1", "5, 1, 1", "5, 0.98, 0.97"})
  void chainAgreesWithTrials(int links, double gate, double measurement) {
    Swap swap = new Swap(gate, measurement);
    BellDiagonal pair = BellDiagonal.of(0.9, 0.05, 0.03, 0.02);
    var seen = swap.chainTrials(pair, links, 200_000, new SplittableRandom(33));
    assertTrue(
        seen.sigmasFrom(swap.chain(pair, links).fidelity()) < 4, "seed 33, saw " + seen.mean());
  }

  @Test
  void longestUsefulChain() {
    BellDiagonal pair = BellDiagonal.werner(0.95);
    Swap swap = Swap.ideal();
    int links = swap.maxLinks(pair, long1 -> long1.concurrence() > 0);
    assertTrue(swap.chain(pair, links).fidelity() > 0.5);
    assertTrue(swap.chain(pair, links + 1).fidelity() <= 0.5);
    assertEquals(0, swap.maxLinks(BellDiagonal.werner(0.5), long1 -> long1.concurrence() > 0));
    assertEquals(
        Swap.MAX_LINKS, swap.maxLinks(BellDiagonal.perfect(), long1 -> long1.fidelity() > 0.9));
    assertTrue(
        swap.withGateReliability(0.99).maxLinks(pair, long1 -> long1.concurrence() > 0) < links);
  }

  @Test
  void sameSeedSameTrials() {
    BellDiagonal pair = Werner.ofFidelity(0.9).bellDiagonal();
    assertEquals(
        Swap.ideal().trials(pair, pair, 100_000, new SplittableRandom(1)),
        Swap.ideal().trials(pair, pair, 100_000, new SplittableRandom(1)));
  }

  @Test
  void limits() {
    BellDiagonal pair = BellDiagonal.of(0.8, 0.1, 0.06, 0.04);
    NoiseTest.assertSame(pair, Swap.of(pair, BellDiagonal.perfect()));
    NoiseTest.assertSame(pair, Swap.of(BellDiagonal.perfect(), pair));
    assertEquals(pair, Swap.ideal().chain(pair, 1));
    assertEquals(0.25, Swap.ideal().chain(pair, 200).fidelity(), 1e-9);
    assertEquals(0.25, new Swap(0, 1).join(pair, pair).fidelity(), 1e-12);
    Werner long2 = Swap.of(Werner.ofFidelity(0.9), Werner.ofFidelity(0.8));
    assertEquals(
        Swap.of(Werner.ofFidelity(0.9).bellDiagonal(), Werner.ofFidelity(0.8).bellDiagonal())
            .fidelity(),
        long2.fidelity(),
        1e-12);
  }

  @Test
  void refusesBadInput() {
    assertEquals(
        "gateReliability must be from 0 to 1, was 1.2",
        assertThrows(IllegalArgumentException.class, () -> new Swap(1.2, 1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Swap(1, Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> Swap.ideal().chainTrials(BellDiagonal.perfect(), 0, 1, new SplittableRandom(1)));
    assertEquals(
        "links must be ≥ 1, was 0",
        assertThrows(
                IllegalArgumentException.class, () -> Swap.ideal().chain(BellDiagonal.perfect(), 0))
            .getMessage());
  }
}
