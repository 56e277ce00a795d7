package qnet.notebook;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/** Every notebook runs from top to bottom with a JDK and the packaged kit alone. */
class NotebooksIT {
  private static final Path NOTEBOOKS = Path.of("notebooks");
  private static final Path FIXTURES = Path.of("lib/src/test/resources/notebooks");

  /** Any directory one level below the root: the fixtures say {@code ../target/kit}, too. */
  private static final Path LIKE_NOTEBOOKS = Path.of("lib");

  private static final Map<String, String> COMPLAINTS =
      Map.ofEntries(
          entry("compile-error", "cell 2: does not compile: incompatible types"),
          entry(
              "exception", "cell 3: java.lang.IllegalArgumentException: trials must be ≥ 1, was 0"),
          entry("stderr", "cell 2: wrote to stderr: a warning"),
          entry("late-stderr", "cell 2: wrote to stderr: from another thread"),
          entry("maven-magic", "cell 1: unknown magic %maven org.example:example:1.0"),
          entry("cell-magic", "cell 2: unknown magic %%html"),
          entry("no-setup", "cell 1: does not compile: cannot find symbol"),
          entry("no-jar", "cell 1: no jar matches %classpath ../target/kit/missing*.jar"),
          entry("incomplete", "cell 2: not a complete statement: int f() {"),
          entry("unresolved", "cell 2: not defined: method missing()"),
          entry("rendering", "cell 2: no text for you"));

  private static final ExecutorService TWO_AT_A_TIME = Executors.newFixedThreadPool(2);

  @AfterAll
  static void stop() {
    TWO_AT_A_TIME.shutdownNow();
  }

  /** A notebook whose run has begun. */
  private record Started(String name, Future<ForkedRun> run) {
    static Started of(NotebookFile notebook) {
      return new Started(
          notebook.name(), TWO_AT_A_TIME.submit(() -> ForkedRun.of(List.of(notebook), NOTEBOOKS)));
    }
  }

  @TestFactory
  Stream<DynamicTest> runs(TestReporter reporter) {
    List<Started> started = NotebookFile.readAll(NOTEBOOKS).stream().map(Started::of).toList();
    return started.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () -> {
                      ForkedRun run = one.run().get();
                      assertTrue(run.passed(), run.report());
                      if (!run.report().isEmpty()) {
                        reporter.publishEntry(run.report());
                      }
                    }));
  }

  @Test
  void goodNotebookRuns() throws Exception {
    NotebookFile good = NotebookFile.read(FIXTURES.resolve("good.ipynb"));
    assertEquals(new ForkedRun(true, ""), ForkedRun.of(List.of(good), LIKE_NOTEBOOKS));
  }

  /**
   * How the library must read in a cell: protocols of several classes and a lambda in one table.
   */
  @Test
  void cellsOfTheDesignRun() throws Exception {
    NotebookFile cells = NotebookFile.read(FIXTURES.resolve("good-design.ipynb"));
    ForkedRun run = ForkedRun.of(List.of(cells), LIKE_NOTEBOOKS);
    assertTrue(run.passed(), run.report());
  }

  @Test
  void badNotebooksAreRefused() throws Exception {
    List<NotebookFile> bad =
        NotebookFile.readAll(FIXTURES).stream()
            .filter(notebook -> !notebook.name().startsWith("good"))
            .toList();
    assertEquals(COMPLAINTS.size(), bad.size());
    ForkedRun run = ForkedRun.of(bad, LIKE_NOTEBOOKS);
    assertFalse(run.passed());
    COMPLAINTS.forEach(
        (name, complaint) ->
            assertTrue(
                run.report().contains(name + ".ipynb, " + complaint), () -> name + run.report()));
  }

  @Test
  void oneBadNotebookIsEnough() throws Exception {
    ForkedRun run =
        ForkedRun.of(
            List.of(
                NotebookFile.read(FIXTURES.resolve("exception.ipynb")),
                NotebookFile.read(FIXTURES.resolve("good.ipynb"))),
            LIKE_NOTEBOOKS);
    assertFalse(run.passed());
    assertFalse(run.report().contains("good.ipynb"), run.report());
  }
}
