package qnet.postprocess;

/**
 * Products of polynomials over two elements, 64 coefficients to a word, on a machine without an
 * instruction for it.
 *
 * <p>An operand is cut into four that have every fourth bit only. The integer product of two such
 * numbers has in each group of four bits the number of pairs that meet there, and its lowest bit is
 * the coefficient modulo 2. Sixteen of these products make one of words; the method is that of T.
 * Pornin's BearSSL.
 */
final class CarrylessProduct {
  private static final long FOURTHS = 0x1111111111111111L;
  private static final long BELOW_TOP_GROUP = 0x0FFFFFFFFFFFFFFFL;

  private CarrylessProduct() {}

  /**
   * Coefficients 64 to 127 of (low + z⁶⁴·high)·v: the upper word of low·v and the lower word of
   * high·v, added.
   *
   * <p>A group overflows only if 16 pairs meet in it. In the lower word that is the last group,
   * whose overflow is cut off. For the upper word the last group of v is multiplied on its own, so
   * that no more than 15 pairs meet; and the last bit of {@code low} too, because the JDK's upper
   * half of a product is one of signed numbers.
   */
  static long middle(long low, long high, long v) {
    long top = v >>> 60;
    long rest = v & BELOW_TOP_GROUP;
    long onItsOwn =
        (low >> 63) & (rest >>> 1)
            ^ (low >>> 1) & -(top >>> 3)
            ^ (low >>> 2) & -(top >>> 2 & 1)
            ^ (low >>> 3) & -(top >>> 1 & 1)
            ^ (low >>> 4) & -(top & 1);
    low &= Long.MAX_VALUE;
    long a0 = low & FOURTHS;
    long a1 = low & FOURTHS << 1;
    long a2 = low & FOURTHS << 2;
    long a3 = low & FOURTHS << 3;
    long b0 = rest & FOURTHS;
    long b1 = rest & FOURTHS << 1;
    long b2 = rest & FOURTHS << 2;
    long b3 = rest & FOURTHS << 3;
    long c0 = high & FOURTHS;
    long c1 = high & FOURTHS << 1;
    long c2 = high & FOURTHS << 2;
    long c3 = high & FOURTHS << 3;
    long d0 = v & FOURTHS;
    long d1 = v & FOURTHS << 1;
    long d2 = v & FOURTHS << 2;
    long d3 = v & FOURTHS << 3;
    long e0 = upper(a0, b0) ^ upper(a1, b3) ^ upper(a2, b2) ^ upper(a3, b1);
    long e1 = upper(a0, b1) ^ upper(a1, b0) ^ upper(a2, b3) ^ upper(a3, b2);
    long e2 = upper(a0, b2) ^ upper(a1, b1) ^ upper(a2, b0) ^ upper(a3, b3);
    long e3 = upper(a0, b3) ^ upper(a1, b2) ^ upper(a2, b1) ^ upper(a3, b0);
    long f0 = c0 * d0 ^ c1 * d3 ^ c2 * d2 ^ c3 * d1;
    long f1 = c0 * d1 ^ c1 * d0 ^ c2 * d3 ^ c3 * d2;
    long f2 = c0 * d2 ^ c1 * d1 ^ c2 * d0 ^ c3 * d3;
    long f3 = c0 * d3 ^ c1 * d2 ^ c2 * d1 ^ c3 * d0;
    return onItsOwn
        ^ ((e0 ^ f0) & FOURTHS
            | (e1 ^ f1) & FOURTHS << 1
            | (e2 ^ f2) & FOURTHS << 2
            | (e3 ^ f3) & FOURTHS << 3);
  }

  private static long upper(long a, long b) {
    return Math.multiplyHigh(a, b);
  }

  /** The product in the field of 2⁶⁴ elements modulo z⁶⁴ + z⁴ + z³ + z + 1. */
  static long inField(long a, long b) {
    long high = middle(a, 0, b);
    long beyond = high >>> 63 ^ high >>> 61 ^ high >>> 60;
    return middle(0, a, b) ^ folded(high) ^ folded(beyond);
  }

  /** w·(z⁴ + z³ + z + 1), without what leaves the word. */
  private static long folded(long w) {
    return w ^ w << 1 ^ w << 3 ^ w << 4;
  }
}
