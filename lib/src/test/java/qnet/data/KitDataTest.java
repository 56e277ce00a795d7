package qnet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KitDataTest {
  static java.util.List<Schema> schemas() {
    return KitData.schemas();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyFileAgreesWithItsSchemaAndNamesItsSources(Schema schema) {
    var rows = KitData.rows(schema);
    assertFalse(rows.isEmpty());
    for (DataRow row : rows) {
      assertTrue(row.has("source"), () -> schema.name() + ", line " + row.lineNumber());
    }
  }

  @Test
  void experimentsHaveWhatTheChartsShow() {
    var rows = KitData.rows(KitData.QKD_EXPERIMENTS);
    assertTrue(
        rows.stream()
            .anyMatch(
                row ->
                    row.text("first_author").equals("Takesue")
                        && row.number("distance_km") == 200
                        && row.number("key_rate_bps") == 12.1));
  }

  @Test
  void atLeastFortyExperimentsAndTheirRatesFitTheirClocks() {
    var rows = KitData.rows(KitData.QKD_EXPERIMENTS);
    assertTrue(rows.size() >= 40);
    var full =
        rows.stream()
            .filter(row -> row.has("key_rate_bps") && row.has("clock_rate_hz"))
            .filter(row -> row.has("key_rate_bits_per_pulse"))
            .toList();
    assertFalse(full.isEmpty());
    for (DataRow row : full) {
      double perPulse = row.number("key_rate_bps") / row.number("clock_rate_hz");
      assertEquals(1, row.number("key_rate_bits_per_pulse") / perPulse, 1e-3, row.text("source"));
    }
  }

  @Test
  void namesAreChecked() {
    assertSame(KitData.QKD_EXPERIMENTS, KitData.schema("qkd-experiments"));
    assertThrows(IllegalArgumentException.class, () -> KitData.schema("qkd"));
    assertThrows(
        IllegalArgumentException.class, () -> KitData.rows(Schema.of("x", Column.text("a"))));
  }
}
