package qnet.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.Reference;
import qnet.data.DataRow;
import qnet.data.KitData;

/** Every row of data/ledger.csv is computed with the kit, and every model has a row. */
class LedgerTest {
  /** One map for each part of the kit, from the id of a row to what the kit computes for it. */
  private static final List<Map<String, DoubleSupplier>> COMPUTATIONS =
      List.of(ChannelLedger.ROWS, QkdLedger.ROWS, SecurityLedger.ROWS, StateLedger.ROWS);

  /** More than this from the published value is a disagreement, which the row must declare. */
  private static final double ROUNDING = 0.01;

  private static List<DataRow> rows() {
    return KitData.rows(KitData.LEDGER);
  }

  static Stream<Arguments> ledger() {
    return rows().stream().map(row -> Arguments.of(row.text("id"), row));
  }

  private static DoubleSupplier computation(String id) {
    return COMPUTATIONS.stream()
        .map(part -> part.get(id))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ledger")
  void theKitComputesThePublishedValue(String id, DataRow row) {
    var computation = computation(id);
    assertNotNull(computation, () -> "no computation for the row " + id);
    Reference.assertRow(
        id,
        row.text("quantity"),
        row.number("published_value"),
        row.number("relative_tolerance"),
        computation.getAsDouble());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ledger")
  void aDisagreementIsDeclared(String id, DataRow row) {
    assertTrue(
        row.number("relative_tolerance") <= ROUNDING || row.has("disagreement"),
        () -> id + " is more than rounding away from the published value and does not say why");
  }

  @Test
  void everyComputationHasItsRow() {
    var ids = rows().stream().map(row -> row.text("id")).toList();
    assertEquals(new HashSet<>(ids).size(), ids.size(), "an id twice in " + ids);
    var computed = new ArrayList<String>();
    COMPUTATIONS.forEach(part -> computed.addAll(part.keySet()));
    assertEquals(new TreeSet<>(ids), new TreeSet<>(computed));
    assertEquals(ids.size(), computed.size());
  }

  @Test
  void everyModelIsInTheLedgerOrSaysWhyNot() {
    var models = Models.all();
    var inLedger = modelsOfRows();
    var exempt = Models.exempt();
    assertEquals(
        Set.of(),
        Models.unchecked(models, inLedger, exempt.keySet()),
        "models with neither a row in data/ledger.csv nor an exemption");
    assertTrue(models.containsAll(inLedger), () -> "rows of no public model: " + inLedger);
    for (var exemption : exempt.entrySet()) {
      assertTrue(models.contains(exemption.getKey()), () -> "no such class: " + exemption);
      assertFalse(exemption.getValue().isEmpty(), () -> "no reason: " + exemption);
      assertFalse(inLedger.contains(exemption.getKey()), () -> "needs none: " + exemption);
    }
  }

  private static Set<String> modelsOfRows() {
    return rows().stream().map(row -> row.text("model")).collect(Collectors.toSet());
  }

  @Test
  void controlAModelWithoutARowIsFound() {
    assertEquals(
        Set.of("qkd.B92"),
        Models.unchecked(
            Set.of("qkd.B92", "qkd.Bb84", "qkd.Tally"), Set.of("qkd.Bb84"), Set.of("qkd.Tally")));
    assertTrue(Models.all().contains("qkd.B92"));
    assertFalse(Models.all().contains("qkd.PulseTrials"), "not public");
  }

  @Test
  void controlAWrongValueIsFound() {
    var row = rows().get(0);
    double wrong = row.number("published_value") * (1 + 2 * row.number("relative_tolerance"));
    boolean caught = false;
    try {
      Reference.assertRow(
          "control",
          "wrong",
          wrong,
          0.5 * row.number("relative_tolerance"),
          computation(row.text("id")).getAsDouble());
    } catch (AssertionError e) {
      caught = true;
    }
    assertTrue(caught);
  }
}
