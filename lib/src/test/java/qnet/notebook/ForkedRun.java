package qnet.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One run of notebooks in a JVM of its own, whose class path is the kit and nothing else.
 *
 * @param passed whether every cell ran
 * @param report what the runner said: the failure, or which cells were slow
 */
record ForkedRun(boolean passed, String report) {
  private static final Path RUNNER =
      Path.of("lib/src/test/java/qnet/notebook/NotebookRunner.java").toAbsolutePath();
  private static final long LONGEST_MINUTES = 4;

  /**
   * Runs notebooks one after another, each in a session of its own.
   *
   * @param notebooks their names, and the code of their cells
   * @param workingDirectory where relative paths of the cells start
   */
  static ForkedRun of(Map<String, List<String>> notebooks, Path workingDirectory)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("cells");
    var files = new ArrayList<Path>();
    Path output = Files.createTempFile("report", ".txt");
    try {
      for (var notebook : notebooks.entrySet()) {
        String cells = String.join(String.valueOf(NotebookRunner.SEPARATOR), notebook.getValue());
        files.add(Files.writeString(directory.resolve(notebook.getKey()), cells));
      }
      Process fork =
          new ProcessBuilder(command(files))
              .directory(workingDirectory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = fork.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      fork.destroyForcibly();
      String report = Files.readString(output);
      return ended
          ? new ForkedRun(fork.exitValue() == 0, report)
          : new ForkedRun(
              false,
              report + notebooks.keySet() + " still running after " + LONGEST_MINUTES + " min");
    } finally {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(directory);
      Files.delete(output);
    }
  }

  /** Runs the code cells but the empty ones, which a kernel does not count either. */
  static ForkedRun of(List<NotebookFile> notebooks, Path workingDirectory)
      throws IOException, InterruptedException {
    var cells = new TreeMap<String, List<String>>();
    for (NotebookFile notebook : notebooks) {
      cells.put(
          notebook.name(),
          notebook.codeCells().stream()
              .map(NotebookFile.Cell::source)
              .filter(source -> !source.isBlank())
              .toList());
    }
    return of(cells, workingDirectory);
  }

  private static List<String> command(List<Path> files) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-XX:+UseSerialGC", // half a second less to start
                "-Dfile.encoding=UTF-8",
                "-cp",
                Path.of(System.getProperty("kit.directory")).toAbsolutePath() + "/*",
                RUNNER.toString()));
    files.forEach(file -> command.add(file.toString()));
    return command;
  }
}
