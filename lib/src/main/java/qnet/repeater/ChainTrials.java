package qnet.repeater;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;
import qnet.run.Xoshiro256;

/** Many deliveries of a chain, on all cores. */
final class ChainTrials {
  private static final int CHUNK = 128;

  /** The deliveries of one chunk. */
  private record Part(double[] timesMs, double[] fidelities, double[] sums) {}

  private ChainTrials() {}

  /**
   * @param mostEvents events per delivery, on average over a chunk, after which it is given up
   * @return the result; empty if a part was given up
   */
  static Optional<ChainResult> run(Chain chain, int trials, long mostEvents, RandomGenerator rng) {
    Require.atLeast("trials", trials, 2);
    Optional<String> obstacle = ChainAverage.obstacle(chain);
    if (obstacle.isPresent()) {
      return obstacle.map(reason -> never(chain, trials, reason));
    }
    ChainTimes times = new ChainTimes(chain);
    var givenUp = new AtomicBoolean();
    List<Part> parts =
        Parallel.<List<Part>>trials(
            trials,
            CHUNK,
            rng,
            (n, random) -> new ArrayList<>(List.of(part(times, n, mostEvents, random, givenUp))),
            (earlier, later) -> {
              earlier.addAll(later);
              return earlier;
            });
    return givenUp.get() ? Optional.empty() : Optional.of(result(chain, trials, parts));
  }

  private static ChainResult never(Chain chain, int trials, String reason) {
    double never = Double.POSITIVE_INFINITY;
    double none = Double.NaN;
    return new ChainResult(
        new Estimate(never, 0, never, never, trials),
        new Estimate(none, none, none, none, trials),
        Distribution.of(never),
        Distribution.of(none),
        ChainAverage.never(chain, reason));
  }

  private static Part part(
      ChainTimes times, int trials, long mostEvents, Xoshiro256 random, AtomicBoolean givenUp) {
    ChainRun run = ChainRun.of(times);
    double[] timesMs = new double[trials];
    double[] fidelities = new double[trials];
    double[] sums = new double[3];
    double left = (double) mostEvents * trials;
    for (int i = 0; i < trials && !givenUp.get(); i++) { // one chunk decides for all
      left -= run.deliver(random, (long) left);
      if (left < 0) {
        givenUp.set(true);
        break;
      }
      timesMs[i] = run.deliveredAt * times.attemptTimeMs;
      fidelities[i] = run.delivered.fidelity();
      sums[0] += run.delivered.xx();
      sums[1] += run.delivered.yy();
      sums[2] += run.delivered.zz();
      Parallel.checkInterrupt();
    }
    return new Part(timesMs, fidelities, sums);
  }

  private static ChainResult result(Chain chain, int trials, List<Part> parts) {
    double[] timesMs = new double[trials];
    double[] fidelities = new double[trials];
    double[] mean = new double[3];
    int done = 0;
    for (Part part : parts) {
      System.arraycopy(part.timesMs, 0, timesMs, done, part.timesMs.length);
      System.arraycopy(part.fidelities, 0, fidelities, done, part.fidelities.length);
      done += part.timesMs.length;
      for (int i = 0; i < mean.length; i++) {
        mean[i] += part.sums[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= trials;
    }
    Estimate timeMs = estimate(timesMs);
    var pair = new Correlations(mean[0], mean[1], mean[2]).pair();
    return new ChainResult(
        timeMs,
        estimate(fidelities),
        Distribution.of(timesMs),
        Distribution.of(fidelities),
        ChainAverage.of(chain, timeMs.mean(), pair));
  }

  /** In two passes, so that equal values have no spread. */
  private static Estimate estimate(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Estimate.ofMoments(mean, squares / (values.length - 1), values.length);
  }
}
