package qnet.application;

import qnet.run.Require;

/**
 * K equal clocks that average their time, with entanglement nowhere, within each clock, or across
 * all of them.
 *
 * <p>σ ∝ 1/√(K·N), 1/(N·√K), 1/(K·N)
 *
 * <p>A network gains √K over clocks that are each entangled inside and are compared by ordinary
 * messages. It is a scaling law of clocks without decay: with noise {@link PhaseSensing} sets the
 * gain, and it does not grow with the number of clocks.
 *
 * <p>Valid for: equal clocks at the same phase, entanglement at hand at every interrogation.
 *
 * <p>Ignores: the laser, for which the paper adds a cascade of GHZ groups and a logarithm, and the
 * rate at which GHZ states can be shared, for which see {@link GhzDistribution}.
 *
 * <p>Reference: P. Kómár, E. M. Kessler, M. Bishof, L. Jiang, A. S. Sørensen, J. Ye, M. D. Lukin,
 * Nature Phys. 10, 582 (2014), doi:10.1038/nphys3000, arXiv:1310.6045; two ions, a gain close to
 * √2: B. C. Nichol et al., Nature 609, 689 (2022), doi:10.1038/s41586-022-05088-z,
 * arXiv:2111.10336.
 *
 * @param clock each clock
 * @param sites K, at least 1
 */
public record ClockNetwork(OpticalClock clock, int sites) {
  /**
   * Checks the parameters.
   *
   * @param clock each clock
   * @param sites K, at least 1
   * @throws IllegalArgumentException if there is no site
   */
  public ClockNetwork {
    Require.atLeast("sites", sites, 1);
  }

  /**
   * A network of strontium clocks.
   *
   * @param sites K
   * @return {@link OpticalClock#strontium()} at each site
   */
  public static ClockNetwork strontium(int sites) {
    return new ClockNetwork(OpticalClock.strontium(), sites);
  }

  /**
   * A network of other clocks.
   *
   * @param newClock each clock
   * @return the changed network
   */
  public ClockNetwork withClock(OpticalClock newClock) {
    return new ClockNetwork(newClock, sites);
  }

  /**
   * A network of more or fewer sites.
   *
   * @param newSites K
   * @return the changed network
   */
  public ClockNetwork withSites(int newSites) {
    return new ClockNetwork(clock, newSites);
  }

  /**
   * The instability of the mean of all clocks without any entanglement.
   *
   * @param averagingS τ
   * @return σ_y ∝ 1/√(K·N)
   */
  public double separateInstability(double averagingS) {
    return clock.instability(averagingS) / Math.sqrt(sites);
  }

  /**
   * The instability of the mean of clocks that are entangled inside, and compared by messages.
   *
   * @param averagingS τ
   * @return σ_y ∝ 1/(N·√K)
   */
  public double locallyEntangledInstability(double averagingS) {
    return clock.entangledInstability(averagingS) / Math.sqrt(sites);
  }

  /**
   * The instability with all atoms of all clocks in one state.
   *
   * @param averagingS τ
   * @return σ_y ∝ 1/(K·N)
   */
  public double networkInstability(double averagingS) {
    return clock.entangledInstability(averagingS) / sites;
  }
}
