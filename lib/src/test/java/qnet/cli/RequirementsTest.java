package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Python side is pinned: every package by version and hash, from wherever pip fetches it. */
class RequirementsTest {
  private static final Pattern PINNED =
      Pattern.compile("[a-z0-9][a-z0-9.-]*==[0-9][\\w.]*( ; [^\\\\]+)?( \\\\)?");
  private static final Pattern HASH = Pattern.compile("    --hash=sha256:[0-9a-f]{64}( \\\\)?");

  @Test
  void everyPackageIsPinnedByVersionAndHash() throws IOException {
    List<String> lines = lines("requirements.txt");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean hashed = HASH.matcher(line).matches();
      assertTrue(hashed || PINNED.matcher(line).matches(), "line " + (i + 1) + ": " + line);
      if (!hashed) {
        assertTrue(line.endsWith(" \\") && lines.get(i + 1).contains("--hash"), line);
      }
    }
  }

  @Test
  void whatIsAskedForIsWhatIsPinned() throws IOException {
    List<String> pins = lines("requirements.txt").stream().map(l -> l.split(" ")[0]).toList();
    List<String> asked =
        lines("requirements.in").stream().filter(line -> !line.startsWith("#")).toList();
    assertEquals(6, asked.size());
    for (String line : asked) {
      assertTrue(pins.contains(line), line + " is in requirements.in only");
    }
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(Path.of("notebooks", file));
  }
}
