package qnet.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Runs independent pieces of work on all cores, with results that do not depend on how many there
 * are.
 *
 * <p>Trials are cut into chunks of a fixed size; chunk i draws from stream i of a key that is one
 * {@code nextLong()} of the caller's generator, and the results are combined in the order of the
 * chunks. The same seed therefore gives the same result on one thread and on sixty-four.
 *
 * <p>The workers are daemon threads of the kit, because a notebook kernel's interrupt only reaches
 * the thread of the cell: that thread waits here, and when it is interrupted it interrupts the
 * workers and throws {@link CancellationException}. A loop that runs longer than 10 ms calls {@link
 * #checkInterrupt()}. Work that is started from a worker runs inline, on that worker.
 *
 * <p>The number of threads is the number of processors, or the system property {@code
 * qnet.threads}.
 */
public final class Parallel {
  private static final String WORKER_NAME = "qnet-worker";
  private static final long REPORT_AFTER_NANOS = 1_000_000_000L;
  private static final long REPORT_EVERY_MILLIS = 100;

  private static final ExecutorService WORKERS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, WORKER_NAME);
            thread.setDaemon(true);
            return thread;
          });

  private static volatile Progress progress = Progress.NONE;

  private Parallel() {}

  /**
   * One chunk of trials.
   *
   * @param <T> what a chunk ends in
   */
  @FunctionalInterface
  public interface Chunk<T> {
    /**
     * Runs {@code trials} trials.
     *
     * @param trials how many, at least 1
     * @param random the generator of this chunk alone
     * @return the result of these trials
     */
    T run(int trials, Xoshiro256 random);
  }

  /**
   * Says who is told of the progress of long computations from now on.
   *
   * @param watcher the display, {@link Progress#NONE} for none
   */
  public static void watch(Progress watcher) {
    progress = watcher;
  }

  /**
   * Runs trials in chunks on all cores and combines the results in the order of the chunks.
   *
   * @param <T> what a chunk ends in
   * @param trials the number of trials, at least 1
   * @param chunkSize trials per chunk, at least 1; part of the result's definition, so a constant
   * @param rng the caller's generator, of which one {@code nextLong()} is taken
   * @param chunk runs one chunk
   * @param combine joins two results, the earlier one first
   * @return all results combined
   * @throws IllegalArgumentException if {@code trials} or {@code chunkSize} is below 1, or the
   *     chunks are more than 2³¹ − 1
   * @throws CancellationException if the thread is interrupted
   */
  public static <T> T trials(
      long trials,
      int chunkSize,
      RandomGenerator rng,
      Chunk<? extends T> chunk,
      BinaryOperator<T> combine) {
    Require.atLeast("trials", trials, 1);
    Require.atLeast("chunkSize", chunkSize, 1);
    long chunks = (trials - 1) / chunkSize + 1;
    if (chunks > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "trials must be ≤ " + (long) chunkSize * Integer.MAX_VALUE + ", was " + trials);
    }
    long key = rng.nextLong();
    List<T> results =
        map(
            (int) chunks,
            i ->
                chunk.run(
                    (int) Math.min(chunkSize, trials - (long) i * chunkSize),
                    Xoshiro256.stream(key, i)));
    return results.stream().reduce(combine).orElseThrow();
  }

  /**
   * Counts how often something happens in seeded trials.
   *
   * @param trials the number of trials, at least 1
   * @param chunkSize trials per chunk, at least 1; part of the result's definition
   * @param rng the caller's generator, of which one {@code nextLong()} is taken
   * @param happens runs one trial and says whether it happened
   * @return the fraction of the trials in which it did
   * @throws IllegalArgumentException as {@link #trials}
   * @throws CancellationException if the thread is interrupted
   */
  public static Estimate count(
      long trials, int chunkSize, RandomGenerator rng, Predicate<? super Xoshiro256> happens) {
    long[] yes =
        counts(
            trials, chunkSize, rng, 1, (random, count) -> count[0] += happens.test(random) ? 1 : 0);
    return Estimate.ofCount(yes[0], trials);
  }

  /**
   * Counts several things in seeded trials.
   *
   * @param trials the number of trials, at least 1
   * @param chunkSize trials per chunk, at least 1; part of the result's definition
   * @param rng the caller's generator, of which one {@code nextLong()} is taken
   * @param things how many things are counted
   * @param trial runs one trial and adds to the counts what it saw
   * @return the counts over all trials
   * @throws IllegalArgumentException as {@link #trials}
   * @throws CancellationException if the thread is interrupted
   */
  public static long[] counts(
      long trials,
      int chunkSize,
      RandomGenerator rng,
      int things,
      BiConsumer<? super Xoshiro256, long[]> trial) {
    return trials(
        trials,
        chunkSize,
        rng,
        (n, random) -> {
          long[] counts = new long[things];
          for (int i = 0; i < n; i++) {
            checkInterrupt();
            trial.accept(random, counts);
          }
          return counts;
        },
        (some, more) -> {
          Arrays.setAll(some, k -> some[k] + more[k]);
          return some;
        });
  }

  /**
   * Computes {@code task(0)} … {@code task(count − 1)} on all cores.
   *
   * @param <T> what a piece ends in
   * @param count the number of pieces, at least 0
   * @param task computes one piece; called from several threads at a time
   * @return the results in order
   * @throws CancellationException if the thread is interrupted
   */
  public static <T> List<T> map(int count, IntFunction<? extends T> task) {
    return run(count, task, threads());
  }

  /**
   * Computes {@code task(0)} … {@code task(count − 1)} one after another on one worker, for pieces
   * that go on from where the one before has ended; with progress and interrupt like {@link #map}.
   *
   * @param <T> what a piece ends in
   * @param count the number of pieces, at least 0
   * @param task computes one piece; called in order
   * @return the results in order
   * @throws CancellationException if the thread is interrupted
   */
  public static <T> List<T> inOrder(int count, IntFunction<? extends T> task) {
    return run(count, task, 1);
  }

  private static <T> List<T> run(int count, IntFunction<? extends T> task, int threads) {
    checkInterrupt(); // short work might be done before the wait for it notices
    Batch<T> batch = new Batch<>(count, task);
    if (Thread.currentThread().getName().equals(WORKER_NAME)) {
      batch.work();
    } else {
      batch.runOnWorkers(threads);
    }
    return batch.results();
  }

  /**
   * Ends the current work if its thread was interrupted. Cheap: call it at least every 10 ms.
   *
   * @throws CancellationException if the thread was interrupted; its interrupt flag is cleared
   */
  public static void checkInterrupt() {
    if (Thread.interrupted()) {
      throw new CancellationException("interrupted");
    }
  }

  private static int threads() {
    return Math.max(
        1, Integer.getInteger("qnet.threads", Runtime.getRuntime().availableProcessors()));
  }

  /** Pieces of work that several threads take one after another. */
  private static final class Batch<T> {
    private final IntFunction<? extends T> task;
    private final Object[] results;
    private final List<Future<?>> workers = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Batch(int count, IntFunction<? extends T> task) {
      this.task = task;
      this.results = new Object[count];
    }

    /** Takes pieces until there are none, or one has failed. */
    void work() {
      for (int i; failure.get() == null && (i = next.getAndIncrement()) < results.length; ) {
        try {
          checkInterrupt();
          results[i] = task.apply(i);
          done.incrementAndGet();
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        }
      }
    }

    void runOnWorkers(int threads) {
      start(Math.min(threads, results.length));
      Progress watcher = progress;
      boolean watched = false;
      long start = System.nanoTime();
      try {
        for (int i = 0; i < workers.size(); i++) {
          while (!isDone(workers.get(i))) {
            if (System.nanoTime() - start > REPORT_AFTER_NANOS) {
              watched = true;
              watcher.at((double) done.get() / results.length);
            }
          }
        }
      } catch (InterruptedException e) {
        failure.compareAndSet(null, new CancellationException("interrupted"));
        workers.forEach(worker -> worker.cancel(true));
      } finally {
        if (watched) {
          watcher.end();
        }
      }
    }

    /**
     * Starts workers, of which each wakes half of those that are left to it before it works. If one
     * thread woke them all and then slept, two would often wait for the same processor.
     */
    private void start(int count) {
      if (count > 0) {
        workers.add(
            WORKERS.submit(
                () -> {
                  for (int left = count - 1; left > 0; left /= 2) {
                    start(left - left / 2);
                  }
                  work();
                }));
      }
    }

    private static boolean isDone(Future<?> worker) throws InterruptedException {
      try {
        worker.get(REPORT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a worker of the kit died", e);
      }
    }

    @SuppressWarnings("unchecked")
    List<T> results() {
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      return (List<T>) Collections.unmodifiableList(Arrays.asList(results));
    }
  }
}
