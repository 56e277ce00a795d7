package qnet.timeline;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * Mosca's inequality: data are exposed if the time they must stay secret and the time the migration
 * takes are together longer than the time until a quantum computer reads them.
 *
 * <p>exposed ⇔ x + y > z
 *
 * <p>P(exposed) = P(x + y > z) = ∫ F_z(t + x) dF_y(t)
 *
 * <p>x is the shelf life, y the time until the last data are encrypted in a way that withstands the
 * computer, z the time until there is one. The last data under the old keys are recorded on the day
 * the migration ends; whoever keeps the record waits for the computer.
 *
 * <p>Valid for data that are recorded on the way; z and y independent.
 *
 * <p>Ignores that a new computer needs time for each key and will be used for the most valuable
 * data first.
 *
 * <p>Reference: M. Mosca, IEEE Secur. Priv. 16 (5), 38 (2018), doi:10.1109/MSP.2018.3761723.
 *
 * @param shelfLifeYears x, how long the data must stay secret, ≥ 0
 * @param migration when the last data are protected: now + y
 */
public record Mosca(double shelfLifeYears, Arrival migration) {
  private static final int CHUNK = 1 << 13;
  private static final int QUANTILES = 20_000;

  /**
   * Checks the shelf life.
   *
   * @param shelfLifeYears x, how long the data must stay secret, ≥ 0
   * @param migration when the last data are protected: now + y
   * @throws IllegalArgumentException if the shelf life is out of range
   */
  public Mosca {
    Require.atLeast("shelfLifeYears", shelfLifeYears, 0);
  }

  /**
   * Health records and a migration that ends as the agencies ask.
   *
   * @return 20 years, the end of 2035
   */
  public static Mosca standard() {
    return new Mosca(20, Arrival.on(2035));
  }

  /**
   * The same migration for other data.
   *
   * @param newShelfLifeYears x
   * @return the inequality
   */
  public Mosca withShelfLifeYears(double newShelfLifeYears) {
    return new Mosca(newShelfLifeYears, migration);
  }

  /**
   * The same data with another migration.
   *
   * @param newMigration when the last data are protected
   * @return the inequality
   */
  public Mosca withMigration(Arrival newMigration) {
    return new Mosca(shelfLifeYears, newMigration);
  }

  /**
   * The inequality for three known times.
   *
   * @param shelfLifeYears x
   * @param migrationYears y
   * @param computerYears z
   * @return x + y > z
   */
  public static boolean exposed(
      double shelfLifeYears, double migrationYears, double computerYears) {
    Require.atLeast("shelfLifeYears", shelfLifeYears, 0);
    Require.atLeast("migrationYears", migrationYears, 0);
    Require.atLeast("computerYears", computerYears, 0);
    return shelfLifeYears + migrationYears > computerYears; // Mosca 2018
  }

  /**
   * The probability that the last data of the migration are read while they must be secret.
   *
   * @param computer when there is a quantum computer that breaks the old keys
   * @return P(x + y > z)
   */
  public double exposedProbability(Arrival computer) {
    double sum = 0;
    for (int i = 0; i < QUANTILES; i++) {
      double migrated = migration.quantileYear((i + 0.5) / QUANTILES);
      sum += computer.probabilityBy(migrated + shelfLifeYears);
    }
    return sum / QUANTILES;
  }

  /**
   * Draws the end of the migration and the first computer.
   *
   * @param computer when there is a quantum computer that breaks the old keys
   * @param trials how many draws, at least 1
   * @param rng the source of randomness
   * @return how often x + y > z
   */
  public Estimate trials(Arrival computer, long trials, RandomGenerator rng) {
    return Parallel.count(
        trials,
        CHUNK,
        rng,
        random -> {
          double z = computer.drawYear(random);
          return migration.drawYear(random) + shelfLifeYears > z;
        });
  }
}
