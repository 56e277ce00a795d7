package qnet.network;

import qnet.run.Require;

/**
 * The probability that a request finds every circuit of a link busy, and is lost.
 *
 * <p>B(A, 0) = 1, B(A, n) = A·B(A, n − 1)/(n + A·B(A, n − 1))
 *
 * <p>with the offered traffic A = requests per second times mean holding time, in erlang, and n
 * circuits.
 *
 * <p>Valid for requests that come independently of each other (Poisson), any distribution of the
 * holding time, and lost requests that do not come again; for one link.
 *
 * <p>Reference: A. K. Erlang, Elektroteknikeren 13, 5 (1917); the recursion in V. B. Iversen,
 * Teletraffic Engineering (2015), Eq. (4.29).
 */
public final class ErlangB {
  private ErlangB() {}

  /**
   * The part of the requests that is lost.
   *
   * @param erlangs the offered traffic A, ≥ 0
   * @param circuits how many requests fit at a time, at least 0
   * @return the blocking probability
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static double blockingProbability(double erlangs, int circuits) {
    Require.notNegative("erlangs", erlangs);
    Require.atLeast("circuits", circuits, 0);
    double blocking = 1;
    for (int n = 1; n <= circuits; n++) {
      blocking = erlangs * blocking / (n + erlangs * blocking); // Iversen 2015, Eq. (4.29)
    }
    return blocking;
  }
}
