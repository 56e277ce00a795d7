package qnet.qkd;

import java.util.List;
import qnet.run.Require;

/**
 * What Alice and Bob agree on before a run of BB84 with one or two decoy intensities.
 *
 * <p>Two decoys need μ₁ &gt; μ₂ + μ₃ and μ₂ &gt; μ₃ ≥ 0, one decoy μ₁ &gt; μ₂ &gt; 0.
 *
 * <p>References: C. C. W. Lim, M. Curty, N. Walenta, F. Xu, H. Zbinden, Phys. Rev. A 89, 022307
 * (2014), doi:10.1103/PhysRevA.89.022307; D. Rusca et al., Appl. Phys. Lett. 112, 171104 (2018),
 * doi:10.1063/1.5023340.
 *
 * @param keyBasisProbability how often each of the two chooses basis Z, which makes the key; above
 *     0 and below 1, because basis X tests it
 * @param intensities the signal, then one or two decoys, each weaker than the one before; the
 *     probabilities add up to 1
 */
public record DecoySettings(double keyBasisProbability, List<Intensity> intensities) {
  /**
   * Checks the components.
   *
   * @param keyBasisProbability as above
   * @param intensities as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public DecoySettings {
    Require.strictlyBetween("keyBasisProbability", keyBasisProbability, 0, 1);
    intensities = List.copyOf(intensities);
    int count = intensities.size();
    if (count < 2 || count > 3) {
      throw new IllegalArgumentException(
          "intensities must be a signal and one or two decoys, were " + count);
    }
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += intensities.get(k).probability();
      if (k > 0) {
        weaker(intensities.get(k - 1), intensities.get(k));
      }
    }
    if (!(Math.abs(sum - 1) < 1e-9)) {
      throw new IllegalArgumentException("probabilities must add up to 1, were " + sum);
    }
    double decoy = intensities.get(1).meanPhotonNumber();
    if (count == 2 && decoy == 0) {
      throw new IllegalArgumentException("the only decoy must not be empty, was 0");
    }
    if (count == 3) {
      double both = decoy + intensities.get(2).meanPhotonNumber();
      double signal = intensities.get(0).meanPhotonNumber();
      if (signal <= both) {
        throw new IllegalArgumentException(
            "signal must be stronger than both decoys together (" + both + "), was " + signal);
      }
    }
  }

  private static void weaker(Intensity stronger, Intensity decoy) {
    if (decoy.meanPhotonNumber() >= stronger.meanPhotonNumber()) {
      throw new IllegalArgumentException(
          "decoy must be weaker than "
              + stronger.meanPhotonNumber()
              + ", was "
              + decoy.meanPhotonNumber());
    }
  }

  /**
   * One decoy: a place to start from, not an optimum.
   *
   * @return 0.5 and 0.15 photons per pulse, the signal 70 % of the time, basis Z 90 %
   */
  public static DecoySettings oneDecoy() {
    return new DecoySettings(0.9, List.of(new Intensity(0.5, 0.7), new Intensity(0.15, 0.3)));
  }

  /**
   * Two decoys, the weaker of 0.0002 photons per pulse, because a modulator cannot make darkness: a
   * place to start from, not an optimum.
   *
   * <p>The weaker decoy is that of Lim et al. 2014, Sec. IV.
   *
   * @return 0.5, 0.15 and 0.0002 photons per pulse, 70 %, 20 % and 10 % of the time, basis Z 90 %
   */
  public static DecoySettings twoDecoys() {
    return new DecoySettings(
        0.9, List.of(new Intensity(0.5, 0.7), new Intensity(0.15, 0.2), new Intensity(2e-4, 0.1)));
  }

  /**
   * A weak decoy and true vacuum: 0.48, 0.05 and 0 photons per pulse.
   *
   * <p>The intensities are those of the numerical example of X. Ma, B. Qi, Y. Zhao, H.-K. Lo, Phys.
   * Rev. A 72, 012326 (2005), doi:10.1103/PhysRevA.72.012326; the probabilities are ours.
   *
   * @return the settings, 80 %, 15 % and 5 % of the time, basis Z 90 %
   */
  public static DecoySettings vacuumAndWeak() {
    return new DecoySettings(
        0.9, List.of(new Intensity(0.48, 0.8), new Intensity(0.05, 0.15), new Intensity(0, 0.05)));
  }

  /**
   * The strongest of the intensities.
   *
   * @return its mean photon number and how often it is sent
   */
  public Intensity signal() {
    return intensities.get(0);
  }

  /**
   * These settings with another choice of bases.
   *
   * @param keyBasisProbability how often each chooses basis Z, above 0 and below 1
   * @return the changed settings
   */
  public DecoySettings withKeyBasisProbability(double keyBasisProbability) {
    return new DecoySettings(keyBasisProbability, intensities);
  }

  /**
   * These settings with other intensities.
   *
   * @param intensities the signal, then one or two decoys
   * @return the changed settings
   */
  public DecoySettings withIntensities(List<Intensity> intensities) {
    return new DecoySettings(keyBasisProbability, intensities);
  }

  PulseMix pulses() {
    return new PulseMix(
        intensities.stream().mapToDouble(Intensity::meanPhotonNumber).toArray(),
        intensities.stream().mapToDouble(Intensity::probability).toArray());
  }
}
