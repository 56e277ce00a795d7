package qnet.postprocess;

import qnet.run.Parallel;

/**
 * The product of two polynomials over two elements modulo zᴺ + 1, by {@link TernaryTransform}.
 *
 * <p>The factors are cut into 3ᵏ pieces of M bits, N = 3ᵏ·M. Pieces are numbers of the transform
 * with L ≥ M, so that no product of two is reduced: what comes back is exact. A product of two
 * numbers is three of L bits:
 *
 * <p>(a₀ + a₁y)(b₀ + b₁y) = (a₀b₀ + a₁b₁) + (a₀b₀ + (a₀ + a₁)(b₀ + b₁))·y
 *
 * @param levels k, from 2 to 12
 * @param pieceBits M, at least 1
 */
record CyclicProduct(int levels, int pieceBits) {
  /** The largest N; beyond it, indices would not be integers any more. */
  static final int MOST_BITS = 1 << 30;

  private static final int MOST_LEVELS = 12;
  private static final int PART_BITS = 32;

  /** Numbers that are multiplied, or steps that are done, in one go. */
  private static final int BATCH = 27;

  /** Products of 32 bits that take the time of a number in one step of the three transforms. */
  private static final double STEP_WORK = 30;

  /** The same for each of its words. */
  private static final double WORD_WORK = 0.7;

  /** The plan with the least work for a product of N bits, or a little more. */
  static CyclicProduct ofBits(int bits) {
    var best = new CyclicProduct(2, bits / 9 + 1);
    for (int k = 3, size = 27; k <= MOST_LEVELS; k++, size *= 3) {
      var plan = new CyclicProduct(k, bits / size + 1);
      best = plan.work() < best.work() ? plan : best;
    }
    return best;
  }

  /** About as many products of 32 bits as all takes. */
  double work() {
    double steps = levels * (STEP_WORK + WORD_WORK * 2 * transform().words());
    return size() * (3 * ToeplitzProduct.work(parts()) + steps);
  }

  private int size() {
    int size = 1;
    for (int i = 0; i < levels; i++) {
      size *= 3;
    }
    return size;
  }

  private TernaryTransform transform() {
    int multiple = size() / 3;
    return new TernaryTransform((pieceBits + multiple - 1) / multiple * multiple);
  }

  private int parts() {
    return ToeplitzProduct.sizeFrom((transform().halfBits() + PART_BITS - 1) / PART_BITS);
  }

  /** The product; bits from N on have no meaning. */
  long[] of(long[] a, long[] b) {
    long[][] product = cut(a);
    long[][] other = cut(b);
    for (int length = size(); length > 1; length /= 3) {
      step(product, length, true);
      step(other, length, true);
    }
    Parallel.map((size() + BATCH - 1) / BATCH, i -> multiply(product, other, i * BATCH));
    for (int length = 3; length <= size(); length *= 3) {
      step(product, length, false);
    }
    return joined(product);
  }

  private long[][] cut(long[] bits) {
    int words = transform().words();
    var pieces = new long[size()][2 * words];
    int last = pieceBits - 1 >> 6;
    for (int i = 0; i < pieces.length; i++) {
      TernaryTransform.addShifted(bits, 0, bits.length, -i * pieceBits, pieces[i], 0, last + 1);
      pieces[i][last] &= -1L >>> -pieceBits;
    }
    return pieces;
  }

  /** All steps of one length, forwards or backwards. */
  private void step(long[][] numbers, int length, boolean forward) {
    var transform = transform();
    int third = length / 3;
    int unit = transform.halfBits() / third;
    int steps = numbers.length / 3;
    Parallel.map(
        (steps + BATCH - 1) / BATCH,
        batch -> {
          for (int k = batch * BATCH; k < Math.min(steps, (batch + 1) * BATCH); k++) {
            int i = k % third;
            int at = k / third * length + i;
            long[] b = numbers[at + third];
            long[] c = numbers[at + 2 * third];
            if (forward) {
              transform.forward(numbers[at], b, c, i * unit);
            } else {
              transform.backward(numbers[at], b, c, i * unit);
              numbers[at + third] = c;
              numbers[at + 2 * third] = b;
            }
          }
          return null;
        });
  }

  /** Products of some numbers with others of the same places, in place. */
  private Void multiply(long[][] numbers, long[][] others, int from) {
    int count = Math.min(BATCH, numbers.length - from);
    var transform = transform();
    long[][] products =
        PolynomialProducts.of(rows(numbers, from, count), rows(others, from, count));
    int words = products.length / 2;
    for (int i = 0; i < count; i++) {
      var e = new long[words];
      var f = new long[words];
      for (int j = 0; j < products.length; j++) {
        int up = PART_BITS * (j & 1);
        long first = products[j][3 * i];
        e[j >> 1] |= (first ^ products[j][3 * i + 1]) << up;
        f[j >> 1] |= (first ^ products[j][3 * i + 2]) << up;
      }
      transform.reduce(e, f, numbers[from + i]);
    }
    return null;
  }

  /** Columns v₀, v₁ and v₀ + v₁ of each number. */
  private long[][] rows(long[][] numbers, int from, int count) {
    int words = transform().words();
    var rows = new long[parts()][3 * count];
    for (int i = 0; i < count; i++) {
      long[] v = numbers[from + i];
      for (int j = 0; j < rows.length && j >> 1 < words; j++) {
        long low = v[j >> 1] >>> PART_BITS * (j & 1) & 0xFFFFFFFFL;
        long high = v[words + (j >> 1)] >>> PART_BITS * (j & 1) & 0xFFFFFFFFL;
        rows[j][3 * i] = low;
        rows[j][3 * i + 1] = high;
        rows[j][3 * i + 2] = low ^ high;
      }
    }
    return rows;
  }

  /** The sum of all pieces at their places; those beyond N go on at the beginning. */
  private long[] joined(long[][] pieces) {
    int words = transform().words();
    int half = transform().halfBits();
    int bits = pieces.length * pieceBits;
    var all = new long[(bits >> 6) + 2 * words + 2];
    for (int i = 0; i < pieces.length; i++) {
      TernaryTransform.addShifted(pieces[i], 0, words, i * pieceBits, all, 0, all.length);
      TernaryTransform.addShifted(
          pieces[i], words, 2 * words, i * pieceBits + half, all, 0, all.length);
    }
    TernaryTransform.addShifted(all, 0, all.length, -bits, all, 0, 2 * words);
    return all;
  }
}
