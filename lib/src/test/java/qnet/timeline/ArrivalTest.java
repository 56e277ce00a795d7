package qnet.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.run.Estimate;

class ArrivalTest {
  private static final Arrival TEN_OR_TWENTY = new Arrival(2020, 2030, 2040, 0.8);

  private static String message(org.junit.jupiter.api.function.Executable code) {
    return assertThrows(IllegalArgumentException.class, code).getMessage();
  }

  @Test
  void theThreeNumbersMeanWhatTheySay() {
    assertEquals(0.4, TEN_OR_TWENTY.probabilityBy(2030), 1e-12);
    assertEquals(0.72, TEN_OR_TWENTY.probabilityBy(2040), 1e-12);
    assertEquals(0.08, TEN_OR_TWENTY.probabilityBy(2025), 1e-9, "half as long as twice as long");
    assertEquals(0, TEN_OR_TWENTY.probabilityBy(2020));
    assertEquals(0, TEN_OR_TWENTY.probabilityBy(1990));
    assertEquals(0.8, TEN_OR_TWENTY.probabilityBy(1e12), 1e-12);
    assertTrue(Double.isNaN(TEN_OR_TWENTY.probabilityBy(Double.NaN)));
  }

  @Test
  void quantilesInvertProbabilities() {
    for (double p : new double[] {0.01, 0.3, 0.72, 0.79}) {
      assertEquals(p, TEN_OR_TWENTY.probabilityBy(TEN_OR_TWENTY.quantileYear(p)), 1e-9);
    }
    assertEquals(Double.POSITIVE_INFINITY, TEN_OR_TWENTY.quantileYear(0.8));
    assertEquals(Double.POSITIVE_INFINITY, TEN_OR_TWENTY.quantileYear(0.9));
    assertEquals(2031, Arrival.on(2031).quantileYear(1));
    assertEquals(
        Double.POSITIVE_INFINITY, Arrival.on(2031).withEverProbability(0.5).quantileYear(0.6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2024, 2030, 2037, 2060})
  void drawsAgreeWithTheLaw(double year) {
    var rng = new SplittableRandom(81);
    int come = 0;
    for (int i = 0; i < 40_000; i++) {
      come += TEN_OR_TWENTY.drawYear(rng) <= year ? 1 : 0;
    }
    var seen = Estimate.ofCount(come, 40_000);
    assertTrue(seen.sigmasFrom(TEN_OR_TWENTY.probabilityBy(year)) < 4, () -> "seed 81, " + seen);
  }

  @Test
  void aKnownDateIsAStep() {
    var date = Arrival.on(2035);
    assertEquals(0, date.probabilityBy(2034.99));
    assertEquals(1, date.probabilityBy(2035));
    assertEquals(2035, date.drawYear(new SplittableRandom(1)));
  }

  @Test
  void throughTwoAnswers() {
    var arrival = Arrival.through(2023, 2028, 0.11, 2033, 0.31, 0.9);
    assertEquals(0.11, arrival.probabilityBy(2028), 1e-9);
    assertEquals(0.31, arrival.probabilityBy(2033), 1e-9);
    assertEquals(0.9, arrival.everProbability());
    assertEquals(
        "years must rise, were 2023.0, 2033.0, 2028.0",
        message(() -> Arrival.through(2023, 2033, 0.1, 2028, 0.2, 1)));
    assertEquals(
        "probabilities must rise from above 0 to everProbability, were 0.3, 0.2, 1.0",
        message(() -> Arrival.through(2023, 2028, 0.3, 2033, 0.2, 1)));
    message(() -> Arrival.through(2023, 2028, Double.NaN, 2033, 0.2, 1));
  }

  @Test
  void shiftsMultiplyDelays() {
    var late = TEN_OR_TWENTY.shifted(2, 0.5);
    assertEquals(new Arrival(2020, 2040, 2060, 0.4), late);
    assertEquals(1, TEN_OR_TWENTY.shifted(1, 5).everProbability());
    message(() -> TEN_OR_TWENTY.shifted(0, 1));
  }

  @Test
  void datesInThePastAreRefused() {
    assertEquals(
        "medianYear must be ≥ 2026 and finite, was 2019.0",
        message(() -> new Arrival(2026, 2019, 2030, 1)));
    assertEquals(
        "p90Year must be ≥ 2030 and finite, was 2029.0",
        message(() -> TEN_OR_TWENTY.withP90Year(2029)));
    message(() -> TEN_OR_TWENTY.withStartYear(2031));
    message(() -> TEN_OR_TWENTY.withMedianYear(2020));
    message(() -> TEN_OR_TWENTY.withMedianYear(Double.NaN));
    message(() -> TEN_OR_TWENTY.withEverProbability(1.01));
  }

  @Test
  void moscaForKnownTimes() {
    assertTrue(Mosca.exposed(10, 5, 12)); // row N7
    assertFalse(Mosca.exposed(5, 3, 12)); // row N7
    assertFalse(Mosca.exposed(7, 5, 12), "just in time");
    message(() -> Mosca.exposed(-1, 5, 12));
    message(() -> Mosca.exposed(1, Double.NaN, 12));
  }

  @Test
  void moscaWithDistributions() {
    var computer = new Arrival(2023, 2039, 2077, 1);
    var fixed = Mosca.standard();
    assertEquals(computer.probabilityBy(2055), fixed.exposedProbability(computer), 1e-9);
    var slow = fixed.withShelfLifeYears(3).withMigration(new Arrival(2026, 2032, 2040, 0.9));
    var seen = slow.trials(computer, 100_000, new SplittableRandom(82));
    assertTrue(seen.sigmasFrom(slow.exposedProbability(computer)) < 4, () -> "seed 82, " + seen);
    assertTrue(slow.exposedProbability(computer) > 0.1, "one in ten never migrates and is exposed");
    assertEquals(
        0.5,
        new Mosca(0, new Arrival(2026, 2036, 2046, 1))
            .exposedProbability(new Arrival(2026, 2036, 2046, 1)),
        1e-9,
        "a race of equals");
    message(() -> fixed.withShelfLifeYears(Double.NaN));
  }

  @Test
  void secretsAreReadInTimeOrNot() {
    var computer = Survey.computer();
    var all = Secret.all();
    assertTrue(all.size() >= 8);
    var exposures = Secret.exposures(2026, Arrival.on(2035), computer);
    for (int i = 0; i < all.size(); i++) {
      var exposure = exposures.get(i);
      double life = all.get(i).lifetimeYears();
      assertEquals(computer.probabilityBy(2026 + life), exposure.recordedProbability(), 1e-12);
      assertEquals(computer.probabilityBy(2035 + life), exposure.migrationProbability(), 1e-9);
    }
    message(() -> new Secret("a", "b", -1, "assumed"));
    message(() -> all.get(0).readProbability(Double.NaN, computer));
  }

  @Test
  void surveysGiveArrivals() {
    var computer = Survey.computer();
    assertEquals(2039, computer.medianYear(), 0.1);
    assertEquals(0.06, Survey.computer(2022).probabilityBy(2027), 1e-9);
    assertEquals(0.27, Survey.computer(2022).probabilityBy(2032), 1e-9);
    assertTrue(message(() -> Survey.computer(2019)).endsWith("was 2019"));
    var newest = Survey.all().stream().filter(each -> each.askedYear() == 2024).toList();
    assertEquals(1, newest.size());
    assertEquals(0.19, newest.get(0).low(), 1e-12);
    assertEquals(0.34, newest.get(0).high(), 1e-12);
    var row = Scenario.article().milestone("code-breaking quantum computer").arrival();
    assertEquals(computer.medianYear(), row.medianYear(), 0.1, "the row is the fit");
    assertEquals(computer.p90Year(), row.p90Year(), 0.1);
  }

  @Test
  void growthReachesTheNeed() {
    var growth = new QubitGrowth(2024, 100, 1, 2);
    assertEquals(2034, growth.reaches(102_400).medianYear(), 1e-9, "ten doublings");
    assertEquals(0.9, growth.reaches(102_400).probabilityBy(2044), 1e-9);
    assertEquals(2024, growth.reaches(100).medianYear(), 1e-9);
    assertEquals(2044, growth.withDoublingYears(2).reaches(102_400).medianYear(), 1e-9);
    assertEquals(4, growth.withDoublingYears(2).p90DoublingYears(), 1e-12);
    assertEquals(2029, growth.withStartYear(2019).reaches(102_400).medianYear(), 1e-9);
    assertEquals(2033, growth.withStartQubits(200).reaches(102_400).medianYear(), 1e-9);
    assertEquals(3, growth.withP90DoublingYears(3).p90DoublingYears());
    double gain =
        QubitGrowth.standard().reaches(QubitGrowth.NEED_2019).medianYear()
            - QubitGrowth.standard().reaches(QubitGrowth.NEED_2025).medianYear();
    assertEquals(1.5 * Math.log(20) / Math.log(2), gain, 1e-9, "what six years of theory saved");
    message(() -> growth.reaches(99));
    message(() -> growth.withDoublingYears(Double.NaN));
    message(() -> growth.withP90DoublingYears(0.5));
  }

  @Test
  void aHybridFallsOnlyWithBoth() {
    var exposure = KeyExposure.standard().withMathematicsProbability(0.3).withStations(4);
    var seen = exposure.hybridTrials(100_000, new SplittableRandom(83));
    assertTrue(seen.sigmasFrom(exposure.hybridProbability()) < 4, () -> "seed 83, " + seen);
    assertEquals(0.02, exposure.withStations(0).qkdProbability(), 1e-12);
    assertEquals(0, exposure.withDeviceProbability(0).withStationProbability(0).qkdProbability());
    var ways = exposure.withComputerProbability(0.7).ways();
    assertEquals(0.7, ways.get(0).exposedProbability());
    assertEquals(0.3, ways.get(1).exposedProbability());
    assertEquals(exposure.qkdProbability(), ways.get(2).exposedProbability());
    assertEquals(
        ways.get(1).exposedProbability() * ways.get(2).exposedProbability(),
        ways.get(3).exposedProbability(),
        1e-12);
    message(() -> exposure.withStations(-1));
    message(() -> exposure.withDeviceProbability(Double.NaN));
  }

  @Test
  void statementsAreFoundByKindAndTopic() {
    assertTrue(Statement.ofKind("position").stream().anyMatch(s -> s.issuer().contains("NSA")));
    assertTrue(
        Statement.about("PQC").stream().filter(s -> s.statement().startsWith("FIPS 20")).count()
            >= 3);
    assertTrue(message(() -> Statement.ofKind("rumour")).startsWith("kind must be one of [event,"));
    assertTrue(message(() -> Statement.about("tea")).contains("was \"tea\""));
  }
}
