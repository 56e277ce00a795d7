package qnet.postprocess;

import java.util.Arrays;
import qnet.run.Parallel;

/**
 * Products of many pairs of polynomials over two elements, side by side.
 *
 * <p>A row has the same 32 coefficients of all polynomials, which the compiler turns into vector
 * instructions. Polynomials are cut into two, and three products of half the size do the work of
 * four (A. Karatsuba, Yu. Ofman, Dokl. Akad. Nauk SSSR 145, 293 (1962)):
 *
 * <p>a·b = a₀b₀ + ((a₀ + a₁)(b₀ + b₁) + a₀b₀ + a₁b₁)·z + a₁b₁·z²
 */
final class PolynomialProducts {
  private static final int PART_BITS = 32;
  private static final long PART = 0xFFFFFFFFL;

  /** Larger products ask whether they are still wanted. */
  private static final int INTERRUPT_SIZE = 32;

  private final long[][] scratch;

  private PolynomialProducts(int size, int columns) {
    scratch = new long[4 * size + 1][columns];
  }

  /** Products of 2n rows for factors of n rows, n being a size of {@link ToeplitzProduct}. */
  static long[][] of(long[][] a, long[][] b) {
    int columns = a[0].length;
    var products = new long[2 * a.length][columns];
    new PolynomialProducts(a.length, columns).multiply(a, 0, b, 0, products, 0, a.length, 0);
    return products;
  }

  private void multiply(
      long[][] a, int ai, long[][] b, int bi, long[][] y, int yi, int n, int free) {
    if (n <= 3) {
      byDefinition(a, ai, b, bi, y, yi, n);
      return;
    }
    if (n > INTERRUPT_SIZE) {
      Parallel.checkInterrupt();
    }
    int h = n / 2;
    int next = free + 2 * n;
    multiply(a, ai, b, bi, y, yi, h, free);
    multiply(a, ai + h, b, bi + h, y, yi + n, h, free);
    for (int i = 0; i < h; i++) {
      add(a[ai + i], a[ai + h + i], scratch[free + i]);
      add(b[bi + i], b[bi + h + i], scratch[free + h + i]);
    }
    multiply(scratch, free, scratch, free + h, scratch, free + n, h, next);
    for (int i = 0; i < h; i++) {
      long[] low = y[yi + h + i];
      long[] high = y[yi + n + i];
      addMiddle(
          low, high, y[yi + i], scratch[free + n + i], y[yi + n + h + i], scratch[next - h + i]);
    }
  }

  private void byDefinition(long[][] a, int ai, long[][] b, int bi, long[][] y, int yi, int n) {
    for (int i = 0; i < 2 * n; i++) {
      Arrays.fill(y[yi + i], 0);
    }
    long[] sums = scratch[scratch.length - 1];
    for (int k = 0; k < 2 * n - 1; k++) {
      Arrays.fill(sums, 0);
      for (int i = Math.max(0, k - n + 1); i <= Math.min(k, n - 1); i++) {
        CarrylessProduct.addAll(a[ai + i], b[bi + k - i], sums);
      }
      addParts(sums, y[yi + k], y[yi + k + 1]);
    }
  }

  private static void addParts(long[] sums, long[] low, long[] high) {
    for (int i = 0; i < sums.length; i++) {
      low[i] ^= sums[i] & PART;
      high[i] ^= sums[i] >>> PART_BITS;
    }
  }

  private static void add(long[] a, long[] b, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a[i] ^ b[i];
    }
  }

  /** Two rows of the middle, which lie on the upper half of a₀b₀ and the lower half of a₁b₁. */
  private static void addMiddle(
      long[] low, long[] high, long[] lowest, long[] lowMixed, long[] highest, long[] highMixed) {
    for (int i = 0; i < low.length; i++) {
      long both = low[i] ^ high[i];
      low[i] = both ^ lowest[i] ^ lowMixed[i];
      high[i] = both ^ highest[i] ^ highMixed[i];
    }
  }
}
