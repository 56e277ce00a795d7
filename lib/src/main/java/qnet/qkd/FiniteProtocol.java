package qnet.qkd;

import java.util.Objects;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import qnet.channel.Link;

/**
 * A protocol with keys of finite length: over each link, its settings are the best ones for that
 * link and block.
 *
 * <p>R = ℓ/N
 *
 * <p>for a key of ℓ bits from N pulses.
 *
 * <p>Valid under the assumptions of the protocol's {@link FiniteKey}; counts are as expected,
 * without fluctuation, and error correction discloses f·n·h(E) bits.
 *
 * <p>Ignores keys spent on authentication, and the time that computing takes.
 *
 * <p>Reference: C. C. W. Lim, M. Curty, N. Walenta, F. Xu, H. Zbinden, Phys. Rev. A 89, 022307
 * (2014), doi:10.1103/PhysRevA.89.022307, Sec. IV, for the rate R.
 *
 * @param protocol the protocol
 * @param block how much is collected for one key
 * @param security how sure the key must be
 */
public record FiniteProtocol(CountedProtocol protocol, Block block, Security security)
    implements QkdProtocol {
  /** More pulses than this (30 years at 1 GHz) are no block. */
  static final double MOST_PULSES = 1e18;

  /**
   * Checks the components.
   *
   * @param protocol as above
   * @param block as above
   * @param security as above
   */
  public FiniteProtocol {
    Objects.requireNonNull(protocol);
    Objects.requireNonNull(block);
    Objects.requireNonNull(security);
  }

  /**
   * This with another protocol.
   *
   * @param protocol the protocol
   * @return the changed object
   */
  public FiniteProtocol withProtocol(CountedProtocol protocol) {
    return new FiniteProtocol(protocol, block, security);
  }

  /**
   * This with another block.
   *
   * @param block how much is collected for one key
   * @return the changed object
   */
  public FiniteProtocol withBlock(Block block) {
    return new FiniteProtocol(protocol, block, security);
  }

  /**
   * This with another security.
   *
   * @param security how sure the key must be
   * @return the changed object
   */
  public FiniteProtocol withSecurity(Security security) {
    return new FiniteProtocol(protocol, block, security);
  }

  /**
   * The protocol with the settings that are used over a link.
   *
   * @param link the link from Alice to Bob
   * @return the protocol
   */
  public CountedProtocol settingsFor(Link link) {
    return protocol.optimisedFor(link, block, security);
  }

  /**
   * The key that one block is expected to give.
   *
   * @param link the link from Alice to Bob
   * @return the length, with what it is made of
   */
  public KeyLength keyLength(Link link) {
    return keyLength(settingsFor(link), link);
  }

  private KeyLength keyLength(CountedProtocol best, Link link) {
    return keyLength(best, link, pulses -> best.expect(link, pulses));
  }

  /**
   * The key that one block gives when every photon and click in it is drawn; the settings are those
   * of {@link #settingsFor}.
   *
   * <p>Error correction discloses f·n·h(E) bits of the error rate E that was drawn.
   *
   * @param link the link from Alice to Bob
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the length, with what it is made of
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public KeyLength simulate(Link link, RandomGenerator rng) {
    var best = settingsFor(link);
    return keyLength(best, link, pulses -> best.simulate(link, pulses, rng));
  }

  private KeyLength keyLength(CountedProtocol best, Link link, LongFunction<Counts> countsOf) {
    double pulses = pulses(best, link);
    if (!(pulses <= MOST_PULSES)) {
      return new KeyLength(0, 0, 0, 0.5, 0, 0, "the block never fills");
    }
    var counts = countsOf.apply(Math.max(1, Math.round(pulses)));
    return best.finiteKey().length(counts, security, best.leakBits(counts));
  }

  /**
   * How long the block takes to fill, at the clock of the source and with the dead time of the
   * detectors.
   *
   * @param link the link from Alice to Bob
   * @return a time in seconds; +∞ if the block never fills
   */
  public double blockTimeS(Link link) {
    var best = settingsFor(link);
    return pulses(best, link) / best.over(link).usesPerSecond();
  }

  private double pulses(CountedProtocol best, Link link) {
    return block.pulses(best.siftedBitsPerPulse(link));
  }

  @Override
  public KeyRate over(Link link) {
    var best = settingsFor(link);
    var length = keyLength(best, link);
    var endless = best.over(link);
    return new KeyRate(
        length.bits() == 0 ? 0 : length.bits() / pulses(best, link),
        endless.usesPerSecond(),
        endless.gain(),
        endless.qber(),
        length.limit());
  }
}
