package qnet.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
  @AfterEach
  void reset() {
    System.clearProperty("qnet.threads");
    Parallel.watch(Progress.NONE);
  }

  private static long hashOfTrials() {
    return Parallel.trials(
        100_003,
        1_000,
        new SplittableRandom(42),
        (trials, random) -> {
          long hash = trials;
          for (int i = 0; i < trials; i++) {
            hash = hash * 31 + random.nextLong();
          }
          return hash;
        },
        (a, b) -> a * 1_000_003 + b); // not commutative: the order counts
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "8"})
  void resultDoesNotDependOnThreads(String threads) {
    System.setProperty("qnet.threads", threads);
    assertEquals(-4061797597527034620L, hashOfTrials());
  }

  @Test
  void lastChunkHoldsTheRest() {
    long total =
        Parallel.<Long>trials(
            10_001, 100, new SplittableRandom(1), (n, random) -> (long) n, Long::sum);
    assertEquals(10_001, total);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "8"})
  void severalThingsAreCounted(String threads) {
    System.setProperty("qnet.threads", threads);
    long[] counts =
        Parallel.counts(
            10_001,
            100,
            new SplittableRandom(2),
            3,
            (random, count) -> {
              count[0]++;
              count[random.nextInt(4) == 0 ? 1 : 2]++;
            });
    assertEquals(10_001, counts[0]);
    assertEquals(10_001, counts[1] + counts[2]);
    assertTrue(Estimate.ofCount(counts[1], 10_001).sigmasFrom(0.25) < 4, "seed 2");
  }

  @Test
  void anInterruptedCallerStartsNothing() {
    var started = new AtomicInteger();
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> Parallel.map(1, i -> started.incrementAndGet()));
    assertEquals(0, started.get());
  }

  @Test
  void mapKeepsTheOrder() {
    assertEquals(IntStream.range(0, 1000).boxed().toList(), Parallel.map(1000, i -> i));
    assertEquals(List.of(), Parallel.map(0, i -> i));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 21})
  void asManyWorkersAsThreads(int threads) {
    System.setProperty("qnet.threads", Integer.toString(threads));
    var begun = new CountDownLatch(threads);
    assertEquals(
        Collections.nCopies(threads, true),
        Parallel.map(
            threads,
            i -> {
              begun.countDown(); // and nobody ends before all have begun
              return assertDoesNotThrow(() -> begun.await(30, TimeUnit.SECONDS));
            }));
    assertEquals(List.of(), Parallel.map(0, i -> i));
  }

  @Test
  void nestedWorkRunsInline() {
    List<List<String>> names =
        Parallel.map(4, i -> Parallel.map(3, j -> Thread.currentThread().getName()));
    assertTrue(
        names.stream().flatMap(List::stream).allMatch("qnet-worker"::equals), names.toString());
  }

  @Test
  void firstFailureComesOut() {
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Parallel.map(
                    100,
                    i -> {
                      throw new IllegalStateException("piece failed");
                    }));
    assertEquals("piece failed", thrown.getMessage());
  }

  @Test
  void interruptStopsEveryWorker() throws InterruptedException {
    var running = new AtomicInteger();
    var cancelled = new AtomicBoolean();
    var cell =
        new Thread(
            () -> {
              try {
                Parallel.map(
                    64,
                    i -> {
                      running.incrementAndGet();
                      try {
                        while (true) {
                          Parallel.checkInterrupt();
                        }
                      } finally {
                        running.decrementAndGet();
                      }
                    });
              } catch (CancellationException e) {
                cancelled.set(true);
              }
            });
    cell.start();
    while (running.get() == 0) {
      Thread.onSpinWait();
    }
    cell.interrupt();
    cell.join(3_000);
    assertTrue(cancelled.get(), "the caller was told");
    for (int i = 0; i < 300 && running.get() > 0; i++) {
      Thread.sleep(10);
    }
    assertEquals(0, running.get(), "workers still running");
  }

  @Test
  void progressOnlyAfterASecondAndEndsOnce() {
    var fractions = new java.util.concurrent.ConcurrentLinkedQueue<Double>();
    var ends = new AtomicInteger();
    Parallel.watch(
        new Progress() {
          @Override
          public void at(double fraction) {
            fractions.add(fraction);
          }

          @Override
          public void end() {
            ends.incrementAndGet();
          }
        });
    Parallel.map(3, i -> i);
    assertEquals(0, ends.get());
    Parallel.map(
        4 * Runtime.getRuntime().availableProcessors(),
        i -> {
          try {
            Thread.sleep(400);
          } catch (InterruptedException e) {
            throw new CancellationException();
          }
          return i;
        });
    assertTrue(fractions.stream().allMatch(f -> f >= 0 && f <= 1) && !fractions.isEmpty());
    assertEquals(1, ends.get());
  }

  @Test
  void refusesNothingToDo() {
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Parallel.<Integer>trials(
                    0, 10, new SplittableRandom(1), (n, r) -> n, Integer::sum));
    assertEquals("trials must be ≥ 1, was 0", thrown.getMessage());
  }
}
