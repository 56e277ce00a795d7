package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebooksTest {
  @TempDir private Path temp;

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("20-bb84", "10-bell-pairs", "00-start-here")) {
      Files.writeString(temp.resolve(name + ".ipynb"), "");
    }
    Files.writeString(temp.resolve("requirements.txt"), "");
  }

  @Test
  void takesAllInOrder() throws IOException {
    assertEquals(List.of("00-start-here", "10-bell-pairs", "20-bb84"), chosen());
  }

  @Test
  void takesNamesOrTheirBeginnings() throws IOException {
    assertEquals(List.of("10-bell-pairs"), chosen("10"));
    assertEquals(List.of("10-bell-pairs"), chosen("notebooks/10-bell-pairs.ipynb"));
    assertEquals(List.of("00-start-here", "20-bb84"), chosen("20-bb84", "00"));
  }

  @Test
  void refusesNameThatFitsNone() {
    var problem = assertThrows(Problem.class, () -> chosen("10", "bell"));
    assertTrue(problem.getMessage().contains("no notebook bell"), problem.getMessage());
    assertTrue(problem.getMessage().contains("10-bell-pairs"), problem.getMessage());
    assertThrows(Problem.class, () -> chosen("10.ipynb"));
  }

  @Test
  void refusesDirectoryWithoutNotebooks() {
    assertThrows(Problem.class, () -> Notebooks.choose(temp.resolve("nowhere"), List.of()));
  }

  private List<String> chosen(String... names) throws IOException {
    return Notebooks.choose(temp, List.of(names)).stream()
        .map(path -> path.getFileName().toString().replace(".ipynb", ""))
        .toList();
  }
}
