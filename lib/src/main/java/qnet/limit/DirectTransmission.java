package qnet.limit;

import qnet.channel.Link;
import qnet.run.Require;

/**
 * How long one waits for a single photon to come through a link that nothing helps.
 *
 * <p>T = 1/(f·η)
 *
 * <p>for a source of f photons per second and a transmittance η. At 10 GHz and 0.2 dB/km it is a
 * second over 500 km and 317 years over 1000 km: the reason for repeaters.
 *
 * <p>Valid for: a source that sends all the time, a detector that misses nothing.
 *
 * <p>Ignores: dark counts, which would hide the photon long before.
 *
 * <p>Reference: N. Sangouard, C. Simon, H. de Riedmatten, N. Gisin, Rev. Mod. Phys. 83, 33 (2011),
 * doi:10.1103/RevModPhys.83.33, arXiv:0906.2699, Sec. I.
 */
public final class DirectTransmission {
  private static final double S_PER_YEAR = 365.25 * 86_400;

  private DirectTransmission() {}

  /**
   * The mean time to the first photon.
   *
   * @param link the link, of which only the transmittance counts
   * @param rateHz photons sent per second, above 0
   * @return the time in seconds; +∞ if no light arrives
   * @throws IllegalArgumentException if the rate is not positive
   */
  public static double waitS(Link link, double rateHz) {
    Require.positive("rateHz", rateHz);
    return 1 / (rateHz * link.transmittance()); // Sangouard et al. 2011, Sec. I
  }

  /**
   * The mean time to the first photon.
   *
   * @param link the link, of which only the transmittance counts
   * @param rateHz photons sent per second, above 0
   * @return the time in years of 365.25 days
   * @throws IllegalArgumentException if the rate is not positive
   */
  public static double waitYears(Link link, double rateHz) {
    return waitS(link, rateHz) / S_PER_YEAR;
  }
}
