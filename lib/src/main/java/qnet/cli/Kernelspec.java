package qnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * How Jupyter starts a Java kernel: the JDK of this JVM, called directly.
 *
 * <p>Both kernels go by the name {@code java}, so the same notebooks run on either.
 *
 * @param displayName what Jupyter's menus show
 * @param command the command line; {@code {connection_file}} is put in by Jupyter
 * @param environment what is set besides
 */
record Kernelspec(String displayName, List<String> command, Map<String, String> environment) {
  /** Enough for 10⁹ pulses, and small enough for two notebooks at a time on a laptop. */
  private static final String HEAP = "-Xmx2g";

  /** From this JDK on every kernel would warn of what a library of Tablesaw does. */
  private static final int WARNS_OF_UNSAFE = 24;

  /** The settings that keep the kernel from announcing its threads. */
  static final String LOGGING = "logging.properties";

  Kernelspec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The kernel that the virtual environment brings. */
  static Kernelspec jjava(Home home) {
    Path jar = home.venv().resolve("share/jupyter/kernels/java/jjava.jar");
    return new Kernelspec("Java", command(jar, home.state()), Map.of());
  }

  /** The kernel IJava, which takes class path and start-up script from its environment. */
  static Kernelspec ijava(Home home, Path jar, Path startupScript) {
    return new Kernelspec(
        "Java (IJava)",
        command(jar, startupScript.getParent()),
        Map.of(
            "IJAVA_CLASSPATH", home.jars(),
            "IJAVA_STARTUP_SCRIPTS_PATH", startupScript.toString()));
  }

  private static List<String> command(Path jar, Path directory) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.util.logging.config.file=" + directory.resolve(LOGGING));
    command.add(HEAP);
    command.add("--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED");
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-jar", jar.toString(), "{connection_file}"));
    return command;
  }

  /**
   * Writes the kernelspec.
   *
   * @param jupyterPath a directory of Jupyter's search path
   */
  void write(Path jupyterPath) throws IOException {
    Path directory = Files.createDirectories(jupyterPath.resolve("kernels").resolve("java"));
    Files.writeString(directory.resolve("kernel.json"), json());
  }

  String json() {
    var lines = new ArrayList<String>();
    lines.add("\"argv\": [" + command.stream().map(Kernelspec::quote).collect(commas()) + "]");
    lines.add("\"display_name\": " + quote(displayName));
    lines.add(
        "\"env\": {"
            + new TreeMap<>(environment)
                .entrySet().stream()
                    .map(entry -> quote(entry.getKey()) + ": " + quote(entry.getValue()))
                    .collect(commas())
            + "}");
    lines.add("\"interrupt_mode\": \"message\"");
    lines.add("\"language\": \"java\"");
    return "{\n  " + String.join(",\n  ", lines) + "\n}\n";
  }

  private static Collector<CharSequence, ?, String> commas() {
    return Collectors.joining(", ");
  }

  private static String quote(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
