package qnet.qkd;

/**
 * Two laser pulses of equal intensity and locked phase on a beam splitter with a detector at each
 * output: all light should leave by the output that tells whether the two bits agree.
 *
 * <p>With e the part that leaves by the other one, cos φ = 1 − 2e. Equations are those of M. Curty,
 * K. Azuma, H.-K. Lo, npj Quantum Inf. 5, 64 (2019), doi:10.1038/s41534-019-0175-6, with Ω = cos φ;
 * here both announcements are taken together, which is twice their p_XX.
 */
record Interference(Station station, double misalignment) {
  /** Probability that exactly one detector clicks. */
  double gain(double meanPhotonNumber) {
    return alone(meanPhotonNumber, 1 - misalignment) + errorGain(meanPhotonNumber); // 2·(30)
  }

  /** Probability that exactly one detector clicks, and that it is the wrong one. */
  double errorGain(double meanPhotonNumber) {
    return alone(meanPhotonNumber, misalignment); // (31) times 2·(30)
  }

  /** The detector in a part of the light clicks, the other one does not. */
  private double alone(double meanPhotonNumber, double part) {
    double light = 2 * station.etaAlice() * meanPhotonNumber;
    return station.click(light * part) * station.silent(light * (1 - part));
  }
}
