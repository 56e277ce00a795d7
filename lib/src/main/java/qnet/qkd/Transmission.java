package qnet.qkd;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/** Sends many BB84 pulses of given cases, and sifts. */
record Transmission(PulseCases cases) {
  /** Part of the result's definition, as are the sizes of chunks that follow from it. */
  private static final double EVENTS_PER_CHUNK = 1 << 14;

  private static final long LARGEST_CHUNK = 1 << 30;

  /** The sifted keys that a number of pulses leaves. */
  SiftedKeys keys(long pulses, RandomGenerator rng) {
    QkdChecks.pulses(pulses);
    long key = rng.nextLong();
    return keys(pulses, run(pulses, true, key), key);
  }

  /** The same without the bits. */
  Counts counts(long pulses, RandomGenerator rng) {
    QkdChecks.pulses(pulses);
    long key = rng.nextLong();
    return counts(pulses, run(pulses, false, key), key);
  }

  private SiftedChunk run(long pulses, boolean keepBits, long key) {
    long chunkSize = chunkSize();
    int chunks = (int) ((pulses - 1) / chunkSize + 1);
    return SiftedChunk.joined(
        cases,
        keepBits,
        cases.hasMemory()
            ? oneAfterAnother(pulses, chunkSize, chunks, keepBits, key)
            : Parallel.map(
                chunks,
                i -> {
                  var random = Xoshiro256.stream(key, i);
                  var chunk = new SiftedChunk(cases, keepBits);
                  long size = Math.min(chunkSize, pulses - i * chunkSize);
                  new ClickWalk(cases, random).walk(size, chunk, random);
                  return chunk;
                }));
  }

  /** Where a click changes what comes after it, one walk goes on through all chunks. */
  private List<SiftedChunk> oneAfterAnother(
      long pulses, long chunkSize, int chunks, boolean keepBits, long key) {
    var random = Xoshiro256.stream(key, 0);
    var walk = new ClickWalk(cases, random);
    return Parallel.inOrder(
        chunks,
        i -> {
          var chunk = new SiftedChunk(cases, keepBits);
          walk.walk(Math.min(pulses, (i + 1) * chunkSize), chunk, random);
          return chunk;
        });
  }

  /** Pulses in which a fixed number of events is expected: a power of 2. */
  private long chunkSize() {
    double perPulse = cases.brightest() + 2 * cases.noiseProbability;
    return Long.highestOneBit((long) Math.min(LARGEST_CHUNK, EVENTS_PER_CHUNK / perPulse));
  }

  private SiftedKeys keys(long pulses, SiftedChunk all, long key) {
    if (all.strings[SiftedChunk.ALICE].length() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "pulses must leave at most 2³¹ − 1 sifted bits, left "
              + all.strings[SiftedChunk.ALICE].length());
    }
    List<Bits> strings = Stream.of(all.strings).map(BitAppender::toBits).toList();
    Bits basis = strings.get(SiftedChunk.BASIS);
    return new SiftedKeys(
        counts(pulses, all, key),
        strings.get(SiftedChunk.ALICE),
        strings.get(SiftedChunk.BOB),
        basis,
        cases.intensities() == 1
            ? List.of(SiftedKeys.ones(basis.length()))
            : strings.subList(SiftedChunk.FIRST_INTENSITY, strings.size()),
        LongStream.of(all.detected).sum(),
        all.doubleClicks);
  }

  /** The counts; the cases of the pulses in which nothing happened are drawn here, all at once. */
  private Counts counts(long pulses, SiftedChunk all, long key) {
    var random = Xoshiro256.stream(key, -1);
    long unseen = pulses - LongStream.of(all.seen).sum();
    double left = 1;
    var sent = all.seen.clone();
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
            new Tally(basis, cases.meanPhotonNumbers[k], sent[c], all.detected[c], all.errors[c]));
      }
    }
    return new Counts(pulses, tallies);
  }
}
