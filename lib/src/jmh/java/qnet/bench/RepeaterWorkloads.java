package qnet.bench;

import java.util.SplittableRandom;
import qnet.channel.Fiber;
import qnet.channel.Memory;
import qnet.repeater.Chain;
import qnet.repeater.ChainSearch;
import qnet.repeater.Segment;
import qnet.repeater.Swapping;
import qnet.repeater.TwoPhotonHeralding;

/**
 * The hot paths of the repeater package. Each returns a number, so that nothing can be left out.
 */
final class RepeaterWorkloads {
  private static final int LONG = 1024;
  private static final int LONG_TRIALS = 16_384;
  private static final int EVENT_TRIALS = 4096;
  private static final int SHORT_TRIALS = 200_000;

  private final Chain chain =
      Chain.ideal()
          .withHeralding(link -> Segment.ofProbability(0.01))
          .withMemory(Memory.dephasing(1e6));
  private final Swapping fallible = Swapping.ideal().withSuccessProbability(1 - 1e-12);
  private final ChainSearch search =
      ChainSearch.of(
          Chain.ideal()
              .withLink(Fiber.standard().withLengthKm(1000))
              .withHeralding(TwoPhotonHeralding.ideal().withEfficiency(0.8).withFidelity(0.98))
              .withMemory(Memory.dephasing(1000).withModes(100)));

  void addTo(Workloads workloads) {
    workloads.add("chain of 1024", LONG_TRIALS, this::longChain);
    workloads.add("chain of 1024, events", EVENT_TRIALS, this::longChainByEvents);
    workloads.add("chain of 16, dephasing", SHORT_TRIALS, this::shortChain);
    workloads.add("chain search, 1000 km", 1, this::chainSearch);
  }

  double longChain() {
    return meanMs(chain.withSegments(LONG), LONG_TRIALS);
  }

  /** Swaps that fail once in 10¹² times leave no short cut. */
  double longChainByEvents() {
    return meanMs(chain.withSegments(LONG).withSwapping(fallible), EVENT_TRIALS);
  }

  double shortChain() {
    return meanMs(chain.withSegments(16), SHORT_TRIALS);
  }

  double chainSearch() {
    return search.best(new SplittableRandom(2)).bitsPerSecond();
  }

  private static double meanMs(Chain chain, int trials) {
    return chain.simulate(trials, new SplittableRandom(1)).timeMs().mean();
  }
}
