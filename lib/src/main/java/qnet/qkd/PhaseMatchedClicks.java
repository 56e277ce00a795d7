package qnet.qkd;

/**
 * The clicks of a phase-matching station by the number of photons that both senders emit together.
 *
 * <p>Equation numbers are those of X. Ma, P. Zeng, H. Zhou, Phys. Rev. X 8, 031043 (2018),
 * doi:10.1103/PhysRevX.8.031043. The sums over odd photon numbers are carried out; in them Y_k has
 * the factor 1 − p_d that the gain has and (B13) leaves out.
 *
 * @param eta probability that a photon gives a click, one arm and detector together
 * @param noise p_d, probability of noise per detector
 * @param wrong e_δ, probability that light leaves by the wrong output
 */
record PhaseMatchedClicks(double eta, double noise, double wrong) {
  /** Q: probability that one detector clicks. */
  double gain(double mu) {
    double light = -StrictMath.expm1(-eta * mu);
    return (1 - noise) * (light + 2 * noise * (1 - light)); // (B14)
  }

  /** E^Z·Q: probability of a click with the wrong bit. */
  double bitErrorGain(double mu) {
    return (noise + eta * mu * wrong) * StrictMath.exp(-eta * mu); // (B22)
  }

  /** The bound on E^X·Q: what Eve may know. */
  double phaseErrorGain(double mu) {
    double weight = StrictMath.exp(-mu);
    double empty = 2 * noise * (1 - noise) * weight;
    // Σ over odd k of μ^k/k!·(1 − η)^k, and of μ^k/k!·[1 − (1 − η)^k]
    double lost = StrictMath.sinh(mu * (1 - eta));
    double seen = 2 * StrictMath.cosh(mu * (1 - eta / 2)) * StrictMath.sinh(mu * eta / 2);
    double odd = (1 - noise) * weight * (seen + 2 * noise * lost); // (B13)
    double oddErrors = weight * (noise * lost + wrong * seen); // (B20)
    return empty / 2 + oddErrors + (gain(mu) - empty - odd); // (2), (B27)
  }
}
