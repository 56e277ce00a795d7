package qnet.repeater;

import qnet.channel.Link;
import qnet.run.Require;
import qnet.state.BellDiagonal;

/**
 * A pair heralded by two clicks in the middle (Barrett and Kok, and every Bell measurement of two
 * photons with linear optics): each station sends a photon that is entangled with its memory.
 *
 * <p>p = ½·η_half², η_half = η_station·√η
 *
 * <p>for a link of transmittance η; the photons travel to the middle and the answer back, together
 * one latency of the link, or one clock period if that is longer.
 *
 * <p>Valid for photons whose loss is noticed, which lowers p and not the fidelity.
 *
 * <p>Ignores dark counts; photons that are not alike belong into the fidelity.
 *
 * <p>Reference: S. D. Barrett, P. Kok, Phys. Rev. A 71, 060310(R) (2005),
 * doi:10.1103/PhysRevA.71.060310, arXiv:quant-ph/0408040.
 *
 * @param efficiency η_station: probability that a photon is collected, coupled and, if it arrives,
 *     detected, from 0 to 1
 * @param fidelity fidelity of the heralded pair, its three errors alike, from 0.25 to 1
 * @param clockMs shortest time from attempt to attempt that the stations can do, in milliseconds,
 *     above 0
 */
public record TwoPhotonHeralding(double efficiency, double fidelity, double clockMs)
    implements Heralding {
  /**
   * Checks the components.
   *
   * @param efficiency as above
   * @param fidelity as above
   * @param clockMs as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public TwoPhotonHeralding {
    Require.probability("efficiency", efficiency);
    Require.between("fidelity", fidelity, 0.25, 1);
    Require.positive("clockMs", clockMs);
  }

  /**
   * Stations without losses and faults, at 1 MHz: the most that linear optics allows.
   *
   * @return the heralding
   */
  public static TwoPhotonHeralding ideal() {
    return new TwoPhotonHeralding(1, 1, 1e-3);
  }

  /**
   * This heralding with other stations.
   *
   * @param efficiency probability that a photon is collected, coupled and detected, from 0 to 1
   * @return the changed heralding
   */
  public TwoPhotonHeralding withEfficiency(double efficiency) {
    return new TwoPhotonHeralding(efficiency, fidelity, clockMs);
  }

  /**
   * This heralding with other pairs.
   *
   * @param fidelity fidelity of the heralded pair, from 0.25 to 1
   * @return the changed heralding
   */
  public TwoPhotonHeralding withFidelity(double fidelity) {
    return new TwoPhotonHeralding(efficiency, fidelity, clockMs);
  }

  /**
   * This heralding with another clock.
   *
   * @param clockMs shortest time from attempt to attempt, in milliseconds, above 0
   * @return the changed heralding
   */
  public TwoPhotonHeralding withClockMs(double clockMs) {
    return new TwoPhotonHeralding(efficiency, fidelity, clockMs);
  }

  @Override
  public Segment over(Link link) {
    double half = efficiency * Math.sqrt(link.transmittance());
    double p = half * half / 2; // Barrett and Kok 2005, both photons and half of the Bell states
    double attemptTimeMs = Math.max(clockMs, link.latencyMs());
    return new Segment(p, attemptTimeMs, link.latencyMs(), 2, BellDiagonal.werner(fidelity));
  }
}
