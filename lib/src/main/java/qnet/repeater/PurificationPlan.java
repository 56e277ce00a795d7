package qnet.repeater;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import qnet.state.Bbpssw;
import qnet.state.Purification;

/**
 * Where in a chain pairs are purified: how many rounds on pairs of 1, 2, 4 … segments.
 *
 * <p>A round takes two pairs, made side by side, and a message between their ends. If it fails both
 * are lost.
 *
 * @param protocol the purification
 * @param roundsPerLevel rounds on pairs of 2ᵏ segments, k = 0, 1 …; levels beyond the list have
 *     none
 */
public record PurificationPlan(Purification protocol, List<Integer> roundsPerLevel) {
  private static final int MOST_ROUNDS = 10;

  /**
   * Checks the components.
   *
   * @param protocol as above
   * @param roundsPerLevel as above
   * @throws IllegalArgumentException if a number of rounds is not from 0 to 10
   */
  public PurificationPlan {
    Objects.requireNonNull(protocol);
    roundsPerLevel = List.copyOf(roundsPerLevel);
    for (int rounds : roundsPerLevel) {
      if (rounds < 0 || rounds > MOST_ROUNDS) {
        throw new IllegalArgumentException(
            "roundsPerLevel must be from 0 to " + MOST_ROUNDS + ", was " + roundsPerLevel);
      }
    }
  }

  /**
   * No purification.
   *
   * @return the plan
   */
  public static PurificationPlan none() {
    return of(Bbpssw.ideal());
  }

  /**
   * A purification at chosen levels.
   *
   * @param protocol the purification
   * @param roundsPerLevel rounds on pairs of 1, 2, 4 … segments
   * @return the plan
   */
  public static PurificationPlan of(Purification protocol, Integer... roundsPerLevel) {
    return new PurificationPlan(protocol, Arrays.asList(roundsPerLevel));
  }

  /**
   * This plan with another protocol.
   *
   * @param protocol the purification
   * @return the changed plan
   */
  public PurificationPlan withProtocol(Purification protocol) {
    return new PurificationPlan(protocol, roundsPerLevel);
  }

  /**
   * This plan with other rounds.
   *
   * @param roundsPerLevel rounds on pairs of 1, 2, 4 … segments
   * @return the changed plan
   */
  public PurificationPlan withRoundsPerLevel(List<Integer> roundsPerLevel) {
    return new PurificationPlan(protocol, roundsPerLevel);
  }

  int rounds(int level) {
    return level < roundsPerLevel.size() ? roundsPerLevel.get(level) : 0;
  }

  boolean isNone() {
    return highestLevel() < 0;
  }

  /** The highest level with a round, −1 if there is none. */
  int highestLevel() {
    int level = roundsPerLevel.size() - 1;
    while (level >= 0 && roundsPerLevel.get(level) == 0) {
      level--;
    }
    return level;
  }

  /** In words, for tables and charts. */
  @Override
  public String toString() {
    if (isNone()) {
      return "none";
    }
    String rounds = roundsPerLevel.stream().map(String::valueOf).collect(Collectors.joining(" + "));
    return (protocol.getClass().isHidden() ? "own" : protocol.getClass().getSimpleName())
        + " "
        + rounds;
  }
}
