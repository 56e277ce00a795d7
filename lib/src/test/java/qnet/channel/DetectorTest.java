package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
  @Test
  void publishedNumbers() {
    assertEquals(0.92, Detector.snspd().efficiency());
    assertEquals(130, Detector.snspd().darkCountRateHz());
    assertEquals(1.5e8, 1e9 / Detector.snspd().deadTimeNs(), 1);
    assertEquals(0.085, Detector.ingaasApd().efficiency());
    assertEquals(9.2e-6, Detector.ingaasApd().darkCountProbability(), 1e-19);
    assertEquals(new Detector(0.1, 1, 1, 20_000, 0.022, 0), Detector.ingaasCooled());
    assertEquals(0.045, Detector.gys().efficiency());
  }

  @Test
  void twoGysDetectorsHaveThePublishedBackground() {
    double p = Detector.gys().darkCountProbability();
    assertEquals(1.7e-6, 2 * p - p * p, 1e-20);
  }

  @Test
  void darkCountsOfAGate() {
    var detector = new Detector(0.5, 1000, 2, 0);
    assertEquals(2e-6, detector.meanDarkCounts(), 1e-20);
    assertEquals(1 - Math.exp(-2e-6), detector.darkCountProbability(), 1e-16);
    assertEquals(2, detector.withGateNs(4).meanDarkCounts() / detector.meanDarkCounts(), 1e-12);
    assertEquals(
        0.1, detector.withDarkCountProbability(0.1).withGateNs(2).darkCountProbability(), 1e-15);
  }

  @Test
  void strayLightIsSeenWithTheEfficiency() {
    // 1e6 photons/s · 2 ns · 50 %
    assertEquals(1e-3, new Detector(0.5, 0, 2, 0).meanBackgroundCounts(1e6), 1e-18);
  }

  @Test
  void deadTimeHalvesTheRateWhenItEqualsTheTimeBetweenClicks() {
    assertEquals(0.5, new Detector(1, 0, 1, 100).liveFraction(1e7), 1e-15);
    assertEquals(1, new Detector(1, 0, 1, 0).liveFraction(1e7));
  }

  // the central interval of a normal distribution: half of it within 0.6745 standard deviations, 76
  // %
  // within the full width at half maximum
  @Test
  void jitterCarriesClicksOutOfTheGate() {
    double sigmasOfWidth = 2 * Math.sqrt(2 * Math.log(2));
    var detector = new Detector(0.5, 1000, 1, 0);
    assertEquals(0.5, detector.efficiencyInGate());
    double jitterPs = 500 / 0.674489750196082 * sigmasOfWidth;
    assertEquals(0.25, detector.withJitterPs(jitterPs).efficiencyInGate(), 1e-12);
    assertEquals(0.5 * 0.7609681, detector.withJitterPs(1000).efficiencyInGate(), 1e-7);
    assertEquals(0.5, detector.withJitterPs(100).efficiencyInGate(), 1e-12);
    assertEquals(
        detector.darkCountProbability(), detector.withJitterPs(1000).darkCountProbability());
  }

  @Test
  void changesOneThing() {
    var detector = new Detector(0.92, 130, 1, 1e3 / 150);
    assertEquals(detector, Detector.snspd().withJitterPs(0));
    assertEquals(new Detector(0.5, 130, 1, 1e3 / 150), detector.withEfficiency(0.5));
    assertEquals(new Detector(0.92, 7, 1, 1e3 / 150), detector.withDarkCountRateHz(7));
    assertEquals(new Detector(0.92, 130, 7, 1e3 / 150), detector.withGateNs(7));
    assertEquals(new Detector(0.92, 130, 1, 7), detector.withDeadTimeNs(7));
    assertEquals(
        new Detector(0.92, 130, 1, 1e3 / 150, 0.1, 14.8),
        Detector.snspd().withAfterpulseProbability(0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesImpossibleEfficiencies(double efficiency) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Detector.snspd().withEfficiency(efficiency));
    assertEquals("efficiency must be from 0 to 1, was " + efficiency, error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN})
  void refusesImpossibleTimes(double value) {
    var detector = Detector.snspd();
    assertThrows(IllegalArgumentException.class, () -> detector.withDarkCountRateHz(value));
    assertThrows(IllegalArgumentException.class, () -> detector.withGateNs(value));
    assertThrows(IllegalArgumentException.class, () -> detector.withDeadTimeNs(value));
    assertThrows(IllegalArgumentException.class, () -> detector.withDarkCountProbability(value));
    assertThrows(IllegalArgumentException.class, () -> detector.withJitterPs(value));
    assertEquals(
        "afterpulseProbability must be ≥ 0 and < 1, was " + value,
        assertThrows(
                IllegalArgumentException.class, () -> detector.withAfterpulseProbability(value))
            .getMessage());
  }

  @Test
  void aDarkCountInEveryGateHasNoRate() {
    assertEquals(
        "darkCountProbability must be ≥ 0 and < 1, was 1.0",
        assertThrows(
                IllegalArgumentException.class, () -> Detector.snspd().withDarkCountProbability(1))
            .getMessage());
  }
}
