package qnet.channel;

/**
 * Where a satellite is for a station at one time.
 *
 * @param timeS the time in seconds
 * @param radiusKm distance from the centre of the Earth in kilometres
 * @param aboveHorizonKm height above the plane of the horizon in kilometres
 * @param rangeKm distance from the station in kilometres
 */
record Sighting(double timeS, double radiusKm, double aboveHorizonKm, double rangeKm) {
  double sinElevation() {
    return aboveHorizonKm / rangeKm;
  }

  /**
   * Above 0 where the satellite is above an elevation, and as smooth as its path.
   *
   * <p>c = (r − p)·u − sin ε·|r − p|
   *
   * <p>for the satellite at r, the station at p and the vertical u.
   */
  double clearanceKm(double sinElevation) {
    return aboveHorizonKm - sinElevation * rangeKm;
  }

  /** Farther out than a pole; no for a place that is no number. */
  boolean isAboveGround() {
    return radiusKm > Earth.EQUATORIAL_RADIUS_KM * (1 - Earth.FLATTENING);
  }
}
