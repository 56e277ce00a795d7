package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelspecTest {
  @TempDir private Path temp;

  @Test
  void callsTheRunningJdkDirectly() {
    var command = Kernelspec.jjava(new Home(temp)).command();
    assertEquals(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), command.get(0));
    assertTrue(command.contains("-Djava.awt.headless=true"));
    assertTrue(command.contains(temp + "/.venv/share/jupyter/kernels/java/jjava.jar"));
    assertEquals("{connection_file}", command.get(command.size() - 1));
  }

  @Test
  void givesIJavaItsClassPathAndStartupScript() {
    var spec = Kernelspec.ijava(new Home(temp), temp.resolve("i.jar"), temp.resolve("s/x.jsh"));
    assertEquals(
        Map.of(
            "IJAVA_CLASSPATH", temp + "/target/kit/*.jar",
            "IJAVA_STARTUP_SCRIPTS_PATH", temp + "/s/x.jsh"),
        spec.environment());
    assertTrue(spec.command().contains(temp + "/i.jar"));
  }

  @Test
  void isWrittenUnderTheNameThatTheNotebooksAskFor() throws IOException {
    var spec = new Kernelspec("Java", List.of("/a \"b\"\\c/java", "量子"), Map.of("K", "v\n"));
    spec.write(temp);
    spec.write(temp);
    assertEquals(
        """
        {
          "argv": ["/a \\"b\\"\\\\c/java", "量子"],
          "display_name": "Java",
          "env": {"K": "v\\u000a"},
          "interrupt_mode": "message",
          "language": "java"
        }
        """,
        Files.readString(temp.resolve("kernels/java/kernel.json")));
  }
}
