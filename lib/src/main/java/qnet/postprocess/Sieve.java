package qnet.postprocess;

import java.util.Arrays;
import qnet.qkd.Bits;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * The bits of the key that take part in a pass of {@link Winnow}, cut into blocks.
 *
 * @param order which bit of the key stands at each place
 * @param blockBits the length of the blocks; the last may be shorter
 */
record Sieve(int[] order, int blockBits) {
  private static final int PLACES_BETWEEN_INTERRUPTS = 1 << 14;

  /** All bits in the given order: the first pass. */
  static Sieve all(int keyBits, int blockBits) {
    var order = new int[keyBits];
    Arrays.setAll(order, i -> i);
    return new Sieve(order, blockBits);
  }

  int blocks() {
    return (int) (((long) order.length + blockBits - 1) / blockBits);
  }

  int start(int block) {
    return block * blockBits;
  }

  int end(int block) {
    return (int) Math.min(order.length, (long) (block + 1) * blockBits);
  }

  /** The bits of a key in the order of this pass. */
  long[] bits(long[] key) {
    return Shuffles.inOrder(order, key);
  }

  /** The parity of each block of bits in the order of this pass. */
  Bits parities(long[] bits) {
    int blocks = blocks();
    var parities = new long[(blocks + 63) >>> 6];
    for (int block = 0; block < blocks; block++) {
      parities[block >> 6] |= (long) Shuffles.parity(bits, start(block), end(block)) << block;
    }
    return Bits.of(parities, blocks);
  }

  void flip(long[] key, int place) {
    int bit = order[place];
    key[bit >> 6] ^= 1L << bit;
  }

  /**
   * The next pass, without the bits that follow from what was said: the first of each block from
   * its parity, those at places 1, 2, 4, 8, … of an odd block from its syndrome.
   *
   * @param random draws the new order; both ends have the same
   */
  Sieve next(Bits odd, int nextBlockBits, Xoshiro256 random) {
    var kept = new int[order.length];
    int count = 0;
    for (int block = 0; block < blocks(); block++) {
      int start = start(block);
      int end = end(block);
      boolean isOdd = odd.get(block);
      for (int i = start + 1; i < end; i++) {
        int place = i - start;
        if (!isOdd || (place & (place - 1)) != 0) {
          kept[count++] = order[i];
        }
      }
    }
    for (int i = count; i > 1; i--) {
      if (i % PLACES_BETWEEN_INTERRUPTS == 0) {
        Parallel.checkInterrupt();
      }
      int j = random.nextInt(i);
      int last = kept[i - 1];
      kept[i - 1] = kept[j];
      kept[j] = last;
    }
    return new Sieve(Arrays.copyOf(kept, count), nextBlockBits);
  }
}
