package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class VenvTest {
  private static final String INSTALLS = "echo pip \"$@\" >>\"${0%/*}/../pip.log\"";

  @TempDir private Path temp;
  private Home home;

  @BeforeEach
  void writeRequirements() throws Exception {
    home = new Home(temp.resolve("a kit"));
    Files.createDirectories(home.notebooks());
    Files.writeString(home.requirements(), "one==1\ntwo==2\n");
  }

  @Test
  void isMadeOnceFromPinnedRequirements() throws Exception {
    Venv venv = venv(INSTALLS);
    assertFalse(venv.isReady());
    venv.prepare(silent());
    assertTrue(venv.isReady());
    venv.prepare(silent());
    var calls = Files.readAllLines(home.venv().resolve("pip.log"));
    assertEquals(1, calls.size());
    assertTrue(calls.get(0).contains("--require-hashes"), calls.get(0));
    assertTrue(calls.get(0).contains("--only-binary=:all:"), calls.get(0));
    assertTrue(calls.get(0).contains("--requirement=" + home.requirements()), calls.get(0));
  }

  @Test
  void isMadeAnewWhenTheRequirementsChange() throws Exception {
    Venv venv = venv(INSTALLS);
    venv.prepare(silent());
    Files.writeString(home.requirements(), "one==2\n");
    assertFalse(venv.isReady());
    venv.prepare(silent());
    assertTrue(venv.isReady());
  }

  @Test
  void isMadeAnewWhenPythonOrThePlaceChanges() throws Exception {
    Venv venv = venv(INSTALLS);
    venv.prepare(silent());
    Stubs.python(venv.python(), "3.14.0", true, INSTALLS);
    assertFalse(venv.isReady());
    Stubs.python(venv.python(), "3.12.1", true, INSTALLS);
    assertTrue(venv.isReady());
    Home moved = new Home(temp.resolve("moved"));
    Files.move(home.root(), moved.root());
    assertFalse(new Venv(moved, List.of()).isReady());
  }

  @Test
  void repairsAnInterruptedSetUp() throws Exception {
    Venv venv = venv(INSTALLS);
    Files.createDirectories(home.venv().resolve("lib/half/made"));
    Files.writeString(home.venv().resolve("lib/half/made/file"), "");
    assertFalse(venv.isReady());
    venv.prepare(silent());
    assertTrue(venv.isReady());
    assertFalse(Files.exists(home.venv().resolve("lib")));
  }

  @Test
  void leavesNothingBehindWhenItFails() throws Exception {
    Venv venv = venv("echo 'ERROR: out of luck'; exit 1");
    var problem = assertThrows(Problem.class, () -> venv.prepare(silent()));
    assertTrue(problem.getMessage().contains("out of luck"), problem.getMessage());
    assertFalse(Files.exists(home.venv()));
  }

  @Test
  void isNotMadeByTwoAtATime() throws Exception {
    Files.createDirectories(home.target());
    try (var channel =
            FileChannel.open(
                home.target().resolve("venv.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertTrue(lock.isValid());
      assertThrows(OverlappingFileLockException.class, () -> venv(INSTALLS).prepare(silent()));
    }
    assertFalse(Files.exists(home.venv()));
  }

  @Test
  void showsPackagesAsProgress() throws Exception {
    var out = new ByteArrayOutputStream();
    var terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), true);
    venv("echo 'Collecting one==1'; echo 'Collecting two==2'").prepare(terminal);
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("1/2 one==1"), text);
    assertTrue(text.contains("2/2 two==2"), text);
  }

  @Test
  void saysWhatWentWrong() {
    assertSays("connect to the network", "Failed: NewConnectionError(': [Errno 101]')");
    assertSays("connect to the network", "Temporary failure in name resolution");
    assertSays("connect to the network", "ERROR: No matching (from versions: none)");
    assertSays("was refused", "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES");
    assertSays("was interrupted", "ERROR: Operation cancelled by user");
    assertSays("was undone:\nNo space left on device", "No space left on device");
  }

  private static void assertSays(String what, String pip) {
    String message = Venv.failure(pip).getMessage();
    assertTrue(message.contains(what), message);
  }

  private Venv venv(String pip) throws Exception {
    Path python = Stubs.python(temp.resolve("python"), "3.12.1", true, pip);
    return new Venv(home, List.of(python.toString()));
  }

  private static Terminal silent() {
    return new Terminal(new PrintStream(new ByteArrayOutputStream()), false);
  }
}
