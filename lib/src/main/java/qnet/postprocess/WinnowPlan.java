package qnet.postprocess;

import java.util.List;
import qnet.run.Xoshiro256;

/**
 * What both ends of {@link Winnow} know.
 *
 * @param keyBits the length of the key
 * @param blockBits the length of the blocks in each pass
 * @param seed what the orders of the bits are drawn from
 */
record WinnowPlan(int keyBits, List<Integer> blockBits, long seed) {
  int passes() {
    return blockBits.size();
  }

  /**
   * The blocks of a pass.
   *
   * @param pass the pass, from 0
   * @param before what was said in the pass before; of no use in the first
   */
  Sieve sieve(int pass, BlockChecks before) {
    int bits = blockBits.get(pass);
    return pass == 0
        ? Sieve.all(keyBits, bits)
        : before.sieve().next(before.odd(), bits, Xoshiro256.stream(seed, pass));
  }
}
