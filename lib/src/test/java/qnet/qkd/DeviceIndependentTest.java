package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.PairSource;
import qnet.run.Xoshiro256;
import qnet.state.Entropy;

class DeviceIndependentTest {
  private static final double TSIRELSON = 2 * Math.sqrt(2);
  private static final Detector PERFECT = new Detector(1, 0, 1, 0);
  private static final DeviceIndependent IDEAL =
      new DeviceIndependent(PairSource.singlePair(), PERFECT, PERFECT, 0, 1);

  @Test
  void rateOfTheFormula() {
    // row Q13: S = 2.6, Q = 5 %; a link to both cannot give this pair, so the parts are compared
    assertEquals(
        0.2951829737849253, 1 - Entropy.binary(0.05) - EveInformation.ofChshBits(2.6), 1e-12);
    // and the protocol where S = 2√2 (1 − 2Q)
    var noisy = IDEAL.withMisalignment(0.05).over(() -> 1);
    double byHand =
        1
            - Entropy.binary(0.05)
            - Entropy.binary((1 + Math.sqrt(Math.pow(Math.sqrt(2) * 0.9, 2) - 1)) / 2);
    assertEquals(byHand, noisy.bitsPerUse(), 1e-14);
    assertEquals(0.05, noisy.qber(), 1e-15);
    double dear =
        IDEAL.withMisalignment(0.05).withErrorCorrectionEfficiency(1.2).over(() -> 1).bitsPerUse();
    assertEquals(byHand - 0.2 * Entropy.binary(0.05), dear, 1e-14);
  }

  @Test
  void missingClicksAreRead() {
    double a = 0.95;
    double b = 0.97;
    assertEquals(TSIRELSON * a * b + 2 * (1 - a) * (1 - b), IDEAL.chsh(() -> a, () -> b), 1e-14);
    assertEquals((a * (1 - b) + b * (1 - a)) / 2, IDEAL.over(() -> a, () -> b).qber(), 1e-15);
    assertEquals(2, IDEAL.chsh(() -> 0, () -> 0), 1e-15); // always equal: as local as can be
  }

  @Test
  void needsTheThresholdEfficiency() {
    double end = Thresholds.deviceIndependentEfficiency();
    assertTrue(IDEAL.over(() -> end + 1e-6, () -> end + 1e-6).bitsPerUse() > 0);
    assertEquals(0, IDEAL.over(() -> end - 1e-6, () -> end - 1e-6).bitsPerUse());
    // no violation at all below 2/(1 + √2)
    double eberhard = 2 / (1 + Math.sqrt(2));
    assertEquals(2, IDEAL.chsh(() -> eberhard, () -> eberhard), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.8, 0.02, 0.03, 1", "0.5, 0.95, 0.1, 0, 0.6", "1, 1, 0, 0.1, 1"})
  void trialsAgreeWithTheClosedForm(
      double etaA, double etaB, double noise, double misalignment, double pairs) {
    var detector = PERFECT.withDarkCountProbability(noise);
    var protocol =
        IDEAL
            .withDetector(detector)
            .withMisalignment(misalignment)
            .withSource(PairSource.singlePair().withMeanPairNumber(pairs));
    var trials =
        new PairTrials(
            protocol.source(),
            misalignment,
            Receiver.behind(() -> etaA, detector, misalignment, Analysis.THRESHOLD),
            Receiver.behind(() -> etaB, detector, misalignment, Analysis.THRESHOLD));
    int rounds = 300_000;
    double chsh = 0;
    double variance = 0;
    for (int term = 0; term < 4; term++) {
      double angle = (term == 3 ? 3 : 1) * Math.PI / 8;
      double mean = meanProduct(trials, angle, rounds, term);
      chsh += term == 3 ? -mean : mean;
      variance += (1 - mean * mean) / rounds;
    }
    double s = protocol.chsh(() -> etaA, () -> etaB);
    double measured = chsh;
    assertTrue(Math.abs(s - chsh) < 4 * Math.sqrt(variance), () -> measured + " against " + s);
    double mean = meanProduct(trials, 0, rounds, 4);
    double q = protocol.over(() -> etaA, () -> etaB).qber();
    double error = Math.sqrt((1 - mean * mean) / rounds) / 2;
    assertTrue(Math.abs((1 - mean) / 2 - q) < 4 * error, () -> mean + " against " + q);
  }

  /** Bits as +1 and −1; no click reads as +1. */
  private static double meanProduct(PairTrials trials, double angle, int rounds, long stream) {
    var random = Xoshiro256.stream(17, stream);
    var outcome = new PairTrials.Outcome();
    long sum = 0;
    for (int i = 0; i < rounds; i++) {
      trials.draw(outcome, angle, random);
      int alice = outcome.aliceClicks && outcome.aliceOne ? -1 : 1;
      int bob = outcome.bobClicks && outcome.bobOne ? -1 : 1;
      sum += alice * bob;
    }
    return (double) sum / rounds;
  }

  @Test
  void saysWhatLimits() {
    assertEquals("loss", IDEAL.over(Link.ofLossDb(0.1)).limit());
    assertEquals(
        "too little violation for the error rate", IDEAL.over(() -> 0.9, () -> 0.9).limit());
    assertEquals(
        "no violation: too many photons are lost", IDEAL.over(() -> 0.8, () -> 0.8).limit());
    assertEquals(0, IDEAL.over(() -> 0).bitsPerUse());
    assertEquals(1e9, IDEAL.over(() -> 1).usesPerSecond());
    assertEquals(0, DeviceIndependent.standard().over(() -> 1).bitsPerUse());
  }

  @Test
  void refusesImpossibleProtocols() {
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> IDEAL.withSource(PairSource.downConversion()))
            .getMessage()
            .startsWith("source must emit single pairs (down-conversion needs Bbm92 or E91)"));
    assertThrows(IllegalArgumentException.class, () -> IDEAL.withMisalignment(-0.1));
    assertThrows(IllegalArgumentException.class, () -> IDEAL.withErrorCorrectionEfficiency(0));
  }
}
