package qnet.qkd;

/**
 * The binary entropy that every key rate is made of.
 *
 * <p>StrictMath, because an optimal intensity that goes into seeded trials must have the same bits
 * on every JDK.
 */
final class Entropy {
  private static final double LN_2 = StrictMath.log(2);

  private Entropy() {}

  /** h(p) = −p·log₂(p) − (1 − p)·log₂(1 − p); h(0) = h(1) = 0. */
  static double binary(double p) {
    if (p <= 0 || p >= 1) {
      return 0;
    }
    return -(p * StrictMath.log(p) + (1 - p) * StrictMath.log1p(-p)) / LN_2;
  }

  /** What a phase error rate lets Eve know: h, and everything from one half on. */
  static double ofPhaseError(double rate) {
    return rate >= 0.5 ? 1 : binary(rate);
  }
}
