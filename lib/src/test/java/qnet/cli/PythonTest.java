package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PythonTest {
  @TempDir private Path temp;
  private String missing;
  private String old;
  private String bare;
  private String good;

  @BeforeEach
  void makeStubs() throws Exception {
    missing = temp.resolve("missing").toString();
    old = Stubs.python(temp.resolve("old"), "3.9.2", true, "").toString();
    bare = Stubs.python(temp.resolve("bare"), "3.11.2", false, "").toString();
    good = Stubs.python(temp.resolve("good"), "3.13.0rc1", true, "").toString();
  }

  @Test
  void takesTheFirstThatCanMakeEnvironments() throws Exception {
    var found = Python.find(List.of(missing, old, bare, good));
    assertEquals(new Python(good, "3.13.0rc1"), found);
  }

  @Test
  void saysThatThereIsNone() {
    assertSays("there is no Python", missing);
    assertSays("install Python 3.11 or newer", missing);
  }

  @Test
  void saysThatItIsTooOld() {
    assertSays("is Python 3.9.2, too old", missing, old);
    assertSays("install Python 3.11 or newer", old);
  }

  @Test
  void saysThatTheVenvModuleIsMissing() {
    assertSays("(Python 3.11.2) has no venv module", bare, old);
    assertSays("apt-get install python3-venv", old, bare);
  }

  @Test
  void doesNotTakeOldPythonTwoForNew() throws Exception {
    Path two = Stubs.script(temp.resolve("two"), "echo 'Python 2.7.18'\n");
    assertSays("there is no Python", two.toString());
  }

  private static void assertSays(String what, String... names) {
    var problem = assertThrows(Problem.class, () -> Python.find(Stream.of(names).toList()));
    assertTrue(problem.getMessage().contains(what), problem.getMessage());
  }
}
