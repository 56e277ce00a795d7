package qnet.qkd;

/**
 * Brings the chosen bits of each word together at its low end, in their order, for all words of a
 * block at a time.
 *
 * <p>A bit moves down by the number of bits left out below it, binary digit by digit of that
 * number; the digits come from parities of prefixes of the mask.
 *
 * <p>Reference: H. S. Warren, Hacker's Delight, 2nd edition (2012), Sec. 7-4, "compress, or
 * generalized extract".
 */
final class Sieve {
  private final long[] mask = new long[PulseBlock.WORDS];
  private final long[] leftOut = new long[PulseBlock.WORDS];
  private final long[] moves = new long[PulseBlock.WORDS];

  /**
   * Sifts a block.
   *
   * @param chosen the bits to keep
   * @param strings words of which the chosen bits are brought together, in place
   */
  void sift(long[] chosen, long[]... strings) {
    for (long[] words : strings) {
      and(words, chosen);
    }
    start(chosen, mask, leftOut);
    for (int shift = 1; shift < Long.SIZE; shift <<= 1) {
      findMoves(shift, mask, leftOut, moves);
      for (long[] words : strings) {
        move(shift, moves, words);
      }
    }
  }

  private static void and(long[] words, long[] chosen) {
    for (int i = 0; i < words.length; i++) {
      words[i] &= chosen[i];
    }
  }

  private static void start(long[] chosen, long[] mask, long[] leftOut) {
    for (int i = 0; i < mask.length; i++) {
      mask[i] = chosen[i];
      leftOut[i] = ~chosen[i] << 1;
    }
  }

  private static void findMoves(int shift, long[] mask, long[] leftOut, long[] moves) {
    for (int i = 0; i < moves.length; i++) {
      long odd = leftOut[i]; // where an odd number of bits left out lies below
      odd ^= odd << 1;
      odd ^= odd << 2;
      odd ^= odd << 4;
      odd ^= odd << 8;
      odd ^= odd << 16;
      odd ^= odd << 32;
      long moving = odd & mask[i];
      moves[i] = moving;
      mask[i] = mask[i] ^ moving | moving >>> shift;
      leftOut[i] &= ~odd;
    }
  }

  private static void move(int shift, long[] moves, long[] words) {
    for (int i = 0; i < words.length; i++) {
      long moving = words[i] & moves[i];
      words[i] = words[i] ^ moving | moving >>> shift;
    }
  }
}
