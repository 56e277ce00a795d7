package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Estimate;

class FiniteProtocolTest {
  private static final Security SECURITY = Security.standard();
  private static final Fiber FIBER = Fiber.standard();

  private static DecoyBb84 infinite(PracticalDecoyBb84 protocol) {
    return new DecoyBb84(
        Source.laser(),
        protocol.detector(),
        protocol.misalignment(),
        protocol.errorCorrectionEfficiency(),
        1,
        protocol.analysis());
  }

  @ParameterizedTest
  @EnumSource(
      value = Analysis.class,
      names = {"LIM_2014", "THRESHOLD"})
  void moreIsBetterButNeverBetterThanInfinitelyMuch(Analysis analysis) {
    for (var settings : List.of(DecoySettings.oneDecoy(), DecoySettings.twoDecoys())) {
      var protocol = PracticalDecoyBb84.lim2014().withAnalysis(analysis).withSettings(settings);
      for (double km : new double[] {0, 60, 120}) {
        var link = FIBER.withLengthKm(km);
        double before = 0;
        for (long bits = 10_000; bits <= 1_000_000_000_000L; bits *= 100) {
          double rate = protocol.finite(Block.ofSiftedBits(bits), SECURITY).over(link).bitsPerUse();
          assertTrue(rate > before, km + " km, " + bits + " bits: " + rate + " after " + before);
          before = rate;
        }
        double limit = infinite(protocol).over(link).bitsPerUse();
        assertTrue(before < limit, before + " against " + limit);
        assertTrue(before > 0.55 * limit, before + " against " + limit);
      }
    }
  }

  @Test
  void singlePhotonsTendToTheirInfiniteRate() {
    var link = FIBER.withLengthKm(50);
    double limit = Bb84.standard().withSiftingFactor(1).over(link).bitsPerUse();
    double before = 0;
    for (long pulses = 10_000_000; pulses <= 1_000_000_000_000_000L; pulses *= 100) {
      var finite = Bb84.standard().finite(Block.ofPulses(pulses), SECURITY);
      double rate = finite.over(link).bitsPerUse();
      assertTrue(rate > before && rate < limit, rate + " of " + limit);
      before = rate;
    }
    assertEquals(1, before / limit, 0.02);
  }

  @Test
  void theChoiceOfBasesOfSinglePhotonsIsTheBestOfAScan() {
    var link = FIBER.withLengthKm(80);
    var finite = Bb84.standard().finite(Block.ofPulses(1_000_000_000), SECURITY);
    double best = finite.over(link).bitsPerUse();
    assertTrue(best > 0);
    double scanned = 0;
    for (double q = 0.5; q < 1; q += 0.001) {
      var fixed = Bb84.standard().withSiftingFactor(q);
      var counts = fixed.expect(link, 1_000_000_000);
      var key = fixed.finiteKey().length(counts, SECURITY, fixed.leakBits(counts));
      scanned = Math.max(scanned, key.bits() / 1e9);
    }
    // the errors in the counts of the scan are rounded
    assertEquals(1, best / scanned, 5e-4);
  }

  @Test
  void theReachIsWhereTheKeyVanishes() {
    var finite = PracticalDecoyBb84.lim2014().finite(Block.ofSiftedBits(10_000_000), SECURITY);
    double km = finite.maxReachKm(FIBER);
    assertEquals(179.09, km, 0.05);
    assertTrue(finite.over(FIBER.withLengthKm(km - 1e-3)).bitsPerUse() > 0);
    var beyond = finite.over(FIBER.withLengthKm(km + 1e-3));
    assertEquals(0, beyond.bitsPerUse());
    var longer = finite.withBlock(Block.ofSiftedBits(1_000_000_000));
    assertTrue(longer.maxReachKm(FIBER) > km + 4);
  }

  @Test
  void aBlockOfPulsesAndOneOfTheirBitsAreTheSame() {
    var link = FIBER.withLengthKm(50);
    var byBits = PracticalDecoyBb84.lim2014().finite(Block.ofSiftedBits(10_000_000), SECURITY);
    var settings = byBits.settingsFor(link);
    long pulses = Math.round(1e7 / settings.siftedBitsPerPulse(link));
    // more freedom: with the pulses fixed, the sifted bits may be traded for decoys
    var byPulses = byBits.withBlock(Block.ofPulses(pulses));
    assertTrue(byPulses.keyLength(link).bits() >= byBits.keyLength(link).bits() * (1 - 1e-6));
    assertEquals(
        byBits.over(link).bitsPerUse(), byBits.keyLength(link).bits() / (double) pulses, 1e-9);
  }

  @Test
  void strongerSecurityCostsLittle() {
    var link = FIBER.withLengthKm(50);
    var usual = PracticalDecoyBb84.lim2014().finite(Block.ofSiftedBits(10_000_000), SECURITY);
    double strong =
        usual.withSecurity(new Security(1e-15, 1e-15)).over(link).bitsPerUse()
            / usual.over(link).bitsPerUse();
    assertTrue(strong > 0.9 && strong < 1, "" + strong);
  }

  @Test
  void composesWithSourceDetectorAndLink() {
    var link = FIBER.withLengthKm(100);
    var block = Block.ofSiftedBits(10_000_000);
    var standard = PracticalDecoyBb84.standard();
    var usual = standard.finite(block, SECURITY).over(link);
    var cold = standard.withDetector(Detector.snspd()).finite(block, SECURITY);
    assertTrue(cold.over(link).bitsPerUse() > 5 * usual.bitsPerUse());
    var slow = standard.withSource(Source.laser().withRepetitionRateHz(1e6));
    assertEquals(1e6, slow.finite(block, SECURITY).over(link).usesPerSecond());
    assertEquals(cold.over(Link.ofLossDb(20)).bitsPerUse(), cold.over(link).bitsPerUse(), 1e-12);
  }

  @Test
  void noKeyIsAValueThatSaysWhy() {
    var standard = PracticalDecoyBb84.standard();
    var block = Block.ofSiftedBits(10_000_000);
    var quiet = standard.withDetector(new Detector(0.1, 0, 1, 0)).finite(block, SECURITY);
    assertEquals("the block never fills", quiet.over(() -> 0).limit());
    assertEquals("the block never fills", quiet.over(() -> 1e-15).limit());
    var far = standard.finite(block, SECURITY).over(FIBER.withLengthKm(300));
    assertEquals(0, far.bitsPerUse());
    assertEquals("too little tested", far.limit());
    var tiny = standard.finite(Block.ofPulses(100), SECURITY).over(FIBER);
    assertEquals(0, tiny.bitsPerUse());
    assertEquals(0, standard.finite(Block.ofPulses(1), SECURITY).over(() -> 0).bitsPerUse());
    assertEquals(0, Bb84.standard().finite(Block.ofPulses(1), SECURITY).over(() -> 0).bitsPerUse());
  }

  @Test
  void aBlockTakesItsPulsesOverTheClock() {
    var link = FIBER.withLengthKm(50);
    var finite = PracticalDecoyBb84.standard().finite(Block.ofPulses(3_000_000_000L), SECURITY);
    assertEquals(3, finite.blockTimeS(link), 1e-12);
    var slow = PracticalDecoyBb84.standard().withSource(Source.laser().withRepetitionRateHz(1e8));
    assertEquals(30, finite.withProtocol(slow).blockTimeS(link), 1e-12);
    var ofBits = finite.withBlock(Block.ofSiftedBits(1_000_000));
    double sifted = ofBits.settingsFor(link).siftedBitsPerPulse(link);
    assertEquals(1e6 / sifted / 1e9, ofBits.blockTimeS(link), 1e-12);
    // a detector that is blind half of the time takes twice as long
    var detector = Detector.ingaasApd();
    var blind = PracticalDecoyBb84.standard().withDetector(detector.withDeadTimeNs(1000));
    double gain = finite.over(link).gain();
    assertEquals(3 * (1 + gain * 1000), finite.withProtocol(blind).blockTimeS(link), 1e-9);
    var dark = PracticalDecoyBb84.standard().withDetector(new Detector(0.1, 0, 1, 0));
    assertEquals(Double.POSITIVE_INFINITY, ofBits.withProtocol(dark).blockTimeS(() -> 0));
  }

  @Test
  void theShortestRunIsWhereTheKeyBegins() {
    var protocol = PracticalDecoyBb84.standard();
    var link = FIBER.withLengthKm(80);
    double timeS = protocol.shortestRunS(link, SECURITY);
    for (double part : new double[] {0.999, 1.001}) {
      var block = Block.ofPulses(Math.round(timeS * part * 1e9));
      assertEquals(part > 1, protocol.finite(block, SECURITY).over(link).bitsPerUse() > 0);
    }
    var slow = protocol.withSource(Source.laser().withRepetitionRateHz(1e6));
    assertEquals(1000, slow.shortestRunS(link, SECURITY) / timeS, 1e-6);
    assertTrue(protocol.shortestRunS(FIBER.withLengthKm(110), SECURITY) > 10 * timeS);
    double never = protocol.shortestRunS(FIBER.withLengthKm(200), SECURITY);
    assertEquals(Double.POSITIVE_INFINITY, never);
    assertTrue(protocol.shortestRunS(link, SECURITY.withEpsSecrecy(1e-20)) > timeS);
  }

  @Test
  void drawnBlocksGiveTheExpectedKeyOnAverage() {
    var link = FIBER.withLengthKm(10);
    var finite =
        PracticalDecoyBb84.standard()
            .withDetector(Detector.snspd())
            .finite(Block.ofPulses(500_000), SECURITY);
    var random = new SplittableRandom(4);
    double sum = 0;
    double squares = 0;
    int runs = 16;
    for (int i = 0; i < runs; i++) {
      double bits = finite.simulate(link, random).bits();
      sum += bits;
      squares += bits * bits;
    }
    var drawn = Estimate.ofSums(sum, squares, runs);
    double expected = finite.keyLength(link).bits();
    assertTrue(drawn.sigmasFrom(expected) < 4, drawn + " against " + expected);
    assertTrue(drawn.standardError() < 0.05 * expected && drawn.standardError() > 0, "" + drawn);
    var again = finite.simulate(link, new SplittableRandom(9));
    assertEquals(again, finite.simulate(link, new SplittableRandom(9)));
    var dark = finite.withProtocol(PracticalDecoyBb84.standard().withDetector(Detector.ideal()));
    var never = dark.withBlock(Block.ofSiftedBits(10)).simulate(() -> 0, random);
    assertEquals("the block never fills", never.limit());
  }
}
