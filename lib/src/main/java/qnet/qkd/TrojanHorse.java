package qnet.qkd;

import qnet.channel.Link;
import qnet.run.Require;

/**
 * The Trojan-horse attack: Eve shines light into Alice's apparatus and reads her settings from what
 * is reflected. Nothing of it shows in the error rate.
 *
 * <p>R = q·Q·[1 − h(e′) − f·h(E)]
 *
 * <p>e′ = E + 4Δ′(1 − Δ′)(1 − 2E) + 4(1 − 2Δ′)·√(Δ′(1 − Δ′)E(1 − E))
 *
 * <p>Δ′ = Δ/Y, Δ = [1 − e^(−ν)·cos ν]/2
 *
 * <p>for BB84 with single photons of yield Y, if ν photons come back from each pulse on average.
 * The leak counts against the photons that arrive: what is harmless over a short link ends the key
 * over a long one. Optical isolation is the answer; neither decoy states nor
 * measurement-device-independent protocols are one, because the source is the target.
 *
 * <p>Valid for infinitely long keys, general attacks, phase modulation, and coherent light of
 * constant intensity, which is Eve's best.
 *
 * <p>Ignores finite-size effects and leaks of the intensity.
 *
 * <p>Reference: M. Lucamarini, I. Choi, M. B. Ward, J. F. Dynes, Z. L. Yuan, A. J. Shields, Phys.
 * Rev. X 5, 031030 (2015), doi:10.1103/PhysRevX.5.031030, arXiv:1506.01989, Eqs. (6), (7).
 *
 * @param leakedPhotonNumber ν: mean photons per pulse that come back to Eve, ≥ 0
 */
public record TrojanHorse(double leakedPhotonNumber) {
  /**
   * Checks the component.
   *
   * @param leakedPhotonNumber as above
   * @throws IllegalArgumentException if it is out of range
   */
  public TrojanHorse {
    Require.notNegative("leakedPhotonNumber", leakedPhotonNumber);
  }

  /**
   * What light of a given power leaks through a transmitter.
   *
   * @param photonsPerSecond photons per second that Eve can send in without damage, ≥ 0
   * @param repetitionRateHz pulses of Alice per second, above 0
   * @param isolationDb loss on the way in, at the reflection, and on the way out together, ≥ 0
   * @return the attack
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public static TrojanHorse behind(
      double photonsPerSecond, double repetitionRateHz, double isolationDb) {
    Require.positive("repetitionRateHz", repetitionRateHz);
    if (!(isolationDb >= 0)) {
      throw new IllegalArgumentException("isolationDb must be ≥ 0, was " + isolationDb);
    }
    return new TrojanHorse(
        photonsPerSecond / repetitionRateHz * Link.ofLossDb(isolationDb).transmittance());
  }

  /**
   * The phase error rate that Alice and Bob must assume.
   *
   * @param qber error rate that they measure, from 0 to 0.5
   * @param yield probability that a single photon gives a click, above 0 and up to 1
   * @return e′, at most 1/2
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public double phaseErrorRate(double qber, double yield) {
    Require.between("qber", qber, 0, 0.5);
    Require.positiveUpTo("yield", yield, 1);
    double delta = imbalance() / yield;
    if (delta >= 0.5) {
      return 0.5;
    }
    double spread = delta * (1 - delta); // Lucamarini et al. 2015, Eq. (7)
    double rate =
        qber
            + 4 * spread * (1 - 2 * qber)
            + 4 * (1 - 2 * delta) * Math.sqrt(spread * qber * (1 - qber));
    return Math.min(0.5, rate);
  }

  /** Δ = [1 − e^(−ν)·cos ν]/2, written as a sum of small terms. */
  private double imbalance() {
    double nu = leakedPhotonNumber;
    double half = Math.sin(nu / 2);
    return (-Math.expm1(-nu) + 2 * Math.exp(-nu) * half * half) / 2;
  }

  /**
   * BB84 with single photons, for Alice and Bob who know how much may leak.
   *
   * @param bb84 the protocol without the attack
   * @return the protocol with the key that is left
   */
  public QkdProtocol on(Bb84 bb84) {
    return link -> {
      var honest = bb84.over(link);
      if (honest.bitsPerUse() == 0) {
        return honest;
      }
      var receiver = Receiver.behind(link, bb84.detector(), bb84.misalignment(), bb84.analysis());
      double phaseError = phaseErrorRate(honest.qber(), receiver.singlePhotonYield());
      double secret =
          1 // Lucamarini et al. 2015, Eq. (6)
              - ErrorEntropy.ofPhaseError(phaseError)
              - bb84.errorCorrectionEfficiency() * ErrorEntropy.ofBitError(honest.qber());
      double bits = bb84.siftingFactor() * honest.gain() * Math.max(0, secret);
      return new KeyRate(
          bits,
          honest.usesPerSecond(),
          honest.gain(),
          honest.qber(),
          bits > 0 ? honest.limit() : "leak to a Trojan horse");
    };
  }
}
