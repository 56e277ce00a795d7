package qnet.qkd;

import java.util.Arrays;
import java.util.List;

/** A string of bits that grows at its end. */
final class BitAppender {
  private long[] words;
  private long length;

  BitAppender() {
    this(0);
  }

  /** An empty string that takes so many bits before it has to move. */
  BitAppender(long bits) {
    words = new long[(int) (bits >>> 6) + 2];
  }

  /** Strings one after another. */
  static Bits joined(List<BitAppender> parts) {
    int length = Math.toIntExact(parts.stream().mapToLong(BitAppender::length).sum());
    var joined = new long[length + 63 >>> 6];
    long end = 0;
    for (BitAppender part : parts) {
      part.copyTo(joined, end);
      end += part.length;
    }
    return new Bits(joined, length);
  }

  long length() {
    return length;
  }

  /** Makes room for so many more bits. */
  void reserve(long bits) {
    long needed = (length + bits >>> 6) + 2;
    if (needed > words.length) {
      words = Arrays.copyOf(words, (int) Math.max(needed, words.length * 3L / 2));
    }
  }

  /** Appends the lowest bits of a word, of which the others must be 0; room must be reserved. */
  void append(long bits, int count) {
    int word = (int) (length >>> 6);
    words[word] |= bits << length;
    words[word + 1] |= bits >>> 1 >>> ~length; // what did not fit: a shift by 64 − length mod 64
    length += count;
  }

  /** Appends the lowest bits of each word, as many as the mask has ones in that word. */
  void appendAll(long[] bits, long[] mask) {
    reserve(64L * bits.length);
    long[] to = words;
    int word = (int) (length >>> 6);
    int filled = (int) length & 63;
    long last = to[word];
    for (int i = 0; i < bits.length; i++) {
      last |= bits[i] << filled;
      to[word] = last;
      long overflow = bits[i] >>> 1 >>> ~filled;
      filled += Long.bitCount(mask[i]);
      int full = filled >>> 6; // 1 or 0; no branch, as none could be predicted
      last = overflow & -full | last & full - 1;
      word += full;
      filled &= 63;
    }
    to[word] = last;
    length = 64L * word + filled;
  }

  private void copyTo(long[] to, long start) {
    int count = (int) (length + 63 >>> 6);
    if (count > 0) {
      copyShifted(words, count, (int) start & 63, to, (int) (start >>> 6));
    }
  }

  /** Word by word, without a branch: each takes the upper bits of the one before it along. */
  private static void copyShifted(long[] from, int count, int shift, long[] to, int at) {
    to[at] |= from[0] << shift;
    for (int i = 1; i < count; i++) {
      to[at + i] = from[i] << shift | from[i - 1] >>> 1 >>> 63 - shift;
    }
    if (at + count < to.length) {
      to[at + count] = from[count - 1] >>> 1 >>> 63 - shift; // by 64 − shift, also for no shift
    }
  }
}
