package qnet.channel;

import qnet.run.Require;

/**
 * A receiving telescope: how much light it takes in, and how much stray light of the sky with it.
 *
 * <p>N_b = B·Ω·A·Δλ·λ/(h·c)·η photons per second, Ω = π·(θ/2)², A = π·D²/4
 *
 * <p>for a sky of spectral radiance B, a field of view of full angle θ, an aperture D, a filter of
 * width Δλ, and an optical efficiency η.
 *
 * <p>Valid for: a sky of even brightness that fills the field of view, a filter with steep edges.
 *
 * <p>Ignores: light scattered into the telescope from the side, light of the satellite itself.
 *
 * <p>Reference: E. Miao et al., New J. Phys. 7, 215 (2005), doi:10.1088/1367-2630/7/1/215, for the
 * background of a quantum link to a satellite.
 *
 * @param apertureM diameter D of the aperture in metres, above 0
 * @param efficiency optical efficiency η between aperture and detectors, fibre coupling included,
 *     from 0 to 1
 * @param fieldOfViewUrad full angle θ of the field of view in microradian, above 0
 * @param filterNm width Δλ of the filter in nanometres, above 0
 */
public record Telescope(
    double apertureM, double efficiency, double fieldOfViewUrad, double filterNm) {
  /** Planck's constant times the speed of light, in J·m; both are exact. */
  private static final double PLANCK_TIMES_LIGHT_SPEED = 6.62607015e-34 * 299_792_458.0;

  private static final double M_PER_NM = 1e-9;
  private static final double UM_PER_NM = 1e-3;
  private static final double RAD_PER_URAD = 1e-6;

  /**
   * Checks the components.
   *
   * @param apertureM as above
   * @param efficiency as above
   * @param fieldOfViewUrad as above
   * @param filterNm as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Telescope {
    Require.positive("apertureM", apertureM);
    Require.probability("efficiency", efficiency);
    Require.positive("fieldOfViewUrad", fieldOfViewUrad);
    Require.positive("filterNm", filterNm);
  }

  /**
   * The station at Xinglong that received Micius in 2016: 1 m, 16 % with the fibre coupling.
   *
   * <p>S.-K. Liao et al., Nature 549, 43 (2017), arXiv:1707.00542. Field of view and filter are not
   * printed; 100 µrad and 1 nm are assumed here, and matter only where the sky is bright.
   *
   * @return the telescope
   */
  public static Telescope xinglong() {
    return new Telescope(1, 0.16, 100, 1);
  }

  /**
   * This telescope with another aperture.
   *
   * @param apertureM diameter in metres, above 0
   * @return the changed telescope
   */
  public Telescope withApertureM(double apertureM) {
    return new Telescope(apertureM, efficiency, fieldOfViewUrad, filterNm);
  }

  /**
   * This telescope with another optical efficiency.
   *
   * @param efficiency from 0 to 1
   * @return the changed telescope
   */
  public Telescope withEfficiency(double efficiency) {
    return new Telescope(apertureM, efficiency, fieldOfViewUrad, filterNm);
  }

  /**
   * This telescope with another field of view.
   *
   * @param fieldOfViewUrad full angle in microradian, above 0
   * @return the changed telescope
   */
  public Telescope withFieldOfViewUrad(double fieldOfViewUrad) {
    return new Telescope(apertureM, efficiency, fieldOfViewUrad, filterNm);
  }

  /**
   * This telescope with another filter.
   *
   * @param filterNm width in nanometres, above 0
   * @return the changed telescope
   */
  public Telescope withFilterNm(double filterNm) {
    return new Telescope(apertureM, efficiency, fieldOfViewUrad, filterNm);
  }

  /**
   * The stray photons that reach the detectors.
   *
   * @param sky the sky behind the sender
   * @param wavelengthNm wavelength of the filter in nanometres
   * @return N_b in photons per second
   */
  public double backgroundRateHz(Sky sky, double wavelengthNm) {
    double halfView = fieldOfViewUrad * RAD_PER_URAD / 2;
    double solidAngle = Math.PI * halfView * halfView;
    double area = Math.PI * apertureM * apertureM / 4;
    double powerW = sky.radianceWPerM2SrUm() * solidAngle * area * filterNm * UM_PER_NM;
    double photonJ = PLANCK_TIMES_LIGHT_SPEED / (wavelengthNm * M_PER_NM);
    return powerW / photonJ * efficiency;
  }
}
