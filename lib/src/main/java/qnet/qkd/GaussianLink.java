package qnet.qkd;

/**
 * What Alice, Bob and Eve know of each other after Gaussian modulation, a lossy and noisy channel
 * and a homodyne or heterodyne receiver; all variances in shot-noise units.
 *
 * <p>In the entanglement-based picture Alice keeps one mode of a two-mode squeezed vacuum of
 * variance V = V_A + 1 and sends the other. Before the receiver the two modes have the covariance
 * matrix [V, c·σ_z; c·σ_z, b] with b = T·V + 1 − T + ε and c² = T(V² − 1).
 *
 * <p>A, B, C, D and χ are those of J. Lodewyck et al., Phys. Rev. A 76, 042305 (2007),
 * doi:10.1103/PhysRevA.76.042305, for homodyne, and of S. Fossier et al., J. Phys. B 42, 114014
 * (2009), doi:10.1088/0953-4075/42/11/114014, for heterodyne detection.
 *
 * @param transmittance T of the channel
 * @param modulationVariance V_A
 * @param outputNoise ε = T·ξ, excess noise at the output of the channel
 * @param receiver Bob's receiver; if it is not trusted, Eve gets its loss and noise
 */
record GaussianLink(
    double transmittance, double modulationVariance, double outputNoise, CvReceiver receiver) {
  private static final double LN_2 = StrictMath.log(2);

  /** The same statistics at Bob, with an ideal receiver and all imperfections in the channel. */
  GaussianLink untrusted() {
    double eta = receiver.efficiency();
    return new GaussianLink(
        transmittance * eta,
        modulationVariance,
        outputNoise * eta + receiver.measurement().quadratures() * receiver.electronicNoise(),
        receiver.withEfficiency(1).withElectronicNoise(0));
  }

  /**
   * The worst channel that an estimate from some states leaves possible: Bob's quadrature is y =
   * t·x plus noise, and both parameters lie a number of standard deviations off.
   */
  GaussianLink worst(double estimateStates, double deviations) {
    int m = receiver.measurement().quadratures();
    double samples = m * estimateStates;
    double eta = receiver.efficiency();
    double noise = 1 + receiver.electronicNoise() + eta * outputNoise / m;
    double t = StrictMath.sqrt(eta * transmittance / m);
    double least =
        Math.max(0, t - deviations * StrictMath.sqrt(noise / (samples * modulationVariance)));
    double most = noise * (1 + deviations * StrictMath.sqrt(2 / samples));
    return new GaussianLink(
        m * least * least / eta,
        modulationVariance,
        m * (most - 1 - receiver.electronicNoise()) / eta,
        receiver);
  }

  /** I_AB: what Alice's and Bob's values share, in bits per state. */
  double mutualInformation() {
    double noise = 1 + outputNoise + receiver.addedNoise(); // T·(1 + χ_tot)
    // ½·log₂((V + χ_tot)/(1 + χ_tot)) per quadrature
    return receiver.measurement().quadratures()
        * StrictMath.log1p(transmittance * modulationVariance / noise)
        / (2 * LN_2);
  }

  /**
   * χ_BE: the most that Eve can know of Bob's values in a collective attack (Holevo): what her
   * entropy falls by when Bob's value becomes known.
   *
   * <p>ν₁, ν₂ are the symplectic eigenvalues before, ν₃, ν₄ after; ν₃² and ν₄² solve f(x) = x² −
   * C·x + D = 0. Far away both pairs differ by the order of T only, so the differences are taken
   * from f(ν₁²) and f(ν₂²), in which no large terms cancel.
   */
  double holevoInformation() {
    double v = modulationVariance + 1;
    double t = transmittance;
    double b = t * modulationVariance + 1 + outputNoise;
    double c2 = t * modulationVariance * (modulationVariance + 2);
    double det = v * (1 - t + outputNoise) + t; // V·b − c² = T·(V·χ_line + 1), also √B
    double root = StrictMath.sqrt((v - b) * (v - b) + 4 * det);
    // ν = ½·(root ± (V − b)), less 1
    double first = 2 * modulationVariance * (2 * (1 - t) + outputNoise) / (root + b - v + 2);
    double second = 2 * outputNoise * (v + 1) / (root + v - b + 2);
    double sum = v + b + root;
    double toFirst = 2 * c2 / sum; // V − ν₁
    double g1 = toFirst * (v - b); // b·ν₁ − V·ν₂
    double g2 = (b - v) * sum / 2; // b·ν₂ − V·ν₁
    double f1 = residue(first, second, g1, toFirst, v, b);
    double f2 = residue(second, first, g2, v - 1 - second, v, b);
    var known = conditional(v, b, c2, det);
    return known.lost(first, f1, first >= second) + known.lost(second, f2, second > first);
  }

  /** f(ν²) for ν = 1 + excess; other is the other eigenvalue less 1, and g = b·ν − V·ν_other. */
  private double residue(
      double excess, double other, double g, double toVariance, double v, double b) {
    double chi = receiver.addedNoise();
    double nu = 1 + excess;
    double factor;
    if (receiver.measurement() == CvReceiver.Measurement.HOMODYNE) {
      factor = nu * g / (b + chi);
    } else {
      double both =
          (2 * chi * nu + b * nu + v * (1 + other)) * g
              + other * (other + 2) * toVariance * (v + nu);
      factor = both / ((b + chi) * (b + chi));
    }
    return excess * (excess + 2) * factor;
  }

  private Conditional conditional(double v, double b, double c2, double det) {
    double chi = receiver.addedNoise();
    double norm = b + chi; // T·(V + χ_tot)
    double a = v * v + b * b - 2 * c2;
    double sum; // C
    double product; // D
    if (receiver.measurement() == CvReceiver.Measurement.HOMODYNE) {
      sum = (v * det + b + a * chi) / norm;
      product = det * (v + det * chi) / norm;
    } else {
      sum = (a * chi * chi + det * det + 1 + 2 * chi * (v * det + b) + 2 * c2) / (norm * norm);
      product = StrictMath.pow((v + det * chi) / norm, 2);
    }
    return new Conditional(sum, StrictMath.sqrt(Math.max(0, sum * sum - 4 * product)));
  }

  /**
   * The symplectic eigenvalues when Bob's value is known.
   *
   * @param sum C = ν₃² + ν₄²
   * @param spread √(C² − 4D) = ν₃² − ν₄²
   */
  private record Conditional(double sum, double spread) {
    /**
     * What the entropy of one eigenvalue falls by: G((ν − 1)/2) − G((ν' − 1)/2), ν' being the one
     * of ν₃ and ν₄ that belongs to ν.
     *
     * @param excess ν − 1
     * @param f f(ν²) = (ν² − ν₃²)·(ν² − ν₄²)
     * @param greater whether ν is the greater of ν₁ and ν₂ and so belongs to ν₃
     */
    double lost(double excess, double f, boolean greater) {
      if (f == 0) {
        return 0;
      }
      double nu = 1 + excess;
      double distance = Math.abs(2 * nu * nu - sum); // from the middle of ν₃² and ν₄², twice
      boolean above = 2 * nu * nu > sum;
      double d = // ν² − ν'²
          greater
              ? 2 * f / (distance + spread)
              : above ? (distance + spread) / 2 : -2 * f / (distance + spread);
      double before = excess / 2;
      double step = d / (nu + StrictMath.sqrt(Math.max(1, nu * nu - d))) / 2;
      double after = before - step;
      double change = step * (StrictMath.log1p(before) - StrictMath.log(before));
      change += (after + 1) * StrictMath.log1p(step / (after + 1));
      if (after > 1e-290) {
        change -= after * StrictMath.log1p(step / after);
      }
      return change / LN_2;
    }
  }
}
