package qnet.timeline;

import java.util.List;
import qnet.data.KitData;
import qnet.run.Require;

/**
 * A kind of data that somebody may record today and decrypt later: harvest now, decrypt later.
 *
 * <p>P(read in time) = F_z(year of recording + lifetime)
 *
 * <p>Ignores whether anybody records the data, and that one key may protect much of it.
 *
 * @param sector who owns the data
 * @param data what they are
 * @param lifetimeYears how long they must stay secret, ≥ 0
 * @param source where the lifetime comes from, or assumed
 */
public record Secret(String sector, String data, double lifetimeYears, String source) {
  /**
   * Checks the lifetime.
   *
   * @param sector who owns the data
   * @param data what they are
   * @param lifetimeYears how long they must stay secret, ≥ 0
   * @param source where the lifetime comes from, or assumed
   * @throws IllegalArgumentException if the lifetime is out of range
   */
  public Secret {
    Require.atLeast("lifetimeYears", lifetimeYears, 0);
  }

  /**
   * How exposed one kind of data is.
   *
   * @param sector who owns the data
   * @param data what they are
   * @param lifetimeYears how long they must stay secret
   * @param recordedProbability that what is recorded this year is read in time
   * @param migrationProbability that what is recorded on the last day of the migration is
   */
  public record Exposure(
      String sector,
      String data,
      double lifetimeYears,
      double recordedProbability,
      double migrationProbability) {}

  /**
   * The kinds of data of data/sectors.csv.
   *
   * @return in the order of the file
   */
  public static List<Secret> all() {
    return KitData.rows(KitData.SECTORS).stream()
        .map(
            row ->
                new Secret(
                    row.text("sector"),
                    row.text("data"),
                    row.number("lifetime_years"),
                    row.text("source")))
        .toList();
  }

  /**
   * The exposure of all kinds of data.
   *
   * @param thisYear the year of recording
   * @param migration when the last data are protected
   * @param computer when there is a quantum computer that breaks the old keys
   * @return a row for each kind
   */
  public static List<Exposure> exposures(double thisYear, Arrival migration, Arrival computer) {
    return all().stream()
        .map(
            secret ->
                new Exposure(
                    secret.sector,
                    secret.data,
                    secret.lifetimeYears,
                    secret.readProbability(thisYear, computer),
                    new Mosca(secret.lifetimeYears, migration).exposedProbability(computer)))
        .toList();
  }

  /**
   * The probability that data recorded in one year are read while they must be secret.
   *
   * @param recordedYear when they are recorded
   * @param computer when there is a quantum computer that breaks their key
   * @return F_z(recordedYear + lifetime)
   */
  public double readProbability(double recordedYear, Arrival computer) {
    Require.finite("recordedYear", recordedYear);
    return computer.probabilityBy(recordedYear + lifetimeYears);
  }
}
