package qnet.state;

import qnet.run.Require;

/**
 * What one purification step gives.
 *
 * @param pair the pair after success; without meaning if success is impossible
 * @param successProbability how often the step succeeds
 */
public record PurificationResult(BellDiagonal pair, double successProbability) {
  /**
   * A result.
   *
   * @param pair the pair after success; without meaning if success is impossible
   * @param successProbability how often the step succeeds
   * @throws IllegalArgumentException if the probability is outside [0, 1]
   */
  public PurificationResult {
    Require.probability("successProbability", successProbability);
  }

  /**
   * The fidelity after success.
   *
   * @return the weight of Φ+
   */
  public double fidelity() {
    return pair.fidelity();
  }
}
