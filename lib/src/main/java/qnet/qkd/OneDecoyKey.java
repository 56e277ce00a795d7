package qnet.qkd;

/**
 * Finite keys from laser pulses with one decoy intensity, μ₁ &gt; μ₂ &gt; 0: errors take the place
 * of a second decoy, because half of the clicks of empty pulses are wrong.
 *
 * <p>n± = (e^k/p_k)·[n_k ± √((n/2)·ln(19/ε_sec))], with n the total of the basis
 *
 * <p>s₀ ≥ τ₀·(μ₁·n₂⁻ − μ₂·n₁⁺)/(μ₁ − μ₂)
 *
 * <p>s₀ ≤ 2·[τ₀·m₂⁺ + √((n/2)·ln(19/ε_sec))]
 *
 * <p>s₁ ≥ τ₁·μ₁/(μ₂(μ₁ − μ₂))·[n₂⁻ − (μ₂²/μ₁²)·n₁⁺ − ((μ₁² − μ₂²)/μ₁²)·(upper s₀)/τ₀]
 *
 * <p>wrong single photons ≤ τ₁·(m₁⁺ − m₂⁻)/(μ₁ − μ₂)
 *
 * <p>Valid for coherent attacks, pulses of random phase and exact intensity, and a detection
 * probability that does not depend on the basis.
 *
 * <p>Ignores that the correction of the phase error rests on an approximation that is not strict.
 * Our readings: p_k is the share of pulses sent; the upper bound on s₀ is taken from the decoy,
 * which the paper leaves open (from the signal it is valid too, but far too high, because it counts
 * all misaligned photons as empty pulses); the correction has 19² where the proof for two decoys
 * has 21²; at least one wrong single photon is assumed in the test.
 *
 * <p>Reference: D. Rusca, A. Boaron, F. Grünenfelder, A. Martin, H. Zbinden, Appl. Phys. Lett. 112,
 * 171104 (2018), doi:10.1063/1.5023340, arXiv:1801.03443, Eqs. (1)–(3), (A14)–(A24).
 */
final class OneDecoyKey extends DecoyKey {
  static final OneDecoyKey PROOF = new OneDecoyKey();

  private OneDecoyKey() {
    super(2, 19); // Rusca et al. 2018, Eq. (A24): ε_sec is made of 19 equal parts
  }

  @Override
  double emptyDetections(Detections seen, Fluctuation fluctuation) {
    var pulses = seen.pulses();
    double delta = fluctuation.of(seen.totalDetected());
    // Rusca et al. 2018, Eq. (A19)
    double low =
        (pulses.meanPhotonNumber(0) * pulses.scaled(1, seen.detected()[1], -delta)
                - pulses.meanPhotonNumber(1) * pulses.scaled(0, seen.detected()[0], delta))
            / (pulses.meanPhotonNumber(0) - pulses.meanPhotonNumber(1));
    return Math.max(0, seen.pulses().emptyProbability() * low);
  }

  /** (upper s₀)/τ₀, from the wrong bits of the decoy. */
  private static double emptyRateFromErrors(Detections seen, Fluctuation fluctuation) {
    double wrong = seen.pulses().scaled(1, seen.errors()[1], fluctuation.of(seen.totalErrors()));
    // Rusca et al. 2018, Eqs. (A14), (A16)
    return 2 * (wrong + fluctuation.of(seen.totalDetected()) / seen.pulses().emptyProbability());
  }

  @Override
  double singlePhotonDetections(Detections seen, Fluctuation fluctuation) {
    var pulses = seen.pulses();
    double[] n = seen.detected();
    double delta = fluctuation.of(seen.totalDetected());
    double ratio =
        pulses.meanPhotonNumber(1)
            * pulses.meanPhotonNumber(1)
            / (pulses.meanPhotonNumber(0) * pulses.meanPhotonNumber(0));
    // Rusca et al. 2018, Eq. (A17)
    double low =
        pulses.scaled(1, n[1], -delta)
            - ratio * pulses.scaled(0, n[0], delta)
            - (1 - ratio) * emptyRateFromErrors(seen, fluctuation);
    return pulses.singlePhotonProbability()
        * pulses.meanPhotonNumber(0)
        / (pulses.meanPhotonNumber(1) * (pulses.meanPhotonNumber(0) - pulses.meanPhotonNumber(1)))
        * low;
  }

  @Override
  double singlePhotonErrors(Detections seen, Fluctuation fluctuation) {
    var pulses = seen.pulses();
    double delta = fluctuation.of(seen.totalErrors());
    // Rusca et al. 2018, Eq. (A22)
    double high =
        pulses.scaled(0, seen.errors()[0], delta) - pulses.scaled(1, seen.errors()[1], -delta);
    return pulses.singlePhotonProbability()
        * high
        / (pulses.meanPhotonNumber(0) - pulses.meanPhotonNumber(1));
  }
}
