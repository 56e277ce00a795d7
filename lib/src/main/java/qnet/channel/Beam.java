package qnet.channel;

import org.apache.commons.math3.special.Erf;
import qnet.run.Require;

/**
 * A Gaussian beam: how wide it has become after a distance, and how much of it an aperture
 * collects.
 *
 * <p>w(L) = √(w₀² + (θ·L)²), θ = M²·λ/(π·w₀)
 *
 * <p>η = 1 − e^(−2a²/w²)
 *
 * <p>where w is the radius at which the intensity is 1/e² of that on the axis, θ the divergence as
 * a half angle at 1/e², and a the radius of the aperture. A telescope that fills its aperture D
 * with a beam has w₀ = D/2 at most.
 *
 * <p>Valid for: a beam that is centred on the aperture, and not cut by the sending telescope.
 *
 * <p>Ignores: the central obstruction of mirrors, aberrations other than through M².
 *
 * <p>Reference: A. E. Siegman, Lasers (1986), Sec. 17.1; M² as in ISO 11146-1; A. A. Farid, S.
 * Hranilovic, J. Lightwave Technol. 25, 1702 (2007), doi:10.1109/JLT.2007.899174, for the jitter.
 *
 * @param waistM radius w₀ at the sending telescope, at 1/e² of the intensity, in metres, above 0
 * @param wavelengthNm wavelength in nanometres, above 0
 * @param quality M²: the divergence over that of the diffraction limit, ≥ 1
 */
public record Beam(double waistM, double wavelengthNm, double quality) {
  private static final double M_PER_NM = 1e-9;
  private static final double M_PER_KM = 1000;
  private static final double URAD_PER_RAD = 1e6;

  /** Half angle at 1/e² over the full width at half maximum of a Gaussian. */
  private static final double HALF_ANGLE_PER_FWHM = 1 / Math.sqrt(2 * Math.log(2));

  /**
   * Checks the components.
   *
   * @param waistM as above
   * @param wavelengthNm as above
   * @param quality as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Beam {
    Require.positive("waistM", waistM);
    Require.positive("wavelengthNm", wavelengthNm);
    Require.atLeast("quality", quality, 1);
  }

  /**
   * A beam as narrow as diffraction allows.
   *
   * @param waistM radius at 1/e² of the intensity in metres, above 0
   * @param wavelengthNm wavelength in nanometres, above 0
   * @return a beam with M² = 1
   */
  public static Beam diffractionLimited(double waistM, double wavelengthNm) {
    return new Beam(waistM, wavelengthNm, 1);
  }

  /**
   * This beam with another waist and the same M²: a wider one diverges less.
   *
   * @param waistM radius at 1/e² of the intensity in metres, above 0
   * @return the changed beam
   */
  public Beam withWaistM(double waistM) {
    return new Beam(waistM, wavelengthNm, quality);
  }

  /**
   * This beam with another wavelength.
   *
   * @param wavelengthNm wavelength in nanometres, above 0
   * @return the changed beam
   */
  public Beam withWavelengthNm(double wavelengthNm) {
    return new Beam(waistM, wavelengthNm, quality);
  }

  /**
   * This beam with another quality.
   *
   * @param quality M², ≥ 1
   * @return the changed beam
   */
  public Beam withQuality(double quality) {
    return new Beam(waistM, wavelengthNm, quality);
  }

  /**
   * This beam with the quality that gives a measured divergence.
   *
   * @param divergenceUrad half angle at 1/e² of the intensity, in microradian
   * @return the changed beam
   * @throws IllegalArgumentException if diffraction alone is wider
   */
  public Beam withDivergenceUrad(double divergenceUrad) {
    double limitUrad = withQuality(1).divergenceUrad();
    if (!(divergenceUrad >= limitUrad)) {
      throw new IllegalArgumentException(
          "divergenceUrad must be ≥ " + limitUrad + " (diffraction), was " + divergenceUrad);
    }
    return withQuality(divergenceUrad / limitUrad);
  }

  /**
   * This beam after turbulent air close to the sending telescope, as in an uplink, averaged over
   * many fluctuations: the seeing is added to the divergence in quadrature.
   *
   * <p>θ² = θ₀² + θ_s², θ_s = 0.98·(λ/r₀)/√(2 ln 2)
   *
   * @param coherenceLengthM Fried's coherence length r₀ of the path at this wavelength, in metres
   * @return the changed beam
   */
  public Beam throughTurbulence(double coherenceLengthM) {
    Require.positive("coherenceLengthM", coherenceLengthM);
    // Fried, J. Opt. Soc. Am. 56, 1372 (1966): seeing 0.98·λ/r₀, full width at half maximum
    double seeingUrad =
        0.98 * wavelengthNm * M_PER_NM / coherenceLengthM * HALF_ANGLE_PER_FWHM * URAD_PER_RAD;
    return withDivergenceUrad(Math.hypot(divergenceUrad(), seeingUrad));
  }

  /**
   * The divergence, M²·λ/(π·w₀).
   *
   * @return the half angle at 1/e² of the intensity, in microradian
   */
  public double divergenceUrad() {
    return quality * wavelengthNm * M_PER_NM / (Math.PI * waistM) * URAD_PER_RAD;
  }

  /**
   * The radius after a distance.
   *
   * @param lengthKm distance from the waist in kilometres, ≥ 0
   * @return radius at 1/e² of the intensity, in metres
   */
  public double radiusM(double lengthKm) {
    Require.notNegative("lengthKm", lengthKm);
    return Math.hypot(waistM, divergenceUrad() / URAD_PER_RAD * lengthKm * M_PER_KM);
  }

  /**
   * The part of the beam that falls into a round aperture on its axis.
   *
   * @param lengthKm distance from the waist in kilometres, ≥ 0
   * @param apertureM diameter of the aperture in metres, ≥ 0
   * @return 1 − e^(−2a²/w²)
   */
  public double collected(double lengthKm, double apertureM) {
    Require.notNegative("apertureM", apertureM);
    double ratio = apertureM / 2 / radiusM(lengthKm);
    return -StrictMath.expm1(-2 * ratio * ratio); // Siegman 1986, Sec. 17.1
  }

  /**
   * What is left on average of the light in an aperture if the beam trembles about it.
   *
   * <p>w_e²/(w_e² + 4σ²), w_e² = w²·√π·erf(v)/(2·v·e^(−v²)), v = √(π/2)·a/w
   *
   * <p>For an aperture much smaller than the beam, w_e = w.
   *
   * @param lengthKm distance from the waist in kilometres, ≥ 0
   * @param apertureM diameter of the aperture in metres, above 0
   * @param jitterUrad standard deviation of the pointing per axis, in microradian, ≥ 0
   * @return the factor, from 0 to 1; good to 2 %
   */
  public double keptUnderJitter(double lengthKm, double apertureM, double jitterUrad) {
    Require.positive("apertureM", apertureM);
    Require.notNegative("jitterUrad", jitterUrad);
    double radius = radiusM(lengthKm);
    double v = Math.sqrt(Math.PI / 2) * apertureM / 2 / radius;
    // Farid, Hranilovic, J. Lightwave Technol. 25, 1702 (2007): the equivalent beam
    double equivalentSquared =
        radius * radius * Math.sqrt(Math.PI) * Erf.erf(v) / (2 * v * Math.exp(-v * v));
    double sigma = jitterUrad / URAD_PER_RAD * lengthKm * M_PER_KM;
    return equivalentSquared == Double.POSITIVE_INFINITY
        ? 1
        : equivalentSquared / (equivalentSquared + 4 * sigma * sigma);
  }
}
