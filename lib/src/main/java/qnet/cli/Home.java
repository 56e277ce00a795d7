package qnet.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are in the kit's directory.
 *
 * @param root the directory of the launcher
 */
record Home(Path root) {
  Path notebooks() {
    return root.resolve("notebooks");
  }

  Path requirements() {
    return notebooks().resolve("requirements.txt");
  }

  /** The jars of a notebook's class path, as both kernels take them. */
  String jars() {
    return target().resolve("kit") + "/*.jar";
  }

  Path target() {
    return root.resolve("target");
  }

  Path venv() {
    return root.resolve(".venv");
  }

  /** All that Jupyter and the kit write at run time: nothing goes to the user's home. */
  Path state() {
    return venv().resolve("kit");
  }

  /** The notebook that the lab opens: the first one, if it is there. */
  Path firstPage() {
    Path start = notebooks().resolve("00-start-here.ipynb");
    return Files.exists(start) ? start : notebooks();
  }
}
