package qnet.channel;

/**
 * A quantum channel from one sender to one receiver: how much light arrives, how late, and how much
 * stray light with it.
 *
 * <p>The interface is open. A channel of one's own needs only its transmittance:
 *
 * <pre>{@code Link mine = () -> 0.01;}</pre>
 *
 * <p>A link ends where the receiver begins: the efficiency of detectors belongs to the protocol.
 */
@FunctionalInterface
public interface Link {
  /**
   * The probability η that a photon sent into the link comes out of it.
   *
   * @return the transmittance, from 0 to 1
   */
  double transmittance();

  /**
   * The time light takes from end to end.
   *
   * @return the one-way latency in milliseconds, 0 unless the link says otherwise
   */
  default double latencyMs() {
    return 0;
  }

  /**
   * The stray photons that enter the receiver through the link.
   *
   * @return stray photons per second, in all modes that the receiver accepts; 0 unless the link
   *     says otherwise
   */
  default double backgroundRateHz() {
    return 0;
  }

  /**
   * The loss of the link, −10·log₁₀ η.
   *
   * @return the loss in decibel; +∞ for an opaque link
   */
  default double lossDb() {
    return 0 - 10 * Math.log10(transmittance()); // 0 − 0 is 0, but −0 would be shown as "-0"
  }

  /**
   * The same path with a station in its middle.
   *
   * <p>Unless the link says otherwise, each half lets √η pass, takes half the time, and brings the
   * whole stray light, because each half ends in a receiver.
   *
   * @return the halves from Alice and from Bob to the station
   */
  default Halves split() {
    var half = new PlainLink(Math.sqrt(transmittance()), latencyMs() / 2, backgroundRateHz());
    return new Halves(half, half);
  }

  /**
   * A link of which only the loss is known.
   *
   * @param lossDb the loss in decibel, ≥ 0
   * @return a link without latency or stray light
   * @throws IllegalArgumentException if {@code lossDb} is negative or NaN
   */
  static Link ofLossDb(double lossDb) {
    if (!(lossDb >= 0)) {
      throw new IllegalArgumentException("lossDb must be ≥ 0, was " + lossDb);
    }
    return new PlainLink(Decibels.transmittance(lossDb), 0, 0);
  }

  /**
   * The two halves of a link with a station in its middle.
   *
   * @param alice from Alice to the station
   * @param bob from Bob to the station
   */
  record Halves(Link alice, Link bob) {}
}
