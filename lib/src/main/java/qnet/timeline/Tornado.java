package qnet.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import qnet.run.Xoshiro256;

/**
 * Which assumption moves a date most: one assumption at a time is changed, in the same worlds.
 *
 * <p>Every run draws the same random numbers, so that a difference is that of the assumption and
 * not of the draw.
 */
public final class Tornado {
  private static final double EARLY = 0.1;
  private static final double LATE = 0.9;

  private Tornado() {}

  /**
   * What one assumption does.
   *
   * @param assumption what is changed
   * @param low the smaller of the probabilities that the change leads to
   * @param base the probability without a change
   * @param high the larger of them
   */
  public record Bar(String assumption, double low, double base, double high) {
    /**
     * How far the assumption moves the probability.
     *
     * @return high − low
     */
    public double spread() {
      return high - low;
    }
  }

  /**
   * Lets each milestone in turn come early or late: certainly, in the year by which it has come
   * with probability 0.1 or 0.9 given that it comes.
   *
   * @param scenario the assumptions
   * @param milestone whose date is asked for
   * @param year by which it is to have come
   * @param worlds how many worlds for each change
   * @param rng the source of randomness
   * @return a bar for each milestone that it waits for, the widest first
   */
  public static List<Bar> ofMilestones(
      Scenario scenario, String milestone, double year, int worlds, RandomGenerator rng) {
    long key = rng.nextLong();
    double base = probability(scenario, milestone, year, worlds, key);
    return bars(
        scenario.waitsFor(milestone),
        name -> {
          double early = probability(fixed(scenario, name, EARLY), milestone, year, worlds, key);
          double late = probability(fixed(scenario, name, LATE), milestone, year, worlds, key);
          return new Bar(
              name,
              Math.min(base, Math.min(early, late)),
              base,
              Math.max(base, Math.max(early, late)));
        });
  }

  /**
   * Lets each of the named accelerators and delays happen in turn.
   *
   * @param scenario the assumptions
   * @param milestone whose date is asked for
   * @param year by which it is to have come
   * @param worlds how many worlds for each change
   * @param rng the source of randomness
   * @return a bar for each what-if, the widest first
   */
  public static List<Bar> ofWhatIfs(
      Scenario scenario, String milestone, double year, int worlds, RandomGenerator rng) {
    long key = rng.nextLong();
    double base = probability(scenario, milestone, year, worlds, key);
    return bars(
        WhatIf.all().stream().filter(each -> !each.kind().equals("region")).toList(),
        whatIf -> {
          double moved = probability(scenario.with(whatIf), milestone, year, worlds, key);
          return new Bar(whatIf.name(), Math.min(base, moved), base, Math.max(base, moved));
        });
  }

  private static <T> List<Bar> bars(List<T> assumptions, Function<T, Bar> bar) {
    return assumptions.stream()
        .map(bar)
        .sorted(Comparator.comparingDouble(Bar::spread).reversed())
        .toList();
  }

  private static Scenario fixed(Scenario scenario, String name, double quantile) {
    return scenario.withArrival(
        name,
        arrival -> {
          double ever = arrival.everProbability();
          return Arrival.on(arrival.quantileYear(quantile * ever)).withEverProbability(ever);
        });
  }

  private static double probability(
      Scenario scenario, String milestone, double year, int worlds, long key) {
    return scenario.outlook(worlds, Xoshiro256.stream(key, 0)).of(milestone).probabilityBy(year);
  }
}
