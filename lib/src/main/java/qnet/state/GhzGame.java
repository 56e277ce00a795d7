package qnet.state;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * Mermin's parity game, for three parties the GHZ game: each of n parties is asked "X or Y?", an
 * even number of them Y; they answer ±1 without talking and win if the product is +1 when the
 * number of Y is a multiple of four, and −1 otherwise.
 *
 * <p>P(win) = ½ + M/2ⁿ, with M Mermin's value: 1 with a GHZ state
 *
 * <p>without entanglement P(win) ≤ ½ + 2^(−⌈n/2⌉)
 *
 * <p>Reference: D. M. Greenberger, M. A. Horne, A. Shimony, A. Zeilinger, Am. J. Phys. 58, 1131
 * (1990), doi:10.1119/1.16243; N. D. Mermin, Am. J. Phys. 58, 731 (1990), doi:10.1119/1.16503; for
 * n parties N. D. Mermin, Phys. Rev. Lett. 65, 1838 (1990), doi:10.1103/PhysRevLett.65.1838; G.
 * Brassard, A. Broadbent, A. Tapp, Quantum Inf. Comput. 5, 538 (2005), arXiv:quant-ph/0408052.
 */
public final class GhzGame {
  /** The most parties that {@link #rounds} plays with: it tabulates 4ⁿ probabilities. */
  public static final int MAX_PARTIES = 10;

  private static final int CHUNK = 1 << 14;

  private GhzGame() {}

  /**
   * The winning probability with a shared state, measured along X and Y.
   *
   * @param state a state of at least three qubits
   * @return ½ + M/2ⁿ
   */
  public static double winProbability(State state) {
    Require.atLeast("qubits of the state", state.qubits(), 3);
    return 0.5 + Math.scalb(Mermin.value(state), -state.qubits());
  }

  /**
   * The best winning probability without entanglement.
   *
   * @param parties n, from 3 to 60
   * @return ½ + 2^(−⌈n/2⌉)
   */
  public static double classicalOptimum(int parties) {
    Require.between("parties", parties, 3, 60);
    return 0.5 + Math.scalb(Mermin.localBound(parties), -parties); // Brassard et al. 2005
  }

  /**
   * Plays the game: draws the question, then the outcome of every party from the state's
   * probabilities.
   *
   * @param state a state of 3 to {@value #MAX_PARTIES} qubits
   * @param rounds how many, at least 1
   * @param rng the source of randomness
   * @return the fraction of rounds won
   */
  public static Estimate rounds(State state, long rounds, RandomGenerator rng) {
    int parties = state.qubits();
    Require.between("qubits of the state", parties, 3, MAX_PARTIES);
    double[][] cumulative = new double[1 << parties][];
    tabulate(state.densityMatrix().matrix(), 0, 0, cumulative);
    for (double[] probabilities : cumulative) {
      for (int i = 1; i < probabilities.length; i++) {
        probabilities[i] += probabilities[i - 1];
      }
    }
    return Parallel.count(
        rounds,
        CHUNK,
        rng,
        random -> {
          int askedY = drawQuestion(parties, random);
          int answers = draw(cumulative[askedY], random.nextDouble());
          return isWon(askedY, answers);
        });
  }

  /** Who is asked Y, as bits: the last party makes the number of them even. */
  private static int drawQuestion(int parties, RandomGenerator random) {
    int others = random.nextInt(1 << (parties - 1));
    return others << 1 | Integer.bitCount(others) & 1;
  }

  /** Whether the product of the answers, which have a bit of 1 for −1, is the one that wins. */
  private static boolean isWon(int askedY, int answers) {
    return (Integer.bitCount(answers) & 1) == (Integer.bitCount(askedY) >> 1 & 1);
  }

  /**
   * The probabilities of all answers to all questions: lets the first party give each answer to
   * each question, then those after it with what is left of the state.
   */
  private static void tabulate(
      ComplexMatrix left, int askedY, int answers, double[][] probabilities) {
    if (left.dimension() == 1) {
      if (probabilities[askedY] == null) {
        probabilities[askedY] = new double[probabilities.length];
      }
      probabilities[askedY][answers] = left.re[0][0];
      return;
    }
    for (int y = 0; y < 2; y++) {
      for (int minus = 0; minus < 2; minus++) {
        tabulate(
            projected(left, y == 1, minus == 1),
            askedY << 1 | y,
            answers << 1 | minus,
            probabilities);
      }
    }
  }

  /** ⟨e|ρ|e⟩ over the first qubit, with e = (|0⟩ ± |1⟩)/√2 for X and (|0⟩ ± i·|1⟩)/√2 for Y. */
  private static ComplexMatrix projected(ComplexMatrix rho, boolean y, boolean minus) {
    int half = rho.dimension() / 2;
    double sign = minus ? -1 : 1;
    ComplexMatrix left = ComplexMatrix.zeros(half);
    for (int r = 0; r < half; r++) {
      for (int c = 0; c < half; c++) {
        double re01 = rho.re[r][half + c];
        double im01 = rho.im[r][half + c];
        double re10 = rho.re[half + r][c];
        double im10 = rho.im[half + r][c];
        double re = y ? im10 - im01 : re01 + re10;
        double im = y ? re01 - re10 : im01 + im10;
        left.re[r][c] = (rho.re[r][c] + rho.re[half + r][half + c] + sign * re) / 2;
        left.im[r][c] = (rho.im[r][c] + rho.im[half + r][half + c] + sign * im) / 2;
      }
    }
    return left;
  }

  private static int draw(double[] cumulative, double uniform) {
    int found = Arrays.binarySearch(cumulative, uniform);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }
}
