package qnet.qkd;

import qnet.run.Estimate;

/**
 * How a session ended. If it was aborted there is no key, not even a part of one.
 *
 * @param accepted whether Alice and Bob go on to make a key
 * @param reason why, in words
 * @param counts what was sent, detected and wrong, sample and key together
 * @param sampleBits sifted bits that were compared in public
 * @param sampleErrors how many of them differed
 * @param aliceKey Alice's sifted bits that were not compared; none if aborted
 * @param bobKey Bob's bits at the same places
 * @param eve what the attack did, which Alice and Bob do not see
 */
public record SessionResult(
    boolean accepted,
    String reason,
    Counts counts,
    long sampleBits,
    long sampleErrors,
    Bits aliceKey,
    Bits bobKey,
    EveReport eve) {
  /** A part of nothing. */
  static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN, 0, 1, 0);

  /**
   * The decision with its reason, for a table.
   *
   * @return "accepted: …" or "given up: …"
   */
  public String decision() {
    return (accepted ? "accepted: " : "given up: ") + reason;
  }

  /**
   * Bits of the sifted key, the compared ones included.
   *
   * @return clicks in equal bases
   */
  public long siftedBits() {
    return counts.detected();
  }

  /**
   * The error rate that Alice and Bob see in their sample.
   *
   * @return the estimate with its 95 % interval; NaN, between 0 and 1, if nothing was compared
   */
  public Estimate sampleQber() {
    return sampleBits == 0 ? UNKNOWN : Estimate.ofCount(sampleErrors, sampleBits);
  }

  /**
   * The error rate of all sifted bits, which nobody in the session sees.
   *
   * @return the estimate with its 95 % interval; NaN, between 0 and 1, if there are none
   */
  public Estimate siftedQber() {
    return siftedBits() == 0 ? UNKNOWN : Estimate.ofCount(counts.errors(), siftedBits());
  }

  /**
   * How often Eve's guess of a sifted bit was right.
   *
   * @return the estimate with its 95 % interval; NaN, between 0 and 1, if there are none
   */
  public Estimate eveGuess() {
    return siftedBits() == 0
        ? UNKNOWN
        : Estimate.ofCount(
            Math.round(eve.measured().guessProbability() * siftedBits()), siftedBits());
  }
}
