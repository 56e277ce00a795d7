package qnet.data;

import java.util.List;

/**
 * What a data file must look like: its columns, in order.
 *
 * @param name the name of the file without {@code .csv}
 * @param columns the columns, at least one, no name twice
 */
public record Schema(String name, List<Column> columns) {
  /**
   * Checks the schema.
   *
   * @param name the name of the file without {@code .csv}
   * @param columns the columns, at least one, no name twice
   * @throws IllegalArgumentException if there is no column or a name appears twice
   */
  public Schema {
    columns = List.copyOf(columns);
    long names = columns.stream().map(Column::name).distinct().count();
    if (names == 0 || names != columns.size()) {
      throw new IllegalArgumentException(
          "columns must be at least one, with different names, were "
              + columns.stream().map(Column::name).toList());
    }
  }

  /**
   * A schema from its columns.
   *
   * @param name the name of the file without {@code .csv}
   * @param columns the columns in order
   * @return the schema
   */
  public static Schema of(String name, Column... columns) {
    return new Schema(name, List.of(columns));
  }

  /**
   * The headers in order.
   *
   * @return the names of the columns
   */
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * The place of a column.
   *
   * @param column its name
   * @return its index, from 0
   * @throws IllegalArgumentException if there is no such column
   */
  public int indexOf(String column) {
    int index = header().indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          "column must be one of " + header() + ", was \"" + column + "\"");
    }
    return index;
  }
}
