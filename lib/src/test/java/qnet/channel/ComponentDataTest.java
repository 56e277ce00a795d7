package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The presets say what the data say. */
class ComponentDataTest {
  private static final Map<String, Detector> DETECTORS =
      Map.of(
          "snspd", Detector.snspd(),
          "ingaasApd", Detector.ingaasApd(),
          "ingaasCooled", Detector.ingaasCooled(),
          "gys", Detector.gys());

  private static final Set<String> SEEN = new TreeSet<>();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/data/detectors.csv", numLinesToSkip = 1)
  void detectors(ArgumentsAccessor row) {
    for (int fraction : new int[] {4, 6, 9}) {
      Double value = row.getDouble(fraction);
      assertTrue(value == null || value >= 0 && value <= 1, () -> "column " + fraction);
    }
    String preset = row.getString(13);
    if (preset == null) {
      return;
    }
    SEEN.add(preset);
    var detector = DETECTORS.get(preset);
    assertEquals(row.getDouble(4), detector.efficiency());
    if (row.getDouble(5) != null) {
      assertEquals(row.getDouble(5), detector.darkCountRateHz());
    }
    if (row.getDouble(6) != null) {
      double perGate = detector.darkCountProbability();
      // the set of Gobby et al. is for two detectors together
      double published = preset.equals("gys") ? 1 - Math.pow(1 - perGate, 2) : perGate;
      assertEquals(row.getDouble(6), published, 1e-15);
    }
    assertEquals(orZero(row.getDouble(7)), detector.jitterPs());
    Double maxCountRateHz = row.getDouble(12);
    double deadTimeNs = maxCountRateHz == null ? orZero(row.getDouble(8)) : 1e9 / maxCountRateHz;
    assertEquals(deadTimeNs, detector.deadTimeNs(), 1e-12);
    // declared: the preset for any clock leaves out the after-pulses of 800 million gates per
    // second
    double afterpulses = preset.equals("ingaasApd") ? 0 : orZero(row.getDouble(9));
    assertEquals(afterpulses, detector.afterpulseProbability());
  }

  private static double orZero(Double value) {
    return value == null ? 0 : value;
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/data/sources.csv", numLinesToSkip = 1)
  void sources(ArgumentsAccessor row) {
    if (row.getString(8) != null) {
      assertEquals("laser", row.getString(8));
      assertEquals(row.getDouble(4), Source.laser().repetitionRateHz());
      SEEN.add("laser");
    }
  }

  @Test
  void everyRowHasItsSourceAndHowItWasRead() throws IOException {
    for (String file : new String[] {"detectors", "sources"}) {
      var lines = Files.readAllLines(Path.of("data", file + ".csv"));
      assertTrue(lines.get(0).endsWith("preset,note,source,read"));
      for (String line : lines.subList(1, lines.size())) {
        assertTrue(line.matches(".+,(text|secondary)"), line);
        assertTrue(!line.contains(",,text") && !line.contains(",,secondary"), line);
      }
    }
  }

  @AfterAll
  static void everyPresetHasARow() {
    assertEquals(Set.of("gys", "ingaasApd", "ingaasCooled", "laser", "snspd"), Set.copyOf(SEEN));
  }
}
