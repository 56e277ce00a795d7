package qnet.postprocess;

import java.util.Arrays;
import qnet.qkd.Bits;

/**
 * What both ends of a Cascade know: how the key is cut into frames, how large the blocks of each
 * pass are, and in which orders the bits are taken.
 */
final class CascadePlan {
  private final int keyBits;
  private final int[] blockBits;
  private final Shuffles shuffles;
  final int frames;
  final int frameBits;
  final int passes;

  /** Frames have equal length, but for the last, which zeros fill up. */
  CascadePlan(Cascade cascade, int keyBits, double qber, long shuffleSeed) {
    this.keyBits = keyBits;
    frames = Math.max(1, (int) (((long) keyBits + cascade.frameBits() - 1) / cascade.frameBits()));
    frameBits = Math.max(1, (int) (((long) keyBits + frames - 1) / frames));
    passes = cascade.passes();
    blockBits = new int[passes];
    int half = (frameBits + 1) / 2;
    for (int pass = 0; pass < passes; pass++) {
      int size = cascade.blockSizes().blockBits(pass + 1, qber, frameBits);
      blockBits[pass] = Math.max(1, Math.min(half, size));
    }
    shuffles = new Shuffles(frameBits, passes, shuffleSeed);
  }

  Shuffles shuffles() {
    return shuffles;
  }

  /** The words of one frame of a key. */
  long[] frame(Bits key, int frame) {
    int from = Math.min(keyBits, frame * frameBits);
    long[] part = key.slice(from, Math.min(keyBits, from + frameBits)).words();
    return Arrays.copyOf(part, (frameBits + 63) >>> 6);
  }

  int blocks(int pass) {
    return (frameBits + blockBits[pass] - 1) / blockBits[pass];
  }

  int blockOf(int pass, int position) {
    return position / blockBits[pass];
  }

  int start(int pass, int block) {
    return block * blockBits[pass];
  }

  int end(int pass, int block) {
    return Math.min(frameBits, (block + 1) * blockBits[pass]);
  }
}
