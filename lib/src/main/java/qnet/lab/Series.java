package qnet.lab;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Takes the numbers of a series out of a table. */
final class Series {
  private Series() {}

  static boolean isNumeric(Table table, String column) {
    return table.column(column) instanceof NumericColumn;
  }

  /** Whether a column holds the standard errors of another one. */
  static boolean isError(Table table, String column) {
    return column.endsWith(Sweep.ERROR)
        && table.containsColumn(column.substring(0, column.length() - Sweep.ERROR.length()));
  }

  /** The standard errors of a column, null if the table has none. */
  static double[] errors(Table table, String column) {
    return table.containsColumn(column + Sweep.ERROR) ? numbers(table, column + Sweep.ERROR) : null;
  }

  static double[] numbers(Table table, String column) {
    check(table, column);
    if (!(table.column(column) instanceof NumericColumn<?> numbers)) {
      throw new IllegalArgumentException("column \"" + column + "\" must hold numbers");
    }
    return IntStream.range(0, numbers.size())
        .mapToDouble(i -> numbers.isMissing(i) ? Double.NaN : numbers.getDouble(i))
        .toArray();
  }

  /** The words of some columns, joined by blanks, row by row. */
  static String[] labels(Table table, String... columns) {
    Arrays.stream(columns).forEach(column -> check(table, column));
    return IntStream.range(0, table.rowCount())
        .mapToObj(
            row ->
                Arrays.stream(columns)
                    .map(column -> word(table.column(column), row))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(" ")))
        .toArray(String[]::new);
  }

  private static String word(Column<?> column, int row) {
    return column instanceof DoubleColumn numbers && !numbers.isMissing(row)
        ? Numbers.format(numbers.getDouble(row))
        : column.getString(row);
  }

  /** A bar that reaches 0 ends, on a logarithmic axis, far below every picture. */
  static double drawnError(double y, double error, boolean log) {
    double drawn = Double.isNaN(error) ? 0 : error;
    return log ? Math.min(drawn, y * (1 - 1e-9)) : drawn;
  }

  /** The values of some rows. */
  static double[] take(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
  }

  /** One side of an area forwards, then the other one backwards. */
  static double[] thereAndBack(double[] there, double[] back) {
    int n = there.length;
    double[] both = Arrays.copyOf(there, 2 * n);
    for (int i = 0; i < n; i++) {
      both[n + i] = back[n - 1 - i];
    }
    return both;
  }

  private static void check(Table table, String column) {
    if (!table.containsColumn(column)) {
      throw new IllegalArgumentException(
          "column must be one of " + table.columnNames() + ", was \"" + column + "\"");
    }
  }
}
