package qnet.qkd;

import qnet.run.Exponential;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;
import qnet.run.XoshiroLanes;

/**
 * Goes from one pulse in which light may click to the next, as long as nothing else happens between
 * them: the inner loop of rare clicks, two random words each, and without a branch that depends on
 * what was drawn.
 */
final class LightRun {
  private static final int PULSES = 256;

  private final PulseCases cases;
  private final double meanGap;
  private final XoshiroLanes lanes;
  private final Xoshiro256 single;
  private final long[] words = new long[PULSES];
  private final long[] gaps = new long[PULSES];
  private final int[] events = new int[PULSES];
  private int used = PULSES;

  LightRun(PulseCases cases, Xoshiro256 random) {
    this.cases = cases;
    this.meanGap = Exponential.meanGap(cases.brightest());
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
        draw();
        used = 0;
      }
      int next = used;
      for (; next < PULSES && pulse < end; next++) {
        pulse += gaps[next];
      }
      chunk.put(events, used, next);
      used = next;
    }
    return pulse;
  }

  private void draw() {
    CaseTable lightEvents = cases.lightEvents();
    lanes.fill(words);
    for (int i = 0; i < PULSES; i++) {
      events[i] = lightEvents.draw(words[i]);
    }
    lanes.fill(words);
    for (int i = 0; i < PULSES; i++) {
      gaps[i] = Exponential.gap(meanGap, words[i], single);
    }
  }
}
