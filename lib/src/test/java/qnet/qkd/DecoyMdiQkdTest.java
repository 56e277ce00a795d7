package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.state.Entropy;

class DecoyMdiQkdTest {
  private static final DecoyMdiQkd DECOYS = new DecoyMdiQkd(MdiQkd.loCurtyQi(), 0.05, 0);

  /** Whatever Eve makes the photon numbers do, the bounds hold. */
  @Test
  void boundsHoldForAnyYields() {
    var random = new SplittableRandom(41);
    int tight = 0;
    for (int i = 0; i < 20_000; i++) {
      double weakest = 0.05 * random.nextDouble();
      double decoy = weakest + 0.01 + 0.3 * random.nextDouble();
      double signal = decoy + 0.01 + 0.7 * random.nextDouble();
      double[][] yields = new double[20][20];
      for (double[] row : yields) {
        for (int m = 0; m < row.length; m++) {
          // also extremes: blocked or certain
          double y = 3 * random.nextDouble() - 1;
          row[m] = Math.max(0, Math.min(1, y));
        }
      }
      DoubleBinaryOperator gain = (a, b) -> mixture(yields, a, b);
      var bounds = new MdiDecoyBounds(signal, decoy, weakest);
      double lower = bounds.singlePhotonYield(gain);
      double upper = bounds.singlePhotonErrorYield(gain);
      assertTrue(lower <= yields[1][1] + 1e-9, lower + " above " + yields[1][1]);
      assertTrue(upper >= yields[1][1] - 1e-9, upper + " below " + yields[1][1]);
      tight += lower > 0.5 * yields[1][1] && lower > 0 ? 1 : 0;
    }
    assertTrue(tight > 1000, "bounds above half of the truth: " + tight);
  }

  private static double mixture(double[][] yields, double a, double b) {
    double sum = 0;
    double alice = Math.exp(-a);
    for (int n = 0; n < yields.length; n++) {
      double bob = Math.exp(-b);
      for (int m = 0; m < yields.length; m++) {
        sum += alice * bob * yields[n][m];
        bob *= b / (m + 1);
      }
      alice *= a / (n + 1);
    }
    return sum;
  }

  @Test
  void oneAndTwoPhotonsDropOutOfTheYieldBound() {
    // only the pairs (1, 1), (1, 2) and (2, 1) click: then the bound is exact
    double[][] yields = new double[4][4];
    yields[1][1] = 0.3;
    yields[1][2] = 0.8;
    yields[2][1] = 0.8;
    yields[0][3] = 0.5;
    yields[2][0] = 0.7;
    yields[0][0] = 0.1;
    DoubleBinaryOperator gain = (a, b) -> mixture(yields, a, b);
    for (double weakest : new double[] {0, 0.02}) {
      assertEquals(0.3, new MdiDecoyBounds(0.6, 0.1, weakest).singlePhotonYield(gain), 1e-12);
    }
    yields[1][2] = 0;
    yields[2][1] = 0;
    assertEquals(0.3, new MdiDecoyBounds(0.6, 0.1, 0.03).singlePhotonErrorYield(gain), 1e-12);
  }

  @Test
  void approachesInfinitelyManyDecoysAndNeverExceedsThem() {
    for (double km : new double[] {1, 50, 100, 150, 200}) {
      var link = Fiber.standard().withLengthKm(km);
      double ideal = DECOYS.mdi().over(link).bitsPerUse();
      double last = 0;
      for (double decoy : new double[] {0.3, 0.1, 0.03, 0.01, 0.003}) {
        double bits = DECOYS.withDecoyMeanPhotonNumber(decoy).over(link).bitsPerUse();
        assertTrue(bits >= last && bits <= ideal, km + " km, " + decoy + ": " + bits);
        last = bits;
      }
      assertTrue(last > 0.9 * ideal, km + " km: " + last + " of " + ideal);
    }
    assertEquals(232.089, DECOYS.mdi().maxReachKm(Fiber.standard()), 0.01);
    double reach = DECOYS.maxReachKm(Fiber.standard());
    assertTrue(reach > 210 && reach < 232, "reach " + reach);
  }

  @Test
  void boundsAreOnTheSafeSideOverUnequalArms() {
    Link alice = () -> 0.1;
    Link bob = () -> 0.07;
    var bounded = DECOYS.yields(alice, bob);
    double mu = bounded.aliceMeanPhotonNumber();
    var known = DECOYS.mdi().withMeanPhotonNumber(mu).yields(alice, bob);
    assertTrue(bounded.singlePhotonGain() < known.singlePhotonGain());
    assertTrue(bounded.singlePhotonQber() > known.singlePhotonQber());
    assertEquals(1, bounded.singlePhotonGain() / known.singlePhotonGain(), 0.1);
    assertEquals(known.gain(), DECOYS.over(alice, bob).gain());
    double entropy = Entropy.binary(bounded.singlePhotonQber());
    double bits =
        bounded.singlePhotonGain() * (1 - entropy)
            - 1.16 * bounded.gain() * Entropy.binary(bounded.qber());
    assertEquals(1, DECOYS.over(alice, bob).bitsPerUse() / bits, 1e-12);
    var quarter = DECOYS.withMdi(DECOYS.mdi().withSiftingFactor(0.25));
    assertEquals(0.25, quarter.over(alice, bob).bitsPerUse() / bits, 1e-12);
  }

  @Test
  void noSignalOfAFineScanIsBetter() {
    for (double km = 0; km < 230; km += 9) {
      var link = Fiber.standard().withLengthKm(km);
      double found = DECOYS.over(link).bitsPerUse();
      for (double mu = 0.99; mu > 0.055; mu *= 0.97) {
        var fixed = DECOYS.withMdi(DECOYS.mdi().withMeanPhotonNumber(mu));
        assertTrue(fixed.over(link).bitsPerUse() <= found * (1 + 1e-9), km + " km at " + mu);
      }
    }
  }

  @Test
  void saysWhatLimits() {
    assertEquals("loss", DECOYS.over(() -> 0.01).limit());
    assertEquals("no light arrives", DECOYS.over(() -> 0).limit());
    assertEquals("dark counts and stray light", DECOYS.over(() -> 1e-6).limit());
    var askew = DECOYS.withMdi(DECOYS.mdi().withMisalignment(0.2));
    assertEquals("misalignment", askew.over(() -> 0.01).limit());
    assertEquals(0, askew.over(() -> 0.01).bitsPerUse());
    assertEquals(0.25, DecoyMdiQkd.standard().mdi().siftingFactor());
  }

  @Test
  void refusesIntensitiesInTheWrongOrder() {
    assertEquals(
        "decoyMeanPhotonNumber must be > 0.1 (weakest) and < 1.0 (signal), was 0.05",
        assertThrows(IllegalArgumentException.class, () -> DECOYS.withWeakestMeanPhotonNumber(0.1))
            .getMessage());
    var fixed = DECOYS.withMdi(DECOYS.mdi().withMeanPhotonNumber(0.4));
    assertEquals(
        "decoyMeanPhotonNumber must be > 0.0 (weakest) and < 0.4 (signal), was 0.4",
        assertThrows(IllegalArgumentException.class, () -> fixed.withDecoyMeanPhotonNumber(0.4))
            .getMessage());
    for (double value : new double[] {-0.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> DECOYS.withWeakestMeanPhotonNumber(value));
      assertThrows(IllegalArgumentException.class, () -> DECOYS.withDecoyMeanPhotonNumber(value));
    }
  }
}
