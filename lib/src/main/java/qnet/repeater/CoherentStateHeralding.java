package qnet.repeater;

import qnet.channel.Link;
import qnet.run.Require;
import qnet.state.BellDiagonal;

/**
 * A pair from a pulse of laser light, the link of the hybrid repeater: the qubit of one station
 * turns the phase of the pulse, the other station tells the two coherent states apart without
 * error, or learns that it could not.
 *
 * <p>p = 1 − (2F − 1)^(η/(1 − η))
 *
 * <p>for a link of transmittance η. It follows from the overlap e^(−2|γ|²) of coherent states ±γ:
 * the lost part of the light tells the channel so much about the qubit that 2F − 1 = e^(−2(1 −
 * η)|γ|²), and the part that arrives is told apart with probability 1 − e^(−2η|γ|²) at best.
 * Brighter pulses are faster and worse. The error is a phase flip.
 *
 * <p>Valid for a perfect phase reference and the best discrimination that quantum mechanics allows.
 *
 * <p>Ignores dark counts, and losses between qubit and pulse other than η_station.
 *
 * <p>References: P. van Loock, T. D. Ladd, K. Sanaka, F. Yamaguchi, K. Nemoto, W. J. Munro, Y.
 * Yamamoto, Phys. Rev. Lett. 96, 240501 (2006), doi:10.1103/PhysRevLett.96.240501, for the scheme;
 * A. Peres, Phys. Lett. A 128, 19 (1988), doi:10.1016/0375-9601(88)91034-1, for the discrimination;
 * the formula is derived here.
 *
 * @param efficiency η_station: fraction of the light that passes both stations, from 0 to 1
 * @param fidelity F of the heralded pair, by the choice of the brightness, above 0.5 and below 1
 * @param clockMs shortest time from attempt to attempt that the stations can do, in milliseconds,
 *     above 0
 */
public record CoherentStateHeralding(double efficiency, double fidelity, double clockMs)
    implements Heralding {
  /**
   * Checks the components.
   *
   * @param efficiency as above
   * @param fidelity as above
   * @param clockMs as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public CoherentStateHeralding {
    Require.probability("efficiency", efficiency);
    if (!(fidelity > 0.5 && fidelity < 1)) {
      throw new IllegalArgumentException("fidelity must be > 0.5 and < 1, was " + fidelity);
    }
    Require.positive("clockMs", clockMs);
  }

  /**
   * Stations without losses at 1 MHz, with pulses for pairs of fidelity 0.9.
   *
   * @return the heralding
   */
  public static CoherentStateHeralding ideal() {
    return new CoherentStateHeralding(1, 0.9, 1e-3);
  }

  /**
   * This heralding with other stations.
   *
   * @param efficiency fraction of the light that passes both stations, from 0 to 1
   * @return the changed heralding
   */
  public CoherentStateHeralding withEfficiency(double efficiency) {
    return new CoherentStateHeralding(efficiency, fidelity, clockMs);
  }

  /**
   * This heralding with brighter or fainter pulses.
   *
   * @param fidelity of the heralded pair, above 0.5 and below 1
   * @return the changed heralding
   */
  public CoherentStateHeralding withFidelity(double fidelity) {
    return new CoherentStateHeralding(efficiency, fidelity, clockMs);
  }

  /**
   * This heralding with another clock.
   *
   * @param clockMs shortest time from attempt to attempt, in milliseconds, above 0
   * @return the changed heralding
   */
  public CoherentStateHeralding withClockMs(double clockMs) {
    return new CoherentStateHeralding(efficiency, fidelity, clockMs);
  }

  @Override
  public Segment over(Link link) {
    double eta = efficiency * link.transmittance();
    // Peres 1988: 1 − overlap; the overlap is that which the channel leaves
    double p = -StrictMath.expm1(eta / (1 - eta) * StrictMath.log(2 * fidelity - 1));
    double attemptTimeMs = Math.max(clockMs, 2 * link.latencyMs());
    var pair = BellDiagonal.perfect().dephased(1 - fidelity);
    return new Segment(p, attemptTimeMs, link.latencyMs(), 1, pair);
  }
}
