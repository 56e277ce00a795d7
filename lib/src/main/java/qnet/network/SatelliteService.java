package qnet.network;

/**
 * A low satellite that makes key with each ground station as it passes, and carries it: a trusted
 * node that flies.
 *
 * <p>Key rate of a pair of stations: R = keyPerPassBits·passesPerDay/86 400
 *
 * <p>because the satellite announces the sum of the two keys, and the shorter one counts.
 *
 * <p>Valid for averages over days. Ignores weather, and the time a station waits for the next pass.
 *
 * @param keyPerPassBits secret key from one pass, above 0
 * @param passesPerDay useful passes over each station a day, above 0
 */
public record SatelliteService(double keyPerPassBits, double passesPerDay) {
  private static final double SECONDS_PER_DAY = 86_400;

  /**
   * Checks the components.
   *
   * @param keyPerPassBits as above
   * @param passesPerDay as above
   * @throws IllegalArgumentException if a component is not above 0
   */
  public SatelliteService {
    NetworkChecks.positive("keyPerPassBits", keyPerPassBits);
    NetworkChecks.positive("passesPerDay", passesPerDay);
  }

  /**
   * Jinan-1: 1.07 million bits in its best pass, and one such pass a day, which is an assumption.
   *
   * <p>Y. Li et al., Nature 640, 47 (2025), doi:10.1038/s41586-025-08739-z; the number as reported
   * by scitechdaily.com on 25 March 2025.
   *
   * @return the service
   */
  public static SatelliteService jinan1() {
    return new SatelliteService(1.07e6, 1);
  }

  /**
   * This service with other passes.
   *
   * @param keyPerPassBits secret key from one pass, above 0
   * @return the changed service
   */
  public SatelliteService withKeyPerPassBits(double keyPerPassBits) {
    return new SatelliteService(keyPerPassBits, passesPerDay);
  }

  /**
   * This service with more or fewer passes.
   *
   * @param passesPerDay useful passes over each station a day, above 0
   * @return the changed service
   */
  public SatelliteService withPassesPerDay(double passesPerDay) {
    return new SatelliteService(keyPerPassBits, passesPerDay);
  }

  /**
   * Key that one satellite brings to one pair of stations.
   *
   * @return bits per second, averaged over a day
   */
  public double bitsPerSecond() {
    return keyPerPassBits * passesPerDay / SECONDS_PER_DAY;
  }
}
