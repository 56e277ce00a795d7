package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.data.Schema;

/** The presets say what the data say. */
class ComponentDataTest {
  private static final Map<String, Detector> DETECTORS =
      Map.of(
          "snspd", Detector.snspd(),
          "ingaasApd", Detector.ingaasApd(),
          "ingaasCooled", Detector.ingaasCooled(),
          "ingaasRoomTemperature", Detector.ingaasRoomTemperature(),
          "gys", Detector.gys());

  private static Map<String, DataRow> presets(Schema schema) {
    return KitData.rows(schema).stream()
        .filter(row -> row.has("preset"))
        .collect(Collectors.toMap(row -> row.text("preset"), Function.identity()));
  }

  private static double orZero(DataRow row, String column) {
    return row.has(column) ? row.number(column) : 0;
  }

  @Test
  void everyPresetHasItsRow() {
    assertEquals(DETECTORS.keySet(), presets(KitData.DETECTORS).keySet());
    assertEquals(Set.of("laser"), presets(KitData.SOURCES).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"snspd", "ingaasApd", "ingaasCooled", "ingaasRoomTemperature", "gys"})
  void detectorsEqualTheirRows(String preset) {
    var row = presets(KitData.DETECTORS).get(preset);
    var detector = DETECTORS.get(preset);
    assertEquals(row.number("efficiency"), detector.efficiency());
    assertEquals(orZero(row, "jitter_ps"), detector.jitterPs());
    if (row.has("dark_count_rate_hz")) {
      assertEquals(row.number("dark_count_rate_hz"), detector.darkCountRateHz());
    } else {
      double perGate = detector.darkCountProbability();
      // the set of Gobby et al. is for two detectors together
      double published = preset.equals("gys") ? 1 - Math.pow(1 - perGate, 2) : perGate;
      assertEquals(row.number("dark_count_probability_per_gate"), published, 1e-15);
    }
    double deadTimeNs =
        row.has("max_count_rate_hz")
            ? 1e9 / row.number("max_count_rate_hz")
            : orZero(row, "dead_time_ns");
    assertEquals(deadTimeNs, detector.deadTimeNs(), 1e-12);
    // declared: the preset, for any clock, leaves out the after-pulses of 800 million gates a
    // second
    double afterpulses = preset.equals("ingaasApd") ? 0 : orZero(row, "afterpulse_probability");
    assertEquals(afterpulses, detector.afterpulseProbability());
  }

  @Test
  void theLaserHasTheClockOfItsRow() {
    assertEquals(
        presets(KitData.SOURCES).get("laser").number("repetition_rate_hz"),
        Source.laser().repetitionRateHz());
  }
}
