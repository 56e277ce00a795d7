package qnet.repeater;

import qnet.run.Parallel;

/**
 * What storage leaves of the coherence in a chain that swaps as soon as possible and never loses a
 * pair.
 *
 * <p>E[z^D], D = Σ|tᵢ − tᵢ₊₁|, tᵢ geometric
 *
 * <p>Segment by segment: what the segments so far leave, as a function of the time t of the last
 * one, is spread by z^|t − t′| to the time t′ of the next one, in one pass forwards and one
 * backwards.
 *
 * <p>For p below 0.001 rounds are so short that only the storage per mean waiting time counts: the
 * value is extrapolated from p = 0.002 and 0.001 at the same ratio, to within 1e-5.
 *
 * <p>Reference for the quantity: L. Kamin, E. Shchukin, F. Schmidt, P. van Loock, Phys. Rev.
 * Research 5, 023086 (2023), doi:10.1103/PhysRevResearch.5.023086, arXiv:2203.10318.
 */
final class StraightStorage {
  private static final double COARSE = 1e-3;
  private static final double LAST = 42;

  private final double rate;
  private final int segments;

  StraightStorage(double probability, int segments) {
    this.rate = -StrictMath.log1p(-probability);
    this.segments = segments;
  }

  /** E[z^D] for what one round leaves. */
  double kept(double perRound) {
    double loss = -StrictMath.log(perRound) / rate; // per mean waiting time
    if (loss == 0) {
      return 1;
    }
    if (loss == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (rate >= COARSE) {
      return kept(rate, loss);
    }
    double fine = kept(COARSE, loss);
    double slope = (kept(2 * COARSE, loss) - fine) / COARSE;
    return fine + slope * (rate - COARSE);
  }

  private double kept(double lambda, double loss) {
    double z = StrictMath.exp(-loss * lambda);
    double p = -StrictMath.expm1(-lambda);
    int times = (int) Math.min(LAST / lambda, Integer.MAX_VALUE - 8) + 1;
    double[] geometric = new double[times];
    geometric[0] = p;
    for (int t = 1; t < times; t++) {
      geometric[t] = geometric[t - 1] * (1 - p);
    }
    double[] value = geometric.clone();
    for (int i = 1; i < segments; i++) {
      Parallel.checkInterrupt();
      spread(value, z);
      for (int t = 0; t < times; t++) {
        value[t] *= geometric[t];
      }
    }
    double sum = 0;
    for (double v : value) {
      sum += v;
    }
    return sum;
  }

  /** value(t′) becomes Σ value(t)·z^|t − t′|. */
  private static void spread(double[] value, double z) {
    double backwards = 0;
    double[] later = new double[value.length];
    for (int t = value.length - 1; t >= 0; t--) {
      later[t] = backwards;
      backwards = z * (backwards + value[t]);
    }
    double forwards = 0;
    for (int t = 0; t < value.length; t++) {
      forwards = value[t] + z * forwards;
      value[t] = forwards + later[t];
    }
  }
}
