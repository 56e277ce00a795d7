package qnet.network;

import java.util.ArrayList;
import java.util.List;
import qnet.run.Require;

/**
 * A planned network of cities.
 *
 * @param cities the cities
 * @param demands the demands that it serves
 * @param lines its lines
 */
public record NetworkPlan(List<Node> cities, List<Demand> demands, List<PlannedLine> lines) {
  /**
   * Keeps unmodifiable lists.
   *
   * @param cities as above
   * @param demands as above
   * @param lines as above
   */
  public NetworkPlan {
    cities = List.copyOf(cities);
    demands = List.copyOf(demands);
    lines = List.copyOf(lines);
  }

  /**
   * What all lines cost together.
   *
   * @return the cost; unknown if a line is not possible
   */
  public CostRange cost() {
    return lines.stream().map(line -> line.plan().cost()).reduce(CostRange.ZERO, CostRange::plus);
  }

  /**
   * What all lines cost together if every price is in the middle of its range.
   *
   * @return the cost in US dollars; NaN if a line is not possible
   */
  public double typicalUsd() {
    return lines.stream().mapToDouble(line -> line.plan().typicalUsd()).sum();
  }

  /**
   * What each city pays a year, if all share alike.
   *
   * @param years the time of the plan, above 0
   * @return the cost of a city and a year
   */
  public CostRange perCityAndYear(double years) {
    Require.positive("years", years);
    return cost().times(1 / (cities.size() * years));
  }

  /**
   * What a delivered bit of key costs.
   *
   * @param years the time of the plan, above 0
   * @return dollars per bit
   */
  public CostRange perBit(double years) {
    Require.positive("years", years);
    double bitsPerSecond = demands.stream().mapToDouble(Demand::bitsPerSecond).sum();
    return cost().times(1 / (bitsPerSecond * years * LineDesign.SECONDS_PER_YEAR));
  }

  /**
   * The trusted nodes on all lines.
   *
   * @return their number, without the cities
   */
  public long trustedNodes() {
    return lines.stream().mapToLong(line -> line.plan().trustedNodes()).sum();
  }

  /**
   * The plan as a network, with its trusted nodes on the straight lines between the cities.
   *
   * @return cities, assumed nodes between them, and links with key rates
   */
  public Network toNetwork() {
    var all = new ArrayList<>(cities);
    var edges = new ArrayList<Edge>();
    for (PlannedLine line : lines) {
      Node a = city(line.from());
      Node b = city(line.to());
      Node last = a;
      long spans = Math.max(1, line.plan().spans());
      for (int i = 1; i <= spans; i++) {
        Node next = i == spans ? b : between(a, b, i, spans);
        if (i < spans) {
          all.add(next);
        }
        edges.add(
            Edge.ofKeyRate(last.id(), next.id(), line.plan().bitsPerSecond())
                .withLengthKm(line.plan().spanKm())
                .withAssumed(true));
        last = next;
      }
    }
    return new Network(all, edges);
  }

  private Node city(String id) {
    return cities.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }

  private static Node between(Node a, Node b, int step, long steps) {
    double part = (double) step / steps;
    return Node.at(
            a.id() + "-" + b.id() + " " + step,
            a.latitudeDeg() + part * (b.latitudeDeg() - a.latitudeDeg()),
            a.longitudeDeg() + part * (b.longitudeDeg() - a.longitudeDeg()))
        .withAssumed(true);
  }
}
