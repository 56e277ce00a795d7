package qnet.claims;

import java.util.function.Predicate;
import java.util.stream.Stream;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.data.Schema;

/** Numbers out of the data files: the most, the least, how many. */
final class Records {
  private Records() {}

  /** The largest number of a column in the rows that are meant; NaN if none has one. */
  static double most(Schema schema, Predicate<DataRow> meant, String column) {
    return rows(schema, meant)
        .filter(row -> row.has(column))
        .mapToDouble(row -> row.number(column))
        .max()
        .orElse(Double.NaN);
  }

  /** The smallest number of a column in the rows that are meant; NaN if none has one. */
  static double least(Schema schema, Predicate<DataRow> meant, String column) {
    return rows(schema, meant)
        .filter(row -> row.has(column))
        .mapToDouble(row -> row.number(column))
        .min()
        .orElse(Double.NaN);
  }

  /** How many rows are meant. */
  static double count(Schema schema, Predicate<DataRow> meant) {
    return rows(schema, meant).count();
  }

  private static Stream<DataRow> rows(Schema schema, Predicate<DataRow> meant) {
    return KitData.rows(schema).stream().filter(meant);
  }
}
