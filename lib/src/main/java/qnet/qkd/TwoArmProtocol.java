package qnet.qkd;

import qnet.channel.Link;

/**
 * A protocol with a station between Alice and Bob: a source of photon pairs that sends one photon
 * to each, or a measurement on which the light of both meets.
 *
 * <p>The two arms may differ. Over a single link from end to end the station stands where {@link
 * Link#split()} puts it.
 */
@FunctionalInterface
public interface TwoArmProtocol extends QkdProtocol {
  /**
   * The key rate with the station at the end of both arms. Too much loss is a zero key rate, not an
   * exception.
   *
   * @param alice the arm between Alice and the station
   * @param bob the arm between Bob and the station
   * @return the key rate
   */
  KeyRate over(Link alice, Link bob);

  @Override
  default KeyRate over(Link link) {
    var halves = link.split();
    return over(halves.alice(), halves.bob());
  }
}
