package qnet.qkd;

import qnet.channel.Fiber;
import qnet.channel.Link;

/**
 * A protocol that makes secret key over a link.
 *
 * <p>The interface is open: a protocol of one's own is one line.
 *
 * <pre>{@code QkdProtocol mine = link -> KeyRate.of(link.transmittance() / 2, 0);}</pre>
 */
@FunctionalInterface
public interface QkdProtocol {
  /**
   * The key rate over a link. Too much loss is a zero key rate, not an exception.
   *
   * @param link the link from Alice to Bob
   * @return the key rate
   */
  KeyRate over(Link link);

  /**
   * The length up to which this protocol makes key over a fibre.
   *
   * @param fiber the fibre; its own length does not count
   * @return the length in kilometres: 0 if there is no key at all, +∞ if there is still key at
   *     {@value Reach#LONGEST_KM} km
   */
  default double maxReachKm(Fiber fiber) {
    return Reach.km(this, fiber::withLengthKm);
  }
}
