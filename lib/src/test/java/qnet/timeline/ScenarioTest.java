package qnet.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.data.KitData;
import qnet.run.Estimate;

class ScenarioTest {
  private static final String PQC = "post-quantum cryptography adopted";
  private static final Arrival SOON = new Arrival(2026, 2030, 2035, 0.9);
  private static final Arrival LATE = new Arrival(2026, 2034, 2050, 0.8);

  static List<Scenario> scenarios() {
    return List.of(Scenario.article(), Scenario.cautious(), Scenario.optimistic());
  }

  private static Milestone any(String name, String... requires) {
    return Milestone.of(name, SOON).withRequires(requires);
  }

  private static Scenario of(Milestone... milestones) {
    return new Scenario("test", List.of(milestones));
  }

  private static String message(org.junit.jupiter.api.function.Executable code) {
    return assertThrows(IllegalArgumentException.class, code).getMessage();
  }

  /**
   * A diamond: the roof waits for two walls, which share nothing, and by two ways for the floor.
   */
  private static Scenario house() {
    return of(
        Milestone.of("roof", LATE).withRequires("left", "right").withLagYears(1),
        any("left", "floor").withLagYears(2),
        Milestone.of("right", Arrival.on(2031)).withRequires("floor"),
        any("floor"));
  }

  @ParameterizedTest
  @CsvSource({"2031", "2034", "2040", "2070"})
  void worldsAgreeWithTheProductWhereMilestonesAreIndependent(double year) {
    var outlook = house().outlook(50_000, new SplittableRandom(91));
    for (String name : List.of("floor", "left", "right")) {
      var seen = outlook.of(name).by(year);
      double expected = house().independentProbabilityBy(name, year);
      assertTrue(seen.sigmasFrom(expected) < 4, () -> name + ", seed 91, " + seen);
    }
  }

  @Test
  void theRoofIsAProductOfAllFourWithTheLongestLags() {
    double year = 2036;
    double byHand =
        LATE.probabilityBy(year) * SOON.probabilityBy(year - 1) * SOON.probabilityBy(year - 3);
    assertEquals(byHand, house().independentProbabilityBy("roof", year), 1e-12);
    assertEquals(0, house().independentProbabilityBy("roof", 2031.5), "the right wall plus a year");
    assertEquals(List.of("left", "floor"), house().waitsFor("left"));
    assertEquals(4, house().waitsFor("roof").size());
    var seen = house().outlook(50_000, new SplittableRandom(92)).of("roof").by(year);
    assertTrue(seen.sigmasFrom(byHand) < 4, () -> "seed 92, " + seen);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theNamedScenariosAgreeWithTheProductWhenUncorrelated(Scenario scenario) {
    var free = scenario.withCauseShare(0);
    var outlook = free.outlook(20_000, new SplittableRandom(93));
    for (double year : new double[] {2030, 2035, 2045}) {
      for (Stage stage : Stage.values()) {
        var seen = outlook.of(stage).by(year);
        double expected = free.independentProbabilityBy(stage.title(), year);
        assertTrue(
            seen.sigmasFrom(expected) < 4,
            () -> scenario.name() + " " + stage + " " + year + ", seed 93, " + seen);
      }
    }
  }

  /** Both of two milestones of one cause: ∫ φ(y)·Φ((z − √s·y)/√(1 − s))² dy. */
  @Test
  void aSharedCauseCorrelatesAsItsFormulaSays() {
    double share = 0.6;
    var certain = SOON.withEverProbability(1);
    var scenario =
        of(
            Milestone.of("a", certain).withCause("luck").withCauseShare(share),
            Milestone.of("b", certain).withCause("luck").withCauseShare(share),
            Milestone.of("both", Arrival.on(2026)).withRequires("a", "b"));
    double year = 2029;
    var normal = NormalDistribution.of(0, 1);
    double z = normal.inverseCumulativeProbability(certain.probabilityBy(year));
    double both = 0;
    for (int i = 0; i < 2000; i++) {
      double y = normal.inverseCumulativeProbability((i + 0.5) / 2000);
      double one = normal.cumulativeProbability((z - Math.sqrt(share) * y) / Math.sqrt(1 - share));
      both += one * one / 2000;
    }
    double independent = scenario.independentProbabilityBy("both", year);
    assertTrue(both > 1.4 * independent);
    var outlook = scenario.outlook(60_000, new SplittableRandom(94));
    Estimate seen = outlook.of("both").by(year);
    assertTrue(seen.sigmasFrom(both) < 4, "seed 94, " + seen + " against " + both);
    Estimate alone = outlook.of("a").by(year);
    assertTrue(alone.sigmasFrom(certain.probabilityBy(year)) < 4, "the marginal stays: " + alone);
  }

  @Test
  void sameSeedSameWorldsWhateverTheOrderOfWork() {
    var first = Scenario.article().outlook(9000, new SplittableRandom(95)).rows();
    assertEquals(first, Scenario.article().outlook(9000, new SplittableRandom(95)).rows());
    assertTrue(!first.equals(Scenario.article().outlook(9000, new SplittableRandom(96)).rows()));
  }

  @Test
  void outlookInNumbers() {
    var outlook = Scenario.article().outlook(20_000, new SplittableRandom(97));
    assertEquals(6, outlook.stages().size());
    double before = 1;
    for (var stage : outlook.stages().values()) {
      assertTrue(stage.probabilityBy(2045) <= before, "each stage includes the one before it");
      before = stage.probabilityBy(2045);
    }
    var backbone = outlook.of("long-distance backbone");
    var row =
        outlook.rows().stream()
            .filter(each -> each.milestone().equals("long-distance backbone"))
            .findFirst()
            .orElseThrow();
    assertEquals(backbone.quantileYear(0.1), row.p10Year());
    assertEquals(0.1, backbone.probabilityBy(row.p10Year()), 1e-4);
    assertEquals(Double.POSITIVE_INFINITY, row.p90Year());
    assertEquals(2035, outlook.rows().get(outlook.scenario().indexOf(PQC)).p90Year(), 0.3);
    assertEquals(backbone.probabilityBy(1e9), row.everProbability());
    assertTrue(!row.assumed());
    assertEquals(20_000, backbone.worlds());
    assertTrue(backbone.toString().startsWith("median 20"));
    assertTrue(outlook.toString().startsWith("article: 18 milestones, "));
    assertEquals(0, backbone.by(2024).mean());
    assertTrue(message(() -> outlook.of("tea")).startsWith("milestone must be one of [trusted"));
    message(() -> backbone.quantileYear(0));
    message(() -> Scenario.article().outlook(0, new SplittableRandom(1)));
    message(() -> Scenario.article().outlook(1_000_001, new SplittableRandom(1)));
  }

  @Test
  void datesCountUpToAndIncludingAYear() {
    var dates = new Dates(new double[] {2027, 2028, 2028, 2030, Double.POSITIVE_INFINITY});
    assertEquals(0, dates.probabilityBy(2026.9));
    assertEquals(0.6, dates.probabilityBy(2028), 1e-12);
    assertEquals(0.8, dates.probabilityBy(1e9), 1e-12);
    assertEquals(2028, dates.quantileYear(0.4));
    assertEquals(2028, dates.quantileYear(0.5));
    assertEquals(Double.POSITIVE_INFINITY, dates.quantileYear(1));
  }

  @Test
  void theFanFollowsTheStages() {
    var outlook = Scenario.optimistic().outlook(5_000, new SplittableRandom(98));
    var fan = outlook.fan(2026, 2060);
    assertEquals(35, fan.size());
    assertEquals(new Outlook.Fan(2026, 1, 1, 1), fan.get(0));
    for (var row : fan) {
      assertTrue(row.p10() <= row.median() && row.median() <= row.p90());
      assertReached(outlook, row.year(), row.p10(), 0.9);
      assertReached(outlook, row.year(), row.median(), 0.5);
      assertReached(outlook, row.year(), row.p90(), 0.1);
    }
    assertEquals(6, fan.get(34).median());
    message(() -> outlook.fan(2030, 2029));
  }

  /** The stage is reached in at least that fraction of the worlds, and the next one in fewer. */
  private static void assertReached(Outlook outlook, int year, int stage, double fraction) {
    assertTrue(outlook.of(Stage.values()[stage - 1]).probabilityBy(year) >= fraction);
    assertTrue(
        stage == 6 || outlook.of(Stage.values()[stage]).probabilityBy(year) < fraction,
        () -> "stage " + stage + " of " + year);
  }

  @Test
  void earlyIsOneTenthAndLateNineTenths() {
    for (double quantile : new double[] {0.08, 0.12, 0.88, 0.92}) {
      double year = LATE.quantileYear(0.8 * quantile);
      var bar =
          Tornado.ofMilestones(
                  of(Milestone.of("it", LATE)), "it", year, 20_000, new SplittableRandom(102))
              .get(0);
      assertEquals(0.8 * quantile, bar.base(), 0.015);
      assertEquals(quantile > 0.1 ? 0.8 : 0.8 * quantile, bar.high(), 0.015);
      assertEquals(quantile < 0.9 ? 0 : 0.8 * quantile, bar.low(), 0.015);
    }
  }

  @Test
  void theTornadoHasTheWidestBarFirstAndMeetsTheClosedForm() {
    var house = house();
    var bars = Tornado.ofMilestones(house, "roof", 2036, 20_000, new SplittableRandom(99));
    assertEquals(4, bars.size());
    for (int i = 1; i < bars.size(); i++) {
      assertTrue(bars.get(i - 1).spread() >= bars.get(i).spread());
    }
    var roof = bars.stream().filter(b -> b.assumption().equals("roof")).findFirst().orElseThrow();
    double early =
        0.8 * SOON.probabilityBy(2035) * SOON.probabilityBy(2033); // on time, if it comes
    assertEquals(early, roof.high(), 4 * Math.sqrt(0.25 / 20_000));
    assertEquals(0, roof.low(), "the late roof comes after 2036");
    assertEquals(house.independentProbabilityBy("roof", 2036), roof.base(), 0.015);
    var right = bars.stream().filter(b -> b.assumption().equals("right")).findFirst().orElseThrow();
    assertEquals(0, right.spread(), "a known date moves nothing, as the worlds are the same");
  }

  @Test
  void whatIfsMoveWhatTheyName() {
    var article = Scenario.article();
    var stalled = article.with(WhatIf.named("quantum computing stalls"));
    assertEquals(
        article.milestone("large quantum computers").arrival().shifted(2, 0.7),
        stalled.milestone("large quantum computers").arrival());
    assertEquals(
        article.milestone("memory of seconds"),
        stalled.milestone("memory of seconds"),
        "not moved");
    assertTrue(stalled.milestone("large quantum computers").assumed());
    assertEquals("article, quantum computing stalls", stalled.name());
    assertEquals(3, WhatIf.ofKind("region").size());
    assertEquals(4, WhatIf.ofKind("accelerator").size());
    assertEquals(4, WhatIf.ofKind("delay").size());
    var bars =
        Tornado.ofWhatIfs(
            article, "long-distance backbone", 2040, 4_000, new SplittableRandom(100));
    assertEquals(8, bars.size());
    assertTrue(bars.get(0).spread() > 0.05);
    WhatIf.all().forEach(whatIf -> scenarios().forEach(scenario -> scenario.with(whatIf)));
    assertTrue(message(() -> WhatIf.named("magic")).startsWith("name must be one of [memory"));
    assertTrue(message(() -> WhatIf.ofKind("magic")).startsWith("kind must be one of [accel"));
    assertTrue(
        message(() -> article.with(WhatIf.of("x", "weather", 2, 1)))
            .startsWith("target must be one of the causes [deployment, hardware"));
    message(() -> WhatIf.of("x", "hardware", 0, 1));
    message(() -> new WhatIf("x", "own", List.of()));
  }

  @Test
  void beliefsAddUp() {
    var sure = of(Milestone.of("it", Arrival.on(2030))).outlook(10, new SplittableRandom(1));
    var never =
        of(Milestone.of("it", Arrival.on(2030).withEverProbability(0)))
            .outlook(10, new SplittableRandom(1));
    assertEquals(
        0.3, new Belief(List.of(sure, never), List.of(0.3, 0.7)).probabilityBy("it", 2031), 1e-12);
    assertEquals(
        "weights must add up to 1, were [0.5, 0.4], together 0.9",
        message(() -> new Belief(List.of(sure, never), List.of(0.5, 0.4))));
    message(() -> new Belief(List.of(sure), List.of(0.5, 0.5)));
    message(() -> new Belief(List.of(sure, never), List.of(-0.5, 1.5)));
    message(() -> new Belief(List.of(sure, never), List.of(Double.NaN, 1.0)));
  }

  @Test
  void badGraphsAreNamed() {
    assertEquals(
        "milestones must not wait for each other in a circle, do [a, b]",
        message(() -> of(any("a", "b"), any("b", "a"), any("c"))));
    assertEquals(
        "requires of \"a\" must be one of [a, b], was \"x\"",
        message(() -> of(any("a", "x"), any("b"))));
    assertEquals(
        "names of milestones must differ, \"a\" appears twice",
        message(() -> of(any("a"), any("a"))));
    message(() -> any(" "));
    message(() -> any("a").withLagYears(-1));
    message(() -> any("a").withCauseShare(Double.NaN));
    message(() -> any("a").withCause(""));
    message(() -> any("a").withSource(""));
    assertEquals(
        List.of("floor", "left", "right", "roof"),
        house().milestones().stream().map(Milestone::name).toList());
  }

  @Test
  void aMilestoneIsReplacedInItsPlace() {
    var moved = house().withArrival("left", arrival -> arrival.withMedianYear(2028));
    assertEquals(2028, moved.milestone("left").arrival().medianYear());
    assertEquals(house().names(), moved.names());
    assertEquals(5, moved.with(any("garden")).milestones().size());
    assertEquals("mine", moved.withName("mine").name());
  }

  @Test
  void everyDistributionHasASourceOrTheWordAssumed() {
    for (var row : KitData.rows(KitData.MILESTONES)) {
      assertEquals(
          row.text("read").equals("assumed"),
          row.text("source").startsWith("assumed"),
          () -> "line " + row.lineNumber());
    }
    for (var scenario : scenarios()) {
      assertEquals(18, scenario.milestones().size());
      assertTrue(scenario.assumedShare() > 0.5 && scenario.assumedShare() < 1);
      for (Stage stage : Stage.values()) {
        assertTrue(scenario.waitsFor(stage.title()).contains("trusted repeater networks"));
      }
    }
    assertEquals(11.0 / 18, Scenario.article().assumedShare(), 1e-12);
    assertEquals(6, Stage.rows().size());
    assertTrue(Stage.PREPARE_AND_MEASURE.requirement().contains("11 %"));
  }

  @Test
  void theArticlesBandsAreWhatItsMilestonesSay() {
    var article = Scenario.article();
    double[][] bands = {{2024, 2029}, {2029, 2034}, {2029, 2034}, {2034, 2044}};
    String[] names = {
      "QKD between cities and by satellite",
      "repeater field test",
      "small networks of quantum computers",
      "long-distance backbone"
    };
    for (int i = 0; i < names.length; i++) {
      Arrival arrival = article.milestone(names[i]).arrival();
      assertEquals((bands[i][0] + bands[i][1]) / 2, arrival.medianYear(), 1e-9);
      assertEquals(bands[i][1], arrival.p90Year(), 1e-9);
      double inBand = arrival.probabilityBy(bands[i][1]) - arrival.probabilityBy(bands[i][0]);
      assertTrue(inBand / arrival.everProbability() > 0.8, names[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void jsonAndCsvGiveBackTheSameScenario(Scenario scenario) throws IOException {
    assertEquals(scenario, ScenarioFiles.fromJson(ScenarioFiles.toJson(scenario)));
    assertEquals(scenario, readBack(scenario));
  }

  @TempDir static Path folder;

  private static Scenario readBack(Scenario scenario) throws IOException {
    Path file = folder.resolve("scenario.csv");
    Files.writeString(file, ScenarioFiles.toCsv(scenario));
    return ScenarioFiles.readCsv(file);
  }

  @Test
  void oddTextsSurviveTheJourney() throws IOException {
    var odd =
        of(any("a, \"quoted\"\nline").withSource("é; assumed").withLagYears(1.0 / 3), any("b"));
    assertEquals(odd, ScenarioFiles.fromJson(ScenarioFiles.toJson(odd)));
    assertEquals(odd, readBack(odd));
  }

  @Test
  void badFilesAreNamed() throws IOException {
    String good = ScenarioFiles.toJson(of(any("a")));
    assertEquals(
        "keys of a milestone must be [milestone, cause, requires, start_year, median_year,"
            + " p90_year, ever_probability, lag_years, cause_share, source], was \"median\"",
        message(() -> ScenarioFiles.fromJson(good.replace("median_year", "median"))));
    assertEquals(
        "keys of the scenario must be [scenario, milestones], was \"name\"",
        message(() -> ScenarioFiles.fromJson(good.replace("\"scenario\"", "\"name\""))));
    assertTrue(
        message(() -> ScenarioFiles.fromJson("{\"scenario\": \"a\"}"))
            .endsWith("\"milestones\" is missing"));
    assertTrue(
        message(() -> ScenarioFiles.fromJson("{\"scenario\": \"a\", \"scenario\": \"b\"}"))
            .endsWith("\"scenario\" appears twice"));
    assertTrue(
        message(() -> ScenarioFiles.fromJson(good.replace("2030", "\"soon\"")))
            .startsWith("median_year must be a number, was \"soon\""));
    assertTrue(
        message(() -> ScenarioFiles.fromJson(good.replace("2030", "2020")))
            .startsWith("medianYear must be ≥ 2026"));
    assertTrue(message(() -> ScenarioFiles.fromJson("{")).startsWith("the scenario must be JSON"));
    assertTrue(message(() -> ScenarioFiles.fromJson("[]")).contains("must be an object"));
    assertTrue(
        message(() -> ScenarioFiles.fromJson("{\"scenario\": 1, \"milestones\": []}"))
            .startsWith("scenario must be a text"));
    Path two = folder.resolve("two.csv");
    Files.writeString(
        two,
        ScenarioFiles.toCsv(of(any("a")))
            + ScenarioFiles.toCsv(of(any("b")).withName("other")).lines().skip(1).toList().get(0));
    assertEquals(
        "rows must be of one scenario, were of [test, other]",
        message(() -> ScenarioFiles.readCsv(two)));
  }
}
