package qnet.qkd;

import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/** Draws a stretch of pulses block by block, counts them, and sifts. */
final class BlockSifting {
  private final PulseBlock block;
  private final SiftedChunk chunk;
  private final long[] errors = new long[PulseBlock.WORDS];
  private final long[] kept = new long[PulseBlock.WORDS];
  private final Sieve sieve = new Sieve();
  private final long[][] strings;

  BlockSifting(PulseCases cases, SiftedChunk chunk, Xoshiro256 random) {
    this.block = new PulseBlock(cases, random);
    this.chunk = chunk;
    this.strings = new long[chunk.strings.length][PulseBlock.WORDS];
  }

  /**
   * Sends the pulses of a run from one number to another.
   *
   * @param raw where all of them are kept, or null
   */
  void send(long first, long end, RawWords raw) {
    for (long pulse = first; pulse < end; pulse += PulseBlock.PULSES) {
      Parallel.checkInterrupt();
      int here = (int) Math.min(PulseBlock.PULSES, end - pulse);
      block.draw(here);
      count(here);
      if (strings.length > 0) {
        sift();
      }
      if (raw != null) {
        raw.put(block, (int) (pulse >> 6), here + 63 >> 6);
      }
    }
  }

  private void count(int pulses) {
    differences(block.aliceBits, block.bobBits, block.clicks, errors);
    long unequal = pulses;
    long unequalClicks = ones(block.clicks);
    for (int k = 0; k < block.intensities.length; k++) {
      long[] equal = block.equalBases(k);
      int z = PulseCases.sameBasis(k, Basis.Z);
      int x = PulseCases.sameBasis(k, Basis.X);
      long sent = ones(equal);
      long detected = ones(equal, block.clicks);
      long wrong = ones(equal, errors);
      long sentX = ones(equal, block.bobDiagonal);
      long detectedX = ones(equal, block.bobDiagonal, block.clicks);
      long wrongX = ones(equal, block.bobDiagonal, errors);
      chunk.add(z, sent - sentX, detected - detectedX, wrong - wrongX);
      chunk.add(x, sentX, detectedX, wrongX);
      unequal -= sent;
      unequalClicks -= detected;
    }
    chunk.add(1, unequal, unequalClicks, 0); // any case of unequal bases
    chunk.addDoubleClicks(ones(block.doubleClicks));
  }

  private static void differences(long[] alice, long[] bob, long[] clicks, long[] errors) {
    for (int i = 0; i < errors.length; i++) {
      errors[i] = (alice[i] ^ bob[i]) & clicks[i];
    }
  }

  private static long ones(long[] words) {
    long ones = 0;
    for (long word : words) {
      ones += Long.bitCount(word);
    }
    return ones;
  }

  private static long ones(long[] first, long[] second) {
    long ones = 0;
    for (int i = 0; i < first.length; i++) {
      ones += Long.bitCount(first[i] & second[i]);
    }
    return ones;
  }

  private static long ones(long[] first, long[] second, long[] third) {
    long ones = 0;
    for (int i = 0; i < first.length; i++) {
      ones += Long.bitCount(first[i] & second[i] & third[i]);
    }
    return ones;
  }

  private void sift() {
    keep(block.aliceDiagonal, block.bobDiagonal, block.clicks, kept);
    copy(block.aliceBits, strings[SiftedChunk.ALICE]);
    copy(block.bobBits, strings[SiftedChunk.BOB]);
    copy(block.bobDiagonal, strings[SiftedChunk.BASIS]);
    for (int s = SiftedChunk.FIRST_INTENSITY; s < strings.length; s++) {
      copy(block.intensities[s - SiftedChunk.FIRST_INTENSITY], strings[s]);
    }
    sieve.sift(kept, strings);
    for (int s = 0; s < strings.length; s++) {
      chunk.strings[s].appendAll(strings[s], kept);
    }
  }

  private static void keep(long[] aliceDiagonal, long[] bobDiagonal, long[] clicks, long[] kept) {
    for (int i = 0; i < kept.length; i++) {
      kept[i] = clicks[i] & ~(aliceDiagonal[i] ^ bobDiagonal[i]);
    }
  }

  private static void copy(long[] from, long[] to) {
    System.arraycopy(from, 0, to, 0, from.length);
  }
}
