package qnet.qkd;

import qnet.run.Xoshiro256;

/**
 * Draws how many of n trials succeed, for any n in a number of steps that grows with log n only.
 *
 * <p>Of n uniform numbers, the ⌈n/2⌉-th smallest has the beta distribution. If it lies above p, the
 * successes are among those below it; otherwise it and all below it are successes, and the rest is
 * decided among those above. Either way half of the numbers are decided by one draw.
 *
 * <p>References: L. Devroye, Non-Uniform Random Variate Generation (1986), Sec. X.4.3, the
 * recursive binomial generator; G. Marsaglia, W. W. Tsang, ACM Trans. Math. Softw. 26, 363 (2000),
 * doi:10.1145/358407.358414, for the gamma distribution of which the beta is made.
 */
final class Binomial {
  /** So few trials are drawn one by one. */
  private static final int FEW = 16;

  private Binomial() {}

  /** The number of successes in n trials of probability p. */
  static long draw(long n, double p, Xoshiro256 random) {
    long successes = 0;
    long left = n;
    double q = p;
    while (left > FEW && q > 0 && q < 1) {
      long rank = (left + 1) / 2;
      double below = gamma(rank, random);
      double above = gamma(left + 1 - rank, random);
      double median = below / (below + above);
      if (median > q) {
        left = rank - 1;
        q = q / median;
      } else {
        successes += rank;
        left -= rank;
        q = (q - median) / (1 - median);
      }
    }
    if (q <= 0 || q >= 1) {
      return q <= 0 ? successes : successes + left;
    }
    for (; left > 0; left--) {
      successes += random.nextDouble() < q ? 1 : 0;
    }
    return successes;
  }

  /** A gamma variate of shape at least 1. */
  private static double gamma(double shape, Xoshiro256 random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal(random);
      double v = 1 + c * x;
      v = v * v * v;
      double u = 1 - random.nextDouble();
      if (v > 0 && StrictMath.log(u) < x * x / 2 + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }

  /** A normal variate by the polar method. */
  private static double normal(Xoshiro256 random) {
    while (true) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      double s = x * x + y * y;
      if (s < 1 && s > 0) {
        return x * Math.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }
}
