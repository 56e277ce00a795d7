package qnet.qkd;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/** Sends many BB84 pulses of given cases, and sifts. */
record Transmission(PulseCases cases) {
  /** Part of the result's definition, as are the sizes of chunks that follow from it. */
  private static final long PULSES_PER_CHUNK = 1 << 20;

  private static final double EVENTS_PER_WALK = 1 << 14;
  private static final long LONGEST_WALK = 1 << 30;

  /** With fewer events per pulse, a walk from click to click is quicker than a block. */
  private static final double RARE = 1.0 / 32;

  /** Chunks of a long run become longer instead of more. */
  private static final long MOST_CHUNKS = 1 << 12;

  /** The sifted keys that a number of pulses leaves. */
  SiftedKeys keys(long pulses, RandomGenerator rng) {
    QkdChecks.pulses(pulses);
    double siftedBits = pulses * cases.siftedPerPulse();
    if (cases.blindPulses == 0 && siftedBits > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "pulses must leave at most 2147483647 sifted bits, would leave about " + siftedBits);
    }
    long key = rng.nextLong();
    return keys(pulses, run(pulses, true, key), key);
  }

  /** The same without the bits. */
  Counts counts(long pulses, RandomGenerator rng) {
    QkdChecks.pulses(pulses);
    long key = rng.nextLong();
    return counts(pulses, SiftedChunk.sum(cases, run(pulses, false, key)), key);
  }

  /** All of a number of pulses, sifted and not. */
  RawKeys raw(int pulses, RandomGenerator rng) {
    QkdChecks.pulses(pulses);
    if (cases.hasMemory()) {
      throw new IllegalArgumentException(
          "raw keys need detectors without dead time and after-pulses");
    }
    long key = rng.nextLong();
    var raw = new RawWords(pulses);
    var sifted = keys(pulses, blocks(pulses, true, raw, key), key);
    var strings = raw.toBits();
    return new RawKeys(
        strings.get(0), strings.get(1), strings.get(2), strings.get(3), strings.get(4), sifted);
  }

  private List<SiftedChunk> run(long pulses, boolean keepBits, long key) {
    return cases.hasMemory()
        ? oneWalk(pulses, keepBits, key)
        : eventsPerPulse() < RARE
            ? walks(pulses, keepBits, key)
            : blocks(pulses, keepBits, null, key);
  }

  private List<SiftedChunk> blocks(long pulses, boolean keepBits, RawWords raw, long key) {
    long size = enlarged(PULSES_PER_CHUNK, pulses);
    return Parallel.map(
        chunks(pulses, size),
        i -> {
          var chunk = new SiftedChunk(cases, keepBits, size);
          new BlockSifting(cases, chunk, Xoshiro256.stream(key, i))
              .send(i * size, Math.min(pulses, (i + 1) * size), raw);
          return chunk.ended();
        });
  }

  private List<SiftedChunk> walks(long pulses, boolean keepBits, long key) {
    long size = enlarged(pulsesPerWalk(), pulses);
    return Parallel.map(
        chunks(pulses, size),
        i -> {
          var random = Xoshiro256.stream(key, i);
          var chunk = new SiftedChunk(cases, keepBits, size);
          new ClickWalk(cases, random).walk(Math.min(size, pulses - i * size), chunk, random);
          return chunk.ended();
        });
  }

  /** Where a click changes what comes after it, one walk goes on through all chunks. */
  private List<SiftedChunk> oneWalk(long pulses, boolean keepBits, long key) {
    var random = Xoshiro256.stream(key, 0);
    var walk = new ClickWalk(cases, random);
    long size = enlarged(pulsesPerWalk(), pulses);
    return Parallel.inOrder(
        chunks(pulses, size),
        i -> {
          var chunk = new SiftedChunk(cases, keepBits, size);
          walk.walk(Math.min(pulses, (i + 1) * size), chunk, random);
          return chunk.ended();
        });
  }

  private static long enlarged(long size, long pulses) {
    long enlarged = size;
    while (pulses / enlarged >= MOST_CHUNKS) {
      enlarged *= 2;
    }
    return enlarged;
  }

  private static int chunks(long pulses, long size) {
    return Math.toIntExact((pulses - 1) / size + 1);
  }

  /** Pulses in which a fixed number of events is expected: a power of 2. */
  private long pulsesPerWalk() {
    return Long.highestOneBit((long) Math.min(LONGEST_WALK, EVENTS_PER_WALK / eventsPerPulse()));
  }

  private double eventsPerPulse() {
    return cases.brightest() + 2 * cases.noiseProbability;
  }

  private SiftedKeys keys(long pulses, List<SiftedChunk> chunks, long key) {
    var all = SiftedChunk.sum(cases, chunks);
    List<Bits> strings = SiftedChunk.strings(chunks);
    long clicks = IntStream.range(0, cases.size()).mapToLong(all::clicks).sum();
    return new SiftedKeys(
        counts(pulses, all, key),
        strings.get(SiftedChunk.ALICE),
        strings.get(SiftedChunk.BOB),
        strings.get(SiftedChunk.BASIS),
        strings.subList(SiftedChunk.FIRST_INTENSITY, strings.size()),
        clicks,
        all.doubleClicks());
  }

  /** The counts; the cases of the pulses in which nothing happened are drawn here, all at once. */
  private Counts counts(long pulses, SiftedChunk all, long key) {
    var random = Xoshiro256.stream(key, -1);
    long unseen = pulses - IntStream.range(0, cases.size()).mapToLong(all::pulses).sum();
    double left = 1;
    var sent = IntStream.range(0, cases.size()).mapToLong(all::pulses).toArray();
    for (int c = 0; c < sent.length; c++) {
      long these = Binomial.draw(unseen, Math.min(1, cases.probabilities[c] / left), random);
      sent[c] += these;
      unseen -= these;
      left -= cases.probabilities[c];
    }
    var tallies = new ArrayList<Tally>();
    for (int k = 0; k < cases.intensities(); k++) {
      for (Basis basis : List.of(Basis.Z, Basis.X)) {
        int c = PulseCases.sameBasis(k, basis);
        tallies.add(
            new Tally(basis, cases.meanPhotonNumbers[k], sent[c], all.clicks(c), all.errors(c)));
      }
    }
    return new Counts(pulses, tallies);
  }
}
