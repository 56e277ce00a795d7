package qnet.postprocess;

import java.util.function.UnaryOperator;
import qnet.qkd.Bits;

/**
 * Bob's end of {@link Cascade}: he has a key with errors, and corrects it with what Alice answers.
 * He never sees her key.
 */
final class Bob {
  private final Bits noisyKey;
  private final CascadePlan plan;
  private final boolean reusesSubBlocks;
  private final UnaryOperator<Bits> line;
  private int roundTrips;
  private int corrections;

  /**
   * @param line takes a question to Alice and brings back her answer
   */
  Bob(Bits noisyKey, CascadePlan plan, boolean reusesSubBlocks, UnaryOperator<Bits> line) {
    this.noisyKey = noisyKey;
    this.plan = plan;
    this.reusesSubBlocks = reusesSubBlocks;
    this.line = line;
  }

  /** The key without the errors that were found. */
  Bits corrected() {
    var words = new long[(noisyKey.length() + 63) >>> 6];
    for (int frame = 0; frame < plan.frames; frame++) {
      var search = new ErrorSearch(plan, frame, plan.frame(noisyKey, frame), reusesSubBlocks, line);
      place(search.corrected(), frame, words);
      roundTrips = Math.max(roundTrips, search.roundTrips());
      corrections += search.corrections();
    }
    return Bits.of(words, noisyKey.length());
  }

  /** Frames are corrected side by side, so the longest conversation counts. */
  int roundTrips() {
    return roundTrips;
  }

  int corrections() {
    return corrections;
  }

  private void place(long[] part, int frame, long[] words) {
    int from = Math.min(noisyKey.length(), frame * plan.frameBits);
    int count = Math.min(plan.frameBits, noisyKey.length() - from);
    long[] bits = Bits.of(part, count).words();
    for (int i = 0; i < bits.length; i++) {
      int to = (from >> 6) + i;
      words[to] |= bits[i] << from;
      if ((from & 63) != 0 && to + 1 < words.length) {
        words[to + 1] |= bits[i] >>> -from;
      }
    }
  }
}
