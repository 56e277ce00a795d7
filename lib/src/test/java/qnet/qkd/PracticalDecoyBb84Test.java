package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import qnet.channel.Source;
import qnet.run.Estimate;
import qnet.state.Entropy;

class PracticalDecoyBb84Test {
  private static final Fiber GYS_FIBER = Fiber.standard().withLossDbPerKm(0.21);

  private static DecoySettings settings(double z, double[] mu, double... p) {
    return new DecoySettings(
        z,
        Stream.iterate(0, k -> k < mu.length, k -> k + 1)
            .map(k -> new Intensity(mu[k], p[k]))
            .toList());
  }

  // Ma et al. 2005 print 140.55 km for vacuum and a weak decoy of 0.05
  @Test
  void vacuumAndWeakDecoyReachThePrintedDistance() {
    assertEquals(140.55, PracticalDecoyBb84.gys().maxReachKm(GYS_FIBER), 0.1);
  }

  // Ma et al. 2005, Eqs. (34), (35), (37) written out for the signal, with Eqs. (10), (11)
  @Test
  void vacuumAndWeakDecoyWrittenOut() {
    double eta = 0.045 * Math.pow(10, -0.21 * 60 / 10);
    double y0 = 1.7e-6;
    double mu = 0.48;
    double nu = 0.05;
    double qMu = y0 + 1 - Math.exp(-eta * mu);
    double qNu = y0 + 1 - Math.exp(-eta * nu);
    double wrongMu = y0 / 2 + 0.033 * (1 - Math.exp(-eta * mu));
    double wrongNu = y0 / 2 + 0.033 * (1 - Math.exp(-eta * nu));
    double y1 =
        mu
            / (mu * nu - nu * nu)
            * (qNu * Math.exp(nu)
                - qMu * Math.exp(mu) * nu * nu / (mu * mu)
                - (mu * mu - nu * nu) / (mu * mu) * y0);
    double e1 = (wrongNu * Math.exp(nu) - y0 / 2) / (y1 * nu);
    double rate =
        mu * Math.exp(-mu) * y1 * (1 - Entropy.binary(e1))
            - 1.22 * qMu * Entropy.binary(wrongMu / qMu);
    var gys = PracticalDecoyBb84.gys();
    double bits = gys.over(GYS_FIBER.withLengthKm(60)).bitsPerUse();
    // basis Z 90 %, signal 80 % of the time
    assertEquals(1, bits / (0.81 * 0.8 * rate), 1e-9);
  }

  @Test
  void boundsNeverFlatterAndGetCloseWithWeakDecoys() {
    var random = new SplittableRandom(17);
    int useful = 0;
    for (int i = 0; i < 3000; i++) {
      double darkCounts = Math.pow(10, -8 + 4 * random.nextDouble());
      double loss = 40 * random.nextDouble();
      double misalignment = 0.05 * random.nextDouble();
      double mu3 = random.nextBoolean() ? 0 : 0.02 * random.nextDouble();
      double mu2 = mu3 + 0.01 + 0.3 * random.nextDouble();
      double mu1 = mu2 + mu3 + 0.01 + 0.5 * random.nextDouble();
      boolean one = random.nextInt(3) == 0;
      var chosen =
          one
              ? settings(0.5, new double[] {mu1, mu2}, 0.6, 0.4)
              : settings(0.5, new double[] {mu1, mu2, mu3}, 0.6, 0.3, 0.1);
      var analysis = random.nextBoolean() ? Analysis.THRESHOLD : Analysis.LIM_2014;
      var detector = new Detector(0.3, 0, 1, 0).withDarkCountProbability(darkCounts);
      var receiver = Receiver.behind(Link.ofLossDb(loss), detector, misalignment, analysis);
      var proof = one ? OneDecoyKey.PROOF : TwoDecoyKey.PROOF;
      var pulses = chosen.pulses();
      var seen = new DecoyBlock(receiver, proof, 1.16).detections(pulses, 1);
      var bounds = proof.bounds(seen, seen, Fluctuation.NONE);
      double close = 1 + 1e-7;
      double empty = pulses.emptyProbability() * receiver.emptyYield();
      double single = pulses.singlePhotonProbability() * receiver.singlePhotonYield();
      double wrong = receiver.singlePhotonErrorYield() / receiver.singlePhotonYield();
      assertTrue(bounds.empty() <= empty * close, () -> "s0 " + bounds + " of " + empty);
      assertTrue(bounds.single() <= single * close, () -> "s1 " + bounds + " of " + single);
      assertTrue(bounds.phaseError() * close >= wrong, () -> "phi " + bounds + " of " + wrong);
      useful += bounds.single() > 0.5 * single ? 1 : 0;
    }
    assertTrue(useful > 1000, "useful bounds: " + useful);
  }

  @Test
  void weakDecoysTendToInfinitelyMany() {
    var link = Link.ofLossDb(15);
    var standard = PracticalDecoyBb84.standard();
    double limit =
        DecoyBb84.standard().withSiftingFactor(1).withMeanPhotonNumber(0.5).over(link).bitsPerUse();
    double before = 0;
    for (double nu : new double[] {0.2, 0.05, 0.01, 0.002}) {
      var weak = settings(1 - 1e-9, new double[] {0.5, nu, 0}, 1 - 2e-9, 1e-9, 1e-9);
      double rate = standard.withSettings(weak).over(link).bitsPerUse();
      assertTrue(rate > before && rate < limit, rate + " of " + limit);
      before = rate;
    }
    assertEquals(1, before / limit, 2e-3);
  }

  @Test
  void gainAndErrorsAreThoseOfTheMixture() {
    var link = Link.ofLossDb(10);
    var standard = PracticalDecoyBb84.standard();
    var decoy = DecoyBb84.standard();
    double gain = 0;
    double errors = 0;
    for (var intensity : standard.settings().intensities()) {
      var alone = decoy.withMeanPhotonNumber(intensity.meanPhotonNumber()).over(link);
      gain += intensity.probability() * alone.gain();
      errors += intensity.probability() * alone.gain() * alone.qber();
    }
    var rate = standard.over(link);
    assertEquals(gain, rate.gain(), 1e-15);
    assertEquals(errors / gain, rate.qber(), 1e-12);
    assertEquals(1e9, rate.usesPerSecond());
    assertEquals(0.81 * gain, standard.siftedBitsPerPulse(link), 1e-15);
  }

  static Stream<Arguments> trials() {
    var standard = PracticalDecoyBb84.standard();
    var bright = new Detector(0.6, 0, 1, 0).withDarkCountProbability(0.01);
    var three = settings(0.7, new double[] {0.6, 0.2, 0}, 0.5, 0.3, 0.2);
    var two = settings(0.4, new double[] {0.8, 0.3}, 0.4, 0.6);
    return Stream.of(
        Arguments.of("fibre", standard, Fiber.standard().withLengthKm(10)),
        Arguments.of("two decoys", standard.withDetector(bright).withSettings(three), link(3)),
        Arguments.of("one decoy", standard.withDetector(bright).withSettings(two), link(3)),
        Arguments.of(
            "after-pulses",
            standard.withDetector(bright.withAfterpulseProbability(0.2)).withSettings(three),
            link(10)),
        Arguments.of(
            "jitter", standard.withDetector(bright.withJitterPs(1500)).withSettings(two), link(3)));
  }

  private static Link link(double lossDb) {
    return Link.ofLossDb(lossDb);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trials")
  void trialsAgreeWithTheClosedForm(String name, PracticalDecoyBb84 protocol, Link link) {
    long pulses = 4_000_000;
    var counts = protocol.simulate(link, pulses, new SplittableRandom(11));
    var expected = protocol.expect(link, pulses);
    assertEquals(pulses, counts.pulses());
    assertEquals(2 * protocol.settings().intensities().size(), counts.tallies().size());
    for (Tally tally : counts.tallies()) {
      var line = expected.tally(tally.basis(), tally.meanPhotonNumber());
      String what = name + ", " + tally;
      assertWithin4(what, tally.sent(), pulses, (double) line.sent() / pulses);
      assertWithin4(what, tally.detected(), tally.sent(), line.gain());
      assertWithin4(what, tally.errors(), tally.sent(), (double) line.errors() / line.sent());
    }
  }

  private static void assertWithin4(String what, long successes, long trials, double expected) {
    var estimate = Estimate.ofCount(successes, trials);
    assertTrue(
        estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
  }

  @Test
  void keyFromTrialsIsLikeKeyFromExpectation() {
    var protocol =
        PracticalDecoyBb84.standard()
            .withDetector(Detector.snspd())
            .withSettings(DecoySettings.oneDecoy().withKeyBasisProbability(0.6));
    var link = Fiber.standard().withLengthKm(5);
    var security = new Security(1e-6, 1e-6);
    var counts = protocol.simulate(link, 4_000_000, new SplittableRandom(2));
    var expected = protocol.expect(link, 4_000_000);
    long drawn = protocol.finiteKey().length(counts, security, protocol.leakBits(counts)).bits();
    long mean = protocol.finiteKey().length(expected, security, protocol.leakBits(counts)).bits();
    assertTrue(mean > 50_000, "" + mean);
    assertEquals(1, (double) drawn / mean, 0.05);
  }

  @Test
  void saysWhatLimits() {
    var standard = PracticalDecoyBb84.standard();
    assertEquals("loss", standard.over(Fiber.standard()).limit());
    assertEquals("no light arrives", standard.over(() -> 0).limit());
    assertEquals("misalignment", standard.withMisalignment(0.2).over(() -> 0.1).limit());
    assertEquals("dark counts and stray light", standard.over(() -> 1e-6).limit());
    var strong = settings(0.9, new double[] {0.9, 0.8, 0.05}, 0.4, 0.3, 0.3);
    assertEquals(
        "decoys that tell too little", standard.withSettings(strong).over(() -> 0.1).limit());
  }

  @Test
  void refusesASourceThatChoosesForItself() {
    var standard = PracticalDecoyBb84.standard();
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> standard.withSource(Source.singlePhoton()))
            .getMessage()
            .startsWith("source must be a laser"));
    var fixed = Source.laser().withMeanPhotonNumber(0.5);
    assertEquals(
        "meanPhotonNumber of the source must be NaN (the settings have it), was 0.5",
        assertThrows(IllegalArgumentException.class, () -> standard.withSource(fixed))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> standard.expect(() -> 1, 0));
  }

  @Test
  void refusesImpossibleSettings() {
    var two = DecoySettings.twoDecoys();
    assertEquals(
        "keyBasisProbability must be > 0 and < 1, was 1.0",
        assertThrows(IllegalArgumentException.class, () -> two.withKeyBasisProbability(1))
            .getMessage());
    assertEquals(
        "decoy must be weaker than 0.5, was 0.6",
        refused(new double[] {0.5, 0.6, 0}, 0.5, 0.3, 0.2));
    assertEquals(
        "signal must be stronger than both decoys together (0.5), was 0.5",
        refused(new double[] {0.5, 0.3, 0.2}, 0.5, 0.3, 0.2));
    assertEquals(
        "the only decoy must not be empty, was 0", refused(new double[] {0.5, 0}, 0.5, 0.5));
    assertEquals(
        "probabilities must add up to 1, were 0.75", refused(new double[] {0.5, 0.1}, 0.5, 0.25));
    assertEquals(
        "probability must be > 0 and ≤ 1, was 0.0", refused(new double[] {0.5, 0.1}, 1, 0));
    assertEquals(
        "meanPhotonNumber must be from 0 to 10, was NaN", refused(new double[] {Double.NaN}, 1));
    assertEquals(
        "intensities must be a signal and one or two decoys, were 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> two.withIntensities(List.of(new Intensity(0.5, 1))))
            .getMessage());
  }

  private static String refused(double[] mu, double... p) {
    return assertThrows(IllegalArgumentException.class, () -> settings(0.9, mu, p)).getMessage();
  }

  @Test
  void fewPulsesAreNotRoundedUpToMoreThanWereSent() {
    var link = Fiber.standard().withLengthKm(10);
    for (double z : new double[] {1e-9, 0.3, 0.9, 1 - 1e-9}) {
      var protocol =
          PracticalDecoyBb84.standard()
              .withSettings(DecoySettings.twoDecoys().withKeyBasisProbability(z));
      for (long pulses = 1; pulses < 100; pulses++) {
        var counts = protocol.expect(link, pulses);
        assertEquals(pulses, counts.pulses());
        double kept = pulses * (z * z + (1 - z) * (1 - z));
        assertEquals(kept, counts.sent(), 3);
      }
    }
  }
}
