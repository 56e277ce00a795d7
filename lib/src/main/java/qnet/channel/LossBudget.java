package qnet.channel;

/**
 * Where the light of a free-space link is lost.
 *
 * @param spreadingDb the beam is wider than the receiving telescope
 * @param pointingDb the beam trembles
 * @param airDb the air absorbs and scatters
 * @param opticsDb the receiving telescope, up to the detectors
 */
public record LossBudget(double spreadingDb, double pointingDb, double airDb, double opticsDb) {
  /**
   * The loss of the link.
   *
   * @return the sum of the terms in decibel
   */
  public double totalDb() {
    return spreadingDb + pointingDb + airDb + opticsDb;
  }
}
