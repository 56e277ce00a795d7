package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;

class SettingsSearchTest {
  private static final Security SECURITY = Security.standard();

  private static double rate(DecoyBlock decoys, DecoySettings settings, Block block) {
    return decoys.bitsPerPulse(settings.pulses(), settings.keyBasisProbability(), block, SECURITY);
  }

  @Test
  void aGreatRandomSearchFindsNothingBetter() {
    var random = new SplittableRandom(5);
    int withKey = 0;
    for (int i = 0; i < 60; i++) {
      boolean two = i % 2 == 0;
      var detector =
          new Detector(0.5, 0, 1, 0)
              .withDarkCountProbability(Math.pow(10, -8 + 3 * random.nextDouble()))
              .withAfterpulseProbability(random.nextInt(2) * 0.03);
      var link = Link.ofLossDb(45 * random.nextDouble());
      var analysis = random.nextBoolean() ? Analysis.THRESHOLD : Analysis.LIM_2014;
      var decoys =
          new DecoyBlock(
              Receiver.behind(link, detector, 0.03 * random.nextDouble(), analysis),
              two ? TwoDecoyKey.PROOF : OneDecoyKey.PROOF,
              1.16);
      long size = Math.round(Math.pow(10, 4 + 6 * random.nextDouble()));
      var block = random.nextBoolean() ? Block.ofSiftedBits(size) : Block.ofPulses(size * 10_000);
      var start = two ? DecoySettings.twoDecoys() : DecoySettings.oneDecoy();
      double found =
          rate(decoys, SettingsSearch.bestSettings(start, decoys, block, SECURITY), block);
      double best = randomSearch(decoys, block, two, random);
      assertTrue(
          best <= 0 || found >= 0.995 * best,
          () -> "found " + found + ", random " + best + " for " + decoys + " " + block);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 20, "cases with key: " + withKey);
  }

  /** 10 000 points all over, then 10 000 around the best; the weakest intensity is free too. */
  private static double randomSearch(
      DecoyBlock decoys, Block block, boolean two, SplittableRandom random) {
    double best = Double.NEGATIVE_INFINITY;
    double[] at = new double[6];
    for (int i = 0; i < 20_000; i++) {
      double[] u = at.clone();
      double step = Math.pow(10, -3 * random.nextDouble());
      for (int j = 0; j < u.length; j++) {
        u[j] =
            i < 10_000
                ? random.nextDouble()
                : Math.min(1, Math.max(0, u[j] + step * (random.nextDouble() - 0.5)));
      }
      double value = at(decoys, block, two, u);
      if (value > best) {
        best = value;
        at = u;
      }
    }
    return best;
  }

  private static double at(DecoyBlock decoys, Block block, boolean two, double[] u) {
    double weakest = two ? 2e-4 * Math.pow(500, u[4]) : 0;
    double signal = 2 * weakest + 0.01 + 1.2 * u[0];
    double decoy = weakest + (signal - 2 * weakest) * (0.001 + 0.998 * u[1]);
    double z = 0.001 + 0.9989 * u[2];
    double p1 = 0.001 + 0.998 * u[3];
    double p2 = two ? (1 - p1) * (0.001 + 0.998 * u[5]) : 1 - p1;
    double[] mu = two ? new double[] {signal, decoy, weakest} : new double[] {signal, decoy};
    double[] p = two ? new double[] {p1, p2, 1 - p1 - p2} : new double[] {p1, p2};
    return decoys.bitsPerPulse(new PulseMix(mu, p), z, block, SECURITY);
  }

  @Test
  void noPointOfAGridIsBetter() {
    var lim = PracticalDecoyBb84.lim2014();
    var link = Fiber.standard().withLengthKm(120);
    var decoys =
        new DecoyBlock(
            Receiver.behind(link, lim.detector(), lim.misalignment(), lim.analysis()),
            OneDecoyKey.PROOF,
            1.16);
    var block = Block.ofSiftedBits(10_000_000);
    var found = SettingsSearch.bestSettings(DecoySettings.oneDecoy(), decoys, block, SECURITY);
    double best = rate(decoys, found, block);
    double grid = 0;
    for (double mu1 = 0.1; mu1 < 1; mu1 += 0.025) {
      for (double mu2 = 0.02; mu2 < mu1; mu2 += 0.02) {
        for (double z = 0.5; z < 1; z += 0.025) {
          for (double p1 = 0.05; p1 < 1; p1 += 0.05) {
            var pulses = new PulseMix(new double[] {mu1, mu2}, new double[] {p1, 1 - p1});
            grid = Math.max(grid, decoys.bitsPerPulse(pulses, z, block, SECURITY));
          }
        }
      }
    }
    assertTrue(grid > 0 && best >= grid, best + " against " + grid);
    assertEquals(1, best / grid, 0.02);
  }

  @Test
  void theBestIntensitiesForAnInfiniteBlockAreTheBestOfAScan() {
    var standard = PracticalDecoyBb84.standard();
    for (double lossDb : new double[] {0, 10, 20}) {
      var link = Link.ofLossDb(lossDb);
      var best = standard.optimisedFor(link);
      double found = best.over(link).bitsPerUse();
      double scanned = 0;
      var old = standard.settings().intensities();
      for (double mu = 0.05; mu < 1; mu += 0.01) {
        for (double nu = 0.005; nu < mu / 2; nu *= 1.2) {
          var intensities =
              java.util.List.of(
                  new Intensity(mu, old.get(0).probability()),
                  new Intensity(nu, old.get(1).probability()),
                  old.get(2));
          var other = standard.withSettings(standard.settings().withIntensities(intensities));
          scanned = Math.max(scanned, other.over(link).bitsPerUse());
        }
      }
      assertTrue(found >= scanned * (1 - 1e-6), found + " against " + scanned);
      assertEquals(2e-4, best.settings().intensities().get(2).meanPhotonNumber());
    }
  }
}
