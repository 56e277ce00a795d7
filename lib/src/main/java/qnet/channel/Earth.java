package qnet.channel;

import java.time.Duration;
import java.time.Instant;

/** Size, gravity and rotation of the Earth. */
final class Earth {
  /** Mean radius; the closed forms of a pass are for a sphere. */
  static final double RADIUS_KM = 6371;

  /** WGS 84, as for J₂. */
  static final double EQUATORIAL_RADIUS_KM = 6378.137;

  static final double FLATTENING = 1 / 298.257223563;
  static final double GM_KM3_PER_S2 = 398_600.4418;
  static final double J2 = 1.08262668e-3;

  private static final Instant J2000 = Instant.parse("2000-01-01T12:00:00Z");
  private static final double S_PER_DAY = 86_400;
  private static final double TURN_DEG_PER_DAY = 360.98564736629;
  static final double TURN_RAD_PER_S = Math.toRadians(TURN_DEG_PER_DAY) / S_PER_DAY;

  private Earth() {}

  /** Days since 2000-01-01 12:00, with UTC in place of universal time: 0.9 s at most. */
  static double daysSinceJ2000(Instant time) {
    Duration since = Duration.between(J2000, time);
    return (since.getSeconds() + since.getNano() * 1e-9) / S_PER_DAY;
  }

  /**
   * The angle from the equinox to the meridian of Greenwich: J. Meeus, Astronomical Algorithms, 2nd
   * ed. (1998), Eq. (12.4), without its terms in T², which reach 0.0001° in 50 years.
   */
  static double siderealAngleRad(Instant time) {
    double turns = (280.46061837 + TURN_DEG_PER_DAY * daysSinceJ2000(time)) / 360;
    return 2 * Math.PI * (turns - Math.floor(turns));
  }
}
