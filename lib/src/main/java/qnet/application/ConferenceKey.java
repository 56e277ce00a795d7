package qnet.application;

import qnet.channel.Link;
import qnet.run.Require;
import qnet.state.Entropy;

/**
 * One secret key for N parties out of GHZ states, in the protocols N-BB84 and N-six-state.
 *
 * <p>N-BB84: r = 1 − h(Q_X) − f·h(Q_AB)
 *
 * <p>N-six-state: r = 1 − Q_Z − (1 − Q_Z)·h(λ/(1 − Q_Z)) − f·h(Q_AB), λ = Q_X − Q_Z/2
 *
 * <p>with the wrong parities Q_X, the states Q_Z in which not all agree, and the error Q_AB of
 * Alice with each of the others. Both become the two-party rates for N = 2.
 *
 * <p>Valid for: infinitely long keys, collective attacks, nearly all rounds in the key basis, equal
 * noise of all arms.
 *
 * <p>Ignores: finite keys, dark counts.
 *
 * <p>Reference: M. Epping, H. Kampermann, C. Macchiavello, D. Bruß, New J. Phys. 19, 093012 (2017),
 * doi:10.1088/1367-2630/aa8487, arXiv:1612.05585, for N-six-state; F. Grasselli, H. Kampermann, D.
 * Bruß, New J. Phys. 20, 113014 (2018), doi:10.1088/1367-2630/aaec34, arXiv:1807.04472, for N-BB84.
 * The formulas were worked out again from the entropies of the depolarised state.
 *
 * @param ghz the shared states
 * @param errorCorrectionEfficiency f, at least 1
 */
public record ConferenceKey(SharedGhz ghz, double errorCorrectionEfficiency) {
  /**
   * Checks the parameters.
   *
   * @param ghz the shared states
   * @param errorCorrectionEfficiency f, at least 1
   * @throws IllegalArgumentException if f is below 1
   */
  public ConferenceKey {
    Require.atLeast("errorCorrectionEfficiency", errorCorrectionEfficiency, 1);
  }

  /**
   * Error correction at the Shannon limit.
   *
   * @param ghz the shared states
   * @return f = 1
   */
  public static ConferenceKey of(SharedGhz ghz) {
    return new ConferenceKey(ghz, 1);
  }

  /**
   * The same key out of other states.
   *
   * @param newGhz the shared states
   * @return the changed key
   */
  public ConferenceKey withGhz(SharedGhz newGhz) {
    return new ConferenceKey(newGhz, errorCorrectionEfficiency);
  }

  /**
   * The same key with another error correction.
   *
   * @param newErrorCorrectionEfficiency f
   * @return the changed key
   */
  public ConferenceKey withErrorCorrectionEfficiency(double newErrorCorrectionEfficiency) {
    return new ConferenceKey(ghz, newErrorCorrectionEfficiency);
  }

  /**
   * The key of N-BB84.
   *
   * @return secret bits per GHZ state, 0 if the noise is too strong
   */
  public double bb84Bits() {
    return Math.max(0, 1 - Entropy.binary(ghz.parityError()) - leakBits()); // Grasselli et al. 2018
  }

  /**
   * The key of the N-six-state protocol.
   *
   * @return secret bits per GHZ state, 0 if the noise is too strong
   */
  public double sixStateBits() {
    double disagree = ghz.disagreement();
    double agree = 1 - disagree;
    double phaseFlipped = ghz.parityError() - disagree / 2;
    double known = disagree + agree * Entropy.binary(phaseFlipped / agree);
    return Math.max(0, 1 - known - leakBits()); // Epping et al. 2017
  }

  /**
   * The key of N-BB84 if it is made out of Bell pairs instead, N − 1 of them over the same arms.
   *
   * @return secret bits per Bell pair
   */
  public double pairwiseBits() {
    return withGhz(ghz.withParties(2)).bb84Bits() / (ghz.parties() - 1);
  }

  /**
   * What GHZ states gain over Bell pairs if the source sends both through the same lossy arms, and
   * all photons of a state must arrive.
   *
   * <p>gain = (N − 1)·ηᴺ⁻²·r(N)/r(2)
   *
   * @param arm from the source to a party
   * @return key from GHZ states over key from pairs, per emission; NaN if pairs give no key either
   */
  public double gainOverPairs(Link arm) {
    double extraPhotons = Math.pow(arm.transmittance(), ghz.parties() - 2.0);
    return extraPhotons * bb84Bits() / pairwiseBits();
  }

  private double leakBits() {
    return errorCorrectionEfficiency * Entropy.binary(ghz.pairQber());
  }
}
