package qnet.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import qnet.data.KitData;
import qnet.run.Require;

/**
 * A set of milestones that wait for one another: one way the quantum internet may come.
 *
 * <p>Without correlation the probability of a milestone by year t is a product over itself and
 * everything it waits for,
 *
 * <p>P(by t) = Πⱼ Pⱼ(by t − ℓⱼ),
 *
 * <p>with ℓⱼ the longest sum of lags on a way from j to it.
 *
 * <p>Valid as bookkeeping of beliefs: the numbers of data/milestones.csv are named there one by
 * one, with a source or the word assumed.
 *
 * <p>Ignores feedback: a milestone that comes early does not hasten the ones it does not precede.
 *
 * <p>Reference for the stages: S. Wehner, D. Elkouss, R. Hanson, Science 362, eaam9288 (2018),
 * doi:10.1126/science.aam9288.
 *
 * @param name how the scenario is called
 * @param milestones the milestones; every one after those it requires, whatever order they were
 *     given in
 */
public record Scenario(String name, List<Milestone> milestones) {
  /**
   * Checks the names and puts the milestones in order.
   *
   * @param name how the scenario is called
   * @param milestones the milestones in any order, names all different
   * @throws IllegalArgumentException if a name appears twice, a requirement is no milestone, or
   *     milestones wait for each other in a circle
   */
  public Scenario {
    Require.text("name", name);
    milestones = ordered(milestones);
  }

  /**
   * The bands of the popular article as a scenario: its years where it gives any, assumptions in
   * between.
   *
   * @return rows "article" of data/milestones.csv, from 2024
   */
  public static Scenario article() {
    return named("article");
  }

  /**
   * Everything later and less certain than in the article.
   *
   * @return rows "cautious" of data/milestones.csv, from 2026
   */
  public static Scenario cautious() {
    return named("cautious");
  }

  /**
   * Everything sooner and more certain than in the article.
   *
   * @return rows "optimistic" of data/milestones.csv, from 2026
   */
  public static Scenario optimistic() {
    return named("optimistic");
  }

  private static Scenario named(String name) {
    return ScenarioFiles.of(
        KitData.rows(KitData.MILESTONES).stream()
            .filter(row -> row.text("scenario").equals(name))
            .toList());
  }

  /**
   * The same scenario under another name.
   *
   * @param newName how it is called
   * @return the scenario
   */
  public Scenario withName(String newName) {
    return new Scenario(newName, milestones);
  }

  /**
   * The same scenario with other milestones.
   *
   * @param newMilestones the milestones
   * @return the scenario
   */
  public Scenario withMilestones(List<Milestone> newMilestones) {
    return new Scenario(name, newMilestones);
  }

  /**
   * The same scenario with one milestone more, or in place of the one of its name.
   *
   * @param milestone the milestone
   * @return the scenario
   */
  public Scenario with(Milestone milestone) {
    var changed = new ArrayList<>(milestones);
    int place = names().indexOf(milestone.name());
    if (place < 0) {
      changed.add(milestone);
    } else {
      changed.set(place, milestone);
    }
    return withMilestones(changed);
  }

  /**
   * The same scenario with one milestone at another time.
   *
   * @param milestone its name
   * @param change from its arrival to the new one
   * @return the scenario
   * @throws IllegalArgumentException if there is no such milestone
   */
  public Scenario withArrival(String milestone, UnaryOperator<Arrival> change) {
    Milestone old = milestone(milestone);
    return with(old.withArrival(change.apply(old.arrival())));
  }

  /**
   * The same scenario with the same share of the cause in every milestone.
   *
   * @param causeShare from 0 (all independent) to 1 (milestones of one cause move together)
   * @return the scenario
   */
  public Scenario withCauseShare(double causeShare) {
    return withMilestones(
        milestones.stream().map(each -> each.withCauseShare(causeShare)).toList());
  }

  /**
   * The scenario under a named assumption: an accelerator, a delay, a region.
   *
   * @param whatIf the assumption
   * @return the shifted scenario
   * @throws IllegalArgumentException if it shifts something that is neither a cause nor a milestone
   *     here
   */
  public Scenario with(WhatIf whatIf) {
    return whatIf.applyTo(this);
  }

  /**
   * A milestone.
   *
   * @param milestone its name
   * @return the milestone
   * @throws IllegalArgumentException if there is none of that name
   */
  public Milestone milestone(String milestone) {
    return milestones.get(indexOf(milestone));
  }

  /** The place of a milestone in the order. */
  int indexOf(String milestone) {
    var names = names();
    Require.oneOf("milestone", milestone, names);
    return names.indexOf(milestone);
  }

  /** The names in order. */
  List<String> names() {
    return milestones.stream().map(Milestone::name).toList();
  }

  /**
   * The share of the milestones whose numbers are assumptions: to be printed beside every chart.
   *
   * @return from 0 to 1
   */
  public double assumedShare() {
    return (double) milestones.stream().filter(Milestone::assumed).count() / milestones.size();
  }

  /**
   * Everything a milestone waits for, itself included.
   *
   * @param milestone its name
   * @return names, the milestone first
   */
  public List<String> waitsFor(String milestone) {
    return List.copyOf(longestLags(milestone).keySet());
  }

  /**
   * How likely a milestone has come by a year if nothing were correlated.
   *
   * @param milestone its name
   * @param year t
   * @return the product over itself and everything it waits for
   */
  public double independentProbabilityBy(String milestone, double year) {
    double probability = 1;
    for (var lag : longestLags(milestone).entrySet()) {
      probability *= milestone(lag.getKey()).arrival().probabilityBy(year - lag.getValue());
    }
    return probability;
  }

  /** The longest sum of lags on a way from each milestone that this one waits for. */
  private Map<String, Double> longestLags(String milestone) {
    var lags = new LinkedHashMap<String, Double>();
    lags.put(milestone(milestone).name(), 0.0);
    for (int i = milestones.size() - 1; i >= 0; i--) {
      Milestone each = milestones.get(i);
      Double lag = lags.get(each.name());
      if (lag != null) {
        each.requires().forEach(before -> lags.merge(before, lag + each.lagYears(), Math::max));
      }
    }
    return lags;
  }

  /**
   * Draws worlds: in each of them every milestone has its date.
   *
   * @param worlds how many, at least 1
   * @param rng the source of randomness
   * @return the dates of all milestones
   */
  public Outlook outlook(int worlds, RandomGenerator rng) {
    return Worlds.draw(this, worlds, rng);
  }

  private static List<Milestone> ordered(List<Milestone> milestones) {
    var left = new ArrayList<>(milestones);
    Set<String> names = new LinkedHashSet<>();
    for (Milestone milestone : milestones) {
      if (!names.add(milestone.name())) {
        throw new IllegalArgumentException(
            "names of milestones must differ, \"" + milestone.name() + "\" appears twice");
      }
    }
    for (Milestone milestone : milestones) {
      for (String before : milestone.requires()) {
        Require.oneOf("requires of \"" + milestone.name() + '"', before, names);
      }
    }
    var done = new LinkedHashSet<String>();
    var ordered = new ArrayList<Milestone>();
    while (!left.isEmpty()) {
      int before = ordered.size();
      for (Milestone milestone : List.copyOf(left)) {
        if (done.containsAll(milestone.requires())) {
          done.add(milestone.name());
          ordered.add(milestone);
          left.remove(milestone);
        }
      }
      if (ordered.size() == before) {
        throw new IllegalArgumentException(
            "milestones must not wait for each other in a circle, do "
                + left.stream().map(Milestone::name).toList());
      }
    }
    return List.copyOf(ordered);
  }
}
