package qnet.qkd;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * What many pulses leave after sifting, with an eavesdropper on the link.
 *
 * @param counts what was sent, detected and wrong
 * @param alice Alice's sifted bits
 * @param bob Bob's
 * @param eve how Eve's notes agree with Alice's bits
 */
record SiftedRun(Counts counts, Bits alice, Bits bob, EveRecord eve) {
  private static final int WORDS_BETWEEN_CHECKS = 1 << 10;

  /** Sends pulses; detectors are always ready. */
  static SiftedRun of(PulseSetup setup, Link link, Eve eve, long pulses, RandomGenerator rng) {
    boolean passive = eve instanceof InterceptResend attack && attack.fraction() == 0;
    boolean singlePhotons = setup.source().statistics() == Source.Statistics.SINGLE_PHOTON;
    if (eve instanceof BulkEve bulk && (passive || singlePhotons)) {
      return attacked(setup.transmission(link).keys(pulses, rng), bulk, rng);
    }
    return oneByOne(new PulseTrials(setup, link, eve), pulses, rng);
  }

  /** Sends pulses one by one. */
  static SiftedRun oneByOne(PulseTrials trials, long pulses, RandomGenerator rng) {
    List<Part> parts =
        Parallel.trials(
            pulses,
            PulseTrials.PULSES_PER_CHUNK,
            rng,
            (n, random) -> {
              var part = new Part();
              part.counts = trials.countChunk(n, random, part::add);
              return new ArrayList<>(List.of(part));
            },
            (earlier, later) -> {
              earlier.addAll(later);
              return earlier;
            });
    var eve = new EveRecord();
    parts.forEach(part -> eve.add(part.eve));
    return new SiftedRun(
        parts.stream().map(part -> part.counts).reduce(Counts.NONE, Counts::plus),
        BitAppender.joined(parts.stream().map(part -> part.alice).toList()),
        BitAppender.joined(parts.stream().map(part -> part.bob).toList()),
        eve);
  }

  /** The bits and notes of a stretch of pulses, while it grows. */
  private static final class Part {
    private final BitAppender alice = new BitAppender();
    private final BitAppender bob = new BitAppender();
    private final EveRecord eve = new EveRecord();
    private Counts counts = Counts.NONE;

    void add(PulseStory story) {
      append(alice, story.aliceOne);
      append(bob, story.bobOne);
      double one = story.note.one(story.aliceBasis);
      eve.add(Math.max(one, 1 - one), one > 0.5 == story.aliceOne);
    }

    private static void append(BitAppender bits, boolean one) {
      bits.reserve(1);
      bits.append(one ? 1 : 0, 1);
    }
  }

  /** Attacks the sifted bits of single photons, 64 at a time. */
  private static SiftedRun attacked(SiftedKeys keys, BulkEve attack, RandomGenerator rng) {
    var random = Xoshiro256.stream(rng.nextLong(), 0);
    int length = keys.alice().length();
    long[] alice = keys.alice().words();
    long[] diagonal = keys.diagonal().words();
    long[] flipped = new long[alice.length];
    var eve = new EveRecord();
    for (int i = 0; i < alice.length; i++) {
      if (i % WORDS_BETWEEN_CHECKS == 0) {
        Parallel.checkInterrupt();
      }
      var read = attack.attack(alice[i], diagonal[i], random);
      flipped[i] = read.flipped();
      long used = -1L >>> Math.max(0, 64 * (i + 1L) - length);
      long right = used & ~(read.guess() ^ alice[i]);
      long informed = used & read.informed();
      eve.add(
          attack.informedGuessProbability(),
          Long.bitCount(informed),
          Long.bitCount(right & informed));
      eve.add(0.5, Long.bitCount(used & ~informed), Long.bitCount(right & ~informed));
    }
    Bits bob = keys.bob().xor(Bits.of(flipped, length));
    Counts counts = keys.intensities().size() == 1 ? recount(keys, bob) : keys.counts();
    return new SiftedRun(counts, keys.alice(), bob, eve);
  }

  /** The counts of pulses of one intensity with the errors that an attack leaves. */
  private static Counts recount(SiftedKeys keys, Bits bob) {
    Bits differing = keys.alice().xor(bob);
    long diagonal = differing.select(keys.diagonal()).ones();
    var tallies = new ArrayList<Tally>();
    for (Tally tally : keys.counts().tallies()) {
      long errors = tally.basis() == Basis.X ? diagonal : differing.ones() - diagonal;
      tallies.add(
          new Tally(
              tally.basis(), tally.meanPhotonNumber(), tally.sent(), tally.detected(), errors));
    }
    return new Counts(keys.counts().pulses(), tallies);
  }
}
