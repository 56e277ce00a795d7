package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.run.Parallel;

/**
 * Passes against a sky that is watched all the time; element sets of AIAA 2006-6753 and the ISS.
 */
class PassSearchTest {
  private static final int WATCH_S = 10;

  @AfterEach
  void threadsOfTheMachine() {
    System.clearProperty("qnet.threads");
  }

  private static TleOrbit station() {
    return TleOrbit.of(
        "1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927",
        "2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537");
  }

  private static TleOrbit molniya() {
    return TleOrbit.of(
        "1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813",
        "2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656");
  }

  private static TleOrbit vanguard() {
    return TleOrbit.of(
        "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753",
        "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667");
  }

  private static Orbit orbit(String name) {
    return switch (name) {
      case "ISS" -> station();
      case "Vanguard" -> vanguard();
      case "Molniya" -> molniya();
      case "Micius" -> CircularOrbit.micius();
      case "equator" -> CircularOrbit.micius().withInclinationDeg(0).withAltitudeKm(300);
      case "backwards" -> CircularOrbit.micius().withInclinationDeg(150).withAltitudeKm(1200);
      case "high" -> CircularOrbit.micius().withInclinationDeg(55).withAltitudeKm(20_200);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double sinceS(Orbit orbit, Instant time) {
    return Duration.between(orbit.epoch(), time).toNanos() * 1e-9;
  }

  @ParameterizedTest
  @CsvSource({
    "ISS, 0, 0",
    "ISS, 40.4, 20",
    "ISS, -51, 10",
    "ISS, 65, 0",
    "Vanguard, -33, 5",
    "Vanguard, 0, 60",
    "Vanguard, 50, 30",
    "Molniya, -40, 5",
    "Molniya, 0, 5",
    "Molniya, 13, 20",
    "Molniya, 70, 60",
    "Micius, 89, 10",
    "Micius, -75, 45",
    "equator, 0, 30",
    "equator, 12, 0",
    "backwards, 40.4, 15",
    "high, 13, 0",
    "high, -60, 40"
  })
  void thePassesAreThoseOfASkyThatIsWatchedAllTheTime(
      String name, double latitudeDeg, double minElevationDeg) {
    int days = 8;
    var orbit = orbit(name);
    var station = new GroundStation(latitudeDeg, 117.6);
    var passes = station.overpasses(orbit, minElevationDeg, days).list();
    var risesS = new ArrayList<Integer>();
    int upS = 0;
    boolean up = true;
    for (int s = 0; s <= days * 86_400; s += WATCH_S) {
      boolean now = station.elevationDeg(orbit.at(orbit.epoch().plusSeconds(s))) > minElevationDeg;
      if (now && !up) {
        risesS.add(s);
      }
      upS += now ? WATCH_S : 0;
      up = now;
    }
    assertFalse(risesS.isEmpty());
    int next = 0;
    double durationS = 0;
    double endS = days * 86_400;
    for (Overpass pass : passes) {
      double riseS = sinceS(orbit, pass.rise());
      double setS = sinceS(orbit, pass.set());
      durationS += Math.min(setS, endS) - Math.max(riseS, 0);
      if (riseS > 0 && Math.floor(setS / WATCH_S) > Math.floor(riseS / WATCH_S)) {
        assertEquals(risesS.get(next++), riseS, WATCH_S + 1e-3);
      }
    }
    boolean lastCulminatesLater = next == risesS.size() - 1 && up;
    assertTrue(next == risesS.size() || lastCulminatesLater, next + " of " + risesS.size());
    if (!lastCulminatesLater) {
      assertEquals(upS, durationS, 0.6 * WATCH_S * Math.sqrt(passes.size() + 1.0) + WATCH_S);
    }
  }

  @ParameterizedTest
  @CsvSource({"ISS, 45, 5", "Vanguard, 30, 0", "Molniya, 0, 10", "Micius, 80, 30", "high, 40, 0"})
  void aPassBeginsEndsAndCulminatesWhereTheOrbitSays(
      String name, double latitudeDeg, double minElevationDeg) {
    var orbit = orbit(name);
    var station = new GroundStation(latitudeDeg, -70);
    Overpass before = null;
    for (Overpass pass : station.overpasses(orbit, minElevationDeg, 10).list()) {
      // 10 µs, at 1°/s
      assertEquals(minElevationDeg, station.elevationDeg(orbit.at(pass.rise())), 1e-5);
      assertEquals(minElevationDeg, station.elevationDeg(orbit.at(pass.set())), 1e-5);
      assertTrue(station.elevationDeg(orbit.at(pass.rise())) >= minElevationDeg - 1e-9);
      assertTrue(station.elevationDeg(orbit.at(pass.set())) >= minElevationDeg - 1e-9);
      double top = station.elevationDeg(orbit.at(pass.culmination()));
      assertEquals(top, pass.maxElevationDeg(), 1e-9);
      for (double s = 0; s < pass.durationS(); s += pass.durationS() / 500) {
        var time = pass.rise().plusNanos(Math.round(s * 1e9));
        assertTrue(station.elevationDeg(orbit.at(time)) <= top + 1e-9);
      }
      assertTrue(before == null || before.set().isBefore(pass.rise()));
      before = pass;
    }
  }

  @ParameterizedTest
  @CsvSource({"ISS, 40.4", "Vanguard, 0", "Molniya, 70", "Micius, 60", "high, 20"})
  void aPassThatOnlyTouchesTheLowestElevationIsFound(String name, double latitudeDeg) {
    var orbit = orbit(name);
    var station = new GroundStation(latitudeDeg, 20);
    for (Overpass pass : station.overpasses(orbit, 5, 5).list()) {
      assertTrue(sees(station, orbit, pass, pass.maxElevationDeg() - 1e-5));
      assertFalse(sees(station, orbit, pass, pass.maxElevationDeg() + 1e-5));
    }
  }

  @Test
  void aShortPassIsFoundWhereverItsDayEnds() {
    var orbit = station();
    var station = GroundStation.xinglong();
    for (Overpass pass : station.overpasses(orbit, 20, 10).list()) {
      double minElevationDeg = pass.maxElevationDeg() - 1e-5;
      for (int s = -200; s <= 200; s += 5) {
        var from = pass.culmination().plusSeconds(s - 86_400);
        assertEquals(
            1,
            station.overpasses(orbit, minElevationDeg, from, 1.01).list().stream()
                .filter(found -> found.culmination().isAfter(pass.rise()))
                .filter(found -> found.culmination().isBefore(pass.set()))
                .count(),
            "the day ends " + s + " s after the culmination");
      }
    }
  }

  private static boolean sees(
      GroundStation station, Orbit orbit, Overpass pass, double minElevationDeg) {
    return station.overpasses(orbit, Math.min(minElevationDeg, 90), 5).list().stream()
        .anyMatch(
            other ->
                Math.abs(Duration.between(other.culmination(), pass.culmination()).toMillis())
                    < 100);
  }

  /** Twice above 5° from the equator, with a gap that ends as the lowest elevation sinks. */
  @Test
  void aGapThatOnlyTouchesTheLowestElevationPartsAPass() {
    var orbit = molniya();
    var station = new GroundStation(0, 117.6);
    double joined = 0;
    double parted = 10;
    while (parted - joined > 1e-7) {
      double middle = (joined + parted) / 2;
      if (station.overpasses(orbit, middle, 1).count() == 1) {
        joined = middle;
      } else {
        parted = middle;
      }
    }
    var one = station.overpasses(orbit, joined, 1);
    var two = station.overpasses(orbit, parted, 1);
    assertEquals(1, one.count());
    assertEquals(2, two.count());
    assertEquals(one.durationS(), two.durationS(), 20);
    double gapS =
        Duration.between(two.list().get(0).set(), two.list().get(1).rise()).toNanos() * 1e-9;
    assertTrue(gapS > 0 && gapS < 20, "gap of " + gapS + " s");
  }

  /** Vis-viva, v² = GM·(2/r − 1/a), and the turn of the Earth in a sidereal day of 86164.0905 s. */
  private static double fastestKmPerS(double perigeeKm, double apogeeKm) {
    double axisKm = (perigeeKm + apogeeKm) / 2;
    return Math.sqrt(398_600.4418 * (2 / perigeeKm - 1 / axisKm))
        + 2 * Math.PI / 86_164.0905 * apogeeKm;
  }

  @Test
  void theClearanceChangesNoFasterThanASatelliteAtItsPerigee() {
    double apogeeKm = 42_164;
    var pace = new Pace(apogeeKm, 0.5);
    // 3000 km above the horizon, 4000 km away: 1000 km of clearance; the perigee is on the ground
    var low = new Sighting(0, 9000, 3000, 4000);
    double kmPerS = 1.5 * fastestKmPerS(6371, apogeeKm);
    assertEquals(1000 / kmPerS, pace.unchangedS(low), 1e-6);
    // from the apogee, the perigee can be anywhere; half the way down is far enough
    var high = new Sighting(0, apogeeKm, 20_000, 38_000);
    double highKmPerS = 1.5 * fastestKmPerS(apogeeKm / 2, apogeeKm);
    assertEquals(1000 / highKmPerS, pace.unchangedS(high), 1e-6);
    var farAbove = new Sighting(0, apogeeKm, 36_000, 20_000);
    double turnKmPerS = 2 * Math.PI / 86_164.0905 * apogeeKm;
    double fallKmPerS = fastestKmPerS(apogeeKm / 2, apogeeKm) - turnKmPerS;
    assertEquals(
        Math.min(apogeeKm / 2 / fallKmPerS, 26_000 / highKmPerS), pace.unchangedS(farAbove), 1e-6);
    // once around the Earth and once around itself in a day: 10° are a 72nd of it
    assertEquals(86_164.0905 / 72, pace.shortStepS(high), 0.1);
    // 1000 km down and 500 km up again
    double bothS = 1500 / kmPerS;
    assertFalse(pace.mayTouchZero(low, new Sighting(bothS - 0.01, 9000, 2500, 4000)));
    assertTrue(pace.mayTouchZero(low, new Sighting(bothS + 0.01, 9000, 2500, 4000)));
  }

  @Test
  void aPassCountsWhereItCulminates() {
    var orbit = station();
    var station = GroundStation.xinglong();
    var pass = station.overpasses(orbit, 20, 3).list().get(1);
    double day = 1.0 / 86_400;
    var before = station.overpasses(orbit, 20, pass.rise().plusSeconds(5), 600 * day);
    assertEquals(1, before.count());
    assertEquals(pass.durationS(), before.list().get(0).durationS(), 1e-4);
    assertEquals(0, station.overpasses(orbit, 20, pass.culmination().plusSeconds(1), day).count());
    assertEquals(
        1, station.overpasses(orbit, 20, pass.culmination().minusMillis(500), day).count());
    assertEquals(0, station.overpasses(orbit, 20, pass.culmination().minusSeconds(2), day).count());
  }

  @Test
  void aSatelliteThatStandsStillIsOnePass() {
    var orbit = CircularOrbit.micius().withInclinationDeg(0.1).withAltitudeKm(35_793);
    var below = orbit.at(orbit.epoch());
    double longitudeDeg = Math.toDegrees(Math.atan2(below.yKm(), below.xKm()));
    var passes = new GroundStation(30, longitudeDeg).overpasses(orbit, 20, 5);
    assertEquals(1, passes.count());
    assertEquals(5 * 86_400, passes.durationS(), 1e-6);
  }

  @Test
  void whatHasComeDownDoesNotRiseAgain() {
    // the ISS with the drag of a feather
    var orbit =
        TleOrbit.of(
            "1 25544U 98067A   08264.51782528 -.00002182  00000-0  11606-2 0  2924",
            "2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537");
    var station = GroundStation.xinglong();
    var months = station.overpasses(orbit, 20, 300);
    var year = station.overpasses(orbit, 20, 365);
    assertTrue(months.count() > 100, "passes " + months.count());
    assertEquals(months.list(), year.list());
    var last = months.list().get(months.count() - 1);
    assertTrue(sinceS(orbit, last.set()) / 86_400 < 250);
  }

  @ParameterizedTest
  @CsvSource({"ISS, 20", "Vanguard, 28", "Molniya, 75", "high, 80"})
  void farFromTheStationTheSearchLooksAway(String name, double looksPerRevolution) {
    var orbit = orbit(name);
    var looks = new LongAdder();
    var watched =
        new Orbit() {
          @Override
          public Position at(Instant time) {
            looks.increment();
            return orbit.at(time);
          }

          @Override
          public Instant epoch() {
            return orbit.epoch();
          }

          @Override
          public double inclinationDeg() {
            return orbit.inclinationDeg();
          }

          @Override
          public double altitudeKm() {
            return orbit.altitudeKm();
          }
        };
    int days = 30;
    assertFalse(GroundStation.xinglong().overpasses(watched, 20, days).list().isEmpty());
    double perDay =
        switch (name) {
          case "ISS" -> 15.7;
          case "Vanguard" -> 10.8;
          default -> 2;
        };
    double found = looks.sum() / (days * perDay);
    assertTrue(found < looksPerRevolution, found + " a revolution");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISS", "Molniya"})
  void thePassesAreTheSameForAnyNumberOfThreads(String name) {
    var station = GroundStation.xinglong();
    System.setProperty("qnet.threads", "1");
    var one = station.overpasses(orbit(name), 20, 20);
    System.setProperty("qnet.threads", "4");
    assertEquals(one, station.overpasses(orbit(name), 20, 20));
  }

  @Test
  void severalThreadsMayFollowOneSatellite() {
    System.setProperty("qnet.threads", "4");
    var orbit = molniya();
    List<Position> together =
        Parallel.map(20_000, i -> orbit.at(orbit.epoch().plusSeconds(60L * (i % 2000))));
    for (int i = 0; i < together.size(); i++) {
      assertEquals(orbit.at(orbit.epoch().plusSeconds(60L * (i % 2000))), together.get(i));
    }
  }

  @Test
  void aLongSearchCanBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> GroundStation.xinglong().overpasses(molniya(), 20, 3650));
  }
}
