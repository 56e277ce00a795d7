package qnet.postprocess;

/**
 * The Fourier transform with which Schönhage multiplies long polynomials over two elements.
 *
 * <p>Its numbers are polynomials modulo x²ᴸ + xᴸ + 1, in which x³ᴸ = 1: powers of x are the roots
 * of unity, and to multiply by them is to shift. With y = xᴸ, y² = y + 1, a number is two halves v₀
 * + v₁·y of L bits each. There are 3ᵏ numbers, and L is a multiple of 3ᵏ⁻¹.
 *
 * <p>V_j = Σᵢ vᵢ·x^(3L·i·j/3ᵏ)
 *
 * <p>The order of the V_j is what the steps leave, and what the steps back expect. To divide by 3ᵏ
 * is to do nothing, because 3 = 1. All operations are on bits, so there is nothing to round.
 *
 * <p>References: A. Schönhage, Acta Inform. 7, 395 (1977), doi:10.1007/BF00289470; R. P. Brent, P.
 * Gaudry, E. Thomé, P. Zimmermann, ANTS-VIII, LNCS 5011, 153 (2008),
 * doi:10.1007/978-3-540-79456-1_10.
 *
 * @param halfBits L
 */
record TernaryTransform(int halfBits) {
  /** Words of a half; its last word may have unused bits, which are zeros. */
  int words() {
    return (halfBits + 63) >>> 6;
  }

  /** The three numbers of a step, and the power of the root of unity that belongs to it. */
  void forward(long[] a, long[] b, long[] c, int exponent) {
    combine(a, b, c);
    rotate(b, exponent);
    rotate(c, 2 * exponent);
  }

  /** What undoes {@link #forward}, but for the order of b and c, which come back swapped. */
  void backward(long[] a, long[] b, long[] c, int exponent) {
    int whole = 3 * halfBits;
    rotate(b, (whole - exponent) % whole);
    rotate(c, (2 * whole - 2 * exponent) % whole);
    combine(a, b, c);
  }

  /** a + b + c, a + y·b + y²·c and a + y²·b + y·c, in place. */
  private void combine(long[] a, long[] b, long[] c) {
    int w = words();
    for (int i = 0; i < w; i++) {
      long a0 = a[i];
      long a1 = a[w + i];
      long b0 = b[i];
      long b1 = b[w + i];
      long c0 = c[i];
      long c1 = c[w + i];
      a[i] = a0 ^ b0 ^ c0;
      a[w + i] = a1 ^ b1 ^ c1;
      b[i] = a0 ^ b1 ^ c0 ^ c1;
      b[w + i] = a1 ^ b0 ^ b1 ^ c0;
      c[i] = a0 ^ b0 ^ b1 ^ c1;
      c[w + i] = a1 ^ b0 ^ c0 ^ c1;
    }
  }

  /** Multiplies by a power of x below 3L. */
  private void rotate(long[] v, int exponent) {
    int w = words();
    for (int i = exponent / halfBits; i > 0; i--) {
      for (int j = 0; j < w; j++) {
        long sum = v[j] ^ v[w + j]; // y·(v₀ + v₁·y) = v₁ + (v₀ + v₁)·y
        v[j] = v[w + j];
        v[w + j] = sum;
      }
    }
    int shift = exponent % halfBits;
    if (shift > 0) {
      var rotated = new long[2 * w];
      addShifted(v, 0, w, shift, rotated, 0, w);
      addShifted(v, w, 2 * w, shift, rotated, w, 2 * w);
      long used = -1L >>> -halfBits;
      rotated[w - 1] &= used;
      rotated[2 * w - 1] &= used;
      // what was shifted out of v₀ belongs to y, what was shifted out of v₁ to y² = y + 1
      addShifted(v, 0, w, shift - halfBits, rotated, w, 2 * w);
      addShifted(v, w, 2 * w, shift - halfBits, rotated, 0, w);
      addShifted(v, w, 2 * w, shift - halfBits, rotated, w, 2 * w);
      System.arraycopy(rotated, 0, v, 0, 2 * w);
    }
  }

  /** Brings a product of degree up to 4L, written as e + f·y with e and f of 2L bits, into v. */
  void reduce(long[] e, long[] f, long[] v) {
    int w = words();
    System.arraycopy(e, 0, v, 0, w);
    System.arraycopy(f, 0, v, w, w);
    long used = -1L >>> -halfBits;
    v[w - 1] &= used;
    v[2 * w - 1] &= used;
    // the upper half of e belongs to y, that of f to y² = y + 1
    addShifted(e, 0, e.length, -halfBits, v, w, 2 * w);
    addShifted(f, 0, f.length, -halfBits, v, 0, w);
    addShifted(f, 0, f.length, -halfBits, v, w, 2 * w);
  }

  /**
   * Adds bits, shifted up or (below 0) down, to others; what falls outside of the range is lost.
   */
  static void addShifted(
      long[] bits, int from, int end, int shift, long[] sums, int sumsFrom, int sumsEnd) {
    int offset = sumsFrom + (shift >> 6) - from;
    int last = Math.min(sumsEnd, end + offset);
    for (int i = Math.max(sumsFrom, from + offset); i < last; i++) {
      sums[i] ^= bits[i - offset] << shift;
    }
    if ((shift & 63) != 0) {
      last = Math.min(sumsEnd, end + offset + 1);
      for (int i = Math.max(sumsFrom, from + offset + 1); i < last; i++) {
        sums[i] ^= bits[i - offset - 1] >>> -shift;
      }
    }
  }
}
