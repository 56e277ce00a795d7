package qnet.network;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * A session key that is mixed from a relayed quantum key and a post-quantum key exchange: who wants
 * it must have both.
 *
 * <p>k = KDF(k₁ ‖ k₂); exposed with the probability p·q
 *
 * <p>if the quantum key leaks with the probability p, because one of n trusted nodes is taken, and
 * the lattice problem of the exchange is broken with the probability q.
 *
 * <p>1 − p = (1 − pₙ)ⁿ
 *
 * <p>Valid for independent failures and a key derivation that is secure if one input is.
 *
 * <p>References: F. Giacon, F. Heuer, B. Poettering, PKC 2018, doi:10.1007/978-3-319-76578-5_7, for
 * combiners; NIST FIPS 203 (2024), doi:10.6028/NIST.FIPS.203, for ML-KEM.
 *
 * @param trustedNodes n: trusted nodes between the ends, at least 0
 * @param nodeTakenProbability pₙ: probability that a certain node is in an attacker's hands
 * @param latticeBrokenProbability q: probability that the post-quantum exchange is broken while the
 *     secret still matters
 */
public record HybridKey(
    int trustedNodes, double nodeTakenProbability, double latticeBrokenProbability) {
  private static final int TRIALS_PER_CHUNK = 65_536;

  /**
   * Checks the components.
   *
   * @param trustedNodes as above
   * @param nodeTakenProbability as above
   * @param latticeBrokenProbability as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public HybridKey {
    Require.atLeast("trustedNodes", trustedNodes, 0);
    Require.probability("nodeTakenProbability", nodeTakenProbability);
    Require.probability("latticeBrokenProbability", latticeBrokenProbability);
  }

  /**
   * The probability that the quantum key alone is exposed.
   *
   * @return 1 − (1 − pₙ)ⁿ
   */
  public double relayExposedProbability() {
    return trustedNodes == 0 ? 0 : -Math.expm1(trustedNodes * Math.log1p(-nodeTakenProbability));
  }

  /**
   * The probability that the mixed key is exposed.
   *
   * @return the product of both
   */
  public double exposedProbability() {
    return relayExposedProbability() * latticeBrokenProbability;
  }

  /**
   * Draws the fate of every node and of the lattice.
   *
   * @param trials how often, at least 1
   * @param rng the randomness
   * @return the part of the trials in which the mixed key is exposed
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Estimate simulate(long trials, RandomGenerator rng) {
    return Parallel.count(
        trials,
        TRIALS_PER_CHUNK,
        rng,
        random -> {
          boolean taken = false;
          for (int node = 0; node < trustedNodes; node++) {
            taken |= random.nextDouble() < nodeTakenProbability;
          }
          boolean broken = random.nextDouble() < latticeBrokenProbability;
          return taken && broken;
        });
  }
}
