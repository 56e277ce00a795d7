package qnet.state;

import qnet.run.Estimate;
import qnet.run.Require;

/**
 * What a CHSH test has counted.
 *
 * <p>S is the sum of four correlations, each with its own error; the game of the same rounds is won
 * when the outcomes agree, or differ for settings (1, 1).
 *
 * @param s the CHSH value
 * @param e00 the correlation for settings (0, 0)
 * @param e01 the correlation for settings (0, 1)
 * @param e10 the correlation for settings (1, 0)
 * @param e11 the correlation for settings (1, 1)
 * @param gameWon the fraction of rounds that win the CHSH game
 */
public record ChshRounds(
    Estimate s, Estimate e00, Estimate e01, Estimate e10, Estimate e11, Estimate gameWon) {
  private static final double Z95 = 1.959963984540054;

  static void requireRounds(long rounds) {
    Require.between("rounds", rounds, 100, Integer.MAX_VALUE);
  }

  /** Element-wise sum of counts. */
  static long[] add(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  /**
   * The result of counts.
   *
   * @param counts rounds of settings 00, 01, 10, 11, then those with equal outcomes
   */
  static ChshRounds of(long[] counts) {
    Estimate[] e = new Estimate[4];
    double s = 0;
    double variance = 0;
    long won = 0;
    long rounds = 0;
    for (int xy = 0; xy < 4; xy++) {
      e[xy] = correlation(counts[4 + xy], counts[xy]);
      s += xy == 3 ? -e[xy].mean() : e[xy].mean();
      variance += e[xy].standardError() * e[xy].standardError();
      won += xy == 3 ? counts[xy] - counts[4 + xy] : counts[4 + xy];
      rounds += counts[xy];
    }
    double error = Math.sqrt(variance);
    return new ChshRounds(
        new Estimate(s, error, s - Z95 * error, s + Z95 * error, rounds),
        e[0],
        e[1],
        e[2],
        e[3],
        Estimate.ofCount(won, rounds));
  }

  /** E = 2p − 1 of the fraction p of equal outcomes. */
  private static Estimate correlation(long equal, long rounds) {
    Estimate p = Estimate.ofCount(equal, rounds);
    return new Estimate(
        2 * p.mean() - 1, 2 * p.standardError(), 2 * p.low95() - 1, 2 * p.high95() - 1, rounds);
  }

  /**
   * The probability that local hidden variables do at least this well, even if they remember all
   * earlier rounds.
   *
   * @return a p-value, from {@link ChshGame#localPValue}; it can underflow to 0
   */
  public double localPValue() {
    int rounds = (int) gameWon.trials();
    return ChshGame.localPValue((int) Math.round(gameWon.mean() * rounds), rounds);
  }
}
