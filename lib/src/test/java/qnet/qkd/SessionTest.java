package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static qnet.qkd.EveTest.assertWithin4;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Estimate;

class SessionTest {
  private static final Link LOSSY = Link.ofLossDb(20);

  @AfterEach
  void reset() {
    System.clearProperty("qnet.threads");
  }

  private static SplittableRandom seed(long seed) {
    return new SplittableRandom(seed);
  }

  @Test
  void withoutEveTheKeyIsAccepted() {
    var session = Session.standard();
    var result = session.run(4_000_000, seed(1));
    assertTrue(result.accepted());
    assertEquals(Math.round(0.1 * result.siftedBits()), result.sampleBits());
    assertEquals(result.siftedBits() - result.sampleBits(), result.aliceKey().length());
    assertEquals(
        result.counts().errors() - result.sampleErrors(),
        result.aliceKey().xor(result.bobKey()).ones());
    assertWithin4(result.counts().errors(), result.siftedBits(), session.expected().qber());
    assertEquals(Estimate.ofCount(result.sampleErrors(), result.sampleBits()), result.sampleQber());
    assertFalse(result.eve().detected());
    assertEquals(0, result.eve().closedForm().informationBits());
    assertEquals(0, result.eve().measured().informationBits(), 1e-2);
    assertEquals("accepted: " + result.reason(), result.decision());
    assertTrue(result.reason().endsWith(" % of the sample differ"), result.reason());
    assertEquals(session.protocol().over(session.link()).qber(), session.expected().qber(), 1e-12);
  }

  @Test
  void theSetupExpectsWhatTheProtocolDoes() {
    var noisy =
        new Detector(0.6, 0, 1, 0).withDarkCountProbability(0.02).withAfterpulseProbability(0.3);
    var link = Link.ofLossDb(6);
    var emitter = Bb84.standard().withSource(Source.singlePhoton().withMeanPhotonNumber(0.3));
    for (PulsedBb84 protocol :
        List.of(emitter.withDetector(noisy), DecoyBb84.standard().withDetector(noisy))) {
      var rate = protocol.over(link);
      var setup = protocol.setup(link);
      double mu = setup.intensities().get(0).meanPhotonNumber();
      assertEquals(rate.gain(), setup.gain(link, mu), 1e-12);
      assertEquals(rate.qber() * rate.gain(), setup.errorGain(link, mu), 1e-12);
    }
  }

  @Test
  void theSampleIsTakenAnywhere() {
    // errors in the sample are as frequent as in the rest
    var session = Session.standard().withSampleFraction(0.4);
    var result = session.run(40_000_000, seed(2));
    assertWithin4(result.sampleErrors(), result.sampleBits(), session.expected().qber());
    long left = result.counts().errors() - result.sampleErrors();
    assertWithin4(left, result.siftedBits() - result.sampleBits(), session.expected().qber());
  }

  @Test
  void interceptionOfAllEndsTheSession() {
    var session = Session.standard().withEve(new InterceptResend(1));
    var result = session.run(4_000_000, seed(3));
    assertAborted(result, " % of the sample differ, at most 11.0 % may");
    assertTrue(result.eve().detected());
    var measured = result.eve().measured();
    double honest = Session.standard().expected().qber();
    assertEquals(0.25 + honest / 2, result.eve().closedForm().qber(), 1e-15);
    assertWithin4(result.counts().errors(), result.siftedBits(), result.eve().closedForm().qber());
    assertEquals(0.5, measured.informationBits(), 0.03);
    assertTrue(result.eveGuess().sigmasFrom(0.75) < 4);
    assertEquals(measured.guessProbability(), result.eveGuess().mean(), 1e-12);
    assertEquals(measured.qber(), result.siftedQber().mean());
    assertEquals(result.siftedBits(), result.siftedQber().trials());
  }

  @Test
  void photonSplittingIsSeenByDecoysAlone() {
    var eve = new PhotonSplitting(0.5).on(LOSSY);
    var laser =
        WeakPulseBb84.standard()
            .withDetector(Detector.ideal())
            .withMisalignment(0)
            .withMeanPhotonNumber(0.5);
    var unseen = Session.of(laser, LOSSY).withEve(eve).run(4_000_000, seed(4));
    assertTrue(unseen.accepted());
    assertEquals(0, unseen.counts().errors());
    assertEquals(1, unseen.eve().measured().informationBits());
    var decoys = PracticalDecoyBb84.oneDecoy().withDetector(Detector.ideal()).withMisalignment(0);
    assertEquals(0.5, decoys.settings().signal().meanPhotonNumber());
    assertTrue(Session.of(decoys, LOSSY).run(4_000_000, seed(5)).accepted());
    var seen = Session.of(decoys, LOSSY).withEve(eve).run(4_000_000, seed(5));
    assertAborted(seen, " clicks at 0.15 photons per pulse, expected ");
    assertTrue(seen.eve().detected());
    for (Basis basis : List.of(Basis.Z, Basis.X)) {
      for (double mu : new double[] {0.5, 0.15}) {
        var tally = seen.counts().tally(basis, mu);
        assertEquals(0, tally.errors());
        assertWithin4(tally.detected(), tally.sent(), new PhotonSplitting(0.5).gain(LOSSY, mu));
      }
    }
  }

  @Test
  void blindingIsSeenWhereThereIsTooLittleLossToHideIn() {
    var hidden = Session.ideal().withLink(LOSSY).withEve(DetectorBlinding.on(LOSSY));
    var result = hidden.run(2_000_000, seed(6));
    assertTrue(result.accepted());
    assertEquals(0, result.counts().errors());
    assertEquals(1, result.eve().measured().guessProbability());
    var near = Link.ofLossDb(1);
    var seen = Session.ideal().withLink(near).withEve(DetectorBlinding.on(near));
    assertAborted(seen.run(100_000, seed(6)), " clicks at 1.0 photons per pulse, expected ");
  }

  @Test
  void aManInTheMiddleSharesOneKeyWithEach() {
    var perfect = new ManInTheMiddle(Session.ideal()).run(20_000, seed(7));
    for (SessionResult end : List.of(perfect.atAlice(), perfect.atBob())) {
      assertTrue(end.accepted());
      assertEquals(0, end.counts().errors());
      assertEquals(end.aliceKey(), end.bobKey());
    }
    assertTrue(perfect.keyAgreement().sigmasFrom(0.5) < 4);
    assertTrue(perfect.keyAgreement().trials() > 8_000);
    var none = new ManInTheMiddle(Session.ideal().withSampleFraction(1)).run(1_000, seed(7));
    assertTrue(Double.isNaN(none.keyAgreement().mean()));
  }

  @Test
  void noKeyIsLeftOfASessionThatEnds() {
    assertAborted(
        Session.ideal().withSampleFraction(1).run(1_000, seed(8)),
        "the sample uses up the whole key");
    assertAborted(Session.ideal().withSampleFraction(0).run(1_000, seed(8)), "no bit was compared");
    var dark = Session.ideal().withLink(() -> 0).run(1_000, seed(8));
    assertAborted(dark, "no click in equal bases");
    for (var nothing : List.of(dark.sampleQber(), dark.siftedQber(), dark.eveGuess())) {
      assertTrue(Double.isNaN(nothing.mean()));
    }
    assertTrue(Double.isNaN(dark.eve().measured().guessProbability()));
    Eve blocking = (pulse, rng) -> pulse.withPhotons(0);
    assertAborted(
        Session.ideal().withEve(blocking).run(1_000, seed(8)),
        "no click in equal bases; 0 clicks at 1.0 photons per pulse, expected ");
  }

  private static void assertAborted(SessionResult result, String reason) {
    assertFalse(result.accepted());
    assertTrue(result.reason().contains(reason), result.reason());
    assertEquals(0, result.aliceKey().length());
    assertEquals(0, result.bobKey().length());
    assertEquals("given up: " + result.reason(), result.decision());
  }

  @ParameterizedTest
  @CsvSource({
    "0.3, 0.05, 1600",
    "0.45, 0.05, 1600",
    "0.45, 0.5, 1600",
    "1, 0.05, 1600",
    "0.3, 0.05, 4000", // one error less is allowed where not quite 100 bits are compared
    "0.38, 0.05, 4000"
  })
  void theDialAgreesWithItsFormula(double fraction, double sample, long pulses) {
    var session = Session.ideal().withEve(new InterceptResend(fraction)).withSampleFraction(sample);
    var random = seed(9);
    int sessions = 1_000;
    int aborted = 0;
    for (int i = 0; i < sessions; i++) {
      aborted += session.run(pulses, random).accepted() ? 0 : 1;
    }
    assertWithin4(aborted, sessions, session.abortProbability(pulses));
  }

  @Test
  void theDialByItself() {
    var some = Session.ideal().withEve(new InterceptResend(0.3));
    // 800 sifted bits, 40 compared, at most 4 of them wrong
    assertEquals(
        new SampleTest(40, 0.11).abortProbability(0.075),
        some.withSampleFraction(0.05).abortProbability(1_600),
        2e-3);
    assertEquals(1, some.withSampleFraction(0).abortProbability(1_600));
    assertTrue(Double.isNaN(some.withEve((pulse, rng) -> pulse).abortProbability(1_600)));
    assertEquals(0, Session.ideal().abortProbability(1_600));
    assertThrows(IllegalArgumentException.class, () -> some.abortProbability(0));
  }

  @Test
  void detectionTakesAsLongAsTheSample() {
    var session = Session.standard().withEve(new InterceptResend(0.1)).withSampleFraction(0.5);
    double honest = Session.standard().expected().qber();
    double attacked = session.expected().qber();
    assertEquals(0.025 * (1 - 2 * honest), attacked - honest, 1e-15);
    var test = SampleTest.telling(honest, attacked, 1e-3, 1e-6);
    var rate = Bb84.standard().over(session.link());
    double sifted = rate.usesPerSecond() * rate.gain() / 2;
    assertEquals(sifted, session.siftedBitsPerSecond(), 1e-9 * sifted);
    assertEquals(test.sampleBits() / (0.5 * sifted), session.detectionTimeS(1e-3, 1e-6), 1e-12);
    assertEquals(
        10 * session.detectionTimeS(1e-3, 1e-6),
        session.withSampleFraction(0.05).detectionTimeS(1e-3, 1e-6),
        1e-9);
    var blinding = session.withEve(DetectorBlinding.on(session.link()));
    assertEquals(Double.POSITIVE_INFINITY, blinding.detectionTimeS(1e-3, 1e-6));
    assertTrue(Double.isNaN(session.withEve((pulse, rng) -> pulse).detectionTimeS(1e-3, 1e-6)));
    assertThrows(IllegalArgumentException.class, () -> session.detectionTimeS(0, 0.1));
  }

  @Test
  void sessionsOfDecoysCountEveryIntensity() {
    var session = Session.of(PracticalDecoyBb84.standard(), Fiber.standard().withLengthKm(20));
    var result = session.run(4_000_000, seed(10));
    assertTrue(result.accepted(), result.reason());
    assertWithin4(result.counts().errors(), result.siftedBits(), session.expected().qber());
    var biased = Session.of(Bb84.standard().withSiftingFactor(0.8), Link.ofLossDb(5));
    var attacked = biased.withEve(new InterceptResend(0.2));
    assertWithin4(
        attacked.run(1_000_000, seed(10)).siftedBits(),
        1_000_000,
        0.8 * Bb84.standard().over(Link.ofLossDb(5)).gain());
  }

  @Test
  void everyLineOfATableTellsAConsistentStory() {
    var session =
        Session.of(Bb84.standard().withDetector(new Detector(0.9, 0, 1, 0)), Link.ofLossDb(1))
            .withEve(new InterceptResend(0.5))
            .withSampleFraction(0.5);
    var lines = session.pulses(64, seed(12));
    assertEquals(lines, session.pulses(64, seed(12)));
    for (int i = 0; i < 64; i++) {
      var line = lines.get(i);
      assertEquals(i + 1, line.pulse());
      assertEquals(!line.bobBit().equals("–") && line.aliceBasis() == line.bobBasis(), line.kept());
      assertTrue(line.kept() || !line.sampled());
      assertEquals(line.kept() && !line.bobBit().equals("" + line.aliceBit()), line.error());
      if (line.eve().equals("read " + (1 - line.aliceBit()) + " in " + line.aliceBasis())) {
        throw new AssertionError("Eve read the wrong bit in the right basis: " + line);
      }
    }
    long kept = lines.stream().filter(SessionPulse::kept).count();
    assertEquals(Math.round(kept / 2.0), lines.stream().filter(SessionPulse::sampled).count());
    for (var seen :
        List.<Predicate<SessionPulse>>of(
            SessionPulse::error,
            line -> line.eve().equals("–"),
            line -> line.eve().equals("read 1 in X"),
            line -> line.eve().equals("read 0 in Z"))) {
      assertTrue(lines.stream().anyMatch(seen));
    }
    assertThrows(IllegalArgumentException.class, () -> session.pulses(65, seed(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "8"})
  void sameSeedSameSession(String threads) throws NoSuchAlgorithmException {
    Eve mine = (pulse, rng) -> pulse.measured(0.3, rng);
    for (Eve eve : List.of(Eve.none(), new InterceptResend(0.3), mine)) {
      var session = Session.standard().withEve(eve).withAbortQber(0.5);
      System.setProperty("qnet.threads", "1");
      var alone = session.run(300_001, seed(13));
      System.setProperty("qnet.threads", threads);
      assertEquals(alone.toString(), session.run(300_001, seed(13)).toString());
      assertNotEquals(0, alone.aliceKey().length());
    }
    var key = Session.ideal().withEve(mine).withAbortQber(0.5).run(300_001, seed(13));
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(key.aliceKey().toByteArray());
    digest.update(key.bobKey().toByteArray());
    assertEquals(
        "d287b99da0cca4954a3f38058330d726aef61a1859497871d88ab8a7be5ea4be",
        HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void canBeInterrupted() {
    for (Eve eve : List.of(Eve.none(), (Eve) (pulse, rng) -> pulse)) {
      Thread.currentThread().interrupt();
      assertThrows(
          CancellationException.class,
          () -> Session.standard().withEve(eve).run(10_000_000_000L, seed(1)));
    }
  }

  @Test
  void textNeverShowsTheKey() {
    var text = Session.ideal().run(2_000, seed(14)).toString();
    assertTrue(text.matches("(?s).*aliceKey=[0-9]+ bits, SHA-256 .*"), text);
    assertFalse(text.matches("(?s).*[01]{9}.*"), text);
  }

  @Test
  void refusesWrongNumbers() {
    var session = Session.standard();
    for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
      assertEquals(
          "sampleFraction must be from 0 to 1, was " + bad,
          assertThrows(IllegalArgumentException.class, () -> session.withSampleFraction(bad))
              .getMessage());
      assertEquals(
          "abortQber must be from 0 to 1, was " + bad,
          assertThrows(IllegalArgumentException.class, () -> session.withAbortQber(bad))
              .getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> session.run(0, seed(1)));
    assertThrows(NullPointerException.class, () -> session.withEve(null));
    var setup = session.protocol().setup(session.link());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PulseSetup(setup.source(), setup.intensities(), setup.detector(), 0.1, Double.NaN));
  }
}
