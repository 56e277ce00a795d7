package qnet.channel;

import java.util.Objects;
import qnet.run.Require;

/**
 * An optical link through air or space between two telescopes.
 *
 * <p>η = [1 − e^(−2a²/w²)] · w_e²/(w_e² + 4σ²) · 10^(−A/10) · η_optics
 *
 * <p>with the radius w of the {@link Beam} at the receiver, the pointing jitter σ = L·σ_θ per axis,
 * the loss A in the air, and the optical efficiency of the {@link Telescope}. Stray light comes
 * from the {@link Sky} behind the sender.
 *
 * <p>Valid for: averages over many fluctuations of the air and of the pointing.
 *
 * <p>Ignores: fading within the average (a key rate, which is not linear in η, should be averaged
 * over it), clouds, Doppler shift, polarisation.
 *
 * <p>Reference: the terms are those of S.-K. Liao et al., Nature 549, 43 (2017),
 * doi:10.1038/nature23655, "Experimental challenges and solutions"; the average over jitter is
 * elementary.
 *
 * @param lengthKm distance L between the telescopes in kilometres, ≥ 0
 * @param airLossDb loss A in the air on the whole path, in decibel, ≥ 0
 * @param beam the beam that is sent
 * @param jitterUrad pointing jitter σ_θ: standard deviation per axis in microradian, ≥ 0
 * @param telescope the receiver
 * @param sky the sky behind the sender
 */
public record FreeSpace(
    double lengthKm, double airLossDb, Beam beam, double jitterUrad, Telescope telescope, Sky sky)
    implements Link {
  private static final double LIGHT_SPEED_KM_PER_MS = 299.792458;

  /**
   * Checks the components.
   *
   * @param lengthKm as above
   * @param airLossDb as above
   * @param beam as above
   * @param jitterUrad as above
   * @param telescope as above
   * @param sky as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public FreeSpace {
    Require.notNegative("lengthKm", lengthKm);
    Require.notNegative("airLossDb", airLossDb);
    Objects.requireNonNull(beam);
    Require.notNegative("jitterUrad", jitterUrad);
    Objects.requireNonNull(telescope);
    Objects.requireNonNull(sky);
  }

  /**
   * The 144 km between La Palma and Tenerife, at night: about 35 dB.
   *
   * <p>T. Schmitt-Manderbach et al., Phys. Rev. Lett. 98, 010504 (2007),
   * doi:10.1103/PhysRevLett.98.010504, abstract, for length and total loss. How the loss divides is
   * chosen here, not published: 0.07 dB/km of mountain air, a beam of 10 cm towards a telescope of
   * 1 m, half of the light lost in the optics, and turbulence with r₀ = 1.15 cm over the horizontal
   * path. It is limited by turbulence: without it, the beam would be as wide as the telescope.
   *
   * @return the link
   */
  public static FreeSpace canaryIslands() {
    return new FreeSpace(
        144,
        10,
        Beam.diffractionLimited(0.05, 850).throughTurbulence(0.0115),
        0,
        new Telescope(1, 0.5, 100, 10),
        Sky.darkNight());
  }

  /**
   * A link of 1.6 km in full daylight, with a receiver of 8.9 cm, a field of view of 200 µrad and a
   * filter of 1 nm.
   *
   * <p>W. T. Buttler et al., Phys. Rev. Lett. 84, 5652 (2000), arXiv:quant-ph/0001088: the sizes
   * are theirs. Receiver and detectors together have 13 % there; 26 % is taken for the optics, and
   * the other half left to a detector of 50 %, because the paper does not divide it. The sky is
   * {@link Sky#clearDay()}; the authors looked at the dark inside of a tent and saw less. It is
   * limited by sunlight.
   *
   * @return the link
   */
  public static FreeSpace portable() {
    return new FreeSpace(
        1.6,
        0,
        Beam.diffractionLimited(0.02, 773),
        4,
        new Telescope(0.089, 0.26, 200, 1),
        Sky.clearDay());
  }

  /**
   * This link with another length; the loss in the air stays what it is.
   *
   * @param lengthKm distance in kilometres, ≥ 0
   * @return the changed link
   */
  public FreeSpace withLengthKm(double lengthKm) {
    return new FreeSpace(lengthKm, airLossDb, beam, jitterUrad, telescope, sky);
  }

  /**
   * This link with another loss in the air.
   *
   * @param airLossDb loss of the whole path in decibel, ≥ 0
   * @return the changed link
   */
  public FreeSpace withAirLossDb(double airLossDb) {
    return new FreeSpace(lengthKm, airLossDb, beam, jitterUrad, telescope, sky);
  }

  /**
   * This link with another beam.
   *
   * @param beam the beam
   * @return the changed link
   */
  public FreeSpace withBeam(Beam beam) {
    return new FreeSpace(lengthKm, airLossDb, beam, jitterUrad, telescope, sky);
  }

  /**
   * This link with another pointing jitter.
   *
   * @param jitterUrad standard deviation per axis in microradian, ≥ 0
   * @return the changed link
   */
  public FreeSpace withJitterUrad(double jitterUrad) {
    return new FreeSpace(lengthKm, airLossDb, beam, jitterUrad, telescope, sky);
  }

  /**
   * This link with another receiver.
   *
   * @param telescope the receiver
   * @return the changed link
   */
  public FreeSpace withTelescope(Telescope telescope) {
    return new FreeSpace(lengthKm, airLossDb, beam, jitterUrad, telescope, sky);
  }

  /**
   * This link under another sky.
   *
   * @param sky the sky behind the sender
   * @return the changed link
   */
  public FreeSpace withSky(Sky sky) {
    return new FreeSpace(lengthKm, airLossDb, beam, jitterUrad, telescope, sky);
  }

  @Override
  public double transmittance() {
    return collected() * pointing() * Decibels.transmittance(airLossDb) * telescope.efficiency();
  }

  @Override
  public double latencyMs() {
    return lengthKm / LIGHT_SPEED_KM_PER_MS;
  }

  @Override
  public double backgroundRateHz() {
    return telescope.backgroundRateHz(sky, beam.wavelengthNm());
  }

  /**
   * Where the light is lost.
   *
   * @return the terms in decibel
   */
  public LossBudget budget() {
    return new LossBudget(
        decibel(collected()), decibel(pointing()), airLossDb, decibel(telescope.efficiency()));
  }

  private double collected() {
    return beam.collected(lengthKm, telescope.apertureM());
  }

  private double pointing() {
    return beam.keptUnderJitter(lengthKm, telescope.apertureM(), jitterUrad);
  }

  private static double decibel(double part) {
    return 0 - 10 * Math.log10(part);
  }
}
