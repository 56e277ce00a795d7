package qnet.state;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * Entanglement swapping: a Bell measurement in the middle joins two pairs to a longer one.
 *
 * <p>errors add: result p = Σ over Pauli errors i·j = k of aᵢ·bⱼ; for Werner pairs w = w₁·w₂
 *
 * <p>With a two-qubit gate that works with probability p₂ (else both qubits are replaced by ¼·1)
 * and two read-outs that are each right with probability η, Werner pairs give
 *
 * <p>w = p₂·(4η² − 1)/3·w₁·w₂
 *
 * <p>after a twirl; a wrong bit of the Bell measurement is one more bit flip or phase flip.
 *
 * <p>Ignores: memory decay, and that linear optics succeeds at most half the time.
 *
 * <p>Reference: H.-J. Briegel, W. Dür, J. I. Cirac, P. Zoller, Phys. Rev. Lett. 81, 5932 (1998),
 * doi:10.1103/PhysRevLett.81.5932, arXiv:quant-ph/9803056; W. Dür, H.-J. Briegel, J. I. Cirac, P.
 * Zoller, Phys. Rev. A 59, 169 (1999), doi:10.1103/PhysRevA.59.169.
 *
 * @param gateReliability p₂, from 0 to 1
 * @param measurementReliability η, per qubit read out, from 0 to 1
 */
public record Swap(double gateReliability, double measurementReliability) {
  /** Where {@link #maxLinks} stops counting. */
  public static final int MAX_LINKS = 10_000;

  private static final int CHUNK = 1 << 16;

  /**
   * A swap with imperfect parts.
   *
   * @param gateReliability p₂, from 0 to 1
   * @param measurementReliability η, per qubit read out, from 0 to 1
   * @throws IllegalArgumentException if a reliability is outside [0, 1]
   */
  public Swap {
    Require.probability("gateReliability", gateReliability);
    Require.probability("measurementReliability", measurementReliability);
  }

  /**
   * A swap without errors of its own.
   *
   * @return both reliabilities 1
   */
  public static Swap ideal() {
    return new Swap(1, 1);
  }

  /**
   * Two pairs joined without further errors.
   *
   * @param left one pair
   * @param right the next one
   * @return the long pair
   */
  public static BellDiagonal of(BellDiagonal left, BellDiagonal right) {
    return left.combinedWith(right);
  }

  /**
   * Two Werner pairs joined without further errors.
   *
   * @param left one pair
   * @param right the next one
   * @return the long pair
   */
  public static Werner of(Werner left, Werner right) {
    return Werner.ofVisibility(left.visibility() * right.visibility());
  }

  /**
   * The same swap with another gate.
   *
   * @param newGateReliability p₂
   * @return the changed swap
   */
  public Swap withGateReliability(double newGateReliability) {
    return new Swap(newGateReliability, measurementReliability);
  }

  /**
   * The same swap with other read-outs.
   *
   * @param newMeasurementReliability η
   * @return the changed swap
   */
  public Swap withMeasurementReliability(double newMeasurementReliability) {
    return new Swap(gateReliability, newMeasurementReliability);
  }

  /**
   * Joins two pairs.
   *
   * @param left one pair
   * @param right the next one
   * @return the long pair
   */
  public BellDiagonal join(BellDiagonal left, BellDiagonal right) {
    double right1 = measurementReliability;
    double wrong1 = 1 - measurementReliability;
    BellDiagonal corrected =
        of(left, right) // Briegel et al. 1998, before the twirl
            .pauliError(right1 * wrong1, wrong1 * wrong1, wrong1 * right1);
    return corrected.depolarised(1 - gateReliability);
  }

  /**
   * Joins a row of equal pairs.
   *
   * @param pair each link
   * @param links how many, at least 1
   * @return the pair from end to end
   */
  public BellDiagonal chain(BellDiagonal pair, int links) {
    Require.atLeast("links", links, 1);
    BellDiagonal joined = pair;
    for (int i = 1; i < links; i++) {
      joined = join(joined, pair);
    }
    return joined;
  }

  /**
   * How many links a chain can have before its end-to-end pair is of no more use.
   *
   * @param pair each link
   * @param useful whether a pair is good enough
   * @return the longest chain whose pair, and that of every shorter one, is useful; {@value
   *     #MAX_LINKS} if there is no end to it by then
   */
  public int maxLinks(BellDiagonal pair, Predicate<BellDiagonal> useful) {
    BellDiagonal joined = pair;
    int links = 0;
    while (links < MAX_LINKS && useful.test(joined)) {
      links++;
      joined = join(joined, pair);
    }
    return links;
  }

  /**
   * Swaps pairs one by one: draws the errors of each pair, the failure of the gate and the read-out
   * bits, and compares the result with Φ+.
   *
   * @param left one pair
   * @param right the next one
   * @param trials how many, at least 1
   * @param rng the source of randomness
   * @return the fraction of long pairs in Φ+: the fidelity
   */
  public Estimate trials(BellDiagonal left, BellDiagonal right, long trials, RandomGenerator rng) {
    return inPhiPlus(
        trials,
        rng,
        random ->
            PauliError.draw(left, random) ^ PauliError.draw(right, random) ^ ownError(random));
  }

  /**
   * Joins rows of equal pairs one by one: draws the errors of each pair and of each swap.
   *
   * @param pair each link
   * @param links how many, at least 1
   * @param trials how many rows, at least 1
   * @param rng the source of randomness
   * @return the fraction of long pairs in Φ+: the fidelity from end to end
   */
  public Estimate chainTrials(BellDiagonal pair, int links, long trials, RandomGenerator rng) {
    Require.atLeast("links", links, 1);
    return inPhiPlus(
        trials,
        rng,
        random -> {
          int error = PauliError.draw(pair, random);
          for (int i = 1; i < links; i++) {
            error ^= PauliError.draw(pair, random) ^ ownError(random);
          }
          return error;
        });
  }

  private static Estimate inPhiPlus(
      long trials, RandomGenerator rng, ToIntFunction<RandomGenerator> drawError) {
    return Parallel.count(
        trials, CHUNK, rng, random -> drawError.applyAsInt(random) == PauliError.NONE);
  }

  /** The error that the swap itself adds. */
  private int ownError(RandomGenerator random) {
    int error = PauliError.NONE;
    if (random.nextDouble() >= gateReliability) {
      error ^= PauliError.drawAny(random);
    }
    if (random.nextDouble() >= measurementReliability) {
      error ^= PauliError.BIT;
    }
    if (random.nextDouble() >= measurementReliability) {
      error ^= PauliError.PHASE;
    }
    return error;
  }
}
