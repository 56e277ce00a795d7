package qnet.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

class NotebookImportsTest {
  private static final Path SOURCES = Path.of("lib/src/main/java/qnet");

  /** What no cell has a use for. */
  private static final Set<String> NOT_FOR_CELLS = Set.of("notebook", "cli");

  /** What the kernels import besides; a name that is in there too could not be used in a cell. */
  private static final List<String> BY_THE_KERNELS =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.util.concurrent.*;",
          "import java.util.prefs.*;",
          "import java.util.regex.*;");

  @Test
  void namesEveryPackageOfTheKit() throws IOException {
    for (Path directory : packages()) {
      String statement = "import qnet." + directory.getFileName() + ".*;";
      assertTrue(NotebookImports.IMPORTS.contains(statement), () -> "missing: " + statement);
    }
  }

  @Test
  void everyClassOfTheKitCanBeNamedInACell() throws IOException {
    try (JShell shell = shell()) {
      BY_THE_KERNELS.forEach(line -> evaluate(shell, line));
      NotebookImports.IMPORTS.forEach(line -> evaluate(shell, line));
      var unusable = new TreeSet<String>();
      for (String name : publicClasses()) {
        if (!compiles(shell, name + ".class;")) {
          unusable.add(name);
        }
      }
      assertEquals(Set.of(), unusable);
    }
  }

  @Test
  void ambiguousNameWouldBeFound() {
    try (JShell shell = shell()) {
      evaluate(shell, "import java.util.*;");
      evaluate(shell, "import java.awt.*;");
      assertEquals(false, compiles(shell, "List.class;"));
    }
  }

  static JShell shell() {
    JShell shell = JShell.builder().executionEngine("local").build();
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .forEach(shell::addToClasspath);
    return shell;
  }

  private static void evaluate(JShell shell, String line) {
    assertTrue(compiles(shell, line), () -> "not accepted in a cell: " + line);
  }

  private static boolean compiles(JShell shell, String line) {
    return shell.eval(line).stream()
        .map(SnippetEvent::status)
        .allMatch(status -> status == Snippet.Status.VALID);
  }

  private static List<Path> packages() throws IOException {
    try (Stream<Path> directories = Files.list(SOURCES)) {
      return directories
          .filter(Files::isDirectory)
          .filter(directory -> !NOT_FOR_CELLS.contains(directory.getFileName().toString()))
          .toList();
    }
  }

  private static List<String> publicClasses() throws IOException {
    var names = new ArrayList<String>();
    for (Path directory : packages()) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          if (Files.readString(file)
              .lines()
              .anyMatch(line -> line.matches("public .*\\b" + name + "\\b.*"))) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }
}
