package qnet.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static qnet.application.SensingTest.refused;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.state.BellDiagonal;
import qnet.state.Entropy;
import qnet.state.Noise;
import qnet.state.StateVector;

class GhzTest {
  private static Link arm(double eta) {
    return () -> eta;
  }

  @ParameterizedTest
  @CsvSource({"2, 0.9", "3, 0.95", "5, 0.8"})
  void errorsAreThoseOfTheDepolarisedState(int parties, double kept) {
    var ghz = new SharedGhz(parties, kept);
    var rho = StateVector.ghz(parties).densityMatrix().applyToAll(Noise.depolarising(1 - kept));
    assertEquals(rho.fidelity(StateVector.ghz(parties)), ghz.fidelity(), 1e-9);
    var trials = ghz.simulatePairQber(300_000, new SplittableRandom(5));
    assertTrue(trials.sigmasFrom(ghz.pairQber()) < 4, trials::toString);
    var parity = ghz.simulateParityError(300_000, new SplittableRandom(6));
    assertTrue(parity.sigmasFrom(ghz.parityError()) < 4, parity::toString);
  }

  @ParameterizedTest
  @CsvSource({"3, 0.97", "4, 0.99", "6, 0.98"})
  void theSixStateKeyIsWhatEveLeaves(int parties, double kept) {
    // Eve holds the purification of a GHZ-diagonal state; her knowledge is the entropy of the
    // phase flips, given which qubits flipped. Where any did, the phase is a coin.
    var ghz = new SharedGhz(parties, kept);
    double agree = 1 - ghz.disagreement();
    double phasePlus = ghz.fidelity();
    double eve = ghz.disagreement() + agree * Entropy.binary(phasePlus / agree);
    assertEquals(
        1 - eve - Entropy.binary(ghz.pairQber()), ConferenceKey.of(ghz).sixStateBits(), 1e-9);
  }

  @Test
  void twoPartiesHaveTheKeyOfBellPairs() {
    for (double kept : new double[] {0.9, 0.95, 1}) {
      var pair = BellDiagonal.perfect().depolarised(1 - kept).depolarised(1 - kept);
      var key = ConferenceKey.of(new SharedGhz(2, kept));
      assertEquals(pair.hashingYield(), key.sixStateBits(), 1e-9);
      double h = Entropy.binary(pair.errorRateZ());
      assertEquals(Math.max(0, 1 - 2 * h), key.bb84Bits(), 1e-9);
      assertEquals(key.bb84Bits(), key.pairwiseBits(), 1e-15);
      assertEquals(1, key.gainOverPairs(Fiber.standard().withLengthKm(50)), 1e-12);
    }
  }

  @Test
  void perfectStatesGiveOneBitAndPairsOneForEachOther() {
    var key = ConferenceKey.of(SharedGhz.perfect(5));
    assertEquals(1, key.bb84Bits());
    assertEquals(1, key.sixStateBits());
    assertEquals(0.25, key.pairwiseBits());
    assertEquals(4, key.gainOverPairs(arm(1)));
  }

  @Test
  void lossEatsTheGain() {
    var three = ConferenceKey.of(SharedGhz.perfect(3));
    var evenKm = Fiber.standard().halfPowerLengthKm();
    assertEquals(1, three.gainOverPairs(Fiber.standard().withLengthKm(evenKm)), 1e-12);
    assertTrue(three.gainOverPairs(Fiber.standard().withLengthKm(20)) < 1);
    var ten = three.withGhz(SharedGhz.perfect(10));
    assertEquals(9 * Math.pow(0.5, 8), ten.gainOverPairs(arm(0.5)), 1e-12);
  }

  @Test
  void noiseHurtsMorePartiesMoreAndLeaksCost() {
    var key = ConferenceKey.of(new SharedGhz(3, 0.98));
    assertTrue(key.sixStateBits() > key.bb84Bits());
    var six = key.withGhz(key.ghz().withParties(6));
    assertTrue(six.bb84Bits() < key.bb84Bits());
    assertEquals(0, key.withGhz(key.ghz().withKept(0.8)).bb84Bits());
    assertEquals(
        0.16 * Entropy.binary(key.ghz().pairQber()),
        key.bb84Bits() - key.withErrorCorrectionEfficiency(1.16).bb84Bits(),
        1e-12);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.1", "3, 0.5", "10, 0.2"})
  void storedStatesWaitForTheLastArm(int parties, double eta) {
    var distribution = GhzDistribution.over(parties, arm(eta));
    var trials = distribution.simulateAttempts(50_000, new SplittableRandom(11));
    double attempts = distribution.attemptRateHz() / distribution.storedRateHz();
    assertTrue(trials.sigmasFrom(attempts) < 4, trials::toString);
    assertEquals(1e6 * Math.pow(eta, parties), distribution.directRateHz(), 1e-6);
  }

  @Test
  void longWaitsContinueShortOnes() {
    // Both sides of the point where the sum becomes an integral; each is n·H_n/η to first order.
    var shorter = GhzDistribution.over(4, arm(1.0e-3 - 1e-6));
    var longer = GhzDistribution.over(4, arm(1.0e-3 + 1e-6));
    double slope = shorter.storedRateHz() / longer.storedRateHz();
    assertEquals((1.0e-3 - 1e-6) / (1.0e-3 + 1e-6), slope, 2e-6);
    assertEquals(0, GhzDistribution.over(3, arm(0)).storedRateHz());
    assertEquals(1e6, GhzDistribution.over(3, arm(1)).storedRateHz());
    assertEquals(2e6, shorter.withArm(arm(1)).withAttemptRateHz(2e6).withParties(9).storedRateHz());
  }

  @Test
  void refusesImpossibleStates() {
    refused("parties must be from 2 to 1000, was 1", () -> SharedGhz.perfect(1));
    refused("kept must be from 0 to 1, was NaN", () -> new SharedGhz(2, Double.NaN));
    refused(
        "errorCorrectionEfficiency must be ≥ 1 and finite, was 0.9",
        () -> new ConferenceKey(SharedGhz.perfect(2), 0.9));
    refused(
        "attemptRateHz must be > 0 and finite, was 0.0",
        () -> GhzDistribution.over(2, arm(1)).withAttemptRateHz(0));
    refused(
        "transmittance must be > 0 and finite, was 0.0",
        () -> GhzDistribution.over(2, arm(0)).simulateAttempts(2, new SplittableRandom(1)));
  }
}
