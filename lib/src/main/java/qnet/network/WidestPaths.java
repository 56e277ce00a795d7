package qnet.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The key rate of the best route between every pair of nodes at once.
 *
 * <p>R(s, t) = max over routes of min over their links = the smallest rate on the way from s to t
 * in a maximum spanning tree
 *
 * <p>The links are taken in the order of their rates, the best first, and each that joins two parts
 * of the network joins them for good (Kruskal). Parts are kept as shallow trees, the smaller hung
 * below the larger, so that a question climbs at most log₂ n steps.
 *
 * <p>Links of which the rate is not known count as links without key. Nodes that pass on nothing
 * can only be ends.
 *
 * <p>References: J. B. Kruskal, Proc. Am. Math. Soc. 7, 48 (1956), doi:10.2307/2033241; T. C. Hu,
 * Oper. Res. 9, 898 (1961), doi:10.1287/opre.9.6.898, for the widest routes in the tree.
 */
public final class WidestPaths {
  private final Adjacency graph;
  private final int[] parent;
  private final double[] rateToParent;
  private final List<Bottleneck> bottlenecks = new ArrayList<>();

  private WidestPaths(Network network) {
    graph = new Adjacency(network);
    int nodes = graph.size();
    parent = new int[nodes];
    rateToParent = new double[nodes];
    Arrays.setAll(parent, i -> i);
    Arrays.fill(rateToParent, Double.NEGATIVE_INFINITY);
    int[] size = new int[nodes];
    Arrays.fill(size, 1);
    network.edges().stream()
        .filter(edge -> edge.bitsPerSecond() > 0)
        .sorted(Comparator.comparingDouble(Edge::bitsPerSecond).reversed())
        .forEach(edge -> join(edge, size));
    bottlenecks.sort(Comparator.comparingDouble(Bottleneck::bitsPerSecond));
  }

  static WidestPaths of(Network network) {
    return new WidestPaths(network);
  }

  private void join(Edge edge, int[] size) {
    int a = graph.indexOf("a", edge.a());
    int b = graph.indexOf("b", edge.b());
    if (!graph.node(a).relays() || !graph.node(b).relays()) {
      return;
    }
    int rootA = root(a);
    int rootB = root(b);
    if (rootA == rootB) {
      return;
    }
    int large = size[rootA] < size[rootB] ? rootB : rootA;
    int small = large == rootA ? rootB : rootA;
    bottlenecks.add(
        new Bottleneck(
            edge.id(), edge.a(), edge.b(), edge.bitsPerSecond(), (long) size[rootA] * size[rootB]));
    parent[small] = large;
    rateToParent[small] = edge.bitsPerSecond();
    size[large] += size[small];
  }

  private int root(int node) {
    int i = node;
    while (parent[i] != i) {
      i = parent[i];
    }
    return i;
  }

  /**
   * The most key per second that a single route can carry between two nodes.
   *
   * @param from the id of one end
   * @param to the id of the other end
   * @return the rate in bit/s, 0 if there is no route
   * @throws IllegalArgumentException if an end is unknown, or the ends are the same
   */
  public double bitsPerSecond(String from, String to) {
    return between(graph.indexOf("from", from), graph.goal(from, to));
  }

  private double between(int s, int t) {
    if (!graph.node(s).relays()) {
      return fromUser(s, t);
    }
    return graph.node(t).relays() ? inTree(s, t) : fromUser(t, s);
  }

  /** A node that passes on nothing reaches the others over one of its own links. */
  private double fromUser(int user, int other) {
    double best = 0;
    for (Edge edge : graph.edges(user)) {
      int next = graph.other(edge, user);
      double onwards =
          next == other
              ? Double.POSITIVE_INFINITY
              : graph.node(next).relays() ? between(next, other) : 0;
      best = Math.max(best, Math.min(edge.bitsPerSecond() > 0 ? edge.bitsPerSecond() : 0, onwards));
    }
    return best;
  }

  /** Towards its root a tree holds ever smaller rates: the larger step first. */
  private double inTree(int s, int t) {
    int i = s;
    int j = t;
    double least = Double.POSITIVE_INFINITY;
    while (i != j) {
      if (parent[i] == i && parent[j] == j) {
        return 0;
      }
      if (rateToParent[i] >= rateToParent[j]) {
        least = rateToParent[i];
        i = parent[i];
      } else {
        least = rateToParent[j];
        j = parent[j];
      }
    }
    return least;
  }

  /**
   * The links of the tree, the weakest first, each with the number of pairs that it limits.
   *
   * @return one link fewer than there are relaying nodes in each connected part
   */
  public List<Bottleneck> bottlenecks() {
    return List.copyOf(bottlenecks);
  }
}
