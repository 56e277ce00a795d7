package qnet.postprocess;

import java.util.random.RandomGenerator;
import qnet.qkd.Bits;
import qnet.run.Require;

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
    Require.positiveUpTo("qber", qber, 0.5);
    long seed = rng.nextLong();
    var message = Bits.of(new long[] {seed}, Long.SIZE);
    var received = channel.send(Party.ALICE, "order of bits", message, 0);
    if (received.length() != Long.SIZE) {
      throw new Abort("an order of bits that is none");
    }
    return new Opening(seed, received.words()[0]);
  }
}
