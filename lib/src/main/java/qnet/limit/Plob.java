package qnet.limit;

import qnet.channel.Link;
import qnet.run.Require;

/**
 * The secret-key capacity of a lossy channel: the most secret bits per use that any point-to-point
 * protocol can reach (Pirandola, Laurenza, Ottaviani, Banchi).
 *
 * <p>K = −log₂(1 − η), about 1.44·η for small η
 *
 * <p>Valid for a pure-loss bosonic channel, one optical mode per use, any number of uses, two-way
 * public discussion, and devices without any fault.
 *
 * <p>Ignores detectors, dark counts and stray light, which can only lower what is reached.
 *
 * <p>Reference: S. Pirandola, R. Laurenza, C. Ottaviani, L. Banchi, Nat. Commun. 8, 15043 (2017),
 * doi:10.1038/ncomms15043, arXiv:1510.08863, the two-way assisted capacity of the lossy channel.
 */
public final class Plob {
  private static final double LN_2 = Math.log(2);

  private Plob() {}

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
    // 0 − … so that an opaque link gives 0, not −0
    return 0 - Math.log1p(-transmittance) / LN_2; // Pirandola et al. 2017, lossy channel
  }
}
