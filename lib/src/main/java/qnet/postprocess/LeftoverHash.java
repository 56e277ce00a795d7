package qnet.postprocess;

import qnet.run.Require;

/**
 * How long a key may be that is hashed out of a string of which Eve knows a part.
 *
 * <p>ℓ = ⌊H − 2·log₂(1/ε) + 2⌋
 *
 * <p>for a string of smooth min-entropy H given everything that Eve has: the key is then ε-close to
 * one that is uniform and independent of her, ½·√(2^(ℓ−H)) ≤ ε.
 *
 * <p>Valid for universal hash functions, such as {@link Toeplitz}, and for an Eve with a quantum
 * memory.
 *
 * <p>Ignores how H is known: the proofs behind {@link qnet.qkd.FiniteKey} bound it from what was
 * counted, and have this cost in them.
 *
 * <p>References: M. Tomamichel, C. Schaffner, A. Smith, R. Renner, IEEE Trans. Inf. Theory 57, 5524
 * (2011), doi:10.1109/TIT.2011.2158473; M. Tomamichel, C. C. W. Lim, N. Gisin, R. Renner, Nat.
 * Commun. 3, 634 (2012), doi:10.1038/ncomms1631, supplementary Eq. (S2), which writes 2ε for our ε.
 */
public final class LeftoverHash {
  private LeftoverHash() {}

  /**
   * The longest key.
   *
   * @param minEntropyBits H, at least 0
   * @param epsSecrecy ε, above 0 and below 1
   * @return a number of bits; 0 if there is no key
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static long keyBits(double minEntropyBits, double epsSecrecy) {
    Require.notNegative("minEntropyBits", minEntropyBits);
    Require.strictlyBetween("epsSecrecy", epsSecrecy, 0, 1);
    double log = StrictMath.log(epsSecrecy) / StrictMath.log(2);
    return (long) Math.max(0, Math.floor(minEntropyBits + 2 * log + 2)); // ½·√(2^(ℓ−H)) = ε
  }
}
