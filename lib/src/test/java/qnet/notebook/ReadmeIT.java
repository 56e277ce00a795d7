package qnet.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The Java blocks of the README run one after another, like the cells of a notebook. */
class ReadmeIT {
  private static final Path README = Path.of("README.md");
  private static final String SETUP = "%classpath ../target/kit/*.jar";

  /** Any directory one level below the root, because the blocks are meant for a notebook. */
  private static final Path LIKE_NOTEBOOKS = Path.of("lib");

  private static final Pattern JAVA_BLOCK =
      Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** The set-up line, and then every Java block that is not the set-up line itself. */
  private static List<String> cells(String markdown) {
    var cells = new ArrayList<>(List.of(SETUP));
    JAVA_BLOCK
        .matcher(markdown)
        .results()
        .map(block -> block.group(1))
        .filter(code -> !code.strip().equals(SETUP))
        .forEach(cells::add);
    return cells;
  }

  private static ForkedRun run(String markdown) throws IOException, InterruptedException {
    return ForkedRun.of(Map.of("README.md", cells(markdown)), LIKE_NOTEBOOKS);
  }

  private static boolean thereIsOne() {
    return Files.exists(README);
  }

  @Test
  @EnabledIf("thereIsOne")
  void everyBlockRuns() throws Exception {
    ForkedRun run = run(Files.readString(README));
    assertTrue(run.passed(), run.report());
  }

  @Test
  void blocksAreFoundAndShareASession() throws Exception {
    String markdown =
        "Text\n```java\n"
            + SETUP
            + "\n```\n```java\nvar n = 10L;\n```\n```\n./kit lab\n```\n"
            + "```java\nEstimate.ofCount(1, n)\n```\n";
    assertEquals(List.of(SETUP, "var n = 10L;\n", "Estimate.ofCount(1, n)\n"), cells(markdown));
    ForkedRun run = run(markdown);
    assertTrue(run.passed(), run.report());
  }

  @Test
  void brokenBlockIsRefused() throws Exception {
    ForkedRun run = run("```java\nEstimate.ofCount(1, 10)\n```\n\n```java\nint x = \"a\";\n```\n");
    assertFalse(run.passed());
    assertTrue(run.report().startsWith("README.md, cell 3: does not compile"), run.report());
  }
}
