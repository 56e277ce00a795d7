package qnet.state;

import java.util.List;
import java.util.stream.Stream;
import qnet.run.Require;

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
    return Stream.iterate(PurificationRound.start(pair), round -> round.next(this))
        .limit(rounds + 1L)
        .skip(1)
        .toList();
  }

  /**
   * What a number of rounds leaves, each on two equal results of the round before.
   *
   * @param pair the pairs at the start
   * @param rounds how many rounds; 0 leaves the pair as it is
   * @return the last of these rounds
   */
  default PurificationRound after(BellDiagonal pair, int rounds) {
    Require.atLeast("rounds", rounds, 0);
    PurificationRound last = PurificationRound.start(pair);
    while (last.round() < rounds) {
      last = last.next(this);
    }
    return last;
  }
}
