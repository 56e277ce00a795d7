package qnet.postprocess;

import java.util.Arrays;
import java.util.HashSet;
import java.util.function.UnaryOperator;
import qnet.qkd.Bits;
import qnet.run.Parallel;

/**
 * Bob's search for the errors of one frame.
 *
 * <p>In each pass he compares the parities of blocks. A block whose parities differ has an odd
 * number of errors; halving it again and again finds one. A correction makes blocks of other passes
 * odd, in which he goes on, smallest blocks first. All odd blocks of a pass are halved at the same
 * time, so that one message carries a question for each.
 *
 * <p>If sub-blocks are used again, every parity that was ever asked for is kept, by the place at
 * which it splits a block, and a search begins at the smallest sub-block that is odd.
 */
final class ErrorSearch {
  private final CascadePlan plan;
  private final int frame;
  private final boolean reusesSubBlocks;
  private final UnaryOperator<Bits> line;

  /** Bob's bits in the order of each pass. */
  private final long[][] shuffled;

  /** Alice's parity of each block. */
  private final Bits[] blockParities;

  /** Where a block is split: whether Alice's parity of the left part is known, and what it is. */
  private final long[][] splitKnown;

  private final long[][] splitParity;

  /** Places of bits that were corrected since the pass was looked at last. */
  private final Positions[] changed;

  private int corrections;
  private int roundTrips;

  ErrorSearch(
      CascadePlan plan, int frame, long[] bits, boolean reusesSubBlocks, UnaryOperator<Bits> line) {
    this.plan = plan;
    this.frame = frame;
    this.reusesSubBlocks = reusesSubBlocks;
    this.line = line;
    shuffled = new long[plan.passes][];
    shuffled[0] = bits;
    blockParities = new Bits[plan.passes];
    splitKnown = new long[plan.passes][bits.length];
    splitParity = new long[plan.passes][bits.length];
    changed = new Positions[plan.passes];
    Arrays.setAll(changed, pass -> new Positions());
  }

  int roundTrips() {
    return roundTrips;
  }

  int corrections() {
    return corrections;
  }

  /** The bits after all passes. */
  long[] corrected() {
    for (int pass = 0; pass < plan.passes; pass++) {
      begin(pass);
      correct(pass, oddBlocks(pass));
      for (int earlier = changedPass(pass); earlier >= 0; earlier = changedPass(pass)) {
        correct(earlier, oddParts(earlier));
      }
    }
    return shuffled[0];
  }

  private void begin(int pass) {
    if (pass > 0) {
      shuffled[pass] = plan.shuffles().shuffled(pass, shuffled[0]);
    }
    int blocks = plan.blocks(pass);
    var parities = ask(Question.blocks(frame, pass), blocks - (pass == 0 ? 0 : 1));
    if (pass == 0) {
      blockParities[0] = parities;
      return;
    }
    // the last block's parity follows: the parity of the whole frame is known since the first pass
    int last = (parities.ones() + blockParities[0].ones()) & 1;
    long[] words = Arrays.copyOf(parities.words(), (blocks + 63) >>> 6);
    words[(blocks - 1) >> 6] |= (long) last << (blocks - 1);
    blockParities[pass] = Bits.of(words, blocks);
  }

  private Bits ask(Question question, int expectedBits) {
    Parallel.checkInterrupt();
    roundTrips++;
    var answer = line.apply(question.toBits());
    if (answer.length() != expectedBits) {
      throw new Abort("an answer of " + answer.length() + " bits instead of " + expectedBits);
    }
    return answer;
  }

  private Positions oddBlocks(int pass) {
    var odd = new Positions();
    for (int block = 0; block < plan.blocks(pass); block++) {
      if (isOdd(pass, block)) {
        odd.add(plan.start(pass, block), plan.end(pass, block));
      }
    }
    return odd;
  }

  private boolean isOdd(int pass, int block) {
    int mine = parity(pass, plan.start(pass, block), plan.end(pass, block));
    return (mine == 1) != blockParities[pass].get(block);
  }

  private int parity(int pass, int from, int to) {
    return Shuffles.parity(shuffled[pass], from, to);
  }

  /** The pass with the smallest blocks that a correction has changed; −1 if there is none. */
  private int changedPass(int upTo) {
    for (int pass = 0; pass <= upTo; pass++) {
      if (changed[pass].count() > 0) {
        return pass;
      }
    }
    return -1;
  }

  /** The smallest known parts with an odd number of errors among those that were changed. */
  private Positions oddParts(int pass) {
    var odd = new Positions();
    var seen = new HashSet<Integer>();
    for (int i = 0; i < changed[pass].count(); i++) {
      int position = changed[pass].from(i);
      int block = plan.blockOf(pass, position);
      int from = plan.start(pass, block);
      int to = plan.end(pass, block);
      boolean isOdd = isOdd(pass, block);
      for (int middle = (from + to) >>> 1;
          to - from > 1 && get(splitKnown[pass], middle);
          middle = (from + to) >>> 1) {
        boolean leftOdd = get(splitParity[pass], middle) != (parity(pass, from, middle) == 1);
        if (position < middle) {
          to = middle;
          isOdd = leftOdd;
        } else {
          from = middle;
          isOdd ^= leftOdd;
        }
      }
      if (isOdd && seen.add(from)) {
        odd.add(from, to);
      }
    }
    changed[pass] = new Positions();
    return odd;
  }

  /** Halves all odd parts together until each is one bit, and corrects these bits. */
  private void correct(int pass, Positions odd) {
    for (var open = odd.longerThanOne(); open.length > 0; open = odd.longerThanOne()) {
      var starts = new int[open.length];
      var middles = new int[open.length];
      for (int i = 0; i < open.length; i++) {
        starts[i] = odd.from(open[i]);
        middles[i] = (odd.from(open[i]) + odd.to(open[i])) >>> 1;
      }
      var answers = ask(new Question(frame, pass, starts, middles), open.length);
      for (int i = 0; i < open.length; i++) {
        boolean parity = answers.get(i);
        if (reusesSubBlocks) {
          set(splitKnown[pass], middles[i], true);
          set(splitParity[pass], middles[i], parity);
        }
        odd.halve(open[i], middles[i], parity != (parity(pass, starts[i], middles[i]) == 1));
      }
    }
    for (int i = 0; i < odd.count(); i++) {
      flip(plan.shuffles().bitAt(pass, odd.from(i)), pass);
    }
  }

  private void flip(int bit, int foundIn) {
    if (++corrections > plan.frameBits) {
      throw new Abort("more corrections than bits: an answer was wrong");
    }
    for (int pass = 0; pass < plan.passes && shuffled[pass] != null; pass++) {
      int position = plan.shuffles().placeOf(pass, bit);
      shuffled[pass][position >> 6] ^= 1L << position;
      if (pass != foundIn) {
        changed[pass].add(position, position);
      }
    }
  }

  private static boolean get(long[] words, int i) {
    return (words[i >> 6] >>> i & 1) != 0;
  }

  private static void set(long[] words, int i, boolean value) {
    words[i >> 6] = words[i >> 6] & ~(1L << i) | (value ? 1L : 0) << i;
  }
}
