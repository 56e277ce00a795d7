package qnet.network;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.PushRelabelMFImpl;

/**
 * The fewest nodes whose loss, or whose betrayal, separates two nodes.
 *
 * <p>By Menger's theorem their number equals the largest number of routes without a common node: a
 * key that is split over all of these is safe until as many nodes are taken.
 *
 * <p>Valid for attackers who hold nodes; no key is read on a link.
 *
 * <p>Reference: K. Menger, Fund. Math. 10, 96 (1927), doi:10.4064/fm-10-1-96-115; by maximum flow
 * after L. R. Ford, D. R. Fulkerson, Can. J. Math. 8, 399 (1956), doi:10.4153/CJM-1956-045-5.
 *
 * @param nodes the ids of the nodes to take, one of possibly several smallest sets
 * @param reason why no number of nodes suffices or none is needed; empty otherwise
 */
public record Cut(List<String> nodes, String reason) {
  private static final SplitGraph.Weights KEY_SEEN =
      new SplitGraph.Weights() {
        @Override
        public double ofNode(Node node) {
          return node.seesKey() ? 1 : UNCUTTABLE;
        }

        @Override
        public double ofLink() {
          return UNCUTTABLE;
        }
      };

  private static final double UNCUTTABLE = 1e6;

  /**
   * Checks the components.
   *
   * @param nodes as above
   * @param reason as above
   */
  public Cut {
    nodes = List.copyOf(nodes);
    Objects.requireNonNull(reason);
  }

  static Cut between(Network network, String from, String to) {
    var adjacency = new Adjacency(network);
    int start = adjacency.indexOf("from", from);
    int goal = adjacency.goal(from, to);
    if (!adjacency.connected(start, goal)) {
      return new Cut(List.of(), "no chain of relaying nodes connects the two");
    }
    var split = new SplitGraph(adjacency, start, goal, KEY_SEEN);
    var flow = new PushRelabelMFImpl<>(split.graph);
    double nodes = flow.calculateMinCut(SplitGraph.out(start), SplitGraph.in(goal));
    if (nodes >= UNCUTTABLE) {
      return new Cut(List.of(), "no number of nodes: a way without trusted nodes joins the two");
    }
    var near = flow.getSourcePartition();
    return new Cut(
        IntStream.range(0, adjacency.size())
            .filter(i -> near.contains(SplitGraph.in(i)) && !near.contains(SplitGraph.out(i)))
            .filter(i -> i != start && i != goal && adjacency.node(i).relays())
            .mapToObj(i -> adjacency.node(i).id())
            .toList(),
        "");
  }

  /**
   * How many nodes an attacker must take.
   *
   * @return the number; {@link Integer#MAX_VALUE} if no number suffices, 0 if there is no key to
   *     read
   */
  public int size() {
    return reason.startsWith("no number") ? Integer.MAX_VALUE : nodes.size();
  }
}
