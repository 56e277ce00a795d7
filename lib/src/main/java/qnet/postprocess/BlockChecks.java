package qnet.postprocess;

import qnet.qkd.Bits;

/**
 * What Alice says in one pass of {@link Winnow}: the parity of each of her blocks, and the syndrome
 * of each block whose parity is not Bob's.
 *
 * @param sieve the blocks
 * @param parities of all blocks
 * @param odd which blocks have an odd number of errors
 * @param syndromes of these blocks, one after another
 */
record BlockChecks(Sieve sieve, Bits parities, Bits odd, Bits syndromes) {
  /** What Alice answers to Bob's parities. */
  static BlockChecks of(Sieve sieve, long[] aliceKey, Bits bobParities) {
    long[] bits = sieve.bits(aliceKey);
    var parities = sieve.parities(bits);
    if (bobParities.length() != parities.length()) {
      throw new Abort(
          "parities of " + bobParities.length() + " blocks instead of " + parities.length());
    }
    var odd = parities.xor(bobParities);
    int count = syndromeBits(sieve, odd);
    var syndromes = new long[(count + 63) >>> 6];
    int filled = 0;
    for (int block = 0; block < sieve.blocks(); block++) {
      if (odd.get(block)) {
        int start = sieve.start(block);
        int end = sieve.end(block);
        int syndrome = Hamming.syndrome(bits, start, end);
        for (int digits = Hamming.syndromeBits(end - start); digits > 0; digits--) {
          syndromes[filled >> 6] |= (syndrome & 1L) << filled;
          syndrome >>>= 1;
          filled++;
        }
      }
    }
    return new BlockChecks(sieve, parities, odd, Bits.of(syndromes, count));
  }

  Bits toBits() {
    return parities.concat(syndromes);
  }

  /**
   * Reads Alice's answer.
   *
   * @throws Abort if it does not fit
   */
  static BlockChecks of(Bits answer, Sieve sieve, Bits bobParities) {
    int blocks = bobParities.length();
    if (answer.length() < blocks) {
      throw new Abort("parities of " + answer.length() + " blocks instead of " + blocks);
    }
    var parities = answer.slice(0, blocks);
    var odd = parities.xor(bobParities);
    var syndromes = answer.slice(blocks, answer.length());
    int expected = syndromeBits(sieve, odd);
    if (syndromes.length() != expected) {
      throw new Abort("syndromes of " + syndromes.length() + " bits instead of " + expected);
    }
    return new BlockChecks(sieve, parities, odd, syndromes);
  }

  private static int syndromeBits(Sieve sieve, Bits odd) {
    int sum = 0;
    for (int block = 0; block < sieve.blocks(); block++) {
      if (odd.get(block)) {
        sum += Hamming.syndromeBits(sieve.end(block) - sieve.start(block));
      }
    }
    return sum;
  }

  /** Flips the bit of each odd block at which a single error must be. */
  void correct(long[] bobKey) {
    int[] differences = differences(sieve.bits(bobKey));
    for (int block = 0; block < differences.length; block++) {
      int place = sieve.start(block) + differences[block];
      if (odd.get(block) && place < sieve.end(block)) {
        sieve.flip(bobKey, place);
      }
    }
  }

  /** Computes the bits that took no part in later passes from the others, which are right now. */
  void restore(long[] bobKey) {
    long[] bits = sieve.bits(bobKey);
    int[] differences = differences(bits);
    for (int block = 0; block < differences.length; block++) {
      int start = sieve.start(block);
      int parity = Shuffles.parity(bits, start, sieve.end(block));
      for (int left = differences[block]; left != 0; left &= left - 1) {
        sieve.flip(bobKey, start + Integer.lowestOneBit(left));
        parity ^= 1;
      }
      if (parity == 1 != parities.get(block)) {
        sieve.flip(bobKey, start);
      }
    }
  }

  /** By how much Bob's syndrome of each odd block differs from Alice's; 0 for the other blocks. */
  private int[] differences(long[] bobBits) {
    var differences = new int[sieve.blocks()];
    int read = 0;
    for (int block = 0; block < differences.length; block++) {
      if (odd.get(block)) {
        int start = sieve.start(block);
        int end = sieve.end(block);
        int difference = Hamming.syndrome(bobBits, start, end);
        int digits = Hamming.syndromeBits(end - start);
        for (int digit = 0; digit < digits; digit++) {
          difference ^= (syndromes.get(read++) ? 1 : 0) << digit;
        }
        differences[block] = difference;
      }
    }
    return differences;
  }
}
