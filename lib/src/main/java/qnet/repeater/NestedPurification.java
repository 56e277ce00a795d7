package qnet.repeater;

import java.util.Objects;
import qnet.run.Require;
import qnet.state.Bbpssw;
import qnet.state.BellDiagonal;
import qnet.state.Swap;
import qnet.state.Werner;

/**
 * The repeater of Briegel, Dür, Cirac and Zoller: on every level L pairs are joined to one that is
 * L times as long, and M such pairs are purified back to the fidelity that the level began with.
 *
 * <p>pairs = N^(log_L M + 1) for N = Lⁿ links
 *
 * <p>and so a power of the distance, where a chain without purification needs exponentially many.
 *
 * <p>Valid for Werner pairs (twirled before each step), noisy gates and read-outs; counts mean
 * numbers of elementary pairs.
 *
 * <p>Ignores memories that decay while messages travel; {@link Chain} has them.
 *
 * <p>Reference: H.-J. Briegel, W. Dür, J. I. Cirac, P. Zoller, Phys. Rev. Lett. 81, 5932 (1998),
 * doi:10.1103/PhysRevLett.81.5932, arXiv:quant-ph/9803056; W. Dür, H.-J. Briegel, J. I. Cirac, P.
 * Zoller, Phys. Rev. A 59, 169 (1999), doi:10.1103/PhysRevA.59.169, arXiv:quant-ph/9808065.
 *
 * @param swap the errors of joining
 * @param purification the errors of purifying
 * @param linksPerLevel L, at least 2
 */
public record NestedPurification(Swap swap, Bbpssw purification, int linksPerLevel) {
  private static final int MOST_ROUNDS = 100;
  private static final int STEPS = 2000;

  /**
   * Checks the components.
   *
   * @param swap as above
   * @param purification as above
   * @param linksPerLevel as above
   * @throws IllegalArgumentException if L is below 2
   */
  public NestedPurification {
    Objects.requireNonNull(swap);
    Objects.requireNonNull(purification);
    Require.atLeast("linksPerLevel", linksPerLevel, 2);
  }

  /**
   * Gates and read-outs of one reliability, two links per level.
   *
   * @param reliability of two-qubit gates and of read-outs, from 0 to 1
   * @return the repeater
   */
  public static NestedPurification ofReliability(double reliability) {
    return new NestedPurification(
        new Swap(reliability, reliability), new Bbpssw(true, reliability, reliability), 2);
  }

  /**
   * This repeater with another number of links per level.
   *
   * @param linksPerLevel L, at least 2
   * @return the changed repeater
   */
  public NestedPurification withLinksPerLevel(int linksPerLevel) {
    return new NestedPurification(swap, purification, linksPerLevel);
  }

  /**
   * The fidelity after L pairs are joined, twirled after each swap.
   *
   * @param fidelity of each of them, from 0 to 1
   * @return F_L
   */
  public double joined(double fidelity) {
    BellDiagonal link = BellDiagonal.werner(fidelity);
    BellDiagonal all = link;
    for (int i = 1; i < linksPerLevel; i++) {
      all = swap.join(all, link).twirled().bellDiagonal();
    }
    return all.fidelity(); // Briegel et al. 1998: ¼{1 + 3·[p₂(4η² − 1)/3]^(L−1)·[(4F − 1)/3]^L}
  }

  /**
   * The fidelity above which purification helps.
   *
   * @return the lower fixed point of a step; NaN if no step ever helps
   */
  public double minFidelity() {
    double above = helped();
    return Double.isNaN(above) ? above : fixedPoint(0.25, above);
  }

  /**
   * The fidelity that purification can reach.
   *
   * @return the upper fixed point of a step; NaN if no step ever helps
   */
  public double maxFidelity() {
    double below = helped();
    if (Double.isNaN(below)) {
      return below;
    }
    return gain(1) >= 0 ? 1 : fixedPoint(1, below);
  }

  /** What a step adds to the fidelity. */
  private double gain(double fidelity) {
    return purification.purify(Werner.ofFidelity(fidelity).bellDiagonal()).fidelity() - fidelity;
  }

  /** The fidelity at which a step helps most, NaN if it never does. */
  private double helped() {
    double best = Double.NaN;
    double most = 0;
    for (int i = STEPS / 2; i < STEPS; i++) {
      double fidelity = (double) i / STEPS;
      if (gain(fidelity) > most) {
        most = gain(fidelity);
        best = fidelity;
      }
    }
    return best;
  }

  /** Bisection between a fidelity at which a step harms and one at which it helps. */
  private double fixedPoint(double harmed, double helped) {
    double low = harmed;
    double high = helped;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (gain(middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * Mean number M of joined pairs that it takes to come back to the fidelity of the links.
   *
   * @param fidelity of the links, from 0.5 to 1
   * @return M, at least 1; +∞ if purification does not lead back
   */
  public double pairsPerLevel(double fidelity) {
    Require.probability("fidelity", fidelity);
    double now = joined(fidelity);
    double pairs = 1;
    for (int round = 0; now < fidelity; round++) {
      var step = purification.purify(Werner.ofFidelity(now).bellDiagonal());
      if (round == MOST_ROUNDS || step.fidelity() <= now) {
        return Double.POSITIVE_INFINITY;
      }
      pairs *= 2 / step.successProbability();
      now = step.fidelity();
    }
    return pairs;
  }

  /**
   * Mean number of elementary pairs per pair from end to end.
   *
   * @param fidelity of the links and of the pair from end to end, from 0.5 to 1
   * @param links N, at least 1
   * @return N^(log_L M + 1); +∞ if purification does not lead back
   */
  public double pairs(double fidelity, int links) {
    Require.atLeast("links", links, 1);
    double exponent = Math.log(pairsPerLevel(fidelity)) / Math.log(linksPerLevel);
    return Math.pow(links, exponent + 1); // Briegel et al. 1998, the resources
  }
}
