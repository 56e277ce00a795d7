package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qnet.data.Column;
import qnet.data.Schema;
import tech.tablesaw.api.ColumnType;

class TablesTest {
  private enum Medium {
    FIBRE
  }

  private record Receiver(double efficiency, double darkCountRateHz) {}

  private record Span(
      String name,
      double lengthKm,
      long pulses,
      int year,
      boolean lit,
      Medium medium,
      Receiver bob) {}

  private record Rounds(List<Integer> perLevel) {
    @Override
    public String toString() {
      return perLevel.size() + " levels";
    }
  }

  private record Share(int part, int whole) {
    @Override
    public String toString() {
      return part + " of " + whole;
    }
  }

  private record Plan(Rounds rounds, Share share) {}

  @Test
  void onlyARecordThatDoesNotFitIntoCellsSpeaksForItself() {
    var table = Tables.of(List.of(new Plan(new Rounds(List.of(1, 2)), new Share(3, 4))));
    assertEquals(List.of("rounds", "share part", "share whole"), table.columnNames());
    assertEquals("2 levels", table.getString(0, 0));
  }

  @Test
  void recordsBecomeATableForPeople() {
    var table =
        Tables.of(
            List.of(
                new Span("a", 80, 10_000_000_000L, 2026, true, Medium.FIBRE, new Receiver(0.2, 50)),
                new Span(null, Double.NaN, 1, 2027, false, null, null)));
    assertEquals("Span", table.name());
    assertEquals(
        List.of(
            "name",
            "length, km",
            "pulses",
            "year",
            "lit",
            "medium",
            "Bob efficiency",
            "Bob dark count rate, Hz"),
        table.columnNames());
    assertEquals(
        List.of(
            ColumnType.STRING,
            ColumnType.DOUBLE,
            ColumnType.LONG,
            ColumnType.LONG,
            ColumnType.BOOLEAN,
            ColumnType.STRING,
            ColumnType.DOUBLE,
            ColumnType.DOUBLE),
        Arrays.asList(table.typeArray()));
    assertEquals(80.0, table.doubleColumn("length, km").get(0));
    assertEquals(10_000_000_000L, table.longColumn("pulses").get(0));
    assertTrue(table.booleanColumn("lit").get(0));
    assertFalse(table.booleanColumn("lit").get(1));
    assertEquals("FIBRE", table.stringColumn("medium").get(0));
    assertEquals(50.0, table.doubleColumn("Bob dark count rate, Hz").get(0));
    for (int column : new int[] {0, 1, 5, 6, 7}) {
      assertTrue(table.column(column).isMissing(1), table.column(column).name());
    }
  }

  @Test
  void recordsOfTwoClassesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Tables.of(List.of(new Receiver(1, 1), new Pair(1))));
  }

  private record Pair(int x) {}

  @Test
  void noRecordsGiveAnEmptyTable() {
    assertEquals(0, Tables.of(List.of()).columnCount());
  }

  @Test
  void theKitsExperimentsAreTyped() {
    var table = Tables.data("qkd-experiments");
    assertEquals("qkd-experiments", table.name());
    assertEquals(ColumnType.LONG, table.column("year").type());
    assertEquals(ColumnType.DOUBLE, table.column("distance, km").type());
    assertEquals(ColumnType.BOOLEAN, table.column("finite key").type());
    var far = table.where(table.doubleColumn("distance, km").isGreaterThan(400));
    assertTrue(far.rowCount() > 3 && far.rowCount() < table.rowCount());
    assertThrows(IllegalArgumentException.class, () -> Tables.data("nothing"));
  }

  @Test
  void filesOfOnesOwn(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("mine.csv");
    Files.writeString(file, "length_km,note\n1.5,\n,seen\n");
    var schema =
        Schema.of("mine", Column.number("length_km").optional(), Column.text("note").optional());
    var table = Tables.read(file, schema);
    assertEquals(List.of("length, km", "note"), table.columnNames());
    assertEquals(1.5, table.doubleColumn(0).get(0));
    assertTrue(table.doubleColumn(0).isMissing(1));
    assertEquals("seen", table.stringColumn(1).get(1));
  }
}
