package qnet.qkd;

import qnet.run.Exponential;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;
import qnet.run.XoshiroLanes;

/**
 * Goes from one pulse in which light may click to the next, as long as nothing else happens between
 * them: the inner loop of rare clicks, without a branch that depends on what was drawn.
 */
final class LightRun {
  private static final int PULSES = 256;

  private final CaseTable table;
  private final long[] any;
  private final long[] wrong;
  private final long[] wrongOnly;
  private final double meanGap;
  private final XoshiroLanes lanes;
  private final Xoshiro256 single;
  private final long[] caseWords = new long[PULSES];
  private final long[] lightWords = new long[PULSES];
  private final long[] gapWords = new long[PULSES];
  private final int[] events = new int[PULSES];
  private int used = PULSES;

  LightRun(PulseCases cases, CaseTable table, Xoshiro256 random) {
    this.table = table;
    double brightest = cases.brightest();
    this.any = scaled(cases.any, brightest);
    this.wrong = scaled(cases.wrong, brightest);
    this.wrongOnly = scaled(cases.wrongOnly, brightest);
    this.meanGap = Exponential.meanGap(brightest);
    this.lanes = new XoshiroLanes(PULSES, random);
    this.single = random;
  }

  /**
   * Draws all such pulses before a given one.
   *
   * @param first the next pulse in which light may click
   * @return the first of them that is not before the end
   */
  long run(long first, long end, SiftedChunk chunk) {
    long pulse = first;
    while (pulse < end) {
      if (used == PULSES) {
        Parallel.checkInterrupt();
        lanes.fill(caseWords);
        lanes.fill(lightWords);
        lanes.fill(gapWords);
        used = 0;
      }
      int next = used;
      for (; next < PULSES && pulse < end; next++) {
        pulse += Exponential.gap(meanGap, gapWords[next], single);
      }
      draw(used, next);
      chunk.put(events, used, next);
      used = next;
    }
    return pulse;
  }

  private void draw(int from, int to) {
    for (int i = from; i < to; i++) {
      long word = caseWords[i];
      int c = table.draw(word);
      int coin = (int) (word >>> 17) & 1;
      long u = lightWords[i] >>> 11;
      int clicksWrong = below(u, wrong[c & wrong.length - 1]);
      int clicksRight =
          below(u, any[c & any.length - 1]) & ~below(u, wrongOnly[c & wrongOnly.length - 1]);
      int both = clicksRight & clicksWrong;
      events[i] =
          SiftedChunk.event(
              c,
              (int) (word >>> 16) & 1,
              clicksRight | clicksWrong,
              clicksWrong & ~(both & coin),
              both);
    }
  }

  /** 1 if a number is below a threshold, or 0; both from 0 to 2⁵³. */
  private static int below(long u, long threshold) {
    return (int) (u - threshold >>> 63);
  }

  /** Thresholds for 53 random bits, given that light clicks in the brightest case. */
  private static long[] scaled(double[] thresholds, double brightest) {
    long[] scaled = new long[Integer.highestOneBit(2 * thresholds.length - 1)]; // a power of 2
    for (int c = 0; c < thresholds.length && brightest > 0; c++) {
      scaled[c] = Math.round(thresholds[c] / brightest * 0x1p53);
    }
    return scaled;
  }
}
