package qnet.state;

/**
 * One row of a repeated purification.
 *
 * @param round the number of the round, from 1
 * @param pair the pair after success
 * @param successProbability how often this round succeeds
 * @param pairsUsed mean number of original pairs that one such pair has cost
 */
public record PurificationRound(
    int round, BellDiagonal pair, double successProbability, double pairsUsed) {
  /**
   * The fidelity after this round.
   *
   * @return the weight of Φ+
   */
  public double fidelity() {
    return pair.fidelity();
  }
}
