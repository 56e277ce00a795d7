package qnet.application;

import qnet.run.Require;

/**
 * The difference of a magnetic field between two places, measured with electron spins of which half
 * are at each end, alone or in GHZ groups that span both ends and do not feel a common field.
 *
 * <p>ΔG = 2Δφ/(γ·d·√(T·τ))
 *
 * <p>with the phase error Δφ of {@link PhaseSensing}, the distance d, the time T of one run and the
 * averaging time τ. For separate spins each end knows its phase to 1/√(N/2), and the difference to
 * 2/√N; a group of k turns by k/2 times the difference, which gives 2/k.
 *
 * <p>Valid for: free electron spins, a field that does not change during a run, runs without pause.
 *
 * <p>Ignores: the magnetic noise of the surroundings, which is what limits such instruments, and
 * the position of the sensors.
 *
 * <p>Reference: gyromagnetic ratio of the electron from CODATA 2018; error propagation as in {@link
 * PhaseSensing}; entanglement across nodes for gradients: P. Sekatski, S. Wölk, W. Dür, Phys. Rev.
 * Research 2, 023052 (2020), doi:10.1103/PhysRevResearch.2.023052, arXiv:1905.06765.
 *
 * @param sensing the spins of both ends together, and their noise
 * @param baselineM d
 * @param interrogationS T
 */
public record MagneticGradiometer(PhaseSensing sensing, double baselineM, double interrogationS) {
  /** γ of the electron, 2π·28.02495 GHz/T. */
  private static final double GYROMAGNETIC_RAD_PER_S_T = 2 * Math.PI * 28.0249514242e9;

  /**
   * Checks the parameters.
   *
   * @param sensing the spins of both ends together, an even number
   * @param baselineM d, above 0
   * @param interrogationS T, above 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public MagneticGradiometer {
    if (sensing.sensors() % 2 != 0) {
      throw new IllegalArgumentException("sensors must be even, was " + sensing.sensors());
    }
    Require.positive("baselineM", baselineM);
    Require.positive("interrogationS", interrogationS);
  }

  /**
   * A hundred spins at each end of a kilometre, one millisecond a run, no noise: assumed round
   * numbers.
   *
   * @return the gradiometer
   */
  public static MagneticGradiometer standard() {
    return new MagneticGradiometer(PhaseSensing.ideal(200), 1000, 1e-3);
  }

  /**
   * The same places with other spins.
   *
   * @param newSensing the spins of both ends together
   * @return the changed gradiometer
   */
  public MagneticGradiometer withSensing(PhaseSensing newSensing) {
    return new MagneticGradiometer(newSensing, baselineM, interrogationS);
  }

  /**
   * The same spins closer or farther apart.
   *
   * @param newBaselineM d
   * @return the changed gradiometer
   */
  public MagneticGradiometer withBaselineM(double newBaselineM) {
    return new MagneticGradiometer(sensing, newBaselineM, interrogationS);
  }

  /**
   * The same spins with another time of a run.
   *
   * @param newInterrogationS T
   * @return the changed gradiometer
   */
  public MagneticGradiometer withInterrogationS(double newInterrogationS) {
    return new MagneticGradiometer(sensing, baselineM, newInterrogationS);
  }

  /**
   * The smallest difference of the field over the distance that can be told from none.
   *
   * @param groupSize k, 1 for separate spins, else even and a divisor of their number
   * @param averagingS τ
   * @return ΔG in tesla per metre
   * @throws IllegalArgumentException if a group cannot be shared evenly between the two ends
   */
  public double resolutionTPerM(int groupSize, double averagingS) {
    if (groupSize != 1 && groupSize % 2 != 0) {
      throw new IllegalArgumentException("groupSize must be 1 or even, was " + groupSize);
    }
    Require.positive("averagingS", averagingS);
    double differenceRad = 2 * sensing.uncertaintyRad(groupSize);
    return differenceRad
        / (GYROMAGNETIC_RAD_PER_S_T * baselineM * Math.sqrt(interrogationS * averagingS));
  }
}
