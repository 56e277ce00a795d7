package qnet.repeater;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Memory;
import qnet.code.BlockCode;
import qnet.limit.Plob;
import qnet.limit.RepeaterBound;
import qnet.qkd.DecoyBb84;
import qnet.qkd.KeyRate;
import qnet.run.Estimate;
import qnet.state.Bbpssw;
import qnet.state.BellDiagonal;
import qnet.state.Entropy;
import qnet.state.Swap;

class OtherRepeatersTest {
  private static final Fiber FIBER = Fiber.standard();

  @Test
  void aSingleNodeAgreesWithTriesOneByOne() {
    var node =
        SingleNode.trappedIons()
            .withMemory(Memory.dephasing(2000).withEfficiency(0.4))
            .withDetector(Detector.ideal().withEfficiency(0.5).withDarkCountProbability(0.0005))
            .withPreparationTimeUs(100)
            .withBellProbability(0.5)
            .withMisalignment(0.02);
    var alice = FIBER.withLengthKm(20);
    var bob = FIBER.withLengthKm(40);
    var random = new SplittableRandom(1);
    int trials = 200_000;
    double pA = 0.2 * alice.transmittance();
    double pB = 0.2 * bob.transmittance();
    double answerA = 2 * alice.latencyMs();
    double answerB = 2 * bob.latencyMs();
    double uses = 0;
    double usesSquared = 0;
    long errorsZ = 0;
    long errorsX = 0;
    for (int i = 0; i < trials; i++) {
      int[] tries = new int[2];
      boolean noise = random.nextDouble() >= 0.97;
      for (int side = 0; side < 2; side++) {
        double p = side == 0 ? pA : pB;
        boolean clicked = false;
        while (!clicked) {
          tries[side]++;
          boolean photon = random.nextDouble() < p;
          boolean rightDark = random.nextDouble() < 0.0005;
          boolean wrongDark = random.nextDouble() < 0.0005;
          clicked = photon || rightDark || wrongDark;
          // a click of the wrong detector makes the outcome random, as does a dark count alone
          noise |= clicked && (!photon || wrongDark);
        }
      }
      double max = Math.max(tries[0], tries[1]);
      uses += max;
      usesSquared += max * max;
      double wait = Math.abs(tries[0] - tries[1]) * (0.1 + answerB) + answerA + answerB;
      boolean flipped = random.nextDouble() < 0.02 ^ random.nextDouble() < 0.02;
      boolean dephased = random.nextDouble() < (1 - Math.exp(-wait / 2000)) / 2;
      boolean coin = random.nextBoolean();
      errorsZ += (noise ? coin : flipped) ? 1 : 0;
      errorsX += (noise ? coin : flipped ^ dephased) ? 1 : 0;
    }
    var rate = node.over(alice, bob);
    assertTrue(Estimate.ofCount(errorsZ, trials).sigmasFrom(rate.qber()) < 4);
    var mean = Estimate.ofSums(uses, usesSquared, trials);
    assertTrue(mean.sigmasFrom(0.5 / rate.gain()) < 4);
    double errorX = (double) errorsX / trials;
    double fraction = 1 - Entropy.binary(errorX) - 1.16 * Entropy.binary(rate.qber());
    assertEquals(Math.max(0, rate.gain() * fraction / 2), rate.bitsPerUse(), 0.02 * rate.gain());
    assertTrue(fraction > 0.1, "errorX " + errorX);
  }

  @Test
  void aSingleNodeOfIonsIsAwayFromThePlobBound() {
    var node = SingleNode.trappedIons();
    assertTrue(node.over(FIBER.withLengthKm(20)).bitsPerUse() > 0);
    var link = FIBER.withLengthKm(50);
    assertTrue(node.over(link).bitsPerUse() < Plob.bitsPerUse(link));
    var better =
        node.withMemory(Memory.dephasing(1e5).withEfficiency(0.5)).withDetector(Detector.ideal());
    var far = FIBER.withLengthKm(300);
    assertTrue(better.over(far).bitsPerUse() > Plob.bitsPerUse(far));
    assertTrue(better.over(far).bitsPerUse() < RepeaterBound.bitsPerUse(far, 1));
    assertEquals("waiting for the second arm", better.over(far).limit());
    assertEquals("errors of the pairs", node.over(far).limit());
    var dark = node.withDetector(Detector.ideal());
    assertEquals("nothing is ever delivered", dark.over(() -> 0, () -> 0.5).limit());
    assertEquals("nothing is ever delivered", dark.over(() -> 0.5, () -> 0).limit());
    ChainTest.assertRefused(
        "misalignment must be from 0 to 0.5, was 0.6", () -> node.withMisalignment(0.6));
    ChainTest.assertRefused(
        "errorCorrectionEfficiency must be ≥ 1 and finite, was NaN",
        () -> node.withErrorCorrectionEfficiency(Double.NaN));
    ChainTest.assertRefused(
        "bellQuality must be from 0 to 1, was 2.0", () -> node.withBellQuality(2));
  }

  @Test
  void theParityCodeAgreesWithPhotonsOneByOne() {
    var code = new ParityCode(4, 3);
    var random = new SplittableRandom(2);
    int trials = 100_000;
    int survived = 0;
    for (int i = 0; i < trials; i++) {
      boolean whole = false;
      boolean all = true;
      for (int block = 0; block < 4; block++) {
        int arrived = 0;
        for (int photon = 0; photon < 3; photon++) {
          arrived += random.nextDouble() < 0.75 ? 1 : 0;
        }
        whole |= arrived == 3;
        all &= arrived > 0;
      }
      survived += whole && all ? 1 : 0;
    }
    assertTrue(Estimate.ofCount(survived, trials).sigmasFrom(code.successProbability(0.75)) < 4);
    assertEquals(12, code.photons());
    assertEquals(0.3, new ParityCode(1, 1).successProbability(0.3), 1e-15);
    assertEquals(0, code.successProbability(0), 1e-15);
    assertEquals(1, code.successProbability(1), 1e-15);
    // no cloning: never more than ½ at η = ½, whatever the code
    for (int n = 1; n < 40; n++) {
      for (int m = 1; m < 10; m++) {
        double p =
            ParityCode.standard().withBlocks(n).withPhotonsPerBlock(m).successProbability(0.5);
        assertTrue(p <= 0.5 + 1e-12, n + " " + m);
      }
    }
    ChainTest.assertRefused("blocks must be ≥ 1, was 0", () -> code.withBlocks(0));
  }

  @Test
  void oneWayStationsCorrectEachHop() {
    var repeater = OneWayRepeater.ideal(500).withCode(new ParityCode(30, 5));
    var link = FIBER.withLengthKm(1000);
    var rate = repeater.over(link);
    double hop = repeater.code().successProbability(Math.pow(10, -0.04));
    assertEquals(Math.pow(hop, 500), rate.gain(), 1e-12);
    assertEquals(rate.gain() * 1e6, rate.bitsPerSecond(), 1e-3);
    assertEquals(2e6 * 150, rate.usesPerSecond(), 1e-3);
    var noisy = repeater.withErrorPerStation(1e-4).over(link);
    double qber = (1 - Math.pow(1 - 2e-4, 500)) / 2;
    assertEquals(qber, noisy.qber(), 1e-12);
    assertEquals(rate.bitsPerUse() * (1 - 2 * Entropy.binary(qber)), noisy.bitsPerUse(), 1e-15);
    assertEquals("loss beyond the code", rate.limit());
    assertEquals("errors of the stations", repeater.withErrorPerStation(0.01).over(link).limit());
    var wide = repeater.withHops(60).over(link);
    assertEquals("more than half of the photons lost per hop", wide.limit());
    assertTrue(wide.bitsPerUse() < 1e-10);
    assertTrue(repeater.withStationEfficiency(0.9).over(link).gain() < rate.gain());
    assertEquals(
        rate.bitsPerSecond() / 2, repeater.withCycleTimeUs(2).over(link).bitsPerSecond(), 1e-3);
    ChainTest.assertRefused(
        "errorPerStation must be from 0 to 0.5, was NaN",
        () -> repeater.withErrorPerStation(Double.NaN));
    ChainTest.assertRefused("hops must be ≥ 1, was 0", () -> repeater.withHops(0));
  }

  @Test
  void anEncodedRepeaterCorrectsWhatItsCodeCan() {
    var pair = BellDiagonal.werner(0.99);
    var chain =
        Chain.ideal()
            .withHeralding(link -> new Segment(0.1, 1, 0, 1, pair))
            .withSegments(16)
            .withSwapping(Swapping.ideal().withErrors(new Swap(0.999, 1)));
    var repeater = EncodedRepeater.steane(chain);
    var rate = repeater.keyRate();
    double physical = new Swap(0.999, 1).join(pair, BellDiagonal.perfect()).errorRateZ();
    double logical = repeater.code().failureProbability(physical);
    assertEquals((1 - Math.pow(1 - 2 * logical, 16)) / 2, rate.qber(), 1e-12);
    double timeS = WaitingTime.allReadyRounds(0.1, 112) / 1000;
    assertEquals((1 - 2 * Entropy.binary(rate.qber())) / timeS, rate.bitsPerSecond(), 1e-6);
    assertEquals(7000, rate.usesPerSecond(), 1e-9);
    assertEquals("waiting for pairs", rate.limit());
    // the bare chain of these pairs has no key left, or less
    assertTrue(chain.closedForm().orElseThrow().pair().secretFraction() < 0.2);
    // memories decay while all the pairs are made, both qubits of each
    var decaying = chain.withMemory(Memory.dephasing(1000 * timeS * 2 / 0.02));
    var slow = EncodedRepeater.steane(decaying).keyRate();
    double kept = Math.exp(-0.02);
    double x = (1 - (1 - 2 * physical) * kept) / 2;
    double qberX = (1 - Math.pow(1 - 2 * repeater.code().failureProbability(x), 16)) / 2;
    assertEquals(
        1 - Entropy.binary(rate.qber()) - Entropy.binary(qberX),
        slow.bitsPerSecond() * timeS,
        1e-9);
    var hopeless = new EncodedRepeater(chain.withSegments(1000), BlockCode.repetition(1)).keyRate();
    assertEquals("errors beyond the code", hopeless.limit());
    var lossy = chain.withSwapping(Swapping.ideal().withSuccessProbability(0.5));
    assertEquals(
        "a swap that may fail loses the whole code",
        EncodedRepeater.steane(lossy).keyRate().limit());
    var dead = chain.withHeralding(link -> Segment.ofProbability(0));
    assertEquals(
        "nothing is ever delivered: no attempt succeeds",
        EncodedRepeater.steane(dead).keyRate().limit());
  }

  @Test
  void nestedPurificationNeedsAPowerOfTheDistance() {
    var repeater = NestedPurification.ofReliability(0.995);
    double w = (4 * 0.96 - 1) / 3;
    double loss = 0.995 * (4 * 0.995 * 0.995 - 1) / 3;
    assertEquals((1 + 3 * loss * w * w) / 4, repeater.joined(0.96), 1e-12);
    assertEquals(
        (1 + 3 * loss * loss * w * w * w) / 4, repeater.withLinksPerLevel(3).joined(0.96), 1e-12);
    // M pairs per level, counted step by step
    double fidelity = repeater.joined(0.96);
    double pairs = 1;
    while (fidelity < 0.96) {
      var step = repeater.purification().purify(BellDiagonal.werner(fidelity));
      pairs *= 2 / step.successProbability();
      fidelity = step.fidelity();
    }
    assertEquals(pairs, repeater.pairsPerLevel(0.96), 1e-9);
    assertEquals(pairs * 2, repeater.pairs(0.96, 2), 1e-9);
    assertEquals(Math.pow(2 * pairs, 7), repeater.pairs(0.96, 128), 1e-3 * Math.pow(2 * pairs, 7));
    assertEquals(1, repeater.pairs(0.96, 1), 1e-12);
    // fixed points: a step leaves them as they are, helps between them and harms outside
    double low = repeater.minFidelity();
    double high = repeater.maxFidelity();
    for (double fixed : new double[] {low, high}) {
      assertEquals(fixed, after(repeater, fixed), 1e-9);
    }
    assertTrue(after(repeater, low + 0.01) > low + 0.01);
    assertTrue(after(repeater, high - 0.001) > high - 0.001);
    assertTrue(after(repeater, low - 0.01) < low - 0.01);
    assertTrue(after(repeater, high + 0.005) < high + 0.005);
    var ideal = NestedPurification.ofReliability(1);
    assertEquals(0.5, ideal.minFidelity(), 1e-9);
    assertEquals(1, ideal.maxFidelity());
    var hopeless = NestedPurification.ofReliability(0.9);
    assertTrue(Double.isNaN(hopeless.minFidelity()));
    assertTrue(Double.isNaN(hopeless.maxFidelity()));
    assertEquals(Double.POSITIVE_INFINITY, hopeless.pairs(0.96, 2));
    assertEquals(Double.POSITIVE_INFINITY, repeater.pairs(0.99, 2), "above the upper fixed point");
    ChainTest.assertRefused(
        "linksPerLevel must be ≥ 2, was 1",
        () -> new NestedPurification(Swap.ideal(), Bbpssw.ideal(), 1));
  }

  private static double after(NestedPurification repeater, double fidelity) {
    return repeater.purification().purify(BellDiagonal.werner(fidelity)).fidelity();
  }

  @Test
  void aTrustedChainIsAsGoodAsItsWeakestSpan() {
    var bb84 = DecoyBb84.standard();
    var chain = new TrustedChain(bb84, 10);
    double span = bb84.over(FIBER.withLengthKm(100)).bitsPerUse();
    assertEquals(span, chain.over(FIBER.withLengthKm(1000)).bitsPerUse(), 1e-9 * span);
    List<Link> links = List.of(FIBER.withLengthKm(20), FIBER.withLengthKm(80), () -> 0.3);
    assertEquals(bb84.over(FIBER.withLengthKm(80)), chain.over(links));
    var perUse = chain.withProtocol(link -> KeyRate.of(link.transmittance(), 0));
    assertEquals(0.1, perUse.over(List.of(() -> 0.5, () -> 0.1, () -> 0.2)).bitsPerUse());
    assertEquals(0.5, perUse.withSpans(1).over(() -> 0.5).bitsPerUse());
    ChainTest.assertRefused("spans must be ≥ 1, was 0", () -> chain.withSpans(0));
    ChainTest.assertRefused("number of links must be ≥ 1, was 0", () -> chain.over(List.of()));
  }

  private static Chain long1000() {
    return Chain.ideal()
        .withLink(FIBER.withLengthKm(1000))
        .withHeralding(TwoPhotonHeralding.ideal().withEfficiency(0.8).withFidelity(0.98))
        .withMemory(Memory.dephasing(300).withModes(100));
  }

  @Test
  void theSearchFindsABetterChain() {
    var search =
        ChainSearch.of(long1000())
            .withSegments(List.of(4, 16, 64))
            .withCutoffsMs(List.of(Double.POSITIVE_INFINITY, 30.0, 0.1))
            .withTrials(256);
    var ranked = search.ranked(new SplittableRandom(1));
    var best = search.best(new SplittableRandom(1));
    assertEquals(ranked.get(0), best);
    assertTrue(best.bitsPerSecond() > 0);
    for (int i = 1; i < ranked.size(); i++) {
      assertTrue(best.bitsPerSecond() >= ranked.get(i).bitsPerSecond());
    }
    var again = best.applyTo(long1000()).simulate(2000, new SplittableRandom(2));
    assertEquals(1, again.keyRate().bitsPerSecond() / best.bitsPerSecond(), 0.2);
    assertEquals(best.cutoffMs(), best.applyTo(long1000()).memory().cutoffMs());
    var once =
        search
            .withPurifications(List.of(PurificationPlan.of(Bbpssw.ideal(), 1)))
            .withSegments(List.of(32))
            .withCutoffsMs(List.of(Double.POSITIVE_INFINITY, 1e9, 1e10));
    assertEquals(1, once.ranked(new SplittableRandom(3)).size(), "cut-offs that do nothing");
    // a cut-off too short for so many segments is given up, not waited for
    assertTrue(ranked.stream().anyMatch(choice -> choice.pairsPerSecond() == 0));
    var nested =
        search
            .withChain(long1000().withSwapping(Swapping.linearOptics()))
            .withPurifications(
                List.of(PurificationPlan.none(), PurificationPlan.of(Bbpssw.ideal(), 0, 0, 0, 1)))
            .withSegments(List.of(4, 8))
            .withCutoffsMs(List.of(Double.POSITIVE_INFINITY));
    assertEquals(3, nested.ranked(new SplittableRandom(1)).size(), "level 3 needs 8 segments");
    ChainTest.assertRefused("trials must be ≥ 32, was 8", () -> search.withTrials(8));
    ChainTest.assertRefused(
        "number of segments must be ≥ 1, was 0", () -> search.withSegments(List.of()));
  }

  @Test
  void theRequiredMemoryJustBeatsTheBound() {
    var chain = Chain.ideal().withLink(FIBER.withLengthKm(200));
    var rng = new SplittableRandom(1);
    double t2Ms = RequiredMemory.t2Ms(chain, rng);
    assertTrue(RequiredMemory.beatsPlob(chain.withMemory(Memory.dephasing(t2Ms * 1.001)), rng));
    assertTrue(!RequiredMemory.beatsPlob(chain.withMemory(Memory.dephasing(t2Ms * 0.999)), rng));
    double efficiency = RequiredMemory.efficiency(chain, rng);
    var memory = Memory.ideal();
    assertTrue(
        RequiredMemory.beatsPlob(chain.withMemory(memory.withEfficiency(efficiency * 1.001)), rng));
    assertTrue(
        !RequiredMemory.beatsPlob(
            chain.withMemory(memory.withEfficiency(efficiency * 0.999)), rng));
    // close by no memory helps, and T₂ is never more than 2·T₁
    var close = Chain.ideal().withLink(FIBER.withLengthKm(20));
    assertEquals(Double.POSITIVE_INFINITY, RequiredMemory.t2Ms(close, rng));
    var relaxing = chain.withMemory(new Memory(t2Ms / 4, t2Ms / 4, 1, Double.POSITIVE_INFINITY, 1));
    assertEquals(Double.POSITIVE_INFINITY, RequiredMemory.t2Ms(relaxing, rng));
    // without a closed form
    var lossy = chain.withSegments(4).withSwapping(Swapping.ideal().withSuccessProbability(0.9));
    double simulated = RequiredMemory.efficiency(lossy, rng);
    assertTrue(simulated > 0.01 && simulated < 1, "efficiency " + simulated);
  }
}
