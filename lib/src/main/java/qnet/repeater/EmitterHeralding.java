package qnet.repeater;

import qnet.channel.Link;
import qnet.run.Require;
import qnet.state.BellDiagonal;

/**
 * A pair from a deterministic emitter: one station sends a photon entangled with its memory through
 * the whole link, the other catches it and answers.
 *
 * <p>p = η_station·η
 *
 * <p>for a link of transmittance η. No Bell measurement halves p, but the answer takes a latency
 * more: two per attempt.
 *
 * <p>Valid for emitters that give one photon at each attempt, and receivers that notice its arrival
 * without measuring it.
 *
 * <p>Ignores dark counts.
 *
 * <p>Reference: N. Sangouard, C. Simon, H. de Riedmatten, N. Gisin, Rev. Mod. Phys. 83, 33 (2011),
 * doi:10.1103/RevModPhys.83.33, arXiv:0906.2699; C. Jones, D. Kim, M. T. Rakher, P. G. Kwiat, T. D.
 * Ladd, New J. Phys. 18, 083015 (2016), doi:10.1088/1367-2630/18/8/083015, for the comparison of
 * the two geometries.
 *
 * @param efficiency η_station: probability that the photon is emitted, coupled and, if it arrives,
 *     caught, from 0 to 1
 * @param fidelity fidelity of the heralded pair, its three errors alike, from 0.25 to 1
 * @param clockMs shortest time from attempt to attempt that the stations can do, in milliseconds,
 *     above 0
 */
public record EmitterHeralding(double efficiency, double fidelity, double clockMs)
    implements Heralding {
  /**
   * Checks the components.
   *
   * @param efficiency as above
   * @param fidelity as above
   * @param clockMs as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public EmitterHeralding {
    Require.probability("efficiency", efficiency);
    Require.between("fidelity", fidelity, 0.25, 1);
    Require.positive("clockMs", clockMs);
  }

  /**
   * Stations without losses and faults, at 1 MHz.
   *
   * @return the heralding
   */
  public static EmitterHeralding ideal() {
    return new EmitterHeralding(1, 1, 1e-3);
  }

  /**
   * This heralding with other stations.
   *
   * @param efficiency probability that the photon is emitted, coupled and caught, from 0 to 1
   * @return the changed heralding
   */
  public EmitterHeralding withEfficiency(double efficiency) {
    return new EmitterHeralding(efficiency, fidelity, clockMs);
  }

  /**
   * This heralding with other pairs.
   *
   * @param fidelity fidelity of the heralded pair, from 0.25 to 1
   * @return the changed heralding
   */
  public EmitterHeralding withFidelity(double fidelity) {
    return new EmitterHeralding(efficiency, fidelity, clockMs);
  }

  /**
   * This heralding with another clock.
   *
   * @param clockMs shortest time from attempt to attempt, in milliseconds, above 0
   * @return the changed heralding
   */
  public EmitterHeralding withClockMs(double clockMs) {
    return new EmitterHeralding(efficiency, fidelity, clockMs);
  }

  @Override
  public Segment over(Link link) {
    double p = efficiency * link.transmittance(); // Jones et al. 2016, sender and receiver
    double attemptTimeMs = Math.max(clockMs, 2 * link.latencyMs());
    return new Segment(p, attemptTimeMs, link.latencyMs(), 2, BellDiagonal.werner(fidelity));
  }
}
