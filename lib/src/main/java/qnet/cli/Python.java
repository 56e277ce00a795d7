package qnet.cli;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python that can make a virtual environment.
 *
 * @param command how it is called
 * @param version its version, as in 3.11.7
 */
record Python(String command, String version) {
  static final List<String> NAMES =
      List.of("python3", "python", "python3.13", "python3.12", "python3.11");

  private static final int OLDEST_MINOR = 11;
  private static final Pattern VERSION = Pattern.compile("Python 3\\.(\\d+)\\.\\d+\\S*");

  static final String INSTALL =
      "install Python 3."
          + OLDEST_MINOR
          + " or newer (Debian and Ubuntu: apt-get install python3"
          + " python3-venv; else python.org) and start again.";

  /**
   * The first usable Python.
   *
   * @param names the commands to try in turn
   * @return the Python
   * @throws Problem if there is none; it speaks of the one that came closest
   */
  static Python find(List<String> names) throws InterruptedException {
    Problem problem = new Problem("there is no Python: " + INSTALL);
    int closest = 0;
    for (String name : names) {
      String version = version(name);
      if (version.isEmpty()) {
        continue;
      }
      if (isOld(version)) {
        if (closest < 1) {
          closest = 1;
          problem = new Problem(name + " is Python " + version + ", too old: " + INSTALL);
        }
      } else if (!canMakeEnvironments(name)) {
        closest = 2;
        problem =
            new Problem(
                name
                    + " (Python "
                    + version
                    + ") has no venv module: install it (Debian and Ubuntu: apt-get install"
                    + " python3-venv) and start again.");
      } else {
        return new Python(name, version);
      }
    }
    throw problem;
  }

  /** The version that a Python states, or nothing if it does not run. */
  static String version(String command) throws InterruptedException {
    try {
      Matcher matcher = VERSION.matcher(Processes.ask(List.of(command, "--version")).text());
      return matcher.find() ? matcher.group().substring("Python ".length()) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isOld(String version) {
    return Integer.parseInt(version.split("\\.")[1]) < OLDEST_MINOR;
  }

  private static boolean canMakeEnvironments(String command) throws InterruptedException {
    try {
      return Processes.ask(List.of(command, "-c", "import venv, ensurepip")).exitCode() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
