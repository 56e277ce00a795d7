package qnet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;

/**
 * The virtual environment with JupyterLab and the Java kernel, made from hash-pinned requirements.
 *
 * <p>Its stamp is written last and holds what it was made from: requirements, Python and place. An
 * environment without the right stamp is thrown away and made anew, so an interrupted set-up
 * repairs itself.
 */
final class Venv {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
  private static final int LINES_SHOWN = 12;

  private final Home home;
  private final List<String> pythonNames;
  private final Path stamp;

  /**
   * The environment of a kit.
   *
   * @param home the kit's directory
   * @param pythonNames the commands that may be a Python, in turn
   */
  Venv(Home home, List<String> pythonNames) {
    this.home = home;
    this.pythonNames = List.copyOf(pythonNames);
    this.stamp = home.venv().resolve("kit-stamp.txt");
  }

  /** The environment's own Python. */
  Path python() {
    return home.venv().resolve(WINDOWS ? "Scripts/python.exe" : "bin/python");
  }

  /** Whether it is whole, and made from today's requirements, in this place. */
  boolean isReady() throws IOException, InterruptedException {
    return Files.exists(stamp)
        && Files.readString(stamp).equals(stampText(Python.version(python().toString())));
  }

  /** Makes the environment, unless it is ready. */
  void prepare(Terminal terminal) throws IOException, InterruptedException {
    if (isReady()) {
      return;
    }
    Files.createDirectories(home.target());
    try (var channel =
            FileChannel.open(
                home.target().resolve("venv.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        throw new Problem("another ./kit is setting up the Python side: wait until it is done.");
      }
      make(terminal);
    }
  }

  private void make(Terminal terminal) throws IOException, InterruptedException {
    Python python = Python.find(pythonNames);
    terminal.line("setting up JupyterLab and the Java kernel in .venv (once; about a minute) ...");
    delete();
    var venv = List.of(python.command(), "-m", "venv", home.venv().toString());
    var pip =
        List.of(
            python().toString(),
            "-m",
            "pip",
            "install",
            "--require-hashes",
            "--only-binary=:all:",
            "--no-input",
            "--disable-pip-version-check",
            "--retries=2",
            "--requirement=" + home.requirements());
    boolean done = false;
    try {
      follow(venv, terminal);
      follow(pip, terminal);
      Files.writeString(stamp, stampText(Python.version(python().toString())));
      done = true;
    } finally {
      terminal.clear();
      if (!done) {
        delete();
      }
    }
  }

  private String stampText(String pythonVersion) throws IOException {
    try {
      byte[] requirements = Files.readAllBytes(home.requirements());
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(requirements);
      return String.join("\n", HexFormat.of().formatHex(hash), pythonVersion, home.venv() + "\n");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Runs one step of the set-up; a bar follows the packages. */
  private void follow(List<String> command, Terminal terminal)
      throws IOException, InterruptedException {
    int packages = count(Files.readString(home.requirements()), "==");
    int seen = 0;
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("PYTHONPATH", "PYTHONHOME"));
    Process process = builder.start();
    process.getOutputStream().close();
    var last = new ArrayDeque<String>();
    int exitCode;
    var guard = Processes.guard(process, this::deleteHalfMade);
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = reader.readLine()) != null; ) {
        if (line.startsWith("Collecting ")) {
          terminal.progress(++seen, packages, line.substring("Collecting ".length()));
        } else if (line.startsWith("Installing ")) {
          terminal.progress(seen, packages, "installing");
        }
        last.add(line);
        if (last.size() > LINES_SHOWN) {
          last.remove();
        }
      }
      exitCode = process.waitFor();
    } finally {
      guard.release();
    }
    if (exitCode != 0) {
      throw failure(String.join("\n", last));
    }
  }

  private void deleteHalfMade() {
    try {
      delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Problem failure(String lastLines) {
    if (lastLines.contains("DO NOT MATCH THE HASHES")) {
      return new Problem(
          "a downloaded package is not the one that notebooks/requirements.txt pins, so it was"
              + " refused:\n"
              + lastLines);
    }
    if (lastLines.contains("NewConnectionError")
        || lastLines.contains("ConnectTimeout")
        || lastLines.contains("name resolution")
        || lastLines.contains("from versions: none")) {
      return new Problem(
          "the packages of JupyterLab could not be fetched: connect to the network and start again"
              + " (only the first start needs it).");
    }
    if (lastLines.contains("cancelled by user")) {
      return new Problem("the set-up of .venv was interrupted, and undone.");
    }
    return new Problem("the set-up of .venv failed, and was undone:\n" + lastLines);
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  private void delete() throws IOException {
    if (!Files.exists(home.venv())) {
      return;
    }
    Files.walkFileTree(
        home.venv(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
