package qnet.channel;

import qnet.run.Require;

/**
 * A single-mode optical fibre of uniform loss.
 *
 * <p>η = 10^(−αL/10), latency = L·n_g/c
 *
 * <p>Valid for a dark fibre: no classical light beside the quantum signal.
 *
 * <p>Ignores splices, connectors and bends (put them into the loss per kilometre), dispersion,
 * polarisation drift, and stray light from channels in the same fibre.
 *
 * <p>Reference: the definition of the decibel; the speed of light in vacuum, 299 792.458 km/s, is
 * exact by definition of the metre.
 *
 * @param lengthKm length L in kilometres, ≥ 0
 * @param lossDbPerKm loss α in decibel per kilometre, ≥ 0
 * @param groupIndex group index n_g: how much slower than in vacuum a pulse travels, from 1 to 4
 */
public record Fiber(double lengthKm, double lossDbPerKm, double groupIndex) implements Link {
  private static final double LIGHT_SPEED_KM_PER_S = 299_792.458;

  /**
   * Checks the components.
   *
   * @param lengthKm as above
   * @param lossDbPerKm as above
   * @param groupIndex as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Fiber {
    Require.notNegative("lengthKm", lengthKm);
    Require.notNegative("lossDbPerKm", lossDbPerKm);
    Require.between("groupIndex", groupIndex, 1, 4);
  }

  /**
   * One kilometre of standard telecom fibre at 1550 nm: 0.2 dB/km, group index 1.468.
   *
   * <p>The loss is the common value of key rate papers, for example L. Lu et al., arXiv:2505.09223
   * (2025); the group index is the one data sheets of G.652 fibre give at 1550 nm.
   *
   * @return the fibre
   */
  public static Fiber standard() {
    return new Fiber(1, 0.2, 1.468);
  }

  /**
   * One kilometre of ultra-low-loss fibre: 0.16 dB/km.
   *
   * <p>The loss of commercial ultra-low-loss fibre that J. Yin et al., Nature 582, 501 (2020),
   * doi:10.1038/s41586-020-2401-y, compare their satellite link with. The group index is left at
   * the standard value.
   *
   * @return the fibre
   */
  public static Fiber ultraLowLoss() {
    return new Fiber(1, 0.16, 1.468);
  }

  /**
   * This fibre with another length.
   *
   * @param lengthKm length in kilometres, ≥ 0
   * @return the changed fibre
   */
  public Fiber withLengthKm(double lengthKm) {
    return new Fiber(lengthKm, lossDbPerKm, groupIndex);
  }

  /**
   * This fibre with another loss.
   *
   * @param lossDbPerKm loss in decibel per kilometre, ≥ 0
   * @return the changed fibre
   */
  public Fiber withLossDbPerKm(double lossDbPerKm) {
    return new Fiber(lengthKm, lossDbPerKm, groupIndex);
  }

  /**
   * This fibre with another group index.
   *
   * @param groupIndex group index, from 1 to 4
   * @return the changed fibre
   */
  public Fiber withGroupIndex(double groupIndex) {
    return new Fiber(lengthKm, lossDbPerKm, groupIndex);
  }

  /** The loss of the whole length, α·L. */
  @Override
  public double lossDb() {
    return lossDbPerKm * lengthKm;
  }

  @Override
  public double transmittance() {
    return Decibels.transmittance(lossDb()); // 10^(−αL/10)
  }

  @Override
  public double latencyMs() {
    return 1000 * lengthKm / groupSpeedKmPerS();
  }

  /**
   * The speed of a pulse in this fibre, c/n_g.
   *
   * @return the speed in kilometres per second
   */
  public double groupSpeedKmPerS() {
    return LIGHT_SPEED_KM_PER_S / groupIndex;
  }

  /**
   * The length after which half of the light is left, 10·log₁₀(2)/α.
   *
   * @return the length in kilometres; +∞ without loss
   */
  public double halfPowerLengthKm() {
    return 10 * Math.log10(2) / lossDbPerKm;
  }

  /**
   * The length after which 1/e of the light is left, 10·log₁₀(e)/α.
   *
   * @return the length in kilometres; +∞ without loss
   */
  public double attenuationLengthKm() {
    return 10 * Math.log10(Math.E) / lossDbPerKm;
  }

  /** Two fibres of half the length. */
  @Override
  public Halves split() {
    var half = withLengthKm(lengthKm / 2);
    return new Halves(half, half);
  }
}
