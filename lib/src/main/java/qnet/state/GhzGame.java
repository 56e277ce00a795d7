package qnet.state;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qnet.run.Estimate;
import qnet.run.Parallel;

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
  /** The most parties that {@link #rounds} plays with: it tabulates 2^(2n−1) probabilities. */
  public static final int MAX_PARTIES = 10;

  private static final int CHUNK = 1 << 14;

  /** Turns X to Z, so that measuring the bit is measuring X. */
  private static final Gate FROM_X = Gate.h();

  /** Turns Y to Z. */
  private static final Gate FROM_Y = Gate.rotation(Direction.ofX(), Math.PI / 2);

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
    Require.inside("parties", parties, 3, 60);
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
    Require.inside("qubits of the state", parties, 3, MAX_PARTIES);
    int questions = 1 << (parties - 1);
    double[][] cumulative =
        IntStream.range(0, questions)
            .mapToObj(question -> cumulative(state, askedY(question, parties)))
            .toArray(double[][]::new);
    long won =
        Parallel.<Long>trials(
            rounds,
            CHUNK,
            rng,
            (n, random) -> {
              long count = 0;
              for (int i = 0; i < n; i++) {
                int question = random.nextInt(questions);
                int answers = draw(cumulative[question], random.nextDouble());
                count += isWon(askedY(question, parties), answers) ? 1 : 0;
              }
              return count;
            },
            Long::sum);
    return Estimate.ofCount(won, rounds);
  }

  /** Who is asked Y, as bits: the last party makes the number of them even. */
  private static int askedY(int question, int parties) {
    return question | (Integer.bitCount(question) & 1) << (parties - 1);
  }

  /** Whether the product of the answers, which have a bit of 1 for −1, is the one that wins. */
  static boolean isWon(int askedY, int answers) {
    return (Integer.bitCount(answers) & 1) == (Integer.bitCount(askedY) >> 1 & 1);
  }

  /** Running sums over the probabilities of all answers; bit q is that of qubit n − 1 − q. */
  private static double[] cumulative(State state, int askedY) {
    double[] sums = new double[1 << state.qubits()];
    if (state instanceof StateVector vector) {
      for (int qubit = 0; qubit < state.qubits(); qubit++) {
        vector = vector.apply(isAskedY(askedY, state, qubit) ? FROM_Y : FROM_X, qubit);
      }
      Arrays.setAll(sums, vector::probability);
    } else {
      DensityMatrix rho = state.densityMatrix();
      for (int qubit = 0; qubit < state.qubits(); qubit++) {
        rho = rho.apply(isAskedY(askedY, state, qubit) ? FROM_Y : FROM_X, qubit);
      }
      ComplexMatrix matrix = rho.matrix();
      Arrays.setAll(sums, i -> matrix.re(i, i));
    }
    Arrays.parallelPrefix(sums, Double::sum);
    return sums;
  }

  private static boolean isAskedY(int askedY, State state, int qubit) {
    return (askedY >> (state.qubits() - 1 - qubit) & 1) == 1;
  }

  private static int draw(double[] cumulative, double uniform) {
    int found = Arrays.binarySearch(cumulative, uniform);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }
}
