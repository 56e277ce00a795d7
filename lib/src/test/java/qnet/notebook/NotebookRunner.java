package qnet.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs the cells of notebooks with nothing but a JDK and the kit's jars, the way the kernel does.
 *
 * <p>Started as a single source file, so that its class path is exactly {@code target/kit/*.jar}.
 * The arguments are files of cells with {@link #SEPARATOR} between them. Ends with exit code 0, or
 * 1 and one line per failure. Knows no magic but {@code %classpath}, and takes any text on stderr
 * for a failure.
 */
public final class NotebookRunner {
  /** Stands between two cells: the ASCII control character "record separator". */
  static final char SEPARATOR = '\u001e';

  private static final Pattern CLASSPATH = Pattern.compile("%classpath (\\S+)");
  private static final long SLOW_SECONDS = 10;

  private final String name;
  private final PrintStream console;
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
  private final JShell shell;
  private Object lastValue;

  private NotebookRunner(String name, PrintStream console) {
    this.name = name;
    this.console = console;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8));
    shell = JShell.builder().executionEngine(new InThisVm(), Map.of()).build();
  }

  /**
   * Runs notebooks one after another, each in a session of its own.
   *
   * @param args the files of cells; their names are those of the notebooks
   * @throws IOException if one cannot be read
   */
  public static void main(String[] args) throws IOException {
    var console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean allPassed = true;
    for (String arg : args) {
      Path file = Path.of(arg);
      String[] cells = Files.readString(file).split(String.valueOf(SEPARATOR));
      allPassed &= new NotebookRunner(file.getFileName().toString(), console).run(List.of(cells));
    }
    System.exit(allPassed ? 0 : 1);
  }

  private boolean run(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      long start = System.nanoTime();
      try {
        runCell(cells.get(i));
      } catch (Exception | Error e) {
        console.println(name + ", cell " + (i + 1) + ": " + e.getMessage());
        return false;
      }
      long seconds = (System.nanoTime() - start) / 1_000_000_000L;
      if (seconds >= SLOW_SECONDS) {
        console.println(name + ", slow: cell " + (i + 1) + " took " + seconds + " s");
      }
    }
    return true;
  }

  private void runCell(String cell) throws Exception {
    lastValue = null;
    var code = new StringBuilder();
    for (String line : cell.lines().toList()) {
      if (line.startsWith("%")) {
        runCode(code.toString());
        code.setLength(0);
        runMagic(line.strip());
      } else {
        code.append(line).append('\n');
      }
    }
    runCode(code.toString());
    checkNothingIsMissing();
    if (lastValue != null) {
      Renderers.show(lastValue);
    }
    System.err.flush();
    if (stderr.size() > 0) {
      throw new IllegalStateException(
          "wrote to stderr: " + stderr.toString(StandardCharsets.UTF_8));
    }
  }

  private void runMagic(String line) throws Exception {
    Matcher magic = CLASSPATH.matcher(line);
    if (!magic.matches()) {
      throw new IllegalStateException("unknown magic " + line);
    }
    Path glob = Path.of(magic.group(1));
    int jars = 0;
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(glob.getParent(), glob.getFileName().toString())) {
      for (Path jar : found) {
        shell.addToClasspath(jar.toString());
        jars++;
      }
    }
    if (jars == 0) {
      throw new IllegalStateException("no jar matches " + line);
    }
    runCode(String.join("\n", NotebookImports.IMPORTS));
  }

  private void runCode(String code) throws JShellException {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    CompletionInfo next = analysis.analyzeCompletion(code);
    while (next.completeness().isComplete()) {
      lastValue = null;
      for (SnippetEvent event : shell.eval(next.source())) {
        check(event);
      }
      next = analysis.analyzeCompletion(next.remaining());
    }
    if (next.completeness() != SourceCodeAnalysis.Completeness.EMPTY) {
      throw new IllegalStateException("not a complete statement: " + next.remaining().strip());
    }
  }

  private void check(SnippetEvent event) throws JShellException {
    if (event.exception() instanceof EvalException thrown) {
      throw new IllegalStateException(thrown.getExceptionClassName() + ": " + thrown.getMessage());
    }
    if (event.exception() != null) {
      throw event.exception();
    }
    if (event.causeSnippet() == null && !event.status().isDefined()) {
      throw doesNotCompile(event.snippet());
    }
    if (!showsItsValue(event.snippet())) {
      lastValue = null;
    }
  }

  /**
   * JShell accepts a method that calls another before that exists; at the end of a cell it must.
   */
  private void checkNothingIsMissing() {
    List<Snippet> unresolved =
        shell
            .snippets()
            .filter(
                snippet ->
                    shell.status(snippet) == Snippet.Status.RECOVERABLE_DEFINED
                        || shell.status(snippet) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
            .toList();
    if (!unresolved.isEmpty()) {
      throw new IllegalStateException(
          shell
              .unresolvedDependencies((DeclarationSnippet) unresolved.get(0))
              .collect(Collectors.joining(", ", "not defined: ", "")));
    }
  }

  private IllegalStateException doesNotCompile(Snippet snippet) {
    return new IllegalStateException(
        shell
            .diagnostics(snippet)
            .map(problem -> problem.getMessage(null))
            .collect(Collectors.joining("; ", "does not compile: ", "")));
  }

  /** A declaration or an assignment shows nothing in a notebook, an expression does. */
  private static boolean showsItsValue(Snippet snippet) {
    return switch (snippet.subKind()) {
      case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
      default -> false;
    };
  }

  /** Runs snippets in this process and keeps the value itself, which JShell turns into text. */
  private final class InThisVm implements ExecutionControlProvider {
    @Override
    public String name() {
      return "in-this-vm";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return new DirectExecutionControl() {
        @Override
        protected String invoke(Method snippet) throws Exception {
          lastValue = snippet.invoke(null);
          return "";
        }
      };
    }
  }
}
