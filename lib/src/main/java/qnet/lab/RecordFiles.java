package qnet.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qnet.data.Column;
import qnet.data.Csv;
import qnet.data.DataRow;
import qnet.data.Schema;

/**
 * The kit's parameter records as JSON and as CSV, written and read back without loss.
 *
 * <pre>{@code
 * RecordFiles.write(Chain.ideal(), "chain.json");
 * RecordFiles.read(Chain.class, "chain.json")
 * }</pre>
 *
 * <p>JSON has the components by their names, as deep as they go. CSV has a row for each number or
 * word: the path to it, with dots, and its value as JSON writes it. There is no guessing: an
 * unknown, missing or repeated key, a class that is not a record of the kit, a word in place of a
 * number, a value out of its range is an {@link IllegalArgumentException} that names it and says
 * what would be valid. A lambda has no components, so it cannot be saved.
 */
public final class RecordFiles {
  private static final Schema SCHEMA =
      Schema.of("record", Column.text("component"), Column.text("value"));

  private RecordFiles() {}

  /**
   * A record as JSON.
   *
   * @param made a record of the kit
   * @return the text
   * @throws IllegalArgumentException if something in it is not made of the kit's records, lists,
   *     maps, numbers and words
   */
  public static String toJson(Record made) {
    return tree(made).toString(WriterConfig.PRETTY_PRINT);
  }

  /**
   * Reads a record from JSON.
   *
   * @param <T> its class
   * @param type its class
   * @param json the text
   * @return the record
   * @throws IllegalArgumentException if the text is no JSON or not that of such a record
   */
  public static <T extends Record> T fromJson(Class<T> type, String json) {
    return read(type, parse(type.getSimpleName(), json));
  }

  /**
   * A record as CSV with the columns component and value.
   *
   * @param made a record of the kit
   * @return the text
   * @throws IllegalArgumentException if something in it cannot be saved
   */
  public static String toCsv(Record made) {
    var rows = new ArrayList<String>();
    rows.add(String.join(",", SCHEMA.header()));
    addRows(rows, "", tree(made));
    return String.join("\n", rows) + "\n";
  }

  /**
   * Writes a record to a file, as JSON or as CSV.
   *
   * <p>The file is complete or not there: it is written under another name and then moved.
   *
   * @param made a record of the kit
   * @param file the file; its name ends in .json or .csv
   * @throws IllegalArgumentException if the name ends otherwise or the record cannot be saved
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Record made, String file) {
    String text = isCsv(file) ? toCsv(made) : toJson(made);
    Path path = Path.of(file).toAbsolutePath();
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try {
        Files.writeString(part, text);
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * Reads a record from a file that {@link #write} has written, or a person.
   *
   * @param <T> its class
   * @param type its class
   * @param file the file; its name ends in .json or .csv
   * @return the record
   * @throws IllegalArgumentException if the file is not that of such a record
   * @throws UncheckedIOException if the file cannot be read
   */
  public static <T extends Record> T read(Class<T> type, String file) {
    if (isCsv(file)) {
      var cells = new LinkedHashMap<String, JsonValue>();
      for (DataRow row : Csv.read(Path.of(file), SCHEMA)) {
        String component = row.text("component");
        if (cells.put(component, parse(component, row.text("value"))) != null) {
          throw new IllegalArgumentException(file + ": \"" + component + "\" appears twice");
        }
      }
      return read(type, branch(file, cells));
    }
    try {
      return fromJson(type, Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static boolean isCsv(String file) {
    if (!file.endsWith(".json") && !file.endsWith(".csv")) {
      throw new IllegalArgumentException("file must end in .json or .csv, was " + file);
    }
    return file.endsWith(".csv");
  }

  private static JsonValue tree(Record made) {
    return RecordTree.of(made.getClass().getSimpleName(), made.getClass(), made);
  }

  private static <T extends Record> T read(Class<T> type, JsonValue tree) {
    return type.cast(RecordTree.read(type.getSimpleName(), type, tree));
  }

  private static JsonValue parse(String what, String json) {
    try {
      return Json.parse(json);
    } catch (ParseException e) {
      throw new IllegalArgumentException(what + " must be JSON: " + e.getMessage(), e);
    }
  }

  private static void addRows(List<String> rows, String path, JsonValue value) {
    if (value.isObject()) {
      for (JsonObject.Member each : value.asObject()) {
        String name = each.getName();
        if (name.isEmpty() || name.contains(".")) {
          throw new IllegalArgumentException(
              "names in CSV must be words without a dot, was \"" + name + "\"");
        }
        addRows(rows, path.isEmpty() ? name : path + "." + name, each.getValue());
      }
    } else if (value.isArray() && !value.asArray().isEmpty()) {
      for (int i = 0; i < value.asArray().size(); i++) {
        addRows(rows, path + "." + i, value.asArray().get(i));
      }
    } else {
      rows.add(quoted(path) + "," + quoted(value.toString()));
    }
  }

  /** The tree of which the cells are the leaves; branches named 0, 1, 2 … are a list. */
  private static JsonValue branch(String file, Map<String, JsonValue> cells) {
    var branches = new LinkedHashMap<String, Map<String, JsonValue>>();
    cells.forEach(
        (path, value) -> {
          String[] parts = path.split("\\.", 2);
          branches
              .computeIfAbsent(parts[0], name -> new LinkedHashMap<>())
              .put(parts.length > 1 ? parts[1] : "", value);
        });
    var object = new JsonObject();
    var array = new JsonArray();
    for (var each : branches.entrySet()) {
      Map<String, JsonValue> inside = each.getValue();
      JsonValue leaf = inside.get("");
      if (leaf != null && inside.size() > 1) {
        throw new IllegalArgumentException(
            file + ": \"" + each.getKey() + "\" must be a value or have parts, was both");
      }
      JsonValue value = leaf != null ? leaf : branch(file, inside);
      object.add(each.getKey(), value);
      if (each.getKey().equals(String.valueOf(array.size()))) {
        array.add(value);
      }
    }
    return !array.isEmpty() && array.size() == object.size() ? array : object;
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
