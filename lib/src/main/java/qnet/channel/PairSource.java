package qnet.channel;

import java.util.Objects;
import qnet.run.Require;

/**
 * A pulsed source of photon pairs in the polarisation singlet: one photon of each pair goes to
 * Alice, one to Bob.
 *
 * <p>Parametric down-conversion, pumped by pulses: P(n) = (n + 1)·λⁿ/(1 + λ)ⁿ⁺², λ = μ/2
 *
 * <p>Emitter of single pairs: P(1) = μ, P(0) = 1 − μ
 *
 * <p>Valid for pump pulses short against the coherence time of the photons: each pulse fills one
 * temporal mode of two polarisations.
 *
 * <p>Ignores sources of many modes (there the number of pairs is Poissonian), continuous pumping,
 * and imperfect entanglement, which belongs to the misalignment of the protocol.
 *
 * <p>Reference: X. Ma, C.-H. F. Fung, H.-K. Lo, Phys. Rev. A 76, 012307 (2007),
 * doi:10.1103/PhysRevA.76.012307, arXiv:quant-ph/0703122, after P. Kok, S. L. Braunstein, Phys.
 * Rev. A 61, 042304 (2000), doi:10.1103/PhysRevA.61.042304.
 *
 * @param statistics how many pairs a pump pulse makes
 * @param meanPairNumber mean number μ of pairs per pump pulse, above 0 and up to 100 for
 *     down-conversion and up to 1 for an emitter; NaN for down-conversion whose pump power the
 *     protocol chooses
 * @param repetitionRateHz pump pulses per second, above 0
 */
public record PairSource(Statistics statistics, double meanPairNumber, double repetitionRateHz) {
  private static final double BRIGHTEST = 100;

  /** How the number of pairs in a pulse is distributed. */
  public enum Statistics {
    /** Parametric down-conversion into two polarisation modes: thermal in each of them. */
    DOWN_CONVERSION,
    /** An emitter of one pair at most. */
    SINGLE_PAIR
  }

  /**
   * Checks the components.
   *
   * @param statistics as above
   * @param meanPairNumber as above
   * @param repetitionRateHz as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public PairSource {
    boolean down = Objects.requireNonNull(statistics) == Statistics.DOWN_CONVERSION;
    if (!(down && Double.isNaN(meanPairNumber))) {
      Require.positive("meanPairNumber", meanPairNumber);
      Require.between("meanPairNumber", meanPairNumber, 0, down ? BRIGHTEST : 1);
    }
    Require.positive("repetitionRateHz", repetitionRateHz);
  }

  /**
   * Spontaneous parametric down-conversion, pumped at 1 GHz to compare with {@link Source#laser()},
   * with whatever pump power the protocol finds best.
   *
   * @return the source
   */
  public static PairSource downConversion() {
    return new PairSource(Statistics.DOWN_CONVERSION, Double.NaN, 1e9);
  }

  /**
   * An ideal emitter of exactly one pair per pulse, at 1 GHz to compare with {@link
   * Source#singlePhoton()}.
   *
   * @return the source
   */
  public static PairSource singlePair() {
    return new PairSource(Statistics.SINGLE_PAIR, 1, 1e9);
  }

  /**
   * This source with another brightness.
   *
   * @param meanPairNumber mean number of pairs per pump pulse; NaN lets the protocol choose
   *     (down-conversion only)
   * @return the changed source
   */
  public PairSource withMeanPairNumber(double meanPairNumber) {
    return new PairSource(statistics, meanPairNumber, repetitionRateHz);
  }

  /**
   * This source with another clock.
   *
   * @param repetitionRateHz pump pulses per second, above 0
   * @return the changed source
   */
  public PairSource withRepetitionRateHz(double repetitionRateHz) {
    return new PairSource(statistics, meanPairNumber, repetitionRateHz);
  }

  /**
   * The probability that a pulse makes a number of pairs, P(n).
   *
   * @param pairs the number n, ≥ 0
   * @return a probability; NaN while the brightness is left to the protocol
   * @throws IllegalArgumentException if {@code pairs} is negative
   */
  public double pairProbability(int pairs) {
    Require.atLeast("pairs", pairs, 0);
    if (statistics == Statistics.SINGLE_PAIR) {
      return pairs == 0 ? 1 - meanPairNumber : pairs == 1 ? meanPairNumber : 0;
    }
    double lambda = meanPairNumber / 2;
    return (pairs + 1) // Ma, Fung, Lo 2007
        * Math.pow(lambda / (1 + lambda), pairs)
        / ((1 + lambda) * (1 + lambda));
  }
}
