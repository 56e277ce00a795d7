package qnet.limit;

import java.util.List;
import qnet.channel.Link;
import qnet.run.Require;

/**
 * The most secret bits per use of a line with stations on it: the capacity of its worst stretch
 * (Pirandola).
 *
 * <p>K = −log₂(1 − η^(1/(N+1)))
 *
 * <p>for N stations that cut a link of transmittance η into N + 1 equal stretches. With N = 0 this
 * is {@link Plob}; with N = 1 it is the bound for every protocol with a station in the middle, the
 * twin-field family above all, about 1.44·√η.
 *
 * <p>Valid for pure-loss stretches in a row, one optical mode per use, any number of uses, and
 * stations that may do whatever quantum mechanics allows, with memories of any lifetime.
 *
 * <p>Ignores detectors, dark counts and stray light, which can only lower what is reached.
 *
 * <p>Reference: S. Pirandola, Commun. Phys. 2, 51 (2019), doi:10.1038/s42005-019-0147-3,
 * arXiv:1601.00966, the capacity of a chain of lossy channels.
 */
public final class RepeaterBound {
  private RepeaterBound() {}

  /**
   * The bound for a link with stations at equal distances.
   *
   * @param link the link from end to end, of which only the transmittance counts
   * @param stations how many stations stand on it, ≥ 0
   * @return secret bits per use of one optical mode; +∞ without loss
   * @throws IllegalArgumentException if {@code stations} is negative
   */
  public static double bitsPerUse(Link link, int stations) {
    Require.atLeast("stations", stations, 0);
    // Pirandola 2019: the minimum over the stretches, all of which have η^(1/(N+1))
    return Plob.bitsPerUse(Math.pow(link.transmittance(), 1.0 / (stations + 1)));
  }

  /**
   * The bound for one station between two arms that may differ.
   *
   * @param alice the arm from Alice to the station
   * @param bob the arm from Bob to the station
   * @return secret bits per use of one optical mode in each arm
   */
  public static double bitsPerUse(Link alice, Link bob) {
    return Math.min(Plob.bitsPerUse(alice), Plob.bitsPerUse(bob));
  }

  /**
   * The bound for stretches in a row that may all differ.
   *
   * @param stretches the links between one station and the next, at least one
   * @return secret bits per use of one optical mode in each stretch: that of the worst one
   * @throws IllegalArgumentException if there is no stretch
   */
  public static double bitsPerUse(List<? extends Link> stretches) {
    return stretches.stream()
        .mapToDouble(Plob::bitsPerUse)
        .min()
        .orElseThrow(
            () -> new IllegalArgumentException("stretches must be at least one, were none"));
  }
}
