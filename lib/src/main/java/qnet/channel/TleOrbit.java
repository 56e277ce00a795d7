package qnet.channel;

import java.time.Instant;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.errors.OrekitException;
import org.orekit.frames.Frames;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScale;
import org.orekit.time.TimeScales;

/**
 * A satellite on the orbit of a two-line element set, by the model these are made for (SGP4).
 *
 * <p>Valid for: days around the epoch of the elements; 1 to 3 km at the epoch, and some kilometres
 * more each day. Elements age: over a year the number of passes still means something as long as
 * the satellite neither manoeuvres nor sinks, the minute of each does not.
 *
 * <p>Ignores: leap seconds between the epoch and the time asked for (none since 2017), and the
 * difference between UTC and the rotation of the Earth: 0.9 s or 0.004° at most.
 *
 * <p>Reference: D. A. Vallado, P. Crawford, R. Hujsak, T. S. Kelso, Revisiting Spacetrack Report 3,
 * AIAA 2006-6753; computed with Orekit, without data files.
 */
public final class TleOrbit implements Orbit {
  /** UTC as it has been since 2017: 37 s behind atomic time. */
  private static final TimeScales TIME =
      TimeScales.of(
          List.of(new OffsetModel(new DateComponents(1972, 1, 1), 37)),
          (conventions, scales) -> List.of());

  private static final double M_PER_KM = 1000;

  private final TLE elements;

  /** One for each thread, because it keeps what it computes in its fields. */
  private final ThreadLocal<TLEPropagator> propagator;

  private TleOrbit(TLE elements) {
    this.elements = elements;
    this.propagator =
        ThreadLocal.withInitial(
            () ->
                TLEPropagator.selectExtrapolator(elements, Frames.of(TIME, () -> null).getTEME()));
    if (!(axisKm() * (1 - elements.getE()) > Earth.RADIUS_KM)) {
      throw new IllegalArgumentException(
          "the perigee must be above the ground, was at "
              + (axisKm() * (1 - elements.getE()) - Earth.RADIUS_KM)
              + " km");
    }
  }

  /**
   * The orbit of an element set.
   *
   * @param line1 the first line, of 69 characters
   * @param line2 the second line
   * @return the orbit
   * @throws IllegalArgumentException if the lines are no element set, or their check sums are wrong
   */
  public static TleOrbit of(String line1, String line2) {
    try {
      if (!TLE.isFormatOK(line1, line2)) {
        throw new IllegalArgumentException(
            "line1, line2 must be an element set, were \"" + line1 + "\", \"" + line2 + "\"");
      }
      return new TleOrbit(new TLE(line1, line2, utc()));
    } catch (OrekitException e) {
      throw new IllegalArgumentException("line1, line2 must be an element set: " + e.getMessage());
    }
  }

  private static TimeScale utc() {
    return TIME.getUTC();
  }

  /** The time of the elements. */
  @Override
  public Instant epoch() {
    return elements.getDate().toDate(utc()).toInstant();
  }

  @Override
  public Position at(Instant time) {
    Vector3D place = propagator.get().getPVCoordinates(new AbsoluteDate(time, utc())).getPosition();
    return Position.ofInertialKm(
        place.getX() / M_PER_KM,
        place.getY() / M_PER_KM,
        place.getZ() / M_PER_KM,
        Earth.siderealAngleRad(time));
  }

  @Override
  public double inclinationDeg() {
    return Math.toDegrees(elements.getI());
  }

  /** At the apogee. */
  @Override
  public double altitudeKm() {
    return axisKm() * (1 + elements.getE()) - Earth.RADIUS_KM;
  }

  private double axisKm() {
    return Math.cbrt(Earth.GM_KM3_PER_S2 / Math.pow(elements.getMeanMotion(), 2));
  }
}
