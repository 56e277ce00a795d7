package qnet.state;

import java.util.Arrays;
import qnet.run.Xoshiro256;

/**
 * Draws 64 biased coins at a time, each lane with the probability of the case it is in.
 *
 * <p>A lane compares a uniform binary fraction with its probability, bit by bit from the top, until
 * they differ; 64 lanes take about seven random words. Probabilities are rounded to 48 binary
 * digits.
 */
final class BernoulliWords {
  private static final int DIGITS = 48;

  /** For each case, which of the distinct probabilities it has. */
  private final int[] group;

  /** All ones for the distinct probabilities that are 1. */
  private final long[] always;

  /** For each binary digit and distinct probability: all ones if the digit is 1. */
  private final long[][] digits;

  BernoulliWords(double... probabilities) {
    long[] rounded =
        Arrays.stream(probabilities).mapToLong(p -> Math.round(p * (1L << DIGITS))).toArray();
    long[] distinct = Arrays.stream(rounded).distinct().toArray();
    group = new int[rounded.length];
    always = new long[distinct.length];
    int used = 0;
    for (int i = 0; i < group.length; i++) {
      for (int g = 0; g < distinct.length; g++) {
        group[i] = rounded[i] == distinct[g] ? g : group[i];
      }
    }
    for (int g = 0; g < distinct.length; g++) {
      always[g] = -(distinct[g] >> DIGITS);
      used = Math.max(used, DIGITS - Math.min(DIGITS, Long.numberOfTrailingZeros(distinct[g])));
    }
    digits = new long[used][distinct.length];
    for (int d = 0; d < used; d++) {
      for (int g = 0; g < distinct.length; g++) {
        digits[d][g] = -(distinct[g] >> (DIGITS - 1 - d) & 1);
      }
    }
  }

  /**
   * One coin for each lane.
   *
   * @param cases for each case, the lanes that are in it
   * @param random the source of random words
   * @return the lanes that show heads
   */
  long draw(long[] cases, Xoshiro256 random) {
    long[] lanes = new long[always.length];
    for (int i = 0; i < group.length; i++) {
      lanes[group[i]] |= cases[i];
    }
    long heads = select(always, lanes);
    long open = ~heads;
    for (int d = 0; d < digits.length && open != 0; d++) {
      long word = random.nextLong();
      long digit = select(digits[d], lanes);
      heads |= open & digit & ~word;
      open &= ~(digit ^ word);
    }
    return heads;
  }

  private static long select(long[] values, long[] lanes) {
    long selected = 0;
    for (int g = 0; g < lanes.length; g++) {
      selected |= values[g] & lanes[g];
    }
    return selected;
  }
}
