package qnet.qkd;

import java.util.Arrays;
import java.util.List;

/** What is left of many pulses after sifting, while it grows: the bits and who knows them. */
final class SiftedRun {
  private static final int FIRST_WORDS = 16;

  private long[] alice = new long[FIRST_WORDS];
  private long[] bob = new long[FIRST_WORDS];
  private long[] sampled = new long[FIRST_WORDS];
  private int length;
  private Counts counts = Counts.NONE;
  private final EveRecord eve = new EveRecord();

  /** Adds one bit of the sifted key. */
  void add(boolean aliceOne, boolean bobOne, boolean inSample) {
    int word = length >> 6;
    if (word == alice.length) {
      reserve(2 * word);
    }
    alice[word] |= (aliceOne ? 1L : 0) << length;
    bob[word] |= (bobOne ? 1L : 0) << length;
    sampled[word] |= (inSample ? 1L : 0) << length;
    length++;
  }

  private void reserve(int words) {
    alice = Arrays.copyOf(alice, words);
    bob = Arrays.copyOf(bob, words);
    sampled = Arrays.copyOf(sampled, words);
  }

  void counted(Counts ofChunk) {
    counts = counts.plus(ofChunk);
  }

  /** All chunks of a run, in order. */
  static SiftedRun join(List<SiftedRun> chunks) {
    var all = new SiftedRun();
    all.reserve(1 + (int) (chunks.stream().mapToLong(chunk -> chunk.length).sum() >> 6));
    for (SiftedRun chunk : chunks) {
      for (int i = 0; i < chunk.length; i++) {
        int word = i >> 6;
        all.add(
            (chunk.alice[word] >>> i & 1) != 0,
            (chunk.bob[word] >>> i & 1) != 0,
            (chunk.sampled[word] >>> i & 1) != 0);
      }
      all.counted(chunk.counts);
      all.eve.add(chunk.eve);
    }
    return all;
  }

  Bits alice() {
    return Bits.of(alice, length);
  }

  Bits bob() {
    return Bits.of(bob, length);
  }

  Bits sampled() {
    return Bits.of(sampled, length);
  }

  Counts counts() {
    return counts;
  }

  EveRecord eve() {
    return eve;
  }
}
