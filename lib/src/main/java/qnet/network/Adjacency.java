package qnet.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network by indices: the nodes from 0, and the links at each. */
final class Adjacency {
  private final List<Node> nodes;
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<List<Edge>> edgesAt = new ArrayList<>();

  Adjacency(Network network) {
    nodes = network.nodes();
    for (Node node : nodes) {
      indices.put(node.id(), indices.size());
      edgesAt.add(new ArrayList<>());
    }
    for (Edge edge : network.edges()) {
      edgesAt.get(indices.get(edge.a())).add(edge);
      edgesAt.get(indices.get(edge.b())).add(edge);
    }
  }

  int size() {
    return nodes.size();
  }

  Node node(int index) {
    return nodes.get(index);
  }

  List<Edge> edges(int index) {
    return edgesAt.get(index);
  }

  int other(Edge edge, int index) {
    return indices.get(edge.other(nodes.get(index).id()));
  }

  /** The route along links that follow each other. */
  Route route(int start, List<Edge> edges) {
    List<Node> passed = new ArrayList<>(List.of(node(start)));
    int at = start;
    for (Edge edge : edges) {
      at = other(edge, at);
      passed.add(node(at));
    }
    return new Route(node(start).id(), node(at).id(), passed, edges, "");
  }

  int indexOf(String what, String id) {
    Integer index = indices.get(id);
    if (index == null) {
      throw new IllegalArgumentException(
          what + " must be a node of the network, was \"" + id + "\"");
    }
    return index;
  }

  /** The index of the far end of a route. */
  int goal(String from, String to) {
    if (from.equals(to)) {
      throw new IllegalArgumentException("to must differ from from, was \"" + to + "\" twice");
    }
    return indexOf("to", to);
  }

  boolean connected(int start, int goal) {
    return reachable(start, new boolean[size()])[goal];
  }

  /** The nodes that a route from {@code start} can reach if some nodes may not pass it on. */
  boolean[] reachable(int start, boolean[] blocked) {
    boolean[] reached = new boolean[size()];
    reached[start] = true;
    var queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      int i = queue.poll();
      if (i != start && (blocked[i] || !node(i).relays())) {
        continue;
      }
      for (Edge edge : edges(i)) {
        int j = other(edge, i);
        if (!reached[j]) {
          reached[j] = true;
          queue.add(j);
        }
      }
    }
    return reached;
  }
}
