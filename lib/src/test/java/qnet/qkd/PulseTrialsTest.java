package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Estimate;

class PulseTrialsTest {
  private static final long PULSES = 4_000_000;

  /** Bright, noisy and misaligned, so that double clicks and their random bits count. */
  private static final Detector NOISY = new Detector(0.6, 0, 1, 0).withDarkCountProbability(0.02);

  private static final Link DAYLIGHT =
      new Link() {
        @Override
        public double transmittance() {
          return 0.7;
        }

        @Override
        public double backgroundRateHz() {
          return 5e7;
        }
      };

  @AfterEach
  void reset() {
    System.clearProperty("qnet.threads");
  }

  static Stream<Arguments> lasers() {
    var decoy = DecoyBb84.standard();
    return Stream.of(
        Arguments.of("fibre, best intensity", decoy, Fiber.standard().withLengthKm(20)),
        Arguments.of(
            "double clicks",
            decoy.withDetector(NOISY).withMisalignment(0.1).withMeanPhotonNumber(3),
            DAYLIGHT),
        Arguments.of(
            "after-pulses",
            decoy
                .withDetector(NOISY.withAfterpulseProbability(0.3))
                .withMisalignment(0.1)
                .withMeanPhotonNumber(0.4),
            Link.ofLossDb(10)),
        Arguments.of(
            "jitter",
            decoy.withDetector(NOISY.withJitterPs(2000)).withMeanPhotonNumber(1),
            Link.ofLossDb(3)),
        Arguments.of(
            "unequal bases",
            decoy.withDetector(NOISY).withSiftingFactor(0.8).withMeanPhotonNumber(0.5),
            Link.ofLossDb(3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lasers")
  void laserTrialsAgreeWithTheClosedForm(String name, DecoyBb84 protocol, Link link) {
    var counts = protocol.simulate(link, PULSES, new SplittableRandom(42));
    var rate = protocol.over(link);
    var expected = protocol.expect(link, PULSES);
    assertAgreement(counts, expected, protocol.siftingFactor(), rate);
  }

  static Stream<Arguments> singlePhotons() {
    var bb84 = Bb84.standard();
    return Stream.of(
        Arguments.of("fibre", bb84, Fiber.standard().withLengthKm(20)),
        Arguments.of("double clicks", bb84.withDetector(NOISY).withMisalignment(0.1), DAYLIGHT),
        Arguments.of(
            "after-pulses",
            bb84.withDetector(NOISY.withAfterpulseProbability(0.3)).withMisalignment(0.05),
            Link.ofLossDb(8)),
        Arguments.of(
            "weak emitter",
            bb84.withDetector(NOISY).withSource(Source.singlePhoton().withMeanPhotonNumber(0.3)),
            Link.ofLossDb(3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("singlePhotons")
  void singlePhotonTrialsAgreeWithTheClosedForm(String name, Bb84 protocol, Link link) {
    var counts = protocol.simulate(link, PULSES, new SplittableRandom(7));
    assertAgreement(
        counts, protocol.expect(link, PULSES), protocol.siftingFactor(), protocol.over(link));
  }

  private static void assertAgreement(
      Counts counts, Counts expected, double siftingFactor, KeyRate rate) {
    assertEquals(PULSES, counts.pulses());
    assertWithin4("sifting", counts.sent(), PULSES, siftingFactor);
    for (Tally tally : counts.tallies()) {
      assertWithin4("gain in " + tally.basis(), tally.detected(), tally.sent(), rate.gain());
      assertWithin4("qber in " + tally.basis(), tally.errors(), tally.detected(), rate.qber());
      var line = expected.tally(tally.basis(), tally.meanPhotonNumber());
      assertWithin4(
          "share of " + tally.basis(), tally.sent(), PULSES, (double) line.sent() / PULSES);
      assertEquals(rate.gain(), line.gain(), 1e-5);
      assertEquals(rate.qber(), line.qber(), 1e-4);
    }
  }

  private static void assertWithin4(String what, long successes, long trials, double expected) {
    var estimate = Estimate.ofCount(successes, trials);
    assertTrue(
        estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "8"})
  void sameSeedSameCounts(String threads) throws NoSuchAlgorithmException {
    System.setProperty("qnet.threads", threads);
    var link = Fiber.standard().withLengthKm(50);
    var laser = DecoyBb84.standard().simulate(link, 500_001, new SplittableRandom(42));
    var photons = Bb84.standard().simulate(link, 500_001, new SplittableRandom(42));
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(laser.toString().getBytes(StandardCharsets.UTF_8));
    digest.update(photons.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "3016056866db481ecad93a8328453b9dc0e5f58ba2d8b6d57851a3d2d081c813",
        HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void canBeInterrupted() {
    var link = Fiber.standard().withLengthKm(50);
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> DecoyBb84.standard().simulate(link, 10_000_000_000L, new SplittableRandom(1)));
  }

  @Test
  void everyPulseTellsAConsistentStory() {
    var protocol = DecoyBb84.standard().withDetector(NOISY).withMeanPhotonNumber(1);
    var records = protocol.pulses(Link.ofLossDb(1), 64, new SplittableRandom(3));
    assertEquals(64, records.size());
    for (int i = 0; i < records.size(); i++) {
      var record = records.get(i);
      assertEquals(i + 1, record.pulse());
      boolean click = !record.bobBit().equals("–");
      assertEquals(click && record.aliceBasis() == record.bobBasis(), record.kept());
      assertTrue(!record.arrives() || record.photons() > 0 && click);
      assertEquals(
          record.kept() && !record.bobBit().equals("" + record.aliceBit()), record.error());
    }
    for (var seen :
        Stream.<java.util.function.Predicate<PulseRecord>>of(
                PulseRecord::kept,
                record -> record.bobBit().equals("–"),
                record -> record.photons() > 1,
                record -> !record.arrives() && !record.bobBit().equals("–"),
                record -> record.aliceBasis() != record.bobBasis())
            .toList()) {
      assertTrue(records.stream().anyMatch(seen));
    }
    assertEquals(12, Bb84.standard().pulses(Link.ofLossDb(1), 12, new SplittableRandom(3)).size());
  }

  @Test
  void perfectDevicesNeverErr() {
    var perfect = Bb84.standard().withMisalignment(0).withDetector(new Detector(1, 0, 1, 0));
    var counts = perfect.simulate(() -> 1, 100_000, new SplittableRandom(1));
    assertEquals(counts.sent(), counts.detected());
    assertEquals(0, counts.errors());
  }

  @Test
  void refusesImpossibleNumbersOfPulses() {
    var bb84 = Bb84.standard();
    var fiber = Fiber.standard();
    var random = new SplittableRandom(1);
    for (int pulses : new int[] {0, 65}) {
      assertEquals(
          "pulses must be from 1 to 64, was " + pulses,
          assertThrows(IllegalArgumentException.class, () -> bb84.pulses(fiber, pulses, random))
              .getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> bb84.simulate(fiber, 0, random));
    assertThrows(IllegalArgumentException.class, () -> bb84.expect(fiber, 0));
  }
}
