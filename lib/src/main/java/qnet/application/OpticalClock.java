package qnet.application;

import qnet.run.Require;

/**
 * An optical clock whose noise is only the projection noise of its atoms.
 *
 * <p>σ_y(τ) = 1/(2πν·√(N·T·τ)) for N atoms apart, 1/(2πν·N·√(T·τ)) for N in one GHZ state
 *
 * <p>Two clocks at heights that differ by H tick differently by gH/c², so that a clock with
 * instability σ_y resolves H = σ_y·c²/g: 9 mm at 10⁻¹⁸.
 *
 * <p>Valid for: an interrogation without dead time, shorter than the coherence of laser and atoms.
 *
 * <p>Ignores: noise of the laser, systematic shifts, and the decay of entangled atoms, for which
 * see {@link PhaseSensing}.
 *
 * <p>Reference: W. M. Itano et al., Phys. Rev. A 47, 3554 (1993), doi:10.1103/PhysRevA.47.3554;
 * scaling as in P. Kómár et al., Nature Phys. 10, 582 (2014), arXiv:1310.6045.
 *
 * @param frequencyHz ν of the clock transition
 * @param atoms N, at least 1
 * @param interrogationS T of one interrogation
 */
public record OpticalClock(double frequencyHz, int atoms, double interrogationS) {
  private static final double SPEED_OF_LIGHT_M_PER_S = 299_792_458;
  private static final double STANDARD_GRAVITY = 9.80665;

  /**
   * Checks the parameters.
   *
   * @param frequencyHz ν, above 0
   * @param atoms N, at least 1
   * @param interrogationS T, above 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public OpticalClock {
    Require.positive("frequencyHz", frequencyHz);
    Require.atLeast("atoms", atoms, 1);
    Require.positive("interrogationS", interrogationS);
  }

  /**
   * Strontium-87 in a lattice: the frequency of the BIPM's recommended values, 1000 atoms and one
   * second assumed.
   *
   * @return 429.228 THz
   */
  public static OpticalClock strontium() {
    return new OpticalClock(429_228_004_229_873.0, 1000, 1);
  }

  /**
   * The same clock on another transition.
   *
   * @param newFrequencyHz ν
   * @return the changed clock
   */
  public OpticalClock withFrequencyHz(double newFrequencyHz) {
    return new OpticalClock(newFrequencyHz, atoms, interrogationS);
  }

  /**
   * The same clock with more or fewer atoms.
   *
   * @param newAtoms N
   * @return the changed clock
   */
  public OpticalClock withAtoms(int newAtoms) {
    return new OpticalClock(frequencyHz, newAtoms, interrogationS);
  }

  /**
   * The same clock with another interrogation time.
   *
   * @param newInterrogationS T
   * @return the changed clock
   */
  public OpticalClock withInterrogationS(double newInterrogationS) {
    return new OpticalClock(frequencyHz, atoms, newInterrogationS);
  }

  /**
   * The instability with atoms that are not entangled.
   *
   * @param averagingS τ
   * @return σ_y, at the standard quantum limit
   */
  public double instability(double averagingS) {
    return instability(PhaseSensing.ideal(atoms).standardQuantumLimitRad(), averagingS);
  }

  /**
   * The instability with all atoms in one GHZ state that does not decay.
   *
   * @param averagingS τ
   * @return σ_y, at the Heisenberg limit
   */
  public double entangledInstability(double averagingS) {
    return instability(PhaseSensing.ideal(atoms).heisenbergLimitRad(), averagingS);
  }

  /**
   * The instability that a phase error of one interrogation leaves.
   *
   * @param uncertaintyRad Δφ of one interrogation, as of {@link PhaseSensing}
   * @param averagingS τ
   * @return Δφ/(2πν·√(T·τ))
   */
  double instability(double uncertaintyRad, double averagingS) {
    Require.positive("averagingS", averagingS);
    return uncertaintyRad / (2 * Math.PI * frequencyHz * Math.sqrt(interrogationS * averagingS));
  }

  /**
   * The difference in height whose change of the rate equals the instability.
   *
   * @param averagingS τ
   * @return σ_y·c²/g
   */
  public double heightM(double averagingS) {
    return instability(averagingS)
        * SPEED_OF_LIGHT_M_PER_S
        * SPEED_OF_LIGHT_M_PER_S
        / STANDARD_GRAVITY;
  }
}
