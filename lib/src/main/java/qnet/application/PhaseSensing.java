package qnet.application;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * How well N sensors measure a phase that acts on all of them, alone or entangled in GHZ groups,
 * when light is lost or spins lose their phase.
 *
 * <p>Δφ = 1/√F in one run, 1/√(νF) in ν runs, with the Fisher information F
 *
 * <p>N sensors alone: F = N·x; in GHZ groups of k: F = N·k·xᵏ; any state: F ≤ N·x/(1 − x), F ≤ N²
 *
 * <p>where x = η under loss of each particle with transmittance η, and x = η² under dephasing that
 * leaves each sensor the coherence η. Without noise the first is the standard quantum limit 1/√N,
 * and one group of all is the Heisenberg limit 1/N. With noise no entanglement gains more than a
 * factor 1/√(1 − x), however many sensors there are.
 *
 * <p>Valid for: a small phase around a known one; independent noise, the same on all sensors; loss
 * in all arms.
 *
 * <p>Ignores: the time to make and to share the entangled state, imperfect read-out, and error
 * correction of the sensors. For frequencies the time is one more choice: see the note in {@link
 * #gain}.
 *
 * <p>Reference: V. Giovannetti, S. Lloyd, L. Maccone, Science 306, 1330 (2004),
 * doi:10.1126/science.1104149; B. M. Escher, R. L. de Matos Filho, L. Davidovich, Nature Phys. 7,
 * 406 (2011), doi:10.1038/nphys1958, arXiv:1201.1693; R. Demkowicz-Dobrzański, J. Kołodyński, M.
 * Guţă, Nat. Commun. 3, 1063 (2012), doi:10.1038/ncomms2067, arXiv:1201.3940.
 *
 * @param sensors N, at least 1
 * @param disturbance what the noise does
 * @param kept η, above 0: the transmittance, or the coherence of one sensor after the noise
 */
public record PhaseSensing(int sensors, Disturbance disturbance, double kept) {
  private static final int CHUNK = 1 << 14;

  /** What the noise does to each sensor. */
  public enum Disturbance {
    /** The particle is gone, and the measurement shows that it is. */
    LOSS,
    /** The phase is random, and the measurement does not show it. */
    DEPHASING
  }

  /**
   * Checks the parameters.
   *
   * @param sensors N, at least 1
   * @param disturbance what the noise does
   * @param kept η, above 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public PhaseSensing {
    Require.between("sensors", sensors, 1, 1 << 20);
    Require.positiveUpTo("kept", kept, 1);
  }

  /**
   * Sensors without noise.
   *
   * @param sensors N
   * @return η = 1
   */
  public static PhaseSensing ideal(int sensors) {
    return new PhaseSensing(sensors, Disturbance.DEPHASING, 1);
  }

  /**
   * Photons of which some are lost.
   *
   * @param sensors N
   * @param transmittance η
   * @return the sensors
   */
  public static PhaseSensing ofLoss(int sensors, double transmittance) {
    return new PhaseSensing(sensors, Disturbance.LOSS, transmittance);
  }

  /**
   * Spins or atoms whose phase decays.
   *
   * @param sensors N
   * @param coherence η
   * @return the sensors
   */
  public static PhaseSensing ofDephasing(int sensors, double coherence) {
    return new PhaseSensing(sensors, Disturbance.DEPHASING, coherence);
  }

  /**
   * Another number of sensors in the same noise.
   *
   * @param newSensors N
   * @return the changed sensors
   */
  public PhaseSensing withSensors(int newSensors) {
    return new PhaseSensing(newSensors, disturbance, kept);
  }

  /**
   * The same sensors under another disturbance.
   *
   * @param newDisturbance what the noise does
   * @return the changed sensors
   */
  public PhaseSensing withDisturbance(Disturbance newDisturbance) {
    return new PhaseSensing(sensors, newDisturbance, kept);
  }

  /**
   * The same sensors in stronger or weaker noise.
   *
   * @param newKept η
   * @return the changed sensors
   */
  public PhaseSensing withKept(double newKept) {
    return new PhaseSensing(sensors, disturbance, newKept);
  }

  /**
   * The standard quantum limit, of one run without noise and without entanglement.
   *
   * @return 1/√N
   */
  public double standardQuantumLimitRad() {
    return 1 / Math.sqrt(sensors);
  }

  /**
   * The Heisenberg limit, of one run without noise and with all sensors in one GHZ state.
   *
   * @return 1/N
   */
  public double heisenbergLimitRad() {
    return 1.0 / sensors;
  }

  /**
   * The phase error of one run with the sensors in GHZ groups.
   *
   * @param groupSize k, a divisor of N; 1 for sensors without entanglement
   * @return 1/√F
   * @throws IllegalArgumentException if the groups do not use all sensors
   */
  public double uncertaintyRad(int groupSize) {
    requireGroups(groupSize);
    double k = groupSize;
    return 1 / Math.sqrt(sensors * k * Math.pow(perSensor(), k));
  }

  /**
   * The least phase error of one run that any state of the sensors allows.
   *
   * @return 1/√F of the bound
   */
  public double uncertaintyBoundRad() {
    double x = perSensor();
    double noisy = Math.sqrt((1 - x) / (x * sensors)); // Demkowicz-Dobrzański et al. 2012
    return Math.max(heisenbergLimitRad(), noisy);
  }

  /**
   * By how much GHZ groups reduce the phase error, at equal noise.
   *
   * <p>For a frequency measured with spins that dephase at a constant rate, entangled and separate
   * sensors each have their own best time, and the gain of one GHZ state is then exactly none (S.
   * F. Huelga et al., Phys. Rev. Lett. 79, 3865 (1997), doi:10.1103/PhysRevLett.79.3865).
   *
   * @param groupSize k, a divisor of N
   * @return the error of separate sensors over that of the groups; below 1 if they make it worse
   * @throws IllegalArgumentException if the groups do not use all sensors
   */
  public double gain(int groupSize) {
    return uncertaintyRad(1) / uncertaintyRad(groupSize);
  }

  /**
   * The group size with the least error, among those that use all sensors.
   *
   * @return the divisor k of N at which k·xᵏ is largest
   */
  public int bestGroupSize() {
    return IntStream.rangeClosed(1, sensors)
        .filter(k -> sensors % k == 0)
        .reduce(1, (best, k) -> uncertaintyRad(k) < uncertaintyRad(best) ? k : best);
  }

  /**
   * The most that any entanglement can gain over the same sensors alone.
   *
   * @return at most 1/√(1 − x)
   */
  public double gainBound() {
    return uncertaintyRad(1) / uncertaintyBoundRad();
  }

  /** x: how much of the information of one sensor the noise leaves. */
  private double perSensor() {
    return disturbance == Disturbance.LOSS ? kept : kept * kept;
  }

  /**
   * Measures the phase error of one run: draws the fate of every sensor of a GHZ group, finds the
   * contrast of the fringe from the parities at its top, and divides the scatter by the slope.
   *
   * @param groupSize k, a divisor of N
   * @param trials how many groups are measured, at least 1
   * @param rng the source of randomness
   * @return the phase error of one run of all N sensors, in rad; infinite if no contrast was seen
   * @throws IllegalArgumentException if the groups do not use all sensors
   */
  public Estimate simulate(int groupSize, long trials, RandomGenerator rng) {
    requireGroups(groupSize);
    long[] parities =
        Parallel.counts(
            trials,
            CHUNK,
            rng,
            2,
            (random, counts) -> {
              int parity = parity(groupSize, random);
              if (parity != 0) {
                counts[parity > 0 ? 0 : 1]++;
              }
            });
    return scatterOverSlope(groupSize, parities[0], parities[1], trials);
  }

  /** The parity at the top of the fringe: +1, −1 after an odd number of flips, 0 after a loss. */
  private int parity(int groupSize, RandomGenerator random) {
    int parity = 1;
    for (int i = 0; i < groupSize; i++) {
      if (disturbance == Disturbance.LOSS) {
        parity = random.nextDouble() < kept ? parity : 0;
      } else {
        parity = random.nextDouble() < (1 - kept) / 2 ? -parity : parity;
      }
    }
    return parity;
  }

  /** √s/(k·C) for one group, with the fraction s of groups that answer and the contrast C. */
  private Estimate scatterOverSlope(int groupSize, long plus, long minus, long trials) {
    double answered = (double) (plus + minus) / trials;
    double contrast = (double) (plus - minus) / trials;
    double groups = (double) sensors / groupSize;
    double value = Math.sqrt(answered / groups) / (groupSize * contrast);
    if (!(contrast > 0)) {
      return Estimate.ofMoments(Double.POSITIVE_INFINITY, 0, Math.max(2, trials));
    }
    double relativeVariance =
        answered / (contrast * contrast) - 0.75 / answered - 0.25; // of √s/C, first order
    return Estimate.ofMoments(value, value * value * relativeVariance, Math.max(2, trials));
  }

  private void requireGroups(int groupSize) {
    if (groupSize < 1 || sensors % groupSize != 0) {
      throw new IllegalArgumentException(
          "groupSize must divide " + sensors + " sensors, was " + groupSize);
    }
  }
}
