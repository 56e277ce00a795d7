package qnet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
  private static final Schema SCHEMA =
      Schema.of(
          "links",
          Column.text("name"),
          Column.number("length_km").atLeast(0).optional(),
          Column.integer("year").between(1984, 2100),
          Column.bool("field").optional(),
          Column.oneOf("read", "text", "secondary"));
  private static final String HEADER = "name,length_km,year,field,read\n";

  @TempDir Path directory;

  private List<DataRow> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<DataRow> read(byte[] bytes) throws IOException {
    Path file = directory.resolve("links.csv");
    Files.write(file, bytes);
    return Csv.read(file, SCHEMA);
  }

  @Test
  void readsTypedCells() throws IOException {
    var rows =
        read(HEADER + "Zürich,1.5e2,2004,true,text\r\n\"a \"\"b\"\", c\nd\",,1992,,secondary");
    assertEquals(2, rows.size());
    assertEquals("Zürich", rows.get(0).text("name"));
    assertEquals(150.0, rows.get(0).number("length_km"));
    assertEquals(2004, rows.get(0).integer("year"));
    assertEquals(2004.0, rows.get(0).number("year"));
    assertTrue(rows.get(0).bool("field"));
    assertEquals("a \"b\", c\nd", rows.get(1).text("name"));
    assertEquals(Double.NaN, rows.get(1).number("length_km"));
    assertFalse(rows.get(1).has("field"));
    assertEquals(3, rows.get(1).lineNumber());
  }

  @Test
  void readsAHeaderAlone() throws IOException {
    assertEquals(List.of(), read(HEADER));
  }

  /** One defect each; the message must name line, column or cell, and the reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,1,5,true,text                    | line 3, column year: must be from 1984.0",
        "a,\"1,5\",2004,true,text           | line 3, column length_km: must be a number, was \"1,5\"",
        "a,1 000,2004,true,text             | column length_km: must be a number",
        "a,0x10,2004,true,text              | column length_km: must be a number",
        "a,NaN,2004,true,text               | column length_km: must be a number",
        "a,1e999,2004,true,text             | column length_km: must be from 0.0",
        "a,-1,2004,true,text                | column length_km: must be from 0.0 to Infinity, was \"-1\"",
        "a,1,2004.5,true,text               | column year: must be a whole number, was \"2004.5\"",
        "a,1,2004,yes,text                  | column field: must be one of [true, false], was \"yes\"",
        "a,1,2004,true,memory               | column read: must be one of [text, secondary]",
        ",1,2004,true,text                  | column name: must have a value",
        "a,1,,true,text                     | column year: must have a value",
        "a,1,2004,true                      | line 3: must have 5 cells, has 4",
        "a;1;2004;true;text                 | line 3: must have 5 cells, has 1",
        "a,1,2004,true,text,more            | line 3: must have 5 cells, has 6",
        "# a remark                         | line 3: must have 5 cells, has 1",
        "\"a,1,2004,true,text               | line 3, cell 1: the quote that opens this cell is never",
        "\"a\"b,1,2004,true,text            | line 3, cell 1: text after the closing quote: b",
        "a\"b\",1,2004,true,text            | line 3, cell 1: a quote inside a cell",
      })
  void refusesADefectiveRow(String row, String expected) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> read(HEADER + "good,1,2004,true,text\n" + row + "\nalso good,1,2004,,text\n"));
    assertTrue(error.getMessage().contains("links.csv, line "), error.getMessage());
    assertTrue(error.getMessage().contains(expected), error.getMessage());
  }

  @Test
  void refusesALoneCarriageReturn() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> read(HEADER + "a,1,2004,true,text\rb,1"));
    assertTrue(error.getMessage().contains("carriage return"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name,length_m,year,field,read",
        "name,year,length_km,field,read",
        "name,length_km",
        "''"
      })
  void refusesAnotherHeader(String header) {
    var error = assertThrows(IllegalArgumentException.class, () -> read(header + "\n"));
    assertTrue(error.getMessage().contains("line 1: the header must be"), error.getMessage());
  }

  @Test
  void refusesAnEmptyFile() {
    assertThrows(IllegalArgumentException.class, () -> read(""));
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin1 =
        (HEADER + "good,1,2004,,text\nZürich,1,2004,,text\nx,1,2004,,text\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    var error = assertThrows(IllegalArgumentException.class, () -> read(latin1));
    assertTrue(error.getMessage().contains("line 3: a byte that is not UTF-8"), error.getMessage());
  }

  @Test
  void refusesAByteOrderMark() {
    assertThrows(IllegalArgumentException.class, () -> read("\uFEFF" + HEADER));
  }

  @Test
  void rowsAnswerOnlyForTheirColumnsAndTypes() throws IOException {
    DataRow row = read(HEADER + "a,,2004,,text").get(0);
    assertThrows(IllegalArgumentException.class, () -> row.text("length"));
    assertThrows(IllegalArgumentException.class, () -> row.number("name"));
    assertThrows(IllegalArgumentException.class, () -> row.text("year"));
    var error = assertThrows(IllegalArgumentException.class, () -> row.bool("field"));
    assertTrue(error.getMessage().contains("line 2, column field: is empty"), error.getMessage());
  }

  @Test
  void schemasAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> Column.text("lengthKm"));
    assertThrows(IllegalArgumentException.class, () -> Column.number("x").between(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Column.number("x").between(Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> Column.oneOf("read"));
    assertThrows(IllegalArgumentException.class, () -> Schema.of("x"));
    assertThrows(
        IllegalArgumentException.class, () -> Schema.of("x", Column.text("a"), Column.number("a")));
  }
}
