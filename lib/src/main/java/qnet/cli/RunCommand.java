package qnet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Executes the notebooks in the real kernel and writes them as a site of plain pages. */
@Command(
    name = "run",
    description = {
      "Execute the notebooks in the Java kernel, and write them as pages to target/site.",
      "An error in a notebook ends in exit code 1, with notebook and cell."
    })
final class RunCommand implements Callable<Integer> {
  private static final String PROGRESS = "@progress\t";

  @ArgGroup private Mode mode = new Mode();

  @Parameters(
      paramLabel = "NOTEBOOK",
      description = "Names or their beginnings, as in 10 or 10-bell-pairs; without any, all.")
  private List<String> names = List.of();

  @Option(
      names = "--workers",
      defaultValue = "2",
      description = "How many at a time (${DEFAULT-VALUE}).")
  private int workers;

  @Option(names = "--notebooks", hidden = true, description = "Another directory of notebooks.")
  private Path notebooks;

  @Option(names = "--site", hidden = true, description = "Another directory for the pages.")
  private Path site;

  /** What is done with the outputs; either or none. */
  static final class Mode {
    @Option(
        names = "--check",
        description = "Compare the outputs with the committed ones; a difference is exit code 1.")
    private boolean check;

    @Option(names = "--update", description = "Write the outputs into the notebooks.")
    private boolean update;

    String argument() {
      return check ? "check" : update ? "update" : "run";
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (workers < 1) {
      throw new Problem("--workers must be 1 or more, was " + workers + ".");
    }
    Home home = Kit.home();
    Path directory = (notebooks == null ? home.notebooks() : notebooks).toAbsolutePath();
    List<Path> chosen = Notebooks.choose(directory, names);
    Path pages = (site == null ? home.target().resolve("site") : site).toAbsolutePath();
    var terminal = Terminal.standard();
    Jupyter jupyter = Jupyter.prepare(home, terminal);
    var arguments = new ArrayList<String>();
    arguments.add("--mode=" + mode.argument());
    arguments.add("--workers=" + workers);
    arguments.add("--site=" + Files.createDirectories(pages));
    chosen.forEach(path -> arguments.add(path.toString()));
    return follow(jupyter.script("execute.py", arguments), terminal);
  }

  /** Shows what the Python side says: progress as a bar, all else as it is. */
  private static int follow(ProcessBuilder builder, Terminal terminal)
      throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    var guard = Processes.guard(process, () -> {});
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = reader.readLine()) != null; ) {
        if (line.startsWith(PROGRESS)) {
          String[] fields = line.split("\t", 4);
          terminal.progress(Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), fields[3]);
        } else {
          terminal.line(line);
        }
      }
      return process.waitFor();
    } finally {
      guard.release();
      terminal.clear();
    }
  }
}
