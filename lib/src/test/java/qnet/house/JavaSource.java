package qnet.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The sources of the kit, as text and as syntax trees. */
final class JavaSource {
  static final Path MAIN = Path.of("lib/src/main/java");
  static final Path TEST = Path.of("lib/src/test/java");

  /** Strings and characters first, so that a comment sign inside them is none. */
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          "\"\"\"(?s:.*?)(?<!\\\\)\"\"\""
              + "|\"(?:\\\\.|[^\"\\\\\\n])*\""
              + "|'(?:\\\\.|[^'\\\\\\n])*'"
              + "|(?<comment>//[^\\n]*|(?s:/\\*.*?\\*/))");

  private JavaSource() {}

  /** The classes under a folder; package descriptions are not classes. */
  static List<Path> classesUnder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a class that are code: no blank lines, comments, package or imports. */
  static long codeLines(Path file) {
    try {
      String code =
          LITERAL_OR_COMMENT
              .matcher(Files.readString(file))
              .replaceAll(match -> match.group(1) == null ? "literal" : "");
      return code.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Iterable<? extends CompilationUnitTree> parse(List<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      return ((JavacTask) compiler.getTask(null, manager, null, null, null, units)).parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
