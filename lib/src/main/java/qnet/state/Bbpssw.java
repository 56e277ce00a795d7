package qnet.state;

import java.util.random.RandomGenerator;
import qnet.run.Require;

/**
 * The purification protocol of Bennett, Brassard, Popescu, Schumacher, Smolin and Wootters:
 * bilateral CNOT on pairs that are first twirled to Werner form.
 *
 * <p>F′ = (F² + g²)/p, p = F² + 2Fg + 5g², g = (1 − F)/3
 *
 * <p>With gates of reliability p₂ and read-outs of reliability η, a = η² + (1 − η)², b = 2η(1 − η)
 * and κ = (1 − p₂²)/(8p₂²):
 *
 * <p>F′ = [(F² + g²)·a + (Fg + g²)·b + κ]/N, N = (F² + 2Fg + 5g²)·a + 4(Fg + g²)·b + 4κ, p = p₂²·N
 *
 * <p>Without the twirl the step improves bit errors and doubles phase errors, so that a second one
 * in a row makes the pair worse.
 *
 * <p>Valid for: both pairs stored without decay; a gate that fails leaves both its qubits in noise.
 *
 * <p>Ignores: the time for the two bits to travel; errors of one-qubit rotations.
 *
 * <p>Reference: C. H. Bennett et al., Phys. Rev. Lett. 76, 722 (1996),
 * doi:10.1103/PhysRevLett.76.722, arXiv:quant-ph/9511027; W. Dür, H.-J. Briegel, Rep. Prog. Phys.
 * 70, 1381 (2007), doi:10.1088/0034-4885/70/8/R03, Eq. (18); W. Dür et al., Phys. Rev. A 59, 169
 * (1999), doi:10.1103/PhysRevA.59.169, for the noisy form.
 *
 * @param twirled whether pairs are twirled to Werner form before each step
 * @param gateReliability p₂, from 0 to 1
 * @param measurementReliability η, per qubit read out, from 0 to 1
 */
public record Bbpssw(boolean twirled, double gateReliability, double measurementReliability)
    implements Purification {
  /**
   * The protocol with imperfect parts.
   *
   * @param twirled whether pairs are twirled to Werner form before each step
   * @param gateReliability p₂, from 0 to 1
   * @param measurementReliability η, per qubit read out, from 0 to 1
   * @throws IllegalArgumentException if a reliability is outside [0, 1]
   */
  public Bbpssw {
    Require.probability("gateReliability", gateReliability);
    Require.probability("measurementReliability", measurementReliability);
  }

  /**
   * The protocol as published, without errors of its own.
   *
   * @return twirled, both reliabilities 1
   */
  public static Bbpssw ideal() {
    return new Bbpssw(true, 1, 1);
  }

  /**
   * The same protocol with or without twirling.
   *
   * @param newTwirled whether pairs are twirled before each step
   * @return the changed protocol
   */
  public Bbpssw withTwirled(boolean newTwirled) {
    return new Bbpssw(newTwirled, gateReliability, measurementReliability);
  }

  /**
   * The same protocol with other gates.
   *
   * @param newGateReliability p₂
   * @return the changed protocol
   */
  public Bbpssw withGateReliability(double newGateReliability) {
    return new Bbpssw(twirled, newGateReliability, measurementReliability);
  }

  /**
   * The same protocol with other read-outs.
   *
   * @param newMeasurementReliability η
   * @return the changed protocol
   */
  public Bbpssw withMeasurementReliability(double newMeasurementReliability) {
    return new Bbpssw(twirled, gateReliability, newMeasurementReliability);
  }

  @Override
  public PurificationResult purify(BellDiagonal kept, BellDiagonal sacrificed) {
    return step().purify(prepared(kept), prepared(sacrificed)); // Dür, Briegel 2007, Eq. (18)
  }

  /**
   * Purifies equal pairs attempt by attempt, with drawn errors and outcomes.
   *
   * @param pair both pairs
   * @param attempts how many, at least 1
   * @param rng the source of randomness
   * @return success and fidelity as they were found
   */
  public PurificationTrials trials(BellDiagonal pair, long attempts, RandomGenerator rng) {
    return step().trials(prepared(pair), prepared(pair), attempts, rng);
  }

  private BilateralCnot step() {
    return new BilateralCnot(gateReliability, measurementReliability);
  }

  private BellDiagonal prepared(BellDiagonal pair) {
    return twirled ? pair.twirled().bellDiagonal() : pair;
  }
}
