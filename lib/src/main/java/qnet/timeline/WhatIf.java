package qnet.timeline;

import java.util.List;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.run.Require;

/**
 * A named assumption about the world that moves several milestones: an accelerator, a delay, or a
 * region with its own funding and policy.
 *
 * <p>t → t₀ + f·(t − t₀) for median and late end, e → min(1, g·e)
 *
 * <p>Ignores that the same event may hasten one country and slow another: each what-if is of its
 * own.
 *
 * <p>The named ones are the rows of data/what-ifs.csv. Their direction follows the popular article
 * (M. Leland, What Is Quantum Internet and How It Works); all factors are assumed.
 *
 * @param name what happens
 * @param kind accelerator, delay or region
 * @param shifts what it does, at least one
 */
public record WhatIf(String name, String kind, List<Shift> shifts) {
  /**
   * Checks the assumption.
   *
   * @param name what happens
   * @param kind accelerator, delay or region
   * @param shifts what it does, at least one
   * @throws IllegalArgumentException if there is no shift
   */
  public WhatIf {
    Require.text("name", name);
    Require.text("kind", kind);
    shifts = List.copyOf(shifts);
    Require.atLeast("number of shifts", shifts.size(), 1);
  }

  /**
   * What an assumption does to the milestones of one cause, or to one milestone.
   *
   * @param target a cause or the name of a milestone
   * @param delayFactor f, by which all delays are multiplied, > 0
   * @param everFactor g, by which the chance to come at all is multiplied, ≥ 0
   */
  public record Shift(String target, double delayFactor, double everFactor) {
    /**
     * Checks the factors.
     *
     * @param target a cause or the name of a milestone
     * @param delayFactor f, by which all delays are multiplied, > 0
     * @param everFactor g, by which the chance to come at all is multiplied, ≥ 0
     * @throws IllegalArgumentException if a factor is out of range
     */
    public Shift {
      Require.text("target", target);
      Require.positive("delayFactor", delayFactor);
      Require.atLeast("everFactor", everFactor, 0);
    }

    private boolean hits(Milestone milestone) {
      return target.equals(milestone.cause()) || target.equals(milestone.name());
    }
  }

  /**
   * An assumption of one's own.
   *
   * @param name what happens
   * @param target a cause or the name of a milestone
   * @param delayFactor f, by which all delays are multiplied
   * @param everFactor g, by which the chance to come at all is multiplied
   * @return the assumption
   */
  public static WhatIf of(String name, String target, double delayFactor, double everFactor) {
    return new WhatIf(name, "own", List.of(new Shift(target, delayFactor, everFactor)));
  }

  /**
   * The assumptions of one kind.
   *
   * @param kind "accelerator", "delay" or "region"
   * @return the named ones, in the order of the file
   * @throws IllegalArgumentException if there is no such kind
   */
  public static List<WhatIf> ofKind(String kind) {
    var all = all();
    Require.oneOf("kind", kind, all.stream().map(WhatIf::kind).distinct().toList());
    return all.stream().filter(whatIf -> whatIf.kind.equals(kind)).toList();
  }

  /**
   * A named assumption.
   *
   * @param name its name: "memory breakthrough", "China"
   * @return the assumption
   * @throws IllegalArgumentException if there is none of that name
   */
  public static WhatIf named(String name) {
    var all = all();
    Require.oneOf("name", name, all.stream().map(WhatIf::name).toList());
    return all.stream().filter(whatIf -> whatIf.name.equals(name)).findFirst().orElseThrow();
  }

  /**
   * All named assumptions.
   *
   * @return the rows of data/what-ifs.csv
   */
  public static List<WhatIf> all() {
    var rows = KitData.rows(KitData.WHAT_IFS);
    return rows.stream()
        .map(row -> row.text("name"))
        .distinct()
        .map(name -> of(rows.stream().filter(row -> row.text("name").equals(name)).toList()))
        .toList();
  }

  private static WhatIf of(List<DataRow> rows) {
    return new WhatIf(
        rows.get(0).text("name"),
        rows.get(0).text("kind"),
        rows.stream()
            .map(
                row ->
                    new Shift(
                        row.text("target"), row.number("delay_factor"), row.number("ever_factor")))
            .toList());
  }

  Scenario applyTo(Scenario scenario) {
    for (Shift shift : shifts) {
      if (scenario.milestones().stream().noneMatch(shift::hits)) {
        throw new IllegalArgumentException(
            "target must be one of the causes "
                + scenario.milestones().stream().map(Milestone::cause).distinct().toList()
                + " or of the milestones "
                + scenario.names()
                + ", was \""
                + shift.target()
                + "\"");
      }
    }
    return new Scenario(
        scenario.name() + ", " + name, scenario.milestones().stream().map(this::shifted).toList());
  }

  private Milestone shifted(Milestone milestone) {
    Milestone shifted = milestone;
    for (Shift shift : shifts) {
      if (shift.hits(milestone)) {
        shifted =
            shifted.withArrival(shifted.arrival().shifted(shift.delayFactor(), shift.everFactor()));
      }
    }
    return shifted;
  }
}
