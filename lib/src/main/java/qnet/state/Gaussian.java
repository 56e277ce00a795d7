package qnet.state;

import java.util.random.RandomGenerator;

/**
 * Normally distributed numbers by the method of Box and Muller, the same on every JDK.
 *
 * <p>Reference: G. E. P. Box, M. E. Muller, Ann. Math. Stat. 29, 610 (1958),
 * doi:10.1214/aoms/1177706645.
 */
final class Gaussian {
  private Gaussian() {}

  /** Fills both arrays with independent numbers of mean 0 and variance 1. */
  static void fill(double[] re, double[] im, RandomGenerator rng) {
    for (int i = 0; i < re.length; i++) {
      double radius = Math.sqrt(-2 * StrictMath.log(1 - rng.nextDouble()));
      double angleRad = 2 * Math.PI * rng.nextDouble();
      re[i] = radius * StrictMath.cos(angleRad);
      im[i] = radius * StrictMath.sin(angleRad);
    }
  }
}
