package qnet.repeater;

import qnet.channel.Link;
import qnet.run.Require;
import qnet.state.BellDiagonal;

/**
 * A pair heralded by one click in the middle: each station is excited so weakly that a click means
 * one photon, from nobody knows where.
 *
 * <p>p = 2α·η_half, F = 1 − α
 *
 * <p>with the bright-state population α and η_half = η_station·√η for a link of transmittance η.
 * The rate falls with √η where two clicks fall with η; brighter stations are faster and worse. The
 * error, both stations bright, is a flip of one qubit.
 *
 * <p>Valid for α ≪ 1 and lossy links, η_half ≪ 1, where both photons almost never arrive together.
 *
 * <p>Ignores dark counts and the drift of the optical phase between the two halves.
 *
 * <p>Reference: C. Cabrillo, J. I. Cirac, P. García-Fernández, P. Zoller, Phys. Rev. A 59, 1025
 * (1999), doi:10.1103/PhysRevA.59.1025; as used by P. C. Humphreys et al., Nature 558, 268 (2018),
 * doi:10.1038/s41586-018-0200-5.
 *
 * @param efficiency η_station: probability that a photon is collected, coupled and, if it arrives,
 *     detected, from 0 to 1
 * @param brightPopulation α, above 0 and up to 0.5
 * @param clockMs shortest time from attempt to attempt that the stations can do, in milliseconds,
 *     above 0
 */
public record OnePhotonHeralding(double efficiency, double brightPopulation, double clockMs)
    implements Heralding {
  /**
   * Checks the components.
   *
   * @param efficiency as above
   * @param brightPopulation as above
   * @param clockMs as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public OnePhotonHeralding {
    Require.probability("efficiency", efficiency);
    Require.positiveUpTo("brightPopulation", brightPopulation, 0.5);
    Require.positive("clockMs", clockMs);
  }

  /**
   * Stations without losses at 1 MHz, excited by 5 %.
   *
   * @return the heralding
   */
  public static OnePhotonHeralding ideal() {
    return new OnePhotonHeralding(1, 0.05, 1e-3);
  }

  /**
   * This heralding with other stations.
   *
   * @param efficiency probability that a photon is collected, coupled and detected, from 0 to 1
   * @return the changed heralding
   */
  public OnePhotonHeralding withEfficiency(double efficiency) {
    return new OnePhotonHeralding(efficiency, brightPopulation, clockMs);
  }

  /**
   * This heralding with another excitation.
   *
   * @param brightPopulation α, above 0 and up to 0.5
   * @return the changed heralding
   */
  public OnePhotonHeralding withBrightPopulation(double brightPopulation) {
    return new OnePhotonHeralding(efficiency, brightPopulation, clockMs);
  }

  /**
   * This heralding with another clock.
   *
   * @param clockMs shortest time from attempt to attempt, in milliseconds, above 0
   * @return the changed heralding
   */
  public OnePhotonHeralding withClockMs(double clockMs) {
    return new OnePhotonHeralding(efficiency, brightPopulation, clockMs);
  }

  @Override
  public Segment over(Link link) {
    double half = efficiency * Math.sqrt(link.transmittance());
    double p = Math.min(1, 2 * brightPopulation * half); // Cabrillo et al. 1999, one click
    double attemptTimeMs = Math.max(clockMs, link.latencyMs());
    var pair = BellDiagonal.perfect().bitFlipped(brightPopulation);
    return new Segment(p, attemptTimeMs, link.latencyMs(), 1, pair);
  }
}
