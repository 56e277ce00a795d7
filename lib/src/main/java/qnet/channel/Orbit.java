package qnet.channel;

import java.time.Instant;

/**
 * The path of a satellite, as seen from the rotating Earth.
 *
 * <p>The interface is open; {@link CircularOrbit} and {@link TleOrbit} implement it.
 */
public interface Orbit {
  /**
   * Where the satellite is; called from several threads at a time.
   *
   * @param time the time in UTC
   * @return its place on axes that rotate with the Earth
   */
  Position at(Instant time);

  /**
   * The time from which the orbit is known best.
   *
   * @return the epoch in UTC
   */
  Instant epoch();

  /**
   * The angle between orbit and equator.
   *
   * @return the inclination in degrees, above 90 against the rotation of the Earth
   */
  double inclinationDeg();

  /**
   * The greatest height above the mean surface of the Earth, at 6371 km from its centre.
   *
   * @return the height in kilometres
   */
  double altitudeKm();
}
