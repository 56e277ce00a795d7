package qnet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Networks drawn at random, and all simple routes through small ones. */
final class RandomNetworks {
  private RandomNetworks() {}

  /** A few nodes, some of which pass on nothing or see nothing, and a few links with key rates. */
  static Network small(SplittableRandom random) {
    int n = 2 + random.nextInt(6);
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < n; i++) {
      var role =
          switch (random.nextInt(8)) {
            case 0 -> Node.Role.USER;
            case 1 -> Node.Role.REPEATER;
            default -> Node.Role.TRUSTED_NODE;
          };
      nodes.add(Node.of("v" + i).withRole(role));
    }
    var edges = new ArrayList<Edge>();
    int links = random.nextInt(2 * n);
    for (int i = 0; i < links; i++) {
      int a = random.nextInt(n);
      int b = (a + 1 + random.nextInt(n - 1)) % n;
      double rate = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(12);
      edges.add(
          Edge.ofKeyRate("v" + a, "v" + b, rate)
              .withId("e" + i)
              .withLengthKm(1 + random.nextInt(9)));
    }
    return new Network(nodes, edges);
  }

  /** A large connected network in which every node relays. */
  static Network large(int n, SplittableRandom random) {
    var nodes = new ArrayList<Node>();
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < n; i++) {
      nodes.add(Node.of("v" + i));
      if (i > 0) {
        edges.add(edge(edges.size(), i, random.nextInt(i), random));
      }
    }
    for (int i = 0; i < 2 * n; i++) {
      int a = random.nextInt(n);
      edges.add(edge(edges.size(), a, (a + 1 + random.nextInt(n - 1)) % n, random));
    }
    return new Network(nodes, edges);
  }

  private static Edge edge(int id, int a, int b, SplittableRandom random) {
    return Edge.ofKeyRate("v" + a, "v" + b, 1 + 1000 * random.nextDouble())
        .withId("e" + id)
        .withLengthKm(1 + 100 * random.nextDouble());
  }

  /** Every route without a node twice, by trying all of them. */
  static List<Route> allRoutes(Network network, String from, String to) {
    var routes = new ArrayList<Route>();
    walk(network, to, new ArrayList<>(List.of(network.node(from))), new ArrayList<>(), routes);
    return routes;
  }

  private static void walk(
      Network network, String to, List<Node> nodes, List<Edge> edges, List<Route> routes) {
    Node at = nodes.get(nodes.size() - 1);
    if (at.id().equals(to)) {
      routes.add(new Route(nodes.get(0).id(), to, nodes, edges, ""));
      return;
    }
    if (nodes.size() > 1 && !at.relays()) {
      return;
    }
    for (Edge edge : network.edges()) {
      if (edge.a().equals(at.id()) || edge.b().equals(at.id())) {
        Node next = network.node(edge.other(at.id()));
        if (!nodes.contains(next)) {
          nodes.add(next);
          edges.add(edge);
          walk(network, to, nodes, edges, routes);
          nodes.remove(nodes.size() - 1);
          edges.remove(edges.size() - 1);
        }
      }
    }
  }

  static double cost(Route route, RouteMetric metric) {
    double cost = 0;
    for (int i = 0; i < route.edges().size(); i++) {
      cost = metric.extend(cost, route.edges().get(i), route.nodes().get(i + 1));
    }
    return Double.isNaN(cost) ? Double.POSITIVE_INFINITY : cost;
  }
}
