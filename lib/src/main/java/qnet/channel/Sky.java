package qnet.channel;

import qnet.run.Require;

/**
 * How bright the sky is behind a sender, near 800 nm.
 *
 * <p>Valid for: a sky of even brightness, away from the sun, the moon and the horizon.
 *
 * <p>Ignores: twilight, clouds, the light of towns.
 *
 * @param radianceWPerM2SrUm spectral radiance in watt per square metre, steradian and micrometre, ≥
 *     0
 */
public record Sky(double radianceWPerM2SrUm) {
  /**
   * Checks the component.
   *
   * @param radianceWPerM2SrUm as above
   * @throws IllegalArgumentException if it is negative
   */
  public Sky {
    Require.notNegative("radianceWPerM2SrUm", radianceWPerM2SrUm);
  }

  /**
   * A clear night without moon, far from towns: 19.74 magnitudes per square arcsecond in band I.
   *
   * <p>Brightness of the Cerro Paranal Advanced Sky Model (ESO SkyCalc 1.4.3) at new moon, turned
   * into watts with the zero point of M. S. Bessell, F. Castelli, B. Plez, Astron. Astrophys. 333,
   * 231 (1998), 1.126·10⁻⁸ W/m²/µm.
   *
   * @return 6.1·10⁻⁶ W/(m²·sr·µm)
   */
  public static Sky darkNight() {
    return new Sky(6.1e-6);
  }

  /**
   * A clear night with full moon, 45° from it: 17.95 magnitudes per square arcsecond in band I.
   *
   * <p>Source as for {@link #darkNight()}.
   *
   * @return 3.2·10⁻⁵ W/(m²·sr·µm)
   */
  public static Sky fullMoon() {
    return new Sky(3.2e-5);
  }

  /**
   * A clear blue sky, away from the sun; an order of magnitude.
   *
   * <p>Sunlight of 950 W/m²/µm, scattered once by an optical depth of 0.1 into all directions
   * alike: F·τ/(4π) = 8 W/(m²·sr·µm), rounded to 10.
   *
   * @return 10 W/(m²·sr·µm), a million times the dark night
   */
  public static Sky clearDay() {
    return new Sky(10);
  }
}
