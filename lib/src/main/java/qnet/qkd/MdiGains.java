package qnet.qkd;

/**
 * The Bell measurement of MDI-QKD with a beam splitter, two polarising beam splitters and four
 * threshold detectors: probabilities that it succeeds and that the bits then differ.
 *
 * <p>All are per pulse pair of which both pulses are in the same basis. Equation numbers are those
 * of X. Ma, M. Razavi, Phys. Rev. A 86, 062319 (2012), doi:10.1103/PhysRevA.86.062319,
 * arXiv:1204.4856, with the appendix numbers of the preprint. Differences of nearly equal numbers
 * are written so that they keep their digits at any loss.
 */
record MdiGains(Station station, double misalignment) {
  /** Y₁₁: one photon from each side, in the key basis. */
  double singlePhotonYield() {
    return quiet2() * (bothArrive() + noiseHelps()); // (A9)
  }

  /** e₁₁·Y₁₁: one photon from each side, in the test basis. */
  double singlePhotonErrorYield() {
    // (A11), with Y₁₁ of (A9) put in: noise makes half of its successes errors
    return quiet2() * (misalignment * bothArrive() + noiseHelps() / 2);
  }

  /** Both photons arrive, and in two of the four Bell states, which this measurement can tell. */
  private double bothArrive() {
    return station.etaAlice() * station.etaBob() / 2;
  }

  private double noiseHelps() {
    double a = station.etaAlice();
    double b = station.etaBob();
    double p = station.noiseProbability();
    return (2 * a + 2 * b - 3 * a * b) * p + 4 * (1 - a) * (1 - b) * p * p; // (A9)
  }

  /** Q of laser pulses in the key (rectilinear) basis. */
  double keyGain(double muAlice, double muBob) {
    return different(muAlice, muBob) + same(muAlice, muBob); // (B28)
  }

  /** E·Q of laser pulses in the key basis. */
  double keyErrorGain(double muAlice, double muBob) {
    return misalignment * different(muAlice, muBob)
        + (1 - misalignment) * same(muAlice, muBob); // (B31)
  }

  /** Q_C: the polarisations differ, as the Bell states that are told apart want it. */
  private double different(double muAlice, double muBob) {
    double a = station.etaAlice() * muAlice;
    double b = station.etaBob() * muBob;
    return 2
        * quiet2()
        * StrictMath.exp(-(a + b) / 2)
        * station.click(a / 2)
        * station.click(b / 2); // (B29)
  }

  /** Q_E: the polarisations are the same, and noise stands in for the other one. */
  private double same(double muAlice, double muBob) {
    double a = station.etaAlice() * muAlice;
    double b = station.etaBob() * muBob;
    double interference = Bessel.i0MinusOne(StrictMath.sqrt(a * b)); // I₀(2x) − 1
    return 2
        * station.noiseProbability()
        * quiet2()
        * StrictMath.exp(-(a + b) / 2)
        * (interference + station.click((a + b) / 2)); // (B30)
  }

  /** Q of laser pulses in the test (diagonal) basis. */
  double testGain(double muAlice, double muBob) {
    double a = station.etaAlice() * muAlice;
    double b = station.etaBob() * muBob;
    double x = StrictMath.sqrt(a * b) / 2;
    double y = station.silent((a + b) / 4);
    double u = station.click((a + b) / 4);
    // the bracket 1 + 2y² − 4y·I₀(x) + I₀(2x) with y = 1 − u
    return 2 * y * y * (2 * u * u - 4 * y * Bessel.i0MinusOne(x) + Bessel.i0MinusOne(2 * x));
  }

  /** E·Q of laser pulses in the test basis; E tends to ¼ + e_d/2 for weak pulses. */
  double testErrorGain(double muAlice, double muBob) {
    double a = station.etaAlice() * muAlice;
    double b = station.etaBob() * muBob;
    double y = station.silent((a + b) / 4);
    return testGain(muAlice, muBob) / 2
        - (1 - 2 * misalignment) * y * y * Bessel.i0MinusOne(StrictMath.sqrt(a * b));
  }

  private double quiet2() {
    return station.quiet() * station.quiet();
  }
}
