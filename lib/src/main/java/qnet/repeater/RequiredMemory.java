package qnet.repeater;

import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;
import qnet.channel.Memory;
import qnet.limit.Plob;
import qnet.run.Xoshiro256;

/**
 * Which memory a chain needs to make more key than any protocol without a station on the way.
 *
 * <p>K_chain &gt; −log₂(1 − η)
 *
 * <p>both per optical mode and use, η of the whole link; found by bisection.
 *
 * <p>Valid for comparing per use: a chain whose stations wait for their heralds uses the link less
 * often per second than a laser could.
 *
 * <p>Reference for the bound: S. Pirandola, R. Laurenza, C. Ottaviani, L. Banchi, Nat. Commun. 8,
 * 15043 (2017), doi:10.1038/ncomms15043, arXiv:1510.08863.
 */
public final class RequiredMemory {
  private static final double SHORTEST_MS = 1e-6;
  private static final double LONGEST_MS = 1e12;
  private static final double ACCURACY = 1e-4;
  private static final int TRIALS = 1024;
  private static final long EVENTS_PER_SEGMENT = 1000;

  private RequiredMemory() {}

  /**
   * The shortest T₂ with which a chain beats the bound.
   *
   * @param chain the chain; the T₂ of its memories does not count
   * @param rng the source of randomness, for chains without a closed form
   * @return T₂ in milliseconds, to a part in 10⁴; +∞ if the longest one is not enough
   */
  public static double t2Ms(Chain chain, RandomGenerator rng) {
    Memory memory = chain.memory();
    double longestMs = Math.min(LONGEST_MS, 2 * memory.t1Ms());
    return smallest(SHORTEST_MS, longestMs, t2Ms -> chain.withMemory(memory.withT2Ms(t2Ms)), rng);
  }

  /**
   * The lowest efficiency of the memories with which a chain beats the bound.
   *
   * @param chain the chain; the efficiency of its memories does not count
   * @param rng the source of randomness, for chains without a closed form
   * @return the efficiency, to a part in 10⁴; +∞ if 1 is not enough
   */
  public static double efficiency(Chain chain, RandomGenerator rng) {
    return smallest(
        ACCURACY,
        1,
        efficiency -> chain.withMemory(chain.memory().withEfficiency(efficiency)),
        rng);
  }

  /**
   * Whether a chain makes more key per use than any protocol without a station on the way. A chain
   * of which a delivery takes more than 1000 events per segment counts as one that does not.
   *
   * @param chain the chain
   * @param rng the source of randomness, for chains without a closed form
   * @return whether it beats {@link Plob}
   */
  public static boolean beatsPlob(Chain chain, RandomGenerator rng) {
    return chain
        .closedForm()
        .or(
            () ->
                ChainTrials.run(chain, TRIALS, EVENTS_PER_SEGMENT * chain.segments(), rng)
                    .map(ChainResult::average))
        .map(average -> average.keyRate().bitsPerUse() > Plob.bitsPerUse(chain.link()))
        .orElse(false);
  }

  private static double smallest(
      double low, double high, DoubleFunction<Chain> chain, RandomGenerator rng) {
    long key = rng.nextLong();
    if (!beatsPlob(chain.apply(high), Xoshiro256.stream(key, 0))) {
      return Double.POSITIVE_INFINITY;
    }
    double without = low;
    double with = high;
    while (with > without * (1 + ACCURACY)) {
      double middle = Math.sqrt(without * with);
      if (beatsPlob(chain.apply(middle), Xoshiro256.stream(key, 0))) {
        with = middle;
      } else {
        without = middle;
      }
    }
    return with;
  }
}
