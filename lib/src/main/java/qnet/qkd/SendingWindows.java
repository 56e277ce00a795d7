package qnet.qkd;

/**
 * The key windows of sending-or-not-sending QKD, in each of which both, one or none of the parties
 * sends a pulse of random phase: probabilities that exactly one of two detectors clicks.
 *
 * <p>Equation numbers are those of X.-B. Wang, Z.-W. Yu, X.-L. Hu, Phys. Rev. A 98, 062323 (2018),
 * doi:10.1103/PhysRevA.98.062323.
 */
final class SendingWindows {
  private final double meanPhotonNumber;
  private final double silentIfSent;
  private final double silentIfNot;
  private final double none;
  private final double one;
  private final double both;
  private final double secretPerPhoton;

  SendingWindows(Station station, double misalignment, double meanPhotonNumber) {
    this.meanPhotonNumber = meanPhotonNumber;
    double light = station.etaAlice() * meanPhotonNumber;
    this.silentIfSent = station.silent(light);
    this.silentIfNot = station.silent(0);
    this.none = 2 * station.click(0) * station.silent(0);
    this.one = 2 * station.click(light / 2) * station.silent(light / 2);
    // outputs I·(1 ± cos φ), averaged over φ: 2·silent(I)·[I₀(I) − silent(I)]
    this.both = 2 * station.silent(light) * (Bessel.i0MinusOne(light) + station.click(light));
    double eta = station.etaAlice();
    double noise = station.noiseProbability();
    double lost = (1 - eta) * noise; // and noise in a named detector instead
    double yield = station.quiet() * (eta + 2 * lost);
    double wrong = station.quiet() * (misalignment * eta + lost); // what Eq. (2) finds
    this.secretPerPhoton = yield > 0 ? yield - yield * ErrorEntropy.ofPhaseError(wrong / yield) : 0;
  }

  /** S: probability of a click if each sends with probability ε. */
  double gain(double sending) {
    return 2 * sending * (1 - sending) * one + errorGain(sending);
  }

  /** Probability that at least one detector clicks: each party brings the noise of one. */
  double anyClick(double sending) {
    double silent = sending * silentIfSent + (1 - sending) * silentIfNot;
    return 1 - silent * silent;
  }

  /** E·S: the bits of Alice and Bob differ unless exactly one has sent. */
  double errorGain(double sending) {
    return (1 - sending) * (1 - sending) * none + sending * sending * both;
  }

  /** Secret bits per key window; negative where there is no key. */
  double secretBits(double sending, double errorCorrectionEfficiency) {
    double gain = gain(sending);
    double photons =
        2 * sending * (1 - sending) * meanPhotonNumber * StrictMath.exp(-meanPhotonNumber);
    double disclosed =
        gain > 0
            ? errorCorrectionEfficiency * gain * ErrorEntropy.ofBitError(errorGain(sending) / gain)
            : 0;
    return photons * secretPerPhoton - disclosed; // (4)
  }
}
