package qnet.state;

import qnet.run.Require;

/**
 * A pair that is in one of the four Bell states, with a probability each: what remains of Φ+ after
 * Pauli errors.
 *
 * <p>ρ = φ₊·|Φ+⟩⟨Φ+| + φ₋·|Φ−⟩⟨Φ−| + ψ₊·|Ψ+⟩⟨Ψ+| + ψ₋·|Ψ−⟩⟨Ψ−|
 *
 * <p>Φ− is Φ+ after a phase flip (Z), Ψ+ after a bit flip (X), Ψ− after both (Y). The order of the
 * weights in this kit is Φ+, Φ−, Ψ+, Ψ−; Deutsch et al. (1996) write Φ+, Ψ−, Ψ+, Φ−.
 *
 * <p>Reference: C. H. Bennett, D. P. DiVincenzo, J. A. Smolin, W. K. Wootters, Phys. Rev. A 54,
 * 3824 (1996), doi:10.1103/PhysRevA.54.3824, arXiv:quant-ph/9604024.
 *
 * @param phiPlus weight of Φ+, the fidelity of the pair
 * @param phiMinus weight of Φ−
 * @param psiPlus weight of Ψ+
 * @param psiMinus weight of Ψ−
 */
public record BellDiagonal(double phiPlus, double phiMinus, double psiPlus, double psiMinus)
    implements State {
  /**
   * A pair from its weights.
   *
   * @param phiPlus weight of Φ+, the fidelity of the pair
   * @param phiMinus weight of Φ−
   * @param psiPlus weight of Ψ+
   * @param psiMinus weight of Ψ−
   * @throws IllegalArgumentException if a weight is outside [0, 1] or the sum is not 1 within 1e-9
   */
  public BellDiagonal {
    Require.probability("phiPlus", phiPlus);
    Require.probability("phiMinus", phiMinus);
    Require.probability("psiPlus", psiPlus);
    Require.probability("psiMinus", psiMinus);
    StateChecks.unit("sum of weights", phiPlus + phiMinus + psiPlus + psiMinus);
  }

  /**
   * A pair from its weights, in the order Φ+, Φ−, Ψ+, Ψ−.
   *
   * @param phiPlus weight of Φ+
   * @param phiMinus weight of Φ−
   * @param psiPlus weight of Ψ+
   * @param psiMinus weight of Ψ−
   * @return the pair
   */
  public static BellDiagonal of(double phiPlus, double phiMinus, double psiPlus, double psiMinus) {
    return new BellDiagonal(phiPlus, phiMinus, psiPlus, psiMinus);
  }

  /**
   * A perfect pair.
   *
   * @return Φ+
   */
  public static BellDiagonal perfect() {
    return new BellDiagonal(1, 0, 0, 0);
  }

  /**
   * A pair whose three errors are equally frequent, the weights of {@link Werner}.
   *
   * @param fidelity F, from 0 to 1
   * @return F on Φ+, (1 − F)/3 on each of the others
   */
  public static BellDiagonal werner(double fidelity) {
    return Werner.ofFidelity(fidelity).bellDiagonal();
  }

  /**
   * What random bilateral Pauli rotations make of any pair: its diagonal in the Bell basis.
   *
   * @param pair a state of two qubits
   * @return the weights ⟨Bell|ρ|Bell⟩
   */
  public static BellDiagonal of(State pair) {
    StateChecks.qubits(pair, 2);
    return CorrelationMatrix.of(pair).bellDiagonal();
  }

  /** Weights of a distribution that need not be normalised. */
  static BellDiagonal normalised(double phiPlus, double phiMinus, double psiPlus, double psiMinus) {
    double sum = phiPlus + phiMinus + psiPlus + psiMinus;
    return new BellDiagonal(
        Math.max(0, phiPlus / sum),
        Math.max(0, phiMinus / sum),
        Math.max(0, psiPlus / sum),
        Math.max(0, psiMinus / sum));
  }

  @Override
  public int qubits() {
    return 2;
  }

  @Override
  public DensityMatrix densityMatrix() {
    double same = (phiPlus + phiMinus) / 2;
    double different = (psiPlus + psiMinus) / 2;
    double sameCoherence = (phiPlus - phiMinus) / 2;
    double differentCoherence = (psiPlus - psiMinus) / 2;
    return new DensityMatrix(
        new ComplexMatrix(
            new double[][] {
              {same, 0, 0, sameCoherence},
              {0, different, differentCoherence, 0},
              {0, differentCoherence, different, 0},
              {sameCoherence, 0, 0, same}
            },
            new double[4][4]));
  }

  /**
   * The fidelity with Φ+.
   *
   * @return the weight of Φ+
   */
  public double fidelity() {
    return phiPlus;
  }

  /**
   * The pair after random bilateral rotations that make all errors alike.
   *
   * @return the Werner state of the same fidelity
   */
  public Werner twirled() {
    return Werner.ofFidelity(phiPlus);
  }

  /**
   * The pair after a Pauli error on one of its qubits.
   *
   * @param pX probability of a bit flip
   * @param pY probability of both flips
   * @param pZ probability of a phase flip
   * @return the noisy pair
   */
  public BellDiagonal pauliError(double pX, double pY, double pZ) {
    Require.probability("pX", pX);
    Require.probability("pY", pY);
    Require.probability("pZ", pZ);
    Require.probability("pX + pY + pZ", pX + pY + pZ);
    return combinedWith(new BellDiagonal(1 - pX - pY - pZ, pZ, pX, pY));
  }

  /** The errors of two pairs one after the other: a convolution over the Pauli group. */
  BellDiagonal combinedWith(BellDiagonal other) {
    return normalised(
        phiPlus * other.phiPlus
            + phiMinus * other.phiMinus
            + psiPlus * other.psiPlus
            + psiMinus * other.psiMinus,
        phiPlus * other.phiMinus
            + phiMinus * other.phiPlus
            + psiPlus * other.psiMinus
            + psiMinus * other.psiPlus,
        phiPlus * other.psiPlus
            + psiPlus * other.phiPlus
            + phiMinus * other.psiMinus
            + psiMinus * other.phiMinus,
        phiPlus * other.psiMinus
            + psiMinus * other.phiPlus
            + phiMinus * other.psiPlus
            + psiPlus * other.phiMinus);
  }

  /**
   * The pair after a bit flip of one qubit with probability p.
   *
   * @param p probability of the flip
   * @return the noisy pair
   */
  public BellDiagonal bitFlipped(double p) {
    return pauliError(p, 0, 0);
  }

  /**
   * The pair after a phase flip of one qubit with probability p.
   *
   * @param p probability of the flip
   * @return the noisy pair
   */
  public BellDiagonal dephased(double p) {
    return pauliError(0, 0, p);
  }

  /**
   * The pair after one of its qubits was replaced by ½·1 with probability p, as in {@link
   * Noise#depolarising(double)}.
   *
   * @param p probability of the replacement
   * @return the noisy pair
   */
  public BellDiagonal depolarised(double p) {
    return pauliError(p / 4, p / 4, p / 4);
  }

  /**
   * The pair after a Hadamard gate on either side, which turns bit flips into phase flips and phase
   * flips into bit flips.
   *
   * @return the pair with Φ− and Ψ+ exchanged
   */
  public BellDiagonal basesExchanged() {
    return new BellDiagonal(phiPlus, psiPlus, phiMinus, psiMinus);
  }

  /**
   * How often the two bits differ when both measure along Z.
   *
   * @return ψ₊ + ψ₋
   */
  public double errorRateZ() {
    return psiPlus + psiMinus;
  }

  /**
   * How often the two bits differ when both measure along X.
   *
   * @return φ₋ + ψ₋
   */
  public double errorRateX() {
    return phiMinus + psiMinus;
  }

  /** The correlations ⟨XX⟩, ⟨YY⟩, ⟨ZZ⟩; all others are zero. */
  CorrelationMatrix correlations() {
    return CorrelationMatrix.diagonal(
        phiPlus - phiMinus + psiPlus - psiMinus,
        phiMinus - phiPlus + psiPlus - psiMinus,
        phiPlus + phiMinus - psiPlus - psiMinus);
  }

  /**
   * The largest CHSH value that any measurement directions reach on this pair.
   *
   * <p>S = 2·√(m₁ + m₂), m the two largest of ⟨XX⟩², ⟨YY⟩², ⟨ZZ⟩²
   *
   * <p>Reference: R., P. and M. Horodecki, Phys. Lett. A 200, 340 (1995),
   * doi:10.1016/0375-9601(95)00214-N, the theorem.
   *
   * @return from 0 to 2√2
   */
  public double chsh() {
    CorrelationMatrix t = correlations();
    double x = t.xx() * t.xx();
    double y = t.yy() * t.yy();
    double z = t.zz() * t.zz();
    return 2 * Math.sqrt(x + y + z - Math.min(x, Math.min(y, z))); // Horodecki 1995, the theorem
  }

  /**
   * Secret key per pair, when both measure along Z and use X to see what an eavesdropper may know.
   *
   * <p>r = max(0, 1 − h(e_Z) − h(e_X))
   *
   * <p>Valid for: one-way error correction at Shannon's limit, endlessly many pairs, almost all of
   * them measured along Z.
   *
   * <p>Ignores: losses; what two-way communication or the correlation of bit and phase errors could
   * add.
   *
   * <p>Reference: P. W. Shor, J. Preskill, Phys. Rev. Lett. 85, 441 (2000),
   * doi:10.1103/PhysRevLett.85.441, arXiv:quant-ph/0003004.
   *
   * @return bits per pair, from 0 to 1; above zero for Werner pairs with F &gt; 0.835
   */
  public double secretFraction() {
    // Shor and Preskill 2000, with an entropy for each basis
    return Math.max(0, 1 - Entropy.binary(errorRateZ()) - Entropy.binary(errorRateX()));
  }

  /** The largest of the four weights. */
  double largest() {
    return Math.max(Math.max(phiPlus, phiMinus), Math.max(psiPlus, psiMinus));
  }

  /**
   * The concurrence.
   *
   * <p>C = max(0, 2·λ − 1), λ the largest weight
   *
   * <p>Reference: W. K. Wootters, Phys. Rev. Lett. 80, 2245 (1998),
   * doi:10.1103/PhysRevLett.80.2245; for these states Bennett et al. 1996.
   *
   * @return from 0 (separable) to 1
   */
  public double concurrence() {
    return Math.max(0, 2 * largest() - 1);
  }

  /**
   * The entanglement of formation: Bell pairs that it takes to make one such pair.
   *
   * <p>E = h(½ + ½·√(1 − C²))
   *
   * @return in ebits, from 0 to 1
   */
  public double entanglementOfFormation() {
    return Entanglement.formation(concurrence());
  }

  /**
   * The negativity, the sum of the negative eigenvalues of the partial transpose, positive.
   *
   * <p>N = max(0, λ − ½)
   *
   * <p>Reference: G. Vidal, R. F. Werner, Phys. Rev. A 65, 032314 (2002),
   * doi:10.1103/PhysRevA.65.032314.
   *
   * @return from 0 to ½
   */
  public double negativity() {
    return Math.max(0, largest() - 0.5);
  }

  /**
   * The logarithmic negativity, an upper bound to the pairs that can be distilled.
   *
   * <p>E_N = log₂(2N + 1)
   *
   * @return in ebits, from 0 to 1
   */
  public double logNegativity() {
    return Entanglement.logNegativity(negativity());
  }

  /**
   * The relative entropy of entanglement, a tighter upper bound to the pairs that can be distilled.
   *
   * <p>E_R = 1 − h(λ) for λ &gt; ½, else 0
   *
   * <p>Reference: V. Vedral, M. B. Plenio, Phys. Rev. A 57, 1619 (1998),
   * doi:10.1103/PhysRevA.57.1619.
   *
   * @return in ebits, from 0 to 1
   */
  public double relativeEntropyOfEntanglement() {
    return largest() > 0.5 ? 1 - Entropy.binary(largest()) : 0;
  }

  /**
   * The von Neumann entropy.
   *
   * @return in bits, from 0 to 2
   */
  public double entropyBits() {
    return Entropy.shannon(phiPlus, phiMinus, psiPlus, psiMinus);
  }

  /**
   * The yield of one-way hashing: perfect pairs per noisy one, from very many of them.
   *
   * <p>D = max(0, 1 − S(ρ))
   *
   * <p>Ignores: finite numbers of pairs, and everything that two-way communication could add.
   *
   * <p>Reference: Bennett et al. 1996, the hashing protocol.
   *
   * @return perfect pairs per pair, from 0 to 1
   */
  public double hashingYield() {
    return Math.max(0, 1 - entropyBits());
  }
}
