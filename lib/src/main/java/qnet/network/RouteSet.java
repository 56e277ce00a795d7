package qnet.network;

import java.util.Collection;
import java.util.List;

/**
 * Routes between the same two ends that have no other node in common.
 *
 * <p>A key k is split into shares k₁ ⊕ k₂ ⊕ … = k, one for each route. All but one of them are
 * random, so that whoever misses a single share knows nothing about k.
 *
 * <p>Key rate: min Rⱼ over the routes, if each carries one share of every bit; Σ Rⱼ if instead each
 * carries keys of its own.
 *
 * <p>Reference: L. Salvail, M. Peev, E. Diamanti, R. Alléaume, N. Lütkenhaus, T. Länger, J. Comput.
 * Secur. 18, 61 (2010), arXiv:0904.4072.
 *
 * @param routes the routes, shortest first
 */
public record RouteSet(List<Route> routes) {
  /**
   * Keeps an unmodifiable list.
   *
   * @param routes as above
   */
  public RouteSet {
    routes = List.copyOf(routes);
  }

  /**
   * Key per second if every route carries a share of every bit.
   *
   * @return the rate of the weakest route; 0 without a route
   */
  public double sharedBitsPerSecond() {
    return routes.stream().mapToDouble(Route::bitsPerSecond).min().orElse(0);
  }

  /**
   * Key per second if every route carries keys of its own.
   *
   * @return the sum of the rates
   */
  public double totalBitsPerSecond() {
    return routes.stream().mapToDouble(Route::bitsPerSecond).sum();
  }

  /**
   * Whether an attacker reads a key that was split over all routes.
   *
   * @param taken the ids of the nodes that the attacker holds
   * @return true if every route is exposed, and there is one
   */
  public boolean exposedBy(Collection<String> taken) {
    return !routes.isEmpty() && routes.stream().allMatch(route -> route.exposedBy(taken));
  }
}
