package qnet.repeater;

import java.util.Objects;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Memory;
import qnet.qkd.KeyRate;
import qnet.qkd.TwoArmProtocol;
import qnet.run.Require;
import qnet.state.Entropy;

/**
 * The smallest repeater: one station with two memories between Alice and Bob. It sends photons
 * entangled with one memory until Alice detects one, then with the other until Bob does, and joins
 * the two.
 *
 * <p>K = ½·Y·[1 − h(e_X) − f·h(e_Z)], Y = p_BSM/[1/η_A + 1/η_B − 1/(η_A + η_B − η_A·η_B)]
 *
 * <p>per optical mode; the ½ counts the two modes of a polarisation or time-bin qubit. While the
 * first memory waits, it dephases with T₂.
 *
 * <p>Valid for one attempt after the other on the side that is being tried, each ending with the
 * answer; dark counts in two detectors of each receiver.
 *
 * <p>Ignores relaxation: of the memory only T₂, efficiency and modes = 1 are used.
 *
 * <p>Reference: D. Luong, L. Jiang, J. Kim, N. Lütkenhaus, Appl. Phys. B 122, 96 (2016),
 * doi:10.1007/s00340-016-6373-4, arXiv:1508.02811, Eqs. (7), (10), (14)–(19), (24). Whether the ½
 * stands in (10) or is applied when comparing with a bound per mode was not checked; the number per
 * mode is the same.
 *
 * @param memory T₂, and as efficiency the probability that the station makes a photon and couples
 *     it into the link
 * @param detector of Alice and Bob: efficiency and dark counts per gate
 * @param preparationTimeUs time to prepare a memory, in microseconds, ≥ 0
 * @param bellProbability probability that the Bell measurement succeeds, from 0 to 1
 * @param bellQuality probability λ that a successful one is right, else noise, from 0 to 1
 * @param misalignment error rate of each receiver, from 0 to 0.5
 * @param errorCorrectionEfficiency bits disclosed over the Shannon limit, ≥ 1
 */
public record SingleNode(
    Memory memory,
    Detector detector,
    double preparationTimeUs,
    double bellProbability,
    double bellQuality,
    double misalignment,
    double errorCorrectionEfficiency)
    implements TwoArmProtocol {
  private static final double US_PER_MS = 1000;

  /**
   * Checks the components.
   *
   * @param memory as above
   * @param detector as above
   * @param preparationTimeUs as above
   * @param bellProbability as above
   * @param bellQuality as above
   * @param misalignment as above
   * @param errorCorrectionEfficiency as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public SingleNode {
    Objects.requireNonNull(memory);
    Objects.requireNonNull(detector);
    Require.notNegative("preparationTimeUs", preparationTimeUs);
    Require.probability("bellProbability", bellProbability);
    Require.probability("bellQuality", bellQuality);
    Require.between("misalignment", misalignment, 0, 0.5);
    Require.atLeast("errorCorrectionEfficiency", errorCorrectionEfficiency, 1);
  }

  /**
   * Trapped ions as the paper takes them: photons made with 66 %, coupled and converted with 4 %
   * times 30 %, detected with 30 %; 2 µs to prepare, T₂ = 1 s, dark counts of 10⁻⁸ per gate, Bell
   * measurements right in 97 %, misalignment of 1 %, f = 1.16.
   *
   * <p>Read in the parameter sets of the simulations with which the authors of requsim reproduce
   * Luong et al. 2016.
   *
   * @return the station
   */
  public static SingleNode trappedIons() {
    return new SingleNode(
        Memory.dephasing(1000).withEfficiency(0.66 * 0.04 * 0.3),
        Detector.ideal().withEfficiency(0.3).withDarkCountProbability(1e-8),
        2,
        1,
        0.97,
        0.01,
        1.16);
  }

  /**
   * This station with other memories.
   *
   * @param memory T₂ and efficiency count
   * @return the changed station
   */
  public SingleNode withMemory(Memory memory) {
    return new SingleNode(
        memory,
        detector,
        preparationTimeUs,
        bellProbability,
        bellQuality,
        misalignment,
        errorCorrectionEfficiency);
  }

  /**
   * This station with other detectors at Alice's and Bob's.
   *
   * @param detector efficiency and dark counts count
   * @return the changed station
   */
  public SingleNode withDetector(Detector detector) {
    return new SingleNode(
        memory,
        detector,
        preparationTimeUs,
        bellProbability,
        bellQuality,
        misalignment,
        errorCorrectionEfficiency);
  }

  /**
   * This station with another time to prepare a memory.
   *
   * @param preparationTimeUs in microseconds, ≥ 0
   * @return the changed station
   */
  public SingleNode withPreparationTimeUs(double preparationTimeUs) {
    return new SingleNode(
        memory,
        detector,
        preparationTimeUs,
        bellProbability,
        bellQuality,
        misalignment,
        errorCorrectionEfficiency);
  }

  /**
   * This station with a Bell measurement that succeeds more or less often.
   *
   * @param bellProbability from 0 to 1
   * @return the changed station
   */
  public SingleNode withBellProbability(double bellProbability) {
    return new SingleNode(
        memory,
        detector,
        preparationTimeUs,
        bellProbability,
        bellQuality,
        misalignment,
        errorCorrectionEfficiency);
  }

  /**
   * This station with a better or worse Bell measurement.
   *
   * @param bellQuality probability that it is right, from 0 to 1
   * @return the changed station
   */
  public SingleNode withBellQuality(double bellQuality) {
    return new SingleNode(
        memory,
        detector,
        preparationTimeUs,
        bellProbability,
        bellQuality,
        misalignment,
        errorCorrectionEfficiency);
  }

  /**
   * This station with other receivers.
   *
   * @param misalignment error rate of each receiver, from 0 to 0.5
   * @return the changed station
   */
  public SingleNode withMisalignment(double misalignment) {
    return new SingleNode(
        memory,
        detector,
        preparationTimeUs,
        bellProbability,
        bellQuality,
        misalignment,
        errorCorrectionEfficiency);
  }

  /**
   * This station with another error correction.
   *
   * @param errorCorrectionEfficiency f, ≥ 1
   * @return the changed station
   */
  public SingleNode withErrorCorrectionEfficiency(double errorCorrectionEfficiency) {
    return new SingleNode(
        memory,
        detector,
        preparationTimeUs,
        bellProbability,
        bellQuality,
        misalignment,
        errorCorrectionEfficiency);
  }

  /**
   * The key rate with the station between two arms. One use is one optical mode of each arm; the
   * uses per second are not stated, because the arms are tried one after the other.
   *
   * @param alice from Alice to the station, where photons are tried first
   * @param bob from Bob to the station
   * @return the key rate
   */
  @Override
  public KeyRate over(Link alice, Link bob) {
    var a = new Arm(alice);
    var b = new Arm(bob);
    if (a.eta == 0 || b.eta == 0) {
      return new KeyRate(0, Double.NaN, 0, Double.NaN, "nothing is ever delivered");
    }
    double yield = bellProbability / WaitingTime.bothReadyRounds(a.eta, b.eta); // Eq. (14)
    double right = bellQuality * a.genuine * b.genuine;
    double flips = 2 * misalignment * (1 - misalignment); // Eq. (17)
    double phase = phaseError(a, b);
    double errorX = right * (flips * (1 - phase) + (1 - flips) * phase) + (1 - right) / 2; // (15)
    double errorZ = right * flips + (1 - right) / 2; // Eq. (16)
    double fraction =
        1 - Entropy.binary(errorX) - errorCorrectionEfficiency * Entropy.binary(errorZ);
    double bitsPerUse = Math.max(0, yield * fraction / 2); // Eq. (10) per mode
    String limit = bitsPerUse > 0 ? "waiting for the second arm" : "errors of the pairs";
    return new KeyRate(bitsPerUse, Double.NaN, yield, errorZ, limit);
  }

  /** Phase flips while the first memory waits, Eqs. (18) and (24). */
  private double phaseError(Arm a, Arm b) {
    double perTry = Math.exp(-(preparationTimeUs / US_PER_MS + b.answerMs) / memory.t2Ms());
    double kept = WaitingTime.keptWhileWaiting(a.eta, b.eta, perTry);
    return (1 - Math.exp(-(a.answerMs + b.answerMs) / memory.t2Ms()) * kept) / 2;
  }

  /** One arm: how often a click, how often it is a photon, and when the station hears of it. */
  private final class Arm {
    final double eta;
    final double genuine;
    final double answerMs;

    Arm(Link link) {
      double photon = link.transmittance() * memory.efficiency() * detector.efficiencyInGate();
      double quiet = 1 - detector.darkCountProbability();
      eta = 1 - (1 - photon) * quiet * quiet;
      genuine = eta == 0 ? 0 : photon * quiet / eta; // Eq. (7)
      answerMs = 2 * link.latencyMs();
    }
  }
}
