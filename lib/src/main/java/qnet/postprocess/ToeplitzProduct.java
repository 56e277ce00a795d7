package qnet.postprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import qnet.run.Parallel;

/**
 * The product of a square Toeplitz matrix and a vector over two elements, exact, in parts of 32
 * bits.
 *
 * <p>A square is cut into four, of which two are equal, and three products of half the size do the
 * work of four:
 *
 * <p>y₀ = (T₀ + T₁)·v₁ + T₁·(v₀ + v₁), y₁ = (T₁ + T₂)·v₀ + T₁·(v₀ + v₁),
 *
 * <p>so that n bits take time n^1.585. There is nothing to round: all operations are on bits. Many
 * small products are done side by side, in rows, which the compiler turns into vector instructions.
 *
 * <p>Reference: H. Fan, M. A. Hasan, IEEE Trans. Comput. 56, 224 (2007), doi:10.1109/TC.2007.19.
 *
 * @param windows the diagonals: row i, column j of the parts of the matrix is bits 1 to 63 of word
 *     i − j + n − 1, from its upper right corner to its lower left one
 * @param vector n parts of the vector, 32 bits in a word
 */
record ToeplitzProduct(long[] windows, long[] vector) {
  private static final int PART_BITS = 32;

  private static final int ROW = 81;
  private static final int SMALLEST_IN_ROWS = 16;

  /** Larger products ask whether they are still wanted. */
  private static final int INTERRUPT_SIZE = 32;

  /** The least size from which squares are made that is not below a number of parts. */
  static int sizeFrom(int parts) {
    int size = 2;
    while (size < parts) {
      size = Integer.bitCount(size) == 1 ? size / 2 * 3 : size / 3 * 4;
    }
    return size;
  }

  /** Products of single parts that a square of such a size takes. */
  static double work(int size) {
    return size <= 3 ? size * size : 3 * work(size / 2);
  }

  /** (T₀ + T₁, v₁), (T₁ + T₂, v₀) and (T₁, v₀ + v₁) of each. */
  private static List<ToeplitzProduct> split(List<ToeplitzProduct> products) {
    var parts = new ArrayList<ToeplitzProduct>();
    for (ToeplitzProduct product : products) {
      long[] t = product.windows;
      long[] v = product.vector;
      int half = v.length / 2;
      var upper = new long[2 * half - 1];
      var lower = new long[2 * half - 1];
      var sum = new long[half];
      for (int i = 0; i < upper.length; i++) {
        upper[i] = t[i] ^ t[i + half];
        lower[i] = t[i + half] ^ t[i + 2 * half];
      }
      for (int i = 0; i < half; i++) {
        sum[i] = v[i] ^ v[i + half];
      }
      parts.add(new ToeplitzProduct(upper, Arrays.copyOfRange(v, half, 2 * half)));
      parts.add(new ToeplitzProduct(lower, Arrays.copyOf(v, half)));
      parts.add(new ToeplitzProduct(Arrays.copyOfRange(t, half, 3 * half - 1), sum));
    }
    return parts;
  }

  /** The products of squares from those of their three parts. */
  private static List<long[]> joined(List<long[]> parts) {
    var whole = new ArrayList<long[]>();
    for (int k = 0; k < parts.size(); k += 3) {
      int half = parts.get(k).length;
      var y = new long[2 * half];
      for (int i = 0; i < half; i++) {
        y[i] = parts.get(k)[i] ^ parts.get(k + 2)[i];
        y[i + half] = parts.get(k + 1)[i] ^ parts.get(k + 2)[i];
      }
      whole.add(y);
    }
    return whole;
  }

  /** T·v, 32 bits in a word: splits until there are products enough for a row of them. */
  long[] result() {
    var products = List.of(this);
    int splits = 0;
    while (products.size() < ROW && products.get(0).vector.length >= SMALLEST_IN_ROWS) {
      products = split(products);
      splits++;
    }
    int n = products.get(0).vector.length;
    var t = transposed(products.stream().map(ToeplitzProduct::windows).toList());
    var v = transposed(products.stream().map(ToeplitzProduct::vector).toList());
    var y = new long[n][products.size()];
    multiply(t, 0, v, 0, y, 0, n, new long[4 * n][products.size()], 0);
    List<long[]> results = List.of(transposed(List.of(y)));
    for (int i = 0; i < splits; i++) {
      results = joined(results);
    }
    return results.get(0);
  }

  private static long[][] transposed(List<long[]> columns) {
    var rows = new long[columns.get(0).length][columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      long[] column = columns.get(i);
      for (int k = 0; k < column.length; k++) {
        rows[k][i] = column[k];
      }
    }
    return rows;
  }

  /** y = T·v for each column of the rows; {@code w} is scratch from {@code free} on, 4n rows. */
  private static void multiply(
      long[][] t, int ti, long[][] v, int vi, long[][] y, int yi, int n, long[][] w, int free) {
    if (n <= 3) {
      rowByRow(t, ti, v, vi, y, yi, n);
      return;
    }
    if (n > INTERRUPT_SIZE) {
      Parallel.checkInterrupt();
    }
    int h = n / 2;
    int sum = free + 2 * h;
    int shared = sum + h;
    int next = shared + h;
    add(t, ti, t, ti + h, w, free, 2 * h - 1);
    multiply(w, free, v, vi + h, y, yi, h, w, next);
    add(t, ti + h, t, ti + 2 * h, w, free, 2 * h - 1);
    multiply(w, free, v, vi, y, yi + h, h, w, next);
    add(v, vi, v, vi + h, w, sum, h);
    multiply(t, ti + h, w, sum, w, shared, h, w, next);
    add(y, yi, w, shared, y, yi, h);
    add(y, yi + h, w, shared, y, yi + h, h);
  }

  /** A few parts by the definition: bits 32 to 63 of a window times a part. */
  private static void rowByRow(long[][] t, int ti, long[][] v, int vi, long[][] y, int yi, int n) {
    for (int i = 0; i < n; i++) {
      long[] sums = y[yi + i];
      Arrays.fill(sums, 0);
      for (int j = 0; j < n; j++) {
        CarrylessProduct.addAll(t[ti + i - j + n - 1], v[vi + j], sums);
      }
      for (int k = 0; k < sums.length; k++) {
        sums[k] >>>= PART_BITS;
      }
    }
  }

  private static void add(long[][] a, int ai, long[][] b, int bi, long[][] sums, int si, int rows) {
    for (int i = 0; i < rows; i++) {
      add(a[ai + i], b[bi + i], sums[si + i]);
    }
  }

  private static void add(long[] a, long[] b, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a[i] ^ b[i];
    }
  }
}
