package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Estimate;

/** Photon splitting, beam splitting, and the Trojan horse. */
class SourceAttacksTest {
  /** The parameters of Lucamarini et al. 2015, Fig. 3; dark counts are those of the receiver. */
  private static final Bb84 LUCAMARINI =
      new Bb84(
          Source.singlePhoton(),
          new Detector(0.125, 0, 1, 0).withDarkCountProbability(0.5e-5),
          0.01,
          1.2,
          1,
          Analysis.THRESHOLD);

  @Test
  void splittingKnowsEverythingFromTheCriticalLossOn() {
    var splitting = new PhotonSplitting(0.1);
    double critical = splitting.criticalLossDb();
    assertEquals(1, splitting.knownFraction(Link.ofLossDb(critical + 1e-6)));
    assertTrue(splitting.knownFraction(Link.ofLossDb(critical - 1e-3)) < 1);
    assertEquals(splitting.multiPhotonFraction(), splitting.knownFraction(Link.ofLossDb(0)), 1e-15);
    assertEquals(1, splitting.knownFraction(() -> 0));
    // fewer photons per pulse hide longer: about 3 dB for half
    double half = new PhotonSplitting(0.05).criticalLossDb();
    assertEquals(10 * Math.log10(2), half - critical, 0.15);
  }

  @Test
  void splittingAgreesWithPulsesDrawnOneByOne() {
    double mu = 0.5;
    double eta = 0.3;
    var random = new SplittableRandom(5);
    long bits = 0;
    long known = 0;
    // Eve lets so few single photons pass that Bob's click rate is that of the loss
    double clicks = 1 - Math.exp(-eta * mu);
    double multi = 1 - Math.exp(-mu) * (1 + mu);
    double pass = (clicks - multi) / (mu * Math.exp(-mu));
    for (int i = 0; i < 400_000; i++) {
      int photons = poisson(mu, random);
      if (photons > 1 || photons == 1 && random.nextDouble() < pass) {
        bits++;
        known += photons > 1 ? 1 : 0;
      }
    }
    assertWithin4(Estimate.ofCount(bits, 400_000), clicks);
    assertWithin4(Estimate.ofCount(known, bits), new PhotonSplitting(mu).knownFraction(() -> eta));
  }

  @Test
  void splittingImitatesTheLossForTheSignalAlone() {
    for (double db : new double[] {0, 3, 7, 10, 25}) { // critical at 7.2 dB
      var link = Link.ofLossDb(db);
      double eta = link.transmittance();
      var splitting = new PhotonSplitting(0.5);
      assertEquals(1 - Math.exp(-eta * 0.5), splitting.gain(link, 0.5), 1e-15);
      if (db > 0) {
        assertTrue(splitting.gain(link, 0.1) < 1 - Math.exp(-eta * 0.1));
        assertTrue(splitting.gain(link, 0.9) > 1 - Math.exp(-eta * 0.9));
      }
    }
    // beyond the critical loss no single photon passes, and the gain is quadratic
    var far = Link.ofLossDb(20);
    var splitting = new PhotonSplitting(0.5);
    assertEquals(4, splitting.gain(far, 2e-4) / splitting.gain(far, 1e-4), 1e-3);
    double half = (1 - Math.exp(-0.005)) / splitting.multiPhotonProbability();
    assertEquals(half * (1 - 2 / Math.E), splitting.gain(far, 1), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1.2})
  void splittingOfAnyIntensityAgreesWithTrials(double sent) {
    for (double db : new double[] {4, 12}) {
      var link = Link.ofLossDb(db);
      var splitting = new PhotonSplitting(0.5);
      var drawn = splitting.simulate(link, sent, 1_000_000, new SplittableRandom(8));
      assertWithin4(drawn, splitting.gain(link, sent));
    }
  }

  @Test
  void splittingRefusesIntensitiesOutOfRange() {
    var splitting = new PhotonSplitting(0.5);
    var link = Link.ofLossDb(3);
    for (double bad : new double[] {0, -1, 101, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> splitting.gain(link, bad));
      var random = new SplittableRandom(1);
      assertThrows(IllegalArgumentException.class, () -> splitting.simulate(link, bad, 10, random));
    }
  }

  @Test
  void beamSplittingAgreesWithPulsesDrawnOneByOne() {
    double mu = 0.8;
    double eta = 0.25;
    var random = new SplittableRandom(6);
    long bits = 0;
    long known = 0;
    for (int i = 0; i < 400_000; i++) {
      int toBob = 0;
      int toEve = 0;
      for (int n = poisson(mu, random); n > 0; n--) {
        if (random.nextDouble() < eta) {
          toBob++;
        } else {
          toEve++;
        }
      }
      bits += toBob > 0 ? 1 : 0;
      known += toBob > 0 && toEve > 0 ? 1 : 0;
    }
    assertWithin4(Estimate.ofCount(known, bits), new BeamSplitting(mu).knownFraction(() -> eta));
  }

  @Test
  void beamSplittingTellsLessThanPhotonSplitting() {
    for (double db = 3; db < 30; db += 3) {
      var link = Link.ofLossDb(db);
      assertTrue(
          new BeamSplitting(0.1).knownFraction(link)
              < new PhotonSplitting(0.1).knownFraction(link));
    }
    assertEquals(0, new BeamSplitting(0.1).knownFraction(() -> 1));
    assertEquals(1 - Math.exp(-0.1), new BeamSplitting(0.1).knownFraction(() -> 0), 1e-15);
  }

  private static int poisson(double mean, SplittableRandom random) {
    int n = 0;
    for (double time = -Math.log(1 - random.nextDouble());
        time < mean;
        time -= Math.log(1 - random.nextDouble())) {
      n++;
    }
    return n;
  }

  private static void assertWithin4(Estimate estimate, double expected) {
    assertTrue(estimate.sigmasFrom(expected) < 4, () -> estimate + " against " + expected);
  }

  @Test
  void trojanHorseAsInThePaper() {
    // text below Eq. (7): 170 km without a leak, 9 km at 1e-2, the largest leak with key is 0.015
    assertEquals(170, reachKm(0), 2);
    assertEquals(9, reachKm(1e-2), 0.5);
    assertTrue(reachKm(0.0145) > 0);
    assertEquals(0, reachKm(0.0155));
    // "indistinguishable" up to 100 km at 1e-6
    var link = Fiber.standard().withLengthKm(100);
    assertEquals(
        1,
        new TrojanHorse(1e-6).on(LUCAMARINI).over(link).bitsPerUse()
            / LUCAMARINI.over(link).bitsPerUse(),
        0.1);
  }

  private static double reachKm(double leak) {
    return new TrojanHorse(leak).on(LUCAMARINI).maxReachKm(Fiber.standard());
  }

  @Test
  void trojanHorseLimits() {
    var link = Fiber.standard().withLengthKm(20);
    assertEquals(LUCAMARINI.over(link), new TrojanHorse(0).on(LUCAMARINI).over(link));
    var attacked = new TrojanHorse(0.1).on(LUCAMARINI);
    assertEquals("leak to a Trojan horse", attacked.over(link).limit());
    assertEquals("no light arrives", attacked.over(() -> 0).limit());
    assertEquals(0.03, new TrojanHorse(0).phaseErrorRate(0.03, 0.1), 1e-15);
    // to first order Δ = ν/2, and without errors e' = 4Δ'(1 − Δ')
    assertEquals(4 * 0.5e-6, new TrojanHorse(1e-6).phaseErrorRate(0, 1), 1e-11);
    assertEquals(4 * 0.5e-6, new TrojanHorse(1e-7).phaseErrorRate(0, 0.1), 1e-11);
    assertEquals(0.5, new TrojanHorse(2).phaseErrorRate(0, 1));
    // Eq. (7) by hand at ν = 0.1, E = 2 %, Y = 0.5
    double delta = (1 - Math.exp(-0.1) * Math.cos(0.1)) / 2 / 0.5;
    double byHand =
        0.02
            + 4 * delta * (1 - delta) * 0.96
            + 4 * (1 - 2 * delta) * Math.sqrt(delta * (1 - delta) * 0.02 * 0.98);
    assertEquals(Math.min(0.5, byHand), new TrojanHorse(0.1).phaseErrorRate(0.02, 0.5), 1e-14);
    double small = (1 - Math.exp(-0.005) * Math.cos(0.005)) / 2 / 0.5;
    double byHandSmall =
        0.02
            + 4 * small * (1 - small) * 0.96
            + 4 * (1 - 2 * small) * Math.sqrt(small * (1 - small) * 0.02 * 0.98);
    assertTrue(byHandSmall < 0.5);
    assertEquals(byHandSmall, new TrojanHorse(0.005).phaseErrorRate(0.02, 0.5), 1e-14);
  }

  @Test
  void isolationOfTheCaseStudy() {
    // Lucamarini et al. 2015, Sec. IV: 1e20 photons/s at 1 GHz and 1e-6 leaked need 170 dB
    assertEquals(1e-6, TrojanHorse.behind(1e20, 1e9, 170).leakedPhotonNumber(), 1e-18);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 101, Double.NaN})
  void refusesWrongIntensities(double mu) {
    assertEquals(
        "meanPhotonNumber must be > 0 and ≤ 100, was " + mu,
        assertThrows(IllegalArgumentException.class, () -> new PhotonSplitting(mu)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new BeamSplitting(mu));
  }

  @Test
  void refusesWrongLeaks() {
    for (double leak : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new TrojanHorse(leak));
    }
    var attack = new TrojanHorse(0.1);
    assertThrows(IllegalArgumentException.class, () -> attack.phaseErrorRate(0.6, 1));
    assertThrows(IllegalArgumentException.class, () -> attack.phaseErrorRate(0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> TrojanHorse.behind(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> TrojanHorse.behind(1, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> TrojanHorse.behind(-1, 1, 1));
  }
}
