package qnet.lab;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * Repeats a random experiment and says what the outcomes tell about their mean.
 *
 * <p>The trials run on all cores; the same generator state gives the same estimate on any number of
 * them. A trial must draw all its randomness from the generator it is handed.
 */
public final class Trials {
  /** Trials per random stream: part of the meaning of a seed, so it never changes. */
  private static final int CHUNK = 1024;

  private Trials() {}

  /**
   * How often something happens.
   *
   * @param trials the number of trials, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @param happens one trial: whether it happened
   * @return the probability, with its standard error and 95 % interval
   * @throws IllegalArgumentException if {@code trials} is below 1
   */
  public static Estimate count(
      long trials, RandomGenerator rng, Predicate<? super RandomGenerator> happens) {
    return Parallel.count(trials, CHUNK, rng, happens);
  }

  /**
   * The mean of a random number.
   *
   * @param trials the number of trials, at least 2
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @param value one trial: its number
   * @return the mean, with its standard error and 95 % interval
   * @throws IllegalArgumentException if {@code trials} is below 2
   */
  public static Estimate mean(
      long trials, RandomGenerator rng, ToDoubleFunction<? super RandomGenerator> value) {
    Require.atLeast("trials", trials, 2);
    Moments all =
        Parallel.<Moments>trials(
            trials,
            CHUNK,
            rng,
            (n, random) -> {
              var moments = Moments.NONE;
              for (int i = 0; i < n; i++) {
                Parallel.checkInterrupt();
                moments = moments.plus(new Moments(1, value.applyAsDouble(random), 0));
              }
              return moments;
            },
            Moments::plus);
    return Estimate.ofMoments(all.mean, all.squares / (trials - 1), trials);
  }

  /**
   * Count n, mean x̄, and S = Σ(x − x̄)² of a set of numbers. Two sets join to
   *
   * <p>S = S₁ + S₂ + (x̄₂ − x̄₁)²·n₁n₂/(n₁ + n₂),
   *
   * <p>which loses no digits when the spread is small beside the mean.
   *
   * <p>Reference: T. F. Chan, G. H. Golub, R. J. LeVeque, Am. Stat. 37, 242 (1983),
   * doi:10.1080/00031305.1983.10483115.
   */
  private record Moments(long n, double mean, double squares) {
    static final Moments NONE = new Moments(0, 0, 0);

    Moments plus(Moments other) {
      long total = n + other.n;
      double step = other.mean - mean;
      double share = (double) other.n / total;
      return new Moments(
          total, mean + step * share, squares + other.squares + step * step * n * share);
    }
  }
}
