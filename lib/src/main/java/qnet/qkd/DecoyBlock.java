package qnet.qkd;

/**
 * What a receiver is expected to see of laser pulses with decoys, and the key in it, before
 * anything is rounded or cut to zero: the function that settings are optimised with.
 *
 * @param receiver Bob behind the link
 * @param proof the bounds that the decoys give
 * @param errorCorrectionEfficiency bits disclosed over the Shannon limit
 */
record DecoyBlock(Receiver receiver, DecoyKey proof, double errorCorrectionEfficiency) {
  /** Expected detections of pulses that were sent and measured in the same basis. */
  Detections detections(PulseMix pulses, double sent) {
    var seeing = receiver;
    if (receiver.noiseFollowsLight()) {
      double lightClick = 0;
      for (int k = 0; k < pulses.size(); k++) {
        lightClick += pulses.probability(k) * receiver.lightClick(pulses.meanPhotonNumber(k));
      }
      seeing = receiver.withAfterpulsesOf(lightClick);
    }
    return Detections.expected(seeing, pulses, sent);
  }

  /**
   * Secret bits of an infinite block per pulse in the key basis; negative where there is no key.
   */
  double bitsPerSiftedPulse(Detections perPulse) {
    var bounds = proof.bounds(perPulse, perPulse, Fluctuation.NONE);
    if (receiver.analysis() != Analysis.MA_2005) {
      return value(bounds, perPulse.leakBits(errorCorrectionEfficiency), 0);
    }
    // Ma et al. 2005, Eq. (1): only the signal makes key, and only its single photons
    var pulses = perPulse.pulses();
    double signal =
        pulses.probability(0)
            * pulses.meanPhotonNumber(0)
            * pulses.emptyOf(0)
            / pulses.singlePhotonProbability();
    double detected = perPulse.detected()[0];
    double leak =
        errorCorrectionEfficiency
            * detected
            * ErrorEntropy.ofBitError(perPulse.errors()[0] / detected);
    return value(
        new DecoyKey.Bounds(0, signal * bounds.single(), bounds.tested(), bounds.phaseError()),
        leak,
        0);
  }

  /** Secret bits of a finite block, per pulse where there are any; negative where there are not. */
  double bitsPerPulse(PulseMix pulses, double z, Block block, Security security) {
    var perPulse = detections(pulses, 1);
    double sent = block.pulses(z * z * perPulse.totalDetected());
    if (Double.isInfinite(sent)) {
      return Double.NEGATIVE_INFINITY;
    }
    var key = perPulse.times(sent * z * z);
    var test = perPulse.times(sent * (1 - z) * (1 - z));
    var bounds = proof.bounds(key, test, proof.fluctuation(security));
    double bits =
        value(bounds, key.leakBits(errorCorrectionEfficiency), proof.fixedCostBits(security));
    return bits > 0 ? bits / sent : bits / (key.totalDetected() + 1);
  }

  /**
   * The balance of the key, continued to bounds that say nothing, so that a search finds its way.
   */
  private static double value(DecoyKey.Bounds bounds, double leakBits, double fixedCostBits) {
    if (bounds.single() > 0 && bounds.phaseError() < 0.5) {
      return bounds.balanceBits(leakBits, fixedCostBits);
    }
    double useless = -leakBits - fixedCostBits;
    if (bounds.single() > 0 && bounds.tested() > 0) {
      return useless - bounds.single() * Math.min(1, bounds.phaseError() - 0.5);
    }
    double missing = Math.min(0, bounds.single()) + Math.min(0, bounds.tested());
    return useless - Math.max(0, bounds.single()) + missing;
  }
}
