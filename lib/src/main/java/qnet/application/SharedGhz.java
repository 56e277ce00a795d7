package qnet.application;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * A GHZ state of N parties whose qubits were each depolarised on the way: kept with probability w,
 * else replaced by noise.
 *
 * <p>in Z, with q = (1 − w)/2: two parties differ with 2q(1 − q), not all agree with 1 − (1 − q)ᴺ −
 * qᴺ
 *
 * <p>in X: the parity of all is wrong with (1 − wᴺ)/2
 *
 * <p>F = ½[(1 − q)ᴺ + qᴺ + wᴺ]
 *
 * <p>Valid for: independent, equal noise of the arms.
 *
 * <p>Ignores: errors of the source, which can be counted into w, and loss, for which see {@link
 * GhzDistribution}.
 *
 * <p>Reference: D. M. Greenberger, M. A. Horne, A. Shimony, A. Zeilinger, Am. J. Phys. 58, 1131
 * (1990), doi:10.1119/1.16243, for the state; the noise is worked out from the definition.
 *
 * @param parties N, from 2 to 1000
 * @param kept w, from 0 to 1
 */
public record SharedGhz(int parties, double kept) {
  private static final int CHUNK = 1 << 14;

  /**
   * Checks the parameters.
   *
   * @param parties N, from 2 to 1000
   * @param kept w, from 0 to 1
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public SharedGhz {
    Require.between("parties", parties, 2, 1000);
    Require.probability("kept", kept);
  }

  /**
   * A perfect state.
   *
   * @param parties N
   * @return w = 1
   */
  public static SharedGhz perfect(int parties) {
    return new SharedGhz(parties, 1);
  }

  /**
   * A state of more or fewer parties.
   *
   * @param newParties N
   * @return the changed state
   */
  public SharedGhz withParties(int newParties) {
    return new SharedGhz(newParties, kept);
  }

  /**
   * A state with more or less noise.
   *
   * @param newKept w
   * @return the changed state
   */
  public SharedGhz withKept(double newKept) {
    return new SharedGhz(parties, newKept);
  }

  /**
   * How often two of the parties differ in Z.
   *
   * @return 2q(1 − q)
   */
  public double pairQber() {
    double q = flipProbability();
    return 2 * q * (1 - q);
  }

  /**
   * How often not all parties agree in Z.
   *
   * @return 1 − (1 − q)ᴺ − qᴺ
   */
  public double disagreement() {
    return 1 - agreement();
  }

  /**
   * How often the parity of all outcomes in X is wrong.
   *
   * @return (1 − wᴺ)/2
   */
  public double parityError() {
    return (1 - Math.pow(kept, parties)) / 2;
  }

  /**
   * The fidelity with the perfect state.
   *
   * @return F
   */
  public double fidelity() {
    return (agreement() + Math.pow(kept, parties)) / 2;
  }

  private double agreement() {
    double q = flipProbability();
    return Math.pow(1 - q, parties) + Math.pow(q, parties);
  }

  private double flipProbability() {
    return (1 - kept) / 2;
  }

  /**
   * Measures the pair error rate in Z: draws the common bit and what noise makes of the first two
   * qubits.
   *
   * @param rounds how many states, at least 1
   * @param rng the source of randomness
   * @return the fraction in which the two differ
   */
  public Estimate simulatePairQber(long rounds, RandomGenerator rng) {
    return Parallel.count(
        rounds,
        CHUNK,
        rng,
        random -> {
          boolean bit = random.nextBoolean();
          return outcome(bit, random) != outcome(bit, random);
        });
  }

  /**
   * Measures the parity error in X: draws outcomes of even parity and what noise makes of each.
   *
   * @param rounds how many states, at least 1
   * @param rng the source of randomness
   * @return the fraction with odd parity
   */
  public Estimate simulateParityError(long rounds, RandomGenerator rng) {
    return Parallel.count(
        rounds,
        CHUNK,
        rng,
        random -> {
          boolean last = false;
          boolean odd = false;
          for (int i = 1; i < parties; i++) {
            boolean bit = random.nextBoolean();
            last ^= bit;
            odd ^= outcome(bit, random);
          }
          return odd ^ outcome(last, random);
        });
  }

  private boolean outcome(boolean bit, RandomGenerator random) {
    return random.nextDouble() < kept ? bit : random.nextBoolean();
  }
}
