package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import qnet.notebook.IJavaExtension;

/** Runs the command in a JVM of its own, as the launcher does. */
class KitTest {
  private static final String EMPTY_FONTCONFIG =
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">"
          + "<fontconfig></fontconfig>";

  @TempDir private Path temp;

  @Test
  void saysWhatItCanDo() throws Exception {
    var run = kit();
    assertEquals(0, run.exitCode());
    for (String command : List.of("lab", "run", "doctor", "kernelspec")) {
      assertTrue(run.text().contains("\n  " + command + " "), run.text());
    }
  }

  @Test
  void refusesPortInUse() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertFails("port " + socket.getLocalPort() + " is in use", "lab", "--port", port(socket));
    }
  }

  @Test
  void refusesPortOutOfRange() throws Exception {
    assertFails("--port must be from 1 to 65535, was 0", "lab", "--port", "0");
    assertFails("--port must be from 1 to 65535, was 65536", "lab", "--port", "65536");
  }

  @Test
  void refusesToRunNothing() throws Exception {
    assertFails("there is no notebook in " + temp, "run");
    assertFails("--workers must be 1 or more, was 0", "run", "--workers", "0");
  }

  @Test
  void checksOrUpdatesButNotBoth() throws Exception {
    var run = kit("run", "--check", "--update");
    assertEquals(2, run.exitCode());
    assertTrue(run.text().contains("mutually exclusive"), run.text());
  }

  @Test
  void refusesWhatIsNotIJava() throws Exception {
    Path jar = temp.resolve("other.jar");
    assertFails("there is no file " + jar, "kernelspec", "--ijava", jar.toString());
    Files.writeString(jar, "no zip");
    assertFails("other.jar is not a jar", "kernelspec", "--ijava", jar.toString());
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("A.class"));
    }
    assertFails("is not the jar of IJava", "kernelspec", "--ijava", jar.toString());
  }

  @Test
  void writesTheKernelspecOfIJavaOnceOrTwice() throws Exception {
    Path jar = temp.resolve("ijava.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("io/github/spencerpark/ijava/IJava.class"));
    }
    Path to = temp.resolve("to");
    String[] command = {"kernelspec", "--ijava", jar.toString(), "--to", to.toString()};
    var run = kit(command);
    assertEquals(0, run.exitCode(), run.text());
    assertTrue(run.text().contains("JUPYTER_PATH=\"" + to + "\""), run.text());
    Path spec = to.resolve("kernels/java/kernel.json");
    String written = Files.readString(spec);
    assertEquals(0, kit(command).exitCode());
    assertEquals(written, Files.readString(spec));
    Path script = to.resolve("ijava-startup.jsh");
    assertTrue(written.contains("\"IJAVA_STARTUP_SCRIPTS_PATH\": \"" + script + "\""), written);
    assertEquals(IJavaExtension.startupScript(), Files.readString(script));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysThatThereAreNoFonts() throws Exception {
    Path fonts = Files.writeString(temp.resolve("fonts.conf"), EMPTY_FONTCONFIG);
    var without = start(Map.of("FONTCONFIG_FILE", fonts.toString()), "doctor");
    assertEquals(1, without.exitCode());
    assertTrue(without.text().contains("MISSING  fonts: Java finds no font"), without.text());
    assertTrue(without.text().contains("apt-get install fontconfig"), without.text());
    assertFalse(kit("doctor").text().contains("MISSING  fonts"));
  }

  @Test
  void doctorCountsWhatIsMissing() throws Exception {
    var run = kit("doctor");
    assertEquals(1, run.exitCode());
    assertTrue(run.text().contains("ok       JDK: "), run.text());
    assertTrue(run.text().contains("not set up yet"), run.text());
    assertTrue(run.text().contains("MISSING  notebooks: there is no notebook in"), run.text());
    assertFalse(run.text().contains("All is well"), run.text());
  }

  private void assertFails(String message, String... arguments) throws Exception {
    var run = kit(arguments);
    assertEquals(1, run.exitCode(), run.text());
    assertTrue(run.text().contains("kit: "), run.text());
    assertTrue(run.text().contains(message), run.text());
    assertFalse(run.text().contains("\tat "), "a stack trace: " + run.text());
  }

  private static String port(ServerSocket socket) {
    return String.valueOf(socket.getLocalPort());
  }

  private Processes.Answer kit(String... arguments) throws Exception {
    return start(Map.of(), arguments);
  }

  private Processes.Answer start(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dkit.root=" + temp,
                "-Duser.home=" + temp, // where a JDK remembers the fonts it has seen
                "-cp",
                System.getProperty("java.class.path"),
                Kit.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Processes.Answer(process.waitFor(), text);
  }
}
