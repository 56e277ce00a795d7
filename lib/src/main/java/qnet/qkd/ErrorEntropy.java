package qnet.qkd;

import qnet.state.Entropy;

/**
 * The binary entropy of an error rate, which may be that of no bits at all (NaN), or a bound that
 * is no probability.
 */
final class ErrorEntropy {
  private ErrorEntropy() {}

  /** What the correction of a bit must disclose: h(e); NaN if there are no bits. */
  static double ofBitError(double rate) {
    return Double.isNaN(rate) ? rate : Entropy.binary(Math.max(0, Math.min(1, rate)));
  }

  /** What a phase error rate lets Eve know of a bit: h(e), and everything from one half on. */
  static double ofPhaseError(double rate) {
    return rate >= 0.5 ? 1 : ofBitError(rate);
  }
}
