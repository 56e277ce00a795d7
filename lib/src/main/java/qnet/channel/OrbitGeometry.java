package qnet.channel;

import qnet.run.Require;

/**
 * A circular orbit over an Earth that stands still: slant range, speed and a pass in closed form.
 *
 * <p>L = √(R²·sin²ε + 2Rh + h²) − R·sin ε, ψ = acos(R·cos ε/(R + h)) − ε
 *
 * <p>T = 2π·√((R + h)³/GM), cos ψ(t) = cos ψ_min·cos(2πt/T)
 *
 * <p>for elevation ε, slant range L, the angle ψ between station and satellite as seen from the
 * centre of the Earth, smallest at the culmination t = 0.
 *
 * <p>Valid for: a spherical Earth of radius 6371 km.
 *
 * <p>Ignores: the rotation of the Earth, which makes real passes up to a tenth longer or shorter;
 * its flattening; refraction.
 *
 * <p>Reference: D. A. Vallado, Fundamentals of Astrodynamics and Applications, 4th ed. (2013), Sec.
 * 1.3 for the period; the rest is plane and spherical trigonometry.
 *
 * @param altitudeKm height h above the ground in kilometres, above 0
 */
public record OrbitGeometry(double altitudeKm) {
  /**
   * Checks the component.
   *
   * @param altitudeKm as above
   * @throws IllegalArgumentException if the orbit is not above the ground
   */
  public OrbitGeometry {
    if (!(altitudeKm > 0 && altitudeKm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "altitudeKm must be > 0 (above the ground), was " + altitudeKm);
    }
  }

  /**
   * The distance to the satellite.
   *
   * @param elevationDeg elevation above the horizon in degrees, from 0 to 90
   * @return slant range L in kilometres
   */
  public double slantRangeKm(double elevationDeg) {
    double up = Earth.RADIUS_KM * Math.sin(elevationRad(elevationDeg));
    return Math.sqrt(up * up + (2 * Earth.RADIUS_KM + altitudeKm) * altitudeKm) - up;
  }

  /**
   * The elevation at which the satellite is so far away.
   *
   * <p>sin ε = (2Rh + h² − L²)/(2RL)
   *
   * @param rangeKm slant range L in kilometres, from the height of the orbit to its range at the
   *     horizon
   * @return the elevation in degrees
   */
  public double elevationAtRangeDeg(double rangeKm) {
    Require.between("rangeKm", rangeKm, altitudeKm, slantRangeKm(0));
    double above = (2 * Earth.RADIUS_KM + altitudeKm) * altitudeKm - rangeKm * rangeKm;
    return Math.toDegrees(Math.asin(Math.min(1, above / (2 * Earth.RADIUS_KM * rangeKm))));
  }

  /**
   * The angle between station and satellite, seen from the centre of the Earth.
   *
   * @param elevationDeg elevation above the horizon in degrees, from 0 to 90
   * @return ψ in degrees
   */
  public double centralAngleDeg(double elevationDeg) {
    double elevation = elevationRad(elevationDeg);
    double ratio = Earth.RADIUS_KM / orbitRadiusKm();
    return Math.toDegrees(Math.acos(ratio * Math.cos(elevation)) - elevation);
  }

  private static double elevationRad(double elevationDeg) {
    Require.between("elevationDeg", elevationDeg, 0, 90);
    return Math.toRadians(elevationDeg);
  }

  /**
   * The distance of the satellite from the centre of the Earth.
   *
   * @return R + h in kilometres
   */
  public double orbitRadiusKm() {
    return Earth.RADIUS_KM + altitudeKm;
  }

  /**
   * The time of one revolution.
   *
   * @return T in seconds
   */
  public double periodS() {
    return 2 * Math.PI * Math.sqrt(Math.pow(orbitRadiusKm(), 3) / Earth.GM_KM3_PER_S2);
  }

  /**
   * The speed of the satellite.
   *
   * @return √(GM/(R + h)) in kilometres per second
   */
  public double speedKmPerS() {
    return Math.sqrt(Earth.GM_KM3_PER_S2 / orbitRadiusKm());
  }

  /**
   * The elevation during a pass.
   *
   * @param maxElevationDeg elevation at the culmination in degrees, from 0 to 90
   * @param timeS time since the culmination in seconds
   * @return the elevation in degrees, negative below the horizon
   */
  public double elevationDeg(double maxElevationDeg, double timeS) {
    double cos =
        Math.cos(Math.toRadians(centralAngleDeg(maxElevationDeg)))
            * Math.cos(2 * Math.PI * timeS / periodS());
    return Math.toDegrees(
        Math.atan2(cos - Earth.RADIUS_KM / orbitRadiusKm(), Math.sqrt(1 - cos * cos)));
  }

  /**
   * How long a pass is above an elevation.
   *
   * @param minElevationDeg lowest elevation in degrees, from 0 to 90
   * @param maxElevationDeg elevation at the culmination in degrees, from 0 to 90
   * @return the time in seconds; 0 if the pass does not reach the lowest elevation
   */
  public double passDurationS(double minElevationDeg, double maxElevationDeg) {
    double ratio =
        Math.cos(Math.toRadians(centralAngleDeg(minElevationDeg)))
            / Math.cos(Math.toRadians(centralAngleDeg(maxElevationDeg)));
    return ratio >= 1 ? 0 : 2 * Math.acos(ratio) * periodS() / (2 * Math.PI);
  }
}
