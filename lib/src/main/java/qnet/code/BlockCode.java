package qnet.code;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * A code that corrects any t flips among n bits or qubits, each flipped with probability p on its
 * own.
 *
 * <p>Q = Σₖ₌ₜ₊₁ⁿ C(n, k)·pᵏ·(1 − p)ⁿ⁻ᵏ
 *
 * <p>For a repetition code, n = 2t + 1, this is the error of the majority vote. A quantum code of
 * the CSS kind corrects bit flips and phase flips apart, and the formula holds for each of the two.
 *
 * <p>Valid for flips that are independent and equally likely. Exact for the repetition code, an
 * upper bound for the others, which correct some patterns of more than t flips.
 *
 * <p>Ignores errors of the correction itself: gates and measurements that read the syndrome.
 *
 * <p>Reference: A. M. Steane, Phys. Rev. Lett. 77, 793 (1996), doi:10.1103/PhysRevLett.77.793; M.
 * A. Nielsen, I. L. Chuang, Quantum Computation and Quantum Information (2000), Sec. 10.1.
 *
 * @param qubits n, the bits or qubits of a block, ≥ 1
 * @param correctable t, how many flips are always corrected, from 0 to (n − 1)/2
 */
public record BlockCode(int qubits, int correctable) {
  private static final int CHUNK = 1 << 12;

  /**
   * Checks the code.
   *
   * @param qubits n, the bits or qubits of a block, ≥ 1
   * @param correctable t, how many flips are always corrected, from 0 to (n − 1)/2
   * @throws IllegalArgumentException if a number is out of range
   */
  public BlockCode {
    Require.atLeast("qubits", qubits, 1);
    Require.between("correctable", correctable, 0, (qubits - 1) / 2);
  }

  /**
   * The classical repetition code with a majority vote; as a quantum code it corrects one of the
   * two kinds of flips.
   *
   * @param copies n, odd
   * @return n bits, (n − 1)/2 flips corrected
   */
  public static BlockCode repetition(int copies) {
    requireOdd("copies", copies);
    return new BlockCode(copies, copies / 2);
  }

  static void requireOdd(String name, int value) {
    if (value < 1 || value % 2 == 0) {
      throw new IllegalArgumentException(name + " must be odd and ≥ 1, was " + value);
    }
  }

  /**
   * Steane's code: seven qubits, one flip of each kind corrected.
   *
   * @return [[7, 1, 3]]
   */
  public static BlockCode steane() {
    return new BlockCode(7, 1);
  }

  /**
   * The quantum Golay code: 23 qubits, three flips of each kind corrected.
   *
   * @return [[23, 1, 7]]
   */
  public static BlockCode golay() {
    return new BlockCode(23, 3);
  }

  /**
   * The same code with another number of qubits.
   *
   * @param newQubits n
   * @return the code
   */
  public BlockCode withQubits(int newQubits) {
    return new BlockCode(newQubits, correctable);
  }

  /**
   * The same code with another number of flips that are corrected.
   *
   * @param newCorrectable t
   * @return the code
   */
  public BlockCode withCorrectable(int newCorrectable) {
    return new BlockCode(qubits, newCorrectable);
  }

  /**
   * The probability that more flips happen than the code corrects.
   *
   * @param flipProbability p of one bit or qubit
   * @return Q
   */
  public double failureProbability(double flipProbability) {
    Require.probability("flipProbability", flipProbability);
    return BinomialDistribution.of(qubits, flipProbability).survivalProbability(correctable);
  }

  /**
   * Flips the bits of many blocks at random and counts the blocks with more flips than the code
   * corrects.
   *
   * @param flipProbability p of one bit or qubit
   * @param trials how many blocks, at least 1
   * @param rng the source of randomness
   * @return the fraction of blocks that are lost
   */
  public Estimate trials(double flipProbability, long trials, RandomGenerator rng) {
    Require.probability("flipProbability", flipProbability);
    return Parallel.count(trials, CHUNK, rng, random -> fails(flipProbability, random));
  }

  /** Draws the flips of one block. */
  boolean fails(double flipProbability, RandomGenerator random) {
    int flips = 0;
    for (int q = 0; q < qubits; q++) {
      flips += random.nextDouble() < flipProbability ? 1 : 0;
    }
    return flips > correctable;
  }
}
