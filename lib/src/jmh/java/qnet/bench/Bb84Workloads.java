package qnet.bench;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import qnet.channel.Detector;
import qnet.qkd.Bb84;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;
import qnet.run.XoshiroLanes;

/**
 * BB84 with single photons, misalignment 2 %, and 10⁻⁶ dark counts per detector and pulse: sent,
 * detected, and sifted. Each returns a number, so that nothing can be left out.
 */
final class Bb84Workloads {
  static final int RECORDED = 1 << 24;
  static final long COUNTED = 1L << 27;
  static final long RARE = 1L << 33;
  private static final int LANES = 256;
  private static final int FILLS = 1 << 14;
  static final long RANDOM_WORDS = (long) LANES * FILLS;

  /** Random words for 64 pulses of a record. */
  static final int WORDS_PER_RECORD = 14;

  private static final Detector DETECTOR = Detector.ideal().withDarkCountProbability(1e-6);

  private final Bb84 bb84 = Bb84.standard().withDetector(DETECTOR).withMisalignment(0.02);
  private final Bb84 dead =
      bb84.withDetector(DETECTOR.withDeadTimeNs(20).withAfterpulseProbability(0.02));
  private final Xoshiro256 random = Xoshiro256.stream(1, 2);
  private final XoshiroLanes lanes = new XoshiroLanes(LANES, random);
  private final long[] words = new long[LANES];

  void addTo(Workloads workloads) {
    workloads.add("bb84 record, plain peer", RECORDED, () -> record(0.1));
    workloads.add("bb84 record, packed peer", RECORDED, () -> record(0.1));
    workloads.add("bb84 record, no loss", RECORDED, () -> record(1));
    workloads.add("bb84 record, all cores", RECORDED, () -> record(0.1));
    workloads.add("bb84 record, one core", RECORDED, () -> onOneCore(() -> record(0.1)));
    workloads.add("bb84 counts", COUNTED, this::counts);
    workloads.add("bb84 counts, one core", COUNTED, () -> onOneCore(this::counts));
    workloads.add("bb84 rare clicks", RARE, this::rareClicks);
    workloads.add("bb84 rare clicks, one core", RARE, () -> onOneCore(this::rareClicks));
  }

  /** Everything both write down, and the sifted keys. */
  double record(double transmittance) {
    return bb84.rawKeys(() -> transmittance, RECORDED, new SplittableRandom(1))
        .sifted()
        .counts()
        .qber();
  }

  double counts() {
    return bb84.simulate(() -> 0.1, COUNTED, new SplittableRandom(1)).qber();
  }

  /** Sifted keys where one pulse in a thousand clicks. */
  double rareClicks() {
    return bb84.transmit(() -> 1e-3, RARE, new SplittableRandom(1)).counts().qber();
  }

  /** Clicks with dead time and after-pulses. */
  double deadTimeClicks() {
    return dead.transmit(() -> 0.1, RECORDED, new SplittableRandom(1)).clicks();
  }

  /** Random words, as fast as this machine makes them on one core. */
  long randomWords() {
    long sum = 0;
    for (int i = 0; i < FILLS; i++) {
      lanes.fill(words);
      sum += words[i & (LANES - 1)];
    }
    return sum;
  }

  /** A kit worker runs inline what is started from it. */
  static double onOneCore(DoubleSupplier work) {
    return Parallel.<Double>map(1, i -> work.getAsDouble()).get(0);
  }
}
