package qnet.state;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import qnet.run.Parallel;

/**
 * The Bell test of Clauser, Horne, Shimony and Holt.
 *
 * <p>S = E(a₀,b₀) + E(a₀,b₁) + E(a₁,b₀) − E(a₁,b₁)
 *
 * <p>|S| ≤ 2 for everything that is decided in advance and locally; quantum mechanics reaches 2√2.
 *
 * <p>Valid for: two qubits, every pair detected; {@link DetectionLoophole} says what losses do.
 *
 * <p>Reference: J. F. Clauser, M. A. Horne, A. Shimony, R. A. Holt, Phys. Rev. Lett. 23, 880
 * (1969), doi:10.1103/PhysRevLett.23.880; B. S. Cirel'son, Lett. Math. Phys. 4, 93 (1980),
 * doi:10.1007/BF00417500.
 */
public final class Chsh {
  /** The bound for local hidden variables. */
  public static final double LOCAL_BOUND = 2;

  /** Cirel'son's bound, 2√2. */
  public static final double QUANTUM_BOUND = 2 * Math.sqrt(2);

  private static final int CHUNK = 1 << 20;

  private Chsh() {}

  /**
   * The CHSH value at given directions.
   *
   * @param pair a state of two qubits
   * @param settings the four directions
   * @return S, from −2√2 to 2√2
   */
  public static double value(State pair, ChshSettings settings) {
    CorrelationMatrix t = CorrelationMatrix.of(pair);
    return t.along(settings.a0(), settings.b0())
        + t.along(settings.a0(), settings.b1())
        + t.along(settings.a1(), settings.b0())
        - t.along(settings.a1(), settings.b1());
  }

  /**
   * The largest CHSH value over all directions.
   *
   * <p>S = 2·√(m₁ + m₂), m the two largest eigenvalues of TᵗT, T the correlation matrix
   *
   * <p>Reference: R., P. and M. Horodecki, Phys. Lett. A 200, 340 (1995),
   * doi:10.1016/0375-9601(95)00214-N, the theorem.
   *
   * @param pair a state of two qubits
   * @return S, from 0 to 2√2; above 2 the pair violates the inequality
   */
  public static double optimal(State pair) {
    RealMatrix t = CorrelationMatrix.of(pair).matrix();
    double[] m = new EigenDecomposition(t.transpose().multiply(t)).getRealEigenvalues();
    return 2 * Math.sqrt(Math.max(0, m[0] + m[1])); // Horodecki 1995, the theorem; m is sorted
  }

  /**
   * A CHSH test at the standard directions, round by round.
   *
   * @param pair a state of two qubits
   * @param rounds how many, from 100 to 2³¹ − 1
   * @param rng the source of randomness
   * @return what was counted
   */
  public static ChshRounds rounds(State pair, long rounds, RandomGenerator rng) {
    return rounds(pair, ChshSettings.standard(), rounds, rng);
  }

  /**
   * A CHSH test, round by round: both settings are drawn, Alice's outcome from its probability,
   * then Bob's from its probability given hers.
   *
   * @param pair a state of two qubits
   * @param settings the four directions
   * @param rounds how many, from 100 to 2³¹ − 1
   * @param rng the source of randomness
   * @return what was counted
   */
  public static ChshRounds rounds(
      State pair, ChshSettings settings, long rounds, RandomGenerator rng) {
    ChshRounds.requireRounds(rounds);
    ChshSampler sampler = new ChshSampler(pair, settings);
    return ChshRounds.of(Parallel.trials(rounds, CHUNK, rng, sampler::count, ChshRounds::add));
  }
}
