package qnet.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import qnet.notebook.NotebookFile.Cell;

/** How a notebook of the kit is built, so that a learner who knows one knows them all. */
final class NotebookShape {
  private static final String SETUP = "%classpath ../target/kit/*.jar";
  private static final Pattern FILE_NAME = Pattern.compile("\\d\\d-[a-z0-9]+(-[a-z0-9]+)*\\.ipynb");
  private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s");
  private static final Pattern TYPE =
      Pattern.compile("\\b(class|record|interface|enum)\\s+[A-Z]\\w*[^;{]*\\{");

  /** The tour needs no exercises, and the bench is one question after another. */
  private static final List<String> WITHOUT_EXERCISES =
      List.of("00-start-here.ipynb", "90-what-if.ipynb");

  private static final int MOST_CELLS = 45;
  private static final int LONGEST_CELL = 15;
  private static final int MEDIAN_CELL = 3;
  private static final int LONGEST_TYPE = 10;
  private static final int WORDS_PER_LINE = 8;

  private final NotebookFile notebook;
  private final List<Cell> cells;
  private final List<Cell> code;
  private final List<String> faults = new ArrayList<>();

  private NotebookShape(NotebookFile notebook) {
    this.notebook = notebook;
    this.cells = notebook.cells();
    this.code = notebook.codeCells().stream().filter(cell -> !cell.isBlank()).toList();
  }

  /** What is wrong with a notebook, nothing if it is in shape. */
  static List<String> faults(NotebookFile notebook) {
    var shape = new NotebookShape(notebook);
    shape.checkBeginning();
    shape.checkSize();
    shape.checkCode();
    shape.checkOutputs();
    shape.checkSections();
    if (!WITHOUT_EXERCISES.contains(notebook.name())) {
      shape.checkExercises();
    }
    return shape.faults;
  }

  private void require(boolean condition, String fault) {
    if (!condition) {
      faults.add(fault);
    }
  }

  private void checkBeginning() {
    require(FILE_NAME.matcher(notebook.name()).matches(), "the file name is not NN-topic.ipynb");
    String title = cells.isEmpty() ? "" : firstLine(cells.get(0).source());
    require(title.startsWith("# ") && title.endsWith("?"), "the title is not a question");
    int setup =
        IntStream.range(0, cells.size()).filter(i -> cells.get(i).code()).findFirst().orElse(0);
    String before = prose(cells.subList(0, setup));
    require(
        before.toLowerCase(Locale.ROOT).contains("you will be able to")
            && before.lines().filter(line -> line.matches("[-*] .+")).count() == 3,
        "no three lines \"You will be able to\" before the first code");
    require(
        !code.isEmpty() && code.get(0).source().strip().equals(SETUP),
        "the first code cell is not " + SETUP);
  }

  private void checkSize() {
    require(cells.size() <= MOST_CELLS, cells.size() + " cells, more than " + MOST_CELLS);
    int[] sizes = code.stream().mapToInt(cell -> lines(cell.source())).sorted().toArray();
    int longest = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
    int median = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    require(longest <= LONGEST_CELL, "a code cell of " + longest + " lines");
    require(median <= MEDIAN_CELL, "the median code cell has " + median + " lines");
    long words =
        prose(cells)
            .lines()
            .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line.strip()))
            .filter(word -> !word.isEmpty())
            .count();
    int total = IntStream.of(sizes).sum();
    require(
        words >= (long) WORDS_PER_LINE * total, words + " words for " + total + " lines of code");
  }

  private void checkCode() {
    for (Cell cell : code) {
      String source = cell.source();
      require(!IMPORT.matcher(source).find(), "an import line: " + firstLine(source));
      require(
          cell == code.get(0) || source.lines().noneMatch(line -> line.startsWith("%")),
          "a magic: " + firstLine(source));
      require(!cell.tags().contains("raises-exception"), "a cell tagged raises-exception");
      TYPE.matcher(source)
          .results()
          .map(type -> body(source, type.start(), type.end()))
          .filter(body -> lines(body) > LONGEST_TYPE)
          .forEach(body -> faults.add("a class of " + lines(body) + " lines: " + firstLine(body)));
    }
  }

  private void checkOutputs() {
    require(code.stream().allMatch(Cell::executed), "a cell was not executed");
    require(
        code.stream()
            .flatMap(cell -> cell.outputs().stream())
            .noneMatch(
                output ->
                    output.get("output_type").getAsString().equals("error")
                        || output.has("name") && output.get("name").getAsString().equals("stderr")),
        "an error or text on stderr among the outputs");
    for (int i = 0; i < cells.size(); i++) {
      if (hasFigure(cells.get(i)) && !cells.get(i).tags().contains("solution")) {
        require(isProse(i - 1) && isProse(i + 1), "a figure without prose before and after it");
      }
    }
  }

  private void checkSections() {
    for (String title : List.of("What this leaves out", "References", "Next")) {
      require(hasHeading(title), "no section \"" + title + "\"");
    }
  }

  private void checkExercises() {
    for (String title : List.of("Effect of", "Surprise", "Exercises", "Check")) {
      require(hasHeading(title), "no section \"" + title + "\"");
    }
    require(
        code.stream().anyMatch(cell -> cell.source().contains("Check.answer(")),
        "no Check.answer(…)");
    Predicate<Cell> isSolution = cell -> cell.tags().contains("solution");
    long solutions = cells.stream().filter(isSolution).count();
    require(solutions >= 3 && solutions <= 5, solutions + " cells tagged solution, not 3 to 5");
    for (int i = 1; i < cells.size(); i++) {
      if (isSolution.test(cells.get(i))) {
        require(cells.get(i).folded(), "a solution is not folded");
        Cell before = cells.get(i - 1);
        require(before.code() && !isSolution.test(before), "a solution without the learner's cell");
      }
    }
  }

  private boolean hasHeading(String title) {
    return prose(cells).lines().anyMatch(line -> line.matches("#+ (\\S+ )?" + title + "\\b.*"));
  }

  private boolean isProse(int index) {
    return index >= 0 && index < cells.size() && !cells.get(index).code();
  }

  private static boolean hasFigure(Cell cell) {
    return cell.outputs().stream()
        .anyMatch(output -> output.has("data") && output.getAsJsonObject("data").has("image/png"));
  }

  /** The text of a type from its name to the brace that closes it. */
  private static String body(String source, int start, int afterBrace) {
    int open = 1;
    int end = afterBrace;
    while (open > 0 && end < source.length()) {
      char c = source.charAt(end++);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return source.substring(start, end);
  }

  private static String prose(List<Cell> cells) {
    return String.join(
        "\n", cells.stream().filter(cell -> !cell.code()).map(Cell::source).toList());
  }

  private static int lines(String source) {
    return (int) source.lines().filter(line -> !line.isBlank()).count();
  }

  private static String firstLine(String source) {
    return source.lines().findFirst().orElse("").strip();
  }
}
