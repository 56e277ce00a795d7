package qnet.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static qnet.application.SensingTest.refused;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qnet.state.Bbpssw;
import qnet.state.BellDiagonal;
import qnet.state.Dejmps;

class ComputingTest {
  @ParameterizedTest
  @CsvSource({
    "0.7, 0.2, 0.05, 1, 1",
    "0.7, 0.05, 0.2, 1, 0.9",
    "0.8, 0.1, 0.05, 0.7, 1",
    "0.85, 0.02, 0.08, 0.9, 0.95",
    "1, 0, 0, 0.3, 0.8",
    "0, 0, 0, 1, 0.7"
  })
  void theCircuitRunsAsTheFormulaSays(
      double phiPlus, double phiMinus, double psiPlus, double gate, double readOut) {
    var pair = BellDiagonal.of(phiPlus, phiMinus, psiPlus, 1 - phiPlus - phiMinus - psiPlus);
    var remote = new RemoteGate(pair, gate, readOut);
    var trials = remote.simulate(4000, new SplittableRandom(17));
    assertTrue(trials.sigmasFrom(remote.processFidelity()) < 4, () -> trials + " " + remote);
  }

  @Test
  void aPerfectPairAndPerfectPartsMakeAPerfectGate() {
    var perfect = RemoteGate.ofFidelity(1);
    assertEquals(1, perfect.processFidelity());
    assertEquals(1, perfect.averageFidelity());
    assertEquals(4000, perfect.simulate(4000, new SplittableRandom(2)).mean() * 4000);
    assertEquals(0.25, RemoteGate.ofFidelity(0.25).processFidelity(), 1e-12);
    assertEquals(1.0 / 16, perfect.withGateReliability(0).processFidelity());
    assertEquals(0.25, perfect.withMeasurementReliability(0.5).processFidelity());
  }

  @Test
  void purificationBuysFidelityWithPairs() {
    var raw = Interconnect.trappedIons();
    assertEquals(52.08, raw.gatesPerSecond(), 0.01);
    assertEquals(0.96, raw.gate().processFidelity(), 1e-12);
    assertEquals(0.968, raw.gate().averageFidelity(), 1e-12);
    var once = raw.withRounds(1);
    var step = Dejmps.ideal().purify(BellDiagonal.werner(0.96));
    assertEquals(step.fidelity(), once.gate().processFidelity(), 1e-12);
    assertEquals(
        raw.gatesPerSecond() / (2 / step.successProbability()), once.gatesPerSecond(), 1e-9);
    assertEquals(OptionalInt.of(0), raw.roundsFor(0.96));
    assertEquals(OptionalInt.of(2), raw.roundsFor(0.995));
    var noisy = raw.withRawGate(raw.rawGate().withGateReliability(0.98));
    assertEquals(OptionalInt.empty(), noisy.roundsFor(0.99));
    var bbpssw = once.withPurification(Bbpssw.ideal());
    assertEquals(
        Bbpssw.ideal().purify(BellDiagonal.werner(0.96)).fidelity(),
        bbpssw.gate().processFidelity(),
        1e-12);
  }

  @Test
  void linksInParallelMakeUpForSlowOnes() {
    var link = Interconnect.trappedIons().withPairRateHz(100);
    assertEquals(10, link.links(1000));
    assertEquals(11, link.links(1001));
    assertEquals(1, link.links(0.5));
  }

  @Test
  void streamsNeedABitOfKeyForEachBit() {
    assertEquals(0.1, new Traffic("x", 1e6).streams(1e5), 1e-15);
    assertEquals(15e6, Traffic.of("4K video").bitsPerSecond());
    assertEquals(Traffic.of("HD video"), Traffic.known().get("HD video"));
  }

  @Test
  void everyUseThatIsModelledNamesItsClass() throws ClassNotFoundException {
    for (UseCase use : UseCase.all()) {
      assertEquals(use.status() == UseCase.Status.NOT_MODELLED, use.model().isEmpty());
      assertTrue(use.because().length() > 10);
      if (!use.model().isEmpty()) {
        Class.forName("qnet." + use.model());
      }
    }
    assertEquals("not modelled, because", UseCase.Status.NOT_MODELLED.toString());
  }

  @Test
  void refusesImpossibleParts() {
    refused(
        "gateReliability must be from 0 to 1, was 1.1",
        () -> RemoteGate.ofFidelity(1).withGateReliability(1.1));
    refused(
        "measurementReliability must be from 0 to 1, was NaN",
        () -> RemoteGate.ofFidelity(1).withMeasurementReliability(Double.NaN));
    var link = Interconnect.trappedIons();
    refused("pairRateHz must be > 0 and finite, was 0.0", () -> link.withPairRateHz(0));
    refused("rounds must be from 0 to 20, was 21", () -> link.withRounds(21));
    refused("neededGatesPerSecond must be > 0 and finite, was -1.0", () -> link.links(-1));
    refused("processFidelity must be from 0 to 1, was 2.0", () -> link.roundsFor(2));
    refused("bitsPerSecond must be > 0 and finite, was 0.0", () -> new Traffic("x", 0));
    refused(
        "keyBitsPerSecond must be ≥ 0 and finite, was NaN",
        () -> Traffic.of("HD video").streams(Double.NaN));
    refused(
        "name must be one of [4K video, HD video, SD video, telephone call], was \"8K\"",
        () -> Traffic.of("8K"));
  }
}
