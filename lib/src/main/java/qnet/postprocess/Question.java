package qnet.postprocess;

import java.util.Arrays;
import qnet.qkd.Bits;

/**
 * What Bob asks Alice: the parities of all blocks of a pass, or of runs of bits in the order of a
 * pass.
 *
 * @param frame which part of the key
 * @param pass which order
 * @param starts where the runs begin; empty if all blocks are meant
 * @param ends where they end
 */
record Question(int frame, int pass, int[] starts, int[] ends) {
  private static final int[] ALL = {};

  static Question blocks(int frame, int pass) {
    return new Question(frame, pass, ALL, ALL);
  }

  boolean isAboutBlocks() {
    return starts.length == 0;
  }

  /** A word for frame and pass, and one for each run. */
  Bits toBits() {
    var words = new long[1 + starts.length];
    words[0] = (long) frame << 32 | pass;
    for (int i = 0; i < starts.length; i++) {
      words[i + 1] = (long) starts[i] << 32 | ends[i];
    }
    return Bits.of(words, 64 * words.length);
  }

  /**
   * Reads a question.
   *
   * @throws Abort if it is none that Bob can have asked
   */
  static Question of(Bits message, int frames, int passes, int frameBits) {
    long[] words = message.words();
    if (words.length == 0) {
      throw new Abort("an empty question");
    }
    var starts = new int[words.length - 1];
    var ends = new int[words.length - 1];
    Arrays.setAll(starts, i -> (int) (words[i + 1] >> 32));
    Arrays.setAll(ends, i -> (int) words[i + 1]);
    var question = new Question((int) (words[0] >> 32), (int) words[0], starts, ends);
    boolean valid =
        question.frame >= 0
            && question.frame < frames
            && question.pass >= 0
            && question.pass < passes;
    for (int i = 0; i < starts.length; i++) {
      valid &= 0 <= starts[i] && starts[i] < ends[i] && ends[i] <= frameBits;
    }
    if (!valid) {
      throw new Abort("a question that Bob cannot have asked");
    }
    return question;
  }
}
