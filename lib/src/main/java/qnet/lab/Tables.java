package qnet.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import qnet.data.Csv;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.data.Schema;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Makes tables of records and of data files, with headers for people (see {@link Labels}).
 *
 * <p>Numbers become columns of numbers, NaN and null become missing values, everything else is
 * text.
 */
public final class Tables {
  private Tables() {}

  /**
   * A table of records: a row each, a column a component.
   *
   * <p>A component that is itself a record becomes the columns of its own components, unless it has
   * words of its own for what it is and parts that do not fit into a cell.
   *
   * @param rows records of one class
   * @return the table, without columns if there are no rows
   * @throws IllegalArgumentException if the records are of different classes
   */
  public static Table of(List<? extends Record> rows) {
    if (rows.isEmpty()) {
      return Table.create();
    }
    Class<?> type = rows.get(0).getClass();
    for (Record row : rows) {
      if (row.getClass() != type) {
        throw new IllegalArgumentException(
            "rows must be of one class, were a "
                + type.getSimpleName()
                + " and a "
                + row.getClass().getSimpleName());
      }
    }
    return Table.create(type.getSimpleName(), columns("", type, rows));
  }

  /**
   * A data file of the kit.
   *
   * @param name the name of the file without {@code .csv}: "qkd-experiments"
   * @return the table
   * @throws IllegalArgumentException if the kit has no such file
   */
  public static Table data(String name) {
    Schema schema = KitData.schema(name);
    return of(schema, KitData.rows(schema));
  }

  /**
   * A data file of your own.
   *
   * @param path the file
   * @param schema what it must look like
   * @return the table
   * @throws IllegalArgumentException if the file does not agree with the schema
   */
  public static Table read(Path path, Schema schema) {
    return of(schema, Csv.read(path, schema));
  }

  private static Table of(Schema schema, List<DataRow> rows) {
    Table table = Table.create(schema.name());
    for (int c = 0; c < schema.columns().size(); c++) {
      int column = c;
      table.addColumns(
          column(
              schema.columns().get(c).name(),
              switch (schema.columns().get(c).type()) {
                case NUMBER -> double.class;
                case INTEGER -> long.class;
                case BOOLEAN -> boolean.class;
                case TEXT, CHOICE -> String.class;
              },
              new ArrayList<>(rows.stream().map(row -> row.values().get(column)).toList())));
    }
    return table;
  }

  private static List<Column<?>> columns(String prefix, Class<?> type, List<?> rows) {
    var columns = new ArrayList<Column<?>>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix.isEmpty() ? component.getName() : prefix + "_" + component.getName();
      var values = new ArrayList<Object>();
      rows.forEach(row -> values.add(row == null ? null : value(component, row)));
      Class<?> nested = component.getType();
      if (nested.isRecord() && (isFlat(nested) || values.stream().noneMatch(Tables::hasOwnText))) {
        columns.addAll(columns(name, component.getType(), values));
      } else {
        columns.add(column(name, component.getType(), values));
      }
    }
    return columns;
  }

  /** Whether each component of a record fits into a cell. */
  private static boolean isFlat(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .allMatch(part -> part.isPrimitive() || part.isEnum() || part == String.class);
  }

  /** Whether a record says what it is in its own words, not in those of every record. */
  private static boolean hasOwnText(Object value) {
    return value != null && !value.toString().startsWith(value.getClass().getSimpleName() + "[");
  }

  private static Column<?> column(String name, Class<?> type, List<Object> values) {
    String label = Labels.of(name);
    if (type == double.class || type == Double.class || type == float.class) {
      var column = DoubleColumn.create(label);
      values.forEach(v -> column.append(v == null ? Double.NaN : ((Number) v).doubleValue()));
      return column;
    }
    if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
      var column = LongColumn.create(label);
      for (Object v : values) {
        if (v == null) {
          column.appendMissing();
        } else {
          column.append(((Number) v).longValue());
        }
      }
      return column;
    }
    if (type == boolean.class || type == Boolean.class) {
      var column = BooleanColumn.create(label);
      values.forEach(v -> column.append((Boolean) v));
      return column;
    }
    var column = StringColumn.create(label);
    values.forEach(v -> column.append(v == null ? "" : v.toString()));
    return column;
  }

  private static Object value(RecordComponent component, Object row) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true); // a record of a cell need not be public
      return accessor.invoke(row);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          component.getName() + " of " + row + " cannot be read: " + e.getCause(), e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
