package qnet.qkd;

import java.util.Arrays;
import java.util.List;

/**
 * What Alice and Bob hold after sending and sifting: bit i of her key and bit i of his come from
 * the same pulse, in which both used the same basis and he saw a click, in the order of the pulses.
 *
 * <p>As text it shows lengths and fingerprints, never bits.
 *
 * @param counts how many pulses were sent, detected and wrong, per basis and intensity
 * @param alice Alice's sifted key
 * @param bob Bob's sifted key
 * @param diagonal which of its bits are of basis X, the basis that tests; the others, of basis Z,
 *     make the key
 * @param intensities for each intensity, in the order of the counts, which of the bits were sent
 *     with it
 * @param clicks pulses in which Bob saw a click, those dropped in sifting included
 * @param doubleClicks those in which both of his detectors clicked and he tossed a coin
 */
public record SiftedKeys(
    Counts counts,
    Bits alice,
    Bits bob,
    Bits diagonal,
    List<Bits> intensities,
    long clicks,
    long doubleClicks) {
  /**
   * Checks the components.
   *
   * @param counts as above
   * @param alice as above
   * @param bob as above
   * @param diagonal as above
   * @param intensities as above
   * @param clicks as above
   * @param doubleClicks as above
   * @throws IllegalArgumentException if the components do not belong together
   */
  public SiftedKeys {
    intensities = List.copyOf(intensities);
    if (alice.length() != counts.detected()) {
      throw new IllegalArgumentException(
          "alice must have " + counts.detected() + " bits (detected), had " + alice.length());
    }
    sameLength("bob", alice, bob);
    sameLength("diagonal", alice, diagonal);
    intensities.forEach(mask -> sameLength("intensities", alice, mask));
    if (clicks < alice.length()) {
      throw new IllegalArgumentException(
          "clicks must be ≥ " + alice.length() + " (sifted), were " + clicks);
    }
    if (doubleClicks < 0 || doubleClicks > clicks) {
      throw new IllegalArgumentException(
          "doubleClicks must be from 0 to " + clicks + " (clicks), were " + doubleClicks);
    }
  }

  private static void sameLength(String name, Bits alice, Bits other) {
    if (other.length() != alice.length()) {
      throw new IllegalArgumentException(
          name + " must have " + alice.length() + " bits, had " + other.length());
    }
  }

  static Bits ones(int length) {
    long[] words = new long[(length + 63) >>> 6];
    Arrays.fill(words, -1);
    return Bits.trimmed(words, length);
  }

  /**
   * The bits of Alice's key that belong to one basis.
   *
   * @param basis Z for the bits that make the key, X for those that test
   * @return these bits, in their order
   */
  public Bits alice(Basis basis) {
    return alice.select(of(basis));
  }

  /**
   * The bits of Bob's key that belong to one basis.
   *
   * @param basis Z for the bits that make the key, X for those that test
   * @return these bits, in their order
   */
  public Bits bob(Basis basis) {
    return bob.select(of(basis));
  }

  private Bits of(Basis basis) {
    return switch (basis) {
      case Z -> diagonal.xor(ones(diagonal.length()));
      case X -> diagonal;
      case Y -> throw new IllegalArgumentException("basis must be Z or X, was Y");
    };
  }
}
