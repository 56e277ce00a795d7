package qnet.repeater;

/**
 * Something that happens in a chain, to a pair between two of its stations. Stations are counted
 * from 0, Alice, to the number of segments, Bob.
 */
public sealed interface Event {
  /**
   * When it happens.
   *
   * @return time since the chain began, in milliseconds
   */
  double timeMs();

  /**
   * The left end of the pair.
   *
   * @return a station
   */
  int from();

  /**
   * The right end of the pair.
   *
   * @return a station
   */
  int to();

  /**
   * An attempt on a segment has succeeded.
   *
   * @param timeMs when
   * @param from left end of the new pair
   * @param to right end
   */
  record Linked(double timeMs, int from, int to) implements Event {}

  /**
   * A station has joined two pairs.
   *
   * @param timeMs when
   * @param from left end of the long pair
   * @param to right end
   * @param station where
   */
  record Swapped(double timeMs, int from, int to, int station) implements Event {}

  /**
   * A station has tried to join two pairs; both are lost.
   *
   * @param timeMs when
   * @param from left end of what would have been the long pair
   * @param to right end
   * @param station where
   */
  record SwapFailed(double timeMs, int from, int to, int station) implements Event {}

  /**
   * A pair was stored longer than the cut-off and given up.
   *
   * @param timeMs when
   * @param from left end of the pair
   * @param to right end
   */
  record Expired(double timeMs, int from, int to) implements Event {}

  /**
   * Two pairs have become a better one, and both ends know.
   *
   * @param timeMs when
   * @param from left end of the pairs
   * @param to right end
   */
  record Purified(double timeMs, int from, int to) implements Event {}

  /**
   * Purification has failed, and both ends know; both pairs are lost.
   *
   * @param timeMs when
   * @param from left end of the pairs
   * @param to right end
   */
  record PurificationFailed(double timeMs, int from, int to) implements Event {}

  /**
   * There is a pair from end to end.
   *
   * @param timeMs when
   * @param from Alice
   * @param to Bob
   */
  record Delivered(double timeMs, int from, int to) implements Event {}
}
