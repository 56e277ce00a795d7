package qnet.qkd;

import qnet.run.Require;

/**
 * What the finite-key proofs for decoy states have in common: bounds on the detections of empty
 * pulses and single photons in both bases, and the length that follows.
 *
 * <p>ℓ = ⌊s₀ + s₁·[1 − h(φ)] − leak − 6·log₂(k/ε_sec) − log₂(2/ε_cor)⌋
 *
 * <p>where k counts how often something may fail, each with ε_sec/k.
 */
abstract class DecoyKey implements FiniteKey {
  private static final double LN_2 = StrictMath.log(2);

  private final int intensities;
  private final int failures;

  DecoyKey(int intensities, int failures) {
    this.intensities = intensities;
    this.failures = failures;
  }

  /** Lower bound on the detections of empty pulses, at least 0. */
  abstract double emptyDetections(Detections seen, Fluctuation fluctuation);

  /** Lower bound on the detections of single photons; below 0 if the counts say nothing. */
  abstract double singlePhotonDetections(Detections seen, Fluctuation fluctuation);

  /** Upper bound on the wrong detections of single photons. */
  abstract double singlePhotonErrors(Detections seen, Fluctuation fluctuation);

  /** What a block lets Alice and Bob know; the bounds may be useless (below 0, above one half). */
  record Bounds(double empty, double single, double tested, double phaseError) {
    double balanceBits(double leakBits, double fixedCostBits) {
      return KeyLength.balanceBits(empty, single, phaseError, leakBits, fixedCostBits);
    }
  }

  Bounds bounds(Detections key, Detections test, Fluctuation fluctuation) {
    double single = singlePhotonDetections(key, fluctuation);
    double tested = singlePhotonDetections(test, fluctuation);
    double phaseError =
        single > 0 && tested > 0
            ? fluctuation.phaseErrorRate(singlePhotonErrors(test, fluctuation), tested, single)
            : 1;
    return new Bounds(emptyDetections(key, fluctuation), single, tested, phaseError);
  }

  Fluctuation fluctuation(Security security) {
    return Fluctuation.withFailure(security.epsSecrecy() / failures);
  }

  double fixedCostBits(Security security) {
    double secrecy = 6 * StrictMath.log(failures / security.epsSecrecy());
    return (secrecy + StrictMath.log(2 / security.epsCorrectness())) / LN_2;
  }

  @Override
  public KeyLength length(Counts counts, Security security, double leakBits) {
    Require.notNegative("leakBits", leakBits);
    var key = Detections.of(counts, Basis.Z, intensities);
    var test = Detections.of(counts, Basis.X, intensities);
    var bounds = bounds(key, test, fluctuation(security));
    return KeyLength.of(
        Math.min(bounds.empty(), key.totalDetected()),
        Math.max(0, bounds.single()),
        bounds.phaseError(),
        leakBits,
        fixedCostBits(security));
  }
}
