package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.Frame;
import org.orekit.frames.FramesFactory;
import org.orekit.frames.TopocentricFrame;
import org.orekit.orbits.PositionAngleType;
import org.orekit.propagation.analytical.KeplerianPropagator;
import org.orekit.propagation.events.ElevationDetector;
import org.orekit.propagation.events.EventsLogger;
import org.orekit.propagation.events.handlers.ContinueOnEvent;
import org.orekit.time.AbsoluteDate;
import qnet.Reference;

class OrbitTest {
  private static final Instant DAY = Instant.parse("2016-12-19T00:00:00Z");

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/orbit.csv", numLinesToSkip = 1)
  void referenceRows(
      String id,
      String quantity,
      double altitudeKm,
      double elevationDeg,
      double expected,
      double tolerance) {
    var geometry = new OrbitGeometry(altitudeKm);
    double actual =
        switch (quantity) {
          case "slant range km" -> geometry.slantRangeKm(elevationDeg);
          case "period s" -> geometry.periodS();
          case "speed km/s" -> geometry.speedKmPerS();
          case "overhead pass s" -> geometry.passDurationS(elevationDeg, 90);
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  /** Orekit, over a sphere that stands still: rise and set within 1 s, elevation within 0.05°. */
  @ParameterizedTest
  @CsvSource({"500, 90, 10", "500, 47, 20", "500, 25, 10", "1200, 60, 5", "400, 30, 15"})
  void theClosedFormIsThePassOfOrekit(
      double altitudeKm, double maxElevationDeg, double minElevationDeg) {
    var geometry = new OrbitGeometry(altitudeKm);
    Frame frame = FramesFactory.getGCRF();
    var start = AbsoluteDate.ARBITRARY_EPOCH;
    // culmination at latitude 0 after a quarter of a revolution, at an inclination of 90°
    double angle = Math.toRadians(geometry.centralAngleDeg(maxElevationDeg));
    var orbit =
        new org.orekit.orbits.CircularOrbit(
            1000 * geometry.orbitRadiusKm(),
            0,
            0,
            Math.PI / 2,
            0,
            -Math.PI / 2,
            PositionAngleType.TRUE,
            frame,
            start,
            Earth.GM_KM3_PER_S2 * 1e9);
    var sphere = new OneAxisEllipsoid(6_371_000, 0, frame);
    var station = new TopocentricFrame(sphere, new GeodeticPoint(0, angle, 0), "station");
    var propagator = new KeplerianPropagator(orbit);
    var logger = new EventsLogger();
    propagator.addEventDetector(
        logger.monitorDetector(
            new ElevationDetector(station)
                .withConstantElevation(Math.toRadians(minElevationDeg))
                .withMaxCheck(20)
                .withThreshold(1e-6)
                .withHandler(new ContinueOnEvent())));
    double topS = geometry.periodS() / 4;
    propagator.propagate(start.shiftedBy(2 * topS));
    double halfS = geometry.passDurationS(minElevationDeg, maxElevationDeg) / 2;
    var events = logger.getLoggedEvents();
    assertEquals(2, events.size());
    assertEquals(topS - halfS, events.get(0).getState().getDate().durationFrom(start), 1e-3);
    assertEquals(topS + halfS, events.get(1).getState().getDate().durationFrom(start), 1e-3);
    propagator.clearEventsDetectors();
    for (double timeS = -halfS; timeS <= halfS; timeS += halfS / 10) {
      var state = propagator.propagate(start.shiftedBy(topS + timeS));
      double elevation = station.getElevation(state.getPosition(), frame, state.getDate());
      assertEquals(Math.toDegrees(elevation), geometry.elevationDeg(maxElevationDeg, timeS), 1e-6);
      double rangeM = station.getRange(state.getPosition(), frame, state.getDate());
      assertEquals(rangeM / 1000, geometry.slantRangeKm(Math.toDegrees(elevation)), 1e-6);
    }
  }

  @ParameterizedTest
  @CsvSource({"40.4, 117.6", "-33, -70", "0, 0", "89, 200"})
  void aStationStandsOnTheEllipsoidOfOrekit(double latitudeDeg, double longitudeDeg) {
    var station = new GroundStation(latitudeDeg, longitudeDeg);
    Frame frame = FramesFactory.getGCRF();
    var earth = new OneAxisEllipsoid(6_378_137, 1 / 298.257223563, frame);
    var point = new GeodeticPoint(Math.toRadians(latitudeDeg), Math.toRadians(longitudeDeg), 0);
    var topocentric = new TopocentricFrame(earth, point, "station");
    for (var place :
        List.of(
            new Position(7000, 100, 20),
            new Position(-2000, 5000, 4500),
            new Position(0, 0, 7000))) {
      var metres = new Vector3D(1000 * place.xKm(), 1000 * place.yKm(), 1000 * place.zKm());
      var date = AbsoluteDate.ARBITRARY_EPOCH;
      assertEquals(
          Math.toDegrees(topocentric.getElevation(metres, frame, date)),
          station.elevationDeg(place),
          1e-9);
      assertEquals(topocentric.getRange(metres, frame, date) / 1000, station.rangeKm(place), 1e-9);
    }
  }

  @Test
  void theEarthTurnsAsTheAlmanacSays() {
    // Meeus, Astronomical Algorithms, examples 12.a and 12.b
    assertEquals(
        197.693195,
        Math.toDegrees(Earth.siderealAngleRad(Instant.parse("1987-04-10T00:00:00Z"))),
        1e-5);
    assertEquals(
        128.7378734,
        Math.toDegrees(Earth.siderealAngleRad(Instant.parse("1987-04-10T19:21:00Z"))),
        1e-5);
  }

  @Test
  void theSunStandsWhereTheAlmanacSays() {
    // Meeus, example 25.a: right ascension 198.38083°, declination −7.78507°
    var time = Instant.parse("1992-10-13T00:00:00Z");
    var sun = Sun.direction(time);
    double ascension =
        Math.toDegrees(Math.atan2(sun.yKm(), sun.xKm()) + Earth.siderealAngleRad(time));
    assertEquals(198.38083, (ascension + 360) % 360, 0.007);
    assertEquals(-7.78507, Math.toDegrees(Math.asin(sun.zKm())), 0.01);
    // noon at Greenwich at the equinox of 2024-03-20: over the equator, 1.9° from the meridian
    double noon = new GroundStation(0, 0).sunElevationDeg(Instant.parse("2024-03-20T12:00:00Z"));
    assertEquals(88.1, noon, 0.1);
    double midnight =
        new GroundStation(50, 0).sunElevationDeg(Instant.parse("2024-12-21T00:00:00Z"));
    assertEquals(-(90 - 50 + 23.44), midnight, 0.1);
  }

  /** Kepler's equation, solved: the formula of the almanac is its first two terms. */
  @ParameterizedTest
  @ValueSource(strings = {"2020-02-18T00:00:00Z", "2020-05-20T00:00:00Z", "2020-08-19T00:00:00Z"})
  void theSunMovesAsKeplerSays(String date) {
    var time = Instant.parse(date);
    double eccentricity = 0.016709;
    double anomaly = Math.toRadians(357.528 + 0.9856003 * Earth.daysSinceJ2000(time));
    double eccentric = anomaly;
    for (int i = 0; i < 20; i++) {
      eccentric = anomaly + eccentricity * Math.sin(eccentric);
    }
    double real =
        2
            * Math.atan2(
                Math.sqrt(1 + eccentricity) * Math.sin(eccentric / 2),
                Math.sqrt(1 - eccentricity) * Math.cos(eccentric / 2));
    var sun = Sun.direction(time);
    double angle = Earth.siderealAngleRad(time);
    double x = sun.xKm() * Math.cos(angle) - sun.yKm() * Math.sin(angle);
    double y = sun.xKm() * Math.sin(angle) + sun.yKm() * Math.cos(angle);
    double tilt = Math.toRadians(23.437);
    double longitude = Math.atan2(y * Math.cos(tilt) + sun.zKm() * Math.sin(tilt), x);
    double ahead = Math.toDegrees(longitude - real + anomaly) - Sun.meanLongitudeDeg(time);
    assertEquals(0, Math.IEEEremainder(ahead, 360), 0.003);
  }

  /** The orbit in space: the longitude on the Earth plus the turn of the Earth. */
  private static double nodeDeg(CircularOrbit orbit, Instant time) {
    // the normal of the orbit, from two places a quarter of a revolution apart
    double step = orbit.periodS() / 4;
    var later = time.plusNanos(Math.round(step * 1e9));
    double[] a = inSpace(orbit, time);
    double[] b = inSpace(orbit, later);
    double x = a[1] * b[2] - a[2] * b[1];
    double y = a[2] * b[0] - a[0] * b[2];
    return Math.toDegrees(Math.atan2(x, -y));
  }

  private static double[] inSpace(CircularOrbit orbit, Instant time) {
    var place = orbit.at(time);
    double angle = Earth.siderealAngleRad(time);
    return new double[] {
      place.xKm() * Math.cos(angle) - place.yKm() * Math.sin(angle),
      place.xKm() * Math.sin(angle) + place.yKm() * Math.cos(angle),
      place.zKm()
    };
  }

  @Test
  void aSunSynchronousOrbitFollowsTheSun() {
    var orbit = CircularOrbit.micius();
    assertEquals(97.4, orbit.inclinationDeg(), 0.05); // Micius: 97.4° for 500 km
    for (int days : List.of(0, 100, 300)) {
      var time = DAY.plus(Duration.ofDays(days));
      double hours = ((nodeDeg(orbit, time) - Sun.meanLongitudeDeg(time)) / 15 + 36) % 24;
      assertEquals(12.5, hours, 0.05, "local time of the ascending node");
    }
  }

  /** The equation of motion with J₂, integrated without any mean element. */
  @Test
  void theDriftIsThatOfTheEquationOfMotion() {
    var orbit = new CircularOrbit(700, 60, 0, 0, DAY);
    double radius = Earth.RADIUS_KM + 700;
    double speed = Math.sqrt(Earth.GM_KM3_PER_S2 / radius);
    double[] state = {
      radius, 0, 0, 0, speed * Math.cos(Math.toRadians(60)), speed * Math.sin(Math.toRadians(60))
    };
    int revolutions = 20;
    int crossings = 0;
    double crossedS = 0;
    double[] before = state;
    for (double timeS = 0; crossings < revolutions; timeS += 5) {
      before = state.clone();
      state = rungeKutta(state, 5);
      if (before[2] < 0 && state[2] >= 0) {
        crossings++;
        crossedS = timeS + 5 * before[2] / (before[2] - state[2]);
      }
    }
    double part = before[2] / (before[2] - state[2]);
    double node =
        Math.atan2(
            before[1] + part * (state[1] - before[1]), before[0] + part * (state[0] - before[0]));
    var later = DAY.plusNanos(Math.round(crossedS * 1e9));
    assertEquals(Math.toDegrees(node), nodeDeg(orbit, later), 0.02);
    // nodal period: its mean radius is a little larger than the radius at the start
    assertEquals(crossedS / revolutions, orbit.periodS(), 12);
  }

  private static double[] rungeKutta(double[] s, double h) {
    double[] k1 = rates(s);
    double[] k2 = rates(sum(s, k1, h / 2));
    double[] k3 = rates(sum(s, k2, h / 2));
    double[] k4 = rates(sum(s, k3, h));
    double[] next = new double[6];
    for (int i = 0; i < 6; i++) {
      next[i] = s[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return next;
  }

  private static double[] sum(double[] s, double[] k, double h) {
    double[] next = new double[6];
    for (int i = 0; i < 6; i++) {
      next[i] = s[i] + h * k[i];
    }
    return next;
  }

  private static double[] rates(double[] s) {
    double r = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
    double central = -Earth.GM_KM3_PER_S2 / Math.pow(r, 3);
    double flat = 1.5 * Earth.J2 * Math.pow(Earth.EQUATORIAL_RADIUS_KM / r, 2);
    double tilt = 5 * s[2] * s[2] / (r * r);
    return new double[] {
      s[3],
      s[4],
      s[5],
      central * s[0] * (1 + flat * (1 - tilt)),
      central * s[1] * (1 + flat * (1 - tilt)),
      central * s[2] * (1 + flat * (3 - tilt))
    };
  }

  @Test
  void everyPassIsFoundWhenTheSkyIsWatchedEverySecond() {
    var orbit = CircularOrbit.micius();
    var station = GroundStation.xinglong();
    var passes = station.overpasses(orbit, 10, 3);
    int rises = 0;
    boolean seen = false;
    double seconds = 0;
    for (int s = 0; s < 3 * 86_400; s++) {
      boolean above = station.elevationDeg(orbit.at(DAY.plusSeconds(s))) > 10;
      rises += above && !seen ? 1 : 0;
      seconds += above ? 1 : 0;
      seen = above;
    }
    assertEquals(rises, passes.count());
    assertEquals(seconds, passes.durationS(), passes.count());
    for (Overpass pass : passes.list()) {
      assertEquals(10, station.elevationDeg(orbit.at(pass.rise())), 1e-3);
      assertEquals(10, station.elevationDeg(orbit.at(pass.set())), 1e-3);
      assertEquals(
          pass.maxElevationDeg(), station.elevationDeg(orbit.at(pass.culmination())), 1e-6);
      assertTrue(pass.rise().isBefore(pass.culmination()));
    }
  }

  @Test
  void passesOfAYear() {
    var passes = GroundStation.xinglong().overpasses(CircularOrbit.micius(), 20, DAY, 365);
    var night = passes.atNight();
    assertTrue(passes.perDay() > 2 && passes.perDay() < 5, "per day " + passes.perDay());
    // an orbit at half past midnight and at noon: about half of the passes are at night
    assertEquals(0.5, night.perYear() / passes.perYear(), 0.05);
    assertEquals(passes.count() * 365.25 / 365, passes.perYear(), 1e-9);
    assertTrue(night.list().stream().allMatch(pass -> pass.sunElevationDeg() < -18));
    var high = passes.reaching(60);
    assertTrue(high.count() > 0 && high.count() < passes.count());
    assertTrue(high.list().stream().allMatch(pass -> pass.maxElevationDeg() >= 60));
    assertEquals(passes.highest(), high.highest());
    assertThrows(IllegalArgumentException.class, () -> passes.reaching(90.1).highest());
  }

  @ParameterizedTest
  @ValueSource(doubles = {40.4, -40.4})
  void aRotatingEarthMakesPassesATenthLongerOrShorterAtMost(double latitudeDeg) {
    var geometry = new OrbitGeometry(500);
    var passes = new GroundStation(latitudeDeg, 0).overpasses(CircularOrbit.micius(), 10, DAY, 20);
    for (Overpass pass : passes.reaching(30).list()) {
      double still = geometry.passDurationS(10, pass.maxElevationDeg());
      assertEquals(1, pass.durationS() / still, 0.1);
    }
  }

  @Test
  void elementSetsArePropagatedAsInTheirVerification() {
    // AIAA 2006-6753, verification case 00005: place at 0 and 360 min, km
    var orbit =
        TleOrbit.of(
            "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753",
            "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667");
    assertInSpace(orbit, 0, 7022.46529266, -1400.08296755, 0.03995155);
    assertInSpace(orbit, 360, -7154.03120202, -3783.17682504, -3536.19412294);
    assertEquals(34.2682, orbit.inclinationDeg(), 1e-9);
    assertEquals(3844, orbit.altitudeKm(), 30);
  }

  private static void assertInSpace(TleOrbit orbit, int minutes, double x, double y, double z) {
    var time = orbit.epoch().plusSeconds(60L * minutes);
    var place = orbit.at(time);
    var expected = Position.ofInertialKm(x, y, z, Earth.siderealAngleRad(time));
    // the epoch is rounded to 1 ms, that is 8 m on the way
    assertEquals(0, expected.distanceKm(place), 0.02);
  }

  @Test
  void passesOfAnElementSetAreThoseOfItsCircularOrbit() {
    // the International Space Station on 2008-09-20, nearly circular
    var tle =
        TleOrbit.of(
            "1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927",
            "2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537");
    var circle =
        new CircularOrbit(
            (Earth.RADIUS_KM + tle.altitudeKm()) / 1.0006703 - Earth.RADIUS_KM,
            51.6416,
            247.4627,
            (130.5360 + 325.0288) % 360,
            tle.epoch());
    var station = GroundStation.delingha();
    var real = station.overpasses(tle, 10, tle.epoch(), 0.5);
    var ideal = station.overpasses(circle, 10, tle.epoch(), 0.5);
    assertFalse(real.list().isEmpty());
    assertEquals(real.count(), ideal.count());
    for (int i = 0; i < real.count(); i++) {
      double apartS =
          Duration.between(real.list().get(i).rise(), ideal.list().get(i).rise()).toMillis() / 1e3;
      assertEquals(0, apartS, 90);
    }
  }

  @Test
  void refusesWhatCannotBe() {
    refuses(
        "altitudeKm must be > 0 (above the ground), was -5.0",
        () -> CircularOrbit.micius().withAltitudeKm(-5));
    refuses(
        "altitudeKm must be > 0 (above the ground), was NaN", () -> new OrbitGeometry(Double.NaN));
    refuses(
        "inclinationDeg must be from 0 to 180, was 190.0",
        () -> CircularOrbit.micius().withInclinationDeg(190));
    refuses("latitudeDeg must be from -90 to 90, was 91.0", () -> new GroundStation(91, 0));
    refuses("days must be > 0 and finite, was 0.0", () -> passes(40, 0));
    var equatorial = CircularOrbit.micius().withInclinationDeg(0);
    refuses(
        "latitudeDeg must be from -14.1 to 14.1 to see this orbit above 10.0°, was 40.4",
        () -> GroundStation.xinglong().overpasses(equatorial, 10, DAY, 1));
    assertTrue(new GroundStation(13, 0).overpasses(equatorial, 10, DAY, 1).count() > 10);
    assertThrows(IllegalArgumentException.class, () -> CircularOrbit.sunSynchronous(7000, 10, DAY));
    refuses(
        "line1, line2 must be an element set, were \"no\", \"elements\"",
        () -> TleOrbit.of("no", "elements"));
    var below =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                TleOrbit.of(
                    "1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927",
                    "2 25544  51.6416 247.4627 1006703 130.5360 325.0288 15.72125391563538"));
    assertTrue(below.getMessage().startsWith("the perigee must be above the ground, was at -"));
    // a check sum that is wrong
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TleOrbit.of(
                "1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2928",
                "2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537"));
  }

  private static Overpasses passes(double latitudeDeg, double days) {
    return new GroundStation(latitudeDeg, 0).overpasses(CircularOrbit.micius(), 10, DAY, days);
  }

  private static void refuses(String message, org.junit.jupiter.api.function.Executable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
