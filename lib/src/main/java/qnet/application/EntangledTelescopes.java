package qnet.application;

import java.util.random.RandomGenerator;
import qnet.channel.Fiber;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * Two telescopes that do not send the light of a star to each other: each lets it interfere with
 * its half of a photon that the network has shared between them.
 *
 * <p>P(same | one click at each) = ½[1 + V·c·cos(φ − δ)]
 *
 * <p>with the star's visibility V and phase φ, the coherence c of the shared photon and its own
 * phase δ. Half of the photons are of use: in the other half both particles end at one telescope.
 * The resolution is λ/B.
 *
 * <p>Valid for: a star so faint that a time slot holds one photon at most, and a shared photon in
 * each slot in which one may come.
 *
 * <p>Ignores: the atmosphere, loss of the shared photon, dark counts, and the schemes that keep the
 * light in memories and need far fewer pairs (Khabiboulline et al., Phys. Rev. Lett. 123, 070504
 * (2019), doi:10.1103/PhysRevLett.123.070504).
 *
 * <p>Reference: D. Gottesman, T. Jennewein, S. Croke, Phys. Rev. Lett. 109, 070503 (2012),
 * doi:10.1103/PhysRevLett.109.070503, arXiv:1107.2939.
 *
 * @param baselineKm B, above 0
 * @param wavelengthNm λ, above 0
 * @param visibility V of the star at this baseline, from 0 to 1
 * @param pairCoherence c, above 0
 */
public record EntangledTelescopes(
    double baselineKm, double wavelengthNm, double visibility, double pairCoherence) {
  private static final int CHUNK = 1 << 15;

  /**
   * Checks the parameters.
   *
   * @param baselineKm B, above 0
   * @param wavelengthNm λ, above 0
   * @param visibility V, from 0 to 1
   * @param pairCoherence c, above 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public EntangledTelescopes {
    Require.positive("baselineKm", baselineKm);
    Require.positive("wavelengthNm", wavelengthNm);
    Require.probability("visibility", visibility);
    Require.positiveUpTo("pairCoherence", pairCoherence, 1);
  }

  /**
   * A point-like star in visible light over 100 km, and perfect pairs.
   *
   * @return 600 nm, V = c = 1
   */
  public static EntangledTelescopes standard() {
    return new EntangledTelescopes(100, 600, 1, 1);
  }

  /**
   * The same telescopes at another distance.
   *
   * @param newBaselineKm B
   * @return the changed pair
   */
  public EntangledTelescopes withBaselineKm(double newBaselineKm) {
    return new EntangledTelescopes(newBaselineKm, wavelengthNm, visibility, pairCoherence);
  }

  /**
   * The same telescopes in another colour.
   *
   * @param newWavelengthNm λ
   * @return the changed pair
   */
  public EntangledTelescopes withWavelengthNm(double newWavelengthNm) {
    return new EntangledTelescopes(baselineKm, newWavelengthNm, visibility, pairCoherence);
  }

  /**
   * The same telescopes on another star.
   *
   * @param newVisibility V
   * @return the changed pair
   */
  public EntangledTelescopes withVisibility(double newVisibility) {
    return new EntangledTelescopes(baselineKm, wavelengthNm, newVisibility, pairCoherence);
  }

  /**
   * The same telescopes with better or worse pairs.
   *
   * @param newPairCoherence c
   * @return the changed pair
   */
  public EntangledTelescopes withPairCoherence(double newPairCoherence) {
    return new EntangledTelescopes(baselineKm, wavelengthNm, visibility, newPairCoherence);
  }

  /**
   * The angle that this baseline resolves.
   *
   * @return λ/B
   */
  public double resolutionRad() {
    return wavelengthNm * 1e-9 / (baselineKm * 1e3);
  }

  /**
   * How often the clicks at the two telescopes are of the same kind.
   *
   * @param phaseRad φ − δ, the phase of the star against that of the shared photon
   * @return ½[1 + V·c·cos(φ − δ)]
   */
  public double sameProbability(double phaseRad) {
    return (1 + visibility * pairCoherence * Math.cos(phaseRad)) / 2;
  }

  /**
   * Star photons needed to know the visibility to an error: each photon that is of use adds one
   * answer of ±1.
   *
   * @param error the standard error of V, above 0
   * @return 2/(c·error)², the 2 for those that are of no use
   */
  public double starPhotons(double error) {
    Require.positive("error", error);
    double scaled = pairCoherence * error;
    return 2 / (scaled * scaled);
  }

  /**
   * Shared photons needed each second: one for every time slot of the filtered starlight, because
   * nobody knows in which slot the star's photon comes.
   *
   * @param bandwidthHz the band of light that is used
   * @return one for each coherence time
   */
  public double pairsPerSecond(double bandwidthHz) {
    Require.positive("bandwidthHz", bandwidthHz);
    return bandwidthHz;
  }

  /**
   * What is left of the starlight if it is brought together in the middle instead.
   *
   * @param fiber the fibre, whose length does not matter
   * @return the transmittance of half the baseline
   */
  public double directTransmittance(Fiber fiber) {
    return fiber.withLengthKm(baselineKm / 2).transmittance();
  }

  /**
   * Watches star photons: draws whether star and shared photon keep their phases, and one of the
   * patterns of clicks behind the two beam splitters.
   *
   * @param phaseRad φ − δ
   * @param photons star photons, at least 1
   * @param rng the source of randomness
   * @return how often the clicks are of the same kind, among the photons of use
   */
  public Estimate simulate(double phaseRad, long photons, RandomGenerator rng) {
    double cos = StrictMath.cos(phaseRad);
    double sin = StrictMath.sin(phaseRad);
    long[] counts =
        Parallel.counts(
            photons, CHUNK, rng, 2, (random, counted) -> watch(cos, sin, random, counted));
    return Estimate.ofCount(counts[0], Math.max(1, counts[1]));
  }

  /** Counts same clicks, and photons with a click at each telescope. */
  private void watch(double cos, double sin, RandomGenerator random, long[] counted) {
    boolean starFlipped = random.nextDouble() < (1 - visibility) / 2;
    boolean pairFlipped = random.nextDouble() < (1 - pairCoherence) / 2;
    double sign = starFlipped != pairFlipped ? -1 : 1;
    double u = random.nextDouble();
    for (int pattern = 0; pattern < 4 && u >= 0; pattern++) {
      boolean equal = pattern == 0 || pattern == 3;
      u -= patternProbability(equal ? 1 : -1, sign * cos, sign * sin);
      if (u < 0) {
        counted[0] += equal ? 1 : 0;
        counted[1]++;
      }
    }
  }

  /**
   * |(s + e^(iφ))/4|²: the star's photon at one telescope and the shared one at the other, or the
   * other way round, with s = ±1 for clicks of the same kind or not.
   */
  private static double patternProbability(int s, double cos, double sin) {
    double re = (s + cos) / 4;
    double im = sin / 4;
    return re * re + im * im;
  }
}
