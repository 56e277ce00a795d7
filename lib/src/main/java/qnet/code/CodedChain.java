package qnet.code;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * The errors of a second-generation repeater: every link carries a Bell pair encoded in blocks, and
 * each connection corrects the flips of its block before they add up.
 *
 * <p>E = (1 − (1 − 2Q)ᴸ)/2
 *
 * <p>with Q the probability that a block has more flips than its code corrects and L the number of
 * links. E is the chance of an odd number of flipped results end to end, in each of the two bases:
 * the error rate of a key.
 *
 * <p>Valid for flips that are independent from qubit to qubit, and for a chain whose pairs and
 * connections are all alike.
 *
 * <p>Ignores the waiting for pairs, decay in memories while waiting, and how the flip probability
 * of a qubit follows from gates and pairs.
 *
 * <p>Reference: L. Jiang, J. M. Taylor, K. Nemoto, W. J. Munro, R. Van Meter, M. D. Lukin, Phys.
 * Rev. A 79, 032325 (2009), doi:10.1103/PhysRevA.79.032325; S. Muralidharan et al., Sci. Rep. 6,
 * 20463 (2016), doi:10.1038/srep20463.
 *
 * @param code the code of a block; no code is {@code BlockCode.repetition(1)}
 * @param flipProbability p, that a qubit of a block gives the wrong result, from 0 to 1/2
 * @param links L, at least 1
 */
public record CodedChain(BlockCode code, double flipProbability, int links) {
  private static final int CHUNK = 1 << 10;

  /**
   * Checks the chain.
   *
   * @param code the code of a block
   * @param flipProbability p, that a qubit of a block gives the wrong result, from 0 to 1/2
   * @param links L, at least 1
   * @throws IllegalArgumentException if a number is out of range
   */
  public CodedChain {
    Require.between("flipProbability", flipProbability, 0, 0.5);
    Require.atLeast("links", links, 1);
  }

  /**
   * Twenty links of Steane's code with flips of one per cent.
   *
   * @return the chain
   */
  public static CodedChain standard() {
    return new CodedChain(BlockCode.steane(), 0.01, 20);
  }

  /**
   * The same chain with another code.
   *
   * @param newCode the code of a block
   * @return the chain
   */
  public CodedChain withCode(BlockCode newCode) {
    return new CodedChain(newCode, flipProbability, links);
  }

  /**
   * The same chain with another flip probability.
   *
   * @param newFlipProbability p
   * @return the chain
   */
  public CodedChain withFlipProbability(double newFlipProbability) {
    return new CodedChain(code, newFlipProbability, links);
  }

  /**
   * The same chain with another number of links.
   *
   * @param newLinks L
   * @return the chain
   */
  public CodedChain withLinks(int newLinks) {
    return new CodedChain(code, flipProbability, newLinks);
  }

  /**
   * The error end to end, in each basis.
   *
   * @return E
   */
  public double errorProbability() {
    double failure = code.failureProbability(flipProbability);
    return (1 - Math.pow(1 - 2 * failure, links)) / 2;
  }

  /**
   * The qubits of one station: towards each of two neighbours a block, and as many communication
   * qubits through which it becomes entangled.
   *
   * @return 4n
   */
  public int qubitsPerStation() {
    return 4 * code.qubits();
  }

  /**
   * Draws the flips of every block of many chains and counts the chains that end flipped.
   *
   * @param trials how many chains, at least 1
   * @param rng the source of randomness
   * @return the fraction of flipped ends
   */
  public Estimate trials(long trials, RandomGenerator rng) {
    return Parallel.count(
        trials,
        CHUNK,
        rng,
        random -> {
          boolean wrong = false;
          for (int link = 0; link < links; link++) {
            wrong ^= code.fails(flipProbability, random);
          }
          return wrong;
        });
  }
}
