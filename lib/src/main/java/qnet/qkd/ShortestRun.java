package qnet.qkd;

import qnet.channel.Link;

/**
 * Finds the number of pulses from which on a protocol makes key, by bisection of its logarithm.
 *
 * <p>Valid for a key that, once there is any, does not vanish as the block grows.
 */
final class ShortestRun {
  private static final double ACCURACY = 1e-6;

  private ShortestRun() {}

  static double timeS(CountedProtocol protocol, Link link, Security security) {
    double without = 1;
    double with = FiniteProtocol.MOST_PULSES;
    if (!hasKey(protocol, link, security, with)) {
      return Double.POSITIVE_INFINITY;
    }
    while (with > without * (1 + ACCURACY) && with > without + 1) {
      double middle = Math.sqrt(without * with);
      if (hasKey(protocol, link, security, middle)) {
        with = middle;
      } else {
        without = middle;
      }
    }
    return protocol.finite(block(with), security).blockTimeS(link);
  }

  private static boolean hasKey(
      CountedProtocol protocol, Link link, Security security, double pulses) {
    return protocol.finite(block(pulses), security).over(link).bitsPerUse() > 0;
  }

  private static Block block(double pulses) {
    return Block.ofPulses(Math.round(pulses));
  }
}
