package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qnet.channel.Detector;
import qnet.channel.Source;
import qnet.run.Estimate;
import qnet.run.Xoshiro256;
import qnet.run.XoshiroLanes;

/** The parts of the packed engine, each against the plain way. */
class PackedPulsesTest {
  private final Xoshiro256 random = Xoshiro256.stream(7, 7);

  private static void assertWithin4(String what, long successes, long trials, double expected) {
    var estimate = Estimate.ofCount(successes, trials);
    assertTrue(
        estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
  }

  @ParameterizedTest
  @CsvSource({"10, 0.3", "40, 0.05", "41, 0.5", "40, 0.97", "1000, 0.4"})
  void binomialNumbersFollowTheBinomialLaw(int n, double p) {
    int draws = 100_000;
    long[] seen = new long[n + 1];
    for (int i = 0; i < draws; i++) {
      seen[(int) Binomial.draw(n, p, random)]++;
    }
    var law = BinomialDistribution.of(n, p);
    double chiSquare = 0;
    int cells = 0;
    for (int k = 0; k <= n; k++) {
      double expected = draws * law.probability(k);
      if (expected > 10) {
        chiSquare += Math.pow(seen[k] - expected, 2) / expected;
        cells++;
      }
    }
    assertTrue(ChiSquaredDistribution.of(cells).survivalProbability(chiSquare) > 1e-3);
  }

  @Test
  void binomialNumbersOfAnySize() {
    long n = 1_000_000_000_000_000L;
    double deviation = Math.sqrt(n * 0.2 * 0.8);
    assertEquals(0.2 * n, Binomial.draw(n, 0.2, random), 5 * deviation);
    assertEquals(n, Binomial.draw(n, 1, random));
    assertEquals(0, Binomial.draw(n, 0, random));
    assertEquals(0, Binomial.draw(0, 0.5, random));
  }

  @Test
  void casesComeAsOftenAsTheyShould() {
    double[] probabilities = {0.5, 0.001, 0, 0.099, 0.3, 0.1};
    var table = new CaseTable(probabilities);
    long[] seen = new long[6];
    int draws = 2_000_000;
    for (int i = 0; i < draws; i++) {
      seen[table.draw(random.nextLong())]++;
    }
    assertEquals(0, seen[2]);
    for (int c = 0; c < 6; c++) {
      assertWithin4("case " + c, seen[c], draws, probabilities[c]);
    }
  }

  @Test
  void numbersLieBelowTheirThresholds() {
    double[][] thresholds = {{0.1, 1, 0.75}, {0.0003, 0, 0.7501}, {0.1, 1, 0.3}};
    var words = new ThresholdWords(thresholds);
    var lanes = new XoshiroLanes(PulseBlock.WORDS, random);
    long[][] classes = new long[3][PulseBlock.WORDS];
    long[][] below = new long[3][PulseBlock.WORDS];
    long[][] counts = new long[3][3];
    long[] sizes = new long[3];
    for (int block = 0; block < 100; block++) {
      lanes.fill(classes[0]);
      lanes.fill(classes[1]);
      for (int i = 0; i < PulseBlock.WORDS; i++) {
        classes[1][i] &= ~classes[0][i];
        classes[2][i] = ~(classes[0][i] | classes[1][i]);
      }
      words.draw(classes, below, lanes, random);
      assertSameOutside(classes[2], below[0], below[2]);
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < PulseBlock.WORDS; i++) {
          sizes[c] += Long.bitCount(classes[c][i]);
          for (int t = 0; t < 3; t++) {
            counts[t][c] += Long.bitCount(classes[c][i] & below[t][i]);
          }
          // one number for all thresholds: below the smaller is below the larger
          assertEquals(0, below[2][i] & ~below[0][i]);
          assertEquals(0, classes[2][i] & below[0][i] & ~below[1][i]);
        }
      }
    }
    for (int t = 0; t < 3; t++) {
      for (int c = 0; c < 3; c++) {
        assertWithin4("threshold " + t + ", class " + c, counts[t][c], sizes[c], thresholds[t][c]);
      }
    }
  }

  @Test
  void brightLightClicksEachDetectorByItself() {
    double mu = 2;
    double misalignment = 0.3;
    var cases =
        new PulseCases(
            Source.laser(), PulseMix.of(mu), Detector.ideal(), misalignment, 0.5, () -> 1);
    int draws = 400_000;
    int zeros = 0;
    int lostTosses = 0;
    var seen = new int[2][2][2]; // equal bases, right, wrong
    for (int i = 0; i < draws; i++) {
      int event = cases.lightEvents().draw(random.nextLong());
      int outcome = event & 3;
      int both = event >> 2 & 1;
      zeros += event >> 3 & 1;
      int aligned = PulseCases.SAME_BASIS >> (event >> 4) & 1;
      int right = outcome == 0 ? 0 : both | 2 - outcome;
      int wrong = outcome == 0 ? 0 : both | outcome - 1;
      seen[aligned][right][wrong]++;
      lostTosses += both & outcome - 1;
    }
    assertWithin4("Alice's zeros", zeros, draws, 0.5);
    double atAll = -Math.expm1(-mu); // the table is of the pulses in which light clicks
    for (int aligned = 0; aligned < 2; aligned++) {
      double noRight = Math.exp(-mu * (aligned == 1 ? 1 - misalignment : 0.5));
      double noWrong = Math.exp(-mu * (aligned == 1 ? misalignment : 0.5));
      int[][] clicks = seen[aligned];
      assertEquals(0, clicks[0][0]);
      assertWithin4("right", clicks[1][0], draws, (1 - noRight) * noWrong / atAll / 2);
      assertWithin4("wrong", clicks[0][1], draws, (1 - noWrong) * noRight / atAll / 2);
      assertWithin4("both", clicks[1][1], draws, (1 - noWrong) * (1 - noRight) / atAll / 2);
    }
    assertWithin4("lost tosses", lostTosses, seen[0][1][1] + seen[1][1][1], 0.5);
  }

  private static void assertSameOutside(long[] except, long[] a, long[] b) {
    for (int i = 0; i < a.length; i++) {
      assertEquals(a[i] & ~except[i], b[i] & ~except[i]);
    }
  }

  @Test
  void siftingIsBitByBit() {
    var lanes = new XoshiroLanes(PulseBlock.WORDS, random);
    long[] chosen = new long[PulseBlock.WORDS];
    long[] string = new long[PulseBlock.WORDS];
    var appended = new BitAppender();
    Bits naive = Bits.parse("");
    lanes.fill(chosen);
    lanes.fill(string);
    chosen[3] = -1;
    chosen[4] = -1;
    chosen[5] = 0;
    naive = Bits.of(string, PulseBlock.PULSES).select(Bits.of(chosen, PulseBlock.PULSES));
    new Sieve().sift(chosen, string);
    appended.appendAll(string, chosen);
    assertEquals(naive, BitAppender.joined(List.of(appended)));
    // and after a string that does not end with a word
    var three = new BitAppender();
    three.append(0b101, 3);
    var both = BitAppender.joined(List.of(three, appended));
    assertEquals(naive, both.slice(3, naive.length() + 3));
    assertEquals(0b101, both.words()[0] & 7);
    three.appendAll(string, chosen);
    assertEquals(both, BitAppender.joined(List.of(three)));
    three.appendAll(string, chosen);
    both = BitAppender.joined(List.of(three));
    assertEquals(naive, both.slice(naive.length() + 3, 2 * naive.length() + 3));
  }

  @Test
  void refusesKeysThatDoNotBelongTogether() {
    var counts = new Counts(10, List.of(new Tally(Basis.Z, 1, 5, 3, 1)));
    var three = Bits.parse("011");
    var two = Bits.parse("01");
    var ok = new SiftedKeys(counts, three, three, three, List.of(three), 4, 1);
    assertEquals("0", ok.alice(Basis.Z).show());
    assertEquals("11", ok.bob(Basis.X).show());
    assertThrows(IllegalArgumentException.class, () -> ok.alice(Basis.Y));
    assertEquals(
        "alice must have 3 bits (detected), had 2",
        refused(() -> new SiftedKeys(counts, two, three, three, List.of(), 4, 1)));
    assertEquals(
        "bob must have 3 bits, had 2",
        refused(() -> new SiftedKeys(counts, three, two, three, List.of(), 4, 1)));
    assertEquals(
        "diagonal must have 3 bits, had 2",
        refused(() -> new SiftedKeys(counts, three, three, two, List.of(), 4, 1)));
    assertEquals(
        "intensities must have 3 bits, had 2",
        refused(() -> new SiftedKeys(counts, three, three, three, List.of(two), 4, 1)));
    assertEquals(
        "clicks must be ≥ 3 (sifted), were 2",
        refused(() -> new SiftedKeys(counts, three, three, three, List.of(), 2, 1)));
    assertEquals(
        "doubleClicks must be from 0 to 4 (clicks), were 5",
        refused(() -> new SiftedKeys(counts, three, three, three, List.of(), 4, 5)));
  }

  private static String refused(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
