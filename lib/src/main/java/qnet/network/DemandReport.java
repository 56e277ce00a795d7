package qnet.network;

/**
 * What became of the keys that two nodes asked for.
 *
 * @param from the id of one end
 * @param to the id of the other end
 * @param links how many links the route has, 0 if there is none
 * @param askedKeys keys asked for
 * @param servedKeys keys that arrived
 * @param wrongKeys keys that arrived different from what was sent; 0 unless a pad was used twice
 * @param bitsPerSecond secret key per second that arrived
 * @param reason why nothing can arrive; empty if there is a route
 */
public record DemandReport(
    String from,
    String to,
    int links,
    long askedKeys,
    long servedKeys,
    long wrongKeys,
    double bitsPerSecond,
    String reason) {
  /**
   * The part of the keys that arrived.
   *
   * @return from 0 to 1; NaN if none was asked for
   */
  public double servedFraction() {
    return (double) servedKeys / askedKeys;
  }
}
