package qnet.qkd;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The memory that the raw keys of a whole run are written to, by several workers at once. Each
 * string gets its memory from the first who needs it, because clearing it takes a while.
 */
final class RawWords {
  private static final int STRINGS = 5;

  private final int pulses;
  private final Map<Integer, long[]> strings = new ConcurrentHashMap<>();

  RawWords(int pulses) {
    this.pulses = pulses;
  }

  /** Writes the first words of a block. */
  void put(PulseBlock block, int firstWord, int words) {
    long[][] drawn = {
      block.aliceBits, block.aliceDiagonal, block.bobDiagonal, block.clicks, block.bobBits
    };
    for (int i = 0; i < STRINGS; i++) {
      int s = (firstWord + i) % STRINGS; // not the one that another worker begins with
      System.arraycopy(drawn[s], 0, string(s), firstWord, words);
    }
  }

  private long[] string(int s) {
    return strings.computeIfAbsent(s, any -> new long[pulses + 63 >>> 6]);
  }

  List<Bits> toBits() {
    return IntStream.range(0, STRINGS).mapToObj(s -> new Bits(string(s), pulses)).toList();
  }
}
