package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.channel.Detector;
import qnet.channel.DualDownlink;
import qnet.channel.Link;
import qnet.channel.PairSource;
import qnet.channel.SatelliteLink;
import qnet.channel.SatellitePass;
import qnet.channel.Sky;
import qnet.channel.TimeSlice;
import qnet.run.Estimate;

class PassKeyTest {
  private static final SatelliteLink MICIUS = SatelliteLink.micius();
  private static final PracticalDecoyBb84 DECOYS = PracticalDecoyBb84.micius();
  private static final Security SECURITY = Security.standard();

  /** The best pass of 2016: 645 km at its nearest, 273 s, 1 671 072 sifted bits, 300 939 secret. */
  @Test
  void theBestPassOfMiciusWithinAFactorOfTwo() {
    var pass = MICIUS.pass(49.02); // 645 km
    assertEquals(273, pass.durationS(), 10);
    var key = DECOYS.overPass(pass, SECURITY);
    assertEquals(1, Math.log(key.siftedBits() / 1_671_072.0) / Math.log(2), 1);
    assertEquals(0.011, key.qber(), 0.001);
    assertEquals(0, Math.log(key.keyBits() / 300_939.0) / Math.log(2), 1);
    assertEquals(key.keyBits() / pass.durationS(), key.bitsPerSecond());
  }

  @Test
  void theTransmitterOfMiciusIsAsPrinted() {
    assertEquals(1e8, DECOYS.source().repetitionRateHz());
    assertEquals(0.5, DECOYS.detector().efficiency());
    assertEquals(2, DECOYS.detector().gateNs());
    // four of fewer than 25 Hz, two for each basis, open all the time
    assertEquals(4 * 25, 2 * DECOYS.detector().darkCountRateHz());
    assertEquals(
        List.of(new Intensity(0.8, 0.5), new Intensity(0.1, 0.25), new Intensity(0, 0.25)),
        DECOYS.settings().intensities());
  }

  @Test
  void aPassOfOneSliceIsABlock() {
    Link link = Link.ofLossDb(30);
    var pass = new SatellitePass(List.of(new TimeSlice(0, 100, 50, link)));
    var key = DECOYS.overPass(pass, SECURITY);
    long pulses = Math.round(100 * DECOYS.over(link).usesPerSecond());
    var counts = DECOYS.expect(link, pulses);
    assertEquals(counts.detected(), key.siftedBits(), 6);
    var length = DECOYS.finiteKey().length(counts, SECURITY, DECOYS.leakBits(counts));
    assertEquals(length.bits(), key.keyBits(), 2e-3 * length.bits());
    assertEquals(pulses, key.counts().pulses());
  }

  @Test
  void slicesMakeOneKeyThatIsLongerThanThoseOfItsParts() {
    var pass = MICIUS.pass(60);
    var whole = DECOYS.overPass(pass, SECURITY);
    long parts = 0;
    long sifted = 0;
    for (TimeSlice slice : pass.slices()) {
      var part = DECOYS.overPass(new SatellitePass(List.of(slice)), SECURITY);
      parts += part.keyBits();
      sifted += part.siftedBits();
    }
    assertTrue(whole.keyBits() > 1.05 * parts, whole.keyBits() + " against " + parts);
    assertEquals(1, (double) whole.siftedBits() / sifted, 1e-3);
    var twice = DECOYS.overPass(SatellitePass.together(List.of(pass, pass)), SECURITY);
    assertTrue(twice.keyBits() > 2 * whole.keyBits());
  }

  @Test
  void theBestSettingsOfThePassAreBetter() {
    var pass = MICIUS.pass(40);
    var best = DECOYS.optimisedFor(pass, SECURITY);
    assertTrue(best.overPass(pass, SECURITY).keyBits() > DECOYS.overPass(pass, SECURITY).keyBits());
    assertThrows(
        IllegalArgumentException.class,
        () -> Bbm92.standard().overPass(pass, SECURITY),
        "pairs chosen for each link are no common setting");
  }

  @Test
  void theSunDrownsTheKey() {
    var pass = MICIUS.pass(60);
    assertTrue(DECOYS.overPass(pass, SECURITY).keyBits() > 0);
    var day = MICIUS.withSky(Sky.clearDay()).pass(60);
    var drowned = DECOYS.overPass(day, SECURITY);
    assertEquals(0, drowned.keyBits());
    assertTrue(drowned.qber() > 0.3);
  }

  @Test
  void noPassNoKey() {
    var key = DECOYS.overPass(new SatellitePass(List.of()), SECURITY);
    assertEquals(0, key.keyBits());
    assertEquals("the satellite is never high enough", key.key().limit());
  }

  @Test
  void clicksDrawnOneByOneAreAsMany() {
    var slow = DECOYS.withSource(DECOYS.source().withRepetitionRateHz(20_000));
    var pass = MICIUS.withAltitudeKm(30).pass(70);
    var drawn = PassKey.simulate(slow, pass, SECURITY, new SplittableRandom(5));
    var expected = slow.overPass(pass, SECURITY);
    assertEquals(expected.counts().pulses(), drawn.counts().pulses(), pass.slices().size());
    long sent = drawn.counts().sent();
    assertTrue(
        Estimate.ofCount(drawn.siftedBits(), sent)
                .sigmasFrom((double) expected.siftedBits() / expected.counts().sent())
            < 4);
    assertTrue(
        Estimate.ofCount(drawn.counts().errors(), drawn.siftedBits()).sigmasFrom(expected.qber())
            < 4);
    assertEquals(drawn, PassKey.simulate(slow, pass, SECURITY, new SplittableRandom(5)));
  }

  /** Yin et al. 2020: errors of 4.5 %, f = 1.19, 0.12 bit/s as 372 bits of 3100 s. */
  @Test
  void theSecretPartOfTheEntangledPairsOfMicius() {
    var pairs =
        Bbm92.standard()
            .withSource(PairSource.singlePair())
            .withDetector(Detector.ideal())
            .withMisalignment(0.045)
            .withErrorCorrectionEfficiency(1.19);
    var rate = pairs.over(() -> 1);
    assertEquals(0.42016, rate.bitsPerUse() / (rate.gain() / 2), 1e-4); // row S9
    // no key is left at an error rate of about 10 %
    assertEquals(0, pairs.withMisalignment(0.102).over(() -> 1).bitsPerUse());
  }

  @Test
  void pairsOfRareSlicesAreNotRoundedAway() {
    var arm = Link.ofLossDb(33);
    var slice = new TimeSlice(0, 1, 30, new DualDownlink(arm, arm));
    var pass = new SatellitePass(List.of(slice));
    var all = SatellitePass.together(Collections.nCopies(64, pass));
    var protocol =
        Bbm92.standard()
            .withSource(new PairSource(PairSource.Statistics.DOWN_CONVERSION, 0.01, 1e7))
            .withDetector(new Detector(0.5, 100, 1, 0));
    var key = protocol.overPass(all, SECURITY);
    double perSecond = protocol.over(slice.link()).gain() * 1e7 / 2; // siftingFactor ½
    assertEquals(64 * perSecond, key.siftedBits(), 1);
  }
}
