package qnet.channel;

import java.util.Objects;
import qnet.run.Require;

/**
 * A pulsed light source that fires at a fixed rate and emits a random number of photons.
 *
 * <p>Laser pulses with random phase: P(n) = e^(−μ)·μⁿ/n!
 *
 * <p>Single-photon emitter: P(1) = μ, P(0) = 1 − μ
 *
 * <p>Valid for pulses that are independent of each other and, for a laser, of random phase.
 *
 * <p>Ignores correlations between pulses, intensity noise, and, for the emitter, any two-photon
 * pulse (g²(0) = 0).
 *
 * <p>Reference: H.-K. Lo, X. Ma, K. Chen, Phys. Rev. Lett. 94, 230504 (2005),
 * doi:10.1103/PhysRevLett.94.230504, for the Poisson law of a phase-randomised laser pulse.
 *
 * @param statistics how many photons a pulse holds
 * @param meanPhotonNumber mean photon number μ of a pulse, above 0 and up to 100 for a laser and up
 *     to 1 for an emitter; NaN for a laser whose intensity the protocol chooses
 * @param repetitionRateHz pulses per second, above 0
 */
public record Source(Statistics statistics, double meanPhotonNumber, double repetitionRateHz) {
  private static final double BRIGHTEST = 100;

  /** How the number of photons in a pulse is distributed. */
  public enum Statistics {
    /** A laser pulse of random phase: Poisson distribution. */
    POISSON,
    /** An emitter of one photon at most. */
    SINGLE_PHOTON
  }

  /**
   * Checks the components.
   *
   * @param statistics as above
   * @param meanPhotonNumber as above
   * @param repetitionRateHz as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Source {
    boolean laser = Objects.requireNonNull(statistics) == Statistics.POISSON;
    if (!(laser && Double.isNaN(meanPhotonNumber))) {
      Require.positive("meanPhotonNumber", meanPhotonNumber);
      Require.between("meanPhotonNumber", meanPhotonNumber, 0, laser ? BRIGHTEST : 1);
    }
    Require.positive("repetitionRateHz", repetitionRateHz);
  }

  /**
   * A laser at 1 GHz, attenuated to whatever intensity the protocol finds best.
   *
   * <p>The clock is that of M. Lucamarini et al., Opt. Express 21, 24550 (2013), arXiv:1310.0240,
   * as tabulated in N. T. Islam et al., Sci. Adv. 3, e1701491 (2017), Table 1.
   *
   * @return the source
   */
  public static Source laser() {
    return new Source(Statistics.POISSON, Double.NaN, 1e9);
  }

  /**
   * An ideal emitter of exactly one photon per pulse, at 1 GHz to compare with {@link #laser()}.
   *
   * @return the source
   */
  public static Source singlePhoton() {
    return new Source(Statistics.SINGLE_PHOTON, 1, 1e9);
  }

  /**
   * This source with another intensity.
   *
   * @param meanPhotonNumber mean photon number of a pulse; NaN lets the protocol choose (laser
   *     only)
   * @return the changed source
   */
  public Source withMeanPhotonNumber(double meanPhotonNumber) {
    return new Source(statistics, meanPhotonNumber, repetitionRateHz);
  }

  /**
   * This source with another clock.
   *
   * @param repetitionRateHz pulses per second, above 0
   * @return the changed source
   */
  public Source withRepetitionRateHz(double repetitionRateHz) {
    return new Source(statistics, meanPhotonNumber, repetitionRateHz);
  }

  /**
   * The probability that a pulse holds no photon, P(0).
   *
   * @return a probability; NaN while the intensity is left to the protocol
   */
  public double emptyProbability() {
    // StrictMath: seeded trials compare against it, on every JDK the same
    return statistics == Statistics.POISSON
        ? StrictMath.exp(-meanPhotonNumber)
        : 1 - meanPhotonNumber;
  }

  /**
   * The probability that a pulse holds two photons or more, 1 − P(0) − P(1).
   *
   * @return a probability; NaN while the intensity is left to the protocol
   */
  public double multiPhotonProbability() {
    return statistics == Statistics.POISSON
        ? -Math.expm1(-meanPhotonNumber) - meanPhotonNumber * emptyProbability()
        : 0;
  }
}
