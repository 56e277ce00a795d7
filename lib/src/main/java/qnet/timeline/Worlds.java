package qnet.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import qnet.run.Normal;
import qnet.run.Parallel;
import qnet.run.Require;

/** Draws the dates of all milestones of a scenario, world by world. */
final class Worlds {
  private static final int CHUNK = 1 << 12;
  private static final int MAX_WORLDS = 1_000_000;

  private final List<Milestone> milestones;
  private final double[] sigma;
  private final int[][] requires;
  private final int[] cause;
  private final int causes;

  private Worlds(Scenario scenario) {
    milestones = scenario.milestones();
    sigma = milestones.stream().mapToDouble(each -> each.arrival().sigma()).toArray();
    requires =
        milestones.stream()
            .map(each -> each.requires().stream().mapToInt(scenario::indexOf).toArray())
            .toArray(int[][]::new);
    var names = milestones.stream().map(Milestone::cause).distinct().toList();
    cause = milestones.stream().mapToInt(each -> names.indexOf(each.cause())).toArray();
    causes = names.size();
  }

  static Outlook draw(Scenario scenario, int worlds, RandomGenerator rng) {
    Require.between("worlds", worlds, 1, MAX_WORLDS);
    var sampler = new Worlds(scenario);
    List<double[][]> parts =
        Parallel.<List<double[][]>>trials(
            worlds,
            CHUNK,
            rng,
            (n, random) -> new ArrayList<>(List.<double[][]>of(sampler.dates(n, random))),
            (first, second) -> {
              first.addAll(second);
              return first;
            });
    List<Dates> sorted =
        Parallel.map(scenario.milestones().size(), i -> new Dates(joined(parts, i, worlds)));
    var dates = new LinkedHashMap<String, Dates>();
    scenario.names().forEach(name -> dates.put(name, sorted.get(dates.size())));
    return new Outlook(scenario, dates);
  }

  private static double[] joined(List<double[][]> parts, int milestone, int worlds) {
    double[] all = new double[worlds];
    int at = 0;
    for (double[][] part : parts) {
      System.arraycopy(part[milestone], 0, all, at, part[milestone].length);
      at += part[milestone].length;
    }
    Arrays.sort(all);
    return all;
  }

  /** The dates of all milestones in some worlds; +∞ for never. */
  private double[][] dates(int worlds, RandomGenerator random) {
    double[][] dates = new double[milestones.size()][worlds];
    double[] luck = new double[causes];
    for (int w = 0; w < worlds; w++) {
      if (w % 256 == 0) {
        Parallel.checkInterrupt();
      }
      for (int c = 0; c < causes; c++) {
        luck[c] = Normal.draw(random);
      }
      for (int m = 0; m < dates.length; m++) {
        dates[m][w] = Math.max(own(m, luck[cause[m]], random), afterRequired(m, w, dates));
      }
    }
    return dates;
  }

  /** One-factor Gaussian copula: √s·Y + √(1 − s)·X standard deviations from the median. */
  private double own(int m, double shared, RandomGenerator random) {
    Milestone milestone = milestones.get(m);
    boolean comes = random.nextDouble() < milestone.arrival().everProbability();
    double share = milestone.causeShare();
    double deviations = Math.sqrt(share) * shared + Math.sqrt(1 - share) * Normal.draw(random);
    return comes ? milestone.arrival().yearAt(deviations, sigma[m]) : Double.POSITIVE_INFINITY;
  }

  private double afterRequired(int m, int w, double[][] dates) {
    double latest = Double.NEGATIVE_INFINITY;
    for (int before : requires[m]) {
      latest = Math.max(latest, dates[before][w]);
    }
    return latest + milestones.get(m).lagYears();
  }
}
