package qnet.network;

import java.util.List;

/**
 * What a time of relaying keys has brought.
 *
 * @param demands one row for each demand, in their order
 * @param pools one row for each link of the network, in its order
 */
public record RelayReport(List<DemandReport> demands, List<PoolReport> pools) {
  /**
   * Keeps unmodifiable lists.
   *
   * @param demands as above
   * @param pools as above
   */
  public RelayReport {
    demands = List.copyOf(demands);
    pools = List.copyOf(pools);
  }
}
