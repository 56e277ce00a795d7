package qnet.notebook;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;
import qnet.lab.Charts;
import qnet.lab.Labels;
import qnet.run.Estimate;
import qnet.state.ComplexMatrix;
import qnet.state.DensityMatrix;
import qnet.state.StateVector;
import tech.tablesaw.api.NumberColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Turns the value at the end of a cell into what the notebook shows and stores.
 *
 * <p>A record becomes a table of its components and, marked with =, of the values it derives; a
 * list of records and a {@link Table} become a table; a chart becomes a picture; a number, an
 * array, an {@link Estimate}, a state vector and a record with a text of its own become a line; a
 * matrix of up to 8×8 becomes a table between kets and bras. Numbers have 4 significant digits, and
 * a unit in a name becomes a unit in the title.
 */
public final class Renderers {
  /** The types that a kernel is told to leave to {@link #show}, together with their subtypes. */
  public static final List<Class<?>> TYPES =
      List.of(
          Record.class,
          List.class,
          Table.class,
          IChart.class,
          ComplexMatrix.class,
          DensityMatrix.class,
          StateVector.class,
          Double.class,
          String[].class,
          double[].class,
          int[].class,
          long[].class,
          boolean[].class,
          byte[].class,
          double[][].class);

  private static final int PIXELS_PER_POINT = 2;

  private Renderers() {}

  /**
   * What a notebook shows for a value.
   *
   * @param value any value, also null
   * @return the bundle; plain text for a value of none of the {@link #TYPES}
   */
  public static Shown show(Object value) {
    if (value instanceof Estimate estimate) {
      return Shown.text(Values.estimate(estimate) + ", " + estimate.trials() + " trials");
    }
    if (States.isMatrix(value)) {
      return States.matrix("", value);
    }
    if (value instanceof Record one && !RecordFields.hasOwnText(one)) {
      return record(one);
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof Table table) {
      return table(table);
    }
    if (value instanceof IChart chart) {
      return chart(chart);
    }
    if (value instanceof double[][] matrix) {
      return matrix(matrix);
    }
    if (value instanceof String[] words) {
      return Shown.text(Arrays.toString(words));
    }
    if (value instanceof Double || (value != null && value.getClass().isArray())) {
      return Shown.text(Values.line(value));
    }
    return Shown.text(String.valueOf(value));
  }

  private static Shown record(Record value) {
    var rows = new ArrayList<List<Grid.Cell>>();
    var tables = new ArrayList<Shown>();
    for (RecordFields.Field field : RecordFields.components(value)) {
      if (field.value() instanceof List<?> list && isRecords(list)) {
        tables.add(records(list.stream().map(Record.class::cast).toList()));
      } else if (States.isMatrix(field.value())) {
        tables.add(States.matrix(Labels.of(field.name()), field.value()));
      } else if (field.value() instanceof List<?> list && States.areMatrices(list)) {
        IntStream.range(0, list.size())
            .mapToObj(i -> States.matrix(Labels.of(field.name()) + " " + i, list.get(i)))
            .forEach(tables::add);
      } else {
        rows.add(List.of(Grid.Cell.text(Labels.of(field.name())), Values.cell(field.value())));
      }
    }
    for (RecordFields.Field field : RecordFields.derived(value)) {
      rows.add(List.of(Grid.Cell.text("= " + Labels.of(field.name())), Values.cell(field.value())));
    }
    Shown fields = new Grid(List.of(value.getClass().getSimpleName(), ""), rows, "").shown();
    return tables.stream().reduce(fields, Shown::above);
  }

  private static Shown list(List<?> values) {
    if (isRecords(values)) {
      return records(values.stream().map(Record.class::cast).toList());
    }
    if (!values.isEmpty() && values.get(0) instanceof Record) {
      return items(values);
    }
    if (!values.isEmpty() && values.stream().allMatch(StateVector.class::isInstance)) {
      return items(values);
    }
    return Shown.text(
        values.stream().allMatch(Number.class::isInstance)
            ? Values.array(values.toArray())
            : values.toString());
  }

  private static boolean isRecords(List<?> values) {
    return !values.isEmpty()
        && values.get(0) instanceof Record first
        && values.stream().allMatch(item -> item != null && item.getClass() == first.getClass());
  }

  private static Shown records(List<Record> values) {
    List<String> header =
        RecordFields.components(values.get(0)).stream()
            .map(field -> Labels.of(field.name()))
            .toList();
    List<List<Grid.Cell>> rows =
        values.stream()
            .limit(Grid.MOST_ROWS)
            .map(RecordFields::components)
            .map(fields -> fields.stream().map(field -> Values.cell(field.value())).toList())
            .toList();
    return new Grid(header, rows, Grid.noteOnRows(values.size())).shown();
  }

  /** States, or records of several classes, such as the events of a run: one line each. */
  private static Shown items(List<?> values) {
    List<List<Grid.Cell>> rows =
        IntStream.range(0, Math.min(values.size(), Grid.MOST_ROWS))
            .mapToObj(i -> List.of(Values.cell(i + 1), Values.cell(values.get(i))))
            .toList();
    return new Grid(List.of("", ""), rows, Grid.noteOnRows(values.size())).shown();
  }

  private static Shown table(Table table) {
    List<List<Grid.Cell>> rows =
        IntStream.range(0, Math.min(table.rowCount(), Grid.MOST_ROWS))
            .mapToObj(row -> table.columns().stream().map(column -> cell(column, row)).toList())
            .toList();
    return new Grid(table.columnNames(), rows, Grid.noteOnRows(table.rowCount())).shown();
  }

  private static Grid.Cell cell(Column<?> column, int row) {
    Object value = column.isMissing(row) ? null : column.get(row);
    return new Grid.Cell(Values.line(value), column instanceof NumberColumn);
  }

  private static Shown matrix(double[][] matrix) {
    int columns = Stream.of(matrix).mapToInt(row -> row.length).max().orElse(0);
    if (Stream.of(matrix).anyMatch(row -> row.length != columns) || columns > Grid.MOST_ROWS) {
      return Shown.text(
          String.join("\n", Stream.of(matrix).limit(Grid.MOST_ROWS).map(Values::array).toList()));
    }
    List<List<Grid.Cell>> rows =
        Stream.of(matrix)
            .limit(Grid.MOST_ROWS)
            .map(row -> IntStream.range(0, columns).mapToObj(i -> Values.cell(row[i])).toList())
            .toList();
    List<String> header = IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
    return new Grid(header, rows, Grid.noteOnRows(matrix.length)).shown();
  }

  /** Twice as many pixels as it is drawn wide, for sharp text on today's displays. */
  private static Shown chart(IChart chart) {
    int width = chart.getWidth();
    int height = chart.getHeight();
    var image =
        new BufferedImage(
            PIXELS_PER_POINT * width, PIXELS_PER_POINT * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    chart.paint(graphics, width, height);
    graphics.dispose();
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Shown.picture(Charts.describe(chart), png.toByteArray(), width, height);
  }
}
