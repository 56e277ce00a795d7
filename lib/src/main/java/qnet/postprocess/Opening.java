package qnet.postprocess;

import java.util.random.RandomGenerator;
import qnet.qkd.Bits;

/**
 * How an error correction begins: Alice draws an order of the bits and tells Bob.
 *
 * @param aliceSeed what Alice makes the order from
 * @param bobSeed what has arrived at Bob
 */
record Opening(long aliceSeed, long bobSeed) {
  static Opening of(
      Bits aliceKey, Bits bobKey, double qber, ClassicalChannel channel, RandomGenerator rng) {
    if (aliceKey.length() != bobKey.length()) {
      throw new IllegalArgumentException(
          "bobKey must have " + aliceKey.length() + " bits, had " + bobKey.length());
    }
    if (!(qber > 0 && qber <= 0.5)) {
      throw new IllegalArgumentException("qber must be > 0 and ≤ 0.5, was " + qber);
    }
    long seed = rng.nextLong();
    var message = Bits.of(new long[] {seed}, Long.SIZE);
    var received = channel.send(Party.ALICE, "order of bits", message, 0);
    if (received.length() != Long.SIZE) {
      throw new Abort("an order of bits that is none");
    }
    return new Opening(seed, received.words()[0]);
  }
}
