package qnet.qkd;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * The test on which the security of a session rests: Alice and Bob compare n bits of the sifted key
 * and abort if more than a part t of them differ.
 *
 * <p>P(abort) = Σ_{k > t·n} C(n, k)·Q^k·(1 − Q)^(n − k)
 *
 * <p>at an error rate Q of the sifted key: a false alarm if the devices cause Q, a detection if Eve
 * does.
 *
 * <p>Valid for bits that are wrong independently of each other, compared at random places.
 *
 * <p>Ignores that a finite key gives few bits to choose from; {@link FiniteKey} has bounds for the
 * rest of the key.
 *
 * <p>Reference: the binomial distribution; with t = 0 the test of C. H. Bennett, G. Brassard,
 * Theor. Comput. Sci. 560, 7 (2014, first 1984), doi:10.1016/j.tcs.2014.05.025.
 *
 * @param sampleBits n: bits compared, at least 1
 * @param abortQber t: the largest part of them that may differ, from 0 to 1
 */
public record SampleTest(int sampleBits, double abortQber) {
  private static final int LARGEST_SAMPLE = 1 << 30;

  /** Part of the result's definition: the chunks name the random streams. */
  private static final int SAMPLES_PER_CHUNK = 64;

  /**
   * Checks the components.
   *
   * @param sampleBits as above
   * @param abortQber as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public SampleTest {
    Require.atLeast("sampleBits", sampleBits, 1);
    Require.probability("abortQber", abortQber);
  }

  /**
   * The smallest test that tells an attack from the noise of the devices.
   *
   * <p>Found by doubling and bisection; because errors come in whole bits, a test with a few bits
   * less may do by chance.
   *
   * @param honestQber error rate without Eve, from 0 to 1
   * @param attackedQber error rate with her, above {@code honestQber}
   * @param falseAlarm how often the test may abort without her, above 0 and below 1
   * @param missProbability how often it may accept with her, above 0 and below 1
   * @return the test
   * @throws IllegalArgumentException if a parameter is out of range, or the rates are so close that
   *     the sample would be over 2³⁰ bits
   */
  public static SampleTest telling(
      double honestQber, double attackedQber, double falseAlarm, double missProbability) {
    Require.probability("honestQber", honestQber);
    if (!(attackedQber > honestQber && attackedQber <= 1)) {
      throw new IllegalArgumentException(
          "attackedQber must be > " + honestQber + " and ≤ 1, was " + attackedQber);
    }
    Require.strictlyBetween("falseAlarm", falseAlarm, 0, 1);
    Require.strictlyBetween("missProbability", missProbability, 0, 1);
    int high = 1;
    while (quiet(high, honestQber, falseAlarm).misses(attackedQber) > missProbability) {
      if (high == LARGEST_SAMPLE) {
        throw new IllegalArgumentException(
            "attackedQber must be further from " + honestQber + ", was " + attackedQber);
      }
      high *= 2;
    }
    int low = high / 2;
    while (high - low > 1) {
      int middle = low + (high - low) / 2;
      if (quiet(middle, honestQber, falseAlarm).misses(attackedQber) > missProbability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return quiet(high, honestQber, falseAlarm);
  }

  /** The strictest test of a size with few false alarms; half an error keeps clear of rounding. */
  private static SampleTest quiet(int bits, double honestQber, double falseAlarm) {
    int most = BinomialDistribution.of(bits, honestQber).inverseSurvivalProbability(falseAlarm);
    return new SampleTest(bits, Math.min(1, (most + 0.5) / bits));
  }

  private double misses(double qber) {
    return 1 - abortProbability(qber);
  }

  /**
   * How often the test ends a session.
   *
   * @param qber error rate Q of the sifted key, from 0 to 1
   * @return a probability
   * @throws IllegalArgumentException if the rate is out of range
   */
  public double abortProbability(double qber) {
    Require.probability("qber", qber);
    return BinomialDistribution.of(sampleBits, qber).survivalProbability(mostErrors());
  }

  /**
   * Whether so many errors end the session.
   *
   * @param errors bits of the sample that differ
   * @return true if they are more than the part t
   */
  public boolean aborts(long errors) {
    return (double) errors / sampleBits > abortQber;
  }

  /** The largest number of errors that is accepted, by the same rounding as {@link #aborts}. */
  private int mostErrors() {
    int most = (int) (abortQber * sampleBits);
    if (aborts(most)) {
      return most - 1;
    }
    return aborts(most + 1L) ? most : most + 1;
  }

  /**
   * Draws samples bit by bit, and counts how many end the session.
   *
   * @param qber error rate of the sifted key, from 0 to 1
   * @param samples how many samples, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the part that ends it
   * @throws IllegalArgumentException if a number is out of range
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Estimate simulate(double qber, long samples, RandomGenerator rng) {
    Require.probability("qber", qber);
    return Parallel.count(
        samples,
        SAMPLES_PER_CHUNK,
        rng,
        random -> {
          long errors = 0;
          for (int bit = 0; bit < sampleBits; bit++) {
            errors += random.nextDouble() < qber ? 1 : 0;
          }
          return aborts(errors);
        });
  }

  /**
   * How long it takes to fill the sample, which is how long Eve goes unnoticed.
   *
   * @param siftedBitsPerSecond sifted bits that the link delivers, above 0
   * @param sampleFraction the part of them that is compared, above 0 and up to 1
   * @return the time in seconds
   * @throws IllegalArgumentException if a number is out of range
   */
  public double collectionTimeS(double siftedBitsPerSecond, double sampleFraction) {
    Require.positive("siftedBitsPerSecond", siftedBitsPerSecond);
    Require.positiveUpTo("sampleFraction", sampleFraction, 1);
    return sampleBits / (siftedBitsPerSecond * sampleFraction);
  }
}
