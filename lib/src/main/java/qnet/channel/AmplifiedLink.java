package qnet.channel;

import java.util.Objects;
import qnet.run.Require;

/**
 * A link with an optical amplifier on the way: it restores the light, and adds noise photons that
 * cannot be told from it.
 *
 * <p>η = η₁·G·η₂, noise N = (G − 1)·η₂ photons per mode
 *
 * <p>for a gain G between a part of transmittance η₁ and one of η₂. Quantum mechanics allows no
 * less noise from an amplifier that does not know the state.
 *
 * <p>For a receiver of single photons, the noise of both polarisations is stray light of rate
 * 2·N·B, with one mode in each 1/B of time. For one of quadratures it is excess noise
 *
 * <p>ξ = 2·(G − 1)·η₂/η = 2·(G − 1)/(G·η₁)
 *
 * <p>in units of the shot noise, referred to the sender.
 *
 * <p>Valid for: a gain that does not depend on the phase, at the limit of quantum mechanics, and η
 * ≤ 1. The noise counts as Poisson light, which gives 1 − e^(−N) clicks where thermal light gives
 * N/(1 + N): a little too many.
 *
 * <p>Ignores: that an amplified photon may come out twice, and noise outside the bandwidth.
 *
 * <p>Reference: C. M. Caves, Phys. Rev. D 26, 1817 (1982), doi:10.1103/PhysRevD.26.1817; H. A.
 * Haus, J. A. Mullen, Phys. Rev. 128, 2407 (1962).
 *
 * @param before the link from the sender to the amplifier
 * @param gain gain G in photon number, ≥ 1
 * @param after the link from the amplifier to the receiver
 * @param bandwidthHz optical bandwidth B that the receiver accepts, in hertz, above 0; at least the
 *     inverse of the gate
 */
public record AmplifiedLink(Link before, double gain, Link after, double bandwidthHz)
    implements Link {
  /** Amplifiers that make up for all of the loss would round to a little more than 1. */
  private static final double ROUNDING = 1e-9;

  /**
   * Checks the components.
   *
   * @param before as above
   * @param gain as above
   * @param after as above
   * @param bandwidthHz as above
   * @throws IllegalArgumentException if a component is out of its range, or more light comes out
   *     than was sent
   */
  public AmplifiedLink {
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    double most = 1 / (before.transmittance() * after.transmittance());
    if (!(gain >= 1 && gain <= most * (1 + ROUNDING))) {
      throw new IllegalArgumentException(
          "gain must be ≥ 1 and ≤ " + most + " (no more light than was sent), was " + gain);
    }
    Require.positive("bandwidthHz", bandwidthHz);
  }

  /**
   * A link whose loss is made up for by an amplifier in its middle, in the narrowest band that lets
   * pulses of 1 ns through.
   *
   * @param link the link, which is cut into halves
   * @return a link without loss, and with the noise that this costs
   */
  public static AmplifiedLink lossless(Link link) {
    var halves = link.split();
    double loss = halves.alice().transmittance() * halves.bob().transmittance();
    return new AmplifiedLink(halves.alice(), 1 / loss, halves.bob(), 1e9);
  }

  /**
   * This link with another gain.
   *
   * @param gain gain in photon number, ≥ 1
   * @return the changed link
   */
  public AmplifiedLink withGain(double gain) {
    return new AmplifiedLink(before, gain, after, bandwidthHz);
  }

  /**
   * This link with another bandwidth.
   *
   * @param bandwidthHz bandwidth in hertz, above 0
   * @return the changed link
   */
  public AmplifiedLink withBandwidthHz(double bandwidthHz) {
    return new AmplifiedLink(before, gain, after, bandwidthHz);
  }

  @Override
  public double transmittance() {
    return Math.min(1, before.transmittance() * gain * after.transmittance());
  }

  @Override
  public double latencyMs() {
    return before.latencyMs() + after.latencyMs();
  }

  /** The noise of the amplifier in both polarisations, and the stray light of both parts. */
  @Override
  public double backgroundRateHz() {
    return before.backgroundRateHz() * gain * after.transmittance()
        + 2 * noisePhotons() * bandwidthHz
        + after.backgroundRateHz();
  }

  /**
   * The noise at the receiver.
   *
   * @return (G − 1)·η₂, photons per mode
   */
  public double noisePhotons() {
    return (gain - 1) * after.transmittance(); // Caves 1982: at least G − 1 at the amplifier
  }

  /**
   * The noise that a receiver of quadratures sees, referred to the sender: the excess noise of
   * {@code CvQkd}.
   *
   * @return 2·(G − 1)·η₂/η in units of the shot noise
   */
  public double excessNoise() {
    return 2 * noisePhotons() / transmittance();
  }
}
