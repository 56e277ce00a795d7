package qnet.lab;

import java.util.Arrays;

/**
 * The outline of one kind of bars, one bar in each group; group i is centred on i.
 *
 * @param x the corners: up, along and down each bar, then along the axis to the next
 * @param y the corners
 * @param middle the middle of each bar, those that are not drawn included
 */
record Bars(double[] x, double[] y, double[] middle) {
  private static final double GROUP_WIDTH = 0.8;
  private static final double BAR_WIDTH = 0.94;

  /** The bars of the groups {@code drawn}, the {@code index}-th of so many in each group. */
  static Bars of(int[] drawn, int index, int kinds, double[] heights) {
    double width = GROUP_WIDTH / kinds;
    double half = width * BAR_WIDTH / 2;
    double[] middle = new double[heights.length];
    Arrays.setAll(middle, i -> i - GROUP_WIDTH / 2 + (index + 0.5) * width);
    double[] x = new double[4 * drawn.length];
    double[] y = new double[4 * drawn.length];
    for (int n = 0; n < drawn.length; n++) {
      double at = middle[drawn[n]];
      double height = heights[drawn[n]];
      System.arraycopy(new double[] {at - half, at - half, at + half, at + half}, 0, x, 4 * n, 4);
      System.arraycopy(new double[] {0, height, height, 0}, 0, y, 4 * n, 4);
    }
    return new Bars(x, y, middle);
  }
}
