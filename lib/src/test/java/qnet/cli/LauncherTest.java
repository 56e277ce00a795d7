package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shell launcher itself, with a PATH that holds only what each test puts there. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final List<String> TOOLS =
      List.of("sed", "find", "mkdir", "touch", "rm", "readlink", "sleep");
  private static final String BUILD =
      "echo build \"$@\" >>../built; mkdir -p target/kit; : >target/kit/classpath.txt";

  @TempDir private Path temp;
  private Path root;
  private Path path;

  @BeforeEach
  void copyLauncher() throws IOException {
    root = Files.createDirectories(temp.resolve("quanten réseau 量子"));
    path = Files.createDirectories(temp.resolve("path"));
    Files.copy(Path.of("kit"), root.resolve("kit"));
    Files.createDirectories(root.resolve("lib/src/main/java"));
    Files.createDirectories(root.resolve("data"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("lib/src/main/java/A.java"), "");
    for (String tool : TOOLS) {
      stub(tool, "PATH=/bin:/usr/bin exec " + tool + " \"$@\"");
    }
  }

  @Test
  void startsJavaWithItsArgumentsAndItsOwnDirectory() throws Exception {
    java("17");
    stub("mvn", BUILD);
    var run = kit("run", "10 bell", "--check");
    assertEquals(0, run.exitCode(), run.text());
    assertTrue(run.text().contains("<-Dkit.root=" + root.toRealPath() + ">"), run.text());
    assertTrue(run.text().contains("<qnet.cli.Kit><run><10 bell><--check>"), run.text());
  }

  @Test
  void worksThroughSymbolicLink() throws Exception {
    java("17");
    stub("mvn", BUILD);
    Files.createDirectories(temp.resolve("bin"));
    Path link =
        Files.createSymbolicLink(temp.resolve("bin/kit"), Path.of("../quanten réseau 量子/kit"));
    var run = start(link, Map.of(), "lab");
    assertTrue(run.text().contains("<-Dkit.root=" + root.toRealPath() + ">"), run.text());
  }

  @Test
  void givesJavaUtf8LocaleWhereThereIsNone() throws Exception {
    java("17");
    stub("mvn", BUILD);
    assertTrue(start(root.resolve("kit"), Map.of("LANG", "C")).text().contains("LC_ALL=C.UTF-8"));
    assertFalse(
        start(root.resolve("kit"), Map.of("LANG", "de_DE.UTF-8")).text().contains("LC_ALL=C"));
  }

  @Test
  void buildsOnlyWhatIsStale() throws Exception {
    java("17");
    stub("mvn", BUILD);
    kit();
    assertEquals(1, builds());
    kit();
    assertEquals(1, builds());
    change(root.resolve("lib/src/main/java/A.java"));
    assertEquals(2, builds());
    change(root.resolve("pom.xml"));
    assertEquals(3, builds());
    change(Files.writeString(root.resolve("data/b.csv"), "1"));
    assertEquals(4, builds());
    Files.delete(root.resolve("data/b.csv"));
    change(root.resolve("data"));
    assertEquals(5, builds());
  }

  @Test
  void buildsAnewAfterAnInterruptedBuild() throws Exception {
    java("17");
    stub("mvn", BUILD);
    kit();
    Files.delete(root.resolve("target/kit/classpath.txt"));
    kit();
    assertEquals(2, builds());
  }

  @Test
  void noticesSourceThatWasSavedDuringTheBuild() throws Exception {
    java("17");
    stub("mvn", "sleep 0.1; : >lib/src/main/java/A.java; " + BUILD);
    kit();
    kit();
    assertEquals(2, builds());
  }

  @Test
  void buildsWithTheJavaThatItFound() throws Exception {
    java("21");
    stub("mvn", BUILD + "; echo \"home $JAVA_HOME\" >&2");
    assertTrue(kit().text().contains("home " + temp.resolve("jdk-21")));
  }

  @Test
  void stopsWhenTheBuildFails() throws Exception {
    java("17");
    stub("mvn", "exit 1");
    assertRefuses("the build failed", "connect to the network");
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    stub("mvn", BUILD);
    stub("python3", "");
    assertRefuses("there is no Java", "install a JDK 17 or newer");
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    stub("mvn", BUILD);
    stub("python3", "");
    java("11");
    assertRefuses("is Java 11, too old", "install a JDK 17 or newer");
    java("1.8");
    assertRefuses("is Java 1.8, too old", "install a JDK 17 or newer");
  }

  @Test
  void saysThatJavaHasNoCompiler() throws Exception {
    stub("mvn", BUILD);
    java("17");
    Files.delete(temp.resolve("jdk-17/bin/javac"));
    assertRefuses("without a compiler", "install the JDK");
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    java("17");
    stub("mvn", BUILD);
    var run = start(root.resolve("kit"), Map.of("JAVA_HOME", "/no/jdk"));
    assertEquals(1, run.exitCode());
    assertTrue(run.text().contains("JAVA_HOME is /no/jdk, but there is no bin/java"), run.text());
  }

  @Test
  void prefersJavaHomeToThePath() throws Exception {
    java("11");
    jdk("21");
    stub("mvn", BUILD);
    var run =
        start(root.resolve("kit"), Map.of("JAVA_HOME", temp.resolve("jdk-21").toString()), "lab");
    assertEquals(0, run.exitCode(), run.text());
  }

  @Test
  void saysThatJavaDoesNotRun() throws Exception {
    stub("mvn", BUILD);
    stub("java", "echo 'Unable to locate a Java Runtime.' >&2; exit 1");
    assertRefuses("does not start as a Java", "install a JDK");
  }

  @Test
  void needsMavenOnlyToBuild() throws Exception {
    java("17");
    stub("python3", "");
    assertRefuses("there is no Maven", "install Maven 3.8 or newer");
    stub("mvn", BUILD);
    kit();
    Files.delete(path.resolve("mvn"));
    assertEquals(0, kit("lab").exitCode());
  }

  @Test
  void saysAllThatIsMissingAtOnce() throws Exception {
    var run = kit("doctor");
    assertEquals(1, run.exitCode());
    for (String what : List.of("no Java", "no Maven", "no Python")) {
      assertTrue(run.text().contains("there is " + what), run.text());
    }
  }

  private void assertRefuses(String what, String fix) throws Exception {
    var run = kit("lab");
    assertEquals(1, run.exitCode(), run.text());
    assertTrue(run.text().contains(what), run.text());
    assertTrue(run.text().contains(fix), run.text());
    assertFalse(run.text().contains("qnet.cli.Kit"), "Java was started: " + run.text());
  }

  /** Makes a file newer than the last build, and runs the kit. */
  private void change(Path file) throws Exception {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
    Files.setLastModifiedTime(
        root.resolve("target/kit/classpath.txt"), FileTime.from(Instant.now().plusSeconds(1)));
    kit();
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  private long builds() throws IOException {
    Path log = temp.resolve("built");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  /** Puts a java of this version on the PATH. */
  private void java(String version) throws IOException {
    Files.deleteIfExists(path.resolve("java"));
    Files.createSymbolicLink(path.resolve("java"), jdk(version).resolve("bin/java"));
  }

  private Path jdk(String version) throws IOException {
    Path home = temp.resolve("jdk-" + version);
    Files.createDirectories(home.resolve("bin"));
    script(home.resolve("bin/javac"), "");
    script(
        home.resolve("bin/java"),
        """
        if [ "$1" = -XshowSettings:properties ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=1' >&2
          echo '    java.home = %s' >&2
          echo '    java.specification.version = %s' >&2
        else
          printf '<%%s>' "$@"
          echo " LC_ALL=${LC_ALL:-}"
        fi
        """
            .formatted(home, version));
    return home;
  }

  private void stub(String name, String body) throws IOException {
    script(path.resolve(name), body);
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Processes.Answer kit(String... arguments) throws Exception {
    return start(root.resolve("kit"), Map.of("LANG", "C"), arguments);
  }

  private Processes.Answer start(Path kit, Map<String, String> environment, String... arguments)
      throws Exception {
    var command = new ArrayList<>(List.of(kit.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(temp.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", path.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Processes.Answer(process.waitFor(), text);
  }
}
