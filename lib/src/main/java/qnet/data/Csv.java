package qnet.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a CSV file that must agree with a {@link Schema}: UTF-8, RFC 4180, one header row.
 *
 * <p>There is no guessing. A byte that is not UTF-8, another header, a torn row, an unclosed quote,
 * a word where a number belongs, a number out of its range: each is an {@link
 * IllegalArgumentException} that names the file, the line, the column and the reason.
 */
public final class Csv {
  private Csv() {}

  /**
   * Reads a file.
   *
   * @param path the file
   * @param schema what it must look like
   * @return its rows in order
   * @throws IllegalArgumentException if the file does not agree with the schema
   * @throws UncheckedIOException if the file cannot be read
   */
  public static List<DataRow> read(Path path, Schema schema) {
    try {
      return parse(path.toString(), Files.readAllBytes(path), schema);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /**
   * Reads a file that travels inside the kit's jar.
   *
   * @param directory the directory in the jar, such as {@code data}
   * @param schema what the file must look like; its name names the file
   * @return its rows in order
   * @throws IllegalArgumentException if there is no such file or it does not agree with the schema
   */
  public static List<DataRow> resource(String directory, Schema schema) {
    String name = directory + "/" + schema.name() + ".csv";
    try (InputStream in = Csv.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException(name + ": the kit has no such file");
      }
      return parse(name, in.readAllBytes(), schema);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static List<DataRow> parse(String file, byte[] bytes, Schema schema) {
    var lines = new CsvTokenizer(file, decode(file, bytes)).lines();
    List<String> header = lines.isEmpty() ? List.of() : lines.get(0).cells();
    if (!header.equals(schema.header())) {
      throw new IllegalArgumentException(
          file + ", line 1: the header must be " + schema.header() + ", was " + header);
    }
    return lines.stream().skip(1).map(line -> row(file, line, schema)).toList();
  }

  private static DataRow row(String file, CsvTokenizer.Line line, Schema schema) {
    int cells = line.cells().size();
    int expected = schema.columns().size();
    if (cells != expected) {
      throw new IllegalArgumentException(
          file + ", line " + line.number() + ": must have " + expected + " cells, has " + cells);
    }
    var values = new ArrayList<Object>();
    for (int i = 0; i < cells; i++) {
      Column column = schema.columns().get(i);
      try {
        values.add(column.parse(line.cells().get(i)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            file + ", line " + line.number() + ", column " + column.name() + ": " + e.getMessage(),
            e);
      }
    }
    return new DataRow(schema, line.number(), values);
  }

  private static String decode(String file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          file + ", line " + lineOfBadByte(bytes) + ": a byte that is not UTF-8", e);
    }
  }

  /** The first line that is not UTF-8 by itself; no UTF-8 sequence contains a line feed. */
  private static int lineOfBadByte(byte[] bytes) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (!isUtf8(bytes, start, i)) {
          return line;
        }
        line++;
        start = i + 1;
      }
    }
    return line;
  }

  private static boolean isUtf8(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
