package qnet.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * One pass of a satellite over a station.
 *
 * @param rise when it comes above the lowest elevation, in UTC
 * @param culmination when it is highest
 * @param set when it goes below the lowest elevation
 * @param maxElevationDeg elevation at the culmination in degrees
 * @param sunElevationDeg elevation of the sun at the culmination in degrees
 */
public record Overpass(
    Instant rise,
    Instant culmination,
    Instant set,
    double maxElevationDeg,
    double sunElevationDeg) {
  /** Below it, the sky gets no light from the sun: astronomical twilight ends. */
  private static final double NIGHT_DEG = -18;

  /**
   * How long the satellite is seen.
   *
   * @return the time from rise to set in seconds
   */
  public double durationS() {
    return Duration.between(rise, set).toNanos() * 1e-9;
  }

  /**
   * Whether the pass is in the astronomical night, with the sun more than 18° below the horizon.
   *
   * @return true at night
   */
  public boolean isAtNight() {
    return sunElevationDeg < NIGHT_DEG;
  }
}
