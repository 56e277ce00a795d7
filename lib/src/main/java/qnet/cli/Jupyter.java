package qnet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qnet.lab.Fonts;

/**
 * Jupyter as the kit sets it up: own kernelspec, own settings, nothing read from or written to the
 * user's home, no look at the network.
 */
final class Jupyter {
  private static final String PAGE_SETTINGS = "overrides.json";
  private static final String SERVER_SETTINGS = "jupyter_server_config.json";
  private static final List<String> SCRIPTS = List.of("execute.py", "outputs.py", "pages.py");

  private final Home home;
  private final Path python;

  private Jupyter(Home home, Path python) {
    this.home = home;
    this.python = python;
  }

  /** Checks the fonts, makes the environment if need be, and writes the settings. */
  static Jupyter prepare(Home home, Terminal terminal) throws IOException, InterruptedException {
    Problem.unless(Fonts::require);
    Venv venv = new Venv(home, Python.NAMES);
    venv.prepare(terminal);
    Kernelspec.jjava(home).write(home.state());
    copy(Kernelspec.LOGGING, home.state());
    copy(SERVER_SETTINGS, home.state().resolve("config"));
    copy(PAGE_SETTINGS, home.venv().resolve("share/jupyter/lab/settings"));
    for (String script : SCRIPTS) {
      copy(script, home.state().resolve("python"));
    }
    return new Jupyter(home, venv.python());
  }

  /** A process that runs a Python module. */
  ProcessBuilder module(String name, List<String> arguments) {
    return python(List.of("-m", name), arguments);
  }

  /** A process that runs one of the kit's own Python scripts. */
  ProcessBuilder script(String name, List<String> arguments) {
    return python(List.of(home.state().resolve("python").resolve(name).toString()), arguments);
  }

  private ProcessBuilder python(List<String> what, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(python.toString());
    command.addAll(what);
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    settle(builder.environment());
    return builder;
  }

  private void settle(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("JUPYTER") || name.startsWith("PYTHON"));
    Path state = home.state();
    environment.put("JUPYTER_PATH", state.toString());
    environment.put("JUPYTER_CONFIG_DIR", state.resolve("config").toString());
    environment.put("JUPYTER_DATA_DIR", state.resolve("data").toString());
    environment.put("JUPYTER_RUNTIME_DIR", state.resolve("runtime").toString());
    environment.put("JUPYTERLAB_SETTINGS_DIR", state.resolve("settings").toString());
    environment.put("JUPYTERLAB_WORKSPACES_DIR", state.resolve("workspaces").toString());
    environment.put("IPYTHONDIR", state.resolve("ipython").toString());
    environment.put("PYTHONNOUSERSITE", "1");
    environment.put("PYTHONUTF8", "1");
  }

  /** Copies one of the kit's own files out of the jar. */
  static Path copy(String resource, Path directory) throws IOException {
    try (InputStream in = Jupyter.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not in the kit's jar: " + resource);
      }
      Path file = Files.createDirectories(directory).resolve(resource);
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    }
  }
}
