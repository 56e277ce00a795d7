package qnet.repeater;

import java.util.Objects;
import qnet.run.Require;
import qnet.state.BellDiagonal;

/**
 * One elementary stretch of a repeater chain: two stations that try again and again for a pair, and
 * hear after each attempt whether there is one.
 *
 * <p>P(the pair is there after k attempts) = 1 − (1 − p)ᵏ
 *
 * <p>Valid for attempts that are independent and that herald their success.
 *
 * <p>Ignores the storage of the qubits while the herald travels, unless it is in the pair.
 *
 * @param successProbability probability p that an attempt in one mode succeeds, from 0 to 1
 * @param attemptTimeMs time from one attempt to the next, in milliseconds, above 0
 * @param latencyMs time that a message takes from station to station, in milliseconds, ≥ 0
 * @param opticalModes optical modes that one attempt occupies, ≥ 1: two for polarisation or time
 *     bins
 * @param pair the pair at the moment the stations know of it
 */
public record Segment(
    double successProbability,
    double attemptTimeMs,
    double latencyMs,
    int opticalModes,
    BellDiagonal pair) {
  /**
   * Checks the components.
   *
   * @param successProbability as above
   * @param attemptTimeMs as above
   * @param latencyMs as above
   * @param opticalModes as above
   * @param pair as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Segment {
    Require.probability("successProbability", successProbability);
    Require.positive("attemptTimeMs", attemptTimeMs);
    Require.notNegative("latencyMs", latencyMs);
    Require.atLeast("opticalModes", opticalModes, 1);
    Objects.requireNonNull(pair);
  }

  /**
   * A segment of which only the success probability counts: perfect pairs, one attempt per
   * millisecond, messages that take no time.
   *
   * @param successProbability probability that an attempt succeeds, from 0 to 1
   * @return the segment, in which times in milliseconds are numbers of attempts
   */
  public static Segment ofProbability(double successProbability) {
    return new Segment(successProbability, 1, 0, 1, BellDiagonal.perfect());
  }
}
