package qnet.channel;

/**
 * A place in kilometres from the centre of the Earth, on axes that rotate with it: x through
 * Greenwich and the equator, z through the north pole.
 *
 * @param xKm towards latitude 0°, longitude 0°
 * @param yKm towards latitude 0°, longitude 90° east
 * @param zKm towards the north pole
 */
public record Position(double xKm, double yKm, double zKm) {
  /** From axes towards the equinox to axes that turn with the Earth. */
  static Position ofInertialKm(double xKm, double yKm, double zKm, double siderealAngleRad) {
    double cos = Math.cos(siderealAngleRad);
    double sin = Math.sin(siderealAngleRad);
    return new Position(cos * xKm + sin * yKm, cos * yKm - sin * xKm, zKm);
  }

  double dot(Position other) {
    return xKm * other.xKm + yKm * other.yKm + zKm * other.zKm;
  }

  double distanceKm(Position other) {
    double x = other.xKm - xKm;
    double y = other.yKm - yKm;
    double z = other.zKm - zKm;
    return Math.sqrt(x * x + y * y + z * z);
  }
}
