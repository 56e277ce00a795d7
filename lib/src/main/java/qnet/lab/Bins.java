package qnet.lab;

import java.util.Arrays;

/**
 * The bins of a histogram: equal widths, all values inside.
 *
 * <p>Whole numbers over a short range get a bin each; for the rest the width is
 *
 * <p>2·(q₃ − q₁)/∛n
 *
 * <p>with the quartiles q, within 5 to 60 bins.
 *
 * <p>Reference: D. Freedman, P. Diaconis, Z. Wahrscheinlichkeitstheorie verw. Gebiete 57, 453
 * (1981), doi:10.1007/BF01025868.
 *
 * @param first the lower edge of the first bin
 * @param width the width of each bin, more than 0
 * @param counts how many values fall into each bin
 */
record Bins(double first, double width, long[] counts) {
  private static final int FEWEST = 5;
  private static final int MOST = 60;

  static Bins of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("values must hold a finite number, held none");
    }
    double min = sorted[0];
    double max = sorted[sorted.length - 1];
    boolean whole = Arrays.stream(sorted).allMatch(v -> v == Math.rint(v));
    if (whole && max - min < MOST) {
      return fill(sorted, min - 0.5, 1, (int) (max - min) + 1);
    }
    if (min == max) {
      return fill(sorted, min - 0.5, 1, 1);
    }
    double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    double wanted = (max - min) / (2 * quartiles / Math.cbrt(sorted.length));
    int bins = (int) Math.ceil(Math.min(MOST, Math.max(FEWEST, wanted)));
    return fill(sorted, min, (max - min) / bins, bins);
  }

  private static Bins fill(double[] values, double first, double width, int bins) {
    long[] counts = new long[bins];
    for (double value : values) {
      counts[Math.min(bins - 1, (int) ((value - first) / width))]++;
    }
    return new Bins(first, width, counts);
  }

  /** The outline of the histogram, corner by corner: x in the first row, y in the second. */
  double[][] outline() {
    double[][] outline = new double[2][2 * counts.length + 2];
    for (int i = 0; i <= counts.length; i++) {
      outline[0][2 * i] = first + i * width;
      outline[0][2 * i + 1] = first + i * width;
      outline[1][2 * i] = i == 0 ? 0 : counts[i - 1];
      outline[1][2 * i + 1] = i == counts.length ? 0 : counts[i];
    }
    return outline;
  }
}
