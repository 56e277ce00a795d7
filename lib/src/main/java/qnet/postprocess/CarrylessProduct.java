package qnet.postprocess;

/**
 * Products of polynomials over two elements, on a machine without an instruction for it.
 *
 * <p>A word is cut into four that have every fourth bit only. The integer product of two such
 * numbers has in each group of four bits the number of pairs that meet there, and its lowest bit is
 * the coefficient modulo 2. With at most 32 bits in one factor at most 8 pairs meet, and nothing
 * runs over into the next group. Sixteen of these products make one of words; the method is that of
 * T. Pornin's BearSSL.
 */
final class CarrylessProduct {
  private static final long LOW_HALF = 0xFFFFFFFFL;
  private static final long M0 = 0x1111111111111111L;
  private static final long M1 = M0 << 1;
  private static final long M2 = M0 << 2;
  private static final long M3 = M0 << 3;

  private CarrylessProduct() {}

  /** Adds to each sum the lower word of a product; the second factors have at most 32 bits. */
  static void addAll(long[] a, long[] b, long[] sums) {
    // loops as short as this are what the compiler turns into vector instructions
    addAll(a, M0, M1, b, M0, M3, sums, M0);
    addAll(a, M2, M3, b, M2, M1, sums, M0);
    addAll(a, M0, M1, b, M1, M0, sums, M1);
    addAll(a, M2, M3, b, M3, M2, sums, M1);
    addAll(a, M0, M1, b, M2, M1, sums, M2);
    addAll(a, M2, M3, b, M0, M3, sums, M2);
    addAll(a, M0, M1, b, M3, M2, sums, M3);
    addAll(a, M2, M3, b, M1, M0, sums, M3);
  }

  private static void addAll(
      long[] a, long a0, long a1, long[] b, long b0, long b1, long[] sums, long mask) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] ^= ((a[i] & a0) * (b[i] & b0) ^ (a[i] & a1) * (b[i] & b1)) & mask;
    }
  }

  /** The product of two polynomials of 32 coefficients. */
  private static long of(long a, long b) {
    var product = new long[1];
    addAll(new long[] {a}, new long[] {b}, product);
    return product[0];
  }

  /** The product in the field of 2⁶⁴ elements modulo z⁶⁴ + z⁴ + z³ + z + 1. */
  static long inField(long a, long b) {
    long middle = of(a & LOW_HALF, b >>> 32) ^ of(a >>> 32, b & LOW_HALF);
    long low = of(a & LOW_HALF, b & LOW_HALF) ^ middle << 32;
    long high = of(a >>> 32, b >>> 32) ^ middle >>> 32;
    long beyond = high >>> 63 ^ high >>> 61 ^ high >>> 60;
    return low ^ folded(high) ^ folded(beyond);
  }

  /** w·(z⁴ + z³ + z + 1), without what leaves the word. */
  private static long folded(long w) {
    return w ^ w << 1 ^ w << 3 ^ w << 4;
  }
}
