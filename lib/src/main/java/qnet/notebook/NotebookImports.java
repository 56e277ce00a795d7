package qnet.notebook;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a notebook can name without an import line.
 *
 * <p>The one list that both kernel adapters and the check that runs the notebooks without a kernel
 * use, so that a cell which works in one of them works in all.
 */
public final class NotebookImports {
  /** The packages of the libraries that cells use directly. */
  private static final List<String> LIBRARIES =
      List.of(
          "java.util",
          "java.util.function",
          "java.util.random",
          "java.util.stream",
          "tech.tablesaw.api",
          "org.knowm.xchart");

  /** The packages of the kit, all but the ones that no cell has a use for. */
  private static final List<String> KIT =
      List.of(
          "qnet.run",
          "qnet.data",
          "qnet.state",
          "qnet.code",
          "qnet.channel",
          "qnet.limit",
          "qnet.qkd",
          "qnet.postprocess",
          "qnet.repeater",
          "qnet.network",
          "qnet.timeline",
          "qnet.application",
          "qnet.ledger",
          "qnet.claims",
          "qnet.lab");

  /** The import declarations, one line of Java each. */
  public static final List<String> IMPORTS =
      Stream.concat(LIBRARIES.stream(), KIT.stream().filter(NotebookImports::exists))
          .map(name -> "import " + name + ".*;")
          .toList();

  private NotebookImports() {}

  /** An import of a package without classes is an error in a cell. */
  private static boolean exists(String packageName) {
    return NotebookImports.class.getResource("/" + packageName.replace('.', '/') + "/") != null;
  }
}
