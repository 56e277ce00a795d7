package qnet.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A notebook as the tests read it.
 *
 * @param name the file name
 * @param cells in the order of the notebook
 */
record NotebookFile(String name, List<Cell> cells) {
  /**
   * One cell.
   *
   * @param code whether it is a code cell, not prose
   * @param source its text
   * @param tags the tags of its metadata
   * @param outputs what is committed below it, as JSON
   * @param executed whether it has an execution count
   * @param folded whether its code is hidden until a click
   */
  record Cell(
      boolean code,
      String source,
      Set<String> tags,
      List<JsonObject> outputs,
      boolean executed,
      boolean folded) {
    boolean isBlank() {
      return source.isBlank();
    }
  }

  static NotebookFile read(Path file) {
    try {
      // the old entry point: the Gson of the kernel API is older than parseString
      @SuppressWarnings("deprecation")
      JsonElement json = new JsonParser().parse(Files.readString(file));
      var cells = new ArrayList<Cell>();
      for (JsonElement cell : json.getAsJsonObject().getAsJsonArray("cells")) {
        cells.add(cell(cell.getAsJsonObject()));
      }
      return new NotebookFile(file.getFileName().toString(), cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The notebooks of a directory in order of name; none if there is no such directory. */
  static List<NotebookFile> readAll(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .sorted()
          .map(NotebookFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Cell> codeCells() {
    return cells.stream().filter(Cell::code).toList();
  }

  private static Cell cell(JsonObject cell) {
    var tags = new TreeSet<String>();
    JsonObject metadata = cell.getAsJsonObject("metadata");
    if (metadata != null && metadata.has("tags")) {
      metadata.getAsJsonArray("tags").forEach(tag -> tags.add(tag.getAsString()));
    }
    var outputs = new ArrayList<JsonObject>();
    if (cell.has("outputs")) {
      cell.getAsJsonArray("outputs").forEach(output -> outputs.add(output.getAsJsonObject()));
    }
    JsonElement count = cell.get("execution_count");
    return new Cell(
        cell.get("cell_type").getAsString().equals("code"),
        text(cell.get("source")),
        tags,
        outputs,
        count != null && !count.isJsonNull(),
        isFolded(metadata));
  }

  private static boolean isFolded(JsonObject metadata) {
    JsonObject jupyter = metadata == null ? null : metadata.getAsJsonObject("jupyter");
    return jupyter != null
        && jupyter.has("source_hidden")
        && jupyter.get("source_hidden").getAsBoolean();
  }

  /** A text of a notebook: a string, or an array of lines that keep their ends. */
  private static String text(JsonElement text) {
    if (!text.isJsonArray()) {
      return text.getAsString();
    }
    var joined = new StringBuilder();
    JsonArray lines = text.getAsJsonArray();
    lines.forEach(line -> joined.append(line.getAsString()));
    return joined.toString();
  }
}
