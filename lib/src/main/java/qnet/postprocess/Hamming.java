package qnet.postprocess;

/**
 * The checks of the extended Hamming code: the syndrome of a block is the sum modulo 2, digit by
 * digit, of the places of its ones, counted from 0.
 *
 * <p>An error at place i changes the parity, and the syndrome by i.
 */
final class Hamming {
  private static final int WORD_DIGITS = 6;

  /** For each binary digit of a place within a word, the places that have it. */
  private static final long[] PLACES_WITH = {
    0xAAAA_AAAA_AAAA_AAAAL,
    0xCCCC_CCCC_CCCC_CCCCL,
    0xF0F0_F0F0_F0F0_F0F0L,
    0xFF00_FF00_FF00_FF00L,
    0xFFFF_0000_FFFF_0000L,
    0xFFFF_FFFF_0000_0000L
  };

  private Hamming() {}

  /** How many digits the places of a block have: log₂ of its length, rounded up. */
  static int syndromeBits(int length) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(length - 1);
  }

  /**
   * The syndrome of a block.
   *
   * @param from where the block begins: a multiple of its length, or of a longer power of two
   * @param to where it ends
   */
  static int syndrome(long[] words, int from, int to) {
    long sum = 0;
    int syndrome = 0;
    for (int i = from; i < to; i += Long.SIZE) {
      long word = words[i >> WORD_DIGITS] >>> from;
      if (to - i < Long.SIZE) {
        word &= (1L << (to - i)) - 1;
      }
      sum ^= word;
      syndrome ^= (i - from) * (Long.bitCount(word) & 1);
    }
    for (int digit = 0; digit < WORD_DIGITS; digit++) {
      syndrome |= (Long.bitCount(sum & PLACES_WITH[digit]) & 1) << digit;
    }
    return syndrome;
  }
}
