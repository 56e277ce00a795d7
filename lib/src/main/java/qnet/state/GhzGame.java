package qnet.state;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;

/**
 * The GHZ game: three parties are asked "X or Y?", either XXX or one X and two Y; they answer ±1
 * and win if the product is +1 for XXX and −1 otherwise.
 *
 * <p>P(win) = ½ + M/8, with M Mermin's value for three parties: 1 with a GHZ state
 *
 * <p>Reference: D. M. Greenberger, M. A. Horne, A. Shimony, A. Zeilinger, Am. J. Phys. 58, 1131
 * (1990), doi:10.1119/1.16243; N. D. Mermin, Am. J. Phys. 58, 731 (1990), doi:10.1119/1.16503.
 */
public final class GhzGame {
  /** For each of the four questions, the parties that are asked Y, as bits. */
  private static final int[] ASKED_Y = {0b000, 0b011, 0b101, 0b110};

  private static final int CHUNK = 1 << 16;

  private GhzGame() {}

  /**
   * The winning probability with a shared state, measured along X and Y.
   *
   * @param state a state of three qubits
   * @return ½ + M/8
   */
  public static double winProbability(State state) {
    Require.qubits(state, 3);
    return 0.5 + Mermin.value(state) / 8;
  }

  /**
   * The best winning probability without entanglement, found by trying all 64 ways to answer.
   *
   * @return ¾
   */
  public static double classicalOptimum() {
    int best = 0;
    for (int answers = 0; answers < 64; answers++) {
      int won = 0;
      for (int askedY : ASKED_Y) {
        int minus = 0;
        for (int party = 0; party < 3; party++) {
          minus += answers >> (2 * party + (askedY >> party & 1)) & 1;
        }
        won += (minus & 1) == wanted(askedY) ? 1 : 0;
      }
      best = Math.max(best, won);
    }
    return best / 4.0;
  }

  /** The parity of −1 answers that wins: even for XXX, odd otherwise. */
  private static int wanted(int askedY) {
    return askedY == 0 ? 0 : 1;
  }

  /**
   * Plays the game: draws the question, then the three outcomes from the state's probabilities.
   *
   * @param state a state of three qubits
   * @param rounds how many, at least 1
   * @param rng the source of randomness
   * @return the fraction of rounds won
   */
  public static Estimate rounds(State state, long rounds, RandomGenerator rng) {
    Require.qubits(state, 3);
    double[][] outcomes = new double[4][];
    for (int question = 0; question < 4; question++) {
      outcomes[question] = outcomeProbabilities(state, ASKED_Y[question]);
    }
    long won =
        Parallel.<Long>trials(
            rounds,
            CHUNK,
            rng,
            (n, random) -> {
              long count = 0;
              for (int i = 0; i < n; i++) {
                int question = (int) (random.nextLong() >>> 62);
                int outcome = draw(outcomes[question], random.nextDouble());
                int parity = Integer.bitCount(outcome) & 1;
                count += parity == wanted(ASKED_Y[question]) ? 1 : 0;
              }
              return count;
            },
            Long::sum);
    return Estimate.ofCount(won, rounds);
  }

  /** Probabilities of the eight outcomes, a bit is 1 for the answer −1. */
  private static double[] outcomeProbabilities(State state, int askedY) {
    double[] probabilities = new double[8];
    for (int outcome = 0; outcome < 8; outcome++) {
      ComplexMatrix projector = ComplexMatrix.identity(1);
      for (int party = 2; party >= 0; party--) {
        Direction axis = (askedY >> party & 1) == 1 ? Direction.ofY() : Direction.ofX();
        Direction found = (outcome >> party & 1) == 1 ? axis.opposite() : axis;
        projector = projector.tensor(found.projector());
      }
      probabilities[outcome] = state.densityMatrix().expectation(projector, 0, 1, 2);
    }
    return probabilities;
  }

  private static int draw(double[] probabilities, double uniform) {
    double rest = uniform;
    int outcome = 0;
    while (outcome < probabilities.length - 1 && (rest -= probabilities[outcome]) >= 0) {
      outcome++;
    }
    return outcome;
  }
}
