package qnet.qkd;

import java.util.random.RandomGenerator;
import qnet.channel.Link;

/**
 * A protocol in which Alice prepares pulses and Bob measures them, so that both end up with a
 * sifted key, bit by bit.
 */
public interface PrepareAndMeasure extends CountedProtocol {
  /**
   * Sends pulses, lets Bob's detectors click, and sifts.
   *
   * <p>This is what the clock of a real link counts: pulses that come in the dead time after a
   * click are sent too, and lost. {@link #simulate} counts pulses that meet detectors that are
   * ready.
   *
   * <p>The draws are those of {@link Analysis#THRESHOLD}, whatever the analysis. The same seed
   * gives the same bits on any number of threads.
   *
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the sifted keys of both, and what was counted
   * @throws IllegalArgumentException if {@code pulses} is below 1, or leaves more than 2³¹ − 1
   *     sifted bits
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  SiftedKeys transmit(Link link, long pulses, RandomGenerator rng);
}
