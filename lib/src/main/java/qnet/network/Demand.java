package qnet.network;

import qnet.run.Require;

/**
 * Key that two nodes want to share, on average.
 *
 * @param from the id of one end
 * @param to the id of the other end
 * @param bitsPerSecond secret key per second, above 0
 */
public record Demand(String from, String to, double bitsPerSecond) {
  /**
   * Checks the components.
   *
   * @param from as above
   * @param to as above
   * @param bitsPerSecond as above
   * @throws IllegalArgumentException if the ends are the same or the rate is not above 0
   */
  public Demand {
    if (from.equals(to)) {
      throw new IllegalArgumentException("to must differ from from, was \"" + to + "\" twice");
    }
    Require.positive("bitsPerSecond", bitsPerSecond);
  }
}
