package qnet.qkd;

import java.util.List;
import java.util.stream.Stream;

/** The memory that the raw keys of a whole run are written to, by several workers at once. */
final class RawWords {
  private final int pulses;
  private final long[][] strings;

  RawWords(int pulses) {
    this.pulses = pulses;
    this.strings = new long[5][pulses + 63 >>> 6];
  }

  /** Writes the first words of a block. */
  void put(PulseBlock block, int firstWord, int words) {
    long[][] drawn = {
      block.aliceBits, block.aliceDiagonal, block.bobDiagonal, block.clicks, block.bobBits
    };
    for (int s = 0; s < drawn.length; s++) {
      System.arraycopy(drawn[s], 0, strings[s], firstWord, words);
    }
  }

  List<Bits> toBits() {
    return Stream.of(strings).map(words -> new Bits(words, pulses)).toList();
  }
}
