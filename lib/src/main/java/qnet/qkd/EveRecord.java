package qnet.qkd;

import qnet.state.Entropy;

/**
 * Compares Eve's notes with the sifted key: how often her guess of Alice's bit is right, for each
 * degree of sureness.
 *
 * <p>I = Σ n_k/n·[1 − h(e_k)]
 *
 * <p>over the degrees k, with the part e_k of wrong guesses: what she knows on average if she knows
 * how sure she is.
 */
final class EveRecord {
  /** Degrees of sureness, from a coin toss to certainty. */
  private static final int DEGREES = 101;

  private final long[] guesses = new long[DEGREES];
  private final long[] right = new long[DEGREES];

  /** Adds the guess about one bit. */
  void add(double guessProbability, boolean isRight) {
    add(guessProbability, 1, isRight ? 1 : 0);
  }

  /** Adds guesses of one degree. */
  void add(double guessProbability, long count, long rightCount) {
    int degree = degree(guessProbability);
    guesses[degree] += count;
    right[degree] += rightCount;
  }

  private static int degree(double guessProbability) {
    return (int) Math.round((2 * guessProbability - 1) * (DEGREES - 1));
  }

  void add(EveRecord other) {
    for (int k = 0; k < DEGREES; k++) {
      guesses[k] += other.guesses[k];
      right[k] += other.right[k];
    }
  }

  /** What she measurably did. */
  EveEffect effect(double qber) {
    long all = 0;
    long allRight = 0;
    double bits = 0;
    for (int k = 0; k < DEGREES; k++) {
      all += guesses[k];
      allRight += right[k];
      if (guesses[k] > 0) {
        bits += guesses[k] * (1 - Entropy.binary((double) right[k] / guesses[k]));
      }
    }
    return new EveEffect(qber, (double) allRight / all, bits / all);
  }
}
