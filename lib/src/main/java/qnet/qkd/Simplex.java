package qnet.qkd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Climbs to a maximum by the simplex method of Nelder and Mead.
 *
 * <p>Unlike the one of Commons Math it always ends with the best point it has seen, without an
 * exception where the function is flat.
 *
 * <p>Reference: J. A. Nelder, R. Mead, Comput. J. 7, 308 (1965), doi:10.1093/comjnl/7.4.308.
 */
final class Simplex {
  private static final double FLAT = 1e-9;
  private static final int MOST_STEPS = 400;

  private final ToDoubleFunction<double[]> height;
  private final Corner[] corners;

  /** A point and the height there. */
  record Corner(double[] at, double height) {}

  private Simplex(ToDoubleFunction<double[]> height, double[] start, double size) {
    this.height = height;
    this.corners = new Corner[start.length + 1];
    corners[0] = corner(start);
    for (int i = 0; i < start.length; i++) {
      double[] moved = start.clone();
      moved[i] += size;
      corners[i + 1] = corner(moved);
    }
  }

  /** The highest point that a climb from a start finds. */
  static Corner climb(ToDoubleFunction<double[]> height, double[] start, double size) {
    return new Simplex(height, start, size).climb();
  }

  private Corner corner(double[] at) {
    double value = height.applyAsDouble(at);
    return new Corner(at, Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value);
  }

  private Corner climb() {
    int last = corners.length - 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      Arrays.sort(corners, Comparator.comparingDouble(Corner::height).reversed());
      double best = corners[0].height();
      if (best - corners[last].height() <= FLAT * Math.abs(best)) {
        break;
      }
      step(last);
    }
    Arrays.sort(corners, Comparator.comparingDouble(Corner::height).reversed());
    return corners[0];
  }

  private void step(int last) {
    double[] centre = centreOfAllBut(last);
    var reflected = along(centre, last, -1);
    if (reflected.height() > corners[0].height()) {
      var expanded = along(centre, last, -2);
      corners[last] = expanded.height() > reflected.height() ? expanded : reflected;
    } else if (reflected.height() > corners[last - 1].height()) {
      corners[last] = reflected;
    } else {
      boolean outside = reflected.height() > corners[last].height();
      var contracted = along(centre, last, outside ? -0.5 : 0.5);
      if (contracted.height() > Math.max(reflected.height(), corners[last].height())) {
        corners[last] = contracted;
      } else {
        shrink();
      }
    }
  }

  private double[] centreOfAllBut(int last) {
    double[] centre = new double[last];
    for (int c = 0; c < last; c++) {
      for (int i = 0; i < last; i++) {
        centre[i] += corners[c].at()[i] / last;
      }
    }
    return centre;
  }

  /** The point at {@code factor} times the way from the centre to the lowest corner. */
  private Corner along(double[] centre, int lowest, double factor) {
    double[] at = new double[centre.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = centre[i] + factor * (corners[lowest].at()[i] - centre[i]);
    }
    return corner(at);
  }

  private void shrink() {
    for (int c = 1; c < corners.length; c++) {
      double[] at = corners[c].at().clone();
      for (int i = 0; i < at.length; i++) {
        at[i] = (at[i] + corners[0].at()[i]) / 2;
      }
      corners[c] = corner(at);
    }
  }
}
