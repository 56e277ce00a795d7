package qnet.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * How every chart of the kit looks: white, a light grid, and colours that stay apart for colour
 * blind eyes.
 *
 * <p>Reference for the palette: M. Okabe, K. Ito, "Color Universal Design" (2008),
 * jfly.uni-koeln.de.
 */
final class ChartTheme {
  static final int WIDTH = 720;
  static final int HEIGHT = 440;
  static final Font FONT = Fonts.sans(Font.PLAIN, 13);
  static final Font SMALL_FONT = Fonts.sans(Font.PLAIN, 12);
  static final Color CLEAR = new Color(255, 255, 255, 0);
  static final Color INK = new Color(0x33, 0x33, 0x33);

  static final BasicStroke HAIRLINE = new BasicStroke(0.5f);

  static final Color GRID = new Color(0xE6, 0xE6, 0xE6);
  static final Color AXIS = new Color(0x99, 0x99, 0x99);
  private static final Color[] PALETTE = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0x56B4E9),
    new Color(0xE69F00)
  };
  private static final int FEW_NAMES = 9;
  private static final int PIXELS_PER_NAME = 25;
  private static final float LINE_WIDTH = 2.2f;
  private static final int BAND_OPACITY = 60;

  private ChartTheme() {}

  /** The colour of the series with that index, from 0. */
  static Color color(int series) {
    return PALETTE[series % PALETTE.length];
  }

  /** Whether an earlier series has the same colour: lines then differ by dashes, points cannot. */
  static boolean comesAgain(int series) {
    return series >= PALETTE.length;
  }

  /** The colour of text that names a series: a little darker, to read well on white. */
  static Color textColor(Color series) {
    return new Color(series.getRed() * 3 / 4, series.getGreen() * 3 / 4, series.getBlue() * 3 / 4);
  }

  /** The colour of an area that lets what is behind it shine through. */
  static Color bandColor(Color series) {
    return new Color(series.getRed(), series.getGreen(), series.getBlue(), BAND_OPACITY);
  }

  /** How high a chart is: higher if the names of many series must find a place. */
  static int height(long names) {
    return HEIGHT + (int) Math.max(0, names - FEW_NAMES) * PIXELS_PER_NAME;
  }

  /** Full lines first; dashes once the colours come round again, dots the next time. */
  static BasicStroke line(int series) {
    float[] dashes =
        switch (series / PALETTE.length % 3) {
          case 0 -> null;
          case 1 -> new float[] {7, 5};
          default -> new float[] {2, 3};
        };
    return new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }

  /** Gives a chart its looks. */
  static void apply(AxesChartStyler styler) {
    styler
        .setBaseFont(FONT)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBackgroundColor(Color.WHITE)
        .setChartFontColor(INK)
        .setChartTitleFont(Fonts.sans(Font.BOLD, 15))
        .setChartTitleBoxVisible(false)
        .setChartPadding(12)
        .setPlotBorderVisible(false)
        .setPlotContentSize(1)
        .setMarkerSize(7)
        .setLegendFont(FONT)
        .setLegendVisible(false)
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setLegendBorderColor(Color.WHITE);
    styler
        .setAxisTitleFont(FONT)
        .setAxisTickLabelsFont(FONT)
        .setAxisTickLabelsColor(INK)
        .setAxisTickMarksColor(AXIS)
        .setAxisTickMarksStroke(new BasicStroke(1))
        .setPlotGridLinesColor(GRID)
        .setPlotGridLinesStroke(new BasicStroke(1))
        .setPlotMargin(0)
        .setErrorBarsColorSeriesColor(true)
        .setYAxisTickLabelsFormattingFunction(Numbers::format);
    styler.setAntiAlias(true);
  }
}
