package qnet.qkd;

import java.util.Objects;
import org.apache.commons.math3.special.Erf;
import qnet.channel.Link;
import qnet.run.Require;

/**
 * Continuous-variable QKD with a block of finite length: a part of the states is spent to estimate
 * the channel, of which the worst that is compatible with the estimate is assumed.
 *
 * <p>R = (n/N)·[β·I_AB − χ_BE(t_min, σ²_max) − Δ(n)], Δ(n) = 7·√(log₂(2/ε)/n) + (2/n)·log₂(1/ε)
 *
 * <p>t_min = t − z·√(σ²/(m·V_A)), σ²_max = σ²·(1 + z·√(2/m)), m = N − n
 *
 * <p>for the linear model y = t·x + noise of variance σ² of one quadrature, and z the number of
 * standard deviations that a normal variable exceeds on either side with probability ε. Unless it
 * is fixed, the modulation is that of the infinitely long key.
 *
 * <p>Valid for collective Gaussian attacks, and blocks so long that estimates are normally
 * distributed; each of the three failure probabilities (estimate, smoothing, hash) is ε.
 *
 * <p>Ignores failures of the error correction, and that estimation could use the states of the key
 * too.
 *
 * <p>Reference: A. Leverrier, F. Grosshans, P. Grangier, Phys. Rev. A 81, 062343 (2010),
 * doi:10.1103/PhysRevA.81.062343, arXiv:1005.0339.
 *
 * @param cv the protocol for infinitely long keys
 * @param states N, states sent per block, at least 1000
 * @param keyShare n/N, part of the states that make key, above 0 and below 1
 * @param epsilon ε, probability of each failure, above 0 and at most 0.01
 */
public record FiniteCvQkd(CvQkd cv, long states, double keyShare, double epsilon)
    implements QkdProtocol {
  private static final long FEWEST = 1000;
  private static final double MOST_EPSILON = 0.01;

  /**
   * Checks the components.
   *
   * @param cv as above
   * @param states as above
   * @param keyShare as above
   * @param epsilon as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public FiniteCvQkd {
    Objects.requireNonNull(cv);
    Require.atLeast("states", states, FEWEST);
    Require.strictlyBetween("keyShare", keyShare, 0, 1);
    Require.positiveUpTo("epsilon", epsilon, MOST_EPSILON);
  }

  /**
   * {@link CvQkd#standard()} in blocks of 10⁹ states, half of them for the estimate, ε = 10⁻¹⁰.
   *
   * @return the protocol
   */
  public static FiniteCvQkd standard() {
    return new FiniteCvQkd(CvQkd.standard(), 1_000_000_000, 0.5, 1e-10);
  }

  /**
   * This protocol with another modulation, receiver or error correction.
   *
   * @param cv the protocol for infinitely long keys
   * @return the changed protocol
   */
  public FiniteCvQkd withCv(CvQkd cv) {
    return new FiniteCvQkd(cv, states, keyShare, epsilon);
  }

  /**
   * This protocol with another block.
   *
   * @param states states sent per block, at least 1000
   * @return the changed protocol
   */
  public FiniteCvQkd withStates(long states) {
    return new FiniteCvQkd(cv, states, keyShare, epsilon);
  }

  /**
   * This protocol with another share of states for the key.
   *
   * @param keyShare above 0 and below 1
   * @return the changed protocol
   */
  public FiniteCvQkd withKeyShare(double keyShare) {
    return new FiniteCvQkd(cv, states, keyShare, epsilon);
  }

  /**
   * This protocol with another failure probability.
   *
   * @param epsilon above 0 and at most 0.01
   * @return the changed protocol
   */
  public FiniteCvQkd withEpsilon(double epsilon) {
    return new FiniteCvQkd(cv, states, keyShare, epsilon);
  }

  @Override
  public KeyRate over(Link link) {
    var endless = cv.over(link);
    if (!(endless.bitsPerUse() > 0)) {
      return endless;
    }
    var known = cv.optimisedFor(link).gaussian(link);
    double keyStates = keyShare * states;
    var worst = known.worst(states - keyStates, deviations());
    double bits =
        keyShare
            * (cv.reconciliationEfficiency() * known.mutualInformation()
                - worst.holevoInformation()
                - penaltyBits(keyStates));
    return new KeyRate(
        Math.max(0, bits),
        endless.usesPerSecond(),
        Double.NaN,
        Double.NaN,
        bits > 0 ? "loss" : "too few states in a block");
  }

  /** z: 2·(1 − Φ(z)) = ε. */
  double deviations() {
    return Math.sqrt(2) * Erf.erfcInv(epsilon);
  }

  /** Δ(n) of Leverrier et al. 2010: smooth entropy and hashing. */
  private double penaltyBits(double keyStates) {
    double log2 = Math.log(2);
    return 7 * Math.sqrt((Math.log(2 / epsilon) / log2) / keyStates)
        + 2 * (Math.log(1 / epsilon) / log2) / keyStates;
  }
}
