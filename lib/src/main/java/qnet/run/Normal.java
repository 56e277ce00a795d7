package qnet.run;

import java.util.random.RandomGenerator;

/**
 * Draws normally distributed numbers by the method of Box and Muller, the same on every JDK.
 *
 * <p>x = r·cos φ, y = r·sin φ, r = √(−2·ln(1 − u)), φ = 2π·v, with u and v uniform in [0, 1)
 *
 * <p>Reference: G. E. P. Box, M. E. Muller, Ann. Math. Stat. 29, 610 (1958),
 * doi:10.1214/aoms/1177706645.
 */
public final class Normal {
  private Normal() {}

  /**
   * One number.
   *
   * @param rng the source of random numbers
   * @return a number of mean 0 and variance 1
   */
  public static double draw(RandomGenerator rng) {
    return radius(rng) * StrictMath.cos(angleRad(rng)); // Box, Muller 1958
  }

  /**
   * Fills two arrays of one length with independent numbers of mean 0 and variance 1, such as the
   * real and imaginary parts of complex numbers.
   *
   * @param re one array
   * @param im the other
   * @param rng the source of random numbers
   */
  public static void fill(double[] re, double[] im, RandomGenerator rng) {
    for (int i = 0; i < re.length; i++) {
      double radius = radius(rng);
      double angleRad = angleRad(rng);
      re[i] = radius * StrictMath.cos(angleRad); // Box, Muller 1958
      im[i] = radius * StrictMath.sin(angleRad);
    }
  }

  private static double radius(RandomGenerator rng) {
    return Math.sqrt(-2 * StrictMath.log(1 - rng.nextDouble()));
  }

  private static double angleRad(RandomGenerator rng) {
    return 2 * Math.PI * rng.nextDouble();
  }
}
