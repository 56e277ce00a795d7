package qnet.qkd;

import java.util.random.RandomGenerator;
import qnet.channel.Link;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * The photon-number-splitting attack on weak pulses without decoy states: Eve counts the photons of
 * each pulse without disturbing them, keeps one of every pulse that has two or more, blocks single
 * photons as far as the loss of the link hides it, and measures after the bases are announced.
 *
 * <p>known part of Bob's bits = min{1, P(n ≥ 2)/Q_μ}, P(n ≥ 2) = 1 − e^(−μ)(1 + μ), Q_μ = 1 −
 * e^(−ημ)
 *
 * <p>Her rule follows the intensity μ of the signal, so pulses of another intensity ν arrive at
 * another rate than over the loss she imitates:
 *
 * <p>Q_ν = y₁·ν·e^(−ν) + y₂·[1 − e^(−ν)(1 + ν)], y₂ = min{1, Q_μ/P(n ≥ 2)}, y₁ = (Q_μ − y₂·P(n ≥
 * 2))/(μ·e^(−μ))
 *
 * <p>She causes no errors. From the loss on at which P(n ≥ 2) = Q_μ she knows everything: with 0.1
 * photons per pulse from 13.3 dB on, detectors included.
 *
 * <p>Valid for laser pulses of random phase, BB84, and detectors without noise whose efficiency Eve
 * controls like the loss.
 *
 * <p>Ignores the key that is left below the critical loss, for which the known part must be removed
 * by privacy amplification. Decoy states show the attack; in {@link Sarg04} a second photon does
 * not tell the bit with certainty.
 *
 * <p>Reference: G. Brassard, N. Lütkenhaus, T. Mor, B. C. Sanders, Phys. Rev. Lett. 85, 1330
 * (2000), doi:10.1103/PhysRevLett.85.1330; W.-Y. Hwang, Phys. Rev. Lett. 91, 057901 (2003),
 * doi:10.1103/PhysRevLett.91.057901, for pulses of another intensity; Q_ν follows by counting.
 *
 * @param meanPhotonNumber mean photons μ per pulse, above 0 and up to 100
 */
public record PhotonSplitting(double meanPhotonNumber) {
  private static final double BRIGHTEST = 100;

  /** Part of the result's definition: the chunks name the random streams. */
  private static final int PULSES_PER_CHUNK = 1 << 16;

  /**
   * Checks the component.
   *
   * @param meanPhotonNumber as above
   * @throws IllegalArgumentException if it is out of range
   */
  public PhotonSplitting {
    Require.positiveUpTo("meanPhotonNumber", meanPhotonNumber, BRIGHTEST);
  }

  /**
   * The probability of two photons or more in a pulse, 1 − e^(−μ)(1 + μ).
   *
   * @return a probability
   */
  public double multiPhotonProbability() {
    return nonEmptyProbability() - meanPhotonNumber * Math.exp(-meanPhotonNumber);
  }

  /**
   * The part of pulses with light that have two photons or more.
   *
   * @return P(n ≥ 2)/P(n ≥ 1)
   */
  public double multiPhotonFraction() {
    return multiPhotonProbability() / nonEmptyProbability();
  }

  private double nonEmptyProbability() {
    return -Math.expm1(-meanPhotonNumber);
  }

  private double emptyProbability() {
    return StrictMath.exp(-meanPhotonNumber); // trials have the same bits on every JDK
  }

  /**
   * The part of Bob's bits that Eve knows behind a link.
   *
   * @param link the link from Alice to Bob, with the loss of the detectors
   * @return from 0 to 1; 1 over an opaque link
   */
  public double knownFraction(Link link) {
    double gain = gainWithoutEve(link);
    return gain > 0 ? Math.min(1, multiPhotonProbability() / gain) : 1;
  }

  private double gainWithoutEve(Link link) {
    return -Math.expm1(-meanPhotonNumber * link.transmittance());
  }

  /** How often Eve lets a pulse of several photons pass, without the one she keeps. */
  private double severalPassed(Link link) {
    return Math.min(1, gainWithoutEve(link) / multiPhotonProbability());
  }

  /** How often Eve lets a single photon pass, which she cannot copy. */
  private double singlesPassed(Link link) {
    double missing = gainWithoutEve(link) - severalPassed(link) * multiPhotonProbability();
    return missing / (meanPhotonNumber * Math.exp(-meanPhotonNumber));
  }

  /**
   * The attack on a link, as an eavesdropper: she takes one photon of every pulse that has two or
   * more, blocks as many pulses as the loss hides, and sends the rest over a lossless way.
   *
   * @param link the link whose loss she imitates, with the loss of the detectors
   * @return the eavesdropper
   */
  public Eve on(Link link) {
    return new SplittingEve(
        singlesPassed(link), severalPassed(link), EveEffect.ofKnown(0, knownFraction(link)));
  }

  /**
   * How often Bob detects pulses of another intensity while Eve imitates the loss of a link for
   * pulses of {@link #meanPhotonNumber()}.
   *
   * @param link the link whose loss she imitates, with the loss of the detectors
   * @param sentMeanPhotonNumber mean photons ν of the pulses sent, above 0 and up to 100
   * @return Q_ν, a probability; for ν = μ that of the lossy link
   * @throws IllegalArgumentException if the intensity is out of range
   */
  public double gain(Link link, double sentMeanPhotonNumber) {
    double several = new PhotonSplitting(sentMeanPhotonNumber).multiPhotonProbability();
    double single = sentMeanPhotonNumber * Math.exp(-sentMeanPhotonNumber);
    return singlesPassed(link) * single + severalPassed(link) * several;
  }

  /**
   * Draws the photons of pulses and what Eve does to each, and counts Bob's clicks.
   *
   * @param link the link whose loss she imitates, with the loss of the detectors
   * @param sentMeanPhotonNumber mean photons ν of the pulses sent, above 0 and up to 100
   * @param pulses pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the part of the pulses that Bob detects
   * @throws IllegalArgumentException if a number is out of range
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Estimate simulate(
      Link link, double sentMeanPhotonNumber, long pulses, RandomGenerator rng) {
    double empty = new PhotonSplitting(sentMeanPhotonNumber).emptyProbability();
    double singles = singlesPassed(link);
    double several = severalPassed(link);
    return Parallel.count(
        pulses,
        PULSES_PER_CHUNK,
        rng,
        random -> {
          int photons = Poisson.draw(empty, random);
          double passed = photons == 0 ? 0 : photons == 1 ? singles : several;
          return random.nextDouble() < passed;
        });
  }

  /**
   * The loss from which on Eve knows every bit, detectors included.
   *
   * @return the loss in decibel at which P(n ≥ 2) = 1 − e^(−ημ)
   */
  public double criticalLossDb() {
    double eta = -Math.log1p(-multiPhotonProbability()) / meanPhotonNumber;
    return -10 * Math.log10(eta);
  }
}
