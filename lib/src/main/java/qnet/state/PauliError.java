package qnet.state;

import java.util.random.RandomGenerator;

/** Pauli errors as two bits, so that errors combine by exclusive or. */
final class PauliError {
  static final int NONE = 0;
  static final int PHASE = 1;
  static final int BIT = 2;

  private PauliError() {}

  /** The Bell state a pair is found in, as the error that led there from Φ+. */
  static int draw(BellDiagonal pair, RandomGenerator random) {
    double u = random.nextDouble();
    if (u < pair.phiPlus()) {
      return NONE;
    }
    if (u < pair.phiPlus() + pair.phiMinus()) {
      return PHASE;
    }
    return u < pair.phiPlus() + pair.phiMinus() + pair.psiPlus() ? BIT : BIT | PHASE;
  }

  /** Each of the four with probability ¼. */
  static int drawAny(RandomGenerator random) {
    return (int) (random.nextLong() >>> 62);
  }

  static int bit(int error) {
    return error >> 1;
  }

  static int phase(int error) {
    return error & 1;
  }
}
