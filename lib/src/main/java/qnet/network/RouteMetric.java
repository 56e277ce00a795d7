package qnet.network;

import java.util.function.Function;
import qnet.state.Werner;

/**
 * What makes one route better than another: a cost that grows from node to node, of which the
 * smallest is best.
 *
 * <p>The interface is open. A metric of one's own is one line:
 *
 * <pre>{@code RouteMetric loss = (cost, edge, next) -> cost + edge.link().lossDb();}</pre>
 *
 * <p>A route begins with the cost 0. An infinite cost forbids a link, and so does NaN, which stands
 * for what is not known. Valid for metrics that never fall along a route, and that keep the better
 * of two beginnings the better one, whatever follows: sums and maxima do.
 *
 * <p>Reference: J. L. Sobrinho, IEEE/ACM Trans. Netw. 10, 541 (2002), doi:10.1109/TNET.2002.801397,
 * for the two conditions.
 */
@FunctionalInterface
public interface RouteMetric {
  /**
   * The cost of a route that goes one link further.
   *
   * @param costSoFar cost of the route up to this link, ≥ 0
   * @param edge the link
   * @param next the node at its far end
   * @return the new cost, not below {@code costSoFar}
   */
  double extend(double costSoFar, Edge edge, Node next);

  /**
   * Most key: the time that the slowest link takes for a bit.
   *
   * <p>cost = max 1/R over the links
   *
   * @return the metric
   */
  static RouteMetric mostKey() {
    return (cost, edge, next) -> Math.max(cost, 1 / edge.bitsPerSecond());
  }

  /**
   * The shortest route: the sum of the lengths in kilometres.
   *
   * @return the metric
   */
  static RouteMetric shortest() {
    return (cost, edge, next) -> cost + edge.lengthKm();
  }

  /**
   * The fewest nodes that could read the key.
   *
   * @return the metric
   */
  static RouteMetric fewestTrustedNodes() {
    return (cost, edge, next) -> cost + (next.seesKey() ? 1 : 0);
  }

  /**
   * The most entanglement from end to end, if every node on the way swaps it perfectly.
   *
   * <p>cost = −Σ ln w over the links
   *
   * <p>because the visibilities w of Werner pairs multiply as the pairs are swapped. A pair without
   * visibility forbids its link.
   *
   * <p>Valid for perfect swaps; nodes that pass on nothing swap nothing.
   *
   * <p>Reference: H.-J. Briegel, W. Dür, J. I. Cirac, P. Zoller, Phys. Rev. Lett. 81, 5932 (1998),
   * doi:10.1103/PhysRevLett.81.5932, with perfect operations.
   *
   * @param pair the pair that a link makes
   * @return the metric
   */
  static RouteMetric mostEntanglement(Function<Edge, Werner> pair) {
    return (cost, edge, next) -> cost - Math.log(Math.min(1, pair.apply(edge).visibility()));
  }

  /**
   * The fewest links.
   *
   * @return the metric
   */
  static RouteMetric fewestLinks() {
    return (cost, edge, next) -> cost + 1;
  }
}
