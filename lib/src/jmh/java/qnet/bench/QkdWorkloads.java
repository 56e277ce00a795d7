package qnet.bench;

import java.util.List;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.qkd.Analysis;
import qnet.qkd.Block;
import qnet.qkd.DecoyBb84;
import qnet.qkd.DecoySettings;
import qnet.qkd.Intensity;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Security;

/** Optimised key rates at 10 dB, with the detector that the peer calls its standard. */
final class QkdWorkloads {
  private static final int RATES = 100;
  private static final Detector DETECTOR =
      new Detector(0.2, 0, 1, 0).withDarkCountProbability(1e-5);

  private final Link link = Link.ofLossDb(10);
  private final DecoyBb84 infinite =
      new DecoyBb84(Source.laser(), DETECTOR, 0.015, 1, 1, Analysis.THRESHOLD);
  private final PracticalDecoyBb84 two =
      new PracticalDecoyBb84(
          Source.laser(),
          DETECTOR,
          0.015,
          1,
          new DecoySettings(
              1 - 1e-9,
              List.of(
                  new Intensity(0.5, 1 - 2e-9), new Intensity(0.1, 1e-9), new Intensity(0, 1e-9))),
          Analysis.THRESHOLD);

  void addTo(Workloads workloads) {
    workloads.add("infinite decoys, optimised", RATES, this::infiniteDecoys);
    workloads.add("two decoys, optimised", RATES, this::twoDecoys);
    workloads.add("finite key, optimised", RATES, this::finiteKey);
  }

  double infiniteDecoys() {
    double bits = 0;
    for (int i = 0; i < RATES; i++) {
      bits += infinite.over(link).bitsPerUse();
    }
    return bits / RATES;
  }

  double twoDecoys() {
    double bits = 0;
    for (int i = 0; i < RATES; i++) {
      bits += two.optimisedFor(link).over(link).bitsPerUse();
    }
    return bits / RATES;
  }

  double finiteKey() {
    var finite = two.finite(Block.ofPulses(1_000_000_000_000L), Security.standard());
    double bits = 0;
    for (int i = 0; i < RATES; i++) {
      bits += finite.over(link).bitsPerUse();
    }
    return bits / RATES;
  }
}
