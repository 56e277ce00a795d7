package qnet.repeater;

/** The numbers of a chain as its runs need them, with times in attempts. */
final class ChainTimes {
  private static final double ROUNDING = 1e-9;

  final int segments;
  final Chain chain;
  final double attemptTimeMs;
  final double linkProbability;
  final double swapProbability;
  final double cutoff;
  final boolean endsStored;
  final GeometricSampler attempts;
  final Correlations link;
  final Correlations swap;
  final Correlations fresh;
  private final double latency;

  ChainTimes(Chain chain) {
    Segment segment = chain.segment();
    this.chain = chain;
    segments = chain.segments();
    attemptTimeMs = segment.attemptTimeMs();
    linkProbability = chain.linkProbability();
    swapProbability = chain.swapProbability();
    cutoff = Math.floor(chain.memory().cutoffMs() / attemptTimeMs + ROUNDING);
    latency = segment.latencyMs() / attemptTimeMs;
    endsStored = chain.endsStored() || !chain.purification().isNone();
    attempts = new GeometricSampler(linkProbability);
    link = Correlations.of(segment.pair());
    fresh = Correlations.chain(segment.pair(), chain.swapping().errors(), segments);
    swap = Correlations.ofSwap(chain.swapping().errors());
  }

  /** Attempts that pass while a message goes over a number of segments; attempts are clocked. */
  double message(int overSegments) {
    return Math.ceil(latency * overSegments - ROUNDING);
  }
}
