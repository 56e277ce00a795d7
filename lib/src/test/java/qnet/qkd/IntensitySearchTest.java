package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.channel.Detector;
import qnet.channel.Source;

class IntensitySearchTest {
  private static double between(SplittableRandom random, double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  @Test
  void noIntensityOfAFineScanIsBetter() {
    var random = new SplittableRandom(20261123);
    int withKey = 0;
    int closeToTheEnd = 0;
    for (int i = 0; i < 2000; i++) {
      var protocol =
          new DecoyBb84(
              Source.laser(),
              new Detector(1, 0, 1, 0).withDarkCountProbability(between(random, 1e-9, 1e-4)),
              random.nextDouble() * 0.12,
              1 + random.nextDouble() * 0.4,
              1,
              random.nextBoolean() ? Analysis.THRESHOLD : Analysis.MA_2005);
      // half of the cases just inside the reach, where the rate is positive in a narrow range only
      double eta = between(random, 1e-7, 1);
      if (i % 2 == 0) {
        double reachDb = Reach.km(protocol, km -> () -> Math.pow(10, -km / 10));
        eta = Math.pow(10, -reachDb * (1 - 1e-3 * random.nextDouble()) / 10);
        closeToTheEnd += reachDb > 0 ? 1 : 0;
      }
      double link = eta;
      double found = protocol.over(() -> link).bitsPerUse();
      double scanned = 0;
      for (double mu = 1; mu > 1e-4; mu *= 0.97) {
        double bits = protocol.withMeanPhotonNumber(mu).over(() -> link).bitsPerUse();
        scanned = Math.max(scanned, bits);
      }
      assertTrue(
          found >= scanned * (1 - 1e-12),
          () -> protocol + " at transmittance " + link + " found " + found);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 1000, "cases with key: " + withKey);
    assertTrue(closeToTheEnd > 500, "cases near the end of reach: " + closeToTheEnd);
  }

  @Test
  void findsTheClosedFormWhereItHolds() {
    // much loss and no dark counts: Ma et al. 2005, Eq. (12)
    for (double misalignment : new double[] {0, 0.001, 0.033, 0.08, 0.09}) {
      var protocol =
          DecoyBb84.gys().withMisalignment(misalignment).withDetector(new Detector(0.1, 0, 1, 0));
      assertEquals(
          protocol.darkFreeMeanPhotonNumber(),
          protocol.yields(() -> 1e-9).meanPhotonNumber(),
          2e-6);
    }
  }

  @Test
  void withoutKeyTheIntensityIsStillSensible() {
    var hopeless = DecoyBb84.standard().withMisalignment(0.2);
    assertEquals(0, hopeless.darkFreeMeanPhotonNumber());
    assertEquals(0.5, hopeless.yields(() -> 0.1).meanPhotonNumber());
    var dark = DecoyBb84.gys().withDetector(new Detector(0.1, 0, 1, 0));
    assertEquals(dark.darkFreeMeanPhotonNumber(), dark.yields(() -> 0).meanPhotonNumber(), 1e-12);
  }
}
