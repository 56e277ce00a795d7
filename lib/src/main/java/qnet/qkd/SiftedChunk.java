package qnet.qkd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What a stretch of pulses leaves: how often each case came, clicked and erred, and the bits kept
 * in sifting, as strings for Alice, Bob, the basis (1 for X) and, if there are several, one for
 * each intensity.
 */
final class SiftedChunk {
  static final int ALICE = 0;
  static final int BOB = 1;
  static final int BASIS = 2;
  static final int FIRST_INTENSITY = 3;

  private static final int CODES = 1 << 12;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** One string for each of the above, or none if only counts are wanted. */
  final BitAppender[] strings;

  /**
   * For each case, pulses of which the case was drawn, those that clicked, and those that erred.
   */
  final long[] seen;

  final long[] detected;
  final long[] errors;
  long doubleClicks;

  private final byte[] codes = new byte[CODES];
  private int coded;

  SiftedChunk(PulseCases cases, boolean keepBits) {
    seen = new long[cases.size()];
    detected = new long[cases.size()];
    errors = new long[cases.size()];
    int intensities = cases.intensities();
    strings =
        new BitAppender[keepBits ? FIRST_INTENSITY + (intensities == 1 ? 0 : intensities) : 0];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = new BitAppender();
    }
  }

  /** A bit for each string: Alice's, Bob's, the basis, and a 1 for the intensity. */
  static int code(int aliceBit, int bobBit, int c) {
    return aliceBit << ALICE | bobBit << BOB | (c & 1) << BASIS | 1 << FIRST_INTENSITY + (c >> 2);
  }

  /** Keeps a bit for each string: bit i of the code goes to string i. */
  void keep(int code) {
    codes[coded++] = (byte) code;
    if (coded == CODES) {
      flush();
    }
  }

  /** Moves the kept bits into the strings. */
  void flush() {
    for (int s = 0; s < strings.length; s++) {
      strings[s].reserve(coded);
      for (int i = 0; i < coded; i += 8) {
        long eight = (long) EIGHT_BYTES.get(codes, i) >>> s & 0x0101010101010101L;
        int count = Math.min(8, coded - i);
        // the product brings bit 0 of each byte together in the highest byte
        long bits = (eight * 0x0102040810204080L >>> 56) & (1L << count) - 1;
        strings[s].append(bits, count);
      }
    }
    coded = 0;
  }

  /** Counts pulses of a case. */
  void add(int c, long pulses, long clicks, long wrong) {
    seen[c] += pulses;
    detected[c] += clicks;
    errors[c] += wrong;
  }

  /** All chunks together, in their order. */
  static SiftedChunk joined(PulseCases cases, boolean keepBits, List<SiftedChunk> chunks) {
    var all = new SiftedChunk(cases, keepBits);
    for (int s = 0; s < all.strings.length; s++) {
      int string = s;
      long bits = chunks.stream().mapToLong(chunk -> chunk.strings[string].length()).sum();
      all.strings[s].reserve(bits);
      chunks.forEach(chunk -> all.strings[string].append(chunk.strings[string]));
    }
    for (SiftedChunk chunk : chunks) {
      add(all.seen, chunk.seen);
      add(all.detected, chunk.detected);
      add(all.errors, chunk.errors);
      all.doubleClicks += chunk.doubleClicks;
    }
    return all;
  }

  private static void add(long[] sum, long[] added) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += added[i];
    }
  }
}
