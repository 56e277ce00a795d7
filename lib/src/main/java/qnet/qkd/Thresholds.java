package qnet.qkd;

import qnet.run.Require;
import qnet.state.Entropy;

/**
 * The error rates above which a protocol makes no key with one-way error correction, each solved
 * from its formula.
 *
 * <p>BB84: 1 − 2h(Q) = 0 at 11.0 %
 *
 * <p>Six-state: 1 − H(1 − 3Q/2, Q/2, Q/2, Q/2) = 0 at 12.6 %
 *
 * <p>BB84 against the best individual attack: Q = (1 − 1/√2)/2 = 14.6 %
 *
 * <p>BB84 if Alice first flips bits at random (noisy preprocessing): 12.4 %
 *
 * <p>SARG04: 9.69 % with single photons, 2.71 % with photon pairs
 *
 * <p>Device-independent, with singlets in white noise: 7.1 %
 *
 * <p>Valid for infinitely long keys and perfect error correction, and for single photons where
 * nothing else is said.
 *
 * <p>Ignores two-way post-processing, which reaches further.
 *
 * <p>References: P. W. Shor, J. Preskill, Phys. Rev. Lett. 85, 441 (2000),
 * doi:10.1103/PhysRevLett.85.441; H.-K. Lo, Quantum Inf. Comput. 1, 81 (2001),
 * arXiv:quant-ph/0102138; C. A. Fuchs et al., Phys. Rev. A 56, 1163 (1997),
 * doi:10.1103/PhysRevA.56.1163; B. Kraus, N. Gisin, R. Renner, Phys. Rev. Lett. 95, 080501 (2005),
 * doi:10.1103/PhysRevLett.95.080501, arXiv:quant-ph/0410215; K. Tamaki, H.-K. Lo, Phys. Rev. A 73,
 * 010302(R) (2006), doi:10.1103/PhysRevA.73.010302, arXiv:quant-ph/0412035; A. Acín et al., Phys.
 * Rev. Lett. 98, 230501 (2007), doi:10.1103/PhysRevLett.98.230501.
 */
public final class Thresholds {
  private static final double TSIRELSON = 2 * Math.sqrt(2);

  private Thresholds() {}

  /**
   * BB84 against general attacks.
   *
   * @return the error rate, 11.0 %
   */
  public static double bb84() {
    return bb84(1);
  }

  /**
   * BB84 against general attacks, with a real error correction.
   *
   * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
   * @return the error rate at which 1 − h(Q) − f·h(Q) = 0
   * @throws IllegalArgumentException if {@code errorCorrectionEfficiency} is out of range
   */
  public static double bb84(double errorCorrectionEfficiency) {
    QkdChecks.errorCorrectionEfficiency(errorCorrectionEfficiency);
    return Root.between(
        0, 0.5, q -> 1 - (1 + errorCorrectionEfficiency) * Entropy.binary(q)); // Shor, Preskill
  }

  /**
   * The six-state protocol against general attacks.
   *
   * @return the error rate, 12.6 %
   */
  public static double sixState() {
    return Root.between(
        0, 0.5, q -> 1 - Entropy.binary(q) - EveInformation.collectiveSixStateBits(q));
  }

  /**
   * BB84 against the best individual attack: where Eve knows as much as Bob.
   *
   * @return the error rate, 14.6 %
   */
  public static double bb84Individual() {
    return Root.between(0, 0.4, q -> 1 - Entropy.binary(q) - EveInformation.individualBits(q));
  }

  /**
   * BB84 against general attacks, if Alice flips nearly half of her bits at random before error
   * correction, which harms Eve more than Bob.
   *
   * <p>With a flip probability x the key is 1 − h(Q ∗ x) − h(Q) + h(1/2 + √(1 − 16Q(1 − Q)x(1 −
   * x))/2), where Q ∗ x = Q(1 − x) + (1 − Q)x. For x → 1/2 its sign is that of (1 − 2Q)³ − 2Q(1 −
   * Q)·ln((1 − Q)/Q).
   *
   * @return the error rate, 12.4 %
   */
  public static double bb84NoisyPreprocessing() {
    return Root.between(
        0.01,
        0.4,
        q -> Math.pow(1 - 2 * q, 3) - 2 * q * (1 - q) * Math.log((1 - q) / q)); // derived from it
  }

  /**
   * Secret fraction of BB84 if Alice flips bits at random before error correction.
   *
   * @param qber error rate Q before the flips, from 0 to 0.5
   * @param flipProbability x, from 0 to 0.5
   * @return secret bits per sifted bit; negative where there is no key
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public static double noisyPreprocessingBits(double qber, double flipProbability) {
    Require.between("qber", qber, 0, 0.5);
    Require.between("flipProbability", flipProbability, 0, 0.5);
    double noisy = qber * (1 - flipProbability) + (1 - qber) * flipProbability;
    double root = 1 - 16 * qber * (1 - qber) * flipProbability * (1 - flipProbability);
    double eve = Entropy.binary(qber) - Entropy.binary((1 + Math.sqrt(Math.max(0, root))) / 2);
    return 1 - Entropy.binary(noisy) - eve; // Kraus, Gisin, Renner 2005, worst case for BB84
  }

  /**
   * SARG04 with single photons against general attacks.
   *
   * @return the error rate, 9.69 %
   */
  public static double sarg04OnePhoton() {
    return Root.between(0, 0.3, e -> 1 - Entropy.binary(e) - SargPhaseError.onePhotonBits(e));
  }

  /**
   * SARG04 with pulses of two photons against general attacks.
   *
   * @return the error rate, 2.71 %
   */
  public static double sarg04TwoPhotons() {
    return Root.between(0, 0.15, e -> 1 - Entropy.binary(e) - SargPhaseError.twoPhotonBits(e));
  }

  /**
   * Device-independent key from singlets in white noise, S = 2√2·(1 − 2Q), all photons detected.
   *
   * @return the error rate, 7.1 %
   */
  public static double deviceIndependent() {
    return Root.between(
        0, 0.14, q -> 1 - Entropy.binary(q) - EveInformation.ofChshBits(TSIRELSON * (1 - 2 * q)));
  }

  /**
   * The efficiency of each arm, detector included, below which perfect singlets give no
   * device-independent key if a missing click is read as a fixed bit.
   *
   * @return the efficiency, 92.4 %
   */
  public static double deviceIndependentEfficiency() {
    return Root.between(
        0.85,
        1,
        eta -> {
          double lost = (1 - eta) * (1 - eta);
          double chsh = TSIRELSON * eta * eta + 2 * lost;
          return 1 - Entropy.binary(eta * (1 - eta)) - EveInformation.ofChshBits(chsh);
        });
  }
}
