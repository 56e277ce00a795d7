package qnet.qkd;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A string of bits that never changes, packed 64 to a word: bit i is bit i mod 64 of word ⌊i/64⌋.
 *
 * <p>Keys are such strings, so its text is a length and a fingerprint; {@link #show()} spells out
 * the bits of short strings, for teaching.
 */
public final class Bits {
  /** Longer strings are never spelled out. */
  private static final int MOST_SHOWN = 64;

  private static final int FINGERPRINT_BYTES = 4;

  private final long[] words;
  private final int length;

  /** Takes the array over, of the least size; the bits beyond the length must be zero. */
  Bits(long[] words, int length) {
    this.words = words;
    this.length = length;
  }

  /**
   * The first bits of an array of words.
   *
   * @param words the words, which are copied
   * @param length how many bits, from 0 to 64 times the number of words
   * @return the bits
   * @throws IllegalArgumentException if {@code length} is out of range
   */
  public static Bits of(long[] words, int length) {
    if (length < 0 || length > 64L * words.length) {
      throw new IllegalArgumentException(
          "length must be from 0 to " + 64L * words.length + ", was " + length);
    }
    return trimmed(Arrays.copyOf(words, wordsFor(length)), length);
  }

  /**
   * The bits that a text spells.
   *
   * @param text characters 0 and 1, the first of them bit 0
   * @return the bits
   * @throws IllegalArgumentException if there is any other character
   */
  public static Bits parse(String text) {
    var words = new long[wordsFor(text.length())];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '0' && c != '1') {
        throw new IllegalArgumentException(
            "text must be of 0 and 1, was '" + c + "' at position " + i);
      }
      words[i >> 6] |= (long) (c - '0') << i;
    }
    return new Bits(words, text.length());
  }

  /**
   * Fair random bits.
   *
   * @param length how many, ≥ 0
   * @param rng the generator, of which one word is taken for 64 bits
   * @return the bits
   * @throws IllegalArgumentException if {@code length} is negative
   */
  public static Bits random(int length, RandomGenerator rng) {
    if (length < 0) {
      throw new IllegalArgumentException("length must be ≥ 0, was " + length);
    }
    var words = new long[wordsFor(length)];
    for (int i = 0; i < words.length; i++) {
      words[i] = rng.nextLong();
    }
    return trimmed(words, length);
  }

  private static int wordsFor(int length) {
    return (length + 63) >>> 6;
  }

  /** Takes the array over, and makes the bits beyond the length zero. */
  static Bits trimmed(long[] words, int length) {
    if ((length & 63) != 0) {
      words[words.length - 1] &= (1L << length) - 1;
    }
    return new Bits(words, length);
  }

  /**
   * How many bits there are.
   *
   * @return the length, ≥ 0
   */
  public int length() {
    return length;
  }

  /**
   * One bit.
   *
   * @param i its position, from 0
   * @return true for 1
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public boolean get(int i) {
    Objects.checkIndex(i, length);
    return (words[i >> 6] >>> i & 1) != 0;
  }

  /**
   * The words that hold the bits; those beyond the length are 0.
   *
   * @return a copy
   */
  public long[] words() {
    return words.clone();
  }

  /**
   * A run of these bits.
   *
   * @param from position of the first
   * @param to position after the last
   * @return to − from bits
   * @throws IndexOutOfBoundsException if the run is not within the string
   */
  public Bits slice(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    var part = new long[wordsFor(to - from)];
    int shift = from & 63;
    for (int i = 0, word = from >> 6; i < part.length; i++, word++) {
      part[i] = words[word] >>> shift;
      if (shift != 0 && word + 1 < words.length) {
        part[i] |= words[word + 1] << -shift;
      }
    }
    return trimmed(part, to - from);
  }

  /**
   * These bits and others after them.
   *
   * @param more the bits that follow
   * @return a string of both lengths together
   * @throws ArithmeticException if it would have more than 2³¹ − 1 bits
   */
  public Bits concat(Bits more) {
    int sum = Math.addExact(length, more.length);
    var all = Arrays.copyOf(words, wordsFor(sum) + 1);
    for (int i = 0, to = length >> 6; i < more.words.length; i++, to++) {
      all[to] |= more.words[i] << length;
      all[to + 1] |= (length & 63) == 0 ? 0 : more.words[i] >>> -length;
    }
    return of(all, sum);
  }

  /**
   * The bits at the positions where a mask is 1, in their order.
   *
   * @param mask a string of the same length
   * @return as many bits as the mask has ones
   * @throws IllegalArgumentException if the lengths differ
   */
  public Bits select(Bits mask) {
    requireLengthOf("mask", mask);
    int chosen = mask.ones();
    var part = new long[wordsFor(chosen)];
    int filled = 0;
    for (int i = 0; i < words.length; i++) {
      for (long rest = mask.words[i]; rest != 0; rest &= rest - 1) {
        long bit = words[i] >>> Long.numberOfTrailingZeros(rest) & 1;
        part[filled >> 6] |= bit << filled;
        filled++;
      }
    }
    return new Bits(part, chosen);
  }

  /**
   * Where this and another string differ.
   *
   * @param other a string of the same length
   * @return the sum modulo 2, bit by bit
   * @throws IllegalArgumentException if the lengths differ
   */
  public Bits xor(Bits other) {
    requireLengthOf("other", other);
    var sum = words.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] ^= other.words[i];
    }
    return new Bits(sum, length);
  }

  private void requireLengthOf(String name, Bits other) {
    if (other.length != length) {
      throw new IllegalArgumentException(
          name + " must have " + length + " bits, had " + other.length);
    }
  }

  /**
   * How many of the bits are 1.
   *
   * @return the count, from 0 to the length
   */
  public int ones() {
    int ones = 0;
    for (long word : words) {
      ones += Long.bitCount(word);
    }
    return ones;
  }

  /**
   * The bits as bytes, for the cryptography of the JDK: bit i is bit i mod 8 of byte ⌊i/8⌋, missing
   * bits of the last byte are 0.
   *
   * @return a new array
   */
  public byte[] toByteArray() {
    var buffer = ByteBuffer.allocate(8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asLongBuffer().put(words);
    return Arrays.copyOf(buffer.array(), (length + 7) >>> 3);
  }

  /**
   * The bits themselves, for teaching.
   *
   * @return characters 0 and 1; of more than 64 bits only what {@link #toString()} says
   */
  public String show() {
    if (length > MOST_SHOWN) {
      return toString();
    }
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(get(i) ? '1' : '0');
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bits bits && length == bits.length && Arrays.equals(words, bits.words);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(words) + length;
  }

  /** The length and the first digits of the SHA-256 of {@link #toByteArray()}, never the bits. */
  @Override
  public String toString() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(toByteArray());
      return length
          + " bits, SHA-256 "
          + HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES)
          + "…";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
