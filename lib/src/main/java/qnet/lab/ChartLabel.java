package qnet.lab;

import java.awt.Color;

/**
 * Words at a place of a chart.
 *
 * @param text the words
 * @param x the place, in the units of the horizontal axis
 * @param y the place, in the units of the vertical axis
 * @param color of the words
 * @param side where the words stand, seen from the place
 */
record ChartLabel(String text, double x, double y, Color color, Place side) {
  /** Where the words stand. */
  enum Place {
    /** Right of the end of a series, which they name. */
    END,
    /** On any free side of a point. */
    AROUND,
    /** Above a bar. */
    ABOVE
  }

  boolean namesSeries() {
    return side == Place.END;
  }
}
