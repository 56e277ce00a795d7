package qnet.repeater;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import qnet.channel.Memory;

/** Mean time and mean state of the chains that have a closed form. */
final class ClosedForm {
  private ClosedForm() {}

  static Optional<ChainAverage> of(Chain chain) {
    Optional<String> obstacle = ChainAverage.obstacle(chain);
    if (obstacle.isPresent()) {
      return obstacle.map(reason -> ChainAverage.never(chain, reason));
    }
    if (!chain.purification().isNone()) {
      return Optional.empty();
    }
    if (chain.segments() == 1) {
      double meanTimeMs = chain.segment().attemptTimeMs() / chain.linkProbability();
      return Optional.of(ChainAverage.of(chain, meanTimeMs, chain.segment().pair()));
    }
    if (chain.endsStored()) {
      return Optional.empty();
    }
    boolean endless = chain.memory().cutoffMs() == Double.POSITIVE_INFINITY;
    if (chain.segments() == 2 && (endless || chain.segment().latencyMs() == 0)) {
      return Optional.of(twoSegments(chain));
    }
    return chain.isStraight() ? Optional.of(straight(chain)) : Optional.empty();
  }

  private static ChainAverage twoSegments(Chain chain) {
    var times = new ChainTimes(chain);
    double p = times.linkProbability;
    double s = times.swapProbability;
    double message = times.message(1);
    double rounds = WaitingTime.cutoffRounds(p, times.cutoff);
    double meanRounds = rounds / s + (1 / s - 1) * message;
    return average(
        times, meanRounds, perRound -> WaitingTime.keptWithCutoff(p, times.cutoff, perRound));
  }

  private static ChainAverage straight(Chain chain) {
    var times = new ChainTimes(chain);
    int segments = chain.segments();
    double rounds = WaitingTime.allReadyRounds(times.linkProbability, segments);
    var storage = new StraightStorage(times.linkProbability, segments);
    return average(times, rounds, storage::kept);
  }

  /** From what one round of storage leaves to what the whole wait leaves. */
  private static ChainAverage average(ChainTimes times, double rounds, DoubleUnaryOperator kept) {
    Memory memory = times.chain.memory();
    double coherence = kept.applyAsDouble(Correlations.kept(times.attemptTimeMs, memory.t2Ms()));
    double population = kept.applyAsDouble(Correlations.kept(times.attemptTimeMs, memory.t1Ms()));
    var pair = times.fresh.scaled(coherence, population).pair();
    return ChainAverage.of(times.chain, rounds * times.attemptTimeMs, pair);
  }
}
