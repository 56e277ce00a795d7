package qnet.qkd;

import java.util.Objects;
import qnet.channel.Link;
import qnet.run.Require;

/**
 * Continuous-variable QKD after Grosshans and Grangier (GG02): Alice sends coherent states whose
 * two quadratures she draws from a Gaussian distribution, Bob measures the field and leads the
 * reconciliation. One use is one state.
 *
 * <p>R = β·I_AB − χ_BE
 *
 * <p>with the mutual information I_AB of Alice and Bob and Eve's Holevo information χ_BE. Unless it
 * is fixed, the best modulation variance for the link is used. All variances are in shot-noise
 * units: the vacuum has variance 1, and V_A is twice the mean photon number.
 *
 * <p>Valid for infinitely long keys, collective attacks, reverse reconciliation, and a local
 * oscillator that Eve cannot touch.
 *
 * <p>Ignores finite-size effects, the states spent on the estimate of loss and noise, and stray
 * light, which the local oscillator filters out. Half of Alice's numbers are dropped with homodyne
 * detection, but no state is.
 *
 * <p>References: F. Grosshans, P. Grangier, Phys. Rev. Lett. 88, 057902 (2002),
 * doi:10.1103/PhysRevLett.88.057902; J. Lodewyck et al., Phys. Rev. A 76, 042305 (2007),
 * doi:10.1103/PhysRevA.76.042305, arXiv:0706.4255, for homodyne detection; S. Fossier et al., J.
 * Phys. B 42, 114014 (2009), doi:10.1088/0953-4075/42/11/114014, for heterodyne detection; F.
 * Laudenbach et al., Adv. Quantum Technol. 1, 1800011 (2018), doi:10.1002/qute.201800011,
 * arXiv:1703.09278, who quote the excess noise at the channel output.
 *
 * @param modulationVariance V_A in shot-noise units, above 0 and up to 10 000; NaN for the best one
 * @param excessNoise ξ at the channel input in shot-noise units, ≥ 0
 * @param receiver Bob's receiver
 * @param reconciliationEfficiency β: part of the mutual information that error correction leaves,
 *     above 0 and up to 1
 * @param symbolRateHz states sent per second, above 0
 */
public record CvQkd(
    double modulationVariance,
    double excessNoise,
    CvReceiver receiver,
    double reconciliationEfficiency,
    double symbolRateHz)
    implements QkdProtocol {
  /** Beyond this variance the Holevo bound only moves in its last digits. */
  private static final double STRONGEST = 10_000;

  /** The variance where no key is possible and no variance better than another. */
  private static final double USUAL_MODULATION_VARIANCE = 1;

  /**
   * Checks the components.
   *
   * @param modulationVariance as above
   * @param excessNoise as above
   * @param receiver as above
   * @param reconciliationEfficiency as above
   * @param symbolRateHz as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public CvQkd {
    if (!Double.isNaN(modulationVariance)
        && !(modulationVariance > 0 && modulationVariance <= STRONGEST)) {
      throw new IllegalArgumentException(
          "modulationVariance must be > 0 and ≤ 10000, or NaN for the best one, was "
              + modulationVariance);
    }
    Require.notNegative("excessNoise", excessNoise);
    Objects.requireNonNull(receiver);
    Require.positiveUpTo("reconciliationEfficiency", reconciliationEfficiency, 1);
    Require.positive("symbolRateHz", symbolRateHz);
  }

  /**
   * The receiver of {@link CvReceiver#lodewyck()}, an excess noise of 0.01, β = 0.95 and the best
   * modulation, at the clock of {@link qnet.channel.Source#laser()} to compare with.
   *
   * <p>Noise and β are round values of the order that F. Laudenbach et al., Adv. Quantum Technol.
   * 1, 1800011 (2018), arXiv:1703.09278, compute with, not those of one experiment.
   *
   * @return the protocol
   */
  public static CvQkd standard() {
    return new CvQkd(Double.NaN, 0.01, CvReceiver.lodewyck(), 0.95, 1e9);
  }

  /**
   * The first experiment over 25 km of fibre: V_A = 18.5, excess noise 0.005, β = 0.898, 350 000
   * states per second. The transmittance of its channel was 0.302.
   *
   * <p>J. Lodewyck et al., Phys. Rev. A 76, 042305 (2007), doi:10.1103/PhysRevA.76.042305,
   * arXiv:0706.4255.
   *
   * @return the protocol
   */
  public static CvQkd lodewyck() {
    return new CvQkd(18.5, 0.005, CvReceiver.lodewyck(), 0.898, 350_000);
  }

  /**
   * This protocol with another modulation.
   *
   * @param modulationVariance V_A in shot-noise units, above 0; NaN for the best one
   * @return the changed protocol
   */
  public CvQkd withModulationVariance(double modulationVariance) {
    return new CvQkd(
        modulationVariance, excessNoise, receiver, reconciliationEfficiency, symbolRateHz);
  }

  /**
   * This protocol with another excess noise.
   *
   * @param excessNoise ξ at the channel input in shot-noise units, ≥ 0
   * @return the changed protocol
   */
  public CvQkd withExcessNoise(double excessNoise) {
    return new CvQkd(
        modulationVariance, excessNoise, receiver, reconciliationEfficiency, symbolRateHz);
  }

  /**
   * This protocol with another receiver.
   *
   * @param receiver Bob's receiver
   * @return the changed protocol
   */
  public CvQkd withReceiver(CvReceiver receiver) {
    return new CvQkd(
        modulationVariance, excessNoise, receiver, reconciliationEfficiency, symbolRateHz);
  }

  /**
   * This protocol with another error correction.
   *
   * @param reconciliationEfficiency β, above 0 and up to 1
   * @return the changed protocol
   */
  public CvQkd withReconciliationEfficiency(double reconciliationEfficiency) {
    return new CvQkd(
        modulationVariance, excessNoise, receiver, reconciliationEfficiency, symbolRateHz);
  }

  /**
   * This protocol with another clock.
   *
   * @param symbolRateHz states sent per second, above 0
   * @return the changed protocol
   */
  public CvQkd withSymbolRateHz(double symbolRateHz) {
    return new CvQkd(
        modulationVariance, excessNoise, receiver, reconciliationEfficiency, symbolRateHz);
  }

  /**
   * This protocol with the modulation fixed that is best for a link; unchanged if one is fixed
   * already.
   *
   * @param link the link from Alice to Bob
   * @return the protocol with a modulation variance
   */
  public CvQkd optimisedFor(Link link) {
    return withModulationVariance(modulationVariance(link.transmittance(), excessNoise));
  }

  private double modulationVariance(double transmittance, double noise) {
    if (!Double.isNaN(modulationVariance)) {
      return modulationVariance;
    }
    double share =
        transmittance > 0
            ? IntensitySearch.best(x -> secretBits(transmittance, STRONGEST * x, noise))
            : Double.NaN;
    return share > 0 ? STRONGEST * share : USUAL_MODULATION_VARIANCE;
  }

  private double secretBits(double transmittance, double variance, double noise) {
    var link = gaussian(transmittance, variance, noise);
    return reconciliationEfficiency * link.mutualInformation()
        - link.holevoInformation(); // Lodewyck et al. 2007, reverse reconciliation
  }

  private GaussianLink gaussian(double transmittance, double variance, double noise) {
    var link = new GaussianLink(transmittance, variance, transmittance * noise, receiver);
    return receiver.trust() == CvReceiver.Trust.TRUSTED ? link : link.untrusted();
  }

  /** What Alice, Bob and Eve know over a link, at the modulation that is used. */
  GaussianLink gaussian(Link link) {
    double transmittance = link.transmittance();
    return gaussian(transmittance, modulationVariance(transmittance, excessNoise), excessNoise);
  }

  private double bestSecretBits(double transmittance, double noise) {
    return transmittance > 0
        ? secretBits(transmittance, modulationVariance(transmittance, noise), noise)
        : 0;
  }

  @Override
  public KeyRate over(Link link) {
    double bits = Math.max(0, bestSecretBits(link.transmittance(), excessNoise));
    return new KeyRate(bits, symbolRateHz, Double.NaN, Double.NaN, limit(bits, link));
  }

  private String limit(double bits, Link link) {
    if (bits > 0) {
      return "loss";
    }
    if (link.transmittance() == 0) {
      return "no light arrives";
    }
    if (bestSecretBits(link.transmittance(), 0) > 0) {
      return "excess noise";
    }
    return receiver.trust() == CvReceiver.Trust.UNTRUSTED && receiver.electronicNoise() > 0
        ? "noise of the receiver"
        : "error correction";
  }

  /**
   * What Alice, Bob and Eve know, at the modulation that is used.
   *
   * @param link the link from Alice to Bob
   * @return the modulation and both informations
   */
  public CvInformation information(Link link) {
    double variance = modulationVariance(link.transmittance(), excessNoise);
    if (link.transmittance() == 0) {
      return new CvInformation(variance, 0, 0);
    }
    var gaussian = gaussian(link);
    return new CvInformation(variance, gaussian.mutualInformation(), gaussian.holevoInformation());
  }
}
