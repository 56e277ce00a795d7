package qnet.repeater;

import java.util.ArrayDeque;
import java.util.ArrayList;
import qnet.run.Xoshiro256;

/**
 * Draws how many attempts it takes until one succeeds, in a few nanoseconds whatever the
 * probability.
 *
 * <p>P(k) = p·(1 − p)^(k−1), k = 1, 2 …
 *
 * <p>The digits of k − 1 in base 1024 are independent, each with a cut-off geometric distribution
 * that an alias table gives with one word. The highest digit starts again where its table ends,
 * because a geometric distribution has no memory.
 *
 * <p>Reference: A. J. Walker, ACM Trans. Math. Softw. 3, 253 (1977), doi:10.1145/355744.355749, for
 * the alias method.
 */
final class GeometricSampler {
  private static final int COLUMN_BITS = 10;
  private static final int COLUMNS = 1 << COLUMN_BITS;
  private static final int FRACTION_BITS = Long.SIZE - COLUMN_BITS;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;

  private final Digit[] lower;
  private final Digit highest;

  GeometricSampler(double probability) {
    double rate = -StrictMath.log1p(-probability); // +∞ for certain success
    double step = 1;
    var digits = new ArrayList<Digit>();
    while (rate * step * COLUMNS < 1) {
      digits.add(new Digit(rate * step, step, COLUMNS));
      step *= COLUMNS;
    }
    lower = digits.toArray(Digit[]::new);
    highest = new Digit(rate * step, step, COLUMNS - 1);
  }

  double next(Xoshiro256 random) {
    double attempts = 1 + highest(random.nextLong(), random);
    for (Digit digit : lower) {
      attempts += digit.of(random.nextLong()) * digit.step;
    }
    return attempts;
  }

  /**
   * Draws many numbers at once, which is faster.
   *
   * @param attempts where they go
   * @param words room for as many words
   */
  void fill(double[] attempts, long[] words, Xoshiro256 random) {
    random.fill(words);
    for (int i = 0; i < attempts.length; i++) {
      attempts[i] = 1 + highest(words[i], random);
    }
    for (Digit digit : lower) {
      random.fill(words);
      for (int i = 0; i < attempts.length; i++) {
        attempts[i] += digit.of(words[i]) * digit.step;
      }
    }
  }

  private double highest(long word, Xoshiro256 random) {
    int value = highest.of(word);
    return value < COLUMNS - 1 ? value * highest.step : beyond(random);
  }

  private double beyond(Xoshiro256 random) {
    double sum = 0;
    int value = COLUMNS - 1;
    while (value == COLUMNS - 1) {
      sum += value * highest.step;
      value = highest.of(random.nextLong());
    }
    return sum + value * highest.step;
  }

  /** One digit: P(d) ∝ e^(−rate·d); whatever is left beyond the last value goes to the next one. */
  private static final class Digit {
    final double step;
    private final long[] table = new long[COLUMNS]; // threshold and, in the low bits, alias

    Digit(double rate, double step, int values) {
      this.step = step;
      double[] weight = new double[COLUMNS];
      double total = values == COLUMNS ? -StrictMath.expm1(-rate * values) : 1;
      for (int d = 0; d < values; d++) {
        double below = d == 0 ? 1 : StrictMath.exp(-rate * d);
        weight[d] = COLUMNS * below * -StrictMath.expm1(-rate) / total;
      }
      if (values < COLUMNS) {
        weight[values] = COLUMNS * StrictMath.exp(-rate * values);
      }
      fill(weight);
    }

    /** Walker's table: every column holds one value and what another one lends it. */
    private void fill(double[] weight) {
      var poor = new ArrayDeque<Integer>();
      var rich = new ArrayDeque<Integer>();
      for (int i = 0; i < COLUMNS; i++) {
        table[i] = i;
        (weight[i] < 1 ? poor : rich).add(i);
      }
      while (!poor.isEmpty() && !rich.isEmpty()) {
        int small = poor.remove();
        int large = rich.peek();
        table[small] = (long) (weight[small] * FRACTION) << COLUMN_BITS | large;
        weight[large] -= 1 - weight[small];
        if (weight[large] < 1) {
          poor.add(rich.remove());
        }
      }
    }

    /** Which of its two values a word picks, without a branch. */
    int of(long word) {
      int column = (int) (word >>> FRACTION_BITS);
      long entry = table[column];
      int alias = (int) entry & (COLUMNS - 1);
      int own = (int) (((word & FRACTION) - (entry >>> COLUMN_BITS)) >> (Long.SIZE - 1));
      return alias ^ ((column ^ alias) & own);
    }
  }
}
