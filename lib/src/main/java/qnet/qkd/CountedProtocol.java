package qnet.qkd;

import java.util.random.RandomGenerator;
import qnet.channel.Link;

/**
 * A protocol of which the detections can be counted, so that a key of finite length can be made of
 * them.
 *
 * <p>Basis Z makes the key and basis X tests it.
 */
public interface CountedProtocol extends QkdProtocol {
  /**
   * The counts to expect after a number of pulses.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, at least 1
   * @return expectation values, rounded
   * @throws IllegalArgumentException if {@code pulses} is below 1
   */
  Counts expect(Link link, long pulses);

  /**
   * Sends pulses, draws which detectors click, and counts what is left after sifting.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  Counts simulate(Link link, long pulses, RandomGenerator rng);

  /**
   * The proof that turns these counts into a key.
   *
   * @return the proof
   */
  FiniteKey finiteKey();

  /**
   * Bits disclosed by error correction over the Shannon limit.
   *
   * @return f, ≥ 1
   */
  double errorCorrectionEfficiency();

  /**
   * This protocol with all that Alice and Bob are free to choose set to what is best for a link, a
   * block and a security.
   *
   * @param link the link from Alice to Bob
   * @param block how much is collected for one key
   * @param security how sure the key must be
   * @return the protocol with the best settings
   */
  CountedProtocol optimisedFor(Link link, Block block, Security security);

  /**
   * The probability that a pulse adds a bit to the sifted key basis.
   *
   * @param link the link from Alice to Bob
   * @return bits per pulse, from 0 to 1
   */
  double siftedBitsPerPulse(Link link);

  /**
   * The bits that error correction is expected to disclose, f·n·h(E) in the key basis.
   *
   * @param counts the counts of a block
   * @return a number of bits, ≥ 0; where the bits really disclosed are known, use them instead
   */
  default double leakBits(Counts counts) {
    long detected = 0;
    long errors = 0;
    for (Tally tally : counts.tallies()) {
      if (tally.basis() == Basis.Z) {
        detected += tally.detected();
        errors += tally.errors();
      }
    }
    return detected == 0
        ? 0
        : errorCorrectionEfficiency()
            * detected
            * ErrorEntropy.ofBitError((double) errors / detected);
  }

  /**
   * This protocol with finite keys.
   *
   * @param block how much is collected for one key
   * @param security how sure the key must be
   * @return a protocol whose key rate has the block's finite size in it
   */
  default FiniteProtocol finite(Block block, Security security) {
    return new FiniteProtocol(this, block, security);
  }

  /**
   * The shortest run that ends in any key at all, with the settings that are best for so short a
   * run: the time at which the key length becomes positive, by bisection.
   *
   * @param link the link from Alice to Bob
   * @param security how sure the key must be
   * @return a time in seconds; +∞ if no run is long enough
   */
  default double shortestRunS(Link link, Security security) {
    return ShortestRun.timeS(this, link, security);
  }
}
