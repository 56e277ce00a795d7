package qnet.repeater;

import java.util.Objects;
import java.util.Optional;
import qnet.qkd.KeyRate;
import qnet.run.Require;
import qnet.state.BellDiagonal;

/**
 * What a chain delivers on average, and the key that it makes.
 *
 * <p>K = (1 − h(e_Z) − h(e_X))/T
 *
 * <p>with the mean time T between pairs and the error rates of the mean pair. The state is
 * averaged, not the key: Alice and Bob need not know which of their pairs waited longer.
 *
 * <p>Valid for BB84 on the delivered pairs with one-way error correction at Shannon's limit,
 * endless keys, almost all pairs measured along Z.
 *
 * <p>Ignores what sorting the pairs by waiting time could add.
 *
 * <p>Reference: P. W. Shor, J. Preskill, Phys. Rev. Lett. 85, 441 (2000),
 * doi:10.1103/PhysRevLett.85.441, arXiv:quant-ph/0003004.
 *
 * @param meanTimeMs mean time T from pair to pair, in milliseconds; +∞ if none is ever delivered
 * @param pair the mean pair
 * @param usesPerSecond optical modes that each segment uses per second, above 0
 * @param obstacle why nothing is ever delivered; empty if pairs are
 */
public record ChainAverage(
    double meanTimeMs, BellDiagonal pair, double usesPerSecond, String obstacle) {
  private static final BellDiagonal NOISE = BellDiagonal.of(0.25, 0.25, 0.25, 0.25);

  /**
   * Checks the components.
   *
   * @param meanTimeMs as above
   * @param pair as above
   * @param usesPerSecond as above
   * @param obstacle as above
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ChainAverage {
    if (!(meanTimeMs > 0)) {
      throw new IllegalArgumentException("meanTimeMs must be > 0, was " + meanTimeMs);
    }
    Objects.requireNonNull(pair);
    Require.positive("usesPerSecond", usesPerSecond);
    Objects.requireNonNull(obstacle);
  }

  static ChainAverage of(Chain chain, double meanTimeMs, BellDiagonal pair) {
    return new ChainAverage(meanTimeMs, pair, usesPerSecond(chain), "");
  }

  static ChainAverage never(Chain chain, String obstacle) {
    return new ChainAverage(Double.POSITIVE_INFINITY, NOISE, usesPerSecond(chain), obstacle);
  }

  private static double usesPerSecond(Chain chain) {
    Segment segment = chain.segment();
    return 1000.0 * chain.memory().modes() * segment.opticalModes() / segment.attemptTimeMs();
  }

  /** Why a chain can never deliver anything. */
  static Optional<String> obstacle(Chain chain) {
    if (chain.linkProbability() == 0) {
      return Optional.of("nothing is ever delivered: no attempt succeeds");
    }
    if (chain.segments() > 1 && chain.swapProbability() == 0) {
      return Optional.of("nothing is ever delivered: no swap succeeds");
    }
    var purification = chain.purification();
    if (!purification.isNone()
        && purification.protocol().purify(chain.segment().pair()).successProbability() == 0) {
      return Optional.of("nothing is ever delivered: no purification succeeds");
    }
    return Optional.empty();
  }

  /**
   * The fidelity of the mean pair.
   *
   * @return from 0 to 1
   */
  public double fidelity() {
    return pair.fidelity();
  }

  /**
   * Pairs from end to end per second.
   *
   * @return 1/T; 0 if none is ever delivered
   */
  public double pairsPerSecond() {
    return 1000 / meanTimeMs;
  }

  /**
   * The key rate. One use is one optical mode sent over each segment, so that the bits per use
   * compare with {@link qnet.limit.Plob} and {@link qnet.limit.RepeaterBound}; the error rate is
   * that along Z.
   *
   * @return the key rate, 0 if the pairs are too noisy or none is delivered
   */
  public KeyRate keyRate() {
    double fraction = pair.secretFraction(); // Shor and Preskill 2000
    double bitsPerUse = fraction * pairsPerSecond() / usesPerSecond;
    return new KeyRate(bitsPerUse, usesPerSecond, Double.NaN, pair.errorRateZ(), limit(fraction));
  }

  private String limit(double fraction) {
    if (!obstacle.isEmpty()) {
      return obstacle;
    }
    if (fraction == 0) {
      return "pairs too noisy for a key";
    }
    return fraction < 0.5 ? "errors of the pairs" : "waiting for pairs";
  }
}
