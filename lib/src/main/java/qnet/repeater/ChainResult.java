package qnet.repeater;

import qnet.qkd.KeyRate;
import qnet.run.Estimate;

/**
 * What a simulated chain delivered.
 *
 * @param timeMs mean time from pair to pair, in milliseconds
 * @param fidelity mean fidelity
 * @param times how the delivery times are distributed, in milliseconds
 * @param fidelities how the fidelities are distributed
 * @param average mean time and mean state, of which the key is made
 */
public record ChainResult(
    Estimate timeMs,
    Estimate fidelity,
    Distribution times,
    Distribution fidelities,
    ChainAverage average) {
  /**
   * The key rate, from the mean state and the mean time.
   *
   * @return the key rate per optical mode of each segment
   */
  public KeyRate keyRate() {
    return average.keyRate();
  }
}
