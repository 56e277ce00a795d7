package qnet.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.Reference;
import qnet.data.DataRow;
import qnet.data.KitData;

/** Every row of data/ledger.csv is computed with the kit, and every model has a row. */
class LedgerTest {
  /** More than this from the published value is a disagreement, which the row must declare. */
  private static final double ROUNDING = 0.01;

  static Stream<LedgerRow> ledger() {
    return Ledger.rows().stream();
  }

  @ParameterizedTest
  @MethodSource("ledger")
  void theKitComputesThePublishedValue(LedgerRow row) {
    Reference.assertRow(
        row.model(),
        row.quantity(),
        row.publishedValue(),
        row.relativeTolerance(),
        row.computedValue());
    assertTrue(row.agrees());
  }

  @ParameterizedTest
  @MethodSource("ledger")
  void aDisagreementIsDeclared(LedgerRow row) {
    assertTrue(
        row.relativeTolerance() <= ROUNDING || !row.disagreement().isEmpty(),
        () -> row + " is more than rounding away from the published value and does not say why");
  }

  @ParameterizedTest
  @MethodSource("ledger")
  void aRowCanBeReadAlone(LedgerRow row) {
    assertFalse(row.source().startsWith("same"), row::source);
    assertFalse(row.quantity().startsWith("the same"), row::quantity);
  }

  @Test
  void everyComputationHasItsRow() {
    var ids = KitData.rows(KitData.LEDGER).stream().map(row -> row.text("id")).toList();
    assertEquals(new HashSet<>(ids).size(), ids.size(), "an id twice in " + ids);
    assertEquals(new TreeSet<>(ids), new TreeSet<>(Ledger.computations().keySet()));
  }

  @Test
  void rowsAreThoseOfTheFileInItsOrder() {
    var file = KitData.rows(KitData.LEDGER);
    assertEquals(
        file.stream().map(row -> row.text("quantity")).toList(),
        Ledger.rows().stream().map(LedgerRow::quantity).toList());
    assertTrue(file.size() > 100);
  }

  @Test
  void aPartOfTheLedgerIsAPackageOrAModel() {
    assertEquals(
        Set.of(
            "limit.Plob",
            "limit.Tgw",
            "limit.RepeaterBound",
            "limit.DephasingBound",
            "limit.ErasureBound",
            "limit.DirectTransmission",
            "limit.EnergyBound",
            "limit.MemoryReach"),
        Ledger.of("limit").stream().map(LedgerRow::model).collect(Collectors.toSet()));
    assertEquals(2, Ledger.of("limit.Plob").size());
    String refused =
        assertThrows(IllegalArgumentException.class, () -> Ledger.of("Plob")).getMessage();
    assertTrue(refused.startsWith("part must be one of [channel, limit, qkd, state"), refused);
    assertTrue(refused.endsWith("] or a class of them, was \"Plob\""), refused);
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
    return KitData.rows(KitData.LEDGER).stream()
        .map(row -> row.text("model"))
        .collect(Collectors.toSet());
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
    DataRow row = KitData.rows(KitData.LEDGER).get(0);
    double right = row.number("published_value");
    double off = 2 * row.number("relative_tolerance");
    var wrong = LedgerRow.of(row, right * (1 + off));
    assertFalse(wrong.agrees());
    assertEquals(1, wrong.relativeDifference() / off, 1e-6);
    assertThrows(AssertionError.class, () -> theKitComputesThePublishedValue(wrong));
    assertFalse(LedgerRow.of(row, Double.NaN).agrees());
    assertTrue(LedgerRow.of(row, right).agrees());
    assertEquals(0, LedgerRow.of(row, right).relativeDifference());
  }

  @Test
  void aRowCannotClaimToAgree() {
    assertEquals(
        "agrees must be false, was true",
        assertThrows(
                IllegalArgumentException.class,
                () -> new LedgerRow("a.B", "c", "d", 1, 2, 0.5, true, "", "text", "e"))
            .getMessage());
  }
}
