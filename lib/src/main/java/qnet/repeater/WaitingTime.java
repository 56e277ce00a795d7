package qnet.repeater;

import org.apache.commons.math3.util.CombinatoricsUtils;
import qnet.run.Require;

/**
 * How long segments wait for each other, in rounds of attempts, where there is a closed form; and
 * what the wait leaves of a stored qubit.
 *
 * <p>all of n segments: E = Σₖ (−1)^(k+1)·C(n, k)/(1 − qᵏ), k = 1 … n, q = 1 − p
 *
 * <p>two segments, then a swap that succeeds with probability s: E = (3 − 2p)/(s·p·(2 − p))
 *
 * <p>2ⁿ segments, nested, p ≪ 1: E ≈ (3/2)ⁿ/(p·sⁿ)
 *
 * <p>Valid for attempts in common rounds, a failed swap starting both segments again at once.
 *
 * <p>Ignores the time of messages from station to station.
 *
 * <p>References: N. K. Bernardes, L. Praxmeyer, P. van Loock, Phys. Rev. A 83, 012323 (2011),
 * doi:10.1103/PhysRevA.83.012323, arXiv:1010.0106; N. Sangouard, C. Simon, H. de Riedmatten, N.
 * Gisin, Rev. Mod. Phys. 83, 33 (2011), doi:10.1103/RevModPhys.83.33, arXiv:0906.2699; F. Rozpędek
 * et al., Quantum Sci. Technol. 3, 034002 (2018), doi:10.1088/2058-9565/aab31b, arXiv:1705.00043,
 * for the cut-off.
 */
public final class WaitingTime {
  /** Up to here the alternating sum keeps its digits. */
  private static final int ALTERNATING = 20;

  private static final double SMALL = 0.05;
  private static final double NOTHING_LEFT = 1e-18;

  private WaitingTime() {}

  /**
   * Mean rounds until the last of n segments is ready.
   *
   * @param successProbability p of an attempt, from 0 to 1
   * @param segments n, at least 1
   * @return rounds; +∞ if p = 0
   */
  public static double allReadyRounds(double successProbability, int segments) {
    Require.probability("successProbability", successProbability);
    Require.atLeast("segments", segments, 1);
    double rate = -Math.log1p(-successProbability);
    if (successProbability == 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (segments <= ALTERNATING) {
      double sum = 0;
      for (int k = segments; k >= 1; k--) { // Bernardes et al. 2011
        double term = CombinatoricsUtils.binomialCoefficientDouble(segments, k);
        sum += (k % 2 == 1 ? term : -term) / -Math.expm1(-k * rate);
      }
      return sum;
    }
    if (successProbability < SMALL) { // Euler and Maclaurin: all corrections vanish to 1e-50
      double harmonic = 0;
      for (int k = segments; k >= 1; k--) {
        harmonic += 1.0 / k;
      }
      return harmonic / rate + 0.5;
    }
    double sum = 1;
    double late = 1;
    for (int k = 1; late > NOTHING_LEFT; k++) { // E = Σ P(not all ready after k rounds)
      late = 1 - allReadyProbability(successProbability, segments, k);
      sum += late;
    }
    return sum;
  }

  /**
   * The probability that all of n segments are ready after a number of rounds.
   *
   * @param successProbability p of an attempt, from 0 to 1
   * @param segments n, at least 1
   * @param rounds how many, at least 0
   * @return (1 − qᵏ)ⁿ
   */
  public static double allReadyProbability(double successProbability, int segments, long rounds) {
    Require.probability("successProbability", successProbability);
    Require.atLeast("segments", segments, 1);
    Require.atLeast("rounds", rounds, 0);
    double missing = rounds == 0 ? 1 : Math.exp(rounds * Math.log1p(-successProbability));
    return Math.exp(segments * Math.log1p(-missing));
  }

  /**
   * Mean rounds until both of two segments are ready.
   *
   * @param left p of an attempt on one segment, above 0
   * @param right p of an attempt on the other one, above 0
   * @return 1/p_a + 1/p_b − 1/(p_a + p_b − p_a·p_b)
   */
  public static double bothReadyRounds(double left, double right) {
    Require.probability("left", left);
    Require.probability("right", right);
    return left == 0 || right == 0
        ? Double.POSITIVE_INFINITY
        : 1 / left + 1 / right - 1 / (left + right - left * right);
  }

  /**
   * Mean rounds until two segments are joined by a swap.
   *
   * @param successProbability p of an attempt, from 0 to 1
   * @param swapProbability s of a swap, from 0 to 1
   * @return rounds; +∞ if a probability is 0
   */
  public static double swappedRounds(double successProbability, double swapProbability) {
    Require.probability("successProbability", successProbability);
    Require.probability("swapProbability", swapProbability);
    double p = successProbability;
    return (3 - 2 * p) / (swapProbability * p * (2 - p)); // Bernardes et al. 2011, two segments
  }

  /**
   * Mean rounds until a nested chain delivers, as literature estimates them: each level waits half
   * as long again for the later of its two pairs.
   *
   * <p>Exact for p → 0 and one level; above that an overestimate of a few percent to a fifth.
   *
   * @param successProbability p of an attempt, from 0 to 1
   * @param levels n, for 2ⁿ segments, at least 0
   * @param swapProbability s of a swap, from 0 to 1
   * @return (3/2)ⁿ/(p·sⁿ)
   */
  public static double nestedRounds(double successProbability, int levels, double swapProbability) {
    Require.probability("successProbability", successProbability);
    Require.atLeast("levels", levels, 0);
    Require.probability("swapProbability", swapProbability);
    // Sangouard et al. 2011, the mean time for 2ⁿ links, in units of L₀/c
    return Math.pow(1.5 / swapProbability, levels) / successProbability;
  }

  /**
   * What is left of a stored qubit when both of two segments are ready, on average.
   *
   * @param left p of an attempt on one segment
   * @param right p of an attempt on the other one
   * @param keptPerRound what one round of storage leaves, e^(−T₀/T), from 0 to 1
   * @return E[z^|N_a − N_b|]
   */
  public static double keptWhileWaiting(double left, double right, double keptPerRound) {
    Require.probability("left", left);
    Require.probability("right", right);
    Require.probability("keptPerRound", keptPerRound);
    double z = keptPerRound;
    double both = left * right / (left + right - left * right);
    return both * (1 / (1 - z * (1 - left)) + 1 / (1 - z * (1 - right)) - 1);
  }

  /**
   * Mean rounds until two segments are ready, if the earlier pair is given up after a cut-off.
   *
   * @param successProbability p of an attempt, above 0
   * @param cutoffRounds rounds τ that a pair waits at most, ≥ 0
   * @return [1/(1 − q²) + P_o·(1 − q^τ)/p]/P_s
   */
  public static double cutoffRounds(double successProbability, double cutoffRounds) {
    return new CutoffPair(successProbability, cutoffRounds).rounds();
  }

  /**
   * What is left of a stored qubit when two segments are ready in time for the cut-off, on average.
   *
   * @param successProbability p of an attempt, above 0
   * @param cutoffRounds rounds τ that a pair waits at most, ≥ 0
   * @param keptPerRound what one round of storage leaves, from 0 to 1
   * @return [P_b + P_o·p·z·(1 − (qz)^τ)/(1 − qz)]/P_s
   */
  public static double keptWithCutoff(
      double successProbability, double cutoffRounds, double keptPerRound) {
    Require.probability("keptPerRound", keptPerRound);
    return new CutoffPair(successProbability, cutoffRounds).kept(keptPerRound);
  }

  /**
   * Mean rounds of a station that makes one pair first and then gives the other side a number of
   * rounds, before it begins anew.
   *
   * @param first p of an attempt on the first segment, from 0 to 1
   * @param second p of an attempt on the second segment, from 0 to 1
   * @param cutoffRounds rounds for the second segment, ≥ 0
   * @return 1/(p_a·(1 − (1 − p_b)^n)) + 1/p_b, rounds on both segments added
   */
  public static double sequentialCutoffRounds(double first, double second, double cutoffRounds) {
    Require.probability("first", first);
    Require.probability("second", second);
    checkCutoff(cutoffRounds);
    double inTime = 1 - Math.pow(1 - second, cutoffRounds);
    return 1 / (first * inTime) + 1 / second; // Rozpędek et al. 2018
  }

  private static void checkCutoff(double cutoffRounds) {
    if (!(cutoffRounds >= 0)) {
      throw new IllegalArgumentException("cutoffRounds must be ≥ 0, was " + cutoffRounds);
    }
  }

  /** Two equal segments and a cut-off τ: both at once, or one and then in time the other. */
  private record CutoffPair(double p, double cutoffRounds) {
    CutoffPair {
      Require.probability("successProbability", p);
      checkCutoff(cutoffRounds);
    }

    private double both() {
      return p / (2 - p); // p²/(1 − q²)
    }

    private double late() {
      return stillWaiting(p);
    }

    /** (1 − x)^τ, also for an x so small that 1 − x is 1. */
    private double stillWaiting(double x) {
      return cutoffRounds == 0 ? 1 : Math.exp(cutoffRounds * Math.log1p(-x));
    }

    private double success() {
      return both() + (1 - both()) * (1 - late());
    }

    double rounds() {
      return (1 / (p * (2 - p)) + (1 - both()) * (1 - late()) / p) / success();
    }

    double kept(double z) {
      double lost = 1 - z + p * z; // 1 − qz
      double other = lost == 0 ? 0 : p * z * (1 - stillWaiting(lost)) / lost;
      return (both() + (1 - both()) * other) / success();
    }
  }
}
