package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.qkd.Bits;
import qnet.run.Xoshiro256;

class RandomnessTestsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/sp800-22.csv", numLinesToSkip = 1)
  void theWorkedExamplesOfTheStandard(
      String test, Integer blockBits, String text, double expected, double tolerance) {
    var bits = Bits.parse(text);
    var result =
        switch (test) {
          case "frequency" -> RandomnessTests.frequency(bits);
          case "block frequency" -> RandomnessTests.blockFrequency(bits, blockBits);
          case "runs" -> RandomnessTests.runs(bits);
          case "longest run" -> RandomnessTests.longestRun(bits);
          case "cumulative sums" -> RandomnessTests.cumulativeSums(bits);
          default -> throw new IllegalArgumentException(test);
        };
    assertEquals(expected, result.pValue(), tolerance, test);
    assertTrue(result.passes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 20_000, 800_000})
  void fairCoinsPassAsOftenAsTheyShould(int length) {
    int runs = length > 100_000 ? 30 : 300;
    int[] passed = new int[5];
    for (int i = 0; i < runs; i++) {
      var results = RandomnessTests.all(Bits.random(length, Xoshiro256.stream(i, length)));
      for (int k = 0; k < 5; k++) {
        passed[k] += results.get(k).passes() ? 1 : 0;
      }
    }
    for (int k = 0; k < 5; k++) {
      // one in a hundred fails: more than 4 standard errors below 99 % would be a wrong p-value
      double error = Math.sqrt(0.01 * 0.99 / runs);
      assertTrue(passed[k] >= runs * (0.99 - 4 * error), "test " + k + ": " + passed[k]);
    }
  }

  @Test
  void theProbabilitiesOfTheLongestRunAreThoseOfFairCoins() {
    for (var classes : RandomnessTests.RunClasses.BY_LENGTH) {
      double below = 0;
      for (int i = 0; i < classes.probabilities().length; i++) {
        boolean last = i == classes.probabilities().length - 1;
        double upTo = last ? 1 : noLongerThan(classes.shortest() + i, classes.blockBits());
        // printed with four digits; those for 10,000 bits are off by up to 0.0016
        double tolerance = classes.blockBits() == 10_000 ? 0.0017 : 1e-4;
        assertEquals(upTo - below, classes.probabilities()[i], tolerance);
        below = upTo;
      }
    }
  }

  /** The probability that no run of ones in so many fair bits is longer than that. */
  private static double noLongerThan(int longest, int bits) {
    var byRun = new double[longest + 1]; // the run of ones at the end so far
    byRun[0] = 1;
    for (int i = 0; i < bits; i++) {
      double all = DoubleStream.of(byRun).sum();
      for (int run = longest; run > 0; run--) {
        byRun[run] = byRun[run - 1] / 2;
      }
      byRun[0] = all / 2;
    }
    return DoubleStream.of(byRun).sum();
  }

  @Test
  void biasAndPatternsFail() {
    var biased = Noise.of(10_000, 0.55, Xoshiro256.stream(1, 0));
    assertFalse(RandomnessTests.frequency(biased).passes());
    assertFalse(RandomnessTests.cumulativeSums(biased).passes());
    assertEquals(0, RandomnessTests.runs(biased).pValue());
    var alternating = Bits.parse("01".repeat(5_000));
    assertTrue(RandomnessTests.frequency(alternating).passes());
    assertFalse(RandomnessTests.runs(alternating).passes());
    assertFalse(RandomnessTests.longestRun(alternating).passes());
    var halves = Bits.parse("1".repeat(64).concat("0".repeat(64)).repeat(50));
    assertFalse(RandomnessTests.blockFrequency(halves, 64).passes());
  }

  @Test
  void longStringsAreJudgedInLongBlocks() {
    // the same pieces of 128 bits in order of their longest run: only longer blocks notice
    var bits = Bits.random(800_000, Xoshiro256.stream(5, 0));
    var pieces =
        IntStream.range(0, 6250)
            .mapToObj(i -> bits.slice(128 * i, 128 * (i + 1)))
            .sorted(Comparator.comparingInt(RandomnessTestsTest::longestRun))
            .toList();
    var words = pieces.stream().flatMapToLong(piece -> LongStream.of(piece.words())).toArray();
    assertFalse(RandomnessTests.longestRun(Bits.of(words, 800_000)).passes());
  }

  private static int longestRun(Bits piece) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < piece.length(); i++) {
      run = piece.get(i) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  @Test
  void whatEverybodyKnowsPassesToo() {
    // passing says nothing about secrecy: this generator's seed is printed here
    var known = Bits.random(100_000, Xoshiro256.stream(0, 0));
    assertTrue(RandomnessTests.all(known).stream().allMatch(RandomnessTest::passes));
  }

  @Test
  void badInput() {
    assertEquals(
        "number of bits must be ≥ 128, was 10",
        assertThrows(
                IllegalArgumentException.class,
                () -> RandomnessTests.longestRun(Bits.parse("1011010101")))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> RandomnessTests.frequency(Bits.parse("")));
    assertThrows(
        IllegalArgumentException.class, () -> RandomnessTests.blockFrequency(Bits.parse("101"), 0));
    assertThrows(
        IllegalArgumentException.class, () -> RandomnessTests.blockFrequency(Bits.parse("101"), 4));
    assertThrows(IllegalArgumentException.class, () -> new RandomnessTest("x", Double.NaN));
    assertTrue(new RandomnessTest("x", 0.01).passes());
    assertFalse(new RandomnessTest("x", 0.0099).passes());
  }
}
