package qnet.qkd;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Finds where a continuous function changes its sign. */
final class Root {
  private static final int MOST_EVALUATIONS = 200;

  private Root() {}

  /** The root between two points at which the function has opposite signs. */
  static double between(double low, double high, DoubleUnaryOperator function) {
    return new BrentSolver(1e-15, 1e-15, 1e-15)
        .solve(MOST_EVALUATIONS, function::applyAsDouble, low, high);
  }
}
