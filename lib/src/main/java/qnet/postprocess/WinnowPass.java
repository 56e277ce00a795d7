package qnet.postprocess;

import qnet.run.Require;

/**
 * What one pass of {@link Winnow} does to errors that are independent of each other, in closed
 * form.
 *
 * <p>Of N = 2^m bits with an error rate p, and r = 1 − 2p:
 *
 * <p>P_odd = (1 − r^N)/2
 *
 * <p>leak = (1 + m·P_odd)/N
 *
 * <p>p′ = [(N − 1)·E_even + (N − 1 − m)·E_odd]/[N·(N − 1 − m·P_odd)]
 *
 * <p>E_even = N·p·(1 − r^(N−1))/2 counts the errors of blocks with an even number of them, which
 * stay. In the others one bit is inverted: the only error, or one of k, or a right bit. The errors
 * and this bit are a word of the extended Hamming code, either without the bit or with it, so that
 * E_odd = Σ_w A_w·w·[(N − w)·p^(w+1)·q^(N−w−1) + w·p^(w−1)·q^(N−w+1)], with q = 1 − p and the
 * number A_w of words with w ones. Their sums follow from (1/2N)·[(1 + x)^N + (1 − x)^N + 2(N −
 * 1)·(1 − x²)^(N/2)] = Σ_w A_w·x^w and its derivatives.
 *
 * <p>Valid for keys of many blocks. After a pass errors come in pairs; when only a few are left,
 * each pair stays together with a probability of N/n in the next.
 *
 * <p>Ignores a last block that is shorter.
 *
 * <p>References: W. T. Buttler, S. K. Lamoreaux, J. R. Torgerson, G. H. Nickel, C. H. Donahue, C.
 * G. Peterson, Phys. Rev. A 67, 052303 (2003), arXiv:quant-ph/0203096, for the protocol; R. W.
 * Hamming, Bell Syst. Tech. J. 29, 147 (1950), doi:10.1002/j.1538-7305.1950.tb00463.x, for the
 * code.
 *
 * @param blockBits N, the length of the blocks, a power of two from 8 to 65,536
 * @param qber p, the error rate before the pass, from 0 to 0.5
 */
public record WinnowPass(int blockBits, double qber) {
  /** The shortest blocks. */
  static final int LEAST_BLOCK_BITS = 8;

  /** The longest blocks. */
  static final int MOST_BLOCK_BITS = 1 << 16;

  /**
   * Checks the components.
   *
   * @param blockBits as above
   * @param qber as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public WinnowPass {
    requireBlock(blockBits);
    Require.between("qber", qber, 0, 0.5);
  }

  static void requireBlock(int blockBits) {
    if (blockBits < LEAST_BLOCK_BITS
        || blockBits > MOST_BLOCK_BITS
        || Integer.bitCount(blockBits) != 1) {
      throw new IllegalArgumentException(
          "blockBits must be a power of two from 8 to 65,536, was " + blockBits);
    }
  }

  /**
   * How often a block has an odd number of errors.
   *
   * @return P_odd, from 0 to 0.5
   */
  public double oddProbability() {
    return -powerMinusOne(blockBits) / 2;
  }

  /**
   * What Alice discloses; as many bits take no part in later passes.
   *
   * @return the leak per bit of the pass
   */
  public double leakPerBit() {
    return (1 + Hamming.syndromeBits(blockBits) * oddProbability()) / blockBits;
  }

  /**
   * The error rate of the bits that take part in the next pass.
   *
   * @return p′, from 0 to 0.5
   */
  public double qberAfter() {
    double n = blockBits;
    double even = -n * qber * powerMinusOne(n - 1) / 2;
    int checks = Hamming.syndromeBits(blockBits);
    double errors = (n - 1) * even + (n - 1 - checks) * errorsOfOddBlocks();
    return errors / (n * (n - 1 - checks * oddProbability()));
  }

  /** E_odd, from Σ A_w·w·p^w·q^(N−w) and p times Σ A_w·w²·p^(w−1)·q^(N−w). */
  private double errorsOfOddBlocks() {
    double n = blockBits;
    double p = qber;
    double r = 1 - 2 * p;
    double ends = -powerMinusOne(n - 1) / 2;
    double middle = StrictMath.pow(r, n / 2 - 2);
    double first = p * (ends - (n - 1) * p * r * middle);
    double second =
        ends
            + (n - 1) * p / 2 * (1 + StrictMath.pow(r, n - 2) - 4 * r * middle)
            + (n - 1) * (n - 2) * p * p * p * middle;
    double positive = Math.max(0, second); // rounding, where 16·A₄·p³ is nothing beside p
    return p / (1 - p) * (n * first - p * positive) + (1 - p) * positive;
  }

  /** r^x − 1 without loss of digits for small error rates. */
  private double powerMinusOne(double exponent) {
    return StrictMath.expm1(exponent * StrictMath.log1p(-2 * qber));
  }
}
