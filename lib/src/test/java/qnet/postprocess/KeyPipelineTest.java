package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.qkd.Basis;
import qnet.qkd.Bb84;
import qnet.qkd.Bits;
import qnet.qkd.Block;
import qnet.qkd.Counts;
import qnet.qkd.FiniteKey;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Security;
import qnet.qkd.SiftedKeys;
import qnet.qkd.Tally;
import qnet.run.Xoshiro256;

class KeyPipelineTest {
  private static final Link LINK = Fiber.standard().withLengthKm(10);
  private final KeyPipeline pipeline = KeyPipeline.standard();
  private final FiniteKey proof = FiniteKey.singlePhotons();

  private static Xoshiro256 rng(int stream) {
    return Xoshiro256.stream(77, stream);
  }

  /** Sifted keys with a given number of bits in each basis and a given error rate. */
  private static SiftedKeys sifted(int keyBits, int testBits, double qber) {
    int n = keyBits + testBits;
    var random = rng(n);
    var alice = Bits.random(n, random);
    var errors = Noise.of(n, qber, random);
    var diagonal = Bits.parse("0".repeat(keyBits) + "1".repeat(testBits));
    var tallies =
        List.of(
            new Tally(Basis.Z, 1, keyBits, keyBits, errors.slice(0, keyBits).ones()),
            new Tally(Basis.X, 1, testBits, testBits, errors.slice(keyBits, n).ones()));
    return new SiftedKeys(
        new Counts(3L * n, tallies), alice, alice.xor(errors), diagonal, List.of(), n, 0);
  }

  private static void assertAborted(String reason, KeyRun run) {
    assertTrue(run.abortReason().contains(reason), run::abortReason);
    assertEquals(Optional.empty(), run.alice());
    assertEquals(Optional.empty(), run.bob());
    assertEquals(List.of(), run.shares());
    assertTrue(assertThrows(IllegalStateException.class, run::key).getMessage().contains(reason));
  }

  @Test
  void fromPhotonsToTheSameKeyAtBothEnds() {
    var run = pipeline.run(Bb84.standard(), LINK, 5_000_000, rng(0));
    assertEquals("", run.abortReason());
    assertEquals(run.alice(), run.bob());
    assertTrue(run.key().length() > 30_000);
    assertTrue(RandomnessTests.all(run.key().bits()).stream().allMatch(RandomnessTest::passes));
    assertEquals(
        List.of("sift", "correct", "verify", "amplify", "authenticate"),
        run.stages().stream().map(KeyStage::name).toList());
    assertEquals(5_000_000, run.stages().get(0).bitsIn());
  }

  @Test
  void decoysMakeKeysToo() {
    var fiber = Fiber.standard().withLengthKm(20);
    var decoys =
        PracticalDecoyBb84.standard()
            .optimisedFor(fiber, Block.ofPulses(50_000_000), Security.standard());
    var run = pipeline.run(decoys, fiber, 50_000_000, rng(1));
    assertEquals("", run.abortReason());
    assertTrue(run.key().length() > 10_000);
  }

  @Test
  void theMeasuredLeakIsCharged() {
    var sifted = sifted(40_000, 40_000, 0.02);
    var channel = ClassicalChannel.perfect();
    var run = pipeline.run(sifted, proof, channel, Key.random(192, rng(2)), rng(3));
    var expected = proof.length(sifted.counts(), Security.standard(), channel.leakBits());
    assertEquals(Optional.of(expected), run.length());
    assertEquals(expected.bits() - 128, run.key().length());
    long parities = run.stages().get(1).leakBits();
    assertEquals(channel.leakBits(), parities + 64);
    assertTrue(parities > Cascade.shannonBits(40_000, 0.018));
    for (var stage : run.stages().subList(1, 3)) {
      assertEquals(stage.leakBits(), stage.bitsIn() - stage.bitsOut());
    }
    assertEquals(40_000, run.shares().stream().mapToLong(KeyShare::bits).sum());
    assertEquals(
        List.of("parities", "hash", "cut for secrecy", "tags", "key"),
        run.shares().stream().map(KeyShare::use).toList());
  }

  @Test
  void noProofMakesMoreKeyThanWasKept() {
    FiniteKey careless = (counts, security, leak) -> proof.length(counts, security, 0);
    var sifted = sifted(40_000, 4_000_000, 0.0001);
    var run = pipeline.withSampleBits(20_000).run(sifted, careless, rng(3));
    var amplified = run.stages().get(4);
    assertEquals("amplify", amplified.name());
    assertTrue(amplified.bitsIn() < 20_000);
    assertEquals(amplified.bitsIn(), amplified.bitsOut());
  }

  @Test
  void theKeyIsTheHashOfTheSiftedKey() {
    var sifted = sifted(20_000, 20_000, 0.01);
    var channel = ClassicalChannel.perfect();
    var full = pipeline.withForm(Toeplitz.Form.FULL);
    var run = full.run(sifted, proof, channel, Key.random(192, rng(2)), rng(3));
    var seed =
        channel.transcript().stream()
            .filter(message -> message.topic().equals("seed to amplify"))
            .findFirst()
            .orElseThrow()
            .payload();
    int bits = (int) run.length().orElseThrow().bits();
    var hash = new Toeplitz(seed, 20_000, bits, Toeplitz.Form.FULL);
    assertEquals(hash.hash(sifted.alice(Basis.Z)).slice(128, bits), run.key().bits());
  }

  @Test
  void aSampleIsCharged() {
    var sifted = sifted(40_000, 40_000, 0.02);
    var run = pipeline.withSampleBits(5_000).run(sifted, proof, rng(4));
    var sample = run.stages().get(1);
    assertEquals("sample", sample.name());
    assertEquals(5_000, sample.leakBits());
    assertEquals(35_000, sample.bitsOut());
    assertEquals(run.alice(), run.bob());
    var without = pipeline.run(sifted, proof, rng(4));
    assertEquals(without.key().length() - 5_000, run.key().length(), 1_000);
  }

  @Test
  void whatWasSampledNeedsNoCorrection() {
    var sifted = sifted(20_000, 20_000, 0.02);
    var run = pipeline.withSampleBits(20_000).run(sifted, proof, rng(4));
    var key = sifted.alice(Basis.Z);
    assertEquals(
        Cascade.tuned().correct(key, key, 0.02, rng(5)).leakBits(),
        run.stages().get(2).leakBits(),
        200); // the blocks differ a little with the error rate
  }

  @Test
  void theErrorRateIsThatOfTheTestBasis() {
    var sifted = sifted(20_000, 10_000, 0.02);
    var rates = new ArrayList<Double>();
    var listening =
        pipeline.withErrorCorrection(
            Cascade.original()
                .withBlockSizes(
                    (pass, qber, bits) -> {
                      rates.add(qber);
                      return 32;
                    }));
    listening.run(sifted, proof, rng(4));
    long errors = sifted.counts().tally(Basis.X, 1).errors();
    assertEquals((errors + 1) / 10_002.0, rates.get(0));
    rates.clear();
    listening.withSampleBits(20_000).run(sifted, proof, rng(4));
    errors = sifted.counts().tally(Basis.Z, 1).errors();
    assertEquals((errors + 1) / 20_002.0, rates.get(0));
  }

  @Test
  void noPadIsUsedTwice() {
    var channel = ClassicalChannel.perfect();
    run(channel);
    var tags =
        channel.transcript().stream()
            .filter(message -> message.topic().equals("tag"))
            .map(Message::payload)
            .toList();
    // both views are the same here, so equal pads would make equal tags
    assertEquals(2, tags.size());
    assertNotEquals(tags.get(0), tags.get(1));
  }

  @Test
  void theTagsAreGivenBack() {
    var shared = Key.random(200, rng(5));
    var sifted = sifted(20_000, 20_000, 0.01);
    var run = pipeline.run(sifted, proof, ClassicalChannel.perfect(), shared, rng(6));
    assertEquals(200, run.pool().length());
    assertEquals(shared.take(64).taken(), run.pool().take(64).taken());
    assertNotEquals(shared, run.pool());
    // what is left of the old pool comes first, then the first bits of the new key
    assertEquals(shared.bits().slice(192, 200), run.pool().bits().slice(64, 72));
    assertEquals(
        "",
        pipeline.run(sifted, proof, ClassicalChannel.perfect(), run.pool(), rng(7)).abortReason());
  }

  @Test
  void theSameSeedGivesTheSameKey() {
    var sifted = sifted(20_000, 20_000, 0.01);
    assertEquals(
        pipeline.run(sifted, proof, rng(8)).key(), pipeline.run(sifted, proof, rng(8)).key());
    assertNotEquals(
        pipeline.run(sifted, proof, rng(8)).key(), pipeline.run(sifted, proof, rng(9)).key());
  }

  @Test
  void everyReasonToAbort() {
    assertAborted(
        "sample of 30 bits", pipeline.withSampleBits(30).run(sifted(20, 9, 0), proof, rng(1)));
    assertAborted("above 0.11", pipeline.run(sifted(5_000, 5_000, 0.2), proof, rng(1)));
    assertAborted(
        "above 0.11", pipeline.withSampleBits(1000).run(sifted(5_000, 5_000, 0.2), proof, rng(1)));
    assertAborted(
        "no clicks in the basis that makes", pipeline.run(sifted(0, 10, 0), proof, rng(1)));
    assertAborted(
        "no clicks in the basis that tests", pipeline.run(sifted(10, 0, 0), proof, rng(1)));
    assertAborted("no key: errors", pipeline.run(sifted(300, 3_000, 0.001), proof, rng(1)));
    assertAborted(
        "no key left for the tags: 191",
        pipeline.run(
            sifted(20_000, 20_000, 0.01),
            proof,
            ClassicalChannel.perfect(),
            Key.random(191, rng(1)),
            rng(2)));
    var most = proof.length(sifted(40_000, 40_000, 0).counts(), Security.standard(), 0).bits();
    FiniteKey hundred = (counts, security, leak) -> proof.length(counts, security, most - 100);
    assertAborted(
        "less than the tags cost", pipeline.run(sifted(40_000, 40_000, 0), hundred, rng(1)));
  }

  @Test
  void errorsThatStayAreFound() {
    // one pass leaves errors; the hash sees them
    var hasty = pipeline.withErrorCorrection(Cascade.original().withPasses(1));
    assertAborted("keys differ", hasty.run(sifted(20_000, 20_000, 0.03), proof, rng(1)));
  }

  private KeyRun run(ErrorCorrection errorCorrection, ClassicalChannel channel) {
    return pipeline
        .withErrorCorrection(errorCorrection)
        .run(sifted(9_000, 9_000, 0.005), proof, channel, Key.random(192, rng(2)), rng(3));
  }

  private KeyRun run(ClassicalChannel channel) {
    return run(Cascade.original(), channel);
  }

  static Stream<ErrorCorrection> errorCorrections() {
    return Stream.of(Cascade.original(), Winnow.tuned());
  }

  @ParameterizedTest
  @MethodSource("errorCorrections")
  void noMessageCanBeLostOrChanged(ErrorCorrection correction) {
    var perfect = ClassicalChannel.perfect();
    assertEquals("", run(correction, perfect).abortReason());
    int messages = perfect.transcript().size();
    assertTrue(messages > 15);
    for (int number : IntStream.rangeClosed(1, messages).toArray()) {
      assertAborted("message " + number + " (", run(correction, ClassicalChannel.losing(number)));
      var changed = run(correction, ClassicalChannel.corrupting(number));
      assertFalse(changed.abortReason().isEmpty(), "message " + number);
      assertAborted("", changed);
    }
  }

  @ParameterizedTest
  @MethodSource("errorCorrections")
  void noMessageCanBeReplacedByAnyOther(ErrorCorrection correction) {
    var perfect = ClassicalChannel.perfect();
    run(correction, perfect);
    for (var message : perfect.transcript()) {
      int number = message.number();
      for (var payload : List.of(Bits.parse(""), Bits.parse("1"), Bits.parse("101"))) {
        if (!message.payload().equals(payload)) {
          var channel =
              ClassicalChannel.with(
                  m -> Optional.of(m.number() == number ? m.withPayload(payload) : m));
          assertAborted("", run(correction, channel));
        }
      }
    }
  }

  @Test
  void aForgedTagIsNamed() {
    var perfect = ClassicalChannel.perfect();
    run(perfect);
    int last = perfect.transcript().size();
    assertAborted("the tag of Bob is false", run(ClassicalChannel.corrupting(last)));
    var run = run(ClassicalChannel.corrupting(last - 1));
    assertAborted("the tag of Alice is false", run);
    assertEquals(128, run.pool().length()); // a pad that was used is gone
  }

  @Test
  void oneComponentAtATime() {
    var security = new Security(1e-6, 1e-6);
    var cascade = Cascade.option7();
    assertEquals(
        new KeyPipeline(cascade, security, 5, 0.05, 20, Toeplitz.Form.FULL),
        pipeline
            .withSecurity(security)
            .withSampleBits(5)
            .withMaxQber(0.05)
            .withVerificationBits(20)
            .withForm(Toeplitz.Form.FULL)
            .withErrorCorrection(cascade));
  }

  @Test
  void badInput() {
    assertEquals(
        "verificationBits must be ≥ 50 for epsCorrectness 1.0E-15, was 49",
        assertThrows(IllegalArgumentException.class, () -> pipeline.withVerificationBits(49))
            .getMessage());
    assertEquals(50, pipeline.withVerificationBits(50).verificationBits());
    assertThrows(IllegalArgumentException.class, () -> pipeline.withSampleBits(-1));
    assertThrows(IllegalArgumentException.class, () -> pipeline.withMaxQber(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> pipeline.withMaxQber(0.6));
    assertThrows(IllegalArgumentException.class, () -> new KeyShare("x", -1));
    assertThrows(IllegalArgumentException.class, () -> new KeyStage("x", 1, 2, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new KeyStage("x", 1, 1, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new KeyStage("x", 1, 1, 0, -1));
    var key = Optional.of(Key.random(8, rng(1)));
    var pool = Key.random(0, rng(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeyRun(key, Optional.empty(), "x", List.of(), Optional.empty(), pool));
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeyRun(key, key, "x", List.of(), Optional.empty(), pool));
  }
}
