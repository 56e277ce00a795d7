package qnet.qkd;

/**
 * Finite keys from laser pulses with two decoy intensities, μ₁ &gt; μ₂ + μ₃ and μ₂ &gt; μ₃ ≥ 0.
 *
 * <p>n± = (e^k/p_k)·[n_k ± √((n/2)·ln(21/ε_sec))], with n the total of the basis
 *
 * <p>s₀ ≥ τ₀·(μ₂·n₃⁻ − μ₃·n₂⁺)/(μ₂ − μ₃)
 *
 * <p>s₁ ≥ τ₁·μ₁·[n₂⁻ − n₃⁺ − ((μ₂² − μ₃²)/μ₁²)·(n₁⁺ − s₀/τ₀)]/[μ₁(μ₂ − μ₃) − μ₂² + μ₃²]
 *
 * <p>wrong single photons ≤ τ₁·(m₂⁺ − m₃⁻)/(μ₂ − μ₃)
 *
 * <p>Without fluctuations these are the bounds of Ma and others for an infinite block, and with μ₃
 * = 0 their "vacuum + weak" ones.
 *
 * <p>Valid for coherent attacks, pulses of random phase and exact intensity, and a detection
 * probability that does not depend on the basis.
 *
 * <p>Ignores that γ in (5) rests on an approximation that is not strict. Our readings: the key
 * basis, X in the paper, is Z here; all intensities make key; p_k is the share of pulses sent; at
 * least one wrong single photon is assumed in the test.
 *
 * <p>References: C. C. W. Lim, M. Curty, N. Walenta, F. Xu, H. Zbinden, Phys. Rev. A 89, 022307
 * (2014), doi:10.1103/PhysRevA.89.022307, arXiv:1311.7129, Eqs. (1)–(5); X. Ma, B. Qi, Y. Zhao,
 * H.-K. Lo, Phys. Rev. A 72, 012326 (2005), doi:10.1103/PhysRevA.72.012326, Eqs. (18)–(25),
 * (33)–(37).
 */
final class TwoDecoyKey extends DecoyKey {
  static final TwoDecoyKey PROOF = new TwoDecoyKey();

  private TwoDecoyKey() {
    super(3, 21); // Lim et al. 2014: ε_sec is made of 21 equal parts
  }

  @Override
  double emptyDetections(Detections seen, Fluctuation fluctuation) {
    return seen.pulses().emptyProbability() * emptyRate(seen, fluctuation);
  }

  /** s₀/τ₀. */
  private static double emptyRate(Detections seen, Fluctuation fluctuation) {
    var pulses = seen.pulses();
    double delta = fluctuation.of(seen.totalDetected());
    // Lim et al. 2014, Eq. (2)
    double low =
        (pulses.meanPhotonNumber(1) * pulses.scaled(2, seen.detected()[2], -delta)
                - pulses.meanPhotonNumber(2) * pulses.scaled(1, seen.detected()[1], delta))
            / (pulses.meanPhotonNumber(1) - pulses.meanPhotonNumber(2));
    return Math.max(0, low);
  }

  @Override
  double singlePhotonDetections(Detections seen, Fluctuation fluctuation) {
    var pulses = seen.pulses();
    double[] n = seen.detected();
    double delta = fluctuation.of(seen.totalDetected());
    double squares =
        pulses.meanPhotonNumber(1) * pulses.meanPhotonNumber(1)
            - pulses.meanPhotonNumber(2) * pulses.meanPhotonNumber(2);
    // Lim et al. 2014, Eq. (3)
    double several = pulses.scaled(0, n[0], delta) - emptyRate(seen, fluctuation);
    double low =
        pulses.scaled(1, n[1], -delta)
            - pulses.scaled(2, n[2], delta)
            - squares / (pulses.meanPhotonNumber(0) * pulses.meanPhotonNumber(0)) * several;
    return pulses.singlePhotonProbability()
        * pulses.meanPhotonNumber(0)
        * low
        / (pulses.meanPhotonNumber(0) * (pulses.meanPhotonNumber(1) - pulses.meanPhotonNumber(2))
            - squares);
  }

  @Override
  double singlePhotonErrors(Detections seen, Fluctuation fluctuation) {
    var pulses = seen.pulses();
    double delta = fluctuation.of(seen.totalErrors());
    // Lim et al. 2014, Eq. (4)
    double high =
        pulses.scaled(1, seen.errors()[1], delta) - pulses.scaled(2, seen.errors()[2], -delta);
    return pulses.singlePhotonProbability()
        * high
        / (pulses.meanPhotonNumber(1) - pulses.meanPhotonNumber(2));
  }
}
