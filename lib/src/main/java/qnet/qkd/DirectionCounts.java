package qnet.qkd;

import qnet.run.Require;

/**
 * The coincidences of one pair of directions in {@link E91}.
 *
 * @param aliceDirection Alice's direction, from 1 to 3
 * @param bobDirection Bob's direction, from 1 to 3
 * @param coincidences pulses in which both had a click, ≥ 0
 * @param equal coincidences with equal bits, from 0 to {@code coincidences}
 */
public record DirectionCounts(int aliceDirection, int bobDirection, long coincidences, long equal) {
  /**
   * Checks the components.
   *
   * @param aliceDirection as above
   * @param bobDirection as above
   * @param coincidences as above
   * @param equal as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public DirectionCounts {
    Require.between("aliceDirection", aliceDirection, 1, 3);
    Require.between("bobDirection", bobDirection, 1, 3);
    Require.atLeast("coincidences", coincidences, 0);
    if (equal < 0 || equal > coincidences) {
      throw new IllegalArgumentException(
          "equal must be from 0 to " + coincidences + " (coincidences), was " + equal);
    }
  }

  /**
   * The mean product of the two bits, written +1 and −1.
   *
   * @return (equal − different)/coincidences; NaN without coincidences
   */
  public double correlation() {
    return 2.0 * equal / coincidences - 1;
  }

  /**
   * Whether the two directions are the same, so that the bits make key.
   *
   * @return true for a₂b₁ and a₃b₂
   */
  public boolean makesKey() {
    return aliceDirection == bobDirection + 1;
  }

  /**
   * Whether the pair is one of the four in the CHSH sum.
   *
   * @return true for a₁ or a₃ with b₁ or b₃
   */
  public boolean testsChsh() {
    return aliceDirection != 2 && bobDirection != 2;
  }

  DirectionCounts plus(DirectionCounts other) {
    return new DirectionCounts(
        aliceDirection,
        bobDirection,
        Math.addExact(coincidences, other.coincidences),
        Math.addExact(equal, other.equal));
  }
}
