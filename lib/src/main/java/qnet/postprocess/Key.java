package qnet.postprocess;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.qkd.Bits;

/**
 * A secret key.
 *
 * <p>As text it is a length and a fingerprint, never its bits. Each part of it is to be used once.
 *
 * @param bits the bits of the key
 */
public record Key(Bits bits) {
  /**
   * Two parts of a key.
   *
   * @param taken the part to use
   * @param rest the part to keep
   */
  public record Parts(Key taken, Key rest) {
    /**
     * Checks the components.
     *
     * @param taken as above
     * @param rest as above
     */
    public Parts {
      Objects.requireNonNull(taken);
      Objects.requireNonNull(rest);
    }
  }

  /**
   * Checks the component.
   *
   * @param bits as above
   */
  public Key {
    Objects.requireNonNull(bits);
  }

  /**
   * A key of random bits: what two parties are given when they first meet.
   *
   * @param length how many bits, ≥ 0
   * @param rng the generator
   * @return the key
   * @throws IllegalArgumentException if {@code length} is negative
   */
  public static Key random(int length, RandomGenerator rng) {
    return new Key(Bits.random(length, rng));
  }

  /**
   * The length.
   *
   * @return a number of bits
   */
  public int length() {
    return bits.length();
  }

  /**
   * Takes the first bits off.
   *
   * @param count how many, from 0 to the length
   * @return these bits, and the others
   * @throws IllegalArgumentException if {@code count} is out of range
   */
  public Parts take(int count) {
    if (count < 0 || count > length()) {
      throw new IllegalArgumentException(
          "count must be from 0 to " + length() + " (length of the key), was " + count);
    }
    return new Parts(new Key(bits.slice(0, count)), new Key(bits.slice(count, length())));
  }

  /**
   * The key for the cryptography of the JDK.
   *
   * @return the bits, eight in a byte; missing bits of the last byte are 0
   */
  public byte[] toByteArray() {
    return bits.toByteArray();
  }

  @Override
  public String toString() {
    return bits.toString();
  }
}
