package qnet.network;

import java.util.List;
import java.util.random.RandomGenerator;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * A network that passes keys from trusted node to trusted node out of the stocks of its links.
 *
 * <p>Requests for keys come at random (a Poisson process of the demanded rate). A request takes one
 * key from the pool of every link of its route, or is refused if one of them holds too little. The
 * key itself travels: each link encrypts it with bits that are used only once.
 *
 * <p>For one demand on a route of one link whose pool holds a single key, a link of rate R serves
 * the part
 *
 * <p>1/(1 + λ·T), T = keyBits/R
 *
 * <p>of requests at the rate λ: after each key the pool is too empty for a time T. For large pools
 * and any route the served rate is the smaller one of the demand and the rate of the weakest link.
 *
 * <p>Valid for fixed routes and links that make key evenly. Ignores the time that a key travels,
 * and outages.
 *
 * <p>References: M. Peev et al., New J. Phys. 11, 075001 (2009), doi:10.1088/1367-2630/11/7/075001,
 * for pools and hops; for 1/(1 + λT) any text on counters with dead time, such as G. F. Knoll,
 * Radiation Detection and Measurement, 4th ed. (2010), Eq. (4.23).
 *
 * @param network the network, with key rates
 * @param metric how routes are chosen
 * @param keyBits the length of a key, at least 1
 * @param poolBits how much key a link stores at most, at least {@code keyBits}
 */
public record KeyRelay(Network network, RouteMetric metric, int keyBits, long poolBits) {
  private static final int AES_256_BITS = 256;
  private static final long POOL_BITS = 1L << 30;

  /**
   * Checks the components.
   *
   * @param network as above
   * @param metric as above
   * @param keyBits as above
   * @param poolBits as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public KeyRelay {
    Require.atLeast("keyBits", keyBits, 1);
    Require.atLeast("poolBits", poolBits, keyBits);
  }

  /**
   * Keys of 256 bits over the routes with the most key, and pools of 2³⁰ bits.
   *
   * @param network the network, with key rates
   * @return the relay
   */
  public static KeyRelay over(Network network) {
    return new KeyRelay(network, RouteMetric.mostKey(), AES_256_BITS, POOL_BITS);
  }

  /**
   * This relay over another network.
   *
   * @param network the network, with key rates
   * @return the changed relay
   */
  public KeyRelay withNetwork(Network network) {
    return new KeyRelay(network, metric, keyBits, poolBits);
  }

  /**
   * This relay with another choice of routes.
   *
   * @param metric what makes a route better
   * @return the changed relay
   */
  public KeyRelay withMetric(RouteMetric metric) {
    return new KeyRelay(network, metric, keyBits, poolBits);
  }

  /**
   * This relay with keys of another length.
   *
   * @param keyBits the length, at least 1
   * @return the changed relay
   */
  public KeyRelay withKeyBits(int keyBits) {
    return new KeyRelay(network, metric, keyBits, poolBits);
  }

  /**
   * This relay with other pools.
   *
   * @param poolBits how much key a link stores at most
   * @return the changed relay
   */
  public KeyRelay withPoolBits(long poolBits) {
    return new KeyRelay(network, metric, keyBits, poolBits);
  }

  /**
   * Relays keys for some time, from empty pools.
   *
   * @param demands the demands, at least one
   * @param hours how long, above 0
   * @param rng the randomness of requests, keys and pads
   * @return what arrived, and what is left
   * @throws IllegalArgumentException if there is no demand, or an end is unknown
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public RelayReport simulate(List<Demand> demands, double hours, RandomGenerator rng) {
    Require.atLeast("demands", demands.size(), 1);
    Require.positive("hours", hours);
    var routes =
        demands.stream().map(demand -> network.route(demand.from(), demand.to(), metric)).toList();
    long run = rng.nextLong();
    return Parallel.map(1, i -> new RelayRun(this, demands, routes, run).until(3600 * hours))
        .get(0);
  }
}
