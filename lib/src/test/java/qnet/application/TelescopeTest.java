package qnet.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static qnet.application.SensingTest.refused;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qnet.channel.Fiber;

class TelescopeTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 1", "0.7, 0.6, 1", "2.5, 1, 0.8", "4, 0.5, 0.9"})
  void trialsFollowTheFringe(double phaseRad, double visibility, double coherence) {
    var telescopes =
        EntangledTelescopes.standard().withVisibility(visibility).withPairCoherence(coherence);
    var trials = telescopes.simulate(phaseRad, 200_000, new SplittableRandom(3));
    assertTrue(trials.sigmasFrom(telescopes.sameProbability(phaseRad)) < 4, trials::toString);
    // Half of the photons, within 4 standard errors of √(n/4).
    assertEquals(100_000, trials.trials(), 4 * Math.sqrt(200_000 / 4.0));
  }

  @Test
  void theFringeIsDarkWhereItMust() {
    assertEquals(1, EntangledTelescopes.standard().sameProbability(0));
    assertEquals(0, EntangledTelescopes.standard().sameProbability(Math.PI), 1e-15);
    assertEquals(0.5, EntangledTelescopes.standard().withVisibility(0).sameProbability(0));
  }

  @Test
  void resolutionPhotonsAndPairs() {
    var telescopes = EntangledTelescopes.standard();
    assertEquals(6e-12, telescopes.resolutionRad(), 1e-24);
    assertEquals(3e-12, telescopes.withBaselineKm(200).resolutionRad(), 1e-24);
    assertEquals(12e-12, telescopes.withWavelengthNm(1200).resolutionRad(), 1e-24);
    assertEquals(200, telescopes.starPhotons(0.1), 1e-9);
    assertEquals(800, telescopes.withPairCoherence(0.5).starPhotons(0.1), 1e-9);
    assertEquals(1e9, telescopes.pairsPerSecond(1e9));
    // Beyond 30 km of fibre more than half of the light is lost on the way to the middle.
    double evenKm = 2 * Fiber.standard().halfPowerLengthKm();
    assertEquals(
        0.5, telescopes.withBaselineKm(evenKm).directTransmittance(Fiber.standard()), 1e-12);
  }

  @Test
  void theVisibilityIsKnownAsWellAsSaid() {
    var telescopes = EntangledTelescopes.standard().withVisibility(0.1);
    long photons = (long) telescopes.starPhotons(0.02);
    double squares = 0;
    int runs = 300;
    for (int seed = 0; seed < runs; seed++) {
      double same = telescopes.simulate(0, photons, new SplittableRandom(seed)).mean();
      squares += Math.pow(2 * same - 1 - 0.1, 2) / runs;
    }
    assertEquals(1, Math.sqrt(squares) / 0.02, 0.15);
  }

  @Test
  void refusesImpossibleTelescopes() {
    var telescopes = EntangledTelescopes.standard();
    refused("baselineKm must be > 0 and finite, was 0.0", () -> telescopes.withBaselineKm(0));
    refused("wavelengthNm must be > 0 and finite, was -1.0", () -> telescopes.withWavelengthNm(-1));
    refused("visibility must be from 0 to 1, was 1.5", () -> telescopes.withVisibility(1.5));
    refused("pairCoherence must be > 0 and ≤ 1, was 0.0", () -> telescopes.withPairCoherence(0));
    refused("error must be > 0 and finite, was NaN", () -> telescopes.starPhotons(Double.NaN));
    refused("bandwidthHz must be > 0 and finite, was 0.0", () -> telescopes.pairsPerSecond(0));
  }
}
