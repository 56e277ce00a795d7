package qnet.channel;

import org.apache.commons.math3.special.Erf;
import qnet.run.Require;

/**
 * A single-photon detector that tells light from no light (threshold detector), opened for a short
 * gate around each expected pulse.
 *
 * <p>Dark count probability per gate: p_d = 1 − e^(−r_d·T)
 *
 * <p>where r_d is the dark count rate and T the gate. A receiver with two detectors has the
 * background yield Y₀ = 1 − (1 − p_d)².
 *
 * <p>Part of the light that is seen inside the gate, for a jitter of full width j at half maximum:
 * erf(T·√(ln 2)/j)
 *
 * <p>Part of the time in which a receiver is not blind at a click rate R and a dead time τ: 1/(1 +
 * R·τ)
 *
 * <p>Valid for pulses much shorter than the gate, that arrive in its middle, a Gaussian jitter, and
 * a dead time that further photons do not prolong. A click is followed by an after-pulse with a
 * fixed probability, whatever the time since then.
 *
 * <p>Ignores the drop of the efficiency while a detector recovers, and light that the jitter
 * carries into the gate of another pulse.
 *
 * <p>Reference: R. H. Hadfield, Nature Photonics 3, 696 (2009), doi:10.1038/nphoton.2009.230, for
 * the terms.
 *
 * @param efficiency probability that a photon inside the gate gives a click, from 0 to 1
 * @param darkCountRateHz clicks per second without light while the gate is open, ≥ 0
 * @param gateNs time per pulse during which clicks count, in nanoseconds, above 0
 * @param deadTimeNs time after a click during which the receiver is blind, in nanoseconds, ≥ 0
 * @param afterpulseProbability probability that a click is followed by a second one without light,
 *     at least 0 and below 1
 * @param jitterPs timing jitter, full width at half maximum, in picoseconds, ≥ 0
 */
public record Detector(
    double efficiency,
    double darkCountRateHz,
    double gateNs,
    double deadTimeNs,
    double afterpulseProbability,
    double jitterPs) {
  private static final double S_PER_NS = 1e-9;
  private static final double NS_PER_PS = 1e-3;
  private static final double SQRT_LN_2 = Math.sqrt(Math.log(2));

  /**
   * Checks the components.
   *
   * @param efficiency as above
   * @param darkCountRateHz as above
   * @param gateNs as above
   * @param deadTimeNs as above
   * @param afterpulseProbability as above
   * @param jitterPs as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Detector {
    Require.probability("efficiency", efficiency);
    Require.notNegative("darkCountRateHz", darkCountRateHz);
    Require.positive("gateNs", gateNs);
    Require.notNegative("deadTimeNs", deadTimeNs);
    belowOne("afterpulseProbability", afterpulseProbability);
    Require.notNegative("jitterPs", jitterPs);
  }

  private static void belowOne(String name, double probability) {
    if (!(probability >= 0 && probability < 1)) {
      throw new IllegalArgumentException(name + " must be ≥ 0 and < 1, was " + probability);
    }
  }

  /**
   * A detector without after-pulses and jitter.
   *
   * @param efficiency as above
   * @param darkCountRateHz as above
   * @param gateNs as above
   * @param deadTimeNs as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Detector(double efficiency, double darkCountRateHz, double gateNs, double deadTimeNs) {
    this(efficiency, darkCountRateHz, gateNs, deadTimeNs, 0, 0);
  }

  /**
   * A detector without faults: clicks for every photon and never in the dark. There is none; it
   * shows a protocol apart from its devices.
   *
   * @return the detector
   */
  public static Detector ideal() {
    return new Detector(1, 0, 1, 0);
  }

  /**
   * Superconducting nanowire (NbTiN) in a closed-cycle cooler: 92 %, 130 dark counts per second.
   *
   * <p>I. Esmaeil Zadeh et al., APL Photonics 2, 111301 (2017), arXiv:1611.02726, abstract: above
   * 92 %, below 130 Hz, more than 150 million counts per second; the dead time is the inverse of
   * the last. Its jitter is 14.8 ps; after-pulses are not given. The gate of 1 ns is one slot of a
   * 1 GHz clock.
   *
   * @return the detector
   */
  public static Detector snspd() {
    return new Detector(0.92, 130, 1, 1e3 / 150).withJitterPs(14.8);
  }

  /**
   * InGaAs avalanche diode, gated by a sine wave at 800 MHz: 8.5 %, 9.2·10⁻⁶ dark counts per gate.
   *
   * <p>N. Namekata, S. Sasamori, S. Inoue, Opt. Express 14, 10043 (2006), doi:10.1364/OE.14.010043,
   * abstract. The gate is set to 1 ns (one slot of a 1 GHz clock) with the published probability
   * per gate; a dead time is not given. Its after-pulses of 6 % are left out, because they belong
   * to 800 million gates per second; {@code withAfterpulseProbability(0.06)} adds them.
   *
   * @return the detector
   */
  public static Detector ingaasApd() {
    return new Detector(0.085, 0, 1, 0).withDarkCountProbability(9.2e-6);
  }

  /**
   * InGaAs negative-feedback avalanche diode at −110 °C, free-running: 10 %, 1 dark count per
   * second, after-pulses of 2.2 %, and blind for 20 µs after each click.
   *
   * <p>B. Korzh et al., Appl. Phys. Lett. 104, 081108 (2014), arXiv:1312.2636, abstract. The gate
   * of 1 ns is one slot of a 1 GHz clock.
   *
   * @return the detector
   */
  public static Detector ingaasCooled() {
    return new Detector(0.1, 1, 1, 20_000).withAfterpulseProbability(0.022);
  }

  /**
   * InGaAs avalanche diode at room temperature, gated at 14 MHz: 14 %, 0.2 % of the gates click in
   * the dark, after-pulses of 0.2 %.
   *
   * <p>P. L. Voss et al., J. Mod. Opt. 51, 1369 (2004), abstract. The gate of 1 ns only turns the
   * published probability into a rate; a dead time is not given.
   *
   * @return the detector
   */
  public static Detector ingaasRoomTemperature() {
    return new Detector(0.14, 0, 1, 0)
        .withDarkCountProbability(0.002)
        .withAfterpulseProbability(0.002);
  }

  /**
   * The detectors of the "GYS" parameter set that most decoy-state papers compute with: the whole
   * receiver has an efficiency of 4.5 % and a background yield of Y₀ = 1.7·10⁻⁶ per pulse.
   *
   * <p>C. Gobby, Z. L. Yuan, A. J. Shields, Appl. Phys. Lett. 84, 3762 (2004), as tabulated in X.
   * Ma, B. Qi, Y. Zhao, H.-K. Lo, Phys. Rev. A 72, 012326 (2005), Table I. The dark counts are
   * published per gate: the gate of 1 ns here only turns them into a rate.
   *
   * @return the detector; two of them have the published background yield
   */
  public static Detector gys() {
    double perDetector = -Math.expm1(0.5 * Math.log1p(-1.7e-6)); // Y0 = 1 − (1 − p)²
    return new Detector(0.045, 0, 1, 0).withDarkCountProbability(perDetector);
  }

  /**
   * This detector with another efficiency.
   *
   * @param efficiency from 0 to 1
   * @return the changed detector
   */
  public Detector withEfficiency(double efficiency) {
    return new Detector(
        efficiency, darkCountRateHz, gateNs, deadTimeNs, afterpulseProbability, jitterPs);
  }

  /**
   * This detector with another dark count rate.
   *
   * @param darkCountRateHz clicks per second without light, ≥ 0
   * @return the changed detector
   */
  public Detector withDarkCountRateHz(double darkCountRateHz) {
    return new Detector(
        efficiency, darkCountRateHz, gateNs, deadTimeNs, afterpulseProbability, jitterPs);
  }

  /**
   * This detector with the dark count rate that gives a wanted probability in its present gate.
   *
   * @param darkCountProbability probability of a dark count per gate, at least 0 and below 1
   * @return the changed detector
   * @throws IllegalArgumentException if the probability is out of range
   */
  public Detector withDarkCountProbability(double darkCountProbability) {
    belowOne("darkCountProbability", darkCountProbability);
    return withDarkCountRateHz(-Math.log1p(-darkCountProbability) / (gateNs * S_PER_NS));
  }

  /**
   * This detector with another gate.
   *
   * @param gateNs time per pulse during which clicks count, in nanoseconds, above 0
   * @return the changed detector
   */
  public Detector withGateNs(double gateNs) {
    return new Detector(
        efficiency, darkCountRateHz, gateNs, deadTimeNs, afterpulseProbability, jitterPs);
  }

  /**
   * This detector with another dead time.
   *
   * @param deadTimeNs blind time after a click in nanoseconds, ≥ 0
   * @return the changed detector
   */
  public Detector withDeadTimeNs(double deadTimeNs) {
    return new Detector(
        efficiency, darkCountRateHz, gateNs, deadTimeNs, afterpulseProbability, jitterPs);
  }

  /**
   * This detector with other after-pulses.
   *
   * @param afterpulseProbability probability that a click is followed by a second one without
   *     light, at least 0 and below 1
   * @return the changed detector
   */
  public Detector withAfterpulseProbability(double afterpulseProbability) {
    return new Detector(
        efficiency, darkCountRateHz, gateNs, deadTimeNs, afterpulseProbability, jitterPs);
  }

  /**
   * This detector with another timing jitter.
   *
   * @param jitterPs full width at half maximum in picoseconds, ≥ 0
   * @return the changed detector
   */
  public Detector withJitterPs(double jitterPs) {
    return new Detector(
        efficiency, darkCountRateHz, gateNs, deadTimeNs, afterpulseProbability, jitterPs);
  }

  /**
   * The probability that a photon gives a click inside the gate: the efficiency without the clicks
   * that the jitter carries out of it.
   *
   * @return efficiency·erf(T·√(ln 2)/j), from 0 to 1
   */
  public double efficiencyInGate() {
    if (jitterPs == 0) {
      return efficiency;
    }
    return efficiency * Erf.erf(gateNs * SQRT_LN_2 / (jitterPs * NS_PER_PS));
  }

  /**
   * The probability of a dark count per gate, 1 − e^(−r_d·T).
   *
   * @return a probability
   */
  public double darkCountProbability() {
    return -Math.expm1(-meanDarkCounts());
  }

  /**
   * The mean number of dark counts per gate, r_d·T.
   *
   * @return a mean number, ≥ 0
   */
  public double meanDarkCounts() {
    return darkCountRateHz * gateNs * S_PER_NS;
  }

  /**
   * The mean number of clicks per gate that stray photons add to the dark counts.
   *
   * @param backgroundRateHz stray photons per second on this detector, ≥ 0
   * @return η_d·rate·T, ≥ 0; the jitter moves as many clicks into the gate as out of it
   */
  public double meanBackgroundCounts(double backgroundRateHz) {
    return efficiency * backgroundRateHz * gateNs * S_PER_NS;
  }

  /**
   * The part of the time in which the receiver is not blind after a click.
   *
   * <p>1/(1 + R·τ) for a true click rate R and a dead time τ that further photons do not prolong
   *
   * @param clickRateHz click rate that a receiver without dead time would have, ≥ 0
   * @return the live part, from 0 to 1
   */
  public double liveFraction(double clickRateHz) {
    return 1 / (1 + clickRateHz * deadTimeNs * S_PER_NS);
  }
}
