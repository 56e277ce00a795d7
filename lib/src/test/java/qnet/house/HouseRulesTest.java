package qnet.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qnet.channel.fixture.UpwardImport;
import qnet.house.fixture.Careless;

/**
 * The rules of the house, for all classes of the kit. Each rule has a control: a fixture that
 * breaks it, which the rule must catch.
 */
class HouseRulesTest {
  /** Packages that show things to people and may therefore write to the terminal. */
  private static final Set<String> TALKING = Set.of("qnet.cli", "qnet.notebook");

  /** Packages of physics, in which every number with a dimension says its unit. */
  private static final List<String> DOMAIN =
      List.of(
          "run",
          "data",
          "state",
          "code",
          "channel",
          "limit",
          "qkd",
          "postprocess",
          "repeater",
          "network",
          "timeline",
          "application",
          "ledger",
          "claims");

  private static final int LONGEST_CLASS = 300;
  private static final int LONGEST_MEDIAN = 100;

  /** Classes that may be longer, each with a reason. */
  private static final Set<String> LONG_CLASSES = Set.of();

  private static final JavaClasses KIT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("qnet");

  private static boolean talking(JavaClass type) {
    return TALKING.stream().anyMatch(part -> (type.getPackageName() + ".").startsWith(part + "."));
  }

  private static void assertNone(List<String> violations) {
    assertEquals("", String.join("\n", violations));
  }

  @Test
  void theKitIsThere() {
    assertTrue(KIT.contain("qnet.qkd.DecoyBb84"));
    assertTrue(JavaSource.classesUnder(JavaSource.MAIN).size() > 20);
  }

  @Test
  void numbersSayTheirUnit() {
    var files =
        DOMAIN.stream()
            .map(part -> JavaSource.MAIN.resolve("qnet").resolve(part))
            .filter(Files::isDirectory)
            .flatMap(folder -> JavaSource.classesUnder(folder).stream())
            .toList();
    assertNone(UnitsInNames.violations(files, UnitsInNames.dimensionlessNames()));
  }

  @Test
  void controlNumbersSayTheirUnit() {
    var fixture = JavaSource.TEST.resolve("qnet/house/fixture/LengthWithoutUnit.java");
    assertEquals(
        List.of(
            "LengthWithoutUnit: length",
            "LengthWithoutUnit: delay",
            "LengthWithoutUnit.withLoss: loss"),
        UnitsInNames.violations(List.of(fixture), Set.of()));
    assertEquals(
        List.of("LengthWithoutUnit: delay"),
        UnitsInNames.violations(List.of(fixture), Set.of("length", "loss")));
  }

  @Test
  void importsGoDown() {
    assertNone(Layers.violations(KIT));
  }

  @Test
  void controlImportsGoDown() {
    var violations = Layers.violations(new ClassFileImporter().importClasses(UpwardImport.class));
    assertTrue(violations.stream().anyMatch(line -> line.contains("qnet.qkd.KeyRate")));
    assertTrue(violations.stream().anyMatch(line -> line.contains("ClassFileImporter")));
    assertTrue(violations.stream().noneMatch(line -> line.contains("qnet.run.Estimate")));
    assertThrows(IllegalArgumentException.class, () -> Layers.height("elsewhere"));
  }

  @Test
  void classesAreSmall() {
    var files = JavaSource.classesUnder(JavaSource.MAIN);
    var tooLong = new HashSet<String>();
    for (Path file : files) {
      if (JavaSource.codeLines(file) > LONGEST_CLASS) {
        tooLong.add(file.getFileName().toString());
      }
    }
    assertEquals(LONG_CLASSES, tooLong);
    assertTrue(median(files) <= LONGEST_MEDIAN, "median of code lines: " + median(files));
  }

  private static long median(List<Path> files) {
    return files.stream()
        .mapToLong(JavaSource::codeLines)
        .sorted()
        .skip(files.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void controlClassesAreSmall(@TempDir Path folder) throws IOException {
    var file = folder.resolve("Long.java");
    String text =
        "package a;\n\nimport b.C;\n\n/** Not\n * code. */\nclass Long {\n"
            + "  String s = \"/* code */\"; // not code\n"
            + "  int i; /* not\n  code */\n".repeat(LONGEST_CLASS)
            + "}\n";
    Files.writeString(file, text);
    assertEquals(LONGEST_CLASS + 3, JavaSource.codeLines(file));
    assertEquals(LONGEST_CLASS + 3, median(List.of(file)));
  }

  @Test
  void randomnessHasASeed() {
    assertNone(Calls.violations(KIT, Calls.UNSEEDED_RANDOMNESS, type -> false));
  }

  @Test
  void nothingIsPrintedOrLogged() {
    assertNone(Calls.violations(KIT, Calls.PRINTING, HouseRulesTest::talking));
    assertNone(Calls.violations(KIT, Calls.LOGGING, type -> false));
  }

  @Test
  void controlCalls() {
    var careless = new ClassFileImporter().importClasses(Careless.class);
    var random = Calls.violations(careless, Calls.UNSEEDED_RANDOMNESS, type -> false);
    for (String source :
        List.of("Math.random", "Random.<init>()", "ThreadLocalRandom", "shuffle")) {
      assertTrue(random.stream().anyMatch(line -> line.contains(source)), source);
    }
    assertTrue(random.stream().noneMatch(line -> line.contains("seeded()")));
    var printing = Calls.violations(careless, Calls.PRINTING, HouseRulesTest::talking);
    for (String call : List.of("System.out", "printStackTrace")) {
      assertTrue(printing.stream().anyMatch(line -> line.contains(call)), call);
    }
    var logging = Calls.violations(careless, Calls.LOGGING, type -> false);
    assertTrue(logging.toString().contains("java.util.logging.Logger.info"));
    assertEquals(List.of(), Calls.violations(careless, Calls.PRINTING, type -> true));
  }
}
