package qnet.network;

import java.util.HashMap;
import java.util.Map;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * A network in which every node has a door in and a door out, so that a node can be used up, or
 * cut, like a link.
 *
 * <p>Node i becomes the vertices 2i and 2i + 1. Of parallel links only the one with the most key is
 * kept.
 *
 * <p>Reference: L. R. Ford, D. R. Fulkerson, Flows in Networks (1962), section I.11.
 */
final class SplitGraph {
  final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
      new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);

  private final Map<DefaultWeightedEdge, Edge> links = new HashMap<>();

  /** What an edge of the split graph weighs. */
  interface Weights {
    double ofNode(Node node);

    double ofLink();
  }

  SplitGraph(Adjacency network, int start, int goal, Weights weights) {
    for (int i = 0; i < network.size(); i++) {
      graph.addVertex(in(i));
      graph.addVertex(out(i));
    }
    for (int i = 0; i < network.size(); i++) {
      if (i != start && i != goal && network.node(i).relays()) {
        var door = graph.addEdge(in(i), out(i));
        graph.setEdgeWeight(door, weights.ofNode(network.node(i)));
      }
      for (Edge edge : network.edges(i)) {
        addLink(i, network.other(edge, i), edge, weights.ofLink());
      }
    }
  }

  static int in(int node) {
    return 2 * node;
  }

  static int out(int node) {
    return 2 * node + 1;
  }

  private void addLink(int from, int to, Edge edge, double weight) {
    var arc = graph.getEdge(out(from), in(to));
    if (arc == null) {
      arc = graph.addEdge(out(from), in(to));
      graph.setEdgeWeight(arc, weight);
      links.put(arc, edge);
    } else if (edge.bitsPerSecond() > links.get(arc).bitsPerSecond()) {
      links.put(arc, edge);
    }
  }

  /** The link behind an edge of the split graph, null for the inside of a node. */
  Edge link(DefaultWeightedEdge arc) {
    return links.get(arc);
  }
}
