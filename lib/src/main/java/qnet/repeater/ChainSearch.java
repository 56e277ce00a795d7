package qnet.repeater;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import qnet.run.Parallel;
import qnet.run.Require;
import qnet.run.Xoshiro256;

/**
 * How many segments, which cut-off and which purification give the most key over a link with given
 * memories: tries all combinations of what is listed.
 *
 * <p>Every combination is judged by its closed form or by a few deliveries with the same random
 * numbers, the best ones again by more. A chain that hardly ever delivers, because its cut-off is
 * too short for so many segments, is given up and counts as no key.
 *
 * @param chain link, heralding, memories and swaps
 * @param segments numbers of segments to try
 * @param cutoffsMs cut-offs to try, in milliseconds, may be infinite
 * @param purifications purifications to try; those that do not fit the chain are left out
 * @param trials deliveries by which the best ones are compared, at least 32
 */
public record ChainSearch(
    Chain chain,
    List<Integer> segments,
    List<Double> cutoffsMs,
    List<PurificationPlan> purifications,
    int trials) {
  private static final int FINALISTS = 6;
  private static final int FIRST_LOOK = 16;
  private static final long EVENTS_PER_SEGMENT = 40;

  /**
   * Checks the components.
   *
   * @param chain as above
   * @param segments as above
   * @param cutoffsMs as above
   * @param purifications as above
   * @param trials as above
   * @throws IllegalArgumentException if a list is empty or there are too few trials
   */
  public ChainSearch {
    Objects.requireNonNull(chain);
    segments = List.copyOf(segments);
    cutoffsMs = List.copyOf(cutoffsMs);
    purifications = List.copyOf(purifications);
    Require.atLeast("number of segments", segments.size(), 1);
    Require.atLeast("number of cutoffsMs", cutoffsMs.size(), 1);
    Require.atLeast("number of purifications", purifications.size(), 1);
    Require.atLeast("trials", trials, 2L * FIRST_LOOK);
  }

  /**
   * A search over 1, 2, 4 … 128 segments, no cut-off and cut-offs from 1 % to all of T₂, no
   * purification and one or two rounds on the segments with the chain's protocol.
   *
   * @param chain link, heralding, memories and swaps
   * @return the search
   */
  public static ChainSearch of(Chain chain) {
    double t2Ms = chain.memory().t2Ms();
    var cutoffsMs =
        DoubleStream.of(Double.POSITIVE_INFINITY, t2Ms, t2Ms / 3, t2Ms / 10, t2Ms / 30, t2Ms / 100)
            .distinct()
            .boxed()
            .toList();
    var protocol = chain.purification().protocol();
    return new ChainSearch(
        chain,
        IntStream.rangeClosed(0, 7).mapToObj(level -> 1 << level).toList(),
        cutoffsMs,
        List.of(
            PurificationPlan.none(),
            PurificationPlan.of(protocol, 1),
            PurificationPlan.of(protocol, 2)),
        512);
  }

  /**
   * This search with another chain.
   *
   * @param chain link, heralding, memories and swaps
   * @return the changed search
   */
  public ChainSearch withChain(Chain chain) {
    return new ChainSearch(chain, segments, cutoffsMs, purifications, trials);
  }

  /**
   * This search over other numbers of segments.
   *
   * @param segments numbers of segments to try
   * @return the changed search
   */
  public ChainSearch withSegments(List<Integer> segments) {
    return new ChainSearch(chain, segments, cutoffsMs, purifications, trials);
  }

  /**
   * This search over other cut-offs.
   *
   * @param cutoffsMs cut-offs to try, in milliseconds, may be infinite
   * @return the changed search
   */
  public ChainSearch withCutoffsMs(List<Double> cutoffsMs) {
    return new ChainSearch(chain, segments, cutoffsMs, purifications, trials);
  }

  /**
   * This search over other purifications.
   *
   * @param purifications purifications to try
   * @return the changed search
   */
  public ChainSearch withPurifications(List<PurificationPlan> purifications) {
    return new ChainSearch(chain, segments, cutoffsMs, purifications, trials);
  }

  /**
   * This search with another number of trials.
   *
   * @param trials deliveries by which the best ones are compared, at least 32
   * @return the changed search
   */
  public ChainSearch withTrials(int trials) {
    return new ChainSearch(chain, segments, cutoffsMs, purifications, trials);
  }

  /**
   * The best way to build the chain.
   *
   * @param rng the source of randomness
   * @return the choice with the most secret bits per second, which may be none
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public ChainChoice best(RandomGenerator rng) {
    return ranked(rng).get(0);
  }

  /**
   * All ways to build the chain, the one with the most secret bits per second first, without
   * cut-offs that never cut anything off. Beyond the first few, numbers come from few deliveries.
   *
   * @param rng the source of randomness
   * @return the choices
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public List<ChainChoice> ranked(RandomGenerator rng) {
    long key = rng.nextLong();
    var variants = variants();
    var first = sorted(withoutIdleCutoffs(judged(variants, trials / FIRST_LOOK, key)));
    var finalists = first.subList(0, Math.min(FINALISTS, first.size()));
    var best = judged(finalists.stream().map(c -> c.applyTo(chain)).toList(), trials, key);
    var all = new ArrayList<>(sorted(best));
    all.addAll(first.subList(finalists.size(), first.size()));
    return List.copyOf(all);
  }

  private static List<ChainChoice> judged(List<Chain> chains, int trials, long key) {
    return Parallel.map(chains.size(), i -> judged(chains.get(i), trials, key));
  }

  private static List<ChainChoice> sorted(List<ChainChoice> choices) {
    return choices.stream()
        .sorted(Comparator.comparingDouble(ChainChoice::bitsPerSecond).reversed())
        .toList();
  }

  /** Leaves out cut-offs that never cut anything off: the same random numbers show it. */
  private static List<ChainChoice> withoutIdleCutoffs(List<ChainChoice> choices) {
    var seen = new HashSet<List<Object>>();
    return choices.stream().filter(choice -> seen.add(outcome(choice))).toList();
  }

  /** Rounded, because links at the same time may be added up in another order. */
  private static List<Object> outcome(ChainChoice choice) {
    return List.of(
        choice.segments(),
        choice.purification(),
        (float) choice.pairsPerSecond(),
        (float) choice.fidelity());
  }

  private List<Chain> variants() {
    var chains = new ArrayList<Chain>();
    for (int count : segments) {
      int highest = chain.isNested() ? Integer.numberOfTrailingZeros(count) : 0;
      for (double cutoffMs : cutoffsMs) {
        for (PurificationPlan plan : purifications) {
          if (plan.highestLevel() <= highest) {
            chains.add(variant(chain, count, cutoffMs, plan));
          }
        }
      }
    }
    return chains;
  }

  static Chain variant(Chain chain, int segments, double cutoffMs, PurificationPlan purification) {
    return new Chain(
        chain.link(),
        segments,
        chain.heralding(),
        chain.memory().withCutoffMs(cutoffMs),
        chain.swapping(),
        purification,
        chain.endsStored());
  }

  private static ChainChoice judged(Chain chain, int trials, long key) {
    long mostEvents = EVENTS_PER_SEGMENT * chain.segments() + 1000;
    ChainAverage average =
        chain
            .closedForm()
            .or(
                () ->
                    ChainTrials.run(chain, trials, mostEvents, Xoshiro256.stream(key, 0))
                        .map(ChainResult::average))
            .orElseGet(() -> ChainAverage.never(chain, "hardly anything is ever delivered"));
    return new ChainChoice(
        chain.segments(),
        chain.memory().cutoffMs(),
        chain.purification(),
        average.keyRate().bitsPerSecond(),
        average.pairsPerSecond(),
        average.fidelity());
  }
}
