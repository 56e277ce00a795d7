package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.run.Estimate;

class FreeSpaceTest {
  private static final Beam WIDE = Beam.diffractionLimited(0.02, 800).withDivergenceUrad(100);

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/free-space.csv", numLinesToSkip = 1)
  void referenceRows(
      String id, String quantity, double a, double b, double c, double expected, double tolerance) {
    double actual =
        switch (quantity) {
          case "diffraction loss dB" ->
              -10 * Math.log10(Beam.diffractionLimited(a, b).collected(c, 1));
          case "diffraction loss of Micius dB" ->
              SatelliteLink.micius().atRangeKm(c).budget().spreadingDb();
          // the intensity on the axis of a Gaussian beam of half angle θ√2 is that of a disc of θ
          case "uniform disc dB" ->
              -10
                  * Math.log10(
                      Beam.diffractionLimited(0.1, 848.6)
                          .withDivergenceUrad(a / 2 * Math.sqrt(2))
                          .collected(c, b));
          case "kept under jitter" ->
              // a tiny waist at 1 km: a radius of a metres from a·1000 µrad
              Beam.diffractionLimited(0.001, 850)
                  .withDivergenceUrad(1000 * a)
                  .keptUnderJitter(1, 1e-6, 1000 * b);
          case "air mass" -> Atmosphere.airMass(a);
          case "background Hz" -> new Telescope(a, 1, b, c).backgroundRateHz(new Sky(1e-4), 850);
          default -> throw new IllegalArgumentException(quantity);
        };
    assertEquals(expected, actual, tolerance, id + " " + quantity);
  }

  @Test
  void aBeamSpreadsAsTheSquareOfTheDistance() {
    double near = WIDE.collected(100, 0.1);
    assertEquals(near / 4, WIDE.collected(200, 0.1), 1e-3 * near);
    assertEquals(4 * near, WIDE.collected(100, 0.2), 1e-2 * near);
    assertEquals(WIDE.waistM(), WIDE.radiusM(0));
    assertEquals(1, WIDE.collected(0, 1), 1e-12);
    var sharp = Beam.diffractionLimited(0.1, 800);
    double rayleighKm = Math.PI * 0.01 / 800e-9 / 1000;
    assertEquals(0.1 * Math.sqrt(2), sharp.radiusM(rayleighKm), 1e-12);
    assertEquals(sharp.divergenceUrad() / 2, sharp.withWaistM(0.2).divergenceUrad(), 1e-12);
    assertEquals(2 * sharp.divergenceUrad(), sharp.withWavelengthNm(1600).divergenceUrad(), 1e-12);
    assertEquals(3, sharp.withDivergenceUrad(3 * sharp.divergenceUrad()).quality(), 1e-12);
  }

  @Test
  void turbulenceAddsTheSeeingInQuadrature() {
    // 1 arcsecond of seeing, full width at half maximum
    double coherenceM = 0.98 * 800e-9 / (Math.PI / 180 / 3600);
    double halfAngleUrad = Math.PI / 180 / 3600 * 1e6 / 1.17741;
    var beam = Beam.diffractionLimited(0.5, 800);
    assertEquals(
        Math.hypot(beam.divergenceUrad(), halfAngleUrad),
        beam.throughTurbulence(coherenceM).divergenceUrad(),
        1e-4);
    assertEquals(beam.divergenceUrad(), beam.throughTurbulence(1e6).divergenceUrad(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.3, 1.2})
  void photonsOfATremblingBeamThatHitTheApertureAreAsMany(double apertureM) {
    var beam = Beam.diffractionLimited(0.1, 800).withDivergenceUrad(10);
    double lengthKm = 50;
    double jitterUrad = 4;
    double sigmaM = jitterUrad * 1e-6 * lengthKm * 1000;
    double radiusM = beam.radiusM(lengthKm);
    var random = new SplittableRandom(3);
    double sum = 0;
    double squares = 0;
    int trials = 40_000;
    for (int i = 0; i < trials; i++) {
      double centre = gaussian(random) * sigmaM;
      double height = gaussian(random) * sigmaM;
      // photons of one position of the beam, drawn on rings of the aperture
      double share = 0;
      int photons = 20;
      for (int k = 0; k < photons; k++) {
        double r = apertureM / 2 * Math.sqrt((k + random.nextDouble()) / photons);
        double angle = 2 * Math.PI * random.nextDouble();
        double x = r * Math.cos(angle) - centre;
        double y = r * Math.sin(angle) - height;
        share += Math.exp(-2 * (x * x + y * y) / (radiusM * radiusM));
      }
      double hit = share / photons * apertureM * apertureM / 2 / (radiusM * radiusM);
      sum += hit;
      squares += hit * hit;
    }
    double closed =
        beam.collected(lengthKm, apertureM) * beam.keptUnderJitter(lengthKm, apertureM, jitterUrad);
    var estimate = Estimate.ofSums(sum, squares, trials);
    // the equivalent beam is an approximation, to 2 % for an aperture as wide as the beam
    double slack = apertureM < 0.01 ? 0 : 0.025 * closed;
    assertEquals(closed, estimate.mean(), 4 * estimate.standardError() + slack);
  }

  private static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log1p(-random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  @Test
  void theBudgetAddsUpToTheLoss() {
    var link = SatelliteLink.micius().at(35);
    var budget = link.budget();
    assertEquals(link.lossDb(), budget.totalDb(), 1e-9);
    assertEquals(10 * Math.log10(1 / 0.16), budget.opticsDb(), 1e-12);
    assertTrue(budget.pointingDb() > 0.4 && budget.pointingDb() < 0.5);
    assertEquals(link.airLossDb(), budget.airDb());
    assertEquals(link.lengthKm() / 299.792458, link.latencyMs(), 1e-12);
  }

  @Test
  void straightUpTheAirIsThatOfTheZenith() {
    assertEquals(2.7, new Atmosphere(2.7).lossDb(90), 3e-3);
    assertEquals(1 / Math.sin(Math.toRadians(30)), Atmosphere.airMass(30), 0.01);
  }

  @Test
  void aBrightSkyIsLetInByViewFilterAndAperture() {
    var telescope = Telescope.xinglong();
    double rate = telescope.backgroundRateHz(Sky.clearDay(), 850);
    assertEquals(
        4 * rate,
        telescope.withFieldOfViewUrad(200).backgroundRateHz(Sky.clearDay(), 850),
        1e-6 * rate);
    assertEquals(
        rate / 4, telescope.withApertureM(0.5).backgroundRateHz(Sky.clearDay(), 850), 1e-6 * rate);
    assertEquals(
        rate / 10, telescope.withFilterNm(0.1).backgroundRateHz(Sky.clearDay(), 850), 1e-6 * rate);
    assertEquals(
        rate / 0.16,
        telescope.withEfficiency(1).backgroundRateHz(Sky.clearDay(), 850),
        1e-5 * rate);
    assertEquals(2 * rate, telescope.backgroundRateHz(Sky.clearDay(), 1700), 1e-6 * rate);
    var night = SatelliteLink.micius().at(30);
    assertEquals(
        Sky.fullMoon().radianceWPerM2SrUm() / Sky.darkNight().radianceWPerM2SrUm(),
        night.withSky(Sky.fullMoon()).backgroundRateHz() / night.backgroundRateHz(),
        1e-9);
  }

  @Test
  void theSkyOfAMagnitudeInWatts() {
    // zero point of band I, Bessell et al. 1998; SkyCalc's magnitudes per square arcsecond
    double squareArcsecondsPerSr = Math.pow(180 / Math.PI * 3600, 2);
    double zeroPoint = 1.126e-8 * squareArcsecondsPerSr;
    assertEquals(
        zeroPoint * Math.pow(10, -19.74 / 2.5), Sky.darkNight().radianceWPerM2SrUm(), 1e-7);
    assertEquals(zeroPoint * Math.pow(10, -17.95 / 2.5), Sky.fullMoon().radianceWPerM2SrUm(), 5e-7);
  }

  @Test
  void presetsAreWhatTheirPapersSay() {
    var canary = FreeSpace.canaryIslands();
    assertEquals(144, canary.lengthKm());
    assertEquals(35, canary.lossDb(), 0.5); // Schmitt-Manderbach et al. 2007, abstract
    var budget = canary.budget();
    assertTrue(budget.spreadingDb() > budget.airDb() && budget.airDb() > budget.opticsDb());
    var calm = canary.withBeam(Beam.diffractionLimited(0.05, 850));
    assertTrue(calm.budget().spreadingDb() < 4);
    var portable = FreeSpace.portable();
    assertEquals(1.6, portable.lengthKm());
    // Buttler et al. 2000: 13 % with detectors of 50 %, on average, ± 4 %
    assertEquals(0.13, portable.transmittance() * 0.5, 0.04);
    // and 6.7e-4 noise clicks per 5 ns gate, less than a clear sky would give
    double clicks = portable.backgroundRateHz() * 0.5 * 5e-9;
    assertTrue(clicks > 6.7e-4 && clicks < 6.7e-3, "noise clicks per gate: " + clicks);
  }

  @Test
  void refusesWhatCannotBe() {
    refuses("waistM must be > 0 and finite, was 0.0", () -> Beam.diffractionLimited(0, 800));
    refuses(
        "wavelengthNm must be > 0 and finite, was NaN", () -> WIDE.withWavelengthNm(Double.NaN));
    refuses("quality must be ≥ 1 and finite, was 0.9", () -> WIDE.withQuality(0.9));
    assertThrows(IllegalArgumentException.class, () -> WIDE.withDivergenceUrad(1));
    refuses("coherenceLengthM must be > 0 and finite, was 0.0", () -> WIDE.throughTurbulence(0));
    refuses(
        "apertureM must be > 0 and finite, was -1.0", () -> Telescope.xinglong().withApertureM(-1));
    refuses("radianceWPerM2SrUm must be ≥ 0 and finite, was -1.0", () -> new Sky(-1));
    refuses("zenithLossDb must be ≥ 0 and finite, was NaN", () -> new Atmosphere(Double.NaN));
    refuses("elevationDeg must be from 0 to 90, was -1.0", () -> Atmosphere.airMass(-1));
    var link = FreeSpace.portable();
    refuses("lengthKm must be ≥ 0 and finite, was -1.0", () -> link.withLengthKm(-1));
    refuses("airLossDb must be ≥ 0 and finite, was NaN", () -> link.withAirLossDb(Double.NaN));
    refuses("jitterUrad must be ≥ 0 and finite, was -0.1", () -> link.withJitterUrad(-0.1));
  }

  private static void refuses(String message, Executable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
  }
}
