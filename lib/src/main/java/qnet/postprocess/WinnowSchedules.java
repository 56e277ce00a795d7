package qnet.postprocess;

import java.util.ArrayList;
import java.util.List;

/** The lengths of blocks with which {@link Winnow} comes. */
final class WinnowSchedules {
  /**
   * Passes with blocks of 8, 16, 32, … 1024 bits, by the largest error rate in per cent, from 1.
   *
   * <p>TNO, qkd_key_rate 2.0.4, ERROR_RATES_TO_SCHEDULE (Apache-2.0); it does not say where the
   * table is from.
   */
  private static final int[][] PASSES = {
    {1, 0, 1, 1, 1, 0, 0, 1},
    {1, 1, 2, 0, 0, 0, 0, 1},
    {1, 3, 0, 0, 0, 1, 0, 1},
    {2, 1, 1, 1, 0, 0, 0, 1},
    {2, 1, 1, 0, 0, 1, 1, 1},
    {2, 1, 2, 1, 0, 0, 0, 1},
    {2, 1, 2, 2, 1, 0, 0, 0},
    {2, 2, 1, 2, 0, 0, 0, 1},
    {2, 2, 1, 2, 1, 0, 0, 1},
    {3, 1, 2, 1, 0, 0, 0, 1},
    {3, 2, 1, 1, 0, 0, 0, 1},
    {3, 2, 3, 0, 0, 0, 0, 1},
    {4, 2, 2, 1, 0, 0, 0, 1},
    {4, 2, 2, 0, 0, 0, 0, 2},
    {4, 3, 2, 0, 0, 0, 1, 0},
  };

  /** Wrong bits to expect in a block: found by trying; from 0.4 to 0.7 the leak hardly changes. */
  private static final double ERRORS_PER_BLOCK = 0.6;

  /** So that two errors that a pass leaves seldom share a block again. */
  private static final int LEAST_BLOCKS = 16;

  /** Errors that may be left on average. */
  private static final double ERRORS_LEFT = 1e-3;

  /** Errors in the key vary, and an excess doubles in each pass: so many standard deviations. */
  private static final int DEVIATIONS = 5;

  private WinnowSchedules() {}

  static List<Integer> tabulated(double qber) {
    int row = 0;
    while (row < PASSES.length - 1 && qber > (row + 1) / 100.0) {
      row++;
    }
    var blocks = new ArrayList<Integer>();
    int block = WinnowPass.LEAST_BLOCK_BITS;
    for (int passes : PASSES[row]) {
      for (int i = 0; i < passes; i++) {
        blocks.add(block);
      }
      block *= 2;
    }
    return blocks;
  }

  static List<Integer> tuned(double qber, int keyBits) {
    var blocks = new ArrayList<Integer>();
    double bits = keyBits;
    double errorRate = Math.min(0.5, qber + DEVIATIONS * Math.sqrt(qber / keyBits));
    while (bits * errorRate > ERRORS_LEFT) {
      double most = Math.min(ERRORS_PER_BLOCK / errorRate, bits / LEAST_BLOCKS);
      int block =
          Math.max(
              WinnowPass.LEAST_BLOCK_BITS,
              Math.min(WinnowPass.MOST_BLOCK_BITS, Integer.highestOneBit((int) most)));
      var pass = new WinnowPass(block, errorRate);
      blocks.add(block);
      double meetsAgain = block / bits;
      errorRate = Math.min(0.5, pass.qberAfter() + errorRate * meetsAgain);
      bits *= 1 - pass.leakPerBit();
    }
    return blocks;
  }
}
