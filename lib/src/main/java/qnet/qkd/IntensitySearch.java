package qnet.qkd;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Finds the laser intensity with the highest key rate, or another number from 0 to 1 that trades
 * signal against what Eve learns in the same way.
 *
 * <p>The best intensity is below one photon per pulse: the single-photon gain has its maximum
 * there, and the cost of error correction only grows. From one photon downwards the rate first
 * rises to its only inner maximum; where dark counts dominate it falls to a negative plateau
 * behind. Halving the intensity until the rate no longer rises therefore brackets the maximum, and
 * Brent's method finishes. The rate must not be clamped at zero, or a plateau would hide the way.
 */
final class IntensitySearch {
  private static final double HIGHEST = 1;
  private static final double LOWEST = 1e-9;

  /** The rate is flat at its maximum: a closer look would only see rounding errors. */
  private static final double TOLERANCE = 3e-8;

  private IntensitySearch() {}

  /** The intensity of the highest rate; NaN if the rate only rises towards no light at all. */
  static double best(DoubleUnaryOperator rate) {
    return best(rate, HIGHEST);
  }

  /** The same for a rate whose maximum may be anywhere up to {@code highest}. */
  static double best(DoubleUnaryOperator rate, double highest) {
    double above = highest;
    double middle = highest / 2;
    double middleRate = rate.applyAsDouble(middle);
    if (rate.applyAsDouble(above) < middleRate) {
      for (double below = middle / 2; below > LOWEST; below /= 2) {
        double belowRate = rate.applyAsDouble(below);
        if (belowRate <= middleRate) {
          return refine(rate, below, middle, above);
        }
        above = middle;
        middle = below;
        middleRate = belowRate;
      }
      return Double.NaN;
    }
    return refine(rate, middle, 0.75 * highest, above);
  }

  private static double refine(
      DoubleUnaryOperator rate, double below, double middle, double above) {
    return new BrentOptimizer(TOLERANCE, TOLERANCE * LOWEST)
        .optimize(
            GoalType.MAXIMIZE,
            new UnivariateObjectiveFunction(rate::applyAsDouble),
            new SearchInterval(below, above, middle),
            new MaxEval(200))
        .getPoint();
  }
}
