package qnet.qkd;

import java.util.Objects;

/**
 * What a protocol delivers over a link: secret bits per use of the channel, with the numbers that
 * explain them.
 *
 * <p>Key per second: bitsPerSecond = bitsPerUse · usesPerSecond
 *
 * <p>The protocol says what one use is: a pulse, a pulse pair, a symbol. A number that does not
 * apply is NaN and shown as –.
 *
 * @param bitsPerUse secret bits per use of the channel, sifting included, ≥ 0; 0 if no key is
 *     possible
 * @param usesPerSecond uses of the channel per second, ≥ 0, or NaN
 * @param gain probability that a use gives a click, from 0 to 1, or NaN
 * @param qber quantum bit error rate of the sifted key, from 0 to 1, or NaN
 * @param limit what holds the key rate down, in plain words
 */
public record KeyRate(
    double bitsPerUse, double usesPerSecond, double gain, double qber, String limit) {
  /**
   * Checks the components.
   *
   * @param bitsPerUse as above
   * @param usesPerSecond as above
   * @param gain as above
   * @param qber as above
   * @param limit as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public KeyRate {
    if (!(bitsPerUse >= 0)) {
      throw new IllegalArgumentException("bitsPerUse must be ≥ 0, was " + bitsPerUse);
    }
    if (usesPerSecond < 0) {
      throw new IllegalArgumentException("usesPerSecond must be ≥ 0 or NaN, was " + usesPerSecond);
    }
    if (gain < 0 || gain > 1) {
      throw new IllegalArgumentException("gain must be from 0 to 1 or NaN, was " + gain);
    }
    if (qber < 0 || qber > 1) {
      throw new IllegalArgumentException("qber must be from 0 to 1 or NaN, was " + qber);
    }
    Objects.requireNonNull(limit);
  }

  /**
   * A key rate of one's own model. A formula that goes negative gives no key, so it becomes 0.
   *
   * @param bitsPerUse secret bits per use of the channel
   * @param qber quantum bit error rate, from 0 to 1, or NaN
   * @return the key rate, without uses per second and gain
   * @throws IllegalArgumentException if {@code bitsPerUse} is NaN or {@code qber} out of range
   */
  public static KeyRate of(double bitsPerUse, double qber) {
    double bits = Double.isNaN(bitsPerUse) ? bitsPerUse : Math.max(0, bitsPerUse);
    return new KeyRate(bits, Double.NaN, Double.NaN, qber, bits > 0 ? "not stated" : "no key");
  }

  /**
   * Secret bits per second.
   *
   * @return bitsPerUse · usesPerSecond, or NaN if the uses per second are not known
   */
  public double bitsPerSecond() {
    return bitsPerUse * usesPerSecond;
  }
}
