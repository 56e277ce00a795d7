package qnet.lab;

import java.awt.Color;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How a series is drawn. */
enum SeriesStyle {
  /** A line, without markers. */
  LINE(XYSeriesRenderStyle.Line),
  /** Points, without a line. */
  POINTS(XYSeriesRenderStyle.Scatter),
  /** A shaded area with its outline. */
  AREA(XYSeriesRenderStyle.PolygonArea),
  /** A shaded area without outline. */
  BAND(XYSeriesRenderStyle.PolygonArea),
  /** Filled bars. */
  BARS(XYSeriesRenderStyle.PolygonArea),
  /** Error bars and nothing else. */
  ERRORS(XYSeriesRenderStyle.Scatter);

  private final XYSeriesRenderStyle rendering;

  SeriesStyle(XYSeriesRenderStyle rendering) {
    this.rendering = rendering;
  }

  /** Gives the series of that index its looks; the colour that names it is its marker colour. */
  void apply(XYSeries series, int index, boolean marked) {
    boolean dark = this == POINTS && ChartTheme.comesAgain(index);
    Color color = dark ? ChartTheme.INK : ChartTheme.color(index);
    boolean outlined = this != BAND && this != BARS;
    series.setXYSeriesRenderStyle(rendering);
    series.setLineStyle(outlined ? ChartTheme.line(index) : ChartTheme.HAIRLINE);
    series.setLineColor(
        switch (this) {
          case LINE, POINTS, AREA -> color;
          case BAND, BARS -> ChartTheme.CLEAR;
          case ERRORS -> ChartTheme.INK;
        });
    series.setFillColor(this == BARS ? color : ChartTheme.bandColor(color));
    series.setEnabled(!(this == LINE && !marked && DashedLines.isDashed(series)));
    series.setMarker(marked ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE).setMarkerColor(color);
  }
}
