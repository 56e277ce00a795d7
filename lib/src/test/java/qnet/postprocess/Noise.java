package qnet.postprocess;

import qnet.qkd.Bits;
import qnet.run.Xoshiro256;

/** Errors for the tests. */
final class Noise {
  private Noise() {}

  /** A string of ones at random places, each bit with the given probability. */
  static Bits of(int length, double probability, Xoshiro256 rng) {
    var words = new long[(length + 63) >>> 6];
    for (int i = 0; i < length; i++) {
      words[i >> 6] |= (rng.nextDouble() < probability ? 1L : 0) << i;
    }
    return Bits.of(words, length);
  }
}
