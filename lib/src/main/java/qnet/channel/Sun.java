package qnet.channel;

import java.time.Instant;

/**
 * Where the sun is, to 0.01° between 1950 and 2050.
 *
 * <p>Reference: The Astronomical Almanac, Sec. C, low-precision formulas for the sun's coordinates,
 * as in J. J. Michalsky, Sol. Energy 40, 227 (1988), doi:10.1016/0038-092X(88)90045-X.
 */
final class Sun {
  private Sun() {}

  static double meanLongitudeDeg(Instant time) {
    double degrees = 280.460 + 0.9856474 * Earth.daysSinceJ2000(time);
    return degrees - 360 * Math.floor(degrees / 360);
  }

  /** A direction of length 1, on axes that rotate with the Earth. */
  static Position direction(Instant time) {
    double days = Earth.daysSinceJ2000(time);
    double anomaly = Math.toRadians(357.528 + 0.9856003 * days);
    double longitude =
        Math.toRadians(
            meanLongitudeDeg(time) + 1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
    double obliquity = Math.toRadians(23.439 - 0.0000004 * days);
    return Position.ofInertialKm(
        Math.cos(longitude),
        Math.cos(obliquity) * Math.sin(longitude),
        Math.sin(obliquity) * Math.sin(longitude),
        Earth.siderealAngleRad(time));
  }
}
