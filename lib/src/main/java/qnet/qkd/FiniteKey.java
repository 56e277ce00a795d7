package qnet.qkd;

/**
 * A proof that turns counts into a key of finite length: the only way from counts to key, whether
 * the counts are expected, drawn or measured.
 *
 * <p>Basis Z makes the key, basis X tests it. Counts of several runs with the same settings are
 * added first ({@link Counts#plus}): one long block makes more key than its parts.
 *
 * <p>The interface is open: a proof of one's own can be written as a lambda.
 */
@FunctionalInterface
public interface FiniteKey {
  /**
   * The length of the key.
   *
   * @param counts all detections of the block, per basis and intensity
   * @param security how sure the key must be
   * @param leakBits bits disclosed by error correction, without the check of equality, ≥ 0
   * @return the length; zero, with the reason, if the counts do not allow a key
   * @throws IllegalArgumentException if the counts do not have the intensities that the proof needs
   */
  KeyLength length(Counts counts, Security security, double leakBits);

  /**
   * Laser pulses of three intensities: a signal and two decoys.
   *
   * @return the proof of Lim and others, 2014
   */
  static FiniteKey twoDecoys() {
    return TwoDecoyKey.PROOF;
  }

  /**
   * Laser pulses of two intensities: a signal and one decoy.
   *
   * @return the proof of Rusca and others, 2018
   */
  static FiniteKey oneDecoy() {
    return OneDecoyKey.PROOF;
  }

  /**
   * Single photons, never two in a pulse.
   *
   * @return the proof of Tomamichel and others, 2012
   */
  static FiniteKey singlePhotons() {
    return SinglePhotonKey.PROOF;
  }

  /**
   * Entangled pairs, measured by both parties with detectors whose efficiency does not depend on
   * the basis; and single photons, with a newer proof.
   *
   * @return the proof of Tomamichel and Leverrier, 2017
   */
  static FiniteKey entangledPairs() {
    return EntangledPairKey.PROOF;
  }
}
