package qnet.state;

/**
 * One row of a repeated purification.
 *
 * @param round the number of the round, 0 before the first one
 * @param pair the pair after success
 * @param successProbability how often this round succeeds
 * @param pairsUsed mean number of original pairs that one such pair has cost
 */
public record PurificationRound(
    int round, BellDiagonal pair, double successProbability, double pairsUsed) {
  /** The pair as it comes, before the first round. */
  static PurificationRound start(BellDiagonal pair) {
    return new PurificationRound(0, pair, 1, 1);
  }

  /** The round after this one, on two equal pairs. */
  PurificationRound next(Purification protocol) {
    PurificationResult result = protocol.purify(pair);
    double success = result.successProbability();
    return new PurificationRound(round + 1, result.pair(), success, pairsUsed * 2 / success);
  }

  /**
   * The fidelity after this round.
   *
   * @return the weight of Φ+
   */
  public double fidelity() {
    return pair.fidelity();
  }
}
