package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.AmplifiedLink;
import qnet.channel.Atmosphere;
import qnet.channel.Beam;
import qnet.channel.CircularOrbit;
import qnet.channel.FreeSpace;
import qnet.channel.GroundStation;
import qnet.channel.OrbitGeometry;
import qnet.channel.SatelliteLink;
import qnet.channel.SatellitePass;
import qnet.channel.Sky;
import qnet.channel.Telescope;
import qnet.channel.TleOrbit;
import qnet.qkd.Bb84;
import qnet.qkd.MeasureAndResend;
import qnet.qkd.PassKey;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Security;

/** The rows of links through air and space, of satellites, and of relays that cannot work. */
final class SpaceLedger {
  private static final SatelliteLink MICIUS = SatelliteLink.micius();
  private static final OrbitGeometry LOW_ORBIT = new OrbitGeometry(500);

  /** A detector of 50 %. */
  private static final double HALF_DB = 10 * Math.log10(2);

  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry("beam-collected", SpaceLedger::collectedDb),
          Map.entry(
              "beam-jitter",
              () ->
                  Beam.diffractionLimited(0.001, 850)
                      .withDivergenceUrad(1300)
                      .keptUnderJitter(1, 1e-6, 400)),
          Map.entry(
              "telescope-background",
              () -> new Telescope(1, 1, 100, 1).backgroundRateHz(new Sky(1e-4), 850)),
          Map.entry("sky-night", () -> Sky.darkNight().radianceWPerM2SrUm()),
          Map.entry("air-mass", () -> Atmosphere.airMass(10)),
          Map.entry("canary-loss", () -> FreeSpace.canaryIslands().lossDb()),
          Map.entry("orbit-slant-range", () -> LOW_ORBIT.slantRangeKm(10)),
          Map.entry("orbit-period", LOW_ORBIT::periodS),
          Map.entry("orbit-pass", () -> LOW_ORBIT.passDurationS(10, 90)),
          Map.entry("orbit-sun-synchronous", () -> CircularOrbit.micius().inclinationDeg()),
          Map.entry(
              "station-distance",
              () -> GroundStation.delingha().rangeKm(GroundStation.nanshan().position())),
          Map.entry("tle-verification", SpaceLedger::verificationRadiusKm),
          Map.entry("micius-diffraction", () -> MICIUS.atRangeKm(1200).budget().spreadingDb()),
          Map.entry("micius-loss-645", () -> MICIUS.atRangeKm(645).lossDb() + HALF_DB),
          Map.entry("micius-loss-1200", () -> MICIUS.atRangeKm(1200).lossDb() + HALF_DB),
          Map.entry("micius-pass", () -> bestPass().durationS()),
          Map.entry("micius-sifted", () -> bestKey().siftedBits()),
          Map.entry("micius-key", () -> bestKey().keyBits()),
          Map.entry(
              "amplifier-noise",
              () -> new AmplifiedLink(() -> 0.1, 10, () -> 1, 1e9).noisePhotons()),
          Map.entry(
              "relay-error-rate",
              () -> new MeasureAndResend(Bb84.ideal()).over(() -> 1, () -> 1).qber()));

  private SpaceLedger() {}

  private static double collectedDb() {
    // a radius of 6 m at 1200 km
    var beam = Beam.diffractionLimited(0.2, 850).withDivergenceUrad(5);
    return -10 * Math.log10(beam.collected(1200, 1));
  }

  private static double verificationRadiusKm() {
    var orbit =
        TleOrbit.of(
            "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753",
            "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667");
    var place = orbit.at(orbit.epoch().plusSeconds(360 * 60));
    return Math.sqrt(
        place.xKm() * place.xKm() + place.yKm() * place.yKm() + place.zKm() * place.zKm());
  }

  private static SatellitePass bestPass() {
    return MICIUS.pass(LOW_ORBIT.elevationAtRangeDeg(645));
  }

  private static PassKey bestKey() {
    return PracticalDecoyBb84.micius().overPass(bestPass(), Security.standard());
  }
}
