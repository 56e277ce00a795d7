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

  private static final Map<String, Memory> MEMORIES =
      Map.of(
          "coldAtoms", Memory.coldAtoms(),
          "neutralAtom", Memory.neutralAtom(),
          "nvCentre", Memory.nvCentre(),
          "trappedIon", Memory.trappedIon());

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
    assertEquals(MEMORIES.keySet(), presets(KitData.MEMORIES).keySet());
    assertEquals(Set.of("micius"), presets(KitData.SATELLITES).keySet());
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

  @ParameterizedTest
  @ValueSource(strings = {"coldAtoms", "neutralAtom", "nvCentre", "trappedIon"})
  void memoriesEqualTheirRows(String preset) {
    var row = presets(KitData.MEMORIES).get(preset);
    var memory = MEMORIES.get(preset);
    assertEquals(1000 * row.number("storage_time_s"), memory.t2Ms());
    assertEquals(row.has("efficiency") ? row.number("efficiency") : 1, memory.efficiency());
    assertEquals(Double.POSITIVE_INFINITY, memory.t1Ms());
    assertEquals(1, memory.modes());
  }

  @Test
  void miciusEqualsItsRow() {
    var row = presets(KitData.SATELLITES).get("micius");
    var micius = SatelliteLink.micius();
    assertEquals(row.number("altitude_km"), micius.altitudeKm());
    assertEquals(row.number("tx_aperture_m"), 2 * micius.beam().waistM());
    assertEquals(row.number("wavelength_nm"), micius.beam().wavelengthNm());
    assertEquals(row.number("ground_aperture_m"), micius.telescope().apertureM());
    // full angle at 1/e of the intensity
    assertEquals(
        row.number("beam_divergence_urad"),
        2 / Math.sqrt(2) * micius.beam().divergenceUrad(),
        1e-12);
  }

  @Test
  void measuredLossesOfMiciusAreThoseOfTheReferenceRows() {
    var measured =
        KitData.rows(KitData.SATELLITES).stream()
            .filter(row -> row.text("status").equals("measured link"))
            .filter(row -> row.has("link_loss_min_db"))
            .toList();
    assertEquals(6, measured.size());
    for (DataRow row : measured) {
      assertEquals(row.number("link_loss_min_db"), row.number("link_loss_max_db"));
    }
  }
}
