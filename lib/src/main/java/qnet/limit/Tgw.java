package qnet.limit;

import qnet.channel.Link;
import qnet.run.Require;

/**
 * An older, looser upper bound on the secret key of a lossy channel, from the squashed entanglement
 * (Takeoka, Guha, Wilde).
 *
 * <p>K ≤ log₂((1 + η)/(1 − η)), about 2.89·η for small η: twice {@link Plob}
 *
 * <p>Valid for a pure-loss bosonic channel, one optical mode per use, any number of uses, and
 * two-way public discussion.
 *
 * <p>Ignores detectors, dark counts and stray light, which can only lower what is reached.
 *
 * <p>Reference: M. Takeoka, S. Guha, M. M. Wilde, Nat. Commun. 5, 5235 (2014),
 * doi:10.1038/ncomms6235, arXiv:1504.06390, the bound for the pure-loss channel.
 */
public final class Tgw {
  private static final double LN_2 = Math.log(2);

  private Tgw() {}

  /**
   * The bound for a link.
   *
   * @param link the link, of which only the transmittance counts
   * @return secret bits per use of one optical mode; +∞ without loss
   */
  public static double bitsPerUse(Link link) {
    return bitsPerUse(link.transmittance());
  }

  /**
   * The bound for a transmittance.
   *
   * @param transmittance η, from 0 to 1
   * @return secret bits per use of one optical mode; +∞ at η = 1
   * @throws IllegalArgumentException if the transmittance is out of range
   */
  public static double bitsPerUse(double transmittance) {
    Require.probability("transmittance", transmittance);
    // Takeoka et al. 2014, pure loss, as a difference that keeps its digits at small η
    return (Math.log1p(transmittance) - Math.log1p(-transmittance)) / LN_2;
  }
}
