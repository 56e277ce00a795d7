package qnet.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import qnet.run.Require;

/**
 * The optical link between a satellite and the ground: a {@link FreeSpace} link for each elevation,
 * and time slices for each pass.
 *
 * <p>The same record is a downlink, an uplink ({@link #uplink}) and either arm of a dual downlink
 * ({@link #dualPass}): they differ in where the beam starts.
 *
 * <p>Valid for: the averages of {@link FreeSpace} and {@link Atmosphere}.
 *
 * <p>Ignores: clouds, the time to find each other at the beginning of a pass, light of the
 * satellite in the sun.
 *
 * <p>Reference: S.-K. Liao et al., Nature 549, 43 (2017), doi:10.1038/nature23655,
 * arXiv:1707.00542, for the terms of the budget.
 *
 * @param altitudeKm height of the satellite in kilometres, above 0
 * @param beam the beam that is sent
 * @param jitterUrad pointing jitter: standard deviation per axis in microradian, ≥ 0
 * @param telescope the receiver
 * @param atmosphere the loss in the air
 * @param sky what the receiver sees behind the sender
 * @param minElevationDeg lowest elevation at which the link is used, in degrees, from 0 to 90
 */
public record SatelliteLink(
    double altitudeKm,
    Beam beam,
    double jitterUrad,
    Telescope telescope,
    Atmosphere atmosphere,
    Sky sky,
    double minElevationDeg) {
  private static final double LONGEST_SLICE_S = 5;

  /**
   * Checks the components.
   *
   * @param altitudeKm as above
   * @param beam as above
   * @param jitterUrad as above
   * @param telescope as above
   * @param atmosphere as above
   * @param sky as above
   * @param minElevationDeg as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public SatelliteLink {
    new OrbitGeometry(altitudeKm);
    Objects.requireNonNull(beam);
    Require.notNegative("jitterUrad", jitterUrad);
    Objects.requireNonNull(telescope);
    Objects.requireNonNull(atmosphere);
    Objects.requireNonNull(sky);
    Require.between("minElevationDeg", minElevationDeg, 0, 90);
  }

  /**
   * The downlink of Micius to Xinglong in 2016, at night, above 20° (1193 km).
   *
   * <p>S.-K. Liao et al., Nature 549, 43 (2017), arXiv:1707.00542: 500 km, 848.6 nm, a telescope of
   * 300 mm that sends and one of 1 m that receives, 16 % in the optics on the ground, tracking to
   * 1.2 µrad, a beam of "about 10 µrad". The beam is read as 10 µrad full angle at 1/e of the
   * intensity (7.07 µrad half angle at 1/e²), which gives the printed 22 dB at 1200 km; diffraction
   * alone would give 10 dB. The air is not printed for the zenith: 2.7 dB there makes 7.9 dB at
   * 1200 km, in the printed range of 3 to 8 dB.
   *
   * @return the link
   */
  public static SatelliteLink micius() {
    return new SatelliteLink(
        500,
        Beam.diffractionLimited(0.15, 848.6).withDivergenceUrad(5 * Math.sqrt(2)),
        1.2,
        Telescope.xinglong(),
        new Atmosphere(2.7),
        Sky.darkNight(),
        20);
  }

  /**
   * This link to a satellite at another height.
   *
   * @param altitudeKm height in kilometres, above 0
   * @return the changed link
   */
  public SatelliteLink withAltitudeKm(double altitudeKm) {
    return new SatelliteLink(
        altitudeKm, beam, jitterUrad, telescope, atmosphere, sky, minElevationDeg);
  }

  /**
   * This link with another beam.
   *
   * @param beam the beam
   * @return the changed link
   */
  public SatelliteLink withBeam(Beam beam) {
    return new SatelliteLink(
        altitudeKm, beam, jitterUrad, telescope, atmosphere, sky, minElevationDeg);
  }

  /**
   * This link with another pointing jitter.
   *
   * @param jitterUrad standard deviation per axis in microradian, ≥ 0
   * @return the changed link
   */
  public SatelliteLink withJitterUrad(double jitterUrad) {
    return new SatelliteLink(
        altitudeKm, beam, jitterUrad, telescope, atmosphere, sky, minElevationDeg);
  }

  /**
   * This link with another receiver.
   *
   * @param telescope the receiver
   * @return the changed link
   */
  public SatelliteLink withTelescope(Telescope telescope) {
    return new SatelliteLink(
        altitudeKm, beam, jitterUrad, telescope, atmosphere, sky, minElevationDeg);
  }

  /**
   * This link through other air.
   *
   * @param atmosphere the loss in the air
   * @return the changed link
   */
  public SatelliteLink withAtmosphere(Atmosphere atmosphere) {
    return new SatelliteLink(
        altitudeKm, beam, jitterUrad, telescope, atmosphere, sky, minElevationDeg);
  }

  /**
   * This link under another sky.
   *
   * @param sky what the receiver sees behind the sender
   * @return the changed link
   */
  public SatelliteLink withSky(Sky sky) {
    return new SatelliteLink(
        altitudeKm, beam, jitterUrad, telescope, atmosphere, sky, minElevationDeg);
  }

  /**
   * This link down to another elevation.
   *
   * @param minElevationDeg lowest elevation in degrees, from 0 to 90
   * @return the changed link
   */
  public SatelliteLink withMinElevationDeg(double minElevationDeg) {
    return new SatelliteLink(
        altitudeKm, beam, jitterUrad, telescope, atmosphere, sky, minElevationDeg);
  }

  /**
   * The same two telescopes used upwards: the ground sends with the whole aperture of its
   * telescope, the satellite receives with the one that sent (twice the waist of its beam). The
   * turbulent air is now at the beginning of the way and spreads the beam; downwards it is at the
   * end.
   *
   * @param coherenceLengthM Fried's coherence length r₀ of the air in metres, above 0; 0.05 to 0.2
   *     at good places
   * @return the uplink
   */
  public SatelliteLink uplink(double coherenceLengthM) {
    return withBeam(
            Beam.diffractionLimited(telescope.apertureM() / 2, beam.wavelengthNm())
                .throughTurbulence(coherenceLengthM))
        .withTelescope(telescope.withApertureM(2 * beam.waistM()));
  }

  /**
   * The link at one elevation.
   *
   * @param elevationDeg elevation above the horizon in degrees, from 0 to 90
   * @return the link
   */
  public FreeSpace at(double elevationDeg) {
    return at(elevationDeg, new OrbitGeometry(altitudeKm).slantRangeKm(elevationDeg));
  }

  /**
   * The link at one distance.
   *
   * @param rangeKm slant range in kilometres, from the height of the satellite to its range at the
   *     horizon
   * @return the link
   */
  public FreeSpace atRangeKm(double rangeKm) {
    return at(new OrbitGeometry(altitudeKm).elevationAtRangeDeg(rangeKm));
  }

  private FreeSpace at(double elevationDeg, double rangeKm) {
    return new FreeSpace(
        rangeKm, atmosphere.lossDb(elevationDeg), beam, jitterUrad, telescope, sky);
  }

  /**
   * A pass in closed form, over an Earth that stands still.
   *
   * @param maxElevationDeg elevation at the culmination in degrees, from the lowest elevation to 90
   * @return the pass, in slices of at most 5 s
   */
  public SatellitePass pass(double maxElevationDeg) {
    Require.between("maxElevationDeg", maxElevationDeg, minElevationDeg, 90);
    var geometry = new OrbitGeometry(altitudeKm);
    double durationS = geometry.passDurationS(minElevationDeg, maxElevationDeg);
    return slices(
        durationS,
        timeS -> {
          double elevation = geometry.elevationDeg(maxElevationDeg, timeS - durationS / 2);
          return new TimeSlice(0, 1, elevation, at(elevation));
        });
  }

  /**
   * A pass of a satellite on its orbit; the height of this link does not matter here.
   *
   * @param orbit the orbit
   * @param station the station
   * @param overpass the pass, of {@link GroundStation#overpasses}
   * @return the pass, in slices of at most 5 s, without those below the lowest elevation
   */
  public SatellitePass pass(Orbit orbit, GroundStation station, Overpass overpass) {
    return pass(overpass, time -> slice(orbit.at(time), station));
  }

  /**
   * A pass in which the satellite sends to two stations at once.
   *
   * @param orbit the orbit
   * @param alice a station
   * @param bob the other station, with the same telescope
   * @param overpass a pass over either station
   * @return the pass, in slices of at most 5 s, of the times when both see the satellite above the
   *     lowest elevation; empty if they never do
   */
  public SatellitePass dualPass(
      Orbit orbit, GroundStation alice, GroundStation bob, Overpass overpass) {
    return pass(
        overpass,
        time -> {
          var place = orbit.at(time);
          var toAlice = slice(place, alice);
          var toBob = slice(place, bob);
          return toAlice == null || toBob == null
              ? null
              : new TimeSlice(
                  0,
                  1,
                  Math.min(toAlice.elevationDeg(), toBob.elevationDeg()),
                  new DualDownlink(toAlice.link(), toBob.link()));
        });
  }

  /**
   * Many passes of a satellite on its orbit.
   *
   * @param orbit the orbit
   * @param station the station
   * @param overpasses the passes, of {@link GroundStation#overpasses}
   * @return one pass for each of them
   */
  public List<SatellitePass> passes(Orbit orbit, GroundStation station, Overpasses overpasses) {
    return overpasses.list().stream().map(pass -> pass(orbit, station, pass)).toList();
  }

  /**
   * The times of many passes in which the satellite sends to two stations at once.
   *
   * @param orbit the orbit
   * @param alice a station
   * @param bob the other station, with the same telescope
   * @param overpasses the passes over either station
   * @return those in which both see the satellite above the lowest elevation
   */
  public List<SatellitePass> dualPasses(
      Orbit orbit, GroundStation alice, GroundStation bob, Overpasses overpasses) {
    return overpasses.list().stream()
        .map(pass -> dualPass(orbit, alice, bob, pass))
        .filter(pass -> !pass.slices().isEmpty())
        .toList();
  }

  /** Null below the lowest elevation. */
  private TimeSlice slice(Position satellite, GroundStation station) {
    double elevation = station.elevationDeg(satellite);
    return elevation < minElevationDeg
        ? null
        : new TimeSlice(0, 1, elevation, at(elevation, station.rangeKm(satellite)));
  }

  private static SatellitePass pass(Overpass overpass, Function<Instant, TimeSlice> at) {
    return slices(
        overpass.durationS(),
        timeS -> at.apply(overpass.rise().plus(Duration.ofNanos(Math.round(timeS * 1e9)))));
  }

  /** Equal slices, each with the link in its middle; those that are null are left out. */
  private static SatellitePass slices(double durationS, DoubleFunction<TimeSlice> middle) {
    int count = (int) Math.ceil(durationS / LONGEST_SLICE_S);
    var slices = new ArrayList<TimeSlice>();
    for (int i = 0; i < count; i++) {
      double lengthS = durationS / count;
      var slice = middle.apply((i + 0.5) * lengthS);
      if (slice != null) {
        slices.add(new TimeSlice(i * lengthS, lengthS, slice.elevationDeg(), slice.link()));
      }
    }
    return new SatellitePass(slices);
  }
}
