package qnet.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import qnet.channel.Fiber;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * Plans lines and networks that meet a demand at least cost.
 *
 * <p>A line of length L in n spans, with m = ⌈D/R(L/n)⌉ systems side by side for a demand of D
 * bit/s, costs
 *
 * <p>C(n) = n·m·(pair + cooled detectors) + (n − 1)·site + m·L·fibre
 *
 * <p>and the n is taken that costs least if every price is in the middle of its range. Many short
 * spans buy boxes and trusted nodes, few long ones starve: without fibre and sites, and with many
 * systems, the best span is close to the length after which light has faded to 1/e.
 *
 * <p>Valid for first estimates: straight lines times a detour, equal spans, prices that are paid
 * once for the time of the plan. Key rates hold for endlessly long keys.
 *
 * <p>Ignores standby equipment, staff, power and what {@link PriceList} leaves out.
 *
 * <p>Reference: R. Alléaume, F. Roueff, E. Diamanti, N. Lütkenhaus, New J. Phys. 11, 075002 (2009),
 * doi:10.1088/1367-2630/11/7/075002, arXiv:0903.0839, for the best span of a chain.
 *
 * @param prices what the parts cost
 * @param technologies what can be built, at least one
 * @param satellite the satellites of today
 * @param repeater the repeaters of a future
 * @param fiber the fibre; its own length does not count
 * @param detour length of fibre over straight distance, at least 1
 * @param mostTrustedNodes how many trusted nodes a line may have, at least 0
 */
public record Planner(
    PriceList prices,
    List<Technology> technologies,
    SatelliteService satellite,
    RepeaterLine repeater,
    Fiber fiber,
    double detour,
    int mostTrustedNodes) {
  private static final int DRAWS_PER_CHUNK = 32;

  /**
   * Checks the components.
   *
   * @param prices as above
   * @param technologies as above
   * @param satellite as above
   * @param repeater as above
   * @param fiber as above
   * @param detour as above
   * @param mostTrustedNodes as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Planner {
    Objects.requireNonNull(prices);
    technologies = List.copyOf(technologies);
    Require.atLeast("technologies", technologies.size(), 1);
    Objects.requireNonNull(satellite);
    Objects.requireNonNull(repeater);
    Objects.requireNonNull(fiber);
    Require.atLeast("detour", detour, 1);
    Require.atLeast("mostTrustedNodes", mostTrustedNodes, 0);
  }

  /**
   * Published prices, the technologies of today, standard fibre, any number of trusted nodes.
   *
   * <p>The detour of 1.52 is that of the line from Beijing to Shanghai: 2000 km of fibre over 1312
   * km from city to city (Y.-A. Chen et al., Nature 589, 214 (2021),
   * doi:10.1038/s41586-020-03093-8).
   *
   * @return the planner
   */
  public static Planner standard() {
    return new Planner(
        PriceList.published(),
        Technology.today(),
        SatelliteService.jinan1(),
        RepeaterLine.future(),
        Fiber.standard(),
        1.52,
        Integer.MAX_VALUE);
  }

  /**
   * This planner with other prices.
   *
   * @param prices what the parts cost
   * @return the changed planner
   */
  public Planner withPrices(PriceList prices) {
    return new Planner(prices, technologies, satellite, repeater, fiber, detour, mostTrustedNodes);
  }

  /**
   * This planner with other technologies.
   *
   * @param technologies what can be built, at least one
   * @return the changed planner
   */
  public Planner withTechnologies(List<Technology> technologies) {
    return new Planner(prices, technologies, satellite, repeater, fiber, detour, mostTrustedNodes);
  }

  /**
   * This planner with a single technology.
   *
   * @param technology what is built
   * @return the changed planner
   */
  public Planner withTechnology(Technology technology) {
    return withTechnologies(List.of(technology));
  }

  /**
   * This planner with other satellites.
   *
   * @param satellite the satellites
   * @return the changed planner
   */
  public Planner withSatellite(SatelliteService satellite) {
    return new Planner(prices, technologies, satellite, repeater, fiber, detour, mostTrustedNodes);
  }

  /**
   * This planner with other repeaters.
   *
   * @param repeater the repeaters
   * @return the changed planner
   */
  public Planner withRepeater(RepeaterLine repeater) {
    return new Planner(prices, technologies, satellite, repeater, fiber, detour, mostTrustedNodes);
  }

  /**
   * This planner with another fibre.
   *
   * @param fiber the fibre
   * @return the changed planner
   */
  public Planner withFiber(Fiber fiber) {
    return new Planner(prices, technologies, satellite, repeater, fiber, detour, mostTrustedNodes);
  }

  /**
   * This planner with another detour.
   *
   * @param detour length of fibre over straight distance, at least 1
   * @return the changed planner
   */
  public Planner withDetour(double detour) {
    return new Planner(prices, technologies, satellite, repeater, fiber, detour, mostTrustedNodes);
  }

  /**
   * This planner with a limit to trust.
   *
   * @param mostTrustedNodes how many trusted nodes a line may have, at least 0
   * @return the changed planner
   */
  public Planner withMostTrustedNodes(int mostTrustedNodes) {
    return new Planner(prices, technologies, satellite, repeater, fiber, detour, mostTrustedNodes);
  }

  /**
   * The cheapest line of fibre.
   *
   * @param lengthKm length of the fibre, above 0
   * @param bitsPerSecond the demand, above 0
   * @return the line, or one that says why there is none
   */
  public LinePlan line(double lengthKm, double bitsPerSecond) {
    return fiberLines(lengthKm, bitsPerSecond).get(0);
  }

  /**
   * One line with each technology, the cheapest first; then satellites, repeaters of the devices
   * that are assumed, and as few perfect repeaters as nature allows.
   *
   * @param lengthKm length of the fibre, above 0
   * @param bitsPerSecond the demand, above 0
   * @return one row for each
   */
  public List<LinePlan> compare(double lengthKm, double bitsPerSecond) {
    var plans = new ArrayList<>(fiberLines(lengthKm, bitsPerSecond));
    var line = fiber.withLengthKm(lengthKm);
    plans.add(satellite.plan(bitsPerSecond, prices));
    plans.add(repeater.plan(line, bitsPerSecond));
    plans.add(RepeaterLine.bound(line, bitsPerSecond));
    return List.copyOf(plans);
  }

  private List<LinePlan> fiberLines(double lengthKm, double bitsPerSecond) {
    Require.positive("lengthKm", lengthKm);
    Require.positive("bitsPerSecond", bitsPerSecond);
    return technologies.stream()
        .map(
            technology ->
                cheapest(ways(technology, lengthKm, bitsPerSecond), prices.middle())
                    .map(way -> way.plan(lengthKm, prices))
                    .orElseGet(() -> impossible(technology, lengthKm)))
        .sorted(Comparator.comparingDouble(LinePlan::typicalUsd))
        .toList();
  }

  private static LinePlan impossible(Technology technology, double lengthKm) {
    return LinePlan.impossible(
        technology.name(), lengthKm, "no key in the spans that the trusted nodes allow");
  }

  private List<LineDesign.Way> ways(Technology technology, double lengthKm, double bitsPerSecond) {
    return LineDesign.ways(technology, fiber, lengthKm, bitsPerSecond, mostTrustedNodes);
  }

  private static Optional<LineDesign.Way> cheapest(List<LineDesign.Way> ways, PriceList certain) {
    return ways.stream().min(Comparator.comparingDouble(way -> way.bill().at(certain).lowUsd()));
  }

  /**
   * How often each technology is the cheapest, if every price is drawn from its range.
   *
   * @param lengthKm length of the fibre, above 0
   * @param bitsPerSecond the demand, above 0
   * @param draws how many lists of prices, at least 1
   * @param rng the randomness
   * @return one row for each technology, satellites last
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public List<Chance> chances(
      double lengthKm, double bitsPerSecond, int draws, RandomGenerator rng) {
    Require.positive("lengthKm", lengthKm);
    Require.positive("bitsPerSecond", bitsPerSecond);
    var all = technologies.stream().map(each -> ways(each, lengthKm, bitsPerSecond)).toList();
    double satellites = satellite.needed(bitsPerSecond);
    long[] wins =
        Parallel.counts(
            draws,
            DRAWS_PER_CHUNK,
            rng,
            all.size() + 1,
            (random, won) -> {
              int winner = winner(all, satellites, prices.drawn(random));
              if (winner >= 0) {
                won[winner]++;
              }
            });
    var chances = new ArrayList<Chance>();
    for (int t = 0; t < wins.length; t++) {
      String name = t < all.size() ? technologies.get(t).name() : satellite.name();
      chances.add(new Chance(name, Estimate.ofCount(wins[t], draws)));
    }
    return List.copyOf(chances);
  }

  /** The cheapest technology, then satellites; -1 if nothing is possible. */
  private static int winner(List<List<LineDesign.Way>> all, double satellites, PriceList drawn) {
    boolean possible = satellites < Double.POSITIVE_INFINITY;
    int best = possible ? all.size() : -1;
    double least =
        possible ? drawn.satellite().times(satellites).lowUsd() : Double.POSITIVE_INFINITY;
    for (int t = 0; t < all.size(); t++) {
      for (LineDesign.Way way : all.get(t)) {
        double usd = way.bill().at(drawn).lowUsd();
        if (usd < least) {
          least = usd;
          best = t;
        }
      }
    }
    return best;
  }

  /**
   * The cheapest tree of lines that connects cities and carries all demands.
   *
   * <p>The tree has the least length; each of its lines is built for the sum of the demands that
   * pass.
   *
   * @param cities nodes with places, at least 2
   * @param demands the demands between them, at least one
   * @return the lines
   * @throws IllegalArgumentException if a city has no place, or a demand ends elsewhere
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public NetworkPlan network(List<Node> cities, List<Demand> demands) {
    return CityTree.plan(this, cities, demands);
  }
}
