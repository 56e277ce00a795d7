package qnet.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The hand-written lists of notebooks name all there are, with the question each one asks. */
class NotebookIndexTest {
  private static final Path NOTEBOOKS = Path.of("notebooks");
  private static final Pattern LINK =
      Pattern.compile("\\((?:notebooks/)?(\\d\\d-[a-z0-9-]+\\.ipynb)\\)");

  private static List<String> missing(String text, List<NotebookFile> notebooks) {
    return notebooks.stream()
        .filter(notebook -> !text.contains(notebook.name() + ") | " + question(notebook)))
        .map(NotebookFile::name)
        .toList();
  }

  private static String question(NotebookFile notebook) {
    return notebook.cells().get(0).source().lines().findFirst().orElseThrow().substring(2);
  }

  @Test
  void readmeAndFirstNotebookListThemAll() throws IOException {
    List<NotebookFile> all = NotebookFile.readAll(NOTEBOOKS);
    List<NotebookFile> others = all.subList(1, all.size());
    assertEquals(List.of(), missing(Files.readString(Path.of("README.md")), all));
    assertEquals(List.of(), missing(text(all.get(0)), others));
    assertEquals(
        List.of("20-good.ipynb"), missing("| [20-good](20-good.ipynb) | No? |", control()));
  }

  @Test
  void linksLeadToNotebooks() {
    List<NotebookFile> all = NotebookFile.readAll(NOTEBOOKS);
    var names = new TreeSet<>(all.stream().map(NotebookFile::name).toList());
    for (NotebookFile notebook : all) {
      LINK.matcher(text(notebook))
          .results()
          .map((MatchResult link) -> link.group(1))
          .forEach(name -> assertTrue(names.contains(name), notebook.name() + " links to " + name));
    }
  }

  private static List<NotebookFile> control() {
    return List.of(
        NotebookFile.read(Path.of("lib/src/test/resources/notebooks/shape/20-good.ipynb")));
  }

  private static String text(NotebookFile notebook) {
    return String.join("\n", notebook.cells().stream().map(NotebookFile.Cell::source).toList());
  }
}
