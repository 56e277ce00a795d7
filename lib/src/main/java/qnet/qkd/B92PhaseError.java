package qnet.qkd;

/**
 * The largest phase error rate of conclusive B92 results that the observed rates allow.
 *
 * <p>Alice's choice is taken as a measurement on her half of β|00⟩ + α|11⟩ with α² = (1 − c)/2, and
 * Bob's conclusive result as a filter diag(α, β) before a measurement of the bit. In the basis of
 * this state let s₀, s₁ be the probabilities of Bob's photon, and x, y those that Alice has 1 and
 * he 0, or she 0 and he 1. Then
 *
 * <p>phase errors = α²x + β²y, conclusive results = α²s₀ + β²s₁
 *
 * <p>conclusive results − 2·bit errors ≤ 2αβ·[√((s₀ − x)(s₁ − y)) + √(xy)]
 *
 * <p>and y − x = s₁ − α² + L₁, where L₁ is the part of the lost photons for which Alice would have
 * found 1. That part is Eve's choice: 0 to all of the loss, as far as Alice's state allows. For a
 * given difference the right side is concave in x; the phase errors grow with x, and their maximum
 * as a function of the difference is concave too with its top at s₁ − s₀, so the worst difference
 * is the allowed one next to that.
 *
 * <p>Reference: K. Tamaki, N. Lütkenhaus, Phys. Rev. A 69, 032316 (2004),
 * doi:10.1103/PhysRevA.69.032316, for the filter and the inequality.
 *
 * @param overlap c, the scalar product of Alice's two states
 * @param clicks probability of a click
 * @param conclusive probability of a conclusive result
 * @param wrong probability of a wrong one
 */
record B92PhaseError(double overlap, double clicks, double conclusive, double wrong) {
  /** Without errors the allowed set is a single point: rounding must not exclude it. */
  private static final double SLACK = 1e-13;

  private double alphaSquared() {
    return (1 - overlap) / 2;
  }

  private double betaSquared() {
    return (1 + overlap) / 2;
  }

  /**
   * Phase errors among conclusive results, at most 1/2; 1/2 too if no photon can give the rates.
   */
  double rate() {
    double s1 = (conclusive - alphaSquared() * clicks) / overlap; // β² − α² = c
    double s0 = clicks - s1;
    double loss = 1 - clicks;
    double lowest = s1 - alphaSquared() + Math.max(0, loss - betaSquared());
    double highest = s1 - alphaSquared() + Math.min(loss, alphaSquared());
    double difference = Math.max(lowest, Math.min(highest, s1 - s0));
    double x = largest(s0, s1, difference);
    double errors = alphaSquared() * x + betaSquared() * (x + difference);
    return errors < conclusive / 2 ? errors / conclusive : 0.5;
  }

  /** The largest x on the line y = x + difference that the inequality allows. */
  private double largest(double s0, double s1, double difference) {
    double needed =
        (conclusive - 2 * wrong) / (2 * Math.sqrt(alphaSquared() * betaSquared())) * (1 - SLACK);
    double low = Math.max(0, -difference);
    double high = Math.min(s0, s1 - difference);
    if (bound(s0, s1, difference, high) >= needed) {
      return high;
    }
    double inside = top(s0, s1, difference, low, high);
    if (bound(s0, s1, difference, inside) < needed) {
      return Double.NaN;
    }
    double outside = high;
    for (int i = 0; i < 100 && outside - inside > 1e-16 * high; i++) {
      double middle = (inside + outside) / 2;
      if (bound(s0, s1, difference, middle) >= needed) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  /** The right side of the inequality over 2αβ. */
  private static double bound(double s0, double s1, double difference, double x) {
    double y = x + difference;
    return Math.sqrt(Math.max(0, (s0 - x) * (s1 - y))) + Math.sqrt(Math.max(0, x * y));
  }

  /** Where the concave bound is highest, by ternary search. */
  private static double top(double s0, double s1, double difference, double low, double high) {
    double left = low;
    double right = high;
    for (int i = 0; i < 100; i++) {
      double third = (right - left) / 3;
      if (bound(s0, s1, difference, left + third) < bound(s0, s1, difference, right - third)) {
        left += third;
      } else {
        right -= third;
      }
    }
    return (left + right) / 2;
  }
}
