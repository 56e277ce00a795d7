package qnet.qkd;

import qnet.run.Require;

/**
 * One of the intensities that Alice sends.
 *
 * @param meanPhotonNumber mean photons per pulse, ≥ 0 and up to 10
 * @param probability how often she chooses it, above 0 and up to 1
 */
public record Intensity(double meanPhotonNumber, double probability) {
  private static final double BRIGHTEST = 10;

  /**
   * Checks the components.
   *
   * @param meanPhotonNumber as above
   * @param probability as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Intensity {
    Require.between("meanPhotonNumber", meanPhotonNumber, 0, BRIGHTEST);
    Require.positiveUpTo("probability", probability, 1);
  }
}
