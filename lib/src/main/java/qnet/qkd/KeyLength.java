package qnet.qkd;

import java.util.Objects;
import qnet.run.Require;

/**
 * The length of a finite key, with the numbers that it is the sum of.
 *
 * <p>ℓ = ⌊s₀ + s₁·[1 − h(φ)] − leak − fixed cost⌋, at least 0
 *
 * @param bits secret bits; 0 if no key is possible
 * @param emptyDetections s₀, lower bound on the detections of empty pulses in the sifted key
 * @param singlePhotonDetections s₁, lower bound on those of single photons
 * @param phaseErrorRate φ, upper bound on the phase error rate of these single photons, from 0 to
 *     0.5
 * @param leakBits bits disclosed by error correction
 * @param fixedCostBits bits that the security parameters cost, whatever the block
 * @param limit what holds the length down, in plain words
 */
public record KeyLength(
    long bits,
    double emptyDetections,
    double singlePhotonDetections,
    double phaseErrorRate,
    double leakBits,
    double fixedCostBits,
    String limit) {
  /**
   * Checks the components.
   *
   * @param bits as above
   * @param emptyDetections as above
   * @param singlePhotonDetections as above
   * @param phaseErrorRate as above
   * @param leakBits as above
   * @param fixedCostBits as above
   * @param limit as above
   * @throws IllegalArgumentException if {@code bits} is negative
   */
  public KeyLength {
    Require.atLeast("bits", bits, 0);
    Objects.requireNonNull(limit);
  }

  /** The length that these numbers add up to, before it is cut to whole bits and to zero. */
  static double balanceBits(
      double empty, double single, double phaseError, double leakBits, double fixedCostBits) {
    return empty + single * (1 - ErrorEntropy.ofPhaseError(phaseError)) - leakBits - fixedCostBits;
  }

  /** Adds up; {@code limit} says why there is no key, or what is largest of what is taken off. */
  static KeyLength of(
      double empty, double single, double phaseError, double leakBits, double fixedCostBits) {
    double balance = balanceBits(empty, single, phaseError, leakBits, fixedCostBits);
    long bits = (long) Math.max(0, Math.floor(balance));
    String limit;
    if (bits > 0) {
      limit = "loss";
    } else if (empty + single <= 0) {
      limit = "too few single photons";
    } else if (phaseError >= 0.5) {
      limit = "too little tested";
    } else if (balance + fixedCostBits > 0) {
      limit = "block too short";
    } else {
      limit = "errors";
    }
    return new KeyLength(
        bits, empty, single, Math.min(0.5, phaseError), leakBits, fixedCostBits, limit);
  }
}
