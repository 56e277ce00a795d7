package qnet.postprocess;

import java.util.List;
import java.util.Objects;
import qnet.qkd.Bits;
import qnet.run.Require;

/**
 * Tags that only the holder of a shared key can make, whatever computer a forger has: a universal
 * hash, hidden by a one-time pad.
 *
 * <p>tag = Σᵢ mᵢ·r^(L+1−i) + pad, in the field of 2⁶⁴ elements,
 *
 * <p>for a message of L words, the last of them its length. The point r is 64 bits of key, used for
 * all messages; the pad is 64 bits of key for each. A forger who has seen one message with its tag
 * makes another with probability
 *
 * <p>P ≤ L·2⁻⁶⁴.
 *
 * <p>Valid as long as both ends take the same pads in the same order and no pad twice.
 *
 * <p>Ignores how the first key came to both ends: someone must have carried it. QKD makes a short
 * shared key long; it does not make one out of nothing.
 *
 * <p>References: M. N. Wegman, J. L. Carter, J. Comput. Syst. Sci. 22, 265 (1981),
 * doi:10.1016/0022-0000(81)90033-7, for hash and pad; the polynomial hash has the place of their
 * hash because its key does not grow with the message.
 *
 * @param point r, 64 bits of key
 * @param pool the key that pads are taken from
 */
public record Authentication(Key point, Key pool) {
  /** Bits of key that a tag takes, and bits of a tag. */
  public static final int TAG_BITS = 64;

  /**
   * Checks the components.
   *
   * @param point as above
   * @param pool as above
   * @throws IllegalArgumentException if the point has not 64 bits
   */
  public Authentication {
    Objects.requireNonNull(pool);
    if (point.length() != TAG_BITS) {
      throw new IllegalArgumentException(
          "point must have " + TAG_BITS + " bits, had " + point.length());
    }
  }

  /**
   * Begins with a key that both ends have.
   *
   * @param shared at least 64 bits, and 64 more for each tag
   * @return the first 64 bits as the point, the others as the pool
   * @throws IllegalArgumentException if the key is shorter than 64 bits
   */
  public static Authentication of(Key shared) {
    var parts = shared.take(TAG_BITS);
    return new Authentication(parts.taken(), parts.rest());
  }

  /**
   * How many tags the pool is good for.
   *
   * @return a number of tags
   */
  public int tagsLeft() {
    return pool.length() / TAG_BITS;
  }

  /**
   * The tag of a message, with the next pad of the pool.
   *
   * @param message the message
   * @return 64 bits
   * @throws IllegalArgumentException if the pool has no pad left
   */
  public Bits tag(Bits message) {
    var pad = pool.take(TAG_BITS).taken().bits();
    return Bits.of(new long[] {hash(message)}, TAG_BITS).xor(pad);
  }

  /**
   * Whether a tag belongs to a message, with the next pad of the pool.
   *
   * @param message the message as received
   * @param tag the tag as received
   * @return true if the holder of the key made it, but for a forger's luck
   * @throws IllegalArgumentException if the pool has no pad left
   */
  public boolean accepts(Bits message, Bits tag) {
    return tag(message).equals(tag);
  }

  /**
   * The state after a tag was made or checked.
   *
   * @return the same point, with one pad less in the pool
   * @throws IllegalArgumentException if the pool has no pad left
   */
  public Authentication next() {
    return new Authentication(point, pool.take(TAG_BITS).rest());
  }

  /**
   * The chance of a forger.
   *
   * @param messageBits length of the message, ≥ 0
   * @return an upper bound on the probability that a forged tag is accepted
   * @throws IllegalArgumentException if {@code messageBits} is negative
   */
  public static double forgeryProbability(long messageBits) {
    Require.atLeast("messageBits", messageBits, 0);
    double words = Math.ceil(messageBits / 64.0) + 1; // the length is a word too
    return words * 0x1p-64;
  }

  /** The polynomial by Horner's rule, highest power first. */
  private long hash(Bits message) {
    long r = point.bits().words()[0];
    long sum = 0;
    for (long word : message.words()) {
      sum = CarrylessProduct.inField(sum ^ word, r);
    }
    return CarrylessProduct.inField(sum ^ message.length(), r);
  }

  /** A conversation as one string: who said what, in which order. */
  static Bits asBits(List<Message> view) {
    int length = view.stream().mapToInt(message -> 2 + words(message)).sum();
    var all = new long[length];
    int filled = 0;
    for (Message message : view) {
      all[filled++] = (long) message.from().ordinal() << 32 | message.number();
      all[filled++] = message.payload().length();
      System.arraycopy(message.payload().words(), 0, all, filled, words(message));
      filled += words(message);
    }
    return Bits.of(all, 64 * all.length);
  }

  private static int words(Message message) {
    return (message.payload().length() + 63) >>> 6;
  }
}
