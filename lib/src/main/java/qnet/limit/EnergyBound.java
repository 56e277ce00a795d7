package qnet.limit;

import qnet.channel.Link;
import qnet.run.Require;

/**
 * The secret bits per use of a lossy channel when the sender may use only so many photons.
 *
 * <p>g(N) − g((1 − η)·N) ≤ K ≤ g((1 + η)·N/2) − g((1 − η)·N/2)
 *
 * <p>g(x) = (x + 1)·log₂(x + 1) − x·log₂ x
 *
 * <p>for N photons per use on average. The lower bound is reached by reverse reconciliation of a
 * two-mode squeezed state. Without a limit on N they become {@link Plob} and {@link Tgw}: a few
 * photons are enough to come near them, so more light does not help.
 *
 * <p>Valid for: a pure-loss bosonic channel, one optical mode per use, any number of uses.
 *
 * <p>Ignores: detectors and noise.
 *
 * <p>References: R. García-Patrón, S. Pirandola, S. Lloyd, J. H. Shapiro, Phys. Rev. Lett. 102,
 * 210501 (2009), doi:10.1103/PhysRevLett.102.210501, reverse coherent information of the lossy
 * channel; M. Takeoka, S. Guha, M. M. Wilde, Nat. Commun. 5, 5235 (2014), doi:10.1038/ncomms6235,
 * squashed entanglement at mean photon number N.
 */
public final class EnergyBound {
  private EnergyBound() {}

  /**
   * What can be reached.
   *
   * @param link the link, of which only the transmittance counts
   * @param meanPhotonNumber photons per use on average, above 0
   * @return secret bits per use of one optical mode
   */
  public static double reachedBitsPerUse(Link link, double meanPhotonNumber) {
    // García-Patrón et al. 2009, reverse coherent information
    return fall(meanPhotonNumber, positive(meanPhotonNumber) * link.transmittance());
  }

  /**
   * What cannot be exceeded.
   *
   * @param link the link, of which only the transmittance counts
   * @param meanPhotonNumber photons per use on average, above 0
   * @return secret bits per use of one optical mode
   */
  public static double mostBitsPerUse(Link link, double meanPhotonNumber) {
    double eta = link.transmittance();
    double half = positive(meanPhotonNumber) / 2;
    return fall(half * (1 + eta), 2 * half * eta); // Takeoka et al. 2014, squashed entanglement
  }

  private static double positive(double meanPhotonNumber) {
    Require.positive("meanPhotonNumber", meanPhotonNumber);
    return meanPhotonNumber;
  }

  /** g(x) − g(x − step), also for steps that x − step would not show. */
  private static double fall(double x, double step) {
    double rest = x - step;
    double natural =
        rest <= 0
            ? (x + 1) * Math.log1p(x) - x * Math.log(x)
            : x * Math.log1p(-step / x)
                - (x + 1) * Math.log1p(-step / (x + 1))
                + step * Math.log1p(1 / rest);
    return natural / Math.log(2);
  }
}
