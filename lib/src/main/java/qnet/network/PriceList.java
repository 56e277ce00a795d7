package qnet.network;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import qnet.data.DataRow;
import qnet.data.KitData;

/**
 * What the parts of a quantum network cost.
 *
 * <p>Prices of quantum key distribution are hardly ever public. The ranges of {@link #published()}
 * are therefore wide, and what a plan says can be no better.
 *
 * <p>Ignores staff, power, rooms, repairs and interest, of which no public numbers were found.
 *
 * @param pair a transmitter with its receiver
 * @param cooledDetectors superconducting detectors for one receiver, with their cooler
 * @param site a trusted node: room, guard, key store
 * @param fiberKm one kilometre of one fibre for the time of the plan
 * @param satellite a satellite in orbit
 */
public record PriceList(
    CostRange pair,
    CostRange cooledDetectors,
    CostRange site,
    CostRange fiberKm,
    CostRange satellite) {
  /**
   * The ranges of data/costs.csv: from the least to the most that a row with that {@code price_of}
   * names. A site may also cost nothing more, if it is a room of an exchange that is there.
   *
   * @return the prices
   */
  public static PriceList published() {
    var rows = KitData.rows(KitData.COSTS);
    return new PriceList(
        range(rows, "pair"),
        range(rows, "cooled detectors"),
        new CostRange(0, range(rows, "site").highUsd()),
        range(rows, "fibre km"),
        range(rows, "satellite"));
  }

  private static CostRange range(List<DataRow> rows, String part) {
    var priced = rows.stream().filter(row -> row.text("price_of").equals(part)).toList();
    return new CostRange(
        priced.stream().map(row -> row.number("low_usd")).min(Comparator.naturalOrder()).get(),
        priced.stream().map(row -> row.number("high_usd")).max(Comparator.naturalOrder()).get());
  }

  /**
   * This list with another price of a pair.
   *
   * @param pair a transmitter with its receiver
   * @return the changed list
   */
  public PriceList withPair(CostRange pair) {
    return new PriceList(pair, cooledDetectors, site, fiberKm, satellite);
  }

  /**
   * This list with another price of detectors.
   *
   * @param cooledDetectors superconducting detectors for one receiver
   * @return the changed list
   */
  public PriceList withCooledDetectors(CostRange cooledDetectors) {
    return new PriceList(pair, cooledDetectors, site, fiberKm, satellite);
  }

  /**
   * This list with another price of a site.
   *
   * @param site a trusted node
   * @return the changed list
   */
  public PriceList withSite(CostRange site) {
    return new PriceList(pair, cooledDetectors, site, fiberKm, satellite);
  }

  /**
   * This list with another price of fibre.
   *
   * @param fiberKm one kilometre of one fibre
   * @return the changed list
   */
  public PriceList withFiberKm(CostRange fiberKm) {
    return new PriceList(pair, cooledDetectors, site, fiberKm, satellite);
  }

  /**
   * This list with another price of a satellite.
   *
   * @param satellite a satellite in orbit
   * @return the changed list
   */
  public PriceList withSatellite(CostRange satellite) {
    return new PriceList(pair, cooledDetectors, site, fiberKm, satellite);
  }

  /** One list of certain prices out of these ranges. */
  PriceList drawn(RandomGenerator rng) {
    return new PriceList(
        certain(pair, rng),
        certain(cooledDetectors, rng),
        certain(site, rng),
        certain(fiberKm, rng),
        certain(satellite, rng));
  }

  /** The list of the prices in the middle of these ranges. */
  PriceList middle() {
    return new PriceList(
        middle(pair), middle(cooledDetectors), middle(site), middle(fiberKm), middle(satellite));
  }

  private static CostRange certain(CostRange range, RandomGenerator rng) {
    double usd = range.drawUsd(rng);
    return new CostRange(usd, usd);
  }

  private static CostRange middle(CostRange range) {
    return new CostRange(range.middleUsd(), range.middleUsd());
  }
}
