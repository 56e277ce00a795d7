package qnet.timeline;

import qnet.run.Require;

/**
 * Growth of quantum computers: the number of good physical qubits doubles in a fixed time that
 * nobody knows yet.
 *
 * <p>t = t₀ + T₂·log₂(N/N₀)
 *
 * <p>N₀ qubits in year t₀, N needed, T₂ the doubling time, lognormal. The year is then lognormal
 * too, which makes it an {@link Arrival}.
 *
 * <p>Valid as an extrapolation: the growth is an assumption, and so is a need that stays what it is
 * today. From 2019 to 2025 the estimate for RSA-2048 fell from 20 million qubits to below one
 * million.
 *
 * <p>Ignores error rates: the qubits must be as good as the estimate of the need assumes.
 *
 * <p>Reference for the need: C. Gidney, M. Ekerå, Quantum 5, 433 (2021),
 * doi:10.22331/q-2021-04-15-433; C. Gidney, arXiv:2505.15917 (2025).
 *
 * @param startYear t₀
 * @param startQubits N₀, ≥ 1
 * @param doublingYears the median of T₂, > 0
 * @param p90DoublingYears the T₂ that is exceeded with probability 0.1, at least the median
 */
public record QubitGrowth(
    double startYear, double startQubits, double doublingYears, double p90DoublingYears) {
  /** Gidney and Ekerå 2019: RSA-2048 in eight hours. */
  public static final double NEED_2019 = 20e6;

  /** Gidney 2025: RSA-2048 in less than a week. */
  public static final double NEED_2025 = 1e6;

  /**
   * Checks the growth.
   *
   * @param startYear t₀
   * @param startQubits N₀, ≥ 1
   * @param doublingYears the median of T₂, > 0
   * @param p90DoublingYears the T₂ that is exceeded with probability 0.1, at least the median
   * @throws IllegalArgumentException if a number is out of range
   */
  public QubitGrowth {
    Require.finite("startYear", startYear);
    Require.atLeast("startQubits", startQubits, 1);
    Require.positive("doublingYears", doublingYears);
    Require.atLeast("p90DoublingYears", p90DoublingYears, doublingYears);
  }

  /**
   * The 101 qubits of the distance-7 code of 2024 (Google Quantum AI, Nature 638, 920 (2025)), and
   * an assumed doubling every 18 months, every third year with probability 0.1.
   *
   * @return 2024, 101, 1.5 and 3 years
   */
  public static QubitGrowth standard() {
    return new QubitGrowth(2024, 101, 1.5, 3);
  }

  /**
   * The same growth from another year.
   *
   * @param newStartYear t₀
   * @return the growth
   */
  public QubitGrowth withStartYear(double newStartYear) {
    return new QubitGrowth(newStartYear, startQubits, doublingYears, p90DoublingYears);
  }

  /**
   * The same growth from another number of qubits.
   *
   * @param newStartQubits N₀
   * @return the growth
   */
  public QubitGrowth withStartQubits(double newStartQubits) {
    return new QubitGrowth(startYear, newStartQubits, doublingYears, p90DoublingYears);
  }

  /**
   * The same start with another median doubling time; the spread stays in proportion.
   *
   * @param newDoublingYears the median of T₂
   * @return the growth
   */
  public QubitGrowth withDoublingYears(double newDoublingYears) {
    return new QubitGrowth(
        startYear,
        startQubits,
        newDoublingYears,
        newDoublingYears * p90DoublingYears / doublingYears);
  }

  /**
   * The same growth with another slow end.
   *
   * @param newP90DoublingYears the T₂ that is exceeded with probability 0.1
   * @return the growth
   */
  public QubitGrowth withP90DoublingYears(double newP90DoublingYears) {
    return new QubitGrowth(startYear, startQubits, doublingYears, newP90DoublingYears);
  }

  /**
   * When so many qubits are there.
   *
   * @param qubits N, at least as many as at the start
   * @return the year, lognormal
   */
  public Arrival reaches(double qubits) {
    Require.atLeast("qubits", qubits, startQubits);
    double doublings = Math.log(qubits / startQubits) / Math.log(2);
    return new Arrival(
        startYear,
        startYear + doublingYears * doublings,
        startYear + p90DoublingYears * doublings,
        1);
  }
}
