package qnet.repeater;

import java.util.Objects;
import qnet.channel.Link;
import qnet.qkd.KeyRate;
import qnet.qkd.QkdProtocol;
import qnet.run.Require;
import qnet.state.Entropy;

/**
 * A third-generation repeater: encoded qubits fly from station to station, each of which corrects
 * the loss and sends them on. Nothing waits for an answer.
 *
 * <p>K = Pᴿ·(1 − 2h(Q))/t₀, Q = (1 − (1 − 2e)ᴿ)/2
 *
 * <p>with R hops, the survival P of a {@link ParityCode} per hop, an error rate e of the encoded
 * qubit per station and a station cycle t₀.
 *
 * <p>Valid for stations that say when a block was lost beyond repair; photons arrive with η_station
 * times the transmittance of a hop, which must be above ½, so that stations stand closer than 15 km
 * in standard fibre.
 *
 * <p>Ignores how e follows from the errors of gates and of single photons: it is a number given.
 *
 * <p>Reference: S. Muralidharan, L. Li, J. Kim, N. Lütkenhaus, M. D. Lukin, L. Jiang, Sci. Rep. 6,
 * 20463 (2016), doi:10.1038/srep20463; W. J. Munro, A. M. Stephens, S. J. Devitt, K. A. Harrison,
 * K. Nemoto, Nat. Photonics 6, 777 (2012), doi:10.1038/nphoton.2012.243.
 *
 * @param code the code against loss
 * @param hops R, into how many equal hops a link is cut, at least 1
 * @param stationEfficiency η_station: probability that a photon gets through a station, from 0 to 1
 * @param errorPerStation e, along Z and along X each, from 0 to 0.5
 * @param cycleTimeUs t₀, time from one encoded qubit to the next, in microseconds, above 0
 */
public record OneWayRepeater(
    ParityCode code, int hops, double stationEfficiency, double errorPerStation, double cycleTimeUs)
    implements QkdProtocol {
  /**
   * Checks the components.
   *
   * @param code as above
   * @param hops as above
   * @param stationEfficiency as above
   * @param errorPerStation as above
   * @param cycleTimeUs as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public OneWayRepeater {
    Objects.requireNonNull(code);
    Require.atLeast("hops", hops, 1);
    Require.probability("stationEfficiency", stationEfficiency);
    Require.between("errorPerStation", errorPerStation, 0, 0.5);
    Require.positive("cycleTimeUs", cycleTimeUs);
  }

  /**
   * Stations without losses and errors that send a qubit per microsecond, in a code of 18 photons.
   *
   * @param hops into how many equal hops a link is cut, at least 1
   * @return the repeater
   */
  public static OneWayRepeater ideal(int hops) {
    return new OneWayRepeater(ParityCode.standard(), hops, 1, 0, 1);
  }

  /**
   * This repeater with another code.
   *
   * @param code the code against loss
   * @return the changed repeater
   */
  public OneWayRepeater withCode(ParityCode code) {
    return new OneWayRepeater(code, hops, stationEfficiency, errorPerStation, cycleTimeUs);
  }

  /**
   * This repeater with another number of hops.
   *
   * @param hops into how many equal hops a link is cut, at least 1
   * @return the changed repeater
   */
  public OneWayRepeater withHops(int hops) {
    return new OneWayRepeater(code, hops, stationEfficiency, errorPerStation, cycleTimeUs);
  }

  /**
   * This repeater with other stations.
   *
   * @param stationEfficiency probability that a photon gets through a station, from 0 to 1
   * @return the changed repeater
   */
  public OneWayRepeater withStationEfficiency(double stationEfficiency) {
    return new OneWayRepeater(code, hops, stationEfficiency, errorPerStation, cycleTimeUs);
  }

  /**
   * This repeater with another error rate.
   *
   * @param errorPerStation along Z and along X each, from 0 to 0.5
   * @return the changed repeater
   */
  public OneWayRepeater withErrorPerStation(double errorPerStation) {
    return new OneWayRepeater(code, hops, stationEfficiency, errorPerStation, cycleTimeUs);
  }

  /**
   * This repeater with another cycle.
   *
   * @param cycleTimeUs time from one encoded qubit to the next, in microseconds, above 0
   * @return the changed repeater
   */
  public OneWayRepeater withCycleTimeUs(double cycleTimeUs) {
    return new OneWayRepeater(code, hops, stationEfficiency, errorPerStation, cycleTimeUs);
  }

  /** The key rate. One use is one optical mode: two per photon of an encoded qubit. */
  @Override
  public KeyRate over(Link link) {
    double eta = stationEfficiency * Stretch.of(link, hops).transmittance();
    double arrives = Math.pow(code.successProbability(eta), hops);
    double qber = (1 - Math.pow(1 - 2 * errorPerStation, hops)) / 2;
    double fraction = Math.max(0, 1 - 2 * Entropy.binary(qber));
    double modes = 2.0 * code.photons();
    double bitsPerUse = arrives * fraction / modes; // Muralidharan et al. 2016, third generation
    String limit =
        fraction == 0
            ? "errors of the stations"
            : eta <= 0.5 ? "more than half of the photons lost per hop" : "loss beyond the code";
    return new KeyRate(bitsPerUse, modes * 1e6 / cycleTimeUs, arrives, qber, limit);
  }
}
