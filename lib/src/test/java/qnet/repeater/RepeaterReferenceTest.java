package qnet.repeater;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import qnet.Reference;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Memory;
import qnet.state.BellDiagonal;
import qnet.state.Dejmps;

class RepeaterReferenceTest {
  private static Link fiber(double lengthKm) {
    return Fiber.standard().withLengthKm(lengthKm);
  }

  private static ChainAverage werner(double fidelity, int segments) {
    return Chain.ideal()
        .withHeralding(link -> new Segment(0.1, 1, 0, 1, BellDiagonal.werner(fidelity)))
        .withSegments(segments)
        .average();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/repeater.csv", numLinesToSkip = 1)
  void referenceRows(
      String id, String quantity, double a, Double b, Double c, double expected, double tolerance) {
    double actual =
        switch (quantity) {
          case "all ready" -> WaitingTime.allReadyRounds(a, b.intValue());
          case "nested" -> WaitingTime.nestedRounds(a, b.intValue(), c);
          case "nested simulated" -> nestedOverFormula(a, b.intValue(), c);
          case "swapped" -> WaitingTime.swappedRounds(a, b);
          case "kept" -> WaitingTime.keptWhileWaiting(a, b, c);
          case "both ready" -> WaitingTime.bothReadyRounds(a, b);
          case "cutoff rounds" -> WaitingTime.cutoffRounds(a, b);
          case "cutoff kept" -> WaitingTime.keptWithCutoff(a, b, c);
          case "sequential cutoff" -> WaitingTime.sequentialCutoffRounds(a, b, c);
          case "two photons" -> TwoPhotonHeralding.ideal().over(fiber(a)).successProbability();
          case "emitter" -> EmitterHeralding.ideal().over(fiber(a)).successProbability();
          case "one photon" ->
              OnePhotonHeralding.ideal()
                  .withBrightPopulation(b)
                  .over(fiber(a))
                  .successProbability();
          case "coherent state" ->
              CoherentStateHeralding.ideal().withFidelity(b).over(() -> a).successProbability();
          case "hybrid 1280 km" -> 1000 / hybrid((int) a, b, c.intValue()).timeMs().mean();
          case "multiplexed" ->
              Chain.ideal()
                  .withHeralding(link -> Segment.ofProbability(a))
                  .withMemory(Memory.ideal().withModes(b.intValue()))
                  .linkProbability();
          case "chain fidelity" -> werner(a, b.intValue()).fidelity();
          case "chain QBER" -> werner(a, b.intValue()).keyRate().qber();
          case "chain fraction" -> werner(a, b.intValue()).pair().secretFraction();
          case "longest chain with key" -> longestWithKey(a);
          case "parity code" -> new ParityCode((int) a, b.intValue()).successProbability(c);
          case "single node" ->
              SingleNode.trappedIons()
                  .withMemory(Memory.dephasing(1000).withEfficiency(b))
                  .withDetector(Detector.ideal())
                  .withPreparationTimeUs(c)
                  .withBellQuality(1)
                  .withErrorCorrectionEfficiency(1)
                  .over(fiber(a), fiber(a))
                  .bitsPerUse();
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  private static double nestedOverFormula(double p, int levels, double swap) {
    var chain =
        Chain.ideal()
            .withHeralding(link -> Segment.ofProbability(p))
            .withSegments(1 << levels)
            .withSwapping(Swapping.linearOptics().withSuccessProbability(swap));
    double meanMs = chain.simulate(40_000, new SplittableRandom(1)).timeMs().mean();
    return meanMs / WaitingTime.nestedRounds(p, levels, swap);
  }

  private static ChainResult hybrid(int segments, double fidelity, int rounds) {
    return Chain.ideal()
        .withLink(fiber(1280))
        .withSegments(segments)
        .withHeralding(CoherentStateHeralding.ideal().withFidelity(fidelity))
        .withPurification(PurificationPlan.of(Dejmps.ideal(), rounds))
        .simulate(1000, new SplittableRandom(1));
  }

  private static double longestWithKey(double fidelity) {
    int segments = 1;
    while (werner(fidelity, segments + 1).keyRate().bitsPerUse() > 0) {
      segments++;
    }
    return segments;
  }

  @ParameterizedTest
  @CsvSource({"0.3, 21", "0.06, 30", "0.04, 30", "0.049, 1024", "0.051, 1024", "1, 40"})
  void theThreeWaysToTheMeanMaximumMeet(double p, int segments) {
    double sum = 0;
    for (int k = 0; k < 4000; k++) {
      sum += 1 - Math.pow(1 - Math.pow(1 - p, k), segments);
    }
    assertEquals(1, WaitingTime.allReadyRounds(p, segments) / sum, 1e-11);
  }

  @Test
  void probabilitiesOfTheMaximum() {
    assertEquals(0, WaitingTime.allReadyProbability(0.3, 4, 0));
    assertEquals(Math.pow(1 - 0.7 * 0.7, 4), WaitingTime.allReadyProbability(0.3, 4, 2), 1e-14);
    assertEquals(1, WaitingTime.allReadyProbability(1, 4, 1));
    double late =
        Chain.ideal()
            .withHeralding(link -> Segment.ofProbability(0.3))
            .withSegments(4)
            .simulate(20_000, new SplittableRandom(1))
            .times()
            .fractionUpTo(5);
    assertEquals(WaitingTime.allReadyProbability(0.3, 4, 5), late, 0.015);
  }

  @Test
  void withoutSuccessItTakesForEver() {
    double never = Double.POSITIVE_INFINITY;
    assertEquals(never, WaitingTime.allReadyRounds(0, 3));
    assertEquals(never, WaitingTime.bothReadyRounds(0.5, 0));
    assertEquals(never, WaitingTime.bothReadyRounds(0, 0.5));
    assertEquals(never, WaitingTime.swappedRounds(0, 1));
    assertEquals(never, WaitingTime.nestedRounds(0.1, 2, 0));
    // no cut-off is an endless one, and one of no rounds needs both at once
    assertEquals(
        WaitingTime.bothReadyRounds(0.2, 0.2), WaitingTime.cutoffRounds(0.2, never), 1e-12);
    assertEquals(25, WaitingTime.cutoffRounds(0.2, 0), 1e-12);
    assertEquals(1, WaitingTime.keptWithCutoff(0.2, 0, 0.5), 1e-12);
    assertEquals(1, WaitingTime.keptWithCutoff(0.2, 7, 1), 1e-12);
    assertEquals(1, WaitingTime.keptWithCutoff(0.2, never, 1), 1e-12);
    // so rare that 1 − p is 1: 3/(2p) rounds, of which a stored pair sees none fresh
    assertEquals(1.5e30, WaitingTime.cutoffRounds(1e-30, never), 1e18);
    assertEquals(1.5e-30, WaitingTime.keptWithCutoff(1e-30, never, 0.5), 1e-42);
    assertEquals(1, WaitingTime.keptWithCutoff(1e-30, never, 1), 1e-12);
    ChainTest.assertRefused(
        "cutoffRounds must be ≥ 0, was NaN", () -> WaitingTime.cutoffRounds(0.2, Double.NaN));
    ChainTest.assertRefused(
        "segments must be ≥ 1, was 0", () -> WaitingTime.allReadyRounds(0.2, 0));
    ChainTest.assertRefused(
        "left must be from 0 to 1, was 2.0", () -> WaitingTime.bothReadyRounds(2, 0.2));
  }

  @Test
  void heraldingTakesTheTimeOfLight() {
    var link = fiber(100);
    double latencyMs = link.latencyMs();
    assertEquals(latencyMs, TwoPhotonHeralding.ideal().over(link).attemptTimeMs());
    assertEquals(latencyMs, OnePhotonHeralding.ideal().over(link).attemptTimeMs());
    assertEquals(2 * latencyMs, EmitterHeralding.ideal().over(link).attemptTimeMs());
    assertEquals(latencyMs, EmitterHeralding.ideal().over(link).latencyMs());
    assertEquals(3, TwoPhotonHeralding.ideal().withClockMs(3).over(link).attemptTimeMs());
    assertEquals(3, OnePhotonHeralding.ideal().withClockMs(3).over(link).attemptTimeMs());
    assertEquals(3, EmitterHeralding.ideal().withClockMs(3).over(link).attemptTimeMs());
    // both photons must be collected, or one
    var two = TwoPhotonHeralding.ideal().withEfficiency(0.5).withFidelity(0.9).over(link);
    assertEquals(0.005 / 4, two.successProbability(), 1e-15);
    assertEquals(0.9, two.pair().fidelity(), 1e-15);
    var one = OnePhotonHeralding.ideal().withEfficiency(0.5).withBrightPopulation(0.1).over(link);
    assertEquals(0.01, one.successProbability(), 1e-15);
    assertEquals(0.9, one.pair().fidelity(), 1e-15);
    assertEquals(0.1, one.pair().errorRateZ(), 1e-15);
    assertEquals(1, one.opticalModes());
    var emitter = EmitterHeralding.ideal().withEfficiency(0.5).withFidelity(0.9).over(link);
    assertEquals(0.005, emitter.successProbability(), 1e-15);
    assertEquals(0.9, emitter.pair().fidelity(), 1e-15);
    assertEquals(2, emitter.opticalModes());
    ChainTest.assertRefused(
        "fidelity must be from 0.25 to 1, was 0.2",
        () -> TwoPhotonHeralding.ideal().withFidelity(0.2));
    ChainTest.assertRefused(
        "fidelity must be from 0.25 to 1, was NaN",
        () -> EmitterHeralding.ideal().withFidelity(Double.NaN));
    ChainTest.assertRefused(
        "brightPopulation must be > 0 and ≤ 0.5, was 0.0",
        () -> OnePhotonHeralding.ideal().withBrightPopulation(0));
  }

  @Test
  void segmentsShareTheLossAndTheTime() {
    var chain = Chain.ideal().withLink(fiber(200)).withSegments(4);
    assertEquals(0.05, chain.segment().successProbability(), 1e-12);
    assertEquals(fiber(50).latencyMs(), chain.segment().latencyMs(), 1e-12);
    // 10,000 km let no photon through, and a chain does not care
    var far = Chain.ideal().withLink(fiber(10_000)).withSegments(100);
    assertEquals(0.005, far.segment().successProbability(), 1e-12);
    assertTrue(far.withSegments(1).average().meanTimeMs() > 1e200);
  }
}
