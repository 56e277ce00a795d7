package qnet.state;

import qnet.run.Xoshiro256;

/** Draws the rounds of a CHSH test from a state's Born probabilities, 64 rounds at a time. */
final class ChshSampler {
  /** Alice's outcome + for settings x = 0, 1. */
  private final BernoulliWords alice;

  /** Bob's outcome +, for each of Alice's outcome (+, −), her setting and his: 8 cases. */
  private final BernoulliWords bob;

  ChshSampler(State pair, ChshSettings settings) {
    Direction[] a = {settings.a0(), settings.a1()};
    Direction[] b = {settings.b0(), settings.b1()};
    double[] plus = new double[2];
    double[] bobPlus = new double[8];
    for (int x = 0; x < 2; x++) {
      for (int y = 0; y < 2; y++) {
        double[] joint = jointProbabilities(pair, a[x], b[y]);
        plus[x] = joint[0] + joint[1];
        bobPlus[2 * x + y] = ratio(joint[0], joint[1]);
        bobPlus[4 + 2 * x + y] = ratio(joint[2], joint[3]);
      }
    }
    alice = new BernoulliWords(plus);
    bob = new BernoulliWords(bobPlus);
  }

  /** Tr(ρ·Πa⊗Πb) for the outcomes ++, +−, −+, −−. */
  static double[] jointProbabilities(State pair, Direction a, Direction b) {
    StateChecks.qubits(pair, 2);
    DensityMatrix rho = pair.densityMatrix();
    double[] joint = new double[4];
    for (int i = 0; i < 4; i++) {
      Direction alice = i < 2 ? a : a.opposite();
      Direction bob = i % 2 == 0 ? b : b.opposite();
      joint[i] = Math.max(0, rho.expectation(alice.projector().tensor(bob.projector()), 0, 1));
    }
    return joint;
  }

  private static double ratio(double plus, double minus) {
    return plus + minus == 0 ? 0 : plus / (plus + minus);
  }

  /** Rounds per pair of settings, then those of them with equal outcomes. */
  long[] count(int rounds, Xoshiro256 random) {
    long[] counts = new long[8];
    long[] setting = new long[2];
    long[] cases = new long[8];
    for (int done = 0; done < rounds; done += 64) {
      long counted = rounds - done >= 64 ? -1L : (1L << (rounds - done)) - 1;
      long x = random.nextLong();
      long y = random.nextLong();
      setting[0] = ~x;
      setting[1] = x;
      long a = alice.draw(setting, random);
      for (int xy = 0; xy < 4; xy++) {
        long here = (xy < 2 ? ~x : x) & ((xy & 1) == 0 ? ~y : y);
        cases[xy] = a & here;
        cases[4 + xy] = ~a & here;
      }
      long equal = ~(a ^ bob.draw(cases, random));
      for (int xy = 0; xy < 4; xy++) {
        long here = (cases[xy] | cases[4 + xy]) & counted;
        counts[xy] += Long.bitCount(here);
        counts[4 + xy] += Long.bitCount(here & equal);
      }
    }
    return counts;
  }
}
