package qnet.state;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * Two spins in the singlet state Ψ−, each measured along its own direction.
 *
 * <p>P(different) = cos²(δ/2) = ½(1 + cos δ), with δ the angle between the directions
 *
 * <p>Opposite always when the directions agree, whatever they are; at 120° different only every
 * fourth time, where outcomes fixed in advance manage every third time at best.
 *
 * <p>Reference: J. S. Bell, Physics 1, 195 (1964), doi:10.1103/PhysicsPhysiqueFizika.1.195, Eq.
 * (3).
 */
public final class OppositeSpins {
  private static final int CHUNK = 1 << 16;

  private OppositeSpins() {}

  /**
   * How often the outcomes differ.
   *
   * @param aRad angle of the first direction, in radians on the Bloch sphere
   * @param bRad angle of the second direction, in radians
   * @return cos²((a − b)/2)
   */
  public static double differentProbability(double aRad, double bRad) {
    Require.finite("aRad", aRad);
    Require.finite("bRad", bRad);
    return (1 + Math.cos(aRad - bRad)) / 2; // Bell 1964, Eq. (3): E = −cos δ
  }

  /**
   * Measures pair after pair: the first outcome is drawn, the other spin collapses, and the second
   * outcome is drawn from what is left.
   *
   * @param aRad angle of the first direction, in radians
   * @param bRad angle of the second direction, in radians
   * @param pairs how many, at least 1
   * @param rng the source of randomness
   * @return the fraction of pairs whose outcomes differed
   */
  public static Estimate trials(double aRad, double bRad, long pairs, RandomGenerator rng) {
    Direction a = Direction.inPlane(aRad);
    Direction b = Direction.inPlane(bRad);
    double[] joint = ChshSampler.jointProbabilities(Bell.psiMinus(), a, b);
    double up = joint[0] + joint[1];
    return Parallel.count(
        pairs,
        CHUNK,
        rng,
        random -> {
          boolean first = random.nextDouble() < up;
          double secondUp = first ? joint[0] / up : joint[2] / (1 - up);
          return first != random.nextDouble() < secondUp;
        });
  }
}
