package qnet.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.application.PhaseSensing.Disturbance;

class SensingTest {
  @ParameterizedTest
  @CsvSource({
    "LOSS, 12, 1, 0.8",
    "LOSS, 12, 3, 0.8",
    "LOSS, 12, 12, 0.95",
    "DEPHASING, 12, 1, 0.8",
    "DEPHASING, 12, 4, 0.9",
    "DEPHASING, 12, 12, 0.97"
  })
  void trialsScatterAsTheInformationSays(Disturbance noise, int sensors, int group, double kept) {
    var sensing = new PhaseSensing(sensors, noise, kept);
    var trials = sensing.simulate(group, 400_000, new SplittableRandom(7));
    assertTrue(trials.sigmasFrom(sensing.uncertaintyRad(group)) < 4, trials::toString);
    assertTrue(trials.standardError() < 0.01 * trials.mean());
  }

  @Test
  void theStatedErrorIsThatOfRepeatedTrials() {
    var sensing = PhaseSensing.ofDephasing(4, 0.9);
    double sum = 0;
    double squares = 0;
    int runs = 400;
    double stated = 0;
    for (int seed = 0; seed < runs; seed++) {
      var trials = sensing.simulate(4, 1000, new SplittableRandom(seed));
      sum += trials.mean();
      squares += trials.mean() * trials.mean();
      stated += trials.standardError() / runs;
    }
    double spread = Math.sqrt((squares - sum * sum / runs) / (runs - 1));
    assertEquals(1, stated / spread, 0.15);
  }

  @Test
  void withoutNoiseOneGroupReachesTheHeisenbergLimit() {
    var sensing = PhaseSensing.ideal(60);
    assertEquals(1.0 / 60, sensing.uncertaintyRad(60), 1e-15);
    assertEquals(sensing.heisenbergLimitRad(), sensing.uncertaintyBoundRad());
    assertEquals(sensing.standardQuantumLimitRad(), sensing.uncertaintyRad(1), 1e-15);
    assertEquals(60, sensing.bestGroupSize());
    assertEquals(Math.sqrt(60), sensing.gain(60), 1e-12);
    var trials = sensing.simulate(60, 1000, new SplittableRandom(1));
    assertEquals(sensing.heisenbergLimitRad(), trials.mean(), 1e-15);
  }

  @Test
  void noNoisyStateBeatsTheBoundAndGroupsComeWithinAFactorOfIt() {
    var sensing = PhaseSensing.ofDephasing(2520, 0.99);
    int best = sensing.bestGroupSize();
    assertEquals(1 / (2 * Math.log(1 / 0.99)), best, 10); // 49.7; 45 and 56 divide 2520
    double share = Math.pow(sensing.uncertaintyBoundRad() / sensing.uncertaintyRad(best), 2);
    assertEquals(1 / Math.E, share, 0.01);
    assertTrue(sensing.gain(2520) < 1e-6, "one large GHZ state is worse than none");
  }

  @Test
  void theGainStopsGrowingWithTheNumberOfSensors() {
    var lossy = PhaseSensing.ofLoss(10, 0.9);
    assertEquals(1 / Math.sqrt(0.1), lossy.withSensors(100_000).gainBound(), 1e-9);
    assertEquals(1 / Math.sqrt(1 - 0.81), PhaseSensing.ofDephasing(1000, 0.9).gainBound(), 1e-9);
    assertTrue(PhaseSensing.ofLoss(3, 0.9).gainBound() < lossy.gainBound());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10})
  void aNetworkOfClocksGainsTheRootOfItsSites(int sites) {
    var clocks = ClockNetwork.strontium(sites);
    double root = Math.sqrt(sites);
    int atoms = clocks.clock().atoms();
    assertEquals(root, clocks.locallyEntangledInstability(9) / clocks.networkInstability(9), 1e-12);
    assertEquals(
        Math.sqrt(atoms),
        clocks.separateInstability(9) / clocks.locallyEntangledInstability(9),
        1e-9);
    assertEquals(
        root, clocks.withSites(1).separateInstability(9) / clocks.separateInstability(9), 1e-12);
  }

  @Test
  void clocksAverageAsTheRootOfTime() {
    var clock = new OpticalClock(1e15, 100, 4);
    // σ = 1/(2π·10¹⁵·√(100·4·1))
    assertEquals(1 / (2 * Math.PI * 1e15 * 20), clock.instability(1), 1e-25);
    assertEquals(clock.instability(1) / 3, clock.instability(9), 1e-25);
    assertEquals(clock.instability(1), clock.withFrequencyHz(5e14).instability(1) / 2, 1e-25);
    assertEquals(clock.instability(1), clock.withInterrogationS(16).instability(1) * 2, 1e-25);
    assertEquals(clock.instability(1) / 10, clock.entangledInstability(1), 1e-25);
    assertEquals(
        clock.heightM(1) / 2, ClockNetwork.strontium(2).withClock(clock).clock().heightM(4), 1e-9);
  }

  @Test
  void aSharedGroupFeelsTwiceTheHalfOfItsSpins() {
    // One spin at each end turns by γ·ΔB·T against the other; one run of T = 1 s resolves 1 rad.
    var pair = new MagneticGradiometer(PhaseSensing.ideal(2), 1, 1);
    double gamma = 2 * Math.PI * 28.0249514242e9;
    assertEquals(1 / gamma, pair.resolutionTPerM(2, 1), 1e-22);
    assertEquals(Math.sqrt(2) / gamma, pair.resolutionTPerM(1, 1), 1e-22);
    var standard = MagneticGradiometer.standard();
    double resolution = standard.resolutionTPerM(1, 10);
    assertEquals(
        resolution / 2, standard.withBaselineM(2000).resolutionTPerM(1, 10), resolution * 1e-12);
    assertEquals(resolution / 2, standard.resolutionTPerM(1, 40), resolution * 1e-12);
    assertEquals(
        resolution / 2,
        standard.withInterrogationS(4e-3).resolutionTPerM(1, 10),
        resolution * 1e-12);
    assertEquals(
        resolution / 2,
        standard.withSensing(PhaseSensing.ideal(800)).resolutionTPerM(1, 10),
        resolution * 1e-12);
  }

  @Test
  void refusesImpossibleSensors() {
    refused("sensors must be from 1 to 1048576, was 0", () -> PhaseSensing.ideal(0));
    refused("kept must be > 0 and ≤ 1, was NaN", () -> PhaseSensing.ofLoss(2, Double.NaN));
    refused("kept must be > 0 and ≤ 1, was 0.0", () -> PhaseSensing.ideal(2).withKept(0));
    refused("groupSize must divide 10 sensors, was 3", () -> PhaseSensing.ideal(10).gain(3));
    refused(
        "groupSize must divide 10 sensors, was 0",
        () -> PhaseSensing.ideal(10).simulate(0, 10, new SplittableRandom(1)));
    refused(
        "frequencyHz must be > 0 and finite, was 0.0",
        () -> OpticalClock.strontium().withFrequencyHz(0));
    refused("atoms must be ≥ 1, was 0", () -> OpticalClock.strontium().withAtoms(0));
    refused(
        "averagingS must be > 0 and finite, was -1.0",
        () -> OpticalClock.strontium().instability(-1));
    refused("sites must be ≥ 1, was 0", () -> ClockNetwork.strontium(0));
    var gradiometer = MagneticGradiometer.standard();
    refused(
        "baselineM must be > 0 and finite, was NaN", () -> gradiometer.withBaselineM(Double.NaN));
    refused("groupSize must be 1 or even, was 5", () -> gradiometer.resolutionTPerM(5, 1));
    refused("sensors must be even, was 3", () -> gradiometer.withSensing(PhaseSensing.ideal(3)));
  }

  static void refused(String message, org.junit.jupiter.api.function.Executable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act).getMessage());
  }
}
