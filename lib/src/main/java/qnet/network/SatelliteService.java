package qnet.network;

import java.util.Comparator;
import java.util.stream.Stream;
import qnet.channel.CircularOrbit;
import qnet.channel.GroundStation;
import qnet.channel.Orbit;
import qnet.channel.SatelliteLink;
import qnet.qkd.CountedProtocol;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Security;
import qnet.run.Require;

/**
 * A low satellite that makes key with each ground station as it passes, and carries it: a trusted
 * node that flies.
 *
 * <p>Key rate of a pair of stations: R = keyPerPassBits·passesPerDay/86 400
 *
 * <p>because the satellite announces the sum of the two keys, and the shorter one counts.
 *
 * <p>Valid for averages over days. Ignores weather, and the time a station waits for the next pass.
 *
 * @param name how it is called in a plan
 * @param keyPerPassBits secret key from one pass, ≥ 0
 * @param passesPerDay useful passes over each station a day, ≥ 0
 * @param assumption what the numbers rest on
 */
public record SatelliteService(
    String name, double keyPerPassBits, double passesPerDay, String assumption) {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double DAYS_OF_A_YEAR = 365;

  /**
   * Checks the components.
   *
   * @param name as above
   * @param keyPerPassBits as above
   * @param passesPerDay as above
   * @param assumption as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public SatelliteService {
    Require.text("name", name);
    Require.notNegative("keyPerPassBits", keyPerPassBits);
    Require.notNegative("passesPerDay", passesPerDay);
    Require.text("assumption", assumption);
  }

  /**
   * Jinan-1: 1.07 million bits in its best pass, and one such pass a day, which is an assumption.
   *
   * <p>Y. Li et al., Nature 640, 47 (2025), doi:10.1038/s41586-025-08739-z; the number as reported
   * by scitechdaily.com on 25 March 2025.
   *
   * @return the service
   */
  public static SatelliteService jinan1() {
    return new SatelliteService(
        "satellites, Jinan-1", 1.07e6, 1, "assumes the best published pass once a day");
  }

  /**
   * Micius over two stations, computed: {@link CircularOrbit#micius}, {@link SatelliteLink#micius}
   * and {@link PracticalDecoyBb84#micius}, every pass of a year's nights.
   *
   * @param alice a station
   * @param bob the other station
   * @return the service
   */
  public static SatelliteService micius(GroundStation alice, GroundStation bob) {
    return of(
            CircularOrbit.micius(),
            SatelliteLink.micius(),
            PracticalDecoyBb84.micius(),
            alice,
            bob,
            DAYS_OF_A_YEAR)
        .withName("satellites, Micius");
  }

  /**
   * The key that a satellite makes with two stations in the passes of their nights; the station
   * with less key counts.
   *
   * @param orbit the orbit, from its epoch on
   * @param link the light between satellite and ground
   * @param protocol the protocol, with settings that do not depend on the link
   * @param alice a station
   * @param bob the other station
   * @param days length of the time in days, above 0; 365 for all seasons
   * @return the service
   * @throws IllegalArgumentException if the satellite never rises high enough over a station
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static SatelliteService of(
      Orbit orbit,
      SatelliteLink link,
      CountedProtocol protocol,
      GroundStation alice,
      GroundStation bob,
      double days) {
    return Stream.of(alice, bob)
        .map(station -> over(orbit, link, protocol, station, days))
        .min(Comparator.comparingDouble(SatelliteService::bitsPerSecond))
        .orElseThrow();
  }

  private static SatelliteService over(
      Orbit orbit,
      SatelliteLink link,
      CountedProtocol protocol,
      GroundStation station,
      double days) {
    var nights = station.overpasses(orbit, link.minElevationDeg(), days).atNight();
    double bits =
        link.passes(orbit, station, nights).stream()
            .mapToDouble(pass -> protocol.overPass(pass, Security.standard()).keyBits())
            .sum();
    return new SatelliteService(
        "satellites, computed",
        bits / Math.max(1, nights.count()),
        nights.perDay(),
        "assumes every pass of every night, and no cloud");
  }

  /**
   * This service by another name.
   *
   * @param name how it is called in a plan
   * @return the changed service
   */
  public SatelliteService withName(String name) {
    return new SatelliteService(name, keyPerPassBits, passesPerDay, assumption);
  }

  /**
   * This service with other passes.
   *
   * @param keyPerPassBits secret key from one pass, ≥ 0
   * @return the changed service
   */
  public SatelliteService withKeyPerPassBits(double keyPerPassBits) {
    return new SatelliteService(name, keyPerPassBits, passesPerDay, assumption);
  }

  /**
   * This service with more or fewer passes.
   *
   * @param passesPerDay useful passes over each station a day, ≥ 0
   * @return the changed service
   */
  public SatelliteService withPassesPerDay(double passesPerDay) {
    return new SatelliteService(name, keyPerPassBits, passesPerDay, assumption);
  }

  /**
   * This service on other grounds.
   *
   * @param assumption what the numbers rest on
   * @return the changed service
   */
  public SatelliteService withAssumption(String assumption) {
    return new SatelliteService(name, keyPerPassBits, passesPerDay, assumption);
  }

  /**
   * Key that one satellite brings to one pair of stations.
   *
   * @return bits per second, averaged over a day
   */
  public double bitsPerSecond() {
    return keyPerPassBits * passesPerDay / SECONDS_PER_DAY;
  }

  /** How many satellites meet a demand; +∞ if none make any key. */
  double needed(double bitsPerSecond) {
    return Math.ceil(bitsPerSecond / bitsPerSecond());
  }

  LinePlan plan(double bitsPerSecond, PriceList prices) {
    if (bitsPerSecond() == 0) {
      return LinePlan.impossible(name, Double.NaN, "no key in any pass");
    }
    long satellites = (long) needed(bitsPerSecond);
    var bill = new Bill(0, 0, 0, 0, satellites);
    return new LinePlan(
        name,
        Double.NaN,
        1,
        Double.NaN,
        satellites,
        1,
        satellites * bitsPerSecond(),
        bill.at(prices.middle()).lowUsd(),
        bill.at(prices),
        assumption + "; each satellite is a trusted node; telescopes on the ground are not priced");
  }
}
