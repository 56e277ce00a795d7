package qnet.qkd;

import java.util.Objects;
import qnet.run.Require;

/**
 * A receiver that measures the field of light instead of its photons: homodyne or heterodyne
 * detection against a strong local oscillator.
 *
 * <p>Noise added by the receiver, as at its own input: χ_hom = (1 − η + v)/η for homodyne, χ_het =
 * (2 − η + 2v)/η for heterodyne detection
 *
 * <p>All variances are in shot-noise units: the vacuum has variance 1.
 *
 * <p>Valid for a local oscillator so strong that shot noise is that of the signal mode, and a
 * linear response.
 *
 * <p>Ignores phase noise of the local oscillator (put it into the excess noise), saturation, and
 * attacks on the local oscillator.
 *
 * <p>Reference: S. Fossier et al., J. Phys. B 42, 114014 (2009),
 * doi:10.1088/0953-4075/42/11/114014, for χ_hom and χ_het.
 *
 * @param measurement one quadrature or both
 * @param efficiency η, probability that a photon is detected, above 0 and up to 1
 * @param electronicNoise v, variance of the electronic noise in shot-noise units, ≥ 0
 * @param trust whether Eve may use the loss and noise of the receiver
 */
public record CvReceiver(
    Measurement measurement, double efficiency, double electronicNoise, Trust trust) {
  /** Which quadratures of the light are measured. */
  public enum Measurement {
    /** One quadrature, chosen at random. */
    HOMODYNE(1),
    /** Both quadratures of the two halves of the light. */
    HETERODYNE(2);

    private final int quadratures;

    Measurement(int quadratures) {
      this.quadratures = quadratures;
    }

    int quadratures() {
      return quadratures;
    }
  }

  /** What Eve is assumed to hold. */
  public enum Trust {
    /**
     * The receiver is calibrated and out of Eve's reach: its loss and noise are only in the way.
     */
    TRUSTED,
    /** All loss and noise is put down to Eve. */
    UNTRUSTED
  }

  /**
   * Checks the components.
   *
   * @param measurement as above
   * @param efficiency as above
   * @param electronicNoise as above
   * @param trust as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public CvReceiver {
    Objects.requireNonNull(measurement);
    Require.positiveUpTo("efficiency", efficiency, 1);
    Require.notNegative("electronicNoise", electronicNoise);
    Objects.requireNonNull(trust);
  }

  /**
   * A homodyne receiver without loss and electronic noise.
   *
   * @return the receiver
   */
  public static CvReceiver ideal() {
    return new CvReceiver(Measurement.HOMODYNE, 1, 0, Trust.TRUSTED);
  }

  /**
   * The homodyne receiver of the first long fibre experiment: 60.6 %, electronic noise 0.041,
   * trusted.
   *
   * <p>J. Lodewyck et al., Phys. Rev. A 76, 042305 (2007), doi:10.1103/PhysRevA.76.042305,
   * arXiv:0706.4255.
   *
   * @return the receiver
   */
  public static CvReceiver lodewyck() {
    return new CvReceiver(Measurement.HOMODYNE, 0.606, 0.041, Trust.TRUSTED);
  }

  /**
   * This receiver with another measurement.
   *
   * @param measurement one quadrature or both
   * @return the changed receiver
   */
  public CvReceiver withMeasurement(Measurement measurement) {
    return new CvReceiver(measurement, efficiency, electronicNoise, trust);
  }

  /**
   * This receiver with another efficiency.
   *
   * @param efficiency above 0 and up to 1
   * @return the changed receiver
   */
  public CvReceiver withEfficiency(double efficiency) {
    return new CvReceiver(measurement, efficiency, electronicNoise, trust);
  }

  /**
   * This receiver with another electronic noise.
   *
   * @param electronicNoise variance in shot-noise units, ≥ 0
   * @return the changed receiver
   */
  public CvReceiver withElectronicNoise(double electronicNoise) {
    return new CvReceiver(measurement, efficiency, electronicNoise, trust);
  }

  /**
   * This receiver under another assumption about Eve.
   *
   * @param trust whether Eve may use the loss and noise of the receiver
   * @return the changed receiver
   */
  public CvReceiver withTrust(Trust trust) {
    return new CvReceiver(measurement, efficiency, electronicNoise, trust);
  }

  /** χ of the receiver, at its own input, in shot-noise units. */
  double addedNoise() {
    int m = measurement.quadratures();
    // Fossier et al. 2009: (1 − η + v)/η and (1 + (1 − η) + 2v)/η
    return (m - efficiency + m * electronicNoise) / efficiency;
  }
}
