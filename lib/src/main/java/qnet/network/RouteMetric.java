package qnet.network;

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
   * The fewest links.
   *
   * @return the metric
   */
  static RouteMetric fewestLinks() {
    return (cost, edge, next) -> cost + 1;
  }
}
