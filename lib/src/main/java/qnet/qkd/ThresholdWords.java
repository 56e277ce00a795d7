package qnet.qkd;

import java.util.Arrays;
import qnet.run.Xoshiro256;
import qnet.run.XoshiroLanes;

/**
 * For each pulse of a block draws a uniform number, and says whether it lies below each of a few
 * thresholds, which depend on the class that the pulse is in.
 *
 * <p>The numbers are compared digit by digit from the top, 64 pulses in a word and all words of the
 * block before the next digit. After {@value #DIGITS} digits hardly a pulse is undecided; the rest
 * of its number is drawn for it alone. So the probabilities are exact to 53 further digits.
 */
final class ThresholdWords {
  private static final int DIGITS = 10;

  /** For each threshold and class: the first digits, and the 53 that follow them. */
  private final int[][] head;

  private final long[][] rest;

  /** How many digits are needed: fewer where all thresholds end before. */
  private final int digits;

  private final long[] random = new long[PulseBlock.WORDS];
  private final long[] digit = new long[PulseBlock.WORDS];
  private final long[][] undecided;
  private final int[] openWords = new int[PulseBlock.WORDS];

  /**
   * @param thresholds for each threshold, its value in each class, from 0 to 1
   */
  ThresholdWords(double[]... thresholds) {
    int classes = thresholds[0].length;
    head = new int[thresholds.length][classes];
    rest = new long[thresholds.length][classes];
    undecided = new long[thresholds.length][PulseBlock.WORDS];
    int needed = 0;
    for (int t = 0; t < thresholds.length; t++) {
      for (int c = 0; c < classes; c++) {
        double scaled = thresholds[t][c] * (1 << DIGITS);
        head[t][c] = (int) scaled;
        rest[t][c] = (long) Math.ceil((scaled - head[t][c]) * 0x1p53);
        int zeros = Math.min(DIGITS, Integer.numberOfTrailingZeros(head[t][c]));
        needed = Math.max(needed, rest[t][c] > 0 ? DIGITS : DIGITS - zeros);
      }
    }
    digits = needed;
  }

  int thresholds() {
    return head.length;
  }

  /**
   * Draws a block.
   *
   * @param classes for each class, the pulses that are in it
   * @param below for each threshold, the pulses of which the number is below it: the result
   */
  void draw(long[][] classes, long[][] below, XoshiroLanes lanes, Xoshiro256 single) {
    for (int t = 0; t < head.length; t++) {
      Arrays.fill(below[t], 0);
      Arrays.fill(undecided[t], -1);
      for (int c = 0; c < classes.length; c++) {
        if (head[t][c] >> DIGITS != 0) { // a threshold of 1
          or(below[t], classes[c]);
          clear(undecided[t], classes[c]);
        }
      }
    }
    for (int d = DIGITS - 1; d >= DIGITS - digits; d--) {
      lanes.fill(random);
      for (int t = 0; t < head.length; t++) {
        compare(head[t], d, classes, below[t], undecided[t]);
      }
    }
    if (digits == DIGITS) {
      decide(classes, below, single);
    }
  }

  /** Compares the random numbers with a threshold in one binary place. */
  private void compare(int[] heads, int place, long[][] classes, long[] below, long[] undecided) {
    int ones = 0;
    int last = 0;
    for (int c = 0; c < classes.length; c++) {
      if ((heads[c] >> place & 1) != 0) {
        ones++;
        last = c;
      }
    }
    if (ones == 0) {
      clear(undecided, random);
    } else if (ones == classes.length) {
      compareWithOne(random, below, undecided);
    } else {
      compare(random, ones == 1 ? classes[last] : digits(heads, place, classes), below, undecided);
    }
  }

  /** The digits of one place: ones for the pulses of the classes where it is 1. */
  private long[] digits(int[] heads, int place, long[][] classes) {
    Arrays.fill(digit, 0);
    for (int c = 0; c < classes.length; c++) {
      if ((heads[c] >> place & 1) != 0) {
        or(digit, classes[c]);
      }
    }
    return digit;
  }

  private static void or(long[] words, long[] added) {
    for (int i = 0; i < words.length; i++) {
      words[i] |= added[i];
    }
  }

  private static void clear(long[] words, long[] removed) {
    for (int i = 0; i < words.length; i++) {
      words[i] &= ~removed[i];
    }
  }

  private static void compareWithOne(long[] random, long[] below, long[] undecided) {
    for (int i = 0; i < random.length; i++) {
      below[i] |= undecided[i] & ~random[i];
      undecided[i] &= random[i];
    }
  }

  private static void compare(long[] random, long[] digit, long[] below, long[] undecided) {
    for (int i = 0; i < random.length; i++) {
      below[i] |= undecided[i] & digit[i] & ~random[i];
      undecided[i] &= ~(digit[i] ^ random[i]);
    }
  }

  /** Draws the rest of the numbers that agree with a threshold in all of the first digits. */
  private void decide(long[][] classes, long[][] below, Xoshiro256 single) {
    int count = findOpen();
    for (int j = 0; j < count; j++) {
      int i = openWords[j];
      long open = 0;
      for (long[] words : undecided) {
        open |= words[i];
      }
      for (; open != 0; open &= open - 1) {
        int place = Long.numberOfTrailingZeros(open);
        int c = 0;
        for (int k = 1; k < classes.length; k++) {
          c += k * (int) (classes[k][i] >>> place & 1);
        }
        long u = single.nextLong() >>> 11;
        for (int t = 0; t < undecided.length; t++) {
          long isBelow = u - rest[t][c] >>> 63; // 1 or 0; no branch, as none could be predicted
          below[t][i] |= undecided[t][i] & isBelow << place;
        }
      }
    }
  }

  /** Lists the words in which a number is undecided. */
  private int findOpen() {
    int count = 0;
    for (int i = 0; i < PulseBlock.WORDS; i++) {
      long open = 0;
      for (long[] words : undecided) {
        open |= words[i];
      }
      openWords[count] = i;
      count += (int) ((open | -open) >>> 63);
    }
    return count;
  }
}
