package qnet.qkd;

import qnet.channel.Link;
import qnet.channel.Source;
import qnet.state.Entropy;

/**
 * Twin-field QKD with nothing wrong but loss: the key rate when Eve holds all lost light and the
 * detectors are perfect, which no experiment with the states |±α⟩ can exceed. One use is a pair of
 * pulses.
 *
 * <p>R = (1 − e^(−2μ√η))·[1 − h((1 − e^(−4μ(1−√η))·e^(−2μ√η))/2)]
 *
 * <p>with μ the mean photon number of each pulse and √η the transmittance of each arm. Unless the
 * source fixes μ, the best one is used.
 *
 * <p>Valid for infinitely long keys, collective attacks, nearly all pulses for the key, and two
 * arms of the same transmittance.
 *
 * <p>Ignores detectors, dark counts and misalignment.
 *
 * <p>Reference: J. Lin, N. Lütkenhaus, Phys. Rev. A 98, 042332 (2018),
 * doi:10.1103/PhysRevA.98.042332, arXiv:1807.10202, the loss-only scenario.
 *
 * @param source the laser of Alice and that of Bob; if its mean photon number is NaN, the best one
 *     is used
 */
public record IdealTwinField(Source source) implements TwoArmProtocol {
  /**
   * Checks the components.
   *
   * @param source as above
   * @throws IllegalArgumentException if the source is no laser
   */
  public IdealTwinField {
    QkdChecks.laser(source);
  }

  /**
   * Lasers of the best intensity.
   *
   * @return the protocol
   */
  public static IdealTwinField standard() {
    return new IdealTwinField(Source.laser());
  }

  /**
   * This protocol with other lasers.
   *
   * @param source the laser of both
   * @return the changed protocol
   */
  public IdealTwinField withSource(Source source) {
    return new IdealTwinField(source);
  }

  /**
   * This protocol with a fixed intensity.
   *
   * @param meanPhotonNumber mean photons per pulse of each, above 0 and up to 100; NaN for the best
   *     one
   * @return the changed protocol
   */
  public IdealTwinField withMeanPhotonNumber(double meanPhotonNumber) {
    return new IdealTwinField(source.withMeanPhotonNumber(meanPhotonNumber));
  }

  /**
   * The key rate with the station at the end of both arms.
   *
   * @param alice the arm from Alice to the station
   * @param bob the arm from Bob to the station
   * @return the key rate
   * @throws IllegalArgumentException if the arms differ in transmittance
   */
  @Override
  public KeyRate over(Link alice, Link bob) {
    double arm = Station.equalTransmittance(alice, bob);
    double bits = arm > 0 ? secretBits(meanPhotonNumber(arm), arm) : 0;
    double gain = arm > 0 ? click(meanPhotonNumber(arm), arm) : 0;
    return new KeyRate(
        bits, source.repetitionRateHz(), gain, 0, bits > 0 ? "loss" : "no light arrives");
  }

  /**
   * The mean photon number of each pulse that is used over a link with the station in its middle.
   *
   * @param link the link from Alice to Bob
   * @return mean photons per pulse
   */
  public double meanPhotonNumber(Link link) {
    var halves = link.split();
    return meanPhotonNumber(Station.equalTransmittance(halves.alice(), halves.bob()));
  }

  private double meanPhotonNumber(double arm) {
    double fixed = source.meanPhotonNumber();
    return Double.isNaN(fixed) ? IntensitySearch.best(mu -> secretBits(mu, arm)) : fixed;
  }

  private static double click(double mu, double arm) {
    return -StrictMath.expm1(-2 * mu * arm);
  }

  private static double secretBits(double mu, double arm) {
    // what Eve holds of the two bit values overlaps by this much
    double overlap = StrictMath.exp(-4 * mu * (1 - arm) - 2 * mu * arm);
    return click(mu, arm) * (1 - Entropy.binary((1 - overlap) / 2)); // Lin, Lütkenhaus 2018
  }
}
