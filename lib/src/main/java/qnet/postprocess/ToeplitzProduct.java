package qnet.postprocess;

import java.util.ArrayList;
import java.util.List;
import qnet.run.Parallel;

/**
 * The product of a Toeplitz matrix and a vector over two elements, in words of 64 bits, exact.
 *
 * <p>A square is cut into four, of which two are equal, and three products of half the size do the
 * work of four:
 *
 * <p>y₀ = (T₀ + T₁)·v₁ + T₁·(v₀ + v₁), y₁ = (T₁ + T₂)·v₀ + T₁·(v₀ + v₁),
 *
 * <p>so that n bits take time n^1.585. There is nothing to round: all operations are on bits. At a
 * million bits this is faster than a Fourier transform in double precision, whether or not that has
 * the transform of its seed at hand.
 *
 * <p>Reference: S. Winograd, Arithmetic Complexity of Computations, SIAM (1980), for the three
 * products; H. Fan, M. A. Hasan, IEEE Trans. Comput. 56, 224 (2007), doi:10.1109/TC.2007.19, for
 * those of two and of three parts over two elements.
 */
final class ToeplitzProduct {
  /** Products of more words than this run on all cores. */
  private static final int PARALLEL_WORDS = 512;

  private static final int PIECES = 9;

  private ToeplitzProduct() {}

  /**
   * A square Toeplitz matrix and a vector of n words; row i, column j of the matrix, counted in
   * bits, is bit i − j + 64n of the 2n words {@code diagonals}.
   */
  private record Square(long[] diagonals, long[] vector) {
    /** (T₀ + T₁, v₁), (T₁ + T₂, v₀) and (T₁, v₀ + v₁). */
    List<Square> split() {
      int half = vector.length / 2;
      var third = new Square(new long[2 * half], new long[half]);
      System.arraycopy(diagonals, half, third.diagonals, 0, 2 * half);
      add(vector, 0, vector, half, third.vector, 0, half);
      var first = new Square(new long[2 * half], new long[half]);
      add(diagonals, 0, diagonals, half, first.diagonals, 0, 2 * half);
      System.arraycopy(vector, half, first.vector, 0, half);
      var second = new Square(new long[2 * half], new long[half]);
      add(diagonals, half, diagonals, 2 * half, second.diagonals, 0, 2 * half);
      System.arraycopy(vector, 0, second.vector, 0, half);
      return List.of(first, second, third);
    }

    long[] product() {
      int n = vector.length;
      var y = new long[n];
      multiply(diagonals, 0, vector, 0, y, 0, n, new long[8 * n], 0);
      return y;
    }
  }

  /** The least size from which squares are made that is not below a number of words. */
  static int sizeFrom(int words) {
    int size = 2;
    while (size < words) {
      size = Integer.bitCount(size) == 1 ? size / 2 * 3 : size / 3 * 4;
    }
    return size;
  }

  /** Products of single words that a square of such a size takes. */
  static double work(int size) {
    return size == 2 ? 3 : size == 3 ? 6 : 3 * work(size / 2);
  }

  /**
   * A square's product with a vector.
   *
   * @param diagonals 2n words or more, used from {@code from}
   * @param vector n words, used from {@code vectorFrom}
   * @param n the size of the square, one of {@link #sizeFrom}
   */
  static long[] square(long[] diagonals, int from, long[] vector, int vectorFrom, int n) {
    var square = new Square(new long[2 * n], new long[n]);
    System.arraycopy(diagonals, from, square.diagonals, 0, 2 * n);
    System.arraycopy(vector, vectorFrom, square.vector, 0, n);
    return products(List.of(square)).get(0);
  }

  private static List<long[]> products(List<Square> squares) {
    int n = squares.get(0).vector.length;
    if (squares.size() >= PIECES || n < PARALLEL_WORDS) {
      return n < PARALLEL_WORDS / PIECES
          ? squares.stream().map(Square::product).toList()
          : Parallel.map(squares.size(), i -> squares.get(i).product());
    }
    var parts = products(squares.stream().flatMap(square -> square.split().stream()).toList());
    var whole = new ArrayList<long[]>();
    for (int i = 0; i < parts.size(); i += 3) {
      var y = new long[n];
      add(parts.get(i), 0, parts.get(i + 2), 0, y, 0, n / 2);
      add(parts.get(i + 1), 0, parts.get(i + 2), 0, y, n / 2, n / 2);
      whole.add(y);
    }
    return whole;
  }

  /** y = T·v; {@code w} is scratch from {@code free} on, 8n words. */
  private static void multiply(
      long[] s, int si, long[] v, int vi, long[] y, int yi, int n, long[] w, int free) {
    if (n == 2) {
      two(s, si, v[vi], v[vi + 1], y, yi);
      return;
    }
    if (n == 3) {
      three(s, si, v[vi], v[vi + 1], v[vi + 2], y, yi);
      return;
    }
    if (n > PARALLEL_WORDS) {
      Parallel.checkInterrupt();
    }
    int h = n / 2;
    int sum = free + 2 * h;
    int shared = sum + h;
    int next = shared + h;
    add(s, si, s, si + h, w, free, 2 * h);
    multiply(w, free, v, vi + h, y, yi, h, w, next);
    add(s, si + h, s, si + 2 * h, w, free, 2 * h);
    multiply(w, free, v, vi, y, yi + h, h, w, next);
    add(v, vi, v, vi + h, w, sum, h);
    multiply(s, si + h, w, sum, w, shared, h, w, next);
    add(y, yi, w, shared, y, yi, h);
    add(y, yi + h, w, shared, y, yi + h, h);
  }

  private static void two(long[] s, int si, long v0, long v1, long[] y, int yi) {
    long s1 = s[si + 1];
    long s2 = s[si + 2];
    long shared = CarrylessProduct.middle(s1, s2, v0 ^ v1);
    y[yi] = shared ^ CarrylessProduct.middle(s[si] ^ s1, s1 ^ s2, v1);
    y[yi + 1] = shared ^ CarrylessProduct.middle(s1 ^ s2, s2 ^ s[si + 3], v0);
  }

  /** Six products instead of nine, after Fan and Hasan 2007. */
  private static void three(long[] s, int si, long v0, long v1, long v2, long[] y, int yi) {
    long s1 = s[si + 1];
    long s2 = s[si + 2];
    long s3 = s[si + 3];
    long s4 = s[si + 4];
    long p12 = CarrylessProduct.middle(s1, s2, v1 ^ v2);
    long p02 = CarrylessProduct.middle(s2, s3, v0 ^ v2);
    long p01 = CarrylessProduct.middle(s3, s4, v0 ^ v1);
    y[yi] = p12 ^ p02 ^ CarrylessProduct.middle(s[si] ^ s1 ^ s2, s1 ^ s2 ^ s3, v2);
    y[yi + 1] = p12 ^ p01 ^ CarrylessProduct.middle(s1 ^ s2 ^ s3, s2 ^ s3 ^ s4, v1);
    y[yi + 2] = p02 ^ p01 ^ CarrylessProduct.middle(s2 ^ s3 ^ s4, s3 ^ s4 ^ s[si + 5], v0);
  }

  private static void add(long[] a, int ai, long[] b, int bi, long[] sum, int to, int n) {
    for (int i = 0; i < n; i++) {
      sum[to + i] = a[ai + i] ^ b[bi + i];
    }
  }
}
