package qnet.postprocess;

import java.util.Arrays;
import qnet.qkd.Bits;

/**
 * Alice's end of {@link Cascade}: she has the key that counts, and answers questions about its
 * parities.
 */
final class Alice {
  private final Bits key;
  private final CascadePlan plan;
  private final long[][] shuffled;
  private int frame = -1;

  Alice(Bits key, CascadePlan plan) {
    this.key = key;
    this.plan = plan;
    shuffled = new long[plan.passes][];
  }

  /**
   * The parities that Bob asks for, one bit each.
   *
   * <p>Of all blocks of a pass but the first, the last is left out: it follows from the others.
   */
  Bits answer(Bits message) {
    var question = Question.of(message, plan.frames, plan.passes, plan.frameBits);
    long[] bits = bits(question.frame(), question.pass());
    int pass = question.pass();
    boolean blocks = question.isAboutBlocks();
    int count = blocks ? plan.blocks(pass) - (pass == 0 ? 0 : 1) : question.starts().length;
    var parities = new long[(count + 63) >>> 6];
    for (int i = 0; i < count; i++) {
      int from = blocks ? plan.start(pass, i) : question.starts()[i];
      int to = blocks ? plan.end(pass, i) : question.ends()[i];
      parities[i >> 6] |= (long) Shuffles.parity(bits, from, to) << i;
    }
    return Bits.of(parities, count);
  }

  private long[] bits(int ofFrame, int pass) {
    if (frame != ofFrame) {
      frame = ofFrame;
      Arrays.fill(shuffled, null);
    }
    if (shuffled[0] == null) {
      shuffled[0] = plan.frame(key, frame);
    }
    if (shuffled[pass] == null) {
      shuffled[pass] = plan.shuffles().shuffled(pass, shuffled[0]);
    }
    return shuffled[pass];
  }
}
