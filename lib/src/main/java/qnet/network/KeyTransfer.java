package qnet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import qnet.run.Require;

/**
 * A key that travels from node to node, encrypted anew on every link.
 *
 * <p>sent = held ⊕ pad, held at the next node = sent ⊕ pad
 *
 * <p>Valid for keys of up to 64 bits, to look at; {@link KeyRelay} moves many of 256 bits.
 *
 * <p>Reference: M. Peev et al., New J. Phys. 11, 075001 (2009), doi:10.1088/1367-2630/11/7/075001.
 *
 * @param hops the steps in order
 * @param arrived the secret at the far end
 */
public record KeyTransfer(List<Hop> hops, String arrived) {
  private static final int MOST_BITS = 64;

  /**
   * Keeps an unmodifiable list.
   *
   * @param hops as above
   * @param arrived as above
   */
  public KeyTransfer {
    hops = List.copyOf(hops);
  }

  /**
   * Sends a fresh random key along a route.
   *
   * @param route the route
   * @param bits the length of the key, from 1 to 64
   * @param rng the randomness of key and pads
   * @return every step of it
   * @throws IllegalArgumentException if there is no route or {@code bits} is out of range
   */
  public static KeyTransfer over(Route route, int bits, RandomGenerator rng) {
    Require.between("bits", bits, 1, MOST_BITS);
    return over(route, bits, rng.nextLong() >>> (MOST_BITS - bits), rng);
  }

  /**
   * Sends a key in shares, one along each route; only all shares together, added bit by bit, give
   * the key.
   *
   * @param routes the routes
   * @param bits the length of the key, from 1 to 64
   * @param rng the randomness of key, shares and pads
   * @return the transfer of each share
   * @throws IllegalArgumentException if there is no route or {@code bits} is out of range
   */
  public static List<KeyTransfer> split(RouteSet routes, int bits, RandomGenerator rng) {
    Require.between("bits", bits, 1, MOST_BITS);
    Require.atLeast("routes", routes.routes().size(), 1);
    int unused = MOST_BITS - bits;
    long left = rng.nextLong() >>> unused;
    var transfers = new ArrayList<KeyTransfer>();
    for (int i = 0; i < routes.routes().size(); i++) {
      boolean last = i == routes.routes().size() - 1;
      long share = last ? left : rng.nextLong() >>> unused;
      left ^= share;
      transfers.add(over(routes.routes().get(i), bits, share, rng));
    }
    return List.copyOf(transfers);
  }

  private static KeyTransfer over(Route route, int bits, long secret, RandomGenerator rng) {
    if (!route.exists()) {
      throw new IllegalArgumentException("a key needs a route: " + route.reason());
    }
    long run = rng.nextLong();
    long mask = -1L >>> (MOST_BITS - bits);
    long held = secret;
    var hops = new ArrayList<Hop>();
    for (int i = 0; i < route.edges().size(); i++) {
      var store = new PadStore(run, i);
      long sent = store.encrypt(held) & mask;
      hops.add(
          new Hop(
              route.nodes().get(i).id(),
              route.nodes().get(i + 1).id(),
              text(held, bits),
              text(held ^ sent, bits),
              text(sent, bits)));
      held = store.decrypt(sent) & mask;
    }
    return new KeyTransfer(hops, text(held, bits));
  }

  private static String text(long word, int bits) {
    String digits = Long.toBinaryString(word);
    return "0".repeat(bits - digits.length()) + digits;
  }
}
