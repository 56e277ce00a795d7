package qnet.qkd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import qnet.run.Parallel;

/**
 * What a stretch of pulses leaves: how often each case came and how it ended, and the bits kept in
 * sifting, as strings for Alice, Bob, the basis (1 for X) and, if there are several, one for each
 * intensity.
 */
final class SiftedChunk {
  static final int ALICE = 0;
  static final int BOB = 1;
  static final int BASIS = 2;
  static final int FIRST_INTENSITY = 3;

  /** Bits are collected as bytes, one of all strings in each, until there are this many. */
  private static final int CODES = 1 << 12;

  /** Room is made at once for a little more than the bits that are expected, up to so many. */
  private static final double ROOM = 1.05;

  private static final long MOST_ROOM = 1 << 20;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** One string for each of the above, or none if only counts are wanted. */
  final BitAppender[] strings;

  /** How often each event came. */
  private final long[] outcomes;

  /** For each event, a bit for each string, and whether they are kept. */
  private final byte[] codeOf;

  private final byte[] keeps;
  private byte[] codes = new byte[CODES];
  private int coded;
  private final int[] one = new int[1];

  /** Those of pulses that were counted without their outcomes. */
  private long doubleClicks;

  /**
   * @param pulses how many there will be, about; more of them take longer
   */
  SiftedChunk(PulseCases cases, boolean keepBits, long pulses) {
    int intensities = cases.intensities();
    int events = Integer.highestOneBit(32 * cases.size() - 1); // a power of 2
    outcomes = new long[events];
    codeOf = new byte[events];
    keeps = new byte[events];
    for (int event = 0; event < 16 * cases.size(); event++) {
      int c = event >> 4;
      int aliceBit = event >> 3 & 1;
      int outcome = event & 3;
      codeOf[event] =
          (byte)
              (aliceBit << ALICE
                  | (outcome == 2 ? 1 - aliceBit : aliceBit) << BOB
                  | (c & 1) << BASIS
                  | 1 << FIRST_INTENSITY + (c >> 2));
      keeps[event] = (byte) (outcome == 0 ? 0 : PulseCases.SAME_BASIS >> (c & 3) & 1);
    }
    strings =
        new BitAppender[keepBits ? FIRST_INTENSITY + (intensities == 1 ? 0 : intensities) : 0];
    double bits = Math.min(MOST_ROOM, ROOM * pulses * cases.siftedPerPulse());
    for (int i = 0; i < strings.length; i++) {
      strings[i] = new BitAppender((long) bits + PulseBlock.PULSES);
    }
  }

  /**
   * What happened to a pulse, in a number.
   *
   * @param c its case
   * @param click 1 if a detector clicked, or 0
   * @param error 1 if it clicked and Bob's bit differs from Alice's, or 0
   * @param both 1 if both detectors clicked, or 0
   */
  static int event(int c, int aliceBit, int click, int error, int both) {
    return c << 4 | aliceBit << 3 | both << 2 | click + error;
  }

  /** Counts a pulse, and keeps its bit if it clicked in equal bases. */
  void put(int event) {
    one[0] = event;
    put(one, 0, 1);
  }

  /** The same for many, without a branch that depends on the pulse, as none could be predicted. */
  void put(int[] events, int from, int to) {
    if (coded > CODES - (to - from)) {
      flush();
    }
    int next = coded;
    for (int i = from; i < to; i++) {
      int event = events[i];
      outcomes[event & outcomes.length - 1]++;
      codes[next] = codeOf[event & codeOf.length - 1];
      next += keeps[event & keeps.length - 1];
    }
    coded = next;
  }

  /** Ends the stretch: from here on it only holds its results, with little memory. */
  SiftedChunk ended() {
    flush();
    codes = null;
    return this;
  }

  /** Moves the kept bits into the strings: bit i of each byte to string i. */
  private void flush() {
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

  /** Counts pulses of a case of which no bit is kept; double clicks are counted apart. */
  void add(int c, long pulses, long clicks, long errors) {
    outcomes[event(c, 0, 0, 0, 0)] += pulses - clicks;
    outcomes[event(c, 0, 1, 0, 0)] += clicks - errors;
    outcomes[event(c, 0, 1, 1, 0)] += errors;
  }

  void addDoubleClicks(long clicks) {
    doubleClicks += clicks;
  }

  /** Pulses of a case that were drawn. */
  long pulses(int c) {
    return sum(event -> event >> 4 == c);
  }

  long clicks(int c) {
    return sum(event -> event >> 4 == c && (event & 3) != 0);
  }

  long errors(int c) {
    return sum(event -> event >> 4 == c && (event & 3) == 2);
  }

  long doubleClicks() {
    return doubleClicks + sum(event -> (event & 4) != 0);
  }

  private long sum(IntPredicate which) {
    return IntStream.range(0, outcomes.length).filter(which).mapToLong(i -> outcomes[i]).sum();
  }

  /** The counts of all chunks together. */
  static SiftedChunk sum(PulseCases cases, List<SiftedChunk> chunks) {
    var all = new SiftedChunk(cases, false, 0);
    for (SiftedChunk chunk : chunks) {
      for (int i = 0; i < all.outcomes.length; i++) {
        all.outcomes[i] += chunk.outcomes[i];
      }
      all.addDoubleClicks(chunk.doubleClicks);
    }
    return all;
  }

  /** The strings of all chunks, in their order; all ones for the intensity if there is only one. */
  static List<Bits> strings(List<SiftedChunk> chunks) {
    int drawn = chunks.get(0).strings.length;
    return Parallel.map(
        Math.max(drawn, FIRST_INTENSITY + 1),
        s -> s < drawn ? joined(chunks, s) : SiftedKeys.ones(length(chunks)));
  }

  private static Bits joined(List<SiftedChunk> chunks, int s) {
    return BitAppender.joined(chunks.stream().map(chunk -> chunk.strings[s]).toList());
  }

  private static int length(List<SiftedChunk> chunks) {
    return Math.toIntExact(chunks.stream().mapToLong(chunk -> chunk.strings[0].length()).sum());
  }
}
