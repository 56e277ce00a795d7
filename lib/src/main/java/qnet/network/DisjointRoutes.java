package qnet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BhandariKDisjointShortestPaths;
import org.jgrapht.graph.DefaultWeightedEdge;
import qnet.run.Require;

/**
 * Finds routes without a common node and with the fewest links in all.
 *
 * <p>Reference: R. Bhandari, Survivable Networks (1999); with nodes split in two, routes without a
 * common edge have no common node.
 */
final class DisjointRoutes {
  private static final SplitGraph.Weights LINKS_COUNT =
      new SplitGraph.Weights() {
        @Override
        public double ofNode(Node node) {
          return 0;
        }

        @Override
        public double ofLink() {
          return 1;
        }
      };

  private DisjointRoutes() {}

  static RouteSet find(Network network, String from, String to, int most) {
    Require.atLeast("most", most, 1);
    var adjacency = new Adjacency(network);
    int start = adjacency.indexOf("from", from);
    int goal = adjacency.goal(from, to);
    var split = new SplitGraph(adjacency, start, goal, LINKS_COUNT);
    return new RouteSet(
        new BhandariKDisjointShortestPaths<>(split.graph)
            .getPaths(SplitGraph.out(start), SplitGraph.in(goal), most).stream()
                .map(path -> route(adjacency, start, goal, split, path))
                .toList());
  }

  private static Route route(
      Adjacency network,
      int start,
      int goal,
      SplitGraph split,
      GraphPath<Integer, DefaultWeightedEdge> path) {
    List<Edge> edges =
        path.getEdgeList().stream().map(split::link).filter(Objects::nonNull).toList();
    List<Node> nodes = new ArrayList<>(List.of(network.node(start)));
    int at = start;
    for (Edge edge : edges) {
      at = network.other(edge, at);
      nodes.add(network.node(at));
    }
    return new Route(network.node(start).id(), network.node(goal).id(), nodes, edges, "");
  }
}
