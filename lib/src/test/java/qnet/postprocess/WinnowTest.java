package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.qkd.Bits;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

class WinnowTest {
  private static Winnow named(String name) {
    return name.equals("tuned") ? Winnow.tuned() : Winnow.tabulated();
  }

  private static Winnow passes(Integer... blockBits) {
    return Winnow.tuned().withSchedule((qber, keyBits) -> List.of(blockBits));
  }

  /** A string with ones at the given places. */
  private static Bits ones(int length, int... places) {
    var words = new long[(length + 63) >>> 6];
    Arrays.stream(places).forEach(i -> words[i >> 6] |= 1L << i);
    return Bits.of(words, length);
  }

  /** How many errors one pass over one block leaves. */
  private static int errorsAfterOnePass(int blockBits, int... places) {
    var alice = Bits.random(blockBits, Xoshiro256.stream(2, blockBits));
    var bob = alice.xor(ones(blockBits, places));
    var result = passes(blockBits).correct(alice, bob, 0.05, Xoshiro256.stream(2, 1));
    return result.key().xor(alice).ones();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/winnow.csv", numLinesToSkip = 1)
  void referenceRows(String id, double qber, String passes) {
    var blocks = Winnow.tabulated().schedule().blockBits(qber, 10_000);
    assertEquals(
        passes,
        IntStream.range(3, 11)
            .mapToObj(m -> "" + blocks.stream().filter(block -> block == 1 << m).count())
            .collect(Collectors.joining(" ")),
        id);
    assertEquals(blocks.stream().sorted().toList(), blocks);
  }

  @Test
  void aRowOfTheTableHoldsUpToItsErrorRate() {
    var schedule = Winnow.tabulated().schedule();
    for (int percent = 1; percent <= 15; percent++) {
      var row = schedule.blockBits((percent - 0.1) / 100, 1);
      assertEquals(row, schedule.blockBits(percent / 100.0, 1));
      assertEquals(percent == 15, row.equals(schedule.blockBits((percent + 0.1) / 100, 1)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // recomputed in Python, with the words of the code counted by recurrence
    "0.005, 10000, 64 128 256 512 512 512 512 512",
    "0.01, 10000, 32 64 256 512 512 512 512 512",
    "0.05, 100000, 8 16 64 256 1024 2048 2048 2048 2048 2048",
    "0.11, 1000000, 8 8 16 32 64 256 512 2048 4096 16384 16384 16384 16384 16384",
    "0.03, 4000000, 16 32 128 256 512 2048 4096 16384 32768 65536 65536 65536 65536 65536"
  })
  void tunedBlocks(double qber, int keyBits, String blocks) {
    assertEquals(
        Arrays.stream(blocks.split(" ")).map(Integer::valueOf).toList(),
        Winnow.tuned().schedule().blockBits(qber, keyBits));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 64, 128, 1024})
  void everySingleErrorIsCorrected(int blockBits) {
    for (int i = 0; i < blockBits; i++) {
      assertEquals(0, errorsAfterOnePass(blockBits, i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void twoErrorsStayAndThreeBecomeFour(int blockBits) {
    for (int i = 0; i < blockBits; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(2, errorsAfterOnePass(blockBits, i, j));
        for (int k = 0; k < j; k++) {
          assertEquals(4, errorsAfterOnePass(blockBits, i, j, k));
        }
      }
    }
  }

  @Test
  void whatAnEvenBlockHidesIsFoundInTheNextPass() {
    // two errors of one block fall into different blocks of a new order
    var alice = Bits.random(4_096, Xoshiro256.stream(3, 0));
    var bob = alice.xor(ones(4_096, 17, 22));
    var result = passes(8, 16, 16).correct(alice, bob, 0.01, Xoshiro256.stream(3, 1));
    assertEquals(alice, result.key());
    assertEquals(2, result.corrections());
  }

  @Test
  void equalKeysCostTheParitiesOfTheBlocks() {
    var key = Bits.random(10_000, Xoshiro256.stream(4, 0));
    var result = passes(8, 16, 1024).correct(key, key, 0.05, Xoshiro256.stream(4, 1));
    // 1250 blocks of 10,000 bits, 547 of 8750, 9 of 8203: one bit of each is set aside
    assertEquals(1250 + 547 + 9, result.leakBits());
    assertEquals(3, result.roundTrips());
    assertEquals(0, result.corrections());
    assertEquals(key, result.key());
  }

  @Test
  void anErrorCostsTheDigitsOfItsPlace() {
    var key = Bits.random(64, Xoshiro256.stream(5, 0));
    var result = passes(16).correct(key, key.xor(ones(64, 20)), 0.05, Xoshiro256.stream(5, 1));
    assertEquals(4 + 4, result.leakBits());
    // the last block has 5 bits, whose places have 3 digits
    var part = key.slice(0, 53);
    result = passes(16).correct(part, part.xor(ones(53, 50)), 0.05, Xoshiro256.stream(5, 1));
    assertEquals(4 + 3, result.leakBits());
    assertEquals(part, result.key());
  }

  @ParameterizedTest
  @CsvSource({
    "tabulated, 0.01",
    "tabulated, 0.05",
    "tabulated, 0.11",
    "tuned, 0.01",
    "tuned, 0.08"
  })
  void theLeakIsAsExpected(String name, double qber) {
    int n = 1 << 16;
    int runs = 40;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < runs; i++) {
      double leak = named(name).trial(n, qber, Xoshiro256.stream(i, 6)).leakBits();
      sum += leak;
      squares += leak * leak;
    }
    double mean = sum / runs;
    double error = Math.sqrt((squares / runs - mean * mean) / runs);
    // the last blocks of the passes are shorter: one bit more in each
    int passes = named(name).schedule().blockBits(qber, n).size();
    assertEquals(
        named(name).expectedLeakBits(qber, n) + passes / 2.0, mean, 4 * error + passes / 2.0);
  }

  @ParameterizedTest
  @CsvSource({
    "tabulated, 0.01, 2.48, 2.53",
    "tabulated, 0.05, 1.49, 1.51",
    "tabulated, 0.11, 1.30, 1.32",
    "tuned, 0.01, 1.25, 1.27",
    "tuned, 0.03, 1.24, 1.26",
    "tuned, 0.05, 1.22, 1.24",
    "tuned, 0.11, 1.20, 1.22"
  })
  void efficiency(String name, double qber, double low, double high) {
    var result = named(name).trial(400_000, qber, Xoshiro256.stream(7, 0));
    double f = result.leakBits() / Cascade.shannonBits(400_000, qber);
    assertTrue(f > low && f < high, () -> "f = " + f);
    assertEquals(qber, result.qber(), 5 * Math.sqrt(qber / 400_000));
  }

  /** Runs a thousand keys; how many still had errors. */
  private static long keysWithErrors(Winnow winnow, int bits, double expected, double qber) {
    return Parallel.map(
            1000,
            i -> {
              var rng = Xoshiro256.stream(i, Math.round(qber * 1000));
              var alice = Bits.random(bits, rng);
              var bob = alice.xor(Noise.of(bits, qber, rng));
              var result = winnow.correct(alice, bob, expected, rng);
              assertEquals(result.corrections(), result.key().xor(bob).ones());
              var hash = Toeplitz.random(bits, 64, rng);
              boolean same = result.key().equals(alice);
              assertEquals(same, hash.hash(alice).equals(hash.hash(result.key())));
              return same;
            })
        .stream()
        .filter(same -> !same)
        .count();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.01, 0.03, 0.05, 0.08, 0.11, 0.15})
  void aThousandKeysConverge(double qber) {
    assertTrue(keysWithErrors(Winnow.tuned(), 2_000, qber, qber) <= 1);
    assertTrue(keysWithErrors(Winnow.tabulated(), 2_000, qber, qber) <= 1);
  }

  @Test
  void theTableBearsMoreErrorsThanExpected() {
    assertTrue(keysWithErrors(Winnow.tabulated(), 10_000, 0.05, 0.07) <= 2);
    assertTrue(keysWithErrors(Winnow.tuned(), 10_000, 0.05, 0.07) > 2);
  }

  @Test
  void whatIsLeftOverIsFoundByTheHash() {
    // one pass leaves errors in most keys, which keysWithErrors compares with the hash
    assertTrue(keysWithErrors(passes(8), 500, 0.05, 0.05) > 500);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 63, 64, 65, 9_999, 30_000})
  void anyLength(int length) {
    var rng = Xoshiro256.stream(8, length);
    var alice = Bits.random(length, rng);
    var bob = alice.xor(Noise.of(length, 0.03, rng));
    assertEquals(alice, Winnow.tuned().correct(alice, bob, 0.03, rng).key());
  }

  @Test
  void allIsInTheTranscript() {
    var rng = Xoshiro256.stream(9, 0);
    var alice = Bits.random(25_000, rng);
    var bob = alice.xor(Noise.of(25_000, 0.04, rng));
    var channel = ClassicalChannel.perfect();
    var winnow = Winnow.tuned();
    var result = winnow.correct(alice, bob, 0.04, channel, rng);
    var answers =
        channel.transcript().stream()
            .filter(message -> message.topic().equals("parities and syndromes"))
            .toList();
    assertEquals(result.leakBits(), answers.stream().mapToLong(m -> m.payload().length()).sum());
    assertEquals(result.leakBits(), channel.leakBits());
    assertTrue(answers.stream().allMatch(message -> message.from() == Party.ALICE));
    assertEquals(1 + 2 * result.roundTrips(), channel.transcript().size());

    // Bob again, built without Alice or her key, from what was said alone
    var seed = channel.transcript().get(0).payload().words()[0];
    var blocks = winnow.schedule().blockBits(0.04, 25_000);
    var replay = new ArrayDeque<>(answers);
    var again =
        new WinnowBob(
            bob, new WinnowPlan(25_000, blocks, seed), parities -> replay.remove().payload());
    assertEquals(alice, again.corrected());
    assertTrue(replay.isEmpty());
  }

  private static String abortOf(ClassicalChannel channel) {
    var rng = Xoshiro256.stream(11, 0);
    var alice = Bits.random(2_000, rng);
    var bob = alice.xor(Noise.of(2_000, 0.05, rng));
    return assertThrows(
            Abort.class, () -> Winnow.tabulated().correct(alice, bob, 0.05, channel, rng))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 9, 14, 15})
  void noMessageMayBeLostAndNoParityChanged(int number) {
    assertTrue(abortOf(ClassicalChannel.losing(number)).startsWith("message " + number + " ("));
    // a parity that is changed makes one syndrome more or less than Bob waits for
    assertTrue(abortOf(ClassicalChannel.corrupting(number)).startsWith("syndromes of "));
  }

  @Test
  void anotherOrderSpoilsTheKey() {
    var rng = Xoshiro256.stream(13, 0);
    var alice = Bits.random(2_000, rng);
    var bob = alice.xor(Noise.of(2_000, 0.05, rng));
    var channel = ClassicalChannel.corrupting(1);
    var result = Winnow.tabulated().correct(alice, bob, 0.05, channel, rng);
    assertTrue(result.key().xor(alice).ones() > 100);
  }

  @Test
  void answersThatMakeNoSenseAreRefused() {
    var plan = new WinnowPlan(100, List.of(8), 1);
    var key = Bits.random(100, Xoshiro256.stream(12, 0));
    var alice = new WinnowAlice(key, plan);
    assertEquals(
        "parities of 12 blocks instead of 13",
        assertThrows(Abort.class, () -> alice.answer(Bits.of(new long[1], 12))).getMessage());
    assertEquals(
        "parities of 12 blocks instead of 13",
        assertThrows(
                Abort.class,
                () -> new WinnowBob(key, plan, parities -> parities.slice(0, 12)).corrected())
            .getMessage());
    assertEquals(
        "syndromes of 1 bits instead of 0",
        assertThrows(
                Abort.class,
                () ->
                    new WinnowBob(key, plan, parities -> parities.concat(Bits.parse("1")))
                        .corrected())
            .getMessage());
  }

  @Test
  void canBeInterrupted() {
    var key = Bits.random(1000, Xoshiro256.stream(1, 1));
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> Winnow.tuned().correct(key, key, 0.05, Xoshiro256.stream(1, 2)));
  }

  @Test
  void badInput() {
    var rng = Xoshiro256.stream(1, 2);
    var key = Bits.parse("1010");
    var winnow = Winnow.tabulated();
    assertThrows(
        IllegalArgumentException.class, () -> winnow.correct(key, Bits.parse("11"), 0.1, rng));
    for (double qber : new double[] {0, -0.1, 0.6, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> winnow.correct(key, key, qber, rng));
    }
    for (int block : new int[] {4, 12, 1 << 17}) {
      assertEquals(
          "blockBits must be a power of two from 8 to 65,536, was " + block,
          assertThrows(
                  IllegalArgumentException.class, () -> passes(block).correct(key, key, 0.1, rng))
              .getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> winnow.expectedLeakBits(0.6, 100));
    assertThrows(IllegalArgumentException.class, () -> winnow.expectedLeakBits(0.05, 0));
    assertThrows(NullPointerException.class, () -> new Winnow(null));
  }
}
