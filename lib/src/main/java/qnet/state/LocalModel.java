package qnet.state;

import java.util.random.RandomGenerator;
import qnet.run.Parallel;
import qnet.run.Require;
import qnet.run.Xoshiro256;

/**
 * Two parties who follow local strategies with a shared hidden variable, uniform on [0, 1).
 *
 * <p>For each value of the hidden variable a₀b₀ + a₀b₁ + a₁b₀ − a₁b₁ is +2 or −2, so that no mean
 * of it can leave [−2, 2].
 *
 * <p>Reference: J. S. Bell, Physics 1, 195 (1964), doi:10.1103/PhysicsPhysiqueFizika.1.195; Clauser
 * et al., Phys. Rev. Lett. 23, 880 (1969), doi:10.1103/PhysRevLett.23.880.
 *
 * @param alice Alice's strategy
 * @param bob Bob's strategy
 */
public record LocalModel(LocalStrategy alice, LocalStrategy bob) {
  private static final double[] ALICE_RAD = {0, Math.PI / 2};
  private static final double[] BOB_RAD = {Math.PI / 4, -Math.PI / 4};
  private static final int CHUNK = 1 << 16;

  /**
   * Bell's own example: each pair is an arrow in a random direction of the plane, and an outcome
   * says on which side of the measured direction the arrow lies; Bob's arrow is the opposite one.
   *
   * <p>P(different) = 1 − δ/π for an angle δ up to π between the directions
   *
   * <p>Reference: Bell 1964, Eq. (9) and (10).
   *
   * @return a model of opposite spins
   */
  public static LocalModel oppositeArrows() {
    LocalStrategy arrow =
        (angleRad, hidden) -> Math.cos(angleRad - 2 * Math.PI * hidden) >= 0 ? 1 : -1;
    return new LocalModel(arrow, (angleRad, hidden) -> -arrow.outcome(angleRad, hidden));
  }

  /**
   * The CHSH value at the standard angles (0 and π/2 for Alice, ±π/4 for Bob), over an even grid of
   * the hidden variable. Such a grid is a hidden variable itself: the value never exceeds 2.
   *
   * @param hiddenValues how many values the hidden variable takes, at least 1
   * @return S, from −2 to 2
   */
  public double chsh(int hiddenValues) {
    Require.atLeast("hiddenValues", hiddenValues, 1);
    long sum = 0;
    for (int i = 0; i < hiddenValues; i++) {
      double hidden = (i + 0.5) / hiddenValues;
      int a0 = outcome(alice, ALICE_RAD[0], hidden);
      int a1 = outcome(alice, ALICE_RAD[1], hidden);
      int b0 = outcome(bob, BOB_RAD[0], hidden);
      int b1 = outcome(bob, BOB_RAD[1], hidden);
      sum += a0 * b0 + a0 * b1 + a1 * b0 - a1 * b1;
    }
    return (double) sum / hiddenValues;
  }

  /**
   * How often the two outcomes differ, over an even grid of the hidden variable.
   *
   * @param aRad angle of Alice's direction, in radians
   * @param bRad angle of Bob's direction, in radians
   * @param hiddenValues how many values the hidden variable takes, at least 1
   * @return from 0 to 1
   */
  public double differentProbability(double aRad, double bRad, int hiddenValues) {
    Require.finite("aRad", aRad);
    Require.finite("bRad", bRad);
    Require.atLeast("hiddenValues", hiddenValues, 1);
    int different = 0;
    for (int i = 0; i < hiddenValues; i++) {
      double hidden = (i + 0.5) / hiddenValues;
      different += outcome(alice, aRad, hidden) != outcome(bob, bRad, hidden) ? 1 : 0;
    }
    return (double) different / hiddenValues;
  }

  /**
   * A CHSH test of the two strategies at the standard angles, with drawn settings and hidden
   * variables. Its value exceeds 2 by chance now and then, but not by more than its error bar
   * allows.
   *
   * @param rounds how many, from 100 to 2³¹ − 1
   * @param rng the source of randomness
   * @return what was counted
   */
  public ChshRounds rounds(long rounds, RandomGenerator rng) {
    ChshRounds.requireRounds(rounds);
    return ChshRounds.of(Parallel.trials(rounds, CHUNK, rng, this::count, ChshRounds::add));
  }

  private long[] count(int rounds, Xoshiro256 random) {
    long[] counts = new long[8];
    for (int i = 0; i < rounds; i++) {
      if ((i & 1023) == 0) {
        Parallel.checkInterrupt();
      }
      int xy = (int) (random.nextLong() >>> 62);
      double hidden = random.nextDouble();
      int a = outcome(alice, ALICE_RAD[xy >> 1], hidden);
      int b = outcome(bob, BOB_RAD[xy & 1], hidden);
      counts[xy]++;
      counts[4 + xy] += a == b ? 1 : 0;
    }
    return counts;
  }

  private static int outcome(LocalStrategy strategy, double angleRad, double hidden) {
    int outcome = strategy.outcome(angleRad, hidden);
    if (outcome != 1 && outcome != -1) {
      throw new IllegalArgumentException("outcome must be +1 or −1, was " + outcome);
    }
    return outcome;
  }
}
