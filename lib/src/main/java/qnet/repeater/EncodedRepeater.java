package qnet.repeater;

import java.util.Objects;
import java.util.Optional;
import qnet.channel.Memory;
import qnet.code.BlockCode;
import qnet.qkd.KeyRate;
import qnet.state.BellDiagonal;
import qnet.state.Entropy;

/**
 * A second-generation repeater: loss is heralded as in a {@link Chain}, but each station holds its
 * qubits in an error-correcting code, so that errors of pairs and swaps are corrected and nothing
 * is purified.
 *
 * <p>Q_L = Σ C(n, k)·εᵏ·(1 − ε)ⁿ⁻ᵏ, k &gt; (d − 1)/2
 *
 * <p>per station and basis, with ε the error rate of one pair after one swap; over N segments Q =
 * (1 − (1 − 2·Q_L)ᴺ)/2, and K = (1 − h(Q_Z) − h(Q_X))/T with T the mean time until all n·N pairs
 * are there.
 *
 * <p>Valid for a code of n qubits and distance d whose swap is made qubit by qubit (a
 * Calderbank–Shor–Steane code), n memories per side of a station, and the next round beginning when
 * the last one ends.
 *
 * <p>Ignores errors while encoding, the time of gates, and that few waits are longer than the mean
 * wait, by which all pairs decay here.
 *
 * <p>Reference: L. Jiang, J. M. Taylor, K. Nemoto, W. J. Munro, R. Van Meter, M. D. Lukin, Phys.
 * Rev. A 79, 032325 (2009), doi:10.1103/PhysRevA.79.032325; classification after S. Muralidharan et
 * al., Sci. Rep. 6, 20463 (2016), doi:10.1038/srep20463.
 *
 * @param chain link, segments, heralding, memories and errors of the swaps; it must have no
 *     purification and no cut-off
 * @param code n qubits, of which it corrects (d − 1)/2
 */
public record EncodedRepeater(Chain chain, BlockCode code) {
  /**
   * Checks the components.
   *
   * @param chain as above
   * @param code as above
   * @throws IllegalArgumentException if the chain does not fit
   */
  public EncodedRepeater {
    Objects.requireNonNull(chain);
    Objects.requireNonNull(code);
    if (!chain.purification().isNone() || chain.memory().cutoffMs() != Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "chain must have no purification and no cut-off, was " + chain);
    }
  }

  /**
   * Steane's code: seven qubits, one error corrected.
   *
   * @param chain link, segments, heralding, memories and errors of the swaps
   * @return the repeater
   */
  public static EncodedRepeater steane(Chain chain) {
    return new EncodedRepeater(chain, BlockCode.steane());
  }

  /**
   * The key rate. One use is one optical mode of each segment.
   *
   * @return the key rate
   */
  public KeyRate keyRate() {
    double usesPerSecond = ChainAverage.never(chain, "").usesPerSecond() * code.qubits();
    Optional<String> obstacle = ChainAverage.obstacle(chain);
    if (obstacle.isPresent() || chain.swapProbability() < 1 && chain.segments() > 1) {
      String reason = obstacle.orElse("a swap that may fail loses the whole code");
      return new KeyRate(0, usesPerSecond, Double.NaN, Double.NaN, reason);
    }
    Segment segment = chain.segment();
    int pairs = Math.multiplyExact(code.qubits(), chain.segments());
    double timeMs =
        segment.attemptTimeMs() * WaitingTime.allReadyRounds(chain.linkProbability(), pairs);
    BellDiagonal pair = swapped(segment.pair(), timeMs);
    double qberZ = overChain(code.failureProbability(pair.errorRateZ()));
    double qberX = overChain(code.failureProbability(pair.errorRateX()));
    double fraction = Math.max(0, 1 - Entropy.binary(qberZ) - Entropy.binary(qberX));
    return new KeyRate(
        fraction * 1000 / timeMs / usesPerSecond,
        usesPerSecond,
        Double.NaN,
        qberZ,
        fraction == 0 ? "errors beyond the code" : "waiting for pairs");
  }

  /** A pair with the errors of the swap at its end, after both qubits waited. */
  private BellDiagonal swapped(BellDiagonal pair, double timeMs) {
    Memory memory = chain.memory();
    return Correlations.of(pair)
        .joined(Correlations.ofSwap(chain.swapping().errors()))
        .stored(memory, 2 * timeMs)
        .pair();
  }

  private double overChain(double error) {
    return (1 - Math.pow(1 - 2 * Math.min(error, 0.5), chain.segments())) / 2;
  }
}
