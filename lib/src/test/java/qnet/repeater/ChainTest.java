package qnet.repeater;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Fiber;
import qnet.channel.Memory;
import qnet.run.Estimate;
import qnet.state.Bbpssw;
import qnet.state.BellDiagonal;
import qnet.state.Dejmps;
import qnet.state.PurificationResult;
import qnet.state.Swap;

class ChainTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final Swapping NESTED = Swapping.ideal().withOrder(Swapping.Order.NESTED);

  private static Chain chain(double p, int segments) {
    return Chain.ideal().withHeralding(link -> Segment.ofProbability(p)).withSegments(segments);
  }

  private static double or(Double value, double other) {
    return value == null ? other : value;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/chains.csv", numLinesToSkip = 1)
  void simulationAgreesWithTheClosedForm(
      String setting,
      double p,
      int segments,
      double swap,
      Double cutoff,
      double latency,
      Double t1,
      double t2,
      double fidelity,
      double gate,
      long seed) {
    var pair = BellDiagonal.werner(fidelity);
    var chain =
        chain(p, segments)
            .withHeralding(link -> new Segment(p, 1, latency, 1, pair))
            .withSwapping(
                new Swapping(
                    Swapping.Order.AS_SOON_AS_POSSIBLE, swap, new Swap(gate, (1 + gate) / 2)))
            .withMemory(new Memory(or(t1, NEVER), t2, 1, or(cutoff, NEVER), 1));
    var theory = chain.average();
    var trials = chain.simulate(40_000, new SplittableRandom(seed));
    assertTrue(trials.timeMs().sigmasFrom(theory.meanTimeMs()) < 4, setting);
    double difference = Math.abs(trials.fidelity().mean() - theory.fidelity());
    assertTrue(difference < 4 * trials.fidelity().standardError() + 1e-12, setting);
    assertEquals(trials.fidelity().mean(), trials.average().fidelity(), 1e-9);
    // the phase errors alone, and those that storage and swaps leave equal
    assertEquals(theory.pair().errorRateX(), trials.average().pair().errorRateX(), 0.01, setting);
    assertEquals(theory.pair().errorRateZ(), trials.average().pair().errorRateZ(), 0.01, setting);
  }

  @Test
  void messagesOfHalfARoundWaitForTheNextAttempt() {
    var chain =
        chain(0.2, 2)
            .withHeralding(link -> new Segment(0.2, 2, 1, 1, BellDiagonal.perfect()))
            .withSwapping(Swapping.ideal().withSuccessProbability(0.5));
    double expected = 2 * (WaitingTime.swappedRounds(0.2, 0.5) + 1);
    assertEquals(expected, chain.average().meanTimeMs(), 1e-12);
    var trials = chain.simulate(20_000, new SplittableRandom(1));
    assertTrue(trials.timeMs().sigmasFrom(expected) < 4);
  }

  /** A chain without messages, attempt by attempt: no events, no geometric numbers. */
  private static double[] roundByRound(
      double p, int segments, double swap, int cutoff, boolean nested, SplittableRandom random) {
    int[] end = new int[segments]; // of the pair that begins here, −1 if none
    int[] stored = new int[segments];
    double[] exposure = new double[segments];
    boolean[] up = new boolean[segments];
    for (int round = 1; ; round++) {
      for (int i = 0; i < segments; i++) {
        if (!up[i] && random.nextDouble() < p) {
          up[i] = true;
          end[i] = i;
          stored[i] = round;
          exposure[i] = 0;
        } else if (!up[i]) {
          end[i] = -1;
        }
      }
      for (boolean again = true; again; ) {
        again = false;
        for (int left = 0; left < segments && !again; left++) {
          if (!up[left] || end[left] < left || end[left] == segments - 1 || inner(end, up, left)) {
            continue;
          }
          int station = end[left] + 1;
          if (!up[station]) {
            continue;
          }
          int right = end[station];
          if (nested
              && (station - left != right - station + 1 || left % (2 * (station - left)) != 0)) {
            continue;
          }
          again = true;
          if (random.nextDouble() < swap) {
            exposure[left] +=
                exposure[station] + round - stored[station - 1] + round - stored[station];
            end[left] = right;
          } else {
            for (int i = left; i <= right; i++) {
              up[i] = false;
            }
          }
        }
      }
      if (up[0] && end[0] == segments - 1) {
        return new double[] {round, exposure[0]};
      }
      for (int left = 0; left < segments; left++) {
        if (up[left] && !inner(end, up, left)) {
          int right = end[left];
          boolean old =
              left > 0 && round - stored[left] >= cutoff
                  || right < segments - 1 && round - stored[right] >= cutoff;
          for (int i = left; i <= right && old; i++) {
            up[i] = false;
          }
        }
      }
    }
  }

  /** Whether a pair that begins further left reaches over a segment. */
  private static boolean inner(int[] end, boolean[] up, int segment) {
    for (int left = 0; left < segment; left++) {
      if (up[left] && end[left] >= segment) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 3, 1, 4, false",
    "0.2, 3, 0.5, 1000000, false",
    "0.3, 4, 0.7, 3, false",
    "0.25, 5, 0.9, 5, false",
    "0.3, 4, 0.6, 1000000, true",
    "0.3, 4, 0.6, 4, true",
    "0.4, 8, 1, 1000000, true",
    "0.4, 2, 0.8, 2, true"
  })
  void eventsAgreeWithAttemptsOneByOne(
      double p, int segments, double swap, int cutoff, boolean nested) {
    var random = new SplittableRandom(7);
    int trials = 20_000;
    double t2 = 10;
    double[] sums = new double[4];
    for (int i = 0; i < trials; i++) {
      double[] outcome = roundByRound(p, segments, swap, cutoff, nested, random);
      double fidelity = (1 + Math.exp(-outcome[1] / t2)) / 2;
      sums[0] += outcome[0];
      sums[1] += outcome[0] * outcome[0];
      sums[2] += fidelity;
      sums[3] += fidelity * fidelity;
    }
    var time = Estimate.ofSums(sums[0], sums[1], trials);
    var fidelity = Estimate.ofSums(sums[2], sums[3], trials);
    var swapping = (nested ? NESTED : Swapping.ideal()).withSuccessProbability(swap);
    var result =
        chain(p, segments)
            .withSwapping(swapping)
            .withMemory(Memory.dephasing(t2).withCutoffMs(cutoff))
            .simulate(trials, new SplittableRandom(8));
    assertTrue(sigmas(time, result.timeMs()) < 4, () -> time + " " + result.timeMs());
    assertTrue(sigmas(fidelity, result.fidelity()) < 4, () -> fidelity + " " + result.fidelity());
  }

  private static double sigmas(Estimate a, Estimate b) {
    return Math.abs(a.mean() - b.mean()) / Math.hypot(a.standardError(), b.standardError());
  }

  @Test
  void storedEndsDecayUntilDelivery() {
    var memory = Memory.dephasing(20);
    var stored = chain(0.2, 2).withMemory(memory).withEndsStored(true);
    assertTrue(stored.closedForm().isEmpty());
    assertThrows(IllegalStateException.class, stored::average);
    // the earlier pair waits with both qubits, so the exponent doubles
    double kept = WaitingTime.keptWhileWaiting(0.2, 0.2, Math.exp(-2 / 20.0));
    var straight = stored.simulate(40_000, new SplittableRandom(1));
    assertTrue(straight.fidelity().sigmasFrom((1 + kept) / 2) < 4);
    var events =
        stored
            .withSwapping(Swapping.ideal().withSuccessProbability(0.999_999))
            .simulate(40_000, new SplittableRandom(2));
    assertTrue(events.fidelity().sigmasFrom((1 + kept) / 2) < 4);
    // their cut-off counts too: both pairs must come within it, or start again
    var cut = stored.withMemory(memory.withCutoffMs(3)).simulate(20_000, new SplittableRandom(3));
    assertTrue(cut.timeMs().sigmasFrom(WaitingTime.cutoffRounds(0.2, 3)) < 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void purificationOfASegmentTakesItsTime(int rounds) {
    double p = 0.2;
    var pair = BellDiagonal.werner(0.85);
    var plan = PurificationPlan.of(Dejmps.ideal(), rounds);
    var once = Dejmps.ideal().after(pair, 1);
    for (var swapping : List.of(Swapping.ideal(), NESTED)) {
      var result =
          chain(p, 1)
              .withHeralding(link -> new Segment(p, 1, 3, 1, pair))
              .withSwapping(swapping)
              .withPurification(plan)
              .simulate(20_000, new SplittableRandom(rounds));
      assertEquals(Dejmps.ideal().after(pair, rounds).fidelity(), result.fidelity().mean(), 1e-9);
      if (rounds == 1) {
        double expected =
            (WaitingTime.allReadyRounds(p, 2) + 3) / once.successProbability(); // and a message
        assertTrue(result.timeMs().sigmasFrom(expected) < 4, result::toString);
      }
    }
  }

  @Test
  void purifiedPairsDecayWithBothQubitsAndWhileMessagesTravel() {
    double p = 0.5;
    double t2 = 30;
    double message = 4;
    var chain =
        chain(p, 1)
            .withHeralding(link -> new Segment(p, 1, message, 1, BellDiagonal.perfect()))
            .withMemory(Memory.dephasing(t2))
            .withPurification(
                PurificationPlan.of((kept, sacrificed) -> new PurificationResult(kept, 1), 1));
    // a protocol that keeps the pair as it is: half of the time it was the one that waited
    double both = p / (2 - p);
    double waited = WaitingTime.keptWhileWaiting(p, p, Math.exp(-2 / t2));
    double kept = Math.exp(-2 * message / t2) * (both + (waited - both) / 2 + (1 - both) / 2);
    var result = chain.simulate(40_000, new SplittableRandom(5));
    assertTrue(result.fidelity().sigmasFrom((1 + kept) / 2) < 4, result::toString);
    var inChain = chain.withSegments(2).withMemory(Memory.ideal());
    assertEquals(1, inChain.simulate(100, new SplittableRandom(6)).fidelity().mean(), 1e-12);
  }

  @Test
  void purificationOnAHigherLevelImprovesTheLongPair() {
    var pair = BellDiagonal.werner(0.95);
    var chain =
        chain(0.3, 4)
            .withHeralding(link -> new Segment(0.3, 1, 0, 1, pair))
            .withSwapping(NESTED.withErrors(new Swap(0.99, 0.99)));
    double plain = chain.simulate(1000, new SplittableRandom(1)).fidelity().mean();
    assertEquals(new Swap(0.99, 0.99).chain(pair, 4).fidelity(), plain, 1e-9);
    var joined = new Swap(0.99, 0.99).chain(pair, 2);
    var middle = Bbpssw.ideal().purify(joined).pair();
    double expected = new Swap(0.99, 0.99).join(middle, middle).fidelity();
    var purified = chain.withPurification(PurificationPlan.of(Bbpssw.ideal(), 0, 1));
    var result = purified.simulate(2000, new SplittableRandom(2));
    assertEquals(expected, result.fidelity().mean(), 1e-9);
    assertTrue(
        result.timeMs().mean()
            > 1.5 * chain.simulate(2000, new SplittableRandom(3)).timeMs().mean());
    var failing = purified.withSwapping(NESTED.withSuccessProbability(0.5));
    assertTrue(
        failing.simulate(2000, new SplittableRandom(4)).timeMs().mean()
            > 2 * result.timeMs().mean());
  }

  @Test
  void aPurifiedPairThatWaitsTooLongIsMadeAgain() {
    double p = 0.2;
    var chain =
        chain(p, 2)
            .withSwapping(NESTED)
            .withPurification(PurificationPlan.of(Dejmps.ideal(), 0, 1))
            .withMemory(Memory.dephasing(50).withCutoffMs(4));
    var with = chain.simulate(10_000, new SplittableRandom(1));
    var without = chain.withMemory(Memory.dephasing(50)).simulate(10_000, new SplittableRandom(1));
    assertTrue(with.fidelity().mean() > without.fidelity().mean() + 0.01);
    assertTrue(with.timeMs().mean() > without.timeMs().mean());
    // a swap alone waits at most the cut-off with both qubits of the earlier pair
    var cut =
        chain(p, 1)
            .withPurification(PurificationPlan.of(Dejmps.ideal(), 1))
            .withMemory(Memory.ideal().withCutoffMs(3));
    double expected = WaitingTime.cutoffRounds(p, 3);
    assertTrue(cut.simulate(20_000, new SplittableRandom(2)).timeMs().sigmasFrom(expected) < 4);
    // and the news of the loss takes its time, beside the result of the purification
    var slow = cut.withHeralding(link -> new Segment(p, 1, 6, 1, BellDiagonal.perfect()));
    double slowMs = slow.simulate(20_000, new SplittableRandom(3)).timeMs().mean();
    assertTrue(slowMs > expected + 6 + 1, "time " + slowMs);
  }

  @Test
  void memoriesThatLoseQubitsMakeSwapsFail() {
    var chain = chain(0.2, 2).withMemory(Memory.ideal().withEfficiency(0.8));
    assertEquals(0.64, chain.swapProbability(), 1e-15);
    assertEquals(WaitingTime.swappedRounds(0.2, 0.64), chain.average().meanTimeMs(), 1e-12);
  }

  @Test
  void theSameSeedIsTheSameRun() {
    var chain = chain(0.05, 8).withMemory(Memory.dephasing(100).withCutoffMs(40));
    var one = chain.simulate(1000, new SplittableRandom(5));
    var two = chain.simulate(1000, new SplittableRandom(5));
    assertEquals(one.timeMs(), two.timeMs());
    assertEquals(one.average(), two.average());
    assertEquals(chain.trace(new SplittableRandom(1)), chain.trace(new SplittableRandom(1)));
  }

  @Test
  void aChainThatHardlyEverDeliversCanBeInterrupted() throws InterruptedException {
    var hopeless = chain(0.01, 200).withMemory(Memory.ideal().withCutoffMs(2));
    var purified =
        chain(1e-6, 1)
            .withPurification(PurificationPlan.of(Dejmps.ideal(), 5))
            .withMemory(Memory.ideal().withCutoffMs(1));
    for (var chain : List.of(hopeless, purified)) {
      var ended = new AtomicReference<Throwable>();
      var thread = new Thread(() -> chain.simulate(1000, new SplittableRandom(1)));
      thread.setUncaughtExceptionHandler((t, e) -> ended.set(e));
      thread.start();
      Thread.sleep(50);
      thread.interrupt();
      thread.join(10_000);
      assertTrue(ended.get() instanceof CancellationException, () -> "ended with " + ended.get());
    }
  }

  @Test
  void aTraceTellsTheStory() {
    var chain =
        chain(0.2, 4)
            .withSwapping(Swapping.ideal().withSuccessProbability(0.6))
            .withMemory(Memory.ideal().withCutoffMs(6));
    var kinds =
        IntStream.range(0, 50)
            .mapToObj(seed -> chain.trace(new SplittableRandom(seed)))
            .peek(ChainTest::isConsistent)
            .flatMap(List::stream)
            .map(event -> event.getClass().getSimpleName())
            .collect(Collectors.toSet());
    assertEquals(Set.of("Linked", "Swapped", "SwapFailed", "Expired", "Delivered"), kinds);
  }

  /** Links add up to pairs, pairs end in swaps, losses or delivery, and nothing is left. */
  private static void isConsistent(List<Event> trace) {
    var pairs = new HashSet<List<Integer>>();
    double before = 0;
    for (Event event : trace) {
      assertTrue(event.timeMs() >= before);
      before = event.timeMs();
      var ends = List.of(event.from(), event.to());
      if (event instanceof Event.Linked) {
        assertTrue(pairs.add(ends), () -> "twice: " + event);
      } else if (event instanceof Event.Swapped swap) {
        assertTrue(pairs.remove(List.of(event.from(), swap.station())));
        assertTrue(pairs.remove(List.of(swap.station(), event.to())));
        pairs.add(ends);
      } else if (event instanceof Event.SwapFailed swap) {
        assertTrue(pairs.remove(List.of(event.from(), swap.station())));
        assertTrue(pairs.remove(List.of(swap.station(), event.to())));
      } else {
        assertTrue(pairs.remove(ends), () -> "not there: " + event);
      }
    }
    assertEquals(
        List.of(0, 4),
        List.of(trace.get(trace.size() - 1).from(), trace.get(trace.size() - 1).to()));
    assertTrue(pairs.isEmpty());
  }

  @Test
  void aTraceShowsPurification() {
    var chain =
        chain(0.3, 2)
            .withHeralding(link -> new Segment(0.3, 1, 1, 1, BellDiagonal.werner(0.8)))
            .withSwapping(NESTED.withSuccessProbability(0.5))
            .withPurification(PurificationPlan.of(Dejmps.ideal(), 1, 1))
            .withMemory(Memory.ideal().withCutoffMs(5));
    var kinds =
        IntStream.range(0, 30)
            .mapToObj(seed -> chain.trace(new SplittableRandom(seed)))
            .flatMap(List::stream)
            .map(event -> event.getClass().getSimpleName())
            .collect(Collectors.toSet());
    assertEquals(7, kinds.size(), kinds::toString);
  }

  @Test
  void whatCannotBeDeliveredIsSaid() {
    var dead = Chain.ideal().withHeralding(TwoPhotonHeralding.ideal().withEfficiency(0));
    var noSwap = Chain.ideal().withSwapping(Swapping.ideal().withSuccessProbability(0));
    var noPurification =
        Chain.ideal()
            .withPurification(PurificationPlan.of((a, b) -> new PurificationResult(a, 0), 1));
    for (var chain : List.of(dead, noSwap, noPurification)) {
      var result = chain.simulate(10, new SplittableRandom(1));
      assertEquals(NEVER, result.timeMs().mean());
      assertEquals(0, result.keyRate().bitsPerSecond());
      assertTrue(result.keyRate().limit().startsWith("nothing is ever delivered: no "));
      assertEquals(0, chain.average().pairsPerSecond());
      assertEquals(List.of(), chain.trace(new SplittableRandom(1)));
    }
    assertEquals(10, chain(1, 1).simulate(10, new SplittableRandom(1)).times().values().length);
  }

  @Test
  void theKeyComesFromTheMeanState() {
    var chain = chain(0.1, 2).withMemory(Memory.dephasing(10).withModes(3));
    var average = chain.average();
    var rate = average.keyRate();
    assertEquals(3000, rate.usesPerSecond(), 1e-9);
    assertEquals(
        average.pair().secretFraction() / average.meanTimeMs() * 1000, rate.bitsPerSecond(), 1e-9);
    assertEquals(0, rate.qber(), 1e-12);
    assertEquals("waiting for pairs", chain(0.1, 2).average().keyRate().limit());
    var noisy = chain.withMemory(Memory.dephasing(1)).average().keyRate();
    assertEquals("errors of the pairs", noisy.limit());
    var useless = chain.withHeralding(link -> new Segment(0.1, 1, 0, 1, BellDiagonal.werner(0.7)));
    var none = useless.simulate(100, new SplittableRandom(1)).keyRate();
    assertEquals("pairs too noisy for a key", none.limit());
    assertEquals(0, none.bitsPerUse());
    // two-photon heralding sends two modes per attempt
    assertEquals(
        2000 / Chain.ideal().segment().attemptTimeMs(),
        Chain.ideal().average().usesPerSecond(),
        1e-9);
  }

  @Test
  void invalidInput() {
    var chain = Chain.ideal();
    assertRefused("segments must be from 1 to 1048575, was 0", () -> chain.withSegments(0));
    var nested = chain.withSwapping(NESTED);
    assertRefused(
        "segments must be a power of two to swap nested, was 3", () -> nested.withSegments(3));
    assertRefused(
        "purification must be on levels from 0 to 0 if swaps come as soon as possible, was Dejmps"
            + " 0 + 1",
        () -> chain.withPurification(PurificationPlan.of(Dejmps.ideal(), 0, 1)));
    assertRefused(
        "purification must be on levels from 0 to 1, was own 0 + 0 + 1",
        () -> nested.withPurification(PurificationPlan.of((a, b) -> null, 0, 0, 1)));
    assertRefused("trials must be ≥ 2, was 1", () -> chain.simulate(1, new SplittableRandom(1)));
    assertRefused(
        "roundsPerLevel must be from 0 to 10, was [-1]",
        () -> PurificationPlan.of(Dejmps.ideal(), -1));
    assertRefused(
        "successProbability must be from 0 to 1, was NaN", () -> Segment.ofProbability(Double.NaN));
    assertRefused(
        "attemptTimeMs must be > 0 and finite, was 0.0",
        () -> new Segment(1, 0, 0, 1, BellDiagonal.perfect()));
    assertRefused(
        "latencyMs must be ≥ 0 and finite, was -1.0",
        () -> new Segment(1, 1, -1, 1, BellDiagonal.perfect()));
    assertRefused(
        "successProbability must be from 0 to 1, was 1.5",
        () -> Swapping.ideal().withSuccessProbability(1.5));
    assertThrows(IllegalArgumentException.class, () -> Memory.ideal().withT1Ms(1).withT2Ms(3));
  }

  @Test
  void withersChangeOneThing() {
    var chain = Chain.ideal();
    assertEquals(4, chain.withSegments(4).segments());
    assertEquals(chain, chain.withEndsStored(true).withEndsStored(false));
    var link = Fiber.standard().withLengthKm(40);
    assertEquals(link, chain.withLink(link).link());
    assertEquals(Fiber.standard().withLengthKm(100), chain.link());
    assertFalse(chain.withEndsStored(true).equals(chain));
    assertEquals("none", chain.purification().toString());
    assertEquals("Bbpssw 2", PurificationPlan.none().withRoundsPerLevel(List.of(2)).toString());
    assertEquals(
        "Dejmps 1", PurificationPlan.of(Bbpssw.ideal(), 1).withProtocol(Dejmps.ideal()).toString());
    assertEquals(0.5, Swapping.linearOptics().successProbability());
    var swap = new Swap(0.9, 0.9);
    assertEquals(swap, Swapping.ideal().withErrors(swap).errors());
  }

  static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
