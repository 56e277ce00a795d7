package qnet.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import qnet.run.Require;

/**
 * A satellite on a circular orbit around the rotating, flattened Earth.
 *
 * <p>dΩ/dt = −(3/2)·J₂·(R_e/r)²·n·cos i
 *
 * <p>du/dt = n·[1 + (3/2)·J₂·(R_e/r)²·(4·cos² i − 1)], n = √(GM/r³)
 *
 * <p>for the right ascension Ω of the ascending node and the angle u from the node to the
 * satellite: the flattening of the Earth (J₂) turns the orbit steadily, by 0.9856° a day for one
 * that keeps its angle to the sun.
 *
 * <p>Valid for: weeks, without manoeuvres; a year's number of passes, not the minute of each.
 *
 * <p>Ignores: what J₂ does within a revolution (some 10 km, a second or two), air drag, sun and
 * moon.
 *
 * <p>Reference: D. A. Vallado, Fundamentals of Astrodynamics and Applications, 4th ed. (2013), Sec.
 * 9.6, secular effects of J₂ at zero eccentricity.
 *
 * @param altitudeKm height above the mean surface, at 6371 km from the centre, in kilometres, above
 *     0
 * @param inclinationDeg inclination i in degrees, from 0 to 180
 * @param nodeDeg right ascension Ω of the ascending node at the epoch, in degrees
 * @param phaseDeg angle u from the node to the satellite at the epoch, in degrees
 * @param epoch the time, in UTC, of the two angles
 */
public record CircularOrbit(
    double altitudeKm, double inclinationDeg, double nodeDeg, double phaseDeg, Instant epoch)
    implements Orbit {
  private static final double SUN_DEG_PER_S = 360 / (365.2421897 * 86_400);

  /**
   * Checks the components.
   *
   * @param altitudeKm as above
   * @param inclinationDeg as above
   * @param nodeDeg as above
   * @param phaseDeg as above
   * @param epoch as above
   * @throws IllegalArgumentException if the orbit is not above the ground, or an angle is not one
   */
  public CircularOrbit {
    new OrbitGeometry(altitudeKm);
    Require.between("inclinationDeg", inclinationDeg, 0, 180);
    Require.between("nodeDeg", nodeDeg, -360, 360);
    Require.between("phaseDeg", phaseDeg, -360, 360);
    Objects.requireNonNull(epoch);
  }

  /**
   * An orbit that crosses the equator at the same local time all year.
   *
   * @param altitudeKm height in kilometres, above 0
   * @param descendingHours mean local solar time of the crossing from north to south, in hours
   * @param epoch the time at which the satellite crosses the equator from south to north
   * @return the orbit
   * @throws IllegalArgumentException if no inclination does it at this height
   */
  public static CircularOrbit sunSynchronous(
      double altitudeKm, double descendingHours, Instant epoch) {
    Require.between("descendingHours", descendingHours, 0, 24);
    var equatorial = new CircularOrbit(altitudeKm, 0, 0, 0, epoch);
    double cos = Math.toRadians(SUN_DEG_PER_S) / equatorial.nodeRadPerS(1);
    if (!(cos >= -1)) {
      throw new IllegalArgumentException(
          "altitudeKm must be < 5968 for a sun-synchronous orbit, was " + altitudeKm);
    }
    double ascendingHours = descendingHours - 12;
    double nodeDeg = Sun.meanLongitudeDeg(epoch) + 15 * (ascendingHours - 12);
    return new CircularOrbit(
        altitudeKm,
        Math.toDegrees(Math.acos(cos)),
        nodeDeg - 360 * Math.rint(nodeDeg / 360),
        0,
        epoch);
  }

  /**
   * An orbit like that of Micius: sun-synchronous, 500 km.
   *
   * <p>S.-K. Liao et al., Nature 549, 43 (2017), for the height and the kind of orbit. That it
   * comes southwards at 0:30 local time, and where it is at the epoch, is chosen here: nights like
   * those of the experiments, not these nights.
   *
   * @return the orbit, from 2016-12-19 0:00 UTC on
   */
  public static CircularOrbit micius() {
    return sunSynchronous(500, 0.5, Instant.parse("2016-12-19T00:00:00Z"));
  }

  /**
   * This orbit at another height.
   *
   * @param altitudeKm height in kilometres, above 0
   * @return the changed orbit
   */
  public CircularOrbit withAltitudeKm(double altitudeKm) {
    return new CircularOrbit(altitudeKm, inclinationDeg, nodeDeg, phaseDeg, epoch);
  }

  /**
   * This orbit with another inclination.
   *
   * @param inclinationDeg inclination in degrees, from 0 to 180
   * @return the changed orbit
   */
  public CircularOrbit withInclinationDeg(double inclinationDeg) {
    return new CircularOrbit(altitudeKm, inclinationDeg, nodeDeg, phaseDeg, epoch);
  }

  /**
   * This orbit with another node.
   *
   * @param nodeDeg right ascension of the ascending node at the epoch, in degrees
   * @return the changed orbit
   */
  public CircularOrbit withNodeDeg(double nodeDeg) {
    return new CircularOrbit(altitudeKm, inclinationDeg, nodeDeg, phaseDeg, epoch);
  }

  /**
   * This orbit with the satellite elsewhere on it.
   *
   * @param phaseDeg angle from the node to the satellite at the epoch, in degrees
   * @return the changed orbit
   */
  public CircularOrbit withPhaseDeg(double phaseDeg) {
    return new CircularOrbit(altitudeKm, inclinationDeg, nodeDeg, phaseDeg, epoch);
  }

  /**
   * This orbit with its angles at another time.
   *
   * @param epoch the time of the two angles
   * @return the changed orbit
   */
  public CircularOrbit withEpoch(Instant epoch) {
    return new CircularOrbit(altitudeKm, inclinationDeg, nodeDeg, phaseDeg, epoch);
  }

  @Override
  public Position at(Instant time) {
    Duration since = Duration.between(epoch, time);
    double timeS = since.getSeconds() + since.getNano() * 1e-9;
    double inclination = Math.toRadians(inclinationDeg);
    double cosInclination = Math.cos(inclination);
    double u = Math.toRadians(phaseDeg) + phaseRadPerS(cosInclination) * timeS;
    double angle =
        Math.toRadians(nodeDeg)
            + nodeRadPerS(cosInclination) * timeS
            - Earth.siderealAngleRad(time);
    double alongKm = radiusKm() * Math.cos(u);
    double acrossKm = radiusKm() * Math.sin(u);
    double levelKm = acrossKm * cosInclination;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Position(
        alongKm * cos - levelKm * sin,
        alongKm * sin + levelKm * cos,
        acrossKm * Math.sin(inclination));
  }

  /** Vallado 2013, Sec. 9.6: −(3/2)·J₂·(R_e/r)²·n·cos i. */
  private double nodeRadPerS(double cosInclination) {
    return -flattening() * meanMotionRadPerS() * cosInclination;
  }

  /** Vallado 2013, Sec. 9.6: mean anomaly and perigee together, at zero eccentricity. */
  private double phaseRadPerS(double cosInclination) {
    return meanMotionRadPerS() * (1 + flattening() * (4 * cosInclination * cosInclination - 1));
  }

  private double flattening() {
    double ratio = Earth.EQUATORIAL_RADIUS_KM / radiusKm();
    return 1.5 * Earth.J2 * ratio * ratio;
  }

  private double meanMotionRadPerS() {
    return Math.sqrt(Earth.GM_KM3_PER_S2 / radiusKm()) / radiusKm();
  }

  private double radiusKm() {
    return Earth.RADIUS_KM + altitudeKm;
  }

  /**
   * The time from one crossing of the equator to the next in the same direction.
   *
   * @return the nodal period in seconds
   */
  public double periodS() {
    return 2 * Math.PI / phaseRadPerS(Math.cos(Math.toRadians(inclinationDeg)));
  }
}
