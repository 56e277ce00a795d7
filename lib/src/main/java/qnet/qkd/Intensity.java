package qnet.qkd;

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
    if (!(meanPhotonNumber >= 0 && meanPhotonNumber <= BRIGHTEST)) {
      throw new IllegalArgumentException(
          "meanPhotonNumber must be from 0 to 10, was " + meanPhotonNumber);
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be > 0 and ≤ 1, was " + probability);
    }
  }
}
