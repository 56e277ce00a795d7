package qnet.data;

import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One row of a data file, each cell already of the type its column declares.
 *
 * @param schema the schema of the file
 * @param lineNumber the line of the file on which the row starts, from 1
 * @param values the cells in order: String, Double, Long or Boolean, null where the cell is empty
 */
public record DataRow(Schema schema, int lineNumber, List<Object> values) {
  /**
   * Keeps an unmodifiable view of the values.
   *
   * @param schema the schema of the file
   * @param lineNumber the line of the file on which the row starts, from 1
   * @param values the cells in order: String, Double, Long or Boolean, null where the cell is empty
   */
  public DataRow {
    values = Collections.unmodifiableList(values);
  }

  /**
   * Whether a cell has a value.
   *
   * @param column the name of the column
   * @return false if the cell is empty
   */
  public boolean has(String column) {
    return value(column) != null;
  }

  /**
   * The text of a cell.
   *
   * @param column the name of a column of text or of a choice
   * @return the text, "" if the cell is empty
   */
  public String text(String column) {
    return (String) Objects.requireNonNullElse(value(column, String.class), "");
  }

  /**
   * The number in a cell.
   *
   * @param column the name of a column of numbers or whole numbers
   * @return the number, NaN if the cell is empty
   */
  public double number(String column) {
    Number number = (Number) value(column, Number.class);
    return number == null ? Double.NaN : number.doubleValue();
  }

  /**
   * The whole number in a cell.
   *
   * @param column the name of a column of whole numbers
   * @return the number
   * @throws IllegalArgumentException if the cell is empty: ask {@link #has(String)} first
   */
  public long integer(String column) {
    return (Long) known(column, value(column, Long.class));
  }

  /**
   * The truth value in a cell.
   *
   * @param column the name of a column of true and false
   * @return the truth value
   * @throws IllegalArgumentException if the cell is empty: ask {@link #has(String)} first
   */
  public boolean bool(String column) {
    return (Boolean) known(column, value(column, Boolean.class));
  }

  private Object value(String column) {
    return values.get(schema.indexOf(column));
  }

  private Object value(String column, Class<?> type) {
    Object value = value(column);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          "column "
              + column
              + " must hold a "
              + type.getSimpleName()
              + ", was "
              + schema.columns().get(schema.indexOf(column)).type());
    }
    return value;
  }

  private Object known(String column, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(
          schema.name() + ".csv, line " + lineNumber + ", column " + column + ": is empty");
    }
    return value;
  }
}
