package qnet.code;

import qnet.run.Require;

/**
 * How well a surface code of distance d keeps a logical qubit, and what it costs in physical ones.
 *
 * <p>ε_d = A·Λ^(−(d + 1)/2) per cycle, with Λ = p_th/p
 *
 * <p>Each step of the distance by 2 divides the error by Λ. A patch of distance d has d² data
 * qubits and d² − 1 that measure, 2d² − 1 together; 2(d + 1)² leave room to move beside other
 * patches.
 *
 * <p>Valid well below the threshold, p ≪ p_th ≈ 1 %, where the law fits simulations. A ≈ 0.1 is the
 * value that Gidney and Ekerå assume; Fowler et al. fit 0.03 with another count of errors. The
 * difference is half a step of the distance; 0.1 is followed here.
 *
 * <p>Ignores leakage, correlated events such as cosmic rays, the time of the decoder, and the cost
 * of gates between logical qubits.
 *
 * <p>Reference: A. G. Fowler, M. Mariantoni, J. M. Martinis, A. N. Cleland, Phys. Rev. A 86, 032324
 * (2012), doi:10.1103/PhysRevA.86.032324; C. Gidney, M. Ekerå, Quantum 5, 433 (2021),
 * doi:10.22331/q-2021-04-15-433, section on topological error; Google Quantum AI, Nature 638, 920
 * (2025), doi:10.1038/s41586-024-08449-y, introduction.
 *
 * @param prefactor A, > 0
 * @param lambda Λ, the suppression per step of the distance by 2, > 0; at 1 and below no distance
 *     helps
 */
public record SurfaceCode(double prefactor, double lambda) {
  /** The threshold of the law, an error rate of 1 % per gate. */
  public static final double THRESHOLD = 0.01;

  private static final double PREFACTOR = 0.1; // Gidney, Ekerå 2021, topological error
  private static final int MAX_DISTANCE = 9999;

  /**
   * Checks the numbers.
   *
   * @param prefactor A, > 0
   * @param lambda Λ, the suppression per step of the distance by 2, > 0
   * @throws IllegalArgumentException if a number is out of range
   */
  public SurfaceCode {
    Require.positive("prefactor", prefactor);
    Require.positive("lambda", lambda);
  }

  /**
   * Physical qubits that fail once in a thousand gates: the assumption of most resource estimates.
   *
   * @return A = 0.1, Λ = 10
   */
  public static SurfaceCode standard() {
    return ofErrorRate(1e-3);
  }

  /**
   * The code on physical qubits of a given error rate, with the threshold at 1 %.
   *
   * @param errorRate p per gate, > 0
   * @return A = 0.1, Λ = 0.01/p
   */
  public static SurfaceCode ofErrorRate(double errorRate) {
    Require.positive("errorRate", errorRate);
    return new SurfaceCode(PREFACTOR, THRESHOLD / errorRate);
  }

  /**
   * The code of an experiment that was measured at one distance and whose Λ is known.
   *
   * @param distance d of the measurement, odd
   * @param logicalErrorRate ε_d per cycle that was measured
   * @param lambda Λ that was measured
   * @return the law through that point
   */
  public static SurfaceCode ofMeasurement(int distance, double logicalErrorRate, double lambda) {
    BlockCode.requireOdd("distance", distance);
    Require.positive("logicalErrorRate", logicalErrorRate);
    Require.positive("lambda", lambda);
    return new SurfaceCode(logicalErrorRate * Math.pow(lambda, (distance + 1) / 2), lambda);
  }

  /**
   * The same code with another prefactor.
   *
   * @param newPrefactor A
   * @return the code
   */
  public SurfaceCode withPrefactor(double newPrefactor) {
    return new SurfaceCode(newPrefactor, lambda);
  }

  /**
   * The same code with another suppression.
   *
   * @param newLambda Λ
   * @return the code
   */
  public SurfaceCode withLambda(double newLambda) {
    return new SurfaceCode(prefactor, newLambda);
  }

  /**
   * The physical qubits of one patch.
   *
   * @param distance d, odd
   * @return 2d² − 1
   */
  public static int physicalQubits(int distance) {
    BlockCode.requireOdd("distance", distance);
    return 2 * distance * distance - 1; // Google Quantum AI 2025, introduction
  }

  /**
   * The physical qubits of one patch with room to route beside it.
   *
   * @param distance d, odd
   * @return 2(d + 1)²
   */
  public static int routedQubits(int distance) {
    BlockCode.requireOdd("distance", distance);
    return 2 * (distance + 1) * (distance + 1); // Gidney, Ekerå 2021
  }

  /**
   * The logical error rate, at most ½: a qubit cannot be more lost than random.
   *
   * @param distance d, odd
   * @return ε_d per cycle
   */
  public double logicalErrorRate(int distance) {
    BlockCode.requireOdd("distance", distance);
    // Fowler et al. 2012; Gidney, Ekerå 2021
    return Math.min(0.5, prefactor * Math.pow(lambda, -(distance + 1) / 2));
  }

  /**
   * The smallest logical qubit that is good enough.
   *
   * @param target the logical error rate per cycle to reach, > 0
   * @return the logical qubit; without qubits and with the reason if no distance suffices
   */
  public LogicalQubit forTarget(double target) {
    Require.positive("target", target);
    return smallest(target, 0);
  }

  /**
   * The logical qubits of a second-generation repeater: good enough that a chain of so many
   * connections, each of which lasts d cycles, fails no more often than allowed.
   *
   * <p>d·ε_d·connections ≤ allowed
   *
   * <p>A station holds two of them, one towards each neighbour, and communication qubits besides.
   *
   * @param connections how many stations join their two pairs, at least 1
   * @param allowedErrorProbability the error of the whole chain, > 0
   * @return the logical qubit; without qubits and with the reason if no distance suffices
   */
  public LogicalQubit forRepeater(int connections, double allowedErrorProbability) {
    Require.atLeast("connections", connections, 1);
    Require.positive("allowedErrorProbability", allowedErrorProbability);
    return smallest(allowedErrorProbability / connections, 1);
  }

  /** The smallest distance with ε_d·d^cyclesPower ≤ target. */
  private LogicalQubit smallest(double target, int cyclesPower) {
    if (!(lambda > 1)) {
      return LogicalQubit.none("the physical error rate is not below the threshold");
    }
    for (int d = 3; d <= MAX_DISTANCE; d += 2) {
      double errorRate = logicalErrorRate(d);
      if (errorRate * Math.pow(d, cyclesPower) <= target * (1 + 1e-12)) {
        return new LogicalQubit(d, physicalQubits(d), routedQubits(d), errorRate, "");
      }
    }
    return LogicalQubit.none("a distance above " + MAX_DISTANCE + " would be needed");
  }
}
