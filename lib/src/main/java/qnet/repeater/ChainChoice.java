package qnet.repeater;

/**
 * One way to build a chain, and what it gives.
 *
 * @param segments into how many segments the link is cut
 * @param cutoffMs after which storage time a qubit is given up, in milliseconds
 * @param purification where pairs are purified
 * @param bitsPerSecond secret bits per second; 0 if there are none, or the chain hardly ever
 *     delivers
 * @param pairsPerSecond pairs from end to end per second
 * @param fidelity of the mean pair
 */
public record ChainChoice(
    int segments,
    double cutoffMs,
    PurificationPlan purification,
    double bitsPerSecond,
    double pairsPerSecond,
    double fidelity) {
  /**
   * A chain built this way.
   *
   * @param chain gives the link, the heralding, the memories and the swaps
   * @return the chain with this number of segments, this cut-off and this purification
   */
  public Chain applyTo(Chain chain) {
    return ChainSearch.variant(chain, segments, cutoffMs, purification);
  }
}
