package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import qnet.Reference;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;

class WeakPulseBb84Test {
  private static final Fiber GYS_FIBER = Fiber.standard().withLossDbPerKm(0.21);

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/weak-pulse-gys.csv", numLinesToSkip = 1)
  void gysRows(String id, String quantity, Double km, double expected, double tolerance) {
    var gys = WeakPulseBb84.gys();
    double actual =
        switch (quantity) {
          case "reach km at mu = eta" ->
              Reach.km(
                  link -> asManyPhotonsAsArrive(gys, link).over(link), GYS_FIBER::withLengthKm);
          case "reach km at the best mu" -> gys.maxReachKm(GYS_FIBER);
          case "slope to km" -> {
            double near = gys.over(GYS_FIBER.withLengthKm(0)).bitsPerUse();
            double far = gys.over(GYS_FIBER.withLengthKm(km)).bitsPerUse();
            yield Math.log10(near / far) / (0.021 * km);
          }
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  private static WeakPulseBb84 asManyPhotonsAsArrive(WeakPulseBb84 protocol, Link link) {
    double eta = link.transmittance() * protocol.detector().efficiency();
    return protocol.withMeanPhotonNumber(Math.max(1e-12, eta));
  }

  @Test
  void noIntensityOfAScanIsBetter() {
    var standard = WeakPulseBb84.standard();
    for (double km : new double[] {0, 10, 25, 40}) {
      var link = Fiber.standard().withLengthKm(km);
      double found = standard.over(link).bitsPerUse();
      for (double mu = 1; mu > 1e-5; mu *= 0.98) {
        assertTrue(found >= standard.withMeanPhotonNumber(mu).over(link).bitsPerUse());
      }
    }
  }

  @Test
  void decoysHelpAtAnyIntensityAndDistance() {
    for (double lossDb : new double[] {0, 1.5, 3}) {
      var link = Link.ofLossDb(lossDb);
      var weak = WeakPulseBb84.standard().optimisedFor(link);
      var decoy = DecoyBb84.standard();
      double mu = weak.source().meanPhotonNumber();
      double rate = weak.over(link).bitsPerUse();
      assertTrue(rate > 0 && rate < decoy.withMeanPhotonNumber(mu).over(link).bitsPerUse());
      assertTrue(mu < decoy.yields(link).meanPhotonNumber());
    }
  }

  @Test
  void halfTheSiftingIsHalfTheKey() {
    var link = Link.ofLossDb(3);
    double all = WeakPulseBb84.standard().withSiftingFactor(1).over(link).bitsPerUse();
    assertEquals(all / 2, WeakPulseBb84.standard().over(link).bitsPerUse(), 1e-15);
  }

  @Test
  void saysWhatLimits() {
    var standard = WeakPulseBb84.standard();
    assertEquals("loss", standard.over(Link.ofLossDb(3)).limit());
    assertEquals("no light arrives", standard.over(() -> 0).limit());
    assertEquals("misalignment", standard.withMisalignment(0.2).over(() -> 0.5).limit());
    assertEquals("pulses of several photons", standard.over(Link.ofLossDb(15)).limit());
    assertEquals(
        "pulses of several photons",
        standard.withMeanPhotonNumber(0.9).over(Link.ofLossDb(3)).limit());
    assertEquals("dark counts and stray light", standard.over(Link.ofLossDb(60)).limit());
    assertEquals(0.1, standard.optimisedFor(() -> 0).source().meanPhotonNumber());
    assertEquals(0, standard.withDetector(new Detector(0, 0, 1, 0)).over(() -> 1).bitsPerUse());
  }

  @Test
  void refusesSinglePhotons() {
    var standard = WeakPulseBb84.standard();
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> standard.withSource(Source.singlePhoton()))
            .getMessage()
            .startsWith("source must be a laser"));
    assertThrows(IllegalArgumentException.class, () -> standard.withMisalignment(Double.NaN));
  }

  @Test
  void withoutErrorsThereIsKeyAtAnyDistance() {
    var perfect = WeakPulseBb84.standard().withDetector(Detector.ideal()).withMisalignment(0);
    for (double km = 0; km <= 300; km += 20) {
      var link = Fiber.standard().withLengthKm(km);
      double best = perfect.over(link).bitsPerUse();
      for (double factor : new double[] {0.5, 0.8, 1, 1.3}) {
        double other =
            perfect.withMeanPhotonNumber(factor * link.transmittance()).over(link).bitsPerUse();
        assertTrue(best >= other * (1 - 1e-9), km + " km: " + best + " against " + other);
      }
      assertTrue(best > 0);
    }
  }
}
