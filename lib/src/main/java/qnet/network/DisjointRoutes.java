package qnet.network;

import java.util.Objects;
import org.jgrapht.alg.shortestpath.BhandariKDisjointShortestPaths;
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
                .map(path -> path.getEdgeList().stream().map(split::link).filter(Objects::nonNull))
                .map(links -> adjacency.route(start, links.toList()))
                .toList());
  }
}
