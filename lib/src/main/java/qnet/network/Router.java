package qnet.network;

import java.util.Arrays;
import java.util.LinkedList;
import java.util.PriorityQueue;
import qnet.run.Parallel;

/**
 * Finds best routes by Dijkstra's algorithm over any {@link RouteMetric}; of routes of equal cost
 * one that was reached over fewer links.
 *
 * <p>Reference: E. W. Dijkstra, Numer. Math. 1, 269 (1959), doi:10.1007/BF01386390.
 */
final class Router {
  private static final String NOT_CONNECTED = "no chain of relaying nodes connects the two";
  private static final String NOT_USABLE =
      "the metric forbids every way: a number it needs is not known, or a link makes no key";

  private final Adjacency graph;
  private final RouteMetric metric;

  /** A node that was reached, with the cost and the number of links of the way there. */
  private record Reached(int node, double cost, int links) implements Comparable<Reached> {
    @Override
    public int compareTo(Reached other) {
      int byCost = Double.compare(cost, other.cost);
      return byCost != 0 ? byCost : Integer.compare(links, other.links);
    }
  }

  Router(Network network, RouteMetric metric) {
    this.graph = new Adjacency(network);
    this.metric = metric;
  }

  Route route(String from, String to) {
    int start = graph.indexOf("from", from);
    int goal = graph.goal(from, to);
    int nodes = graph.size();
    var lastEdge = new Edge[nodes];
    double[] costs = new double[nodes];
    int[] links = new int[nodes];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    costs[start] = 0;
    boolean[] done = new boolean[nodes];
    var queue = new PriorityQueue<Reached>();
    queue.add(new Reached(start, 0, 0));
    while (!queue.isEmpty() && !done[goal]) {
      Parallel.checkInterrupt();
      Reached at = queue.poll();
      int i = at.node;
      if (done[i]) {
        continue;
      }
      done[i] = true;
      if (i != start && !graph.node(i).relays()) {
        continue;
      }
      for (Edge edge : graph.edges(i)) {
        int j = graph.other(edge, i);
        double cost = extend(at.cost, edge, j);
        boolean better = cost < costs[j] || cost == costs[j] && at.links + 1 < links[j];
        if (!done[j] && better && cost < Double.POSITIVE_INFINITY) {
          costs[j] = cost;
          links[j] = at.links + 1;
          lastEdge[j] = edge;
          queue.add(new Reached(j, cost, links[j]));
        }
      }
    }
    if (!done[goal]) {
      return Route.none(from, to, graph.connected(start, goal) ? NOT_USABLE : NOT_CONNECTED);
    }
    return trace(start, goal, lastEdge);
  }

  private double extend(double costSoFar, Edge edge, int next) {
    double cost = metric.extend(costSoFar, edge, graph.node(next));
    if (cost < costSoFar) {
      throw new IllegalArgumentException(
          "the metric must not fall along a route, fell from " + costSoFar + " to " + cost);
    }
    return cost; // NaN is never below a known cost, so it forbids the link
  }

  private Route trace(int start, int goal, Edge[] lastEdge) {
    var edges = new LinkedList<Edge>();
    for (int i = goal; i != start; i = graph.other(edges.getFirst(), i)) {
      edges.addFirst(lastEdge[i]);
    }
    return graph.route(start, edges);
  }
}
