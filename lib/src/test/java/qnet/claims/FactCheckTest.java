package qnet.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.claims.Decision.Comparison;
import qnet.data.KitData;

/** Every claim of data/claims.csv is decided by what it names, and by nothing written by hand. */
class FactCheckTest {
  private static final List<Claim> CLAIMS = FactCheck.claims();

  static Stream<Claim> claims() {
    return CLAIMS.stream();
  }

  static Stream<Claim> computed() {
    return claims().filter(claim -> !claim.decision().by().isEmpty());
  }

  static Stream<Claim> notComputed() {
    return claims().filter(claim -> claim.decision().by().isEmpty());
  }

  @Test
  void thereAreEnoughClaimsAndMostAreComputed() {
    assertTrue(CLAIMS.size() >= 40);
    assertTrue(computed().count() > 0.75 * CLAIMS.size());
    assertEquals(CLAIMS.size(), claims().map(Claim::id).distinct().count(), "an id twice");
    assertTrue(FactCheck.about("myths").size() >= 4);
  }

  @Test
  void everyComputationHasItsClaim() {
    assertEquals(
        new TreeSet<>(computed().map(Claim::id).toList()),
        new TreeSet<>(FactCheck.values().keySet()));
  }

  @ParameterizedTest
  @MethodSource("computed")
  void whatDecidesExists(Claim claim) throws ClassNotFoundException {
    String by = claim.decision().by();
    if (by.startsWith("data/")) {
      assertFalse(KitData.rows(KitData.schema(by.substring("data/".length()))).isEmpty());
    } else {
      Class.forName("qnet." + by);
    }
    assertFalse(claim.decision().quantity().isEmpty());
    assertTrue(Double.isFinite(claim.decision().value()), claim::toString);
    assertTrue(Double.isFinite(claim.decision().threshold()), claim::toString);
  }

  @ParameterizedTest
  @MethodSource("computed")
  void theVerdictFlipsWhenTheThresholdPassesTheValue(Claim claim) {
    var decision = claim.decision();
    assertNotEquals(decision.ifSo(), decision.ifNot());
    double past = Math.max(1e-6, 0.01 * Math.abs(decision.value()));
    double above = decision.value() + past;
    double below = decision.value() - past;
    boolean atLeast = decision.comparison() == Comparison.AT_LEAST;
    assertEquals(decision.ifSo(), claim.withThreshold(atLeast ? below : above).verdict());
    assertEquals(decision.ifNot(), claim.withThreshold(atLeast ? above : below).verdict());
    assertEquals(decision.ifSo(), claim.withThreshold(decision.value()).verdict());
  }

  @ParameterizedTest
  @MethodSource("notComputed")
  void aClaimWithoutANumberHasOneVerdict(Claim claim) {
    assertEquals(claim.decision().ifSo(), claim.decision().ifNot());
    assertEquals(claim.verdict(), claim.withThreshold(7).verdict());
    assertTrue(Double.isNaN(claim.decision().value()));
    assertTrue(claim.decision().quantity().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimSaysWhyAndFromWhere(Claim claim) {
    assertTrue(claim.because().endsWith("."), claim::because);
    assertFalse(claim.claim().endsWith("."), claim::claim);
    assertFalse(claim.source().isEmpty());
    assertTrue(claim.date().matches("\\d{4}(-\\d{2}){0,2}"), claim::date);
  }

  @ParameterizedTest
  @CsvSource({
    "hundred-km-without-nodes, OUTDATED",
    "photons-on-demand, WRONG",
    "no-signal, HOLDS",
    "satellite-reach, HOLDS_WITH_A_CONDITION",
    "wehner, NOT_CHECKABLE",
    "navigation, NOT_CHECKABLE",
    "myth-instant, HOLDS"
  })
  void verdictsThatAReaderWillAskFor(String id, Verdict verdict) {
    assertEquals(verdict, FactCheck.claim(id).verdict());
  }

  @Test
  void countsAddUp() {
    var counts = FactCheck.counts(CLAIMS);
    assertEquals(List.of(Verdict.values()), counts.stream().map(VerdictCount::verdict).toList());
    assertEquals(CLAIMS.size(), counts.stream().mapToInt(VerdictCount::claims).sum());
    assertTrue(counts.stream().allMatch(count -> count.claims() > 0), counts::toString);
  }

  @Test
  void aDecisionReadsAsASentence() {
    assertEquals(
        "data/qkd-experiments, longest fibre that gave a key without a trusted node, km: 1002,"
            + " at least 200 → outdated, else holds",
        FactCheck.claim("hundred-km-without-nodes").decision().toString());
    assertTrue(FactCheck.claim("no-signal").decision().toString().contains(": 0, at most 1E-9 →"));
    assertEquals("no number decides it", FactCheck.claim("wehner").decision().toString());
  }

  @Test
  void claimsAreChosenByTheirVerdict() {
    var chosen = FactCheck.judged(CLAIMS, Verdict.WRONG, Verdict.OUTDATED);
    assertTrue(chosen.contains(FactCheck.claim("photons-on-demand")));
    assertTrue(chosen.contains(FactCheck.claim("hundred-km-without-nodes")));
    assertFalse(chosen.contains(FactCheck.claim("no-signal")));
  }

  @Test
  void movedThresholdsChangeVerdicts() {
    assertEquals(0, FactCheck.changed(CLAIMS, 1));
    var reach = List.of(FactCheck.claim("hundred-km-fibre")); // 274 km, at least 150 km
    assertEquals(0, FactCheck.changed(reach, 1.8));
    assertEquals(1, FactCheck.changed(reach, 1.9));
    assertTrue(FactCheck.changed(CLAIMS, 1000) > FactCheck.changed(CLAIMS, 1.1));
  }

  @Test
  void aVerdictCannotBeWrittenByHand() {
    var claim = FactCheck.claim("no-cloning");
    assertEquals(
        "verdict must be \"holds with a condition\", was \"holds\"",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Claim("a", "b", "c", Verdict.HOLDS, claim.decision(), "d", "e", "2026"))
            .getMessage());
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> FactCheck.claim("x"))
            .getMessage()
            .startsWith("id must be one of [spooky, opposite-spins, "));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> FactCheck.about("x"))
            .getMessage()
            .endsWith(", myths], was \"x\""));
    assertThrows(IllegalArgumentException.class, () -> Verdict.of("perhaps"));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void noClaimRepeatsTheArticle(Claim claim) throws IOException {
    var article = sixesOfTheArticle();
    for (String text : List.of(claim.claim(), claim.because())) {
      var copied = sixes(text).stream().filter(article::contains).toList();
      assertEquals(List.of(), copied, text);
    }
  }

  @Test
  void controlARepeatedSentenceIsFound() throws IOException {
    var article = sixesOfTheArticle();
    assertTrue(
        sixes("The tool harnesses the strange properties of quantum mechanics.").stream()
            .anyMatch(article::contains));
  }

  /** Hashes of six words in a row: enough to recognise a sentence, not to read one. */
  private static Set<String> sixesOfTheArticle() throws IOException {
    var file = Path.of("lib/src/test/resources/claims/article-word-sixes.txt");
    return new HashSet<>(List.of(Files.readString(file).strip().split("\\s+")));
  }

  private static Set<String> sixes(String text) {
    var words = List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
    return IntStream.rangeClosed(0, words.size() - 6)
        .mapToObj(i -> String.join(" ", words.subList(i, i + 6)))
        .map(six -> "%08x".formatted(six.hashCode()))
        .collect(Collectors.toSet());
  }
}
