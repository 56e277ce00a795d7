package qnet.postprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import qnet.qkd.Basis;
import qnet.qkd.Bits;
import qnet.qkd.FiniteKey;
import qnet.qkd.KeyLength;
import qnet.qkd.SiftedKeys;
import qnet.qkd.Tally;

/** One run of a {@link KeyPipeline}: what both ends hold, stage by stage. */
final class KeyDistillation {
  private static final double NS_PER_MS = 1e6;

  private final KeyPipeline pipeline;
  private final SiftedKeys sifted;
  private final ClassicalChannel channel;
  private final RandomGenerator rng;
  private final List<KeyStage> stages = new ArrayList<>();
  private Bits alice;
  private Bits bob;
  private Key pool;
  private Optional<KeyLength> length = Optional.empty();
  private long secretBits;
  private long leakSoFar;
  private long stageStart = System.nanoTime();

  KeyDistillation(
      KeyPipeline pipeline,
      SiftedKeys sifted,
      ClassicalChannel channel,
      Key shared,
      RandomGenerator rng) {
    this.pipeline = pipeline;
    this.sifted = sifted;
    this.channel = channel;
    this.rng = rng;
    pool = shared;
    leakSoFar = channel.leakBits();
  }

  KeyRun run(FiniteKey proof) {
    long leakBefore = leakSoFar;
    try {
      sift();
      double qber = estimate();
      bob = pipeline.errorCorrection().correct(alice, bob, qber, channel, rng).key();
      disclosed("correct");
      verify();
      amplify(proof, channel.leakBits() - leakBefore);
      authenticate();
      return new KeyRun(
          Optional.of(new Key(alice)), Optional.of(new Key(bob)), "", stages, length, pool);
    } catch (Abort e) {
      return new KeyRun(Optional.empty(), Optional.empty(), e.getMessage(), stages, length, pool);
    }
  }

  private void sift() {
    alice = sifted.alice(Basis.Z);
    bob = sifted.bob(Basis.Z);
    secretBits = sifted.counts().pulses();
    ended(KeyPipeline.SIFT, alice.length());
    if (alice.length() == 0) {
      throw new Abort("no clicks in the basis that makes the key");
    }
  }

  /** The error rate, from a sample or from the test basis; never 0, by the rule of succession. */
  private double estimate() {
    int sample = pipeline.sampleBits();
    if (sample > alice.length()) {
      throw new Abort("a sample of " + sample + " bits is more than the key's " + alice.length());
    }
    long tested = sample;
    long errors = sample == 0 ? 0 : compareSample(sample);
    if (sample == 0) {
      for (Tally tally : sifted.counts().tallies()) {
        tested += tally.basis() == Basis.X ? tally.detected() : 0;
        errors += tally.basis() == Basis.X ? tally.errors() : 0;
      }
    }
    if (tested == 0) {
      throw new Abort("no clicks in the basis that tests");
    }
    double seen = (double) errors / tested;
    if (seen > pipeline.maxQber()) {
      throw new Abort("an error rate of " + seen + " is above " + pipeline.maxQber());
    }
    return Math.min(0.5, (errors + 1.0) / (tested + 2.0));
  }

  /** Alice tells Bob some of her bits; he takes them over and counts how many were wrong. */
  private long compareSample(int sample) {
    var chosen = chosen(alice.length(), sample);
    var seed = channel.send(Party.ALICE, "which bits", chosen, 0);
    var told = channel.send(Party.ALICE, "sample", alice.select(chosen), sample);
    if (seed.length() != bob.length() || seed.ones() != told.length()) {
      throw new Abort("a sample that does not fit");
    }
    long wrong = bob.select(seed).xor(told).ones();
    bob = replaced(bob, seed, told);
    disclosed("sample");
    return wrong;
  }

  /** A mask with a number of ones at random places. */
  private Bits chosen(int bits, int ones) {
    var words = new long[(bits + 63) >>> 6];
    int left = ones;
    for (int i = 0; i < bits; i++) {
      if (rng.nextInt(bits - i) < left) {
        words[i >> 6] |= 1L << i;
        left--;
      }
    }
    return Bits.of(words, bits);
  }

  private static Bits replaced(Bits bits, Bits where, Bits by) {
    long[] words = bits.words();
    int next = 0;
    for (int i = 0; i < bits.length(); i++) {
      if (where.get(i)) {
        words[i >> 6] = words[i >> 6] & ~(1L << i) | (by.get(next++) ? 1L : 0) << i;
      }
    }
    return Bits.of(words, bits.length());
  }

  private void verify() {
    int n = alice.length();
    int tag = pipeline.verificationBits();
    var hash = Toeplitz.random(n, tag, rng);
    var seed = channel.send(Party.ALICE, "seed to verify", hash.seed(), 0);
    var hers = channel.send(Party.ALICE, "hash to verify", hash.hash(alice), tag);
    var his = sameHash(seed, n, tag, Toeplitz.Form.FULL).hash(bob);
    disclosed("verify");
    if (!his.equals(hers)) {
      throw new Abort("the keys differ after error correction");
    }
  }

  private void amplify(FiniteKey proof, long leakBits) {
    var keyLength = proof.length(sifted.counts(), pipeline.security(), leakBits);
    length = Optional.of(keyLength);
    int bits = (int) Math.min(keyLength.bits(), secretBits);
    if (bits <= 2 * Authentication.TAG_BITS) {
      throw new Abort("no key: " + (bits == 0 ? keyLength.limit() : "less than the tags cost"));
    }
    var hash = Toeplitz.random(alice.length(), bits, pipeline.form(), rng);
    var seed = channel.send(Party.ALICE, "seed to amplify", hash.seed(), 0);
    bob = sameHash(seed, alice.length(), bits, pipeline.form()).hash(bob);
    alice = hash.hash(alice);
    ended("amplify", bits);
  }

  private static Toeplitz sameHash(Bits seed, int inputBits, int outputBits, Toeplitz.Form form) {
    if (seed.length() != Toeplitz.seedBits(inputBits, outputBits, form)) {
      throw new Abort("a seed of the wrong length");
    }
    return new Toeplitz(seed, inputBits, outputBits, form);
  }

  /** Each end tags its view of all that was said; the new key gives back what the tags took. */
  private void authenticate() {
    if (pool.length() < 3 * Authentication.TAG_BITS) {
      throw new Abort("no key left for the tags: " + pool.length() + " bits");
    }
    var tags = Authentication.of(pool);
    var aliceView = Authentication.asBits(channel.viewOf(Party.ALICE));
    var bobView = Authentication.asBits(channel.viewOf(Party.BOB));
    check(tags, Party.ALICE, aliceView, bobView);
    check(tags.next(), Party.BOB, bobView, aliceView);
    var left = tags.next().next();
    int cost = pool.length() - left.point().length() - left.pool().length();
    var parts = new Key(alice).take(cost);
    pool = new Key(joined(left, parts.taken()));
    alice = parts.rest().bits();
    bob = new Key(bob).take(cost).rest().bits();
    ended("authenticate", alice.length());
  }

  private void check(Authentication tags, Party from, Bits view, Bits viewOfOther) {
    var tag = channel.send(from, "tag", tags.tag(view), 0);
    if (!tags.accepts(viewOfOther, tag)) {
      pool = new Key(joined(tags.next(), new Key(Bits.parse(""))));
      throw new Abort("the tag of " + from + " is false: a message was changed");
    }
  }

  private static Bits joined(Authentication tags, Key more) {
    return tags.point().bits().concat(tags.pool().bits()).concat(more.bits());
  }

  private void disclosed(String stage) {
    ended(stage, Math.max(0, secretBits - (channel.leakBits() - leakSoFar)));
  }

  private void ended(String stage, long bitsOut) {
    long now = System.nanoTime();
    long leak = channel.leakBits();
    stages.add(
        new KeyStage(stage, secretBits, bitsOut, leak - leakSoFar, (now - stageStart) / NS_PER_MS));
    secretBits = bitsOut;
    leakSoFar = leak;
    stageStart = now;
  }
}
