package qnet.repeater;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qnet.channel.Fiber;
import qnet.run.Estimate;
import qnet.state.Dejmps;

class CoherentStateHeraldingTest {
  private static double probability(double fidelity, double transmittance) {
    return CoherentStateHeralding.ideal()
        .withFidelity(fidelity)
        .over(() -> transmittance)
        .successProbability();
  }

  /**
   * Photons: the pulse is ±γ. Each photon that is lost turns the sign between the two. What arrives
   * meets a pulse as strong on a beam splitter, and all photons of both leave by one port, which
   * says the sign if there is a click.
   */
  @ParameterizedTest
  @CsvSource({"0.3, 0.4", "1.1, 0.4", "0.05, 0.9", "0.5, 0.05"})
  void aLostPhotonTurnsThePhaseAndAnArrivedOneTellsTheState(double photons, double transmittance) {
    var rng = new SplittableRandom(7);
    int trials = 200_000;
    int heralded = 0;
    int turned = 0;
    for (int i = 0; i < trials; i++) {
      boolean odd = poisson((1 - transmittance) * photons, rng) % 2 == 1;
      if (poisson(2 * transmittance * photons, rng) > 0) {
        heralded++;
        turned += odd ? 1 : 0;
      }
    }
    // an odd number of photons out of a mean m: ½·(1 − e^(−2m))
    double fidelity = 0.5 + 0.5 * Math.exp(-2 * (1 - transmittance) * photons);
    var segment = CoherentStateHeralding.ideal().withFidelity(fidelity).over(() -> transmittance);
    double p = segment.successProbability();
    assertTrue(Math.abs(Estimate.ofCount(heralded, trials).sigmasFrom(p)) < 4);
    double error = segment.pair().phiMinus();
    assertTrue(Math.abs(Estimate.ofCount(turned, heralded).sigmasFrom(error)) < 4);
    assertEquals(fidelity, segment.pair().fidelity(), 1e-15);
  }

  private static int poisson(double mean, RandomGenerator rng) {
    int count = -1;
    for (double left = 1; left > Math.exp(-mean); left *= rng.nextDouble()) {
      count++;
    }
    return Math.max(count, 0);
  }

  @Test
  void brighterPulsesAreFasterAndWorse() {
    assertTrue(probability(0.8, 0.4) > probability(0.9, 0.4));
    assertTrue(probability(0.9, 0.5) > probability(0.9, 0.4));
    // faint pulses: (2 − 2F)·η/(1 − η)
    assertEquals(1, probability(1 - 1e-9, 0.4) / (2e-9 * 0.4 / 0.6), 1e-6);
    // a link that loses nothing knows nothing
    assertEquals(1, probability(0.99, 1));
    assertEquals(0, probability(0.51, 0));
    // losses at the stations are losses of the link
    var lossy = CoherentStateHeralding.ideal().withEfficiency(0.5);
    assertEquals(probability(0.9, 0.4), lossy.over(() -> 0.8).successProbability(), 1e-15);
  }

  @Test
  void theLightGoesThereAndTheAnswerBack() {
    var link = Fiber.standard().withLengthKm(20);
    var segment = CoherentStateHeralding.ideal().over(link);
    assertEquals(2 * link.latencyMs(), segment.attemptTimeMs());
    assertEquals(link.latencyMs(), segment.latencyMs());
    assertEquals(1, segment.opticalModes());
    assertEquals(3, CoherentStateHeralding.ideal().withClockMs(3).over(link).attemptTimeMs());
  }

  private static ChainResult hybrid(double linkFidelity, int rounds) {
    return Chain.ideal()
        .withLink(Fiber.standard().withLengthKm(1280))
        .withSegments(64)
        .withHeralding(CoherentStateHeralding.ideal().withFidelity(linkFidelity))
        .withPurification(PurificationPlan.of(Dejmps.ideal(), rounds))
        .simulate(1000, new SplittableRandom(1));
  }

  /**
   * "F = 0.98 over 1280 km at rates of the order of 100 Hz": Bernardes, Praxmeyer, van Loock, Phys.
   * Rev. A 83, 012323 (2011), arXiv:1010.0106, abstract. Of the scenario it says perfect memories,
   * optimal generation, deterministic swaps and little purification; 20 km are those of the authors
   * in arXiv:1105.3566, abstract; two rounds before the first swap are chosen here. Without any it
   * is p/(H₆₄·T₀) for the harmonic number 4.74, p = 4.3·10⁻⁴ and T₀ = 0.196 ms, 0.46 Hz.
   */
  @ParameterizedTest
  @CsvSource({"0, 0.46", "1, 21", "2, 91"})
  void purificationBringsTheHybridRepeaterToAHundredHertz(int rounds, double rateHz) {
    // phase flips of 64 links: 2F − 1 = (2f − 1)⁶⁴; a round takes the odds to their square
    double odds = (1 - Math.pow(0.96, 1.0 / 64)) / (1 + Math.pow(0.96, 1.0 / 64));
    double linkFidelity = 1 / (1 + Math.pow(odds, Math.pow(2, -rounds)));
    var result = hybrid(linkFidelity, rounds);
    assertEquals(0.98, result.fidelity().mean(), 1e-9);
    assertEquals(rateHz, 1000 / result.timeMs().mean(), 0.1 * rateHz);
  }

  @Test
  void refusesPairsThatAreNoneOrPerfect() {
    ChainTest.assertRefused(
        "fidelity must be > 0.5 and < 1, was 0.5",
        () -> CoherentStateHeralding.ideal().withFidelity(0.5));
    ChainTest.assertRefused(
        "fidelity must be > 0.5 and < 1, was 1.0",
        () -> CoherentStateHeralding.ideal().withFidelity(1));
    ChainTest.assertRefused(
        "fidelity must be > 0.5 and < 1, was NaN",
        () -> CoherentStateHeralding.ideal().withFidelity(Double.NaN));
    ChainTest.assertRefused(
        "efficiency must be from 0 to 1, was 1.1",
        () -> CoherentStateHeralding.ideal().withEfficiency(1.1));
    ChainTest.assertRefused(
        "clockMs must be > 0 and finite, was 0.0",
        () -> CoherentStateHeralding.ideal().withClockMs(0));
  }
}
