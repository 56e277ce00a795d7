package qnet.qkd;

import qnet.run.Exponential;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * Walks from one pulse in which something happens to the next, over all those in which nothing
 * does: quick where clicks are rare, and the only way where a click changes what comes after it.
 *
 * <p>The pulses in which light may click, those in which a detector clicks by itself, and
 * after-pulses are three sequences of events. The number of pulses to the next event of the first
 * two is geometric, the whole part of an exponential waiting time; as they have no memory, the
 * waiting starts again after a dead time. Light is drawn for the brightest case, and thinned out
 * once the case of the pulse is drawn.
 *
 * <p>A click makes the receiver blind, both detectors, for the dead time. An after-pulse comes in
 * the first pulse after it.
 */
final class ClickWalk {
  private final PulseCases cases;
  private final CaseTable table;
  private final LightRun lightRun;
  private final double brightest;

  /** Mean waiting times in pulses, −1/ln(1 − p). */
  private final double meanLightGap;

  private final double meanNoiseGap;

  /** Given that at least one detector clicks by itself, the probability that both do. */
  private final double bothNoisy;

  private long light;
  private long noise;

  /** The pulse in which detectors click again, and which ones: 1, 2, or 3 for both. */
  private long echo;

  private int echoing;
  private int events;

  ClickWalk(PulseCases cases, Xoshiro256 random) {
    this.cases = cases;
    this.table = new CaseTable(cases.probabilities);
    this.brightest = cases.brightest();
    double p = cases.noiseProbability;
    this.meanLightGap = Exponential.meanGap(brightest);
    this.meanNoiseGap = Exponential.meanGap(p) / 2;
    this.bothNoisy = p / (2 - p);
    this.lightRun = new LightRun(cases, random);
    this.light = -1 + Exponential.gap(meanLightGap, random);
    this.noise = -1 + Exponential.gap(meanNoiseGap, random);
  }

  /** Goes on to the pulse of the given number, without it. */
  void walk(long end, SiftedChunk chunk, Xoshiro256 random) {
    while (true) {
      if (!cases.hasMemory()) {
        light = lightRun.run(light, Math.min(noise, end), chunk);
      }
      long pulse = echoing == 0 ? Math.min(light, noise) : echo;
      if (pulse >= end) {
        break;
      }
      if ((++events & 0xFFF) == 0) {
        Parallel.checkInterrupt();
      }
      long word = random.nextLong();
      int c = table.draw(word);
      int aliceBit = (int) (word >>> 16) & 1;
      int clicks = echoing;
      echoing = 0;
      if (pulse == light) {
        clicks |= lightClicks(c, aliceBit, random);
      }
      if (pulse == noise) {
        clicks |= noiseClicks(random);
      }
      int bobBit = clicks == 3 ? (int) (word >>> 17) & 1 : clicks >> 1;
      int click = clicks == 0 ? 0 : 1;
      int error = click & (aliceBit ^ bobBit);
      chunk.put(SiftedChunk.event(c, aliceBit, click, error, clicks == 3 ? 1 : 0));
      long blindUntil = pulse;
      if (clicks != 0) {
        blindUntil += cases.blindPulses;
        echoAfter(clicks, blindUntil, random);
      }
      light = light > blindUntil ? light : blindUntil + Exponential.gap(meanLightGap, random);
      noise = noise > blindUntil ? noise : blindUntil + Exponential.gap(meanNoiseGap, random);
    }
  }

  /** Which detectors the light clicks, in a pulse in which that of the brightest case would. */
  private int lightClicks(int c, int aliceBit, Xoshiro256 random) {
    double u = random.nextDouble() * brightest;
    int right = u >= cases.wrongOnly[c] && u < cases.any[c] ? 1 << aliceBit : 0;
    int wrong = u < cases.wrong[c] ? 2 >> aliceBit : 0;
    return right | wrong;
  }

  private int noiseClicks(Xoshiro256 random) {
    return random.nextDouble() < bothNoisy ? 3 : random.nextBoolean() ? 1 : 2;
  }

  private void echoAfter(int clicks, long blindUntil, Xoshiro256 random) {
    if (cases.afterpulseProbability > 0) {
      echo = blindUntil + 1;
      for (int detector = 1; detector <= 2; detector++) {
        if ((clicks & detector) != 0 && random.nextDouble() < cases.afterpulseProbability) {
          echoing |= detector;
        }
      }
    }
  }
}
