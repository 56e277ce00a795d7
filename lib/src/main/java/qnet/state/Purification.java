package qnet.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Entanglement purification: two noisy pairs in, with luck one better pair out.
 *
 * <p>An open interface: write your own in a cell, as {@code Purification mine = (kept, sacrificed)
 * -> …}.
 */
@FunctionalInterface
public interface Purification {
  /**
   * One step.
   *
   * @param kept the pair that survives
   * @param sacrificed the pair that is measured
   * @return the pair after success, and how probable success is
   */
  PurificationResult purify(BellDiagonal kept, BellDiagonal sacrificed);

  /**
   * One step on two equal pairs.
   *
   * @param pair both pairs
   * @return the pair after success, and how probable success is
   */
  default PurificationResult purify(BellDiagonal pair) {
    return purify(pair, pair);
  }

  /**
   * Repeated steps, each on two equal results of the step before.
   *
   * @param pair the pairs at the start
   * @param rounds how many steps, at least 1
   * @return one row per round
   */
  default List<PurificationRound> rounds(BellDiagonal pair, int rounds) {
    Require.atLeast("rounds", rounds, 1);
    var rows = new ArrayList<PurificationRound>();
    BellDiagonal current = pair;
    double pairsUsed = 1;
    for (int round = 1; round <= rounds; round++) {
      PurificationResult result = purify(current);
      current = result.pair();
      pairsUsed *= 2 / result.successProbability();
      rows.add(new PurificationRound(round, current, result.successProbability(), pairsUsed));
    }
    return List.copyOf(rows);
  }
}
