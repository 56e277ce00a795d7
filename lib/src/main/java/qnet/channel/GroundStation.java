package qnet.channel;

import java.time.Instant;
import qnet.run.Require;

/**
 * A place on the ground from which satellites are seen.
 *
 * <p>Valid for: the ellipsoid WGS 84 at sea level.
 *
 * <p>Ignores: refraction (0.5° at the horizon, 0.05° at 15°), hills, the height of the place.
 *
 * <p>Reference: D. A. Vallado, Fundamentals of Astrodynamics and Applications, 4th ed. (2013), Eq.
 * (3-7), for the place on the ellipsoid.
 *
 * @param latitudeDeg geodetic latitude in degrees, from −90 to 90
 * @param longitudeDeg longitude in degrees, east positive, from −180 to 360
 */
public record GroundStation(double latitudeDeg, double longitudeDeg) {
  /**
   * Checks the components.
   *
   * @param latitudeDeg as above
   * @param longitudeDeg as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public GroundStation {
    Require.between("latitudeDeg", latitudeDeg, -90, 90);
    Require.between("longitudeDeg", longitudeDeg, -180, 360);
  }

  /**
   * Xinglong near Beijing, which received the first key of Micius: 40.4° N, 117.6° E.
   *
   * @return the station
   */
  public static GroundStation xinglong() {
    return new GroundStation(40.4, 117.6);
  }

  /**
   * Nanshan near Urumqi: 43.5° N, 87.2° E.
   *
   * @return the station
   */
  public static GroundStation nanshan() {
    return new GroundStation(43.5, 87.2);
  }

  /**
   * Delingha in Qinghai, 1120 km from Nanshan: 37.4° N, 97.7° E.
   *
   * @return the station
   */
  public static GroundStation delingha() {
    return new GroundStation(37.4, 97.7);
  }

  /**
   * The place of the station.
   *
   * @return its place on axes that rotate with the Earth
   */
  public Position position() {
    var up = up();
    double squash = (1 - Earth.FLATTENING) * (1 - Earth.FLATTENING);
    double sin = up.zKm();
    // Vallado 2013, Eq. (3-7)
    double normalKm = Earth.EQUATORIAL_RADIUS_KM / Math.sqrt(1 - (1 - squash) * sin * sin);
    return new Position(normalKm * up.xKm(), normalKm * up.yKm(), normalKm * squash * sin);
  }

  /** Away from the ellipsoid, of length 1. */
  Position up() {
    double latitude = Math.toRadians(latitudeDeg);
    double longitude = Math.toRadians(longitudeDeg);
    return new Position(
        Math.cos(latitude) * Math.cos(longitude),
        Math.cos(latitude) * Math.sin(longitude),
        Math.sin(latitude));
  }

  /**
   * The straight distance to another place, through the air or the ground.
   *
   * @param place the other place
   * @return the distance in kilometres
   */
  public double rangeKm(Position place) {
    return position().distanceKm(place);
  }

  /**
   * The elevation of a place above the horizon.
   *
   * @param place the place of a satellite
   * @return the elevation in degrees, negative below the horizon
   */
  public double elevationDeg(Position place) {
    return Math.toDegrees(Math.asin(new View(this).at(0, place).sinElevation()));
  }

  /**
   * The elevation of the sun.
   *
   * @param time the time in UTC
   * @return the elevation of its centre in degrees, without refraction; negative below the horizon
   */
  public double sunElevationDeg(Instant time) {
    return Math.toDegrees(Math.asin(up().dot(Sun.direction(time))));
  }

  /**
   * All passes of a satellite in a time: those that culminate in it, each as a whole, until the
   * satellite comes down. One that does not rise or set within a day of the time is cut there.
   *
   * @param orbit the orbit
   * @param minElevationDeg elevation above which the satellite counts as seen, in degrees, from 0
   *     to 90
   * @param from the beginning in UTC
   * @param days length of the time in days, above 0
   * @return the passes in order
   * @throws IllegalArgumentException if the satellite never rises that high here, because the orbit
   *     does not come near enough to the latitude
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Overpasses overpasses(Orbit orbit, double minElevationDeg, Instant from, double days) {
    Require.between("minElevationDeg", minElevationDeg, 0, 90);
    Require.positive("days", days);
    return new Overpasses(new PassSearch(this, orbit, minElevationDeg, from, days).passes(), days);
  }

  /**
   * All passes of a satellite in the time after the epoch of its orbit.
   *
   * @param orbit the orbit
   * @param minElevationDeg elevation above which the satellite counts as seen, in degrees, from 0
   *     to 90
   * @param days length of the time in days, above 0
   * @return the passes in order
   * @throws IllegalArgumentException if the satellite never rises that high here
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Overpasses overpasses(Orbit orbit, double minElevationDeg, double days) {
    return overpasses(orbit, minElevationDeg, orbit.epoch(), days);
  }
}
