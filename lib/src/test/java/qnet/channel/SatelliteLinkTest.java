package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SatelliteLinkTest {
  private static final SatelliteLink MICIUS = SatelliteLink.micius();
  private static final double DETECTOR_DB = 10 * Math.log10(2);
  private static final Instant DAY = Instant.parse("2016-12-19T00:00:00Z");

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/micius.csv", numLinesToSkip = 1)
  void lossAgainstDistance(String id, double km, double db, double tolerance) {
    double withDetector = MICIUS.atRangeKm(km).lossDb() + DETECTOR_DB;
    assertEquals(db, withDetector, tolerance, id + " " + km + " km");
  }

  /** Row S5: 22 + (3…8) + (0…3) + 10.97 dB at 1200 km, Liao et al. 2017. */
  @Test
  void theBudgetAtTwelveHundredKilometres() {
    var budget = MICIUS.atRangeKm(1200).budget();
    assertEquals(22, budget.spreadingDb(), 0.5);
    assertTrue(budget.airDb() > 3 && budget.airDb() < 8, "air " + budget.airDb());
    assertTrue(budget.pointingDb() > 0 && budget.pointingDb() < 3);
    assertEquals(10.9691, budget.opticsDb() + DETECTOR_DB, 1e-3);
    double total = budget.totalDb() + DETECTOR_DB;
    assertTrue(total > 35.9691 && total < 43.9691, "total " + total);
  }

  @Test
  void higherIsShorterAndClearer() {
    double before = Double.POSITIVE_INFINITY;
    for (int elevation = 0; elevation <= 90; elevation += 5) {
      double loss = MICIUS.at(elevation).lossDb();
      assertTrue(loss < before);
      before = loss;
    }
    assertEquals(500, MICIUS.at(90).lengthKm(), 1e-9);
    assertEquals(1200, MICIUS.atRangeKm(1200).lengthKm(), 1e-6);
    assertEquals(500, MICIUS.atRangeKm(500).lengthKm(), 1e-6);
  }

  @Test
  void aPassInClosedFormIsSymmetricAndComplete() {
    var pass = MICIUS.pass(60);
    var geometry = new OrbitGeometry(500);
    assertEquals(geometry.passDurationS(20, 60), pass.durationS(), 1e-9);
    var slices = pass.slices();
    int last = slices.size() - 1;
    for (int i = 0; i <= last; i++) {
      assertTrue(slices.get(i).durationS() <= 5);
      assertEquals(slices.get(i).elevationDeg(), slices.get(last - i).elevationDeg(), 1e-6);
      assertEquals(
          MICIUS.at(slices.get(i).elevationDeg()).lossDb(), slices.get(i).link().lossDb(), 1e-9);
    }
    assertEquals(60, pass.maxElevationDeg(), 0.1);
    assertEquals(20, slices.get(0).elevationDeg(), 1);
    assertEquals(pass.durationS(), slices.get(last).startS() + slices.get(last).durationS(), 1e-9);
    double best = slices.get(last / 2).link().transmittance();
    double worst = slices.get(0).link().transmittance();
    double mean = pass.meanLink().transmittance();
    assertTrue(mean > worst && mean < best);
    double sum = 0;
    for (TimeSlice slice : slices) {
      sum += slice.link().transmittance() * slice.durationS() / pass.durationS();
    }
    assertEquals(sum, mean, 1e-15);
  }

  @Test
  void aPassOnTheOrbitIsLikeTheClosedForm() {
    var orbit = CircularOrbit.micius();
    var station = GroundStation.xinglong();
    var overpass = station.overpasses(orbit, 20, DAY, 10).highest();
    var pass = MICIUS.pass(orbit, station, overpass);
    assertEquals(overpass.durationS(), pass.durationS(), 1e-6);
    var still = MICIUS.pass(overpass.maxElevationDeg());
    assertEquals(1, pass.durationS() / still.durationS(), 0.1);
    // the station is on the ellipsoid, some km nearer or farther than the sphere
    assertEquals(still.meanLink().lossDb(), pass.meanLink().lossDb(), 0.3);
    assertTrue(
        MICIUS.withMinElevationDeg(40).pass(orbit, station, overpass).durationS()
            < pass.durationS());
  }

  @Test
  void aDualDownlinkIsSeenFromBothEnds() {
    var orbit = CircularOrbit.micius();
    var alice = GroundStation.delingha();
    var bob = GroundStation.nanshan();
    assertEquals(1120, alice.rangeKm(bob.position()), 15); // Yin et al. 2020
    var passes = alice.overpasses(orbit, 20, DAY, 30);
    var duals = MICIUS.dualPasses(orbit, alice, bob, passes);
    assertEquals(passes.count(), MICIUS.passes(orbit, alice, passes).size());
    assertTrue(duals.size() < passes.count());
    var best =
        duals.stream().max((a, b) -> Double.compare(a.durationS(), b.durationS())).orElseThrow();
    assertTrue(best.durationS() > 60, "seconds seen from both: " + best.durationS());
    for (TimeSlice slice : best.slices()) {
      var arms = slice.link().split();
      assertEquals(
          arms.alice().transmittance() * arms.bob().transmittance(), slice.link().transmittance());
      assertTrue(slice.elevationDeg() >= 20);
      assertEquals(
          arms.alice().backgroundRateHz() + arms.bob().backgroundRateHz(),
          slice.link().backgroundRateHz());
    }
    var mean = best.meanLink().split();
    assertTrue(mean.alice().transmittance() > best.slices().get(0).link().transmittance());
    assertEquals(
        mean.alice().latencyMs() + mean.bob().latencyMs(), best.meanLink().latencyMs(), 1e-12);
  }

  @Test
  void upwardsTheTurbulenceIsAtTheBeginning() {
    double down = MICIUS.at(45).lossDb();
    var calm = MICIUS.uplink(10);
    // without turbulence the wide telescope sends a narrow beam; with it the beam is the seeing
    assertTrue(calm.withJitterUrad(0).at(45).lossDb() < down - 5);
    double up = MICIUS.uplink(0.1).at(45).lossDb();
    assertTrue(up > down + 8, "up " + up + ", down " + down);
    assertEquals(0.3, MICIUS.uplink(0.1).telescope().apertureM());
    // twice the coherence length, half the seeing: 6 dB
    assertEquals(6, steadyUplinkDb(0.1) - steadyUplinkDb(0.2), 0.2);
  }

  private static double steadyUplinkDb(double coherenceLengthM) {
    return MICIUS.uplink(coherenceLengthM).withJitterUrad(0).at(45).lossDb();
  }

  @Test
  void passesFollowOneAnother() {
    var first = MICIUS.pass(30);
    var second = MICIUS.pass(70);
    var both = SatellitePass.together(List.of(first, second));
    assertEquals(first.durationS() + second.durationS(), both.durationS(), 1e-9);
    assertEquals(first.durationS(), both.slices().get(first.slices().size()).startS(), 1e-9);
    var nothing = new SatellitePass(List.of());
    assertEquals(nothing, SatellitePass.together(List.of()));
    assertEquals(0, nothing.durationS());
    assertEquals(0, nothing.meanLink().transmittance());
    assertEquals(0, nothing.maxElevationDeg());
  }

  @Test
  void everyComponentCanBeChanged() {
    var sky = Sky.clearDay();
    assertSame(sky, MICIUS.withSky(sky).at(30).sky());
    assertEquals(1000, MICIUS.withAltitudeKm(1000).at(90).lengthKm(), 1e-9);
    assertEquals(0, MICIUS.withJitterUrad(0).at(30).budget().pointingDb());
    assertEquals(0, MICIUS.withAtmosphere(new Atmosphere(0)).at(30).airLossDb());
    assertTrue(
        MICIUS.withBeam(Beam.diffractionLimited(0.15, 848.6)).at(30).lossDb()
            < MICIUS.at(30).lossDb() - 7);
    assertTrue(
        MICIUS.withTelescope(Telescope.xinglong().withApertureM(0.5)).at(30).lossDb()
            > MICIUS.at(30).lossDb() + 5);
  }

  @Test
  void refusesWhatCannotBe() {
    refuses("altitudeKm must be > 0 (above the ground), was 0.0", () -> MICIUS.withAltitudeKm(0));
    refuses("minElevationDeg must be from 0 to 90, was -1.0", () -> MICIUS.withMinElevationDeg(-1));
    refuses("maxElevationDeg must be from 20 to 90, was 10.0", () -> MICIUS.pass(10));
    assertThrows(IllegalArgumentException.class, () -> MICIUS.atRangeKm(499));
    assertThrows(IllegalArgumentException.class, () -> MICIUS.atRangeKm(3000));
    refuses("elevationDeg must be from 0 to 90, was NaN", () -> MICIUS.at(Double.NaN));
    refuses("jitterUrad must be ≥ 0 and finite, was -1.0", () -> MICIUS.withJitterUrad(-1));
    refuses("durationS must be > 0 and finite, was 0.0", () -> new TimeSlice(0, 0, 30, () -> 1));
  }

  private static void refuses(String message, Executable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
