package qnet.timeline;

import java.util.random.RandomGenerator;

/**
 * Normally distributed numbers, the same on every JDK.
 *
 * <p>Reference: G. E. P. Box, M. E. Muller, Ann. Math. Stat. 29, 610 (1958),
 * doi:10.1214/aoms/1177706645.
 */
final class Normals {
  private Normals() {}

  /** One number of mean 0 and variance 1. */
  static double draw(RandomGenerator rng) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - rng.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * rng.nextDouble());
  }
}
