package qnet.qkd;

import java.util.List;
import qnet.run.Parallel;

/** The memory that the raw keys of a whole run are written to, by several workers at once. */
final class RawWords {
  private final int pulses;
  private final List<long[]> strings;

  RawWords(int pulses) {
    this.pulses = pulses;
    this.strings = Parallel.map(5, s -> new long[pulses + 63 >>> 6]);
  }

  /** Writes the first words of a block. */
  void put(PulseBlock block, int firstWord, int words) {
    long[][] drawn = {
      block.aliceBits, block.aliceDiagonal, block.bobDiagonal, block.clicks, block.bobBits
    };
    for (int s = 0; s < drawn.length; s++) {
      System.arraycopy(drawn[s], 0, strings.get(s), firstWord, words);
    }
  }

  List<Bits> toBits() {
    return strings.stream().map(words -> new Bits(words, pulses)).toList();
  }
}
