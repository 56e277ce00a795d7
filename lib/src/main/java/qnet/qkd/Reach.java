package qnet.qkd;

import java.util.function.DoubleFunction;
import qnet.channel.Link;

/**
 * How far a protocol makes key: the length at which its key rate becomes zero, by bisection.
 *
 * <p>Valid for a key rate that, once it is zero, stays zero as the link gets longer.
 *
 * <p>Ignores that a rate close to the limit is too small to be of use.
 */
public final class Reach {
  /** A link longer than this counts as endless: half of the Earth's circumference. */
  public static final double LONGEST_KM = 20_000;

  private Reach() {}

  /**
   * The greatest length with a positive key rate, to a relative accuracy of 10⁻¹².
   *
   * @param protocol the protocol
   * @param linkOfKm gives the link of a length in kilometres, for example {@code
   *     Fiber.standard()::withLengthKm}
   * @return the length in kilometres: 0 if there is no key at all, +∞ if there is still key at
   *     {@value #LONGEST_KM} km
   */
  public static double km(QkdProtocol protocol, DoubleFunction<? extends Link> linkOfKm) {
    double withKey = 0;
    double without = LONGEST_KM;
    if (!hasKey(protocol, linkOfKm.apply(withKey))) {
      return 0;
    }
    if (hasKey(protocol, linkOfKm.apply(without))) {
      return Double.POSITIVE_INFINITY;
    }
    while (without - withKey > 1e-12 * without) {
      double middle = (withKey + without) / 2;
      if (hasKey(protocol, linkOfKm.apply(middle))) {
        withKey = middle;
      } else {
        without = middle;
      }
    }
    return withKey;
  }

  private static boolean hasKey(QkdProtocol protocol, Link link) {
    return protocol.over(link).bitsPerUse() > 0;
  }
}
