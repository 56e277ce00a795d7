package qnet.qkd;

/**
 * How far counts may be from what is expected of them, except with a small probability.
 *
 * <p>Hoeffding: δ(n) = √((n/2)·ln(1/ε))
 *
 * <p>References: C. C. W. Lim, M. Curty, N. Walenta, F. Xu, H. Zbinden, Phys. Rev. A 89, 022307
 * (2014), doi:10.1103/PhysRevA.89.022307, Eqs. (3)–(5) with ε = ε_sec/21; D. Rusca et al., Appl.
 * Phys. Lett. 112, 171104 (2018), arXiv:1801.03443, Eq. (3), with ε = ε_sec/19.
 *
 * @param logOfInverseEps ln(1/ε), 0 for no fluctuation at all
 */
record Fluctuation(double logOfInverseEps) {
  /** An infinite block. */
  static final Fluctuation NONE = new Fluctuation(0);

  private static final double LN_2 = StrictMath.log(2);

  static Fluctuation withFailure(double eps) {
    return new Fluctuation(-StrictMath.log(eps));
  }

  /** δ(n): natural logarithm inside the root; n is the total of the basis, for each intensity. */
  double of(double total) {
    return Math.sqrt(total / 2 * logOfInverseEps);
  }

  /**
   * The bound on a phase error rate from {@code wrong} among {@code tested} single photons, for
   * {@code untested} others.
   *
   * <p>At least one error is assumed, because the published formula would trust a small sample
   * without errors completely.
   */
  double phaseErrorRate(double wrong, double tested, double untested) {
    if (logOfInverseEps == 0) {
      return Math.max(0, wrong) / tested;
    }
    double b = Math.max(1, wrong) / tested;
    if (b >= 0.5) {
      return b;
    }
    double spread = (tested + untested) / (tested * untested);
    double variance = (1 - b) * b;
    // γ of Lim et al. 2014, Eq. (5); 21²/ε_sec² is 1/ε²
    double logTerm = StrictMath.log(spread / variance) + 2 * logOfInverseEps;
    return b + Math.sqrt(Math.max(0, spread * variance / LN_2 * logTerm / LN_2));
  }
}
