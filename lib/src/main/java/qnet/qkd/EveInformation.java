package qnet.qkd;

import qnet.run.Require;
import qnet.state.Entropy;

/**
 * What an eavesdropper may know of a sifted bit, given the error rate she causes.
 *
 * <p>The key of one-way error correction is what she does not know: r = 1 − h(Q) − I_E. Curves for
 * different attacks are not comparable without their names: an individual attack measures each
 * photon on its own and gives Shannon information, a collective attack keeps all of them in a
 * quantum memory and gives Holevo information, which is more.
 *
 * <p>Intercept and resend in a random basis: I = 2Q, up to Q = 1/4
 *
 * <p>Best individual attack on BB84: I = 1 − h(1/2 + √(Q(1 − Q)))
 *
 * <p>Best collective attack on BB84: χ = h(Q)
 *
 * <p>Best collective attack on the six-state protocol: χ = Q + (1 − Q)·h((1 − 3Q/2)/(1 − Q))
 *
 * <p>Best collective attack on a CHSH value, whatever the devices: χ = h((1 + √(S²/4 − 1))/2)
 *
 * <p>Valid for single photons, infinitely long keys, and the same error rate in all bases.
 *
 * <p>Ignores photon-number splitting ({@link PhotonSplitting}) and devices that differ from their
 * model ({@link EfficiencyMismatch}, {@link TrojanHorse}).
 *
 * <p>References: C. A. Fuchs, N. Gisin, R. B. Griffiths, C.-S. Niu, A. Peres, Phys. Rev. A 56, 1163
 * (1997), doi:10.1103/PhysRevA.56.1163; V. Scarani et al., Rev. Mod. Phys. 81, 1301 (2009),
 * doi:10.1103/RevModPhys.81.1301, Eqs. (A4)–(A6), (A9); A. Acín et al., Phys. Rev. Lett. 98, 230501
 * (2007), doi:10.1103/PhysRevLett.98.230501, Eq. (3).
 */
public final class EveInformation {
  private static final double TSIRELSON = 2 * Math.sqrt(2);

  private EveInformation() {}

  /**
   * What Bob knows of a sifted bit, to which Eve's information is compared: where she knows more,
   * one-way error correction leaves no key.
   *
   * <p>I = 1 − h(Q)
   *
   * @param qber error rate of the sifted key, from 0 to 1
   * @return Shannon information in bits: 1 without errors, 0 at 50 %
   */
  public static double bobBits(double qber) {
    Require.probability("qber", qber);
    return 1 - Entropy.binary(qber);
  }

  /**
   * Eve intercepts some photons, measures each in one of the two bases of BB84 at random, and sends
   * on what she found.
   *
   * @param qber error rate that she causes, from 0 to 1
   * @return Shannon information in bits: half a bit at 25 %, where she intercepts everything
   */
  public static double interceptResendBits(double qber) {
    Require.probability("qber", qber);
    return Math.min(0.5, 2 * qber); // Q = f/4 and I = f/2 for a fraction f
  }

  /**
   * The best individual attack on BB84: one copy of the same size for each photon, measured after
   * the bases are known.
   *
   * @param qber error rate that she causes, from 0 to 1
   * @return Shannon information in bits; 1 from 50 % on
   */
  public static double individualBits(double qber) {
    Require.probability("qber", qber);
    // Fuchs et al. 1997, from the optimal trade-off of information and disturbance
    return qber >= 0.5 ? 1 : 1 - Entropy.binary(0.5 + Math.sqrt(qber * (1 - qber)));
  }

  /**
   * The best collective attack on BB84.
   *
   * @param qber error rate that she causes, from 0 to 1
   * @return Holevo information in bits; 1 from 50 % on
   */
  public static double collectiveBits(double qber) {
    Require.probability("qber", qber);
    return ErrorEntropy.ofPhaseError(qber); // Scarani et al. 2009, Eq. (A9)
  }

  /**
   * The best collective attack on the six-state protocol.
   *
   * @param qber error rate that she causes, from 0 to 1
   * @return Holevo information in bits; 1 from 50 % on
   */
  public static double collectiveSixStateBits(double qber) {
    Require.probability("qber", qber);
    // Scarani et al. 2009, Eq. (A6)
    return qber >= 0.5 ? 1 : qber + (1 - qber) * Entropy.binary((1 - 1.5 * qber) / (1 - qber));
  }

  /**
   * The best collective attack that a CHSH value allows, with devices that nobody trusts.
   *
   * @param chsh the CHSH value S; values above 2√2, which only noise in an estimate can give, count
   *     as 2√2
   * @return Holevo information in bits: 1 up to S = 2, 0 at S = 2√2
   * @throws IllegalArgumentException if {@code chsh} is NaN
   */
  public static double ofChshBits(double chsh) {
    if (Double.isNaN(chsh)) {
      throw new IllegalArgumentException("chsh must be a number, was NaN");
    }
    if (chsh <= 2) {
      return 1;
    }
    double s = Math.min(chsh, TSIRELSON);
    return Entropy.binary((1 + Math.sqrt(s * s / 4 - 1)) / 2); // Acín et al. 2007, Eq. (3)
  }
}
