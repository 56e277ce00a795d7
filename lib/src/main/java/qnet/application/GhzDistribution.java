package qnet.application;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qnet.channel.Link;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * How many GHZ states N parties can share over equal arms from a source in the middle.
 *
 * <p>without memories, all photons at once: f·ηᴺ; with a memory at each end of an arm that keeps
 * what has arrived: f/E[max], E[max] = Σ_{t≥0} 1 − (1 − (1 − η)ᵗ)ᴺ
 *
 * <p>E[max] is the mean number of attempts until the last arm has succeeded, 1/η for one arm and
 * about ln N/η for many.
 *
 * <p>Valid for: memories that lose nothing while they wait and a joining of the arms that always
 * works.
 *
 * <p>Ignores: the message that says which arm succeeded (count it into the attempt rate), decay in
 * memory, and errors; see {@link SharedGhz}.
 *
 * <p>Reference: N. K. Bernardes, L. Praxmeyer, P. van Loock, Phys. Rev. A 83, 012323 (2011),
 * doi:10.1103/PhysRevA.83.012323, arXiv:1010.0106, for the waiting time.
 *
 * @param parties N, from 2 to 1000
 * @param arm from the source to each party
 * @param attemptRateHz f, attempts per second
 */
public record GhzDistribution(int parties, Link arm, double attemptRateHz) {
  private static final int CHUNK = 1 << 12;

  /** Where the sum over attempts has so many terms that its integral is as good. */
  private static final double SHORT = 1e-3;

  /**
   * Checks the parameters.
   *
   * @param parties N, from 2 to 1000
   * @param arm from the source to each party
   * @param attemptRateHz f, above 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public GhzDistribution {
    Require.between("parties", parties, 2, 1000);
    Require.positive("attemptRateHz", attemptRateHz);
  }

  /**
   * A million attempts per second, an assumed round number.
   *
   * @param parties N
   * @param arm from the source to each party
   * @return the distribution
   */
  public static GhzDistribution over(int parties, Link arm) {
    return new GhzDistribution(parties, arm, 1e6);
  }

  /**
   * The same with more or fewer parties.
   *
   * @param newParties N
   * @return the changed distribution
   */
  public GhzDistribution withParties(int newParties) {
    return new GhzDistribution(newParties, arm, attemptRateHz);
  }

  /**
   * The same over another arm.
   *
   * @param newArm from the source to each party
   * @return the changed distribution
   */
  public GhzDistribution withArm(Link newArm) {
    return new GhzDistribution(parties, newArm, attemptRateHz);
  }

  /**
   * The same with another clock.
   *
   * @param newAttemptRateHz f
   * @return the changed distribution
   */
  public GhzDistribution withAttemptRateHz(double newAttemptRateHz) {
    return new GhzDistribution(parties, arm, newAttemptRateHz);
  }

  /**
   * States per second if all photons must arrive at once.
   *
   * @return f·ηᴺ
   */
  public double directRateHz() {
    return attemptRateHz * Math.pow(arm.transmittance(), parties);
  }

  /**
   * States per second if every party stores its qubit until the last one has arrived.
   *
   * @return f/E[max]
   */
  public double storedRateHz() {
    return attemptRateHz / meanAttempts();
  }

  /** E[max] of N geometric waits: the sum where it is short, else its integral. */
  private double meanAttempts() {
    double miss = 1 - arm.transmittance();
    double decay = 0 - Math.log1p(-arm.transmittance()); // 0 − 0, not −0
    if (decay < SHORT) {
      // Euler–Maclaurin: the continuous waits, with mean (1 + ½ + … + 1/N)/decay, rounded up
      double harmonic = IntStream.rangeClosed(1, parties).mapToDouble(k -> 1.0 / k).sum();
      return harmonic / decay + 0.5;
    }
    double sum = 0;
    double waiting = 1;
    for (int t = 1; waiting > 1e-17; t++) {
      sum += waiting;
      waiting = -Math.expm1(parties * Math.log1p(-Math.pow(miss, t)));
    }
    return sum;
  }

  /**
   * Distributes states: draws for every arm attempt after attempt until it succeeds.
   *
   * @param states how many, at least 2
   * @param rng the source of randomness
   * @return attempts until the last arm has succeeded
   */
  public Estimate simulateAttempts(long states, RandomGenerator rng) {
    double eta = arm.transmittance();
    Require.positive("transmittance", eta);
    double[] sums =
        Parallel.<double[]>trials(
            states,
            CHUNK,
            rng,
            (n, random) -> {
              double[] chunk = new double[2];
              for (int i = 0; i < n; i++) {
                Parallel.checkInterrupt();
                long last = 0;
                for (int party = 0; party < parties; party++) {
                  last = Math.max(last, attempts(eta, random));
                }
                chunk[0] += last;
                chunk[1] += (double) last * last;
              }
              return chunk;
            },
            (a, b) -> new double[] {a[0] + b[0], a[1] + b[1]});
    return Estimate.ofSums(sums[0], sums[1], states);
  }

  private static long attempts(double eta, RandomGenerator random) {
    long attempts = 1;
    while (random.nextDouble() >= eta) {
      attempts++;
    }
    return attempts;
  }
}
