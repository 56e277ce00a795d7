package qnet.postprocess;

import qnet.qkd.Bits;

/** Alice's end of {@link Winnow}: she has the key that counts, and answers Bob's parities. */
final class WinnowAlice {
  private final long[] key;
  private final WinnowPlan plan;
  private BlockChecks said;
  private int pass;

  WinnowAlice(Bits key, WinnowPlan plan) {
    this.key = key.words();
    this.plan = plan;
  }

  /** Her parities, and the syndromes of the blocks in which Bob's parity is another. */
  Bits answer(Bits bobParities) {
    said = BlockChecks.of(plan.sieve(pass++, said), key, bobParities);
    return said.toBits();
  }
}
