package qnet.state;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import qnet.run.Require;

/**
 * The CHSH game: a referee sends Alice and Bob a random bit each; without a word to each other they
 * answer with bits a and b, and win if a ⊕ b = x·y.
 *
 * <p>P(win) = ½ + S/8
 *
 * <p>Reference: R. Cleve, P. Høyer, B. Toner, J. Watrous, Proc. 19th IEEE Conf. Computational
 * Complexity (2004), 236, doi:10.1109/CCC.2004.1313847, arXiv:quant-ph/0404076, Sec. 3.1.
 */
public final class ChshGame {
  private ChshGame() {}

  /**
   * The winning probability that belongs to a CHSH value.
   *
   * @param s the CHSH value, from −4 to 4
   * @return ½ + S/8
   */
  public static double winProbability(double s) {
    Require.between("s", s, -4, 4);
    return 0.5 + s / 8;
  }

  /**
   * The best winning probability without entanglement, found by trying all 16 ways to answer.
   *
   * @return ¾
   */
  public static double classicalOptimum() {
    int best = 0;
    for (int answers = 0; answers < 16; answers++) {
      int won = 0;
      for (int xy = 0; xy < 4; xy++) {
        int x = xy >> 1;
        int y = xy & 1;
        int a = answers >> x & 1;
        int b = answers >> (2 + y) & 1;
        won += (a ^ b) == (x & y) ? 1 : 0;
      }
      best = Math.max(best, won);
    }
    return best / 4.0;
  }

  /**
   * The best winning probability with a shared pair.
   *
   * @param pair a state of two qubits
   * @return at the best directions, cos²(π/8) for a Bell pair
   */
  public static double quantumOptimum(State pair) {
    return Math.max(classicalOptimum(), winProbability(Chsh.optimal(pair)));
  }

  /**
   * The probability that local hidden variables win at least so many rounds, even if they remember
   * all earlier ones: the tail of a binomial distribution with ¾.
   *
   * <p>Valid for: independent, evenly drawn questions, and an answer in every round.
   *
   * <p>Reference: J.-Å. Larsson, R. D. Gill, Europhys. Lett. 67, 707 (2004),
   * doi:10.1209/epl/i2004-10124-7; D. Elkouss, S. Wehner, npj Quantum Inf. 2, 16026 (2016),
   * doi:10.1038/npjqi.2016.26.
   *
   * @param won the rounds that were won
   * @param rounds all rounds
   * @return a p-value; it can underflow to 0
   */
  public static double localPValue(int won, int rounds) {
    Require.atLeast("rounds", rounds, 1);
    Require.between("won", won, 0, rounds);
    return BinomialDistribution.of(rounds, classicalOptimum()).survivalProbability(won - 1);
  }
}
