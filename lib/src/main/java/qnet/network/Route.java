package qnet.network;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import qnet.state.Swap;
import qnet.state.Werner;

/**
 * A route through a network, or the reason why there is none.
 *
 * <p>Key rate: R = min Rᵢ over its links
 *
 * <p>because each bit of the secret uses up one bit of the key of every link.
 *
 * <p>Valid for trusted nodes and one-time-pad encryption from node to node.
 *
 * <p>Reference: M. Peev et al., New J. Phys. 11, 075001 (2009), doi:10.1088/1367-2630/11/7/075001.
 *
 * @param from the id of one end
 * @param to the id of the other end
 * @param nodes all nodes from end to end, none if there is no route
 * @param edges the links between them
 * @param reason why there is no route; empty if there is one
 */
public record Route(String from, String to, List<Node> nodes, List<Edge> edges, String reason) {
  /**
   * Checks the components.
   *
   * @param from as above
   * @param to as above
   * @param nodes as above
   * @param edges as above
   * @param reason as above
   * @throws IllegalArgumentException if there is neither a route nor a reason, or both
   */
  public Route {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    if (edges.isEmpty() == reason.isEmpty()
        || nodes.size() != (edges.isEmpty() ? 0 : edges.size() + 1)) {
      throw new IllegalArgumentException(
          "a route must have links and nodes or a reason, was " + nodes + edges + reason);
    }
  }

  static Route none(String from, String to, String reason) {
    return new Route(from, to, List.of(), List.of(), reason);
  }

  /**
   * Whether there is a route.
   *
   * @return false if {@link #reason} says why not
   */
  public boolean exists() {
    return reason.isEmpty();
  }

  /**
   * The nodes on the way that could read the key, without the ends.
   *
   * @return their ids in order
   */
  public List<String> trustedNodes() {
    return nodes.stream()
        .skip(1)
        .limit(Math.max(0, nodes.size() - 2L))
        .filter(Node::seesKey)
        .map(Node::id)
        .toList();
  }

  /**
   * The link with the least key.
   *
   * @return the link
   * @throws IllegalArgumentException if there is no route
   */
  public Edge weakest() {
    if (!exists()) {
      throw new IllegalArgumentException("a weakest link needs a route: " + reason);
    }
    return edges.stream().reduce((x, y) -> y.bitsPerSecond() < x.bitsPerSecond() ? y : x).get();
  }

  /**
   * Secret key per second from end to end.
   *
   * @return the rate of the weakest link; 0 without a route, NaN if a rate is not known
   */
  public double bitsPerSecond() {
    return edges.stream().mapToDouble(Edge::bitsPerSecond).reduce(Math::min).orElse(0);
  }

  /**
   * The length of all links.
   *
   * @return the length in kilometres; NaN if one is not known or there is no route
   */
  public double lengthKm() {
    return exists() ? edges.stream().mapToDouble(Edge::lengthKm).sum() : Double.NaN;
  }

  /**
   * The pair that joins the ends after every node on the way has swapped entanglement, without
   * noise of its own.
   *
   * @param pair the pair that a link makes
   * @return the pair of the ends
   * @throws IllegalArgumentException if there is no route
   */
  public Werner swapped(Function<Edge, Werner> pair) {
    return edges.stream()
        .map(pair)
        .reduce(Swap::of)
        .orElseThrow(() -> new IllegalArgumentException("a pair needs a route: " + reason));
  }

  /**
   * Whether an attacker reads what travels on this route.
   *
   * @param taken the ids of the nodes that the attacker holds
   * @return true if one of them sees the key, at an end or on the way
   */
  public boolean exposedBy(Collection<String> taken) {
    return nodes.stream().anyMatch(node -> node.seesKey() && taken.contains(node.id()));
  }
}
