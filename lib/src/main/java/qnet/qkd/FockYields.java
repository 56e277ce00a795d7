package qnet.qkd;

/**
 * How often exactly one named detector of a twin-field station clicks when Alice sends n photons
 * and Bob m, for two arms of the same transmittance.
 *
 * <p>p(n, m) = (1 − p_d)·[P₀(n, m) − (1 − p_d)·(1 − η)^(n+m)]
 *
 * <p>where P₀ is the probability that no photon leaves the beam splitter by the other output. If a
 * and b photons arrive, that is (a+b)!/(a!·b!·2^(a+b)), more than 2^−(a+b) because photons bunch.
 *
 * <p>Reference: M. Curty, K. Azuma, H.-K. Lo, npj Quantum Inf. 5, 64 (2019),
 * doi:10.1038/s41534-019-0175-6, arXiv:1807.07667, Eqs. (34)–(35) for aligned polarisation. A phase
 * between the arms makes no difference to photon numbers.
 */
final class FockYields {
  /** Photon numbers from here on are taken to click always, which is the safe side. */
  static final int CUTOFF = 12;

  private static final double[][] BINOMIAL = binomial();
  private static final double[][] BUNCHED = bunched();

  private final double[][] roots = new double[CUTOFF][CUTOFF];

  FockYields(double eta, double noiseProbability) {
    double[][] arriving = new double[CUTOFF][CUTOFF]; // a of n photons arrive
    double[] lost = powers(1 - eta);
    double[] kept = powers(eta);
    for (int n = 0; n < CUTOFF; n++) {
      for (int a = 0; a <= n; a++) {
        arriving[n][a] = BINOMIAL[n][a] * kept[a] * lost[n - a];
      }
    }
    for (int m = 0; m < CUTOFF; m++) {
      double[] fromBob = new double[CUTOFF];
      for (int a = 0; a < CUTOFF; a++) {
        // without a = b = 0: P₀ less (1 − η)^(n+m), of which the difference would lose digits
        for (int b = a == 0 ? 1 : 0; b <= m; b++) {
          fromBob[a] += arriving[m][b] * BUNCHED[a][b];
        }
      }
      for (int n = 0; n < CUTOFF; n++) {
        double light = 0;
        for (int a = 0; a <= n; a++) {
          light += arriving[n][a] * fromBob[a];
        }
        double dark = noiseProbability * lost[n] * lost[m];
        roots[n][m] = StrictMath.sqrt((1 - noiseProbability) * (light + dark)); // (34), (35)
      }
    }
  }

  /** p(n, m), for n and m below the cut-off. */
  double yield(int n, int m) {
    return roots[n][m] * roots[n][m];
  }

  /**
   * The bound on e·p, phase error rate times gain of one announcement, for laser pulses |±α⟩:
   *
   * <p>Σ_j [Σ_{n,m ≡ j} c_n·c_m·√p(n, m)]², j even and odd, c_n = e^(−α²/2)·αⁿ/√n!
   */
  double phaseErrorGain(double meanPhotonNumber) {
    double alpha = StrictMath.sqrt(meanPhotonNumber);
    double[] c = new double[CUTOFF];
    double[] beyond = new double[2];
    double amplitude = StrictMath.exp(-meanPhotonNumber / 2);
    for (int n = 0; n < CUTOFF || n <= meanPhotonNumber || amplitude > 1e-20; n++) {
      if (n < CUTOFF) {
        c[n] = amplitude;
      } else {
        beyond[n % 2] += amplitude;
      }
      amplitude *= alpha / StrictMath.sqrt(n + 1);
    }
    double gain = 0;
    for (int parity = 0; parity < 2; parity++) {
      double within = 0;
      double sum = 0;
      for (int n = parity; n < CUTOFF; n += 2) {
        within += c[n];
        for (int m = parity; m < CUTOFF; m += 2) {
          sum += c[n] * c[m] * roots[n][m];
        }
      }
      sum += beyond[parity] * (2 * within + beyond[parity]);
      gain += sum * sum; // Curty, Azuma, Lo 2019, Eqs. (20)–(22)
    }
    return gain;
  }

  private static double[] powers(double base) {
    double[] powers = new double[CUTOFF];
    powers[0] = 1;
    for (int i = 1; i < CUTOFF; i++) {
      powers[i] = powers[i - 1] * base;
    }
    return powers;
  }

  private static double[][] binomial() {
    double[][] binomial = new double[2 * CUTOFF][2 * CUTOFF];
    for (int n = 0; n < 2 * CUTOFF; n++) {
      binomial[n][0] = 1;
      for (int k = 1; k <= n; k++) {
        binomial[n][k] = binomial[n - 1][k - 1] + binomial[n - 1][k];
      }
    }
    return binomial;
  }

  private static double[][] bunched() {
    double[][] bunched = new double[CUTOFF][CUTOFF];
    for (int a = 0; a < CUTOFF; a++) {
      for (int b = 0; b < CUTOFF; b++) {
        bunched[a][b] = BINOMIAL[a + b][a] / (1L << (a + b));
      }
    }
    return bunched;
  }
}
