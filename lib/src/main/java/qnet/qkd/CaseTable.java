package qnet.qkd;

import java.util.Arrays;

/**
 * Draws one of a few cases with given probabilities by Walker's alias method: a column is chosen
 * evenly, and in it one of two cases.
 *
 * <p>Reference: A. J. Walker, ACM Trans. Math. Softw. 3, 253 (1977), doi:10.1145/355744.355749.
 */
final class CaseTable {
  /** A column is chosen by the low bits of a word, a case in it by this many of its high bits. */
  private static final int FRACTION_BITS = 44;

  private final long[] cut;

  /** For each column the case above its cut in bits 0 to 15, and the one below in those after. */
  private final int[] pair;

  CaseTable(double... probabilities) {
    int columns = Integer.highestOneBit(2 * probabilities.length - 1);
    cut = new long[columns];
    pair = new int[columns];
    double[] left = Arrays.copyOf(probabilities, columns);
    double[] filled = new double[columns];
    for (int column = 0; column < columns; column++) {
      int poorest = smallestOpen(left, filled);
      int richest = largest(left);
      double share = Math.min(left[poorest] * columns, 1);
      pair[column] = poorest << 16 | richest;
      cut[column] = Math.round(share * (1L << FRACTION_BITS));
      left[poorest] = 0;
      filled[poorest] = 1;
      left[richest] -= poorest == richest ? 0 : (1 - share) / columns;
    }
  }

  private static int smallestOpen(double[] left, double[] filled) {
    int best = -1;
    for (int i = 0; i < left.length; i++) {
      if (filled[i] == 0 && (best < 0 || left[i] < left[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int largest(double[] left) {
    int best = 0;
    for (int i = 1; i < left.length; i++) {
      best = left[i] > left[best] ? i : best;
    }
    return best;
  }

  /** A case from bits 0 to 15 and 20 to 63 of a random word. */
  int draw(long word) {
    long fraction = word >>> (64 - FRACTION_BITS);
    int isBelow = (int) (fraction - cut[(int) word & cut.length - 1] >> 63); // −1 or 0, no branch
    return pair[(int) word & pair.length - 1] >> (isBelow & 16) & 0xFFFF;
  }
}
