package qnet.qkd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import qnet.run.Xoshiro256;

/**
 * What a run of {@link E91} leaves: the coincidences for each of the nine pairs of directions.
 *
 * @param pulses pump pulses, ≥ 0
 * @param directions one line for each pair of directions, Alice's direction first
 */
public record E91Counts(long pulses, List<DirectionCounts> directions) {
  private static final int DIRECTIONS = 3;

  /** Polariser angles: Alice's at 0°, 22.5°, 45°, Bob's at 22.5°, 45°, 67.5°. */
  private static final double STEP_RAD = Math.PI / 8;

  /**
   * Checks the components.
   *
   * @param pulses as above
   * @param directions as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public E91Counts {
    directions = List.copyOf(directions);
    if (directions.size() != DIRECTIONS * DIRECTIONS) {
      throw new IllegalArgumentException("directions must be 9 lines, was " + directions.size());
    }
    for (int i = 0; i < directions.size(); i++) {
      var line = directions.get(i);
      if (line.aliceDirection() != i / DIRECTIONS + 1
          || line.bobDirection() != i % DIRECTIONS + 1) {
        throw new IllegalArgumentException(
            "directions must be in the order 11, 12, 13, 21 …, had " + line + " at " + i);
      }
    }
    long all = directions.stream().mapToLong(DirectionCounts::coincidences).sum();
    if (pulses < all) {
      throw new IllegalArgumentException(
          "pulses must be ≥ " + all + " (coincidences), was " + pulses);
    }
  }

  static E91Counts ofTrials(PairTrials trials, int pulses, Xoshiro256 random) {
    var outcome = new PairTrials.Outcome();
    long[] coincidences = new long[DIRECTIONS * DIRECTIONS];
    long[] equal = new long[DIRECTIONS * DIRECTIONS];
    for (int i = 0; i < pulses; i++) {
      int alice = random.nextInt(DIRECTIONS);
      int bob = random.nextInt(DIRECTIONS);
      trials.draw(outcome, (bob + 1 - alice) * STEP_RAD, random);
      if (outcome.coincidence()) {
        coincidences[DIRECTIONS * alice + bob]++;
        if (outcome.equal()) {
          equal[DIRECTIONS * alice + bob]++;
        }
      }
    }
    var lines = new ArrayList<DirectionCounts>();
    for (int i = 0; i < coincidences.length; i++) {
      lines.add(
          new DirectionCounts(i / DIRECTIONS + 1, i % DIRECTIONS + 1, coincidences[i], equal[i]));
    }
    return new E91Counts(pulses, lines);
  }

  /**
   * The counts of this and another run together.
   *
   * @param other the other run
   * @return the sums
   * @throws ArithmeticException if a sum exceeds 64 bits
   */
  public E91Counts plus(E91Counts other) {
    var sum = new ArrayList<DirectionCounts>();
    for (int i = 0; i < directions.size(); i++) {
      sum.add(directions.get(i).plus(other.directions.get(i)));
    }
    return new E91Counts(Math.addExact(pulses, other.pulses), sum);
  }

  private long sum(Predicate<DirectionCounts> which) {
    return directions.stream().filter(which).mapToLong(DirectionCounts::coincidences).sum();
  }

  /**
   * Pulses in which both had a click, whatever the directions.
   *
   * @return the sum over all directions
   */
  public long coincidences() {
    return sum(line -> true);
  }

  /**
   * Bits of the sifted key.
   *
   * @return coincidences in equal directions
   */
  public long keyCoincidences() {
    return sum(DirectionCounts::makesKey);
  }

  /**
   * Coincidences that test the CHSH inequality.
   *
   * @return the sum over the four pairs of directions
   */
  public long chshCoincidences() {
    return sum(DirectionCounts::testsChsh);
  }

  /**
   * Coincidences that serve neither the key nor the test.
   *
   * @return the sum over the three other pairs of directions
   */
  public long discarded() {
    return coincidences() - keyCoincidences() - chshCoincidences();
  }

  /**
   * The error rate of the sifted key.
   *
   * @return different bits over all bits in equal directions; NaN without any
   */
  public double qber() {
    long errors =
        directions.stream()
            .filter(DirectionCounts::makesKey)
            .mapToLong(line -> line.coincidences() - line.equal())
            .sum();
    return (double) errors / keyCoincidences();
  }

  /**
   * The CHSH value, E(a₁b₁) − E(a₁b₃) + E(a₃b₁) + E(a₃b₃).
   *
   * @return S; NaN if one of the four has no coincidence
   */
  public double chsh() {
    return correlation(1, 1) - correlation(1, 3) + correlation(3, 1) + correlation(3, 3);
  }

  private double correlation(int alice, int bob) {
    return directions.get(DIRECTIONS * (alice - 1) + bob - 1).correlation();
  }
}
