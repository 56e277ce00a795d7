package qnet.qkd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds the decoy settings with the highest key rate.
 *
 * <p>A simplex climbs in coordinates in which every point is a possible setting: logarithms of the
 * signal intensity, log-odds of all that is a part of something. It starts from a few places that
 * suit short, middle and long blocks, and then again with a fresh simplex at the best point found,
 * until nothing is gained.
 */
final class SettingsSearch {
  /** Log μ₁, then log-odds of μ₂ in its range, of z, of p₁, of p₂ in what p₁ leaves. */
  private static final double[][] STARTS = {
    {Math.log(0.5), -0.8, 2.5, 1, 1}, {Math.log(0.45), -0.8, 0.5, -0.5, 0.8}
  };

  /**
   * For an infinite block the bounds get better all the way to no decoy at all; the search ends at
   * 1/20 000 of the signal, long before rounding is felt.
   */
  private static final double LEAST_LOG_ODDS = -10;

  private static final int MOST_RESTARTS = 8;
  private static final double WORTH_A_RESTART = 1e-6;

  private SettingsSearch() {}

  /** The best μ₁ and μ₂ for an infinite block. */
  static DecoySettings bestIntensities(DecoySettings settings, DecoyBlock decoys) {
    return best(
        settings, 2, point -> decoys.bitsPerSiftedPulse(decoys.detections(point.pulses(), 1)));
  }

  /** The best of all settings for a finite block. */
  static DecoySettings bestSettings(
      DecoySettings settings, DecoyBlock decoys, Block block, Security security) {
    int free = settings.intensities().size() == 2 ? 4 : 5;
    return best(
        settings, free, point -> decoys.bitsPerPulse(point.pulses(), point.z, block, security));
  }

  private static DecoySettings best(
      DecoySettings settings, int free, ToDoubleFunction<Point> rate) {
    ToDoubleFunction<double[]> height = x -> rate.applyAsDouble(Point.at(x, settings));
    Simplex.Corner best = null;
    for (double[] start : STARTS) {
      best = higher(best, Simplex.climb(height, Arrays.copyOf(start, free), 0.5));
    }
    for (int i = 0; i < MOST_RESTARTS; i++) {
      double before = best.height();
      best = higher(best, Simplex.climb(height, best.at(), 0.2));
      if (!(best.height() - before > WORTH_A_RESTART * Math.abs(best.height()))) {
        break;
      }
    }
    return Point.at(best.at(), settings).settings();
  }

  private static Simplex.Corner higher(Simplex.Corner one, Simplex.Corner other) {
    return one != null && one.height() >= other.height() ? one : other;
  }

  /** A possible setting. */
  private record Point(double[] mu, double[] p, double z) {
    static Point at(double[] x, DecoySettings settings) {
      var old = settings.intensities();
      int count = old.size();
      double weakest = count == 3 ? old.get(2).meanPhotonNumber() : 0;
      double signal = 2 * weakest + StrictMath.exp(Math.min(x[0], 2));
      // μ₃ < μ₂ < μ₁ − μ₃
      double decoy = weakest + (signal - 2 * weakest) * part(Math.max(LEAST_LOG_ODDS, x[1]));
      double[] mu =
          count == 3 ? new double[] {signal, decoy, weakest} : new double[] {signal, decoy};
      if (x.length == 2) {
        double[] p = old.stream().mapToDouble(Intensity::probability).toArray();
        return new Point(mu, p, settings.keyBasisProbability());
      }
      double p1 = part(x[3]);
      double p2 = count == 3 ? (1 - p1) * part(x[4]) : 1 - p1;
      double[] p = count == 3 ? new double[] {p1, p2, 1 - p1 - p2} : new double[] {p1, p2};
      return new Point(mu, p, part(x[2]));
    }

    /** 1/(1 + e^(−x)), kept off 0 and 1. */
    private static double part(double x) {
      return 1 / (1 + StrictMath.exp(-Math.max(-16, Math.min(16, x))));
    }

    PulseMix pulses() {
      return new PulseMix(mu, p);
    }

    DecoySettings settings() {
      List<Intensity> intensities = new ArrayList<>();
      for (int k = 0; k < mu.length; k++) {
        intensities.add(new Intensity(mu[k], p[k]));
      }
      return new DecoySettings(z, intensities);
    }
  }
}
