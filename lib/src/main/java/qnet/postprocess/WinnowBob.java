package qnet.postprocess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.function.UnaryOperator;
import qnet.qkd.Bits;

/**
 * Bob's end of {@link Winnow}: he has a key with errors, and corrects it with what Alice answers.
 * He never sees her key.
 */
final class WinnowBob {
  private final Bits noisyKey;
  private final WinnowPlan plan;
  private final UnaryOperator<Bits> line;

  /**
   * @param line takes parities to Alice and brings back her answer
   */
  WinnowBob(Bits noisyKey, WinnowPlan plan, UnaryOperator<Bits> line) {
    this.noisyKey = noisyKey;
    this.plan = plan;
    this.line = line;
  }

  /** The key without the errors that were found. */
  Bits corrected() {
    long[] key = noisyKey.words();
    var heard = new ArrayList<BlockChecks>();
    BlockChecks last = null;
    for (int pass = 0; pass < plan.passes(); pass++) {
      var sieve = plan.sieve(pass, last);
      var mine = sieve.parities(sieve.bits(key));
      last = BlockChecks.of(line.apply(mine), sieve, mine);
      last.correct(key);
      heard.add(last);
    }
    Collections.reverse(heard);
    heard.forEach(checks -> checks.restore(key));
    return Bits.of(key, noisyKey.length());
  }
}
