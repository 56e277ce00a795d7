package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import qnet.channel.CircularOrbit;
import qnet.channel.Detector;
import qnet.channel.DualDownlink;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.SatelliteLink;
import qnet.qkd.Bb84;
import qnet.qkd.DecoyBb84;
import qnet.qkd.KeyRate;
import qnet.qkd.ProtocolChoice;
import qnet.repeater.Chain;
import qnet.repeater.PurificationPlan;
import qnet.state.Bbpssw;
import qnet.state.Dejmps;

class RecordFilesTest {
  /** Presets that hold matrices, functions, or links that nobody knows; each must be refused. */
  private static final Set<String> NOT_SAVED =
      Set.of("Cascade", "Gate", "KeyPipeline", "LocalModel", "Network", "Povm", "Winnow");

  private static final List<Class<?>> RECORDS =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("qnet")
              .stream()
              .filter(JavaClass::isRecord)
              .filter(each -> !each.getPackageName().matches("qnet\\.(notebook|cli).*"))
              .<Class<?>>map(JavaClass::reflect)
              .filter(each -> Modifier.isPublic(each.getModifiers()))
              .toList();

  private static final String BENCH = RecordFiles.toJson(Bench.standard());

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyPresetComesBackAsItWas() {
    return RECORDS.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(RecordFilesTest::isPreset)
        .map(
            preset ->
                DynamicTest.dynamicTest(
                    preset.getDeclaringClass().getSimpleName() + "." + preset.getName(),
                    () -> {
                      var made = (Record) preset.invoke(null);
                      if (NOT_SAVED.contains(made.getClass().getSimpleName())) {
                        assertThrows(
                            IllegalArgumentException.class, () -> RecordFiles.toJson(made));
                      } else {
                        assertComesBack(made);
                      }
                    }));
  }

  private static boolean isPreset(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && Modifier.isPublic(method.getModifiers())
        && method.getParameterCount() == 0
        && method.getReturnType() == method.getDeclaringClass();
  }

  @Test
  void thereAreManyPresets() {
    assertTrue(everyPresetComesBackAsItWas().count() > 60);
  }

  @Test
  void whatIsBuiltComesBackAsItWas() throws IOException {
    assertComesBack(new DualDownlink(Link.ofLossDb(31.4), SatelliteLink.micius().at(40)));
    assertComesBack(SatelliteLink.micius().pass(60));
    assertComesBack(ProtocolChoice.all(Detector.snspd()));
    assertComesBack(new PurificationPlan(Bbpssw.ideal(), List.of(1, 0, 2)));
    assertComesBack(new PurificationPlan(Dejmps.ideal(), List.of()));
    assertComesBack(Bench.standard().withName("a \"quoted\", name,\nof two lines, ηλ and 80"));
    assertComesBack(Bench.standard().withName("80"));
    assertComesBack(Bench.standard().withName(""));
    assertComesBack(Fiber.standard().withLengthKm(0.1 + 0.2));
    assertComesBack(Fiber.standard().withLengthKm(Double.MIN_VALUE));
    assertComesBack(Fiber.standard().withLengthKm(Double.MAX_VALUE));
  }

  private <T extends Record> void assertComesBack(T made) throws IOException {
    var type = made.getClass();
    assertEquals(made, RecordFiles.fromJson(type, RecordFiles.toJson(made)));
    for (String name : List.of("it.json", "it.csv")) {
      String file = folder.resolve(name).toString();
      RecordFiles.write(made, file);
      assertEquals(made, RecordFiles.read(type, file));
    }
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  /** A record that joins the kit and can stand for an interface must join the list, too. */
  @Test
  void everyRecordThatCanStandForAnInterfaceHasAName() {
    Set<Class<?>> interfaces =
        RECORDS.stream()
            .filter(each -> !each.getPackageName().matches("qnet\\.(state|network|data|lab)"))
            .filter(each -> !NOT_SAVED.contains(each.getSimpleName()))
            .flatMap(each -> Arrays.stream(each.getRecordComponents()))
            .map(RecordComponent::getType)
            .filter(each -> each.isInterface() && each.getName().startsWith("qnet."))
            .collect(Collectors.toSet());
    assertTrue(interfaces.containsAll(Set.of(Link.class, qnet.state.Purification.class)));
    for (Class<?> each : RECORDS) {
      if (interfaces.stream().anyMatch(open -> open.isAssignableFrom(each))) {
        assertTrue(NamedRecords.ALL.contains(each), each.getName());
      }
    }
    assertEquals(
        NamedRecords.ALL.size(),
        NamedRecords.ALL.stream().map(Class::getSimpleName).distinct().count());
    assertTrue(RECORDS.containsAll(NamedRecords.ALL));
  }

  @Test
  void aFileCanBeReadByPeople() {
    assertEquals(
        """
        {
          "lengthKm": 80,
          "lossDbPerKm": 0.2,
          "groupIndex": 1.468
        }""",
        RecordFiles.toJson(Fiber.standard().withLengthKm(80)));
    assertEquals(
        """
        component,value
        name,"\""near""\"
        protocol.class,"\""Bb84""\"
        """,
        RecordFiles.toCsv(new Bench("near", Bb84.ideal(), Fiber.standard()))
            .lines()
            .limit(3)
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void unknownAndMissingKeysAreNamed() {
    assertRefused(
        "keys of Bench must be [name, protocol, link], was \"nam\"",
        BENCH.replace("\"name\"", "\"nam\""));
    assertRefused(
        "keys of Bench.link must be [class, lengthKm, lossDbPerKm, groupIndex],"
            + " \"lossDbPerKm\" is missing",
        BENCH.replaceAll("\"lossDbPerKm\": 0.2,", ""));
    assertRefused("\"lengthKm\" appears twice", BENCH.replace("lossDbPerKm", "lengthKm"));
    assertRefused("Bench must be an object {…}, was [1]", "[1]");
    assertRefused("Bench must be JSON: ", "{\"name\": ");
    var choice = RecordFiles.toJson(ProtocolChoice.endToEnd(Detector.snspd()));
    var twice = choice.replace("\"SARG04\"", "\"six-state\"");
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> RecordFiles.fromJson(ProtocolChoice.class, twice))
            .getMessage()
            .contains("\"six-state\" appears twice"));
  }

  @Test
  void valuesOutOfRangeAndOfWrongTypeAreNamed() {
    assertRefused(
        "Bench.link: lengthKm must be ≥ 0 and finite, was -1.0",
        BENCH.replace("\"lengthKm\": 50", "\"lengthKm\": -1"));
    assertRefused("Bench.link: lengthKm must be ≥ 0 and finite, was NaN", length("\"NaN\""));
    assertRefused("Bench.link.lengthKm must be a number, was \"fifty\"", length("\"fifty\""));
    assertRefused("Bench.link.lengthKm must be a number, was \"50\"", length("\"50\""));
    assertRefused("Bench.link.lengthKm must be a number, was null", length("null"));
    assertRefused("Bench.link.lengthKm must be a number, was 1e999", length("1e999"));
    assertRefused("Bench.name must be a text", BENCH.replace("\"standard\"", "7"));
    assertRefused(
        "Bench.protocol.analysis must be one of \"MA_2005\", \"LIM_2014\", \"THRESHOLD\", was \"GUESS\"",
        BENCH.replace("\"THRESHOLD\"", "\"GUESS\""));
    var chain = RecordFiles.toJson(Chain.ideal());
    assertRefused(Chain.class, "Chain.endsStored must be true or false", chain, "false", "0");
    assertRefused(
        Chain.class,
        "Chain.segments must be a whole number",
        chain,
        "segments\": 2,",
        "segments\": 2.5,");
    assertRefused(
        Chain.class, "roundsPerLevel must be a list […]", chain.replace("[", "{"), "]", "}");
    assertRefused(
        Chain.class,
        "Chain.segments must be a whole number of type int",
        chain,
        "segments\": 2,",
        "segments\": 3000000000,");
    var orbit = RecordFiles.toJson(CircularOrbit.micius());
    assertRefused(CircularOrbit.class, "CircularOrbit.epoch must be a time", orbit, "Z\"", "\"");
  }

  private static String length(String value) {
    return BENCH.replace("\"lengthKm\": 50", "\"lengthKm\": " + value);
  }

  @Test
  void foreignClassesAreRefused() {
    for (String foreign :
        List.of("Fibre", "java.lang.String", "Bench", "DecoyBb84", "qnet.channel.Fiber", "")) {
      assertRefused(
          "Bench.link.class must be one of \"AmplifiedLink\", \"DualDownlink\", \"Fiber\","
              + " \"FreeSpace\", \"PlainLink\", was \""
              + foreign
              + '"',
          BENCH.replace("\"Fiber\"", '"' + foreign + '"'));
    }
    assertRefused("Bench.link.class must be one of", BENCH.replace("\"class\": \"Fiber\",", ""));
  }

  @Test
  void whatHasNoComponentsCannotBeSaved() throws IOException {
    var file = folder.resolve("bench.json");
    Bench.standard().save(file.toString());
    record Mine(double factor) implements Link {
      @Override
      public double transmittance() {
        return factor;
      }
    }
    var lambda = Bench.standard().withProtocol(link -> KeyRate.of(link.transmittance(), 0));
    var local = Bench.standard().withLink(new Mine(0.1));
    for (Bench unsaved : List.of(lambda, local)) {
      var e = assertThrows(IllegalArgumentException.class, () -> unsaved.save(file.toString()));
      assertTrue(e.getMessage().contains(" to be saved, was "), e.getMessage());
    }
    assertEquals(BENCH, Files.readString(file));
  }

  @Test
  void fileIsCompleteOrNotThere() throws IOException {
    var bench = Bench.standard();
    var occupied = Files.createDirectories(folder.resolve("bench.json"));
    Files.writeString(occupied.resolve("inside"), "");
    assertThrows(UncheckedIOException.class, () -> bench.save(occupied.toString()));
    assertFalse(Files.exists(folder.resolve("bench.json.part")));
    assertThrows(
        UncheckedIOException.class, () -> bench.save(folder.resolve("no/bench.json").toString()));
    assertThrows(
        UncheckedIOException.class, () -> Bench.open(folder.resolve("no.json").toString()));
    assertThrows(IllegalArgumentException.class, () -> bench.save("bench.txt"));
    assertThrows(IllegalArgumentException.class, () -> Bench.open("bench.txt"));
  }

  @Test
  void faultsInCsvAreNamed() throws IOException {
    String csv = RecordFiles.toCsv(Bench.standard());
    assertCsvRefused("the header must be [component, value]", csv.replace("component", "part"));
    assertCsvRefused("\"link.lengthKm\" appears twice", csv + "link.lengthKm,50\n");
    assertCsvRefused("\"name\" must be a value or have parts", csv + "name.first,1\n");
    assertCsvRefused("keys of Bench.link must be", csv + "link.colour,1\n");
    assertCsvRefused("link.lengthKm must be JSON", csv.replace("lengthKm,50", "lengthKm,far"));
    assertCsvRefused("Bench must be an object", "component,value\n0,1\n");
    assertCsvRefused("\"name\" is missing", "component,value\n");
    var dotted = new ProtocolChoice(Map.of("no. 1", DecoyBb84.standard()));
    assertThrows(IllegalArgumentException.class, () -> RecordFiles.toCsv(dotted));
  }

  private void assertCsvRefused(String message, String csv) throws IOException {
    var file = Files.writeString(folder.resolve("faulty.csv"), csv).toString();
    var e = assertThrows(IllegalArgumentException.class, () -> Bench.open(file));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  private static void assertRefused(String message, String json) {
    assertRefused(Bench.class, message, json, "", "");
  }

  private static <T extends Record> void assertRefused(
      Class<T> type, String message, String json, String part, String by) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> RecordFiles.fromJson(type, json.replace(part, by)));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void benchAsksItsProtocolAboutItsLink() {
    var bench = Bench.standard();
    assertEquals(bench.protocol().over(bench.link()), bench.keyRate());
    var far = bench.withLink(Fiber.standard().withLengthKm(100));
    assertTrue(far.keyRate().bitsPerUse() < bench.keyRate().bitsPerUse());
    assertEquals("far", far.withName("far").name());
    assertThrows(NullPointerException.class, () -> bench.withLink(null));
  }
}
