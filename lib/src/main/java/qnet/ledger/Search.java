package qnet.ledger;

import java.util.function.DoubleFunction;
import qnet.qkd.KeyRate;
import qnet.run.Parallel;

/** Finds where a key ends, by bisection of any parameter, without the solvers of the models. */
final class Search {
  private Search() {}

  /** The parameter between 0, with key, and a value without, at which the key ends. */
  static double keyEnds(double without, DoubleFunction<KeyRate> rate) {
    double low = 0;
    double high = without;
    for (int i = 0; i < 60; i++) {
      Parallel.checkInterrupt();
      double middle = (low + high) / 2;
      if (rate.apply(middle).bitsPerUse() > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
