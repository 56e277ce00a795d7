package qnet.postprocess;

import java.util.random.RandomGenerator;
import qnet.qkd.Bits;
import qnet.run.Require;

/**
 * A way to make Bob's key equal to Alice's by public discussion.
 *
 * <p>Alice and Bob share a {@link ClassicalChannel} and nothing else; what Alice says on it about
 * her key is the leak. It may fail silently, so a hash must verify the result.
 *
 * <p>Sealed, because only this package can speak on the channel.
 */
public sealed interface ErrorCorrection permits Cascade, Winnow {
  /**
   * Corrects Bob's key.
   *
   * @param aliceKey the key that counts
   * @param bobKey the same with errors
   * @param qber the error rate to expect, above 0 and at most 0.5; it sets the blocks
   * @param channel the line on which they talk
   * @param rng the generator, of which one {@code nextLong()} is taken for the order of the bits
   * @return Bob's key after the correction, and what it cost
   * @throws IllegalArgumentException if the lengths differ or {@code qber} is out of range
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  Reconciliation correct(
      Bits aliceKey, Bits bobKey, double qber, ClassicalChannel channel, RandomGenerator rng);

  /**
   * Corrects Bob's key over a perfect channel.
   *
   * @param aliceKey the key that counts
   * @param bobKey the same with errors
   * @param qber the error rate to expect, above 0 and at most 0.5; it sets the blocks
   * @param rng the generator, of which one {@code nextLong()} is taken for the order of the bits
   * @return Bob's key after the correction, and what it cost
   * @throws IllegalArgumentException if the lengths differ or {@code qber} is out of range
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  default Reconciliation correct(Bits aliceKey, Bits bobKey, double qber, RandomGenerator rng) {
    return correct(aliceKey, bobKey, qber, ClassicalChannel.perfect(), rng);
  }

  /**
   * Corrects a random key in which each bit is wrong by chance: what the leak and the efficiency
   * are measured with.
   *
   * @param keyBits the length of the key, at least 1
   * @param qber the probability that a bit is wrong, above 0 and at most 0.5
   * @param rng the generator of key, errors and order
   * @return Bob's key after the correction, and what it cost
   * @throws IllegalArgumentException if an argument is out of its range
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  default Reconciliation trial(int keyBits, double qber, RandomGenerator rng) {
    Require.atLeast("keyBits", keyBits, 1);
    var alice = Bits.random(keyBits, rng);
    var errors = new long[(keyBits + 63) >>> 6];
    for (int i = 0; i < keyBits; i++) {
      errors[i >> 6] |= (rng.nextDouble() < qber ? 1L : 0) << i;
    }
    return correct(alice, alice.xor(Bits.of(errors, keyBits)), qber, rng);
  }
}
