package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.PairSource;
import qnet.run.Estimate;

class E91Test {
  private static final double TSIRELSON = 2 * Math.sqrt(2);
  private static final Detector PERFECT = new Detector(1, 0, 1, 0);
  private static final Detector NOISY = new Detector(0.7, 0, 1, 0).withDarkCountProbability(0.01);
  private static final E91 SINGLE_PAIRS = new E91(PairSource.singlePair(), PERFECT, PERFECT, 0, 1);

  @Test
  void perfectPairsViolateAsMuchAsPossible() {
    assertEquals(TSIRELSON, SINGLE_PAIRS.chsh(() -> 0.5, () -> 0.1), 1e-14);
    var rate = SINGLE_PAIRS.over(() -> 0.5, () -> 0.4);
    // two ninths of the pairs, up to the rounding of √(S²/4 − 1) at S = 2√2
    assertEquals(0.2 * 2 / 9, rate.bitsPerUse(), 1e-8);
    assertEquals(0, rate.qber(), 1e-15);
  }

  @Test
  void whiteNoiseLowersTheViolationInProportion() {
    for (double q : new double[] {0.01, 0.05, 0.14}) {
      var noisy = SINGLE_PAIRS.withMisalignment(q);
      assertEquals(TSIRELSON * (1 - 2 * q), noisy.chsh(() -> 0.3, () -> 0.3), 1e-14);
    }
    double end = Thresholds.deviceIndependent();
    assertTrue(SINGLE_PAIRS.withMisalignment(end - 1e-7).over(() -> 1).bitsPerUse() > 0);
    assertEquals(0, SINGLE_PAIRS.withMisalignment(end + 1e-7).over(() -> 1).bitsPerUse());
  }

  @Test
  void trustedDetectorsMakeMoreKeyOfTheSamePairs() {
    for (double km = 0; km < 200; km += 20) {
      var link = Fiber.standard().withLengthKm(km);
      double bbm92 = Bbm92.standard().withSiftingFactor(0.5).over(link).bitsPerUse();
      // even if the nine pairs of directions had as many for the key as two bases have
      assertTrue(E91.standard().over(link).bitsPerUse() * 9 / 4 < bbm92);
    }
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of(
            "bright down-conversion",
            E91.standard().withDetector(NOISY).withMisalignment(0.03).withMeanPairNumber(1.2),
            Link.ofLossDb(0.5),
            Link.ofLossDb(3)),
        Arguments.of(
            "best brightness",
            E91.standard().withDetector(NOISY.withDarkCountProbability(1e-5)),
            Link.ofLossDb(1),
            Link.ofLossDb(1)),
        Arguments.of(
            "single pairs",
            SINGLE_PAIRS.withDetector(NOISY).withMisalignment(0.04),
            Link.ofLossDb(1),
            Link.ofLossDb(2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void trialsAgreeWithTheClosedForm(String name, E91 protocol, Link alice, Link bob) {
    long pulses = 2_000_000;
    var counts = protocol.simulate(alice, bob, pulses, new SplittableRandom(9));
    var rate = protocol.over(alice, bob);
    assertWithin4("gain", Estimate.ofCount(counts.coincidences(), pulses), rate.gain());
    // row Q16
    assertWithin4("key", Estimate.ofCount(counts.keyCoincidences(), counts.coincidences()), 2. / 9);
    assertWithin4(
        "test", Estimate.ofCount(counts.chshCoincidences(), counts.coincidences()), 4. / 9);
    assertWithin4("discarded", Estimate.ofCount(counts.discarded(), counts.coincidences()), 3. / 9);
    long errors = Math.round(counts.qber() * counts.keyCoincidences());
    assertWithin4("qber", Estimate.ofCount(errors, counts.keyCoincidences()), rate.qber());
    double variance = 0;
    for (var line : counts.directions()) {
      if (line.testsChsh()) {
        variance += (1 - Math.pow(line.correlation(), 2)) / line.coincidences();
      }
    }
    double sigmas = Math.abs(counts.chsh() - protocol.chsh(alice, bob)) / Math.sqrt(variance);
    assertTrue(sigmas < 4, () -> "S " + counts.chsh() + " against " + protocol.chsh(alice, bob));
  }

  private static void assertWithin4(String what, Estimate estimate, double expected) {
    assertTrue(
        estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
  }

  private static E91Counts counts(long coincidences, long equal) {
    var lines = new ArrayList<DirectionCounts>();
    for (int a = 1; a <= 3; a++) {
      for (int b = 1; b <= 3; b++) {
        lines.add(new DirectionCounts(a, b, coincidences, equal));
      }
    }
    return new E91Counts(9 * coincidences, lines);
  }

  @Test
  void countsAddUp() {
    var sum = counts(10, 9).plus(counts(30, 21));
    assertEquals(counts(40, 30), sum);
    assertEquals(360, sum.coincidences());
    assertEquals(80, sum.keyCoincidences());
    assertEquals(160, sum.chshCoincidences());
    assertEquals(120, sum.discarded());
    assertEquals(0.25, sum.qber());
    assertEquals(1, sum.chsh()); // ½ − ½ + ½ + ½
    assertTrue(Double.isNaN(counts(0, 0).chsh()));
  }

  @Test
  void refusesImpossibleCounts() {
    assertEquals(
        "equal must be from 0 to 4 (coincidences), was 5",
        assertThrows(IllegalArgumentException.class, () -> new DirectionCounts(1, 1, 4, 5))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new DirectionCounts(0, 1, 4, 4));
    assertThrows(IllegalArgumentException.class, () -> new DirectionCounts(1, 4, 4, 4));
    assertThrows(IllegalArgumentException.class, () -> new DirectionCounts(1, 1, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new E91Counts(10, List.of()));
    var lines = new ArrayList<>(counts(1, 1).directions());
    assertThrows(IllegalArgumentException.class, () -> new E91Counts(8, lines));
    lines.set(0, lines.get(1));
    assertThrows(IllegalArgumentException.class, () -> new E91Counts(100, lines));
  }

  @Test
  void saysWhatLimits() {
    var protocol = E91.standard();
    assertEquals("loss", protocol.over(Link.ofLossDb(5)).limit());
    assertEquals("no light arrives", protocol.over(() -> 0).limit());
    assertEquals("dark counts and stray light", protocol.over(Link.ofLossDb(80)).limit());
    assertEquals("misalignment", protocol.withMisalignment(0.08).over(() -> 1).limit());
    assertEquals(
        "pulses of several pairs", protocol.withMeanPairNumber(3).over(() -> 0.01).limit());
    assertEquals(0, protocol.withDetector(PERFECT).over(() -> 1e-200, () -> 1e-200).bitsPerUse());
  }

  @Test
  void refusesImpossibleProtocols() {
    var protocol = E91.standard();
    assertThrows(IllegalArgumentException.class, () -> protocol.withMisalignment(0.6));
    assertThrows(
        IllegalArgumentException.class, () -> protocol.withErrorCorrectionEfficiency(Double.NaN));
    assertThrows(NullPointerException.class, () -> protocol.withSource(null));
  }
}
