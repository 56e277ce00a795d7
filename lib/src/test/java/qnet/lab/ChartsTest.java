package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ChartsTest {
  private static Table rates() {
    return Sweep.overValues("distance, km", 0, 50, 100, 150)
        .column("BB84", km -> km > 60 ? 0 : 0.1 - km / 1000)
        .column("bound", km -> km == 0 ? Double.POSITIVE_INFINITY : 10 / km)
        .table();
  }

  @Test
  void aLogarithmicAxisLeavesOutWhatItCannotShow() {
    Chart chart = Charts.logLine(rates(), "key rate, bit/use");
    assertArrayEquals(new double[] {0, 50}, chart.getSeries("BB84").getXData());
    assertArrayEquals(new double[] {50, 100, 150}, chart.getSeries("bound").getXData());
    assertEquals(
        """
        Chart
        horizontal axis: distance, km
        vertical axis: key rate, bit/use (logarithmic)
        BB84: 2 points, 0 … 50 → 0.05 … 0.1
        bound: 3 points, 50 … 150 → 0.06667 … 0.2
        BB84: 2 points not drawn (≤ 0 or infinite)
        bound: 1 point not drawn (≤ 0 or infinite)""",
        Charts.describe(chart));
    assertEquals(0.0, chart.getStyler().getXAxisMin());
    assertEquals(150.0, chart.getStyler().getXAxisMax());
  }

  @Test
  void aLinearAxisShowsZeros() {
    Chart chart = Charts.line(rates()).titled("Rates");
    assertEquals(4, chart.getSeries("BB84").getXData().length);
    assertTrue(Charts.describe(chart).startsWith("Chart: Rates\n"));
    assertTrue(Charts.describe(chart).contains("bound: 1 point not drawn (infinite)"));
  }

  @Test
  void nothingToDrawIsNoError() {
    Chart chart = Charts.logLine(Sweep.over("x", 0, 5, 1).column("rate", x -> 0).table());
    assertEquals(
        """
        Chart
        horizontal axis: x
        vertical axis: rate (logarithmic)
        rate: 6 points not drawn (≤ 0 or infinite)
        rate: nothing to draw""",
        Charts.describe(chart));
  }

  @Test
  void coloursAreThePaletteAndComeAgainDashed() {
    var sweep = Sweep.over("x", 0, 5, 1);
    for (int i = 0; i < 7; i++) {
      double height = i;
      sweep = sweep.column("line " + i, x -> height);
    }
    Chart chart = Charts.line(sweep.table());
    assertEquals(new Color(0x0072B2), chart.getSeries("line 0").getLineColor());
    assertEquals(new Color(0xE69F00), chart.getSeries("line 5").getLineColor());
    assertEquals(new Color(0x0072B2), chart.getSeries("line 6").getLineColor());
    assertEquals(null, chart.getSeries("line 0").getLineStyle().getDashArray());
    assertNotNull(chart.getSeries("line 6").getLineStyle().getDashArray());
    assertEquals(SeriesMarkers.NONE, chart.getSeries("line 0").getMarker());
    var points = Table.create(DoubleColumn.create("x", 1.0), DoubleColumn.create("height", 2.0));
    chart.points("points", points, "x", "height");
    assertEquals(ChartTheme.INK, chart.getSeries("points").getMarkerColor());
  }

  @Test
  void errorsBecomeBars() {
    var table =
        Table.create(
            DoubleColumn.create("x", 1, 2),
            DoubleColumn.create("y", 4, 1),
            DoubleColumn.create("y ±", 2, 3));
    Chart chart = Charts.line(table);
    assertEquals(1, chart.getSeriesCollection().size());
    assertArrayEquals(new double[] {2, 3}, chart.getSeries("y").getExtraValues());
    assertEquals(SeriesMarkers.CIRCLE, chart.getSeries("y").getMarker());
    assertTrue(chart.getStyler().getYAxisMin() < -2 && chart.getStyler().getYAxisMax() > 6);
    double drawn = Charts.logLine(table).getSeries("y").getExtraValues()[1];
    assertTrue(drawn < 1 && drawn > 0.999, "a bar must not reach 0: " + drawn);
  }

  @Test
  void pointsAndBandsJoinTheLines() {
    var published =
        Table.create(
            DoubleColumn.create("km", 20, Double.NaN, 200),
            DoubleColumn.create("rate", 0.01, 1, 1e-9),
            StringColumn.create("author", "Ant", "Bee", "Beetle"));
    Chart chart = Charts.logLine(rates()).points("published", published, "km", "rate", "author");
    assertArrayEquals(new double[] {20, 200}, chart.getSeries("published").getXData());
    assertTrue(chart.getStyler().getXAxisMax() > 200);
    assertTrue(chart.getStyler().getYAxisMin() < 1e-9);
    assertTrue(Charts.describe(chart).contains("published: 2 points, 20 … 200 → 1e-9 … 0.01"));

    var band =
        Table.create(
            DoubleColumn.create("x", 1, 2),
            DoubleColumn.create("low", 3, 4),
            DoubleColumn.create("high", 5, 7));
    Chart banded = Charts.line(rates()).band("95 %", band, "x", "low", "high");
    assertArrayEquals(new double[] {1, 2, 2, 1}, banded.getSeries("95 %").getXData());
    assertArrayEquals(new double[] {3, 4, 7, 5}, banded.getSeries("95 %").getYData());
  }

  @Test
  void barsSayTheirHeights() {
    var table =
        Table.create(
            StringColumn.create("case", "today", "SNSPD", "none"),
            DoubleColumn.create("kbit/s", 1.5, 3.25, Double.NaN));
    assertEquals(
        """
        Chart
        horizontal axis: case
        vertical axis: kbit/s
        kbit/s: today 1.5, SNSPD 3.25""",
        Charts.describe(Charts.bars(table)));
  }

  @Test
  void aTornadoLiesAroundItsBase() {
    var table =
        Table.create(
            StringColumn.create("assumption", "wide", "narrow"),
            DoubleColumn.create("low", 0.1, 0.4),
            DoubleColumn.create("base", 0.4, 0.4),
            DoubleColumn.create("high", 0.8, 0.5));
    Chart chart = Charts.tornado(table, "by 2035");
    assertArrayEquals(
        new double[] {0.4, 0.8, 0.8, 0.4, 0.4, 0.5, 0.5, 0.4},
        chart.getSeries("more likely").getXData());
    assertArrayEquals(
        new double[] {1.35, 1.35, 0.65, 0.65, 0.35, 0.35, -0.35, -0.35},
        chart.getSeries("less likely").getYData(),
        1e-12);
    assertEquals(
        """
        Chart
        horizontal axis: by 2035
        vertical axis
        less likely: wide 0.1, narrow 0.4
        more likely: wide 0.8, narrow 0.5""",
        Charts.describe(chart));
  }

  @Test
  void barsOfAGroupStandSideBySide() {
    var table =
        Table.create(
            DoubleColumn.create("photons", 0, 1),
            DoubleColumn.create("a", 1, 2),
            DoubleColumn.create("a ±", 0.5, 0.5),
            DoubleColumn.create("b", 3, 4));
    Chart chart = Charts.bars(table);
    double[] a = chart.getSeries("a").getXData();
    double[] b = chart.getSeries("b").getXData();
    assertArrayEquals(new double[] {0, 1, 1, 0, 0, 2, 2, 0}, chart.getSeries("a").getYData());
    assertEquals(-0.2, (a[0] + a[2]) / 2, 1e-12); // two bars share 0.8 of the group
    assertEquals(0.2, (b[0] + b[2]) / 2, 1e-12);
    assertEquals(0.376, a[2] - a[0], 1e-12);
    assertEquals(1, b[4] - b[0], 1e-12);
    assertArrayEquals(new double[] {-0.2, 0.8}, chart.getSeries("a ±").getXData(), 1e-12);
    assertArrayEquals(new double[] {0.5, 0.5}, chart.getSeries("a ±").getExtraValues());
    assertEquals(-0.5, chart.getStyler().getXAxisMin(), 0.02);
    assertEquals(1.5, chart.getStyler().getXAxisMax(), 0.02);
    assertTrue(Charts.describe(chart).contains("a: 0 1, 1 2"), Charts.describe(chart));
  }

  @Test
  void theAxisReachesZerosButNotWhatIsUnknown() {
    var table =
        Sweep.overValues("x", 1, 2, 3, 4)
            .column("y", x -> x == 3 ? 0 : x == 4 ? Double.NaN : 1)
            .table();
    assertEquals(3.0, Charts.logLine(table).getStyler().getXAxisMax());
  }

  @Test
  void aCliffIsNotFollowedToTheBottom() {
    var table = Sweep.overValues("x", 1, 2, 3).column("y", x -> x == 3 ? 1e-20 : 1 / x).table();
    assertTrue(Charts.logLine(table).getStyler().getYAxisMin() > 0.1);
  }

  @Test
  void missingColumnsAndWordsAreRefused() {
    Chart chart = Charts.line(rates());
    assertThrows(IllegalArgumentException.class, () -> chart.points("p", rates(), "km", "BB84"));
    var words = Table.create(StringColumn.create("a", "x"), DoubleColumn.create("b", 1));
    assertThrows(IllegalArgumentException.class, () -> Charts.line(words));
  }

  @Test
  void aMissingFontIsOneClearSentence() {
    Fonts.require();
    for (Throwable cause :
        new Throwable[] {
          new NullPointerException(), new InternalError(), new UnsatisfiedLinkError()
        }) {
      var error =
          assertThrows(
              IllegalStateException.class,
              () ->
                  Fonts.require(
                      () -> {
                        if (cause instanceof Error e) {
                          throw e;
                        }
                        throw (RuntimeException) cause;
                      }));
      assertTrue(error.getMessage().contains("apt-get install fontconfig fonts-dejavu-core"));
    }
    assertThrows(IllegalStateException.class, () -> Fonts.require(() -> 0));
  }
}
