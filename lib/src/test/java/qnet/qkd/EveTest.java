package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static qnet.Reference.assertRow;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.run.Estimate;

/** Attacks on pulses, drawn one by one and 64 at a time, against their formulas. */
class EveTest {
  private static final long PULSES = 400_000;
  private static final Link LOSSY = Link.ofLossDb(10);

  /** Bright, noisy and misaligned, so that double clicks and their random bits count. */
  private static final Bb84 NOISY =
      Bb84.standard()
          .withDetector(new Detector(0.6, 0, 1, 0).withDarkCountProbability(0.02))
          .withMisalignment(0.1);

  private static final Map<String, Eve> IN_PAPERS =
      Map.of(
          "intercept random 1", new InterceptResend(1),
          "intercept random 0.4", new InterceptResend(0.4),
          "intercept Breidbart 1", new InterceptResend(1, EveBasis.BREIDBART),
          "splitting at 13.288438075 dB", new PhotonSplitting(0.1).on(Link.ofLossDb(13.288438075)),
          "blinding", DetectorBlinding.on(LOSSY),
          "time shift 0.5", new EfficiencyMismatch(0.5).timeShiftOn(LOSSY),
          "faked states 0.2", new EfficiencyMismatch(0.2).fakedStatesOn(LOSSY));

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/reference/eavesdropping.csv", numLinesToSkip = 1)
  void effectsAsInThePapers(
      String id, String attack, double qber, double guess, double bits, double tolerance) {
    var effect = IN_PAPERS.get(attack).effect();
    assertRow(id, "QBER", qber, tolerance, effect.qber());
    assertRow(id, "guess", guess, tolerance, effect.guessProbability());
    assertRow(id, "information", bits, tolerance, effect.informationBits());
  }

  private static SiftedRun oneByOne(PulsedBb84 protocol, Link link, Eve eve, long seed) {
    var trials = new PulseTrials(protocol.setup(link), link, eve);
    return SiftedRun.oneByOne(trials, PULSES, new SplittableRandom(seed));
  }

  static Stream<Arguments> attacks() {
    var single = Bb84.ideal();
    var laser = DecoyBb84.standard().withDetector(Detector.ideal()).withMisalignment(0);
    var mismatch = new EfficiencyMismatch(0.3);
    return Stream.of(
        Arguments.of("random", single, LOSSY, new InterceptResend(0.7)),
        Arguments.of("fixed", single, LOSSY, new InterceptResend(0.7, EveBasis.FIXED)),
        Arguments.of("Breidbart", single, LOSSY, new InterceptResend(0.7, EveBasis.BREIDBART)),
        Arguments.of("noisy", NOISY, Link.ofLossDb(3), new InterceptResend(0.6)),
        Arguments.of(
            "noisy Breidbart",
            NOISY,
            Link.ofLossDb(3),
            new InterceptResend(0.6, EveBasis.BREIDBART)),
        Arguments.of("blinding", single, LOSSY, DetectorBlinding.on(LOSSY)),
        Arguments.of("time shift", single, LOSSY, mismatch.timeShiftOn(LOSSY)),
        Arguments.of("faked states", single, LOSSY, mismatch.fakedStatesOn(LOSSY)),
        Arguments.of(
            "splitting below the critical loss",
            laser.withMeanPhotonNumber(0.5),
            Link.ofLossDb(4),
            new PhotonSplitting(0.5).on(Link.ofLossDb(4))),
        Arguments.of(
            "splitting beyond the critical loss",
            laser.withMeanPhotonNumber(0.5),
            LOSSY,
            new PhotonSplitting(0.5).on(LOSSY)),
        Arguments.of(
            "beam splitting",
            laser.withMeanPhotonNumber(0.8),
            LOSSY,
            new BeamSplitting(0.8).on(LOSSY)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void trialsAgreeWithTheFormula(String name, PulsedBb84 protocol, Link link, Eve eve) {
    var run = oneByOne(protocol, link, eve, 11);
    var expected = Session.of(protocol, link).withEve(eve).expected();
    var measured = run.eve().effect(run.counts().qber());
    long sifted = run.counts().detected();
    assertTrue(sifted > 4_000);
    assertWithin4(run.counts().errors(), sifted, expected.qber());
    assertWithin4(
        Math.round(measured.guessProbability() * sifted), sifted, expected.guessProbability());
    assertEquals(expected.informationBits(), measured.informationBits(), 4 / Math.sqrt(sifted));
    // every attack hides its clicks behind the loss
    var setup = protocol.setup(link);
    double mu = setup.intensities().get(0).meanPhotonNumber();
    assertWithin4(sifted, run.counts().sent(), setup.gain(link, mu));
  }

  @ParameterizedTest
  @EnumSource(EveBasis.class)
  void sixtyFourAtATimeAgreeWithOneByOne(EveBasis basis) {
    for (double fraction : new double[] {0, 0.3, 1}) {
      var eve = new InterceptResend(fraction, basis);
      var link = Link.ofLossDb(1);
      var bulk = SiftedRun.of(NOISY.setup(link), link, eve, PULSES, new SplittableRandom(5));
      var single = oneByOne(NOISY, link, eve, 6);
      for (int k = 0; k < 2; k++) {
        var a = bulk.counts().tallies().get(k);
        var b = single.counts().tallies().get(k);
        assertAlike(a.errors(), a.detected(), b.errors(), b.detected());
        assertAlike(a.detected(), a.sent(), b.detected(), b.sent());
      }
      long n = bulk.counts().detected();
      long m = single.counts().detected();
      var ofBulk = bulk.eve().effect(0);
      var ofSingle = single.eve().effect(0);
      assertAlike(
          Math.round(ofBulk.guessProbability() * n),
          n,
          Math.round(ofSingle.guessProbability() * m),
          m);
      assertEquals(ofSingle.informationBits(), ofBulk.informationBits(), 0.01);
      assertEquals(bulk.counts().errors(), bulk.alice().xor(bulk.bob()).ones());
      assertEquals(single.counts().errors(), single.alice().xor(single.bob()).ones());
    }
  }

  @Test
  void aWordThatIsNotFullCountsNoMoreThanItsBits() {
    var link = Link.ofLossDb(0);
    var eve = new InterceptResend(1, EveBasis.FIXED);
    long sifted = 0;
    double right = 0;
    for (int i = 0; i < 300; i++) {
      var run = SiftedRun.of(Bb84.ideal().setup(link), link, eve, 40, new SplittableRandom(i));
      sifted += run.counts().detected();
      right += run.counts().detected() * run.eve().effect(0).guessProbability();
    }
    assertWithin4(Math.round(right), sifted, 0.75);
  }

  @Test
  void fixedBasisErrsInTheOtherOneOnly() {
    var link = Link.ofLossDb(0);
    var eve = new InterceptResend(1, EveBasis.FIXED);
    var run = SiftedRun.of(Bb84.ideal().setup(link), link, eve, 100_000, new SplittableRandom(1));
    for (Tally tally : run.counts().tallies()) {
      assertWithin4(tally.errors(), tally.detected(), tally.basis() == Basis.X ? 0.5 : 0);
    }
  }

  @Test
  void interceptionWrittenInACellIsTheBuiltInOne() {
    Eve mine = (pulse, rng) -> pulse.measured(rng.nextBoolean() ? Basis.X : Basis.Z, rng);
    Eve between = (pulse, rng) -> pulse.measured(Math.PI / 8, rng);
    var link = Link.ofLossDb(0);
    for (var pair :
        Map.of(
                mine, new InterceptResend(1), // rows Q1 and Q2
                between, new InterceptResend(1, EveBasis.BREIDBART))
            .entrySet()) {
      assertSameEffect(oneByOne(Bb84.ideal(), link, pair.getKey(), 8), pair.getValue().effect());
      var some = pair.getKey().onFraction(0.4);
      assertSameEffect(
          oneByOne(Bb84.ideal(), link, some, 9), pair.getValue().withFraction(0.4).effect());
      assertEquals(EveEffect.UNKNOWN, some.effect());
    }
    assertEquals(new InterceptResend(0.2), new InterceptResend(0.5).onFraction(0.4));
  }

  private static void assertSameEffect(SiftedRun run, EveEffect expected) {
    long sifted = run.counts().detected();
    var measured = run.eve().effect(run.counts().qber());
    assertWithin4(run.counts().errors(), sifted, expected.qber());
    assertWithin4(
        Math.round(measured.guessProbability() * sifted), sifted, expected.guessProbability());
    assertEquals(expected.informationBits(), measured.informationBits(), 0.01);
  }

  @Test
  void twoInterceptionsInARowAreNoBetterAndShowMore() {
    var twice = new InterceptResend(1).andThen(new InterceptResend(1));
    var run = oneByOne(Bb84.ideal(), Link.ofLossDb(0), twice, 3);
    // Bob's bit is right for certain only if both read in Alice's basis: 1 − 1/4 of half
    assertWithin4(run.counts().errors(), run.counts().detected(), 0.375);
    // the second result tells something only if the first was in the right basis
    assertEquals(0.5, run.eve().effect(0).informationBits(), 0.01);
  }

  @Test
  void anEveWhoCouldReadTheAngleWouldKnowAllUnseen() {
    Eve oracle = (pulse, rng) -> new Pulse(pulse.photons(), pulse.angleRad());
    var run = oneByOne(Bb84.ideal(), Link.ofLossDb(0), oracle, 3);
    assertEquals(0, run.counts().errors());
    assertEquals(1, run.eve().effect(0).informationBits());
  }

  @Test
  void whoDoesNothingKnowsNothing() {
    var run = oneByOne(Bb84.ideal(), Link.ofLossDb(0), (pulse, rng) -> pulse, 3);
    assertEquals(0, run.counts().errors());
    assertEquals(0, run.eve().effect(0).informationBits(), 1e-3);
    assertWithin4(
        Math.round(run.eve().effect(0).guessProbability() * run.counts().detected()),
        run.counts().detected(),
        0.5);
    Eve blocking = (pulse, rng) -> pulse.withPhotons(0);
    assertEquals(0, oneByOne(Bb84.ideal(), LOSSY, blocking, 3).counts().detected());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.7, 1.3, 2.9})
  void bobFollowsTheLawOfMalus(double turnedRad) {
    Eve turning = (pulse, rng) -> pulse.withAngleRad(pulse.angleRad() + turnedRad);
    var run = oneByOne(Bb84.ideal(), Link.ofLossDb(0), turning, 4);
    assertWithin4(
        run.counts().errors(), run.counts().detected(), 1 - Math.pow(Math.cos(turnedRad), 2));
    var random = new SplittableRandom(5);
    var pulse = new Pulse(1, 0.3);
    long ones = 0;
    for (int i = 0; i < 20_000; i++) {
      double found = pulse.measured(turnedRad, random).angleRad();
      assertTrue(found == turnedRad || found == turnedRad + Math.PI / 2);
      ones += found == turnedRad ? 0 : 1;
    }
    assertWithin4(ones, 20_000, Math.pow(Math.sin(0.3 - turnedRad), 2));
  }

  @Test
  void severalPhotonsVote() {
    var random = new SplittableRandom(6);
    long ones = 0;
    for (int i = 0; i < 100_000; i++) {
      ones += new Pulse(2, 0.4).measured(0, random).angleRad() > 0 ? 1 : 0;
    }
    double one = Math.pow(Math.sin(0.4), 2);
    assertWithin4(ones, 100_000, one * one + one * (1 - one)); // both, or a coin of two
    var empty = new Pulse(0, 0.4);
    assertEquals(empty, empty.measured(0, random));
  }

  @Test
  void notesSayWhatWasDone() {
    var random = new SplittableRandom(7);
    var sent = Pulse.ofAlice(3, Basis.X, true);
    assertEquals(EveNote.NOTHING, sent.note());
    var rest = sent.keeping(2);
    assertEquals(1, rest.photons());
    assertEquals("kept 2", rest.note().action());
    assertEquals(1, rest.note().one(Basis.X), 1e-15);
    assertEquals(0.5, rest.note().one(Basis.Z), 1e-15);
    assertEquals(rest.note(), rest.measured(0, random).note(), "the photon that is kept is surer");
    assertEquals("read 1 in X", sent.measured(Basis.X, random).note().action());
    assertTrue(sent.measured(Math.PI / 8, random).note().action().endsWith(" in 22.5°"));
    assertEquals("sent her own", new Pulse(1, 0).note().action());
    assertSame(sent, sent.keeping(0));
  }

  private static void assertSame(Object expected, Object actual) {
    assertTrue(expected == actual);
  }

  @Test
  void blindedDetectorsAnswerToHerBasisAlone() {
    var noisy = NOISY.withMisalignment(0);
    var all = new DetectorBlinding(1);
    var run = oneByOne(noisy, LOSSY, all, 2);
    assertEquals(0, run.counts().errors(), "no dark counts either");
    assertWithin4(run.counts().detected(), run.counts().sent(), all.gain());
    assertEquals(0.5, all.gain());
    assertEquals(1, DetectorBlinding.on(Link.ofLossDb(1)).brightFraction());
    assertEquals(0.2, DetectorBlinding.on(LOSSY).brightFraction(), 1e-15);
    assertFalse(new Reception(1, 1, 1, true).brightEnough(0.5));
  }

  @Test
  void refusesWrongNumbers() {
    RandomGenerator random = new SplittableRandom(1);
    for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
      assertMessage("fraction must be from 0 to 1, was " + bad, () -> Eve.none().onFraction(bad));
      Eve mine = (pulse, rng) -> pulse;
      assertMessage("fraction must be from 0 to 1, was " + bad, () -> mine.onFraction(bad));
      assertMessage(
          "brightFraction must be from 0 to 1, was " + bad, () -> new DetectorBlinding(bad));
      assertMessage("oneInZ must be from 0 to 1, was " + bad, () -> EveNote.ofBit("", bad));
      assertMessage("oneInX must be from 0 to 1, was " + bad, () -> new EveNote("", 0, bad));
      assertMessage(
          "seenByZero must be from 0 to 1, was " + bad, () -> Reception.HONEST.withSeen(bad, 1));
      assertMessage(
          "seenByOne must be from 0 to 1, was " + bad, () -> Reception.HONEST.withSeen(1, bad));
    }
    assertMessage(
        "transmittance must be from 0 to 1, was 2.0", () -> Reception.HONEST.withTransmittance(2));
    assertMessage("photons must be ≥ 0, was -1", () -> new Pulse(-1, 0));
    assertMessage("angleRad must be finite, was NaN", () -> new Pulse(1, Double.NaN));
    assertMessage("kept must be from 0 to 1, was 2", () -> new Pulse(1, 0).keeping(2));
    assertMessage("kept must be from 0 to 1, was -1", () -> new Pulse(1, 0).keeping(-1));
    assertMessage(
        "basis must be Z or X, was Y (circular)", () -> new Pulse(1, 0).measured(Basis.Y, random));
  }

  private static void assertMessage(
      String message, org.junit.jupiter.api.function.Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }

  static void assertWithin4(long successes, long trials, double expected) {
    var estimate = Estimate.ofCount(successes, trials);
    assertTrue(estimate.sigmasFrom(expected) < 4, () -> estimate + " against " + expected);
  }

  private static void assertAlike(long successes, long trials, long others, long otherTrials) {
    var one = Estimate.ofCount(successes, trials);
    var other = Estimate.ofCount(others, otherTrials);
    double error = Math.hypot(one.standardError(), other.standardError());
    assertTrue(Math.abs(one.mean() - other.mean()) <= 4 * error, () -> one + " against " + other);
  }
}
