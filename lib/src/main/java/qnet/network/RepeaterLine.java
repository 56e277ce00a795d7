package qnet.network;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Memory;
import qnet.limit.RepeaterBound;
import qnet.qkd.KeyRate;
import qnet.qkd.QkdProtocol;
import qnet.repeater.Chain;
import qnet.repeater.TwoPhotonHeralding;
import qnet.run.Require;
import qnet.state.Werner;

/**
 * A line of quantum repeaters that nobody can build yet, out of stated devices: pairs from end to
 * end, and the key that they make.
 *
 * <p>K = max K(n) over n ≤ N segments
 *
 * <p>with the key per second K(n) of a {@link Chain} of n equal segments. A demand of D bit/s takes
 * m = ⌈D/K(n)⌉ such chains side by side. Nobody knows a price, so a plan takes the n with the
 * smallest n·m: the fewest sets of equipment for a segment.
 *
 * <p>Valid for chains with a closed form: swaps as soon as possible that always work, no cut-off,
 * no purification. {@link qnet.repeater.ChainSearch} looks among the others.
 *
 * <p>Ignores what {@link Chain} ignores; a segment of fibre shared by several chains.
 *
 * <p>Reference: H.-J. Briegel, W. Dür, J. I. Cirac, P. Zoller, Phys. Rev. Lett. 81, 5932 (1998),
 * doi:10.1103/PhysRevLett.81.5932, arXiv:quant-ph/9803056; S. Pirandola, Commun. Phys. 2, 51
 * (2019), doi:10.1038/s42005-019-0147-3, for the bound.
 *
 * @param devices heralding, memories and swaps; link and number of segments do not count
 * @param mostSegments into how many segments a line may be cut, at least 1
 * @param assumption the devices in words, for the plan
 */
public record RepeaterLine(Chain devices, int mostSegments, String assumption)
    implements QkdProtocol {
  private static final double CLOCK_HZ = 1e9;
  private static final String TOO_FAR =
      "pairs come too rarely over few segments, and too noisy over many";

  /**
   * Checks the components.
   *
   * @param devices as above
   * @param mostSegments as above
   * @param assumption as above
   * @throws IllegalArgumentException if the chain has no closed form, or a component is out of its
   *     range
   */
  public RepeaterLine {
    if (devices.withSegments(4).closedForm().isEmpty()) {
      throw new IllegalArgumentException(
          "devices must swap as soon as possible and always, without cut-off and purification, was "
              + devices);
    }
    Require.atLeast("mostSegments", mostSegments, 1);
    Require.text("assumption", assumption);
  }

  /**
   * Devices far beyond those of today: an assumption, not a forecast.
   *
   * <p>Memories with T₂ of one second and 100 modes that lose nothing, stations that catch and
   * detect 80 % of their photons, heralded pairs of 99.5 %, swaps without errors that always work,
   * at most 128 segments.
   *
   * @return the line
   */
  public static RepeaterLine future() {
    return new RepeaterLine(
        Chain.ideal()
            .withHeralding(TwoPhotonHeralding.ideal().withEfficiency(0.8).withFidelity(0.995))
            .withMemory(Memory.dephasing(1000).withModes(100)),
        128,
        "assumes T₂ of 1 s, 100 modes, stations of 80 %, pairs of 99.5 %, perfect swaps");
  }

  /**
   * This line with other devices.
   *
   * @param devices heralding, memories and swaps
   * @return the changed line; its assumption in words stays
   */
  public RepeaterLine withDevices(Chain devices) {
    return new RepeaterLine(devices, mostSegments, assumption);
  }

  /**
   * This line with more or fewer segments.
   *
   * @param mostSegments into how many segments a line may be cut, at least 1
   * @return the changed line
   */
  public RepeaterLine withMostSegments(int mostSegments) {
    return new RepeaterLine(devices, mostSegments, assumption);
  }

  /**
   * This line with its devices in other words.
   *
   * @param assumption the devices in words
   * @return the changed line
   */
  public RepeaterLine withAssumption(String assumption) {
    return new RepeaterLine(devices, mostSegments, assumption);
  }

  /**
   * The chain that makes the most key over a link.
   *
   * @param link from end to end
   * @return the chain, with as few segments as give this key; one segment if there is none
   */
  public Chain chain(Link link) {
    return chains(link)
        .reduce((best, next) -> bitsPerSecond(next) > bitsPerSecond(best) ? next : best)
        .orElseThrow();
  }

  private Stream<Chain> chains(Link link) {
    return IntStream.rangeClosed(1, mostSegments).mapToObj(devices.withLink(link)::withSegments);
  }

  private static double bitsPerSecond(Chain chain) {
    return chain.average().keyRate().bitsPerSecond();
  }

  @Override
  public KeyRate over(Link link) {
    return chain(link).average().keyRate();
  }

  /**
   * The pair that the chain over an edge delivers, twirled to a Werner state of its fidelity: what
   * {@link RouteMetric#mostEntanglement} asks for.
   *
   * @param edge the edge
   * @return the pair; noise without visibility if nothing is known of the link
   */
  public Werner pair(Edge edge) {
    return Double.isNaN(edge.link().transmittance())
        ? Werner.ofVisibility(0)
        : Werner.ofFidelity(chain(edge.link()).average().fidelity());
  }

  /** The fewest sets of equipment for a segment that meet a demand. */
  LinePlan plan(Fiber line, double bitsPerSecond) {
    return chains(line)
        .map(chain -> plan(line, chain.segments(), bitsPerSecond(chain), bitsPerSecond))
        .filter(plan -> plan.systems() <= LineDesign.MOST_SYSTEMS)
        .min(Comparator.comparingLong(plan -> plan.spans() * plan.systems()))
        .orElseGet(() -> LinePlan.impossible("repeaters", line.lengthKm(), TOO_FAR));
  }

  private LinePlan plan(Fiber line, int segments, double rate, double bitsPerSecond) {
    long chains = (long) Math.ceil(bitsPerSecond / rate);
    return unpriced("repeaters", line, segments, chains, chains * rate, assumption);
  }

  /** As few perfect stations as nature allows. */
  static LinePlan bound(Fiber line, double bitsPerSecond) {
    int stations = 0;
    while (RepeaterBound.bitsPerUse(line, stations) * CLOCK_HZ < bitsPerSecond) {
      stations++;
    }
    return unpriced(
        "repeaters, at best",
        line,
        stations + 1,
        1,
        RepeaterBound.bitsPerUse(line, stations) * CLOCK_HZ,
        "the bound for perfect repeaters at 1 GHz");
  }

  private static LinePlan unpriced(
      String name, Fiber line, int segments, long systems, double bitsPerSecond, String remark) {
    return new LinePlan(
        name,
        line.lengthKm(),
        segments,
        line.lengthKm() / segments,
        systems,
        0,
        bitsPerSecond,
        Double.NaN,
        CostRange.UNKNOWN,
        remark + "; there are none, and no price");
  }
}
