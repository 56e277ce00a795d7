package qnet.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qnet.run.Require;

/**
 * What the drawn worlds of a scenario say: the dates of every milestone.
 *
 * @param scenario the scenario the worlds were drawn from
 * @param dates the dates of each milestone by its name, in order
 */
public record Outlook(Scenario scenario, Map<String, Dates> dates) {
  /**
   * Keeps the order of the milestones.
   *
   * @param scenario the scenario the worlds were drawn from
   * @param dates the dates of each milestone by its name, in order
   */
  public Outlook {
    dates = Collections.unmodifiableMap(new LinkedHashMap<>(dates));
  }

  /**
   * One milestone in numbers.
   *
   * @param milestone its name
   * @param p10Year the year by which it has come in a tenth of the worlds; +∞ if in fewer
   * @param medianYear the year by which it has come in half of them; +∞ if in fewer
   * @param p90Year the year by which it has come in nine tenths of them; +∞ if in fewer
   * @param everProbability the fraction of worlds in which it ever comes
   * @param assumed whether its own numbers are an assumption
   */
  public record Row(
      String milestone,
      double p10Year,
      double medianYear,
      double p90Year,
      double everProbability,
      boolean assumed) {}

  /**
   * The stages reached by a year.
   *
   * @param year the year
   * @param p10 a stage that nine tenths of the worlds have reached, 0 for none
   * @param median a stage that half of them have reached
   * @param p90 a stage that a tenth of them have reached
   */
  public record Fan(int year, int p10, int median, int p90) {}

  /**
   * The dates of one milestone.
   *
   * @param milestone its name
   * @return its dates
   * @throws IllegalArgumentException if there is none of that name
   */
  public Dates of(String milestone) {
    return dates.get(scenario.milestone(milestone).name());
  }

  /**
   * The dates of one stage.
   *
   * @param stage the stage
   * @return its dates
   * @throws IllegalArgumentException if the scenario has no milestone of that name
   */
  public Dates of(Stage stage) {
    return of(stage.title());
  }

  /**
   * The dates of the stages, by their names.
   *
   * @return those that the scenario has, first stage first
   */
  public Map<String, Dates> stages() {
    var stages = new LinkedHashMap<String, Dates>();
    for (Stage stage : Stage.values()) {
      if (dates.containsKey(stage.title())) {
        stages.put(stage.title(), dates.get(stage.title()));
      }
    }
    return stages;
  }

  /**
   * Every milestone in numbers.
   *
   * @return a row each, in order
   */
  public List<Row> rows() {
    return scenario.milestones().stream()
        .map(
            each -> {
              Dates all = dates.get(each.name());
              return new Row(
                  each.name(),
                  all.quantileYear(0.1),
                  all.quantileYear(0.5),
                  all.quantileYear(0.9),
                  all.probabilityBy(Double.MAX_VALUE),
                  each.assumed());
            })
        .toList();
  }

  /**
   * The table of a fan chart: which stage is reached when.
   *
   * @param fromYear the first year
   * @param toYear the last year, not before the first
   * @return a row a year
   */
  public List<Fan> fan(int fromYear, int toYear) {
    Require.atLeast("toYear", toYear, fromYear);
    var fan = new ArrayList<Fan>();
    for (int year = fromYear; year <= toYear; year++) {
      fan.add(new Fan(year, reached(year, 0.9), reached(year, 0.5), reached(year, 0.1)));
    }
    return fan;
  }

  /** The highest stage that at least a fraction of the worlds has reached. */
  private int reached(int year, double fraction) {
    int reached = 0;
    for (Stage stage : Stage.values()) {
      Dates all = dates.get(stage.title());
      if (all != null && all.probabilityBy(year) >= fraction) {
        reached = stage.number();
      }
    }
    return reached;
  }

  /** The name of the scenario and the share of its assumptions. */
  @Override
  public String toString() {
    return "%s: %d milestones, %.0f %% of them assumed"
        .formatted(scenario.name(), dates.size(), 100 * scenario.assumedShare());
  }
}
