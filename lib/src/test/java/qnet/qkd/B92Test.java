package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Estimate;
import qnet.state.Entropy;

class B92Test {
  private static final Detector PERFECT = new Detector(1, 0, 1, 0);
  private static final Detector NOISY = new Detector(0.8, 0, 1, 0).withDarkCountProbability(0.02);
  private static final B92 IDEAL = new B92(Source.singlePhoton(), PERFECT, 0, 1, Math.sqrt(0.5));

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/b92.csv", numLinesToSkip = 1)
  void published(String id, String quantity, double loss, double expected, double tolerance) {
    assertTrue(hasKey(loss, expected - tolerance), id + " below " + expected);
    assertTrue(!hasKey(loss, expected + tolerance), id + " above " + expected);
  }

  /** Whether any pair of states makes key; a photon is depolarised with probability p. */
  private static boolean hasKey(double loss, double p) {
    for (double overlap = 0.005; overlap < 1; overlap += 0.001) {
      var protocol = IDEAL.withOverlap(overlap).withMisalignment(2 * p / 3);
      if (protocol.over(() -> 1 - loss).bitsPerUse() > 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aQuarterOfPerfectPhotonsMakesKey() {
    // row Q18
    assertEquals(0.25, IDEAL.over(() -> 1).bitsPerUse(), 1e-9);
    assertEquals(0.25, IDEAL.over(() -> 1).gain(), 1e-15);
    assertEquals(0.8 * (1 - 0.09) / 2, IDEAL.withOverlap(0.3).over(() -> 0.8).gain(), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.70710678, 0.9})
  void endsWhereTheStatesCanBeToldApart(double overlap) {
    // unambiguous discrimination succeeds with probability 1 − c and hides behind a loss of c
    var protocol = IDEAL.withOverlap(overlap);
    assertTrue(protocol.over(() -> 1 - overlap + 1e-3).bitsPerUse() > 0);
    var beyond = protocol.over(() -> 1 - overlap - 1e-3);
    assertEquals(0, beyond.bitsPerUse());
    assertEquals("loss that hides a measurement by Eve", beyond.limit());
    // without errors the bound is e_p = α²L/((1 − L)c), α² = (1 − c)/2
    double eta = 1 - overlap / 2;
    double phaseError = (1 - overlap) / 2 * (1 - eta) / (eta * overlap);
    assertEquals(
        eta * (1 - overlap * overlap) / 2 * (1 - Entropy.binary(phaseError)),
        protocol.over(() -> eta).bitsPerUse(),
        2e-6);
  }

  @Test
  void discriminationItselfReachesTheBound() {
    // Eve resends what she told apart: half of the conclusive bits have a phase error
    double c = 0.6;
    double clicks = 1 - c;
    double conclusive = clicks * (1 - c * c) / 2;
    assertEquals(0.5, new B92PhaseError(c, clicks, conclusive, 0).rate(), 1e-6);
  }

  @Test
  void noAttackBeatsTheBound() {
    // random channels with two Kraus operators and loss on half of β|00⟩ + α|11⟩
    var random = new SplittableRandom(8);
    int tight = 0;
    for (int i = 0; i < 20_000; i++) {
      double c = 0.1 + 0.8 * random.nextDouble();
      double alpha = Math.sqrt((1 - c) / 2);
      double beta = Math.sqrt((1 + c) / 2);
      double[][] kraus = {matrix(random, 1), matrix(random, random.nextDouble())};
      double norm = 0;
      for (double[] k : kraus) {
        for (double entry : k) {
          norm += entry * entry;
        }
      }
      double clicks = 0;
      double conclusive = 0;
      double wrong = 0;
      double phase = 0;
      for (double[] k : kraus) {
        // amplitude of |ab⟩; the sum of squares of all entries bounds the operator norm
        double scale = Math.sqrt(norm);
        double a00 = beta * k[0] / scale;
        double a01 = beta * k[2] / scale;
        double a10 = alpha * k[1] / scale;
        double a11 = alpha * k[3] / scale;
        clicks += a00 * a00 + a01 * a01 + a10 * a10 + a11 * a11;
        double f00 = alpha * a00;
        double f10 = alpha * a10;
        double f01 = beta * a01;
        double f11 = beta * a11;
        conclusive += f00 * f00 + f01 * f01 + f10 * f10 + f11 * f11;
        phase += f01 * f01 + f10 * f10;
        // bits are in the other basis: different ones are |00⟩ − |11⟩ and |01⟩ − |10⟩
        wrong += (f00 - f11) * (f00 - f11) / 2 + (f01 - f10) * (f01 - f10) / 2;
      }
      double bound = new B92PhaseError(c, clicks, conclusive, wrong).rate();
      double rate = phase / conclusive;
      if (wrong < conclusive / 2) {
        assertTrue(rate <= bound + 1e-9 || bound == 0.5, rate + " above " + bound);
        tight += rate > 0.6 * bound && bound < 0.5 ? 1 : 0;
      }
    }
    assertTrue(tight > 10, "cases near the bound: " + tight);
  }

  private static double[] matrix(SplittableRandom random, double scale) {
    double[] entries = new double[4];
    for (int i = 0; i < 4; i++) {
      entries[i] = scale * (2 * random.nextDouble() - 1);
    }
    entries[0] += 3 * random.nextDouble(); // near the identity
    entries[3] += 3 * random.nextDouble();
    return entries;
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1, 0.01", "0.5, 0.8, 0.01", "0.7, 0.6, 0.005", "0.9, 0.3, 0.001"})
  void boundIsTheBestOfAGrid(double c, double clicks, double misalignment) {
    double a2 = (1 - c) / 2;
    double b2 = (1 + c) / 2;
    double wrong = clicks * misalignment / 2;
    double other = (1 - misalignment) * (1 - c * c) + misalignment * c * c;
    double conclusive = wrong + clicks * other / 2;
    double s1 = (conclusive - a2 * clicks) / c;
    double s0 = clicks - s1;
    double most = 0;
    int steps = 3000;
    for (int i = 0; i <= steps; i++) {
      double x = s0 * i / steps;
      for (int j = 0; j <= steps; j++) {
        double y = s1 * j / steps;
        double lostOnes = y - x - s1 + a2;
        boolean possible =
            lostOnes >= -1e-12
                && lostOnes <= Math.min(1 - clicks, a2) + s1 / steps
                && 1 - clicks - lostOnes <= b2 + 1e-12;
        double together = Math.sqrt((s0 - x) * (s1 - y)) + Math.sqrt(x * y);
        if (possible && conclusive - 2 * wrong <= 2 * Math.sqrt(a2 * b2) * together) {
          most = Math.max(most, (a2 * x + b2 * y) / conclusive);
        }
      }
    }
    double bound = new B92PhaseError(c, clicks, conclusive, wrong).rate();
    assertTrue(bound < 0.5);
    assertEquals(bound, most, 0.005);
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("standard", B92.standard(), Link.ofLossDb(0.5)),
        Arguments.of(
            "noisy", B92.standard().withDetector(NOISY).withMisalignment(0.1), Link.ofLossDb(2)),
        Arguments.of(
            "after-pulses",
            B92.standard().withDetector(NOISY.withAfterpulseProbability(0.3)),
            Link.ofLossDb(8)),
        Arguments.of(
            "weak emitter, other states",
            B92.standard()
                .withDetector(NOISY)
                .withSource(Source.singlePhoton().withMeanPhotonNumber(0.4))
                .withOverlap(0.3),
            Link.ofLossDb(1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void trialsAgreeWithTheClosedForm(String name, B92 protocol, Link link) {
    long pulses = 2_000_000;
    var counts = protocol.simulate(link, pulses, new SplittableRandom(4));
    var rate = protocol.over(link);
    assertEquals(pulses, counts.sent());
    for (Tally tally : counts.tallies()) {
      assertWithin4("gain", tally.detected(), tally.sent(), rate.gain());
      assertWithin4("qber", tally.errors(), tally.detected(), rate.qber());
    }
  }

  private static void assertWithin4(String what, long successes, long trials, double expected) {
    var estimate = Estimate.ofCount(successes, trials);
    assertTrue(
        estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
  }

  @Test
  void saysWhatLimits() {
    assertEquals("loss", B92.standard().over(() -> 1).limit());
    assertEquals("no light arrives", B92.standard().over(() -> 0).limit());
    assertEquals("misalignment", IDEAL.withMisalignment(0.1).over(() -> 1).limit());
    assertEquals(
        "dark counts and stray light",
        IDEAL.withDetector(PERFECT.withDarkCountProbability(0.2)).over(() -> 0.9).limit());
    assertEquals(0, B92.standard().withDetector(Detector.ingaasApd()).over(() -> 1).bitsPerUse());
  }

  @Test
  void refusesImpossibleProtocols() {
    for (double overlap : new double[] {0, 1, -0.1, Double.NaN}) {
      assertEquals(
          "overlap must be > 0 and < 1, was " + overlap,
          assertThrows(IllegalArgumentException.class, () -> IDEAL.withOverlap(overlap))
              .getMessage());
    }
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> IDEAL.withSource(Source.laser()))
            .getMessage()
            .startsWith("source must emit single photons"));
    assertThrows(IllegalArgumentException.class, () -> IDEAL.withMisalignment(0.6));
    assertThrows(IllegalArgumentException.class, () -> IDEAL.withErrorCorrectionEfficiency(0.5));
  }
}
