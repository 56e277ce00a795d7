package qnet.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import qnet.notebook.NotebookFile.Cell;

class NotebookShapeTest {
  private static final NotebookFile GOOD =
      NotebookFile.read(Path.of("lib/src/test/resources/notebooks/shape/20-good.ipynb"));

  @TestFactory
  Stream<DynamicTest> everyNotebookIsInShape() {
    return NotebookFile.readAll(Path.of("notebooks")).stream()
        .map(
            notebook ->
                DynamicTest.dynamicTest(
                    notebook.name(),
                    () ->
                        assertEquals(List.of(), NotebookShape.faults(notebook), notebook.name())));
  }

  @Test
  void goodNotebookHasNoFault() {
    assertEquals(List.of(), NotebookShape.faults(GOOD));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFindsItsFault() {
    return Stream.of(
        fault(
            "the file name is not NN-topic.ipynb", n -> new NotebookFile("BB84.ipynb", n.cells())),
        fault("the title is not a question", replace("secret?", "secret.")),
        fault("no three lines \"You will be able to\"", replace("You will be able to", "Aims")),
        fault("no three lines \"You will be able to\"", replace("- explain", "-- explain")),
        fault("the first code cell is not", replace("%classpath ../target", "%classpath target")),
        fault("46 cells, more than 45", n -> padded(n, 46)),
        fault("a code cell of 16 lines", replace("2 + 2", "2 + 2\n" + "// more\n".repeat(15))),
        fault("the median code cell has 4 lines", replaceAll("\\d \\+ \\d", "1\n\n+\n1\n+ 1")),
        fault(" words for ", replaceAll("word", "")),
        fault("an import line: import java.io.File;", replace("2 + 2", "import java.io.File;")),
        fault("a magic: %maven a:b:1", replace("2 + 2", "%maven a:b:1")),
        fault("a cell tagged raises-exception", tagged("2 + 2", "raises-exception")),
        fault(
            "a class of 11 lines: record Long(int n) {",
            replace("2 + 2", "record Long(int n) {\n" + "// more\n".repeat(9) + "}\nint n = 1;")),
        fault("a cell was not executed", n -> change(n, "2 + 2", NotebookShapeTest::unexecuted)),
        fault("an error or text on stderr", n -> change(n, "2 + 2", cell -> with(cell, stderr()))),
        fault("a figure without prose", n -> change(n, "3 + 3", cell -> with(cell, figure()))),
        fault("no section \"What this leaves out\"", replace("## What this leaves out", "")),
        fault("no section \"References\"", replace("## References", "")),
        fault("no section \"Next\"", replace("## Next", "")),
        fault("no section \"Effect of\"", replace("## Effect of", "## On")),
        fault("no section \"Surprise\"", replace("Surprise", "Twist")),
        fault("no section \"Exercises\"", replace("## Exercises", "")),
        fault("no section \"Check\"", replace("## Check", "")),
        fault("no Check.answer(…)", replace("Check.answer(", "check(")),
        fault("2 cells tagged solution, not 3 to 5", n -> change(n, "7 + 7", c -> tags(c, "x"))),
        fault("a solution is not folded", n -> change(n, "7 + 7", NotebookShapeTest::unfolded)),
        fault("a solution without the learner's cell", tagged("3 + 3", "solution")));
  }

  @Test
  void tourNeedsNoExercises() {
    NotebookFile tour =
        new NotebookFile(
            "00-start-here.ipynb",
            GOOD.cells().stream().filter(cell -> !cell.tags().contains("solution")).toList());
    assertEquals(List.of(), NotebookShape.faults(tour));
  }

  private static DynamicTest fault(String fault, UnaryOperator<NotebookFile> breakIt) {
    return DynamicTest.dynamicTest(
        fault,
        () -> {
          List<String> faults = NotebookShape.faults(breakIt.apply(GOOD));
          assertTrue(faults.stream().anyMatch(found -> found.contains(fault)), faults.toString());
        });
  }

  private static UnaryOperator<NotebookFile> replace(String text, String by) {
    assertTrue(GOOD.cells().stream().anyMatch(cell -> cell.source().contains(text)), text);
    return n -> map(n, cell -> source(cell, cell.source().replace(text, by)));
  }

  private static UnaryOperator<NotebookFile> replaceAll(String pattern, String by) {
    return n -> map(n, cell -> source(cell, cell.source().replaceAll(pattern, by)));
  }

  private static UnaryOperator<NotebookFile> tagged(String source, String tag) {
    return n -> change(n, source, cell -> tags(cell, tag));
  }

  private static NotebookFile change(
      NotebookFile notebook, String source, UnaryOperator<Cell> change) {
    return map(notebook, cell -> cell.source().equals(source) ? change.apply(cell) : cell);
  }

  private static NotebookFile map(NotebookFile notebook, UnaryOperator<Cell> change) {
    return new NotebookFile(notebook.name(), notebook.cells().stream().map(change).toList());
  }

  private static NotebookFile padded(NotebookFile notebook, int size) {
    var cells = new ArrayList<>(notebook.cells());
    Cell prose = cells.get(0);
    cells.addAll(Collections.nCopies(size - cells.size(), source(prose, "word")));
    return new NotebookFile(notebook.name(), cells);
  }

  private static Cell source(Cell c, String source) {
    return new Cell(c.code(), source, c.tags(), c.outputs(), c.executed(), c.folded());
  }

  private static Cell tags(Cell c, String tag) {
    return new Cell(c.code(), c.source(), Set.of(tag), c.outputs(), c.executed(), true);
  }

  private static Cell with(Cell c, JsonObject output) {
    return new Cell(c.code(), c.source(), c.tags(), List.of(output), c.executed(), c.folded());
  }

  private static Cell unexecuted(Cell c) {
    return new Cell(c.code(), c.source(), c.tags(), List.of(), false, c.folded());
  }

  private static Cell unfolded(Cell c) {
    return new Cell(c.code(), c.source(), c.tags(), c.outputs(), c.executed(), false);
  }

  private static JsonObject stderr() {
    var output = new JsonObject();
    output.addProperty("output_type", "stream");
    output.addProperty("name", "stderr");
    return output;
  }

  private static JsonObject figure() {
    var data = new JsonObject();
    data.addProperty("image/png", "");
    var output = new JsonObject();
    output.addProperty("output_type", "display_data");
    output.add("data", data);
    return output;
  }
}
