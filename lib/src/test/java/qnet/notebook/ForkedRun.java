package qnet.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a notebook's cells in a JVM of its own, whose class path is the kit and nothing else.
 *
 * @param passed whether every cell ran
 * @param report what the runner said: the failure, or which cells were slow
 */
record ForkedRun(boolean passed, String report) {
  private static final Path RUNNER =
      Path.of("lib/src/test/java/qnet/notebook/NotebookRunner.java").toAbsolutePath();
  private static final long LONGEST_MINUTES = 4;

  /**
   * Runs cells.
   *
   * @param name what the report calls them
   * @param cells the code
   * @param workingDirectory where relative paths of the cells start
   */
  static ForkedRun of(String name, List<String> cells, Path workingDirectory)
      throws IOException, InterruptedException {
    Path kit = Path.of(System.getProperty("kit.directory")).toAbsolutePath();
    Path code = Files.createTempFile("cells", ".txt");
    Path output = Files.createTempFile("report", ".txt");
    try {
      Files.writeString(code, String.join(String.valueOf(NotebookRunner.SEPARATOR), cells));
      Process fork =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Djava.awt.headless=true",
                  "-XX:+UseSerialGC", // half a second less to start
                  "-Dfile.encoding=UTF-8",
                  "-cp",
                  kit + "/*",
                  RUNNER.toString(),
                  code.toString())
              .directory(workingDirectory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = fork.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      fork.destroyForcibly();
      String report =
          Files.readString(output)
              .lines()
              .map(line -> name + ", " + line)
              .reduce("", (all, line) -> all + line + "\n");
      return ended
          ? new ForkedRun(fork.exitValue() == 0, report)
          : new ForkedRun(
              false, report + name + ", still running after " + LONGEST_MINUTES + " min\n");
    } finally {
      Files.delete(code);
      Files.delete(output);
    }
  }

  /** The code cells of a notebook without the empty ones, which a kernel does not count either. */
  static ForkedRun of(NotebookFile notebook, Path workingDirectory)
      throws IOException, InterruptedException {
    return of(
        notebook.name(),
        notebook.codeCells().stream()
            .map(NotebookFile.Cell::source)
            .filter(source -> !source.isBlank())
            .toList(),
        workingDirectory);
  }
}
