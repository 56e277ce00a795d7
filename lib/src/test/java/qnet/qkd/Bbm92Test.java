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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.Reference;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.PairSource;
import qnet.limit.Plob;
import qnet.run.Estimate;
import qnet.state.Entropy;

class Bbm92Test {
  private static final long PULSES = 2_000_000;
  private static final Detector PERFECT = new Detector(1, 0, 1, 0);
  private static final Detector NOISY = new Detector(0.6, 0, 1, 0).withDarkCountProbability(0.02);

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/bbm92.csv", numLinesToSkip = 1)
  void rows(
      String id,
      String quantity,
      double db,
      double misalignment,
      double y0,
      double efficiency,
      Double pairs,
      double expected,
      double tolerance) {
    var detector =
        new Detector(efficiency, 0, 1, 0).withDarkCountProbability(1 - Math.sqrt(1 - y0));
    double mu = pairs == null ? Double.NaN : pairs;
    var source = PairSource.downConversion().withMeanPairNumber(mu);
    var protocol = new Bbm92(source, detector, detector, misalignment, 1, 1);
    var link = Link.ofLossDb(db);
    double actual =
        switch (quantity) {
          case "rate" -> protocol.over(link).bitsPerUse();
          case "paper rate" -> paperRate(protocol.over(link), y0);
          case "best pairs" ->
              protocol
                  .optimisedFor(link.split().alice(), link.split().bob())
                  .source()
                  .meanPairNumber();
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  /** Eq. (10) as printed: without the probability that one detector on each side stays dark. */
  private static double paperRate(KeyRate rate, double y0) {
    double qber = 0.5 - (0.5 - rate.qber()) / (1 - y0); // (1 − p)² = 1 − Y₀
    return rate.gain() * (1 - 2 * Entropy.binary(qber));
  }

  @Test
  void wernerPairsGiveTheirSecretFraction() {
    // rows Q14 and Q15: Werner fidelity F has Q = 2(1 − F)/3
    var pairs = new Bbm92(PairSource.singlePair(), PERFECT, PERFECT, 0, 1, 1);
    var werner = pairs.withMisalignment(2 * (1 - 0.9) / 3).over(() -> 1, () -> 1);
    assertEquals(0.0666666667, werner.qber(), 1e-10);
    assertEquals(0.2932813299571574, werner.bitsPerUse(), 1e-12);
    double lowest = 0.8349582033425351;
    double above = pairs.withMisalignment(2 * (1 - lowest - 1e-9) / 3).over(() -> 1).bitsPerUse();
    assertTrue(above > 0);
    double below = pairs.withMisalignment(2 * (1 - lowest + 1e-9) / 3).over(() -> 1).bitsPerUse();
    assertEquals(0, below);
    assertEquals(lowest, 1 - 1.5 * Thresholds.bb84(), 1e-9);
  }

  @Test
  void perfectPairsReachTheTransmittance() {
    var best = new Bbm92(PairSource.singlePair(), PERFECT, PERFECT, 0, 1, 1);
    assertEquals(0.3, best.over(() -> 0.3).bitsPerUse(), 1e-15);
    assertEquals(0.15, best.withSiftingFactor(0.5).over(() -> 0.3).bitsPerUse(), 1e-15);
    assertEquals(0.12, best.over(() -> 0.3, () -> 0.4).bitsPerUse(), 1e-15);
    var down = best.withSource(PairSource.downConversion());
    for (double km = 0.1; km < 400; km *= 1.5) {
      var link = Fiber.standard().withLengthKm(km);
      assertTrue(down.over(link).bitsPerUse() < best.over(link).bitsPerUse());
      assertTrue(best.over(link).bitsPerUse() < Plob.bitsPerUse(link));
    }
  }

  @Test
  void keyIsProportionalToTheLossOfBothArms() {
    var quiet = Bbm92.standard().withDetector(PERFECT);
    double near = quiet.over(Link.ofLossDb(80)).bitsPerUse();
    double far = quiet.over(Link.ofLossDb(90)).bitsPerUse();
    assertEquals(10, near / far, 0.01);
  }

  @Test
  void theMiddleIsTheBestPlaceForTheSource() {
    var protocol = Bbm92.standard();
    double middle = protocol.over(Link.ofLossDb(15), Link.ofLossDb(15)).bitsPerUse();
    double aside = protocol.over(Link.ofLossDb(5), Link.ofLossDb(25)).bitsPerUse();
    double atAlice = protocol.over(Link.ofLossDb(0), Link.ofLossDb(30)).bitsPerUse();
    assertTrue(middle > aside);
    assertTrue(aside > atAlice);
    assertEquals(aside, protocol.over(Link.ofLossDb(25), Link.ofLossDb(5)).bitsPerUse(), 1e-15);
    assertEquals(
        protocol.over(Fiber.standard().withLengthKm(100)),
        protocol.over(Fiber.standard().withLengthKm(50), Fiber.standard().withLengthKm(50)));
  }

  @Test
  void findsTheBestBrightness() {
    var random = new SplittableRandom(11);
    int withKey = 0;
    for (int i = 0; i < 300; i++) {
      var protocol =
          Bbm92.standard()
              .withMisalignment(0.08 * random.nextDouble())
              .withAliceDetector(NOISY.withDarkCountProbability(tenTo(random, -8, -3)))
              .withBobDetector(NOISY.withDarkCountProbability(tenTo(random, -8, -3)));
      Link alice = Link.ofLossDb(40 * random.nextDouble());
      Link bob = Link.ofLossDb(40 * random.nextDouble());
      double found = protocol.over(alice, bob).bitsPerUse();
      double scanned = 0;
      for (double mu = 1; mu > 1e-5; mu *= 0.95) {
        scanned = Math.max(scanned, protocol.withMeanPairNumber(mu).over(alice, bob).bitsPerUse());
      }
      assertTrue(found >= scanned * (1 - 1e-12), () -> protocol + " over " + alice + bob);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 100, "cases with key: " + withKey);
  }

  private static double tenTo(SplittableRandom random, double low, double high) {
    return Math.pow(10, low + (high - low) * random.nextDouble());
  }

  static Stream<Arguments> settings() {
    var standard = Bbm92.standard();
    Link daylight =
        new Link() {
          @Override
          public double transmittance() {
            return 0.5;
          }

          @Override
          public double backgroundRateHz() {
            return 8e7;
          }
        };
    return Stream.of(
        Arguments.of(
            "bright, unequal arms",
            standard.withDetector(NOISY).withMisalignment(0.05).withMeanPairNumber(1.5),
            Link.ofLossDb(1),
            Link.ofLossDb(6)),
        Arguments.of(
            "daylight on Bob's side, unequal bases",
            standard.withDetector(NOISY).withSiftingFactor(0.8).withMeanPairNumber(0.3),
            Link.ofLossDb(2),
            daylight),
        Arguments.of(
            "best brightness in fibre",
            standard.withDetector(Detector.snspd()),
            Fiber.standard().withLengthKm(20),
            Fiber.standard().withLengthKm(30)),
        Arguments.of(
            "single pairs",
            standard
                .withDetector(NOISY)
                .withSource(PairSource.singlePair().withMeanPairNumber(0.4))
                .withMisalignment(0.1),
            Link.ofLossDb(1),
            Link.ofLossDb(2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void trialsAgreeWithTheClosedForm(String name, Bbm92 protocol, Link alice, Link bob) {
    var counts = protocol.simulate(alice, bob, PULSES, new SplittableRandom(42));
    var rate = protocol.over(alice, bob);
    var expected = protocol.expect(alice, bob, PULSES);
    assertEquals(PULSES, counts.pulses());
    assertEquals(2, counts.tallies().size());
    assertWithin4("sifting", counts.sent(), PULSES, protocol.siftingFactor());
    for (Tally tally : counts.tallies()) {
      assertWithin4("gain", tally.detected(), tally.sent(), rate.gain());
      assertWithin4("qber", tally.errors(), tally.detected(), rate.qber());
      var line = expected.tallies().stream().filter(t -> t.basis() == tally.basis()).findFirst();
      assertWithin4("share", tally.sent(), PULSES, (double) line.orElseThrow().sent() / PULSES);
      assertEquals(rate.gain(), line.orElseThrow().gain(), 1e-5);
    }
  }

  private static void assertWithin4(String what, long successes, long trials, double expected) {
    var estimate = Estimate.ofCount(successes, trials);
    assertTrue(
        estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "8"})
  void sameSeedSameCounts(String threads) {
    System.setProperty("qnet.threads", threads);
    try {
      var protocol = Bbm92.standard().withDetector(NOISY);
      var link = Link.ofLossDb(3);
      var counts = protocol.simulate(link, link, 200_001, new SplittableRandom(1));
      assertEquals(counts, protocol.simulate(link, link, 200_001, new SplittableRandom(1)));
      System.setProperty("qnet.threads", "2");
      assertEquals(counts, protocol.simulate(link, link, 200_001, new SplittableRandom(1)));
    } finally {
      System.clearProperty("qnet.threads");
    }
  }

  @Test
  void deadTimesLowerTheUsesPerSecondOnly() {
    var protocol = Bbm92.standard().withDetector(PERFECT).withMeanPairNumber(0.1);
    var slow = protocol.withBobDetector(PERFECT.withDeadTimeNs(1000));
    var link = Link.ofLossDb(10);
    assertEquals(protocol.over(link).bitsPerUse(), slow.over(link).bitsPerUse());
    double eta = Math.sqrt(0.1);
    double clicks = 1 - 1 / Math.pow(1 + eta * 0.05, 2);
    assertEquals(1e9 / (1 + 1e-6 * clicks * 1e9), slow.over(link).usesPerSecond(), 1e-3);
  }

  @Test
  void saysWhatLimits() {
    var protocol = Bbm92.standard();
    assertEquals("loss", protocol.over(Link.ofLossDb(10)).limit());
    assertEquals("no light arrives", protocol.over(() -> 0).limit());
    assertEquals("no light arrives", protocol.over(() -> 1, () -> 0).limit());
    assertEquals("dark counts and stray light", protocol.over(Link.ofLossDb(80)).limit());
    assertEquals("misalignment", protocol.withMisalignment(0.12).over(() -> 1).limit());
    assertEquals(
        "pulses of several pairs", protocol.withMeanPairNumber(3).over(() -> 0.01).limit());
    assertEquals(0.1, protocol.optimisedFor(() -> 0, () -> 0).source().meanPairNumber());
    var perfect = protocol.withDetector(PERFECT);
    assertTrue(Double.isNaN(perfect.over(() -> 0).qber()));
    assertEquals(0, perfect.over(() -> 1e-200, () -> 1e-200).bitsPerUse());
  }

  @Test
  void refusesImpossibleProtocols() {
    var protocol = Bbm92.standard();
    assertEquals(
        "siftingFactor must be from 0.5 to 1, was 0.4",
        assertThrows(IllegalArgumentException.class, () -> protocol.withSiftingFactor(0.4))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> protocol.withMisalignment(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> protocol.withErrorCorrectionEfficiency(0.9));
    assertThrows(NullPointerException.class, () -> protocol.withAliceDetector(null));
    assertThrows(
        IllegalArgumentException.class,
        () -> protocol.simulate(() -> 1, () -> 1, 0, new SplittableRandom(1)));
    assertThrows(IllegalArgumentException.class, () -> protocol.expect(() -> 1, () -> 1, 0));
  }

  @Test
  void finiteBlocksApproachTheEndlessKeyFromBelow() {
    var security = Security.standard();
    var pairs = Bbm92.standard().withDetector(Detector.snspd());
    for (double km : new double[] {10, 50, 100, 150}) {
      var link = Fiber.standard().withLengthKm(km);
      double endless = pairs.withSiftingFactor(1).over(link).bitsPerUse();
      double before = 0;
      for (long bits = 10_000; bits <= 1_000_000_000_000L; bits *= 100) {
        double rate = pairs.finite(Block.ofSiftedBits(bits), security).over(link).bitsPerUse();
        assertTrue(rate > before && rate < endless, km + " km, " + bits + " bits: " + rate);
        before = rate;
      }
      assertEquals(1, before / endless, 0.03);
    }
  }

  @Test
  void noGridFindsABetterBlock() {
    var security = Security.standard();
    var block = Block.ofSiftedBits(1_000_000);
    var link = Fiber.standard().withLengthKm(60);
    var best = Bbm92.standard().finite(block, security).over(link).bitsPerUse();
    double found = 0;
    for (double q = 0.5; q < 1; q += 0.01) {
      for (double mu = 0.005; mu < 0.3; mu *= 1.08) {
        var counts = Bbm92.standard().withSiftingFactor(q).withMeanPairNumber(mu);
        long pulses = Math.round(1e6 / counts.siftedBitsPerPulse(link));
        var expected = counts.expect(link, pulses);
        long bits = counts.finiteKey().length(expected, security, counts.leakBits(expected)).bits();
        found = Math.max(found, (double) bits / pulses);
      }
    }
    assertTrue(best >= 0.999 * found, best + " against " + found);
    assertTrue(found >= 0.97 * best, best + " is not what counts of the grid give: " + found);
  }

  @Test
  void drawnPairsGiveTheExpectedKey() {
    var link = Fiber.standard().withLengthKm(5);
    var run =
        new Bbm92(PairSource.singlePair(), PERFECT, PERFECT, 0.02, 1.16, 0.6)
            .finite(Block.ofPulses(2_000_000), Security.standard());
    long expected = run.keyLength(link).bits();
    long drawn = run.simulate(link, new SplittableRandom(92)).bits();
    assertTrue(expected > 100_000);
    assertEquals(1, (double) drawn / expected, 0.02, drawn + " against " + expected);
  }
}
