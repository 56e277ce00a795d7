package qnet.lab;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.Table;

/**
 * An XChart chart in the look of the kit: lines whose names stand at their ends, points, bands and
 * bars.
 *
 * <pre>{@code
 * Charts.logLine(rates).points("published", experiments, "distance, km", "key rate, bit/s", "year")
 * }</pre>
 *
 * <p>A logarithmic axis cannot show a value ≤ 0: such points are left out, and {@link
 * Charts#describe} says how many.
 */
public final class Chart extends XYChart {
  private static final String NOTHING = "nothing to draw";
  private static final double CLIFF = 1e-3;
  private static final double LYING_WIDTH = 0.7;

  private final boolean logX;
  private final boolean logY;
  private final List<ChartLabel> labels = new ArrayList<>();
  private final List<ChartFrame.Key> keys = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();
  private final AxisRange xRange;
  private final AxisRange yRange;
  private final List<String> groups;
  private final List<String> rows;
  private int colors;

  Chart(String xTitle, String yTitle, boolean logX, boolean logY, List<String> groups) {
    this(xTitle, yTitle, logX, logY, groups, List.of());
  }

  /** A chart whose rows have names, the lowest one first. */
  private Chart(
      String xTitle,
      String yTitle,
      boolean logX,
      boolean logY,
      List<String> groups,
      List<String> rows) {
    super(ChartTheme.WIDTH, ChartTheme.HEIGHT);
    this.logX = logX;
    this.logY = logY;
    this.groups = List.copyOf(groups);
    this.rows = List.copyOf(rows);
    this.xRange = new AxisRange(logX, false);
    this.yRange = new AxisRange(logY, true);
    ChartTheme.apply(getStyler());
    getStyler()
        .setXAxisLogarithmic(logX)
        .setYAxisLogarithmic(logY)
        .setAxisTitlesVisible(false)
        .setAxisTicksVisible(false)
        .setPlotGridLinesVisible(false)
        .setChartBackgroundColor(ChartTheme.CLEAR)
        .setPlotBackgroundColor(ChartTheme.CLEAR)
        .setChartPadding(0);
    setXAxisTitle(xTitle);
    setYAxisTitle(yTitle);
    setAxes();
  }

  /**
   * Gives the chart a title.
   *
   * @param title the title
   * @return this chart
   */
  public Chart titled(String title) {
    setTitle(title);
    return this;
  }

  /**
   * Adds every column of a table as a line over the first one; a column with a partner of standard
   * errors (see {@link Sweep#ERROR}) as points with error bars.
   *
   * @param table the table
   * @return this chart
   */
  public Chart lines(Table table) {
    double[] x = Series.numbers(table, table.columnNames().get(0));
    for (String name : table.columnNames().subList(1, table.columnCount())) {
      if (Series.isError(table, name) || !Series.isNumeric(table, name)) {
        continue;
      }
      double[] y = Series.numbers(table, name);
      double[] error = Series.errors(table, name);
      add(name, x, y, error, error == null ? SeriesStyle.LINE : SeriesStyle.POINTS)
          .ifPresent(this::nameAtEnd);
    }
    return this;
  }

  /**
   * Adds the rows of a table as points, each with its own label.
   *
   * @param name what the points are together: "published"
   * @param table the table; a partner column of standard errors (see {@link Sweep#ERROR}) gives
   *     error bars
   * @param xColumn the column for the horizontal axis
   * @param yColumn the column for the vertical axis
   * @param labelColumns the columns whose words, joined by blanks, label each point; none for
   *     points that share one label
   * @return this chart
   * @throws IllegalArgumentException if a column is missing
   */
  public Chart points(
      String name, Table table, String xColumn, String yColumn, String... labelColumns) {
    double[] x = Series.numbers(table, xColumn);
    double[] y = Series.numbers(table, yColumn);
    Optional<XYSeries> series = add(name, x, y, Series.errors(table, yColumn), SeriesStyle.POINTS);
    if (labelColumns.length == 0) {
      series.ifPresent(this::nameAtEnd);
      return this;
    }
    series.ifPresent(s -> keys.add(new ChartFrame.Key(name, s.getMarkerColor(), false)));
    String[] words = Series.labels(table, labelColumns);
    for (int i = 0; i < x.length; i++) {
      if (isDrawn(x[i], y[i])) {
        labels.add(new ChartLabel(words[i], x[i], y[i], ChartTheme.INK, ChartLabel.Place.AROUND));
      }
    }
    return this;
  }

  /**
   * Adds a band between two columns, a confidence band for example.
   *
   * @param name what the band is
   * @param table the table
   * @param xColumn the column for the horizontal axis
   * @param lowColumn the lower edge
   * @param highColumn the upper edge
   * @return this chart
   * @throws IllegalArgumentException if a column is missing
   */
  public Chart band(String name, Table table, String xColumn, String lowColumn, String highColumn) {
    double[] x = Series.numbers(table, xColumn);
    double[] low = Series.numbers(table, lowColumn);
    double[] high = Series.numbers(table, highColumn);
    int[] rows =
        IntStream.range(0, x.length)
            .filter(i -> isDrawn(x[i], low[i]) && isDrawn(x[i], high[i]))
            .toArray();
    note(name, x.length - rows.length);
    double[] around = Series.thereAndBack(Series.take(x, rows), Series.take(x, rows));
    double[] edge = Series.thereAndBack(Series.take(low, rows), Series.take(high, rows));
    add(name, around, edge, null, SeriesStyle.BAND)
        .ifPresent(s -> keys.add(new ChartFrame.Key(name, s.getMarkerColor(), true)));
    return this;
  }

  /** Adds a filled polygon with its outline. */
  Chart area(String name, double[] x, double[] y) {
    add(name, x, y, null, SeriesStyle.AREA);
    return this;
  }

  /** Adds one bar to each group, the {@code index}-th of so many. */
  Chart bars(String name, double[] heights, double[] errors, int index, int of) {
    int[] rows = IntStream.range(0, heights.length).filter(i -> isDrawn(i, heights[i])).toArray();
    var bars = Bars.of(rows, index, of, heights);
    for (int i : rows) {
      double top = heights[i] + (errors == null ? 0 : errors[i]);
      String height = Numbers.format(heights[i]);
      labels.add(
          new ChartLabel(height, bars.middle()[i], top, ChartTheme.INK, ChartLabel.Place.ABOVE));
    }
    words.put(
        name,
        IntStream.of(rows)
            .mapToObj(i -> groups.get(i) + " " + Numbers.format(heights[i]))
            .collect(Collectors.joining(", ")));
    add(name, bars.x(), bars.y(), null, SeriesStyle.BARS)
        .ifPresent(s -> keys.add(new ChartFrame.Key(name, s.getMarkerColor(), false)));
    if (errors != null) {
      colors--;
      words.put(name + Sweep.ERROR, "error bars");
      add(name + Sweep.ERROR, bars.middle(), heights, errors, SeriesStyle.ERRORS);
    }
    xRange.include(-0.5, 0);
    xRange.include(groups.size() - 0.5, 0);
    setAxes();
    return this;
  }

  /** A chart of bars that lie on their sides, for rows with these names from above. */
  static Chart lying(String xTitle, List<String> rows) {
    var upwards = new ArrayList<>(rows);
    Collections.reverse(upwards);
    return new Chart(xTitle, "", false, false, List.of(), upwards);
  }

  /** Adds a lying bar to each row, from a value all rows share to one of its own. */
  Chart lyingBars(String name, double from, double[] to) {
    double[] x = new double[4 * to.length];
    double[] y = new double[4 * to.length];
    var said = new ArrayList<String>();
    for (int i = 0; i < to.length; i++) {
      int row = to.length - 1 - i;
      double low = row - LYING_WIDTH / 2;
      double high = row + LYING_WIDTH / 2;
      System.arraycopy(new double[] {from, to[i], to[i], from}, 0, x, 4 * i, 4);
      System.arraycopy(new double[] {high, high, low, low}, 0, y, 4 * i, 4);
      said.add(rows.get(row) + " " + Numbers.format(to[i]));
    }
    words.put(name, String.join(", ", said));
    add(name, x, y, null, SeriesStyle.BARS)
        .ifPresent(s -> keys.add(new ChartFrame.Key(name, s.getMarkerColor(), false)));
    return this;
  }

  private Optional<XYSeries> add(
      String name, double[] x, double[] y, double[] error, SeriesStyle style) {
    int[] rows = IntStream.range(0, x.length).filter(i -> isDrawn(x[i], y[i])).toArray();
    long known =
        IntStream.range(0, x.length)
            .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
            .count();
    note(name, known - rows.length);
    for (int i = 0; i < x.length; i++) { // an axis shows where a rate is zero, too
      if (Double.isFinite(x[i]) && !(logX && x[i] <= 0) && !Double.isNaN(y[i])) {
        xRange.include(x[i], 0);
      }
    }
    setAxes();
    int index = colors++;
    if (rows.length == 0) {
      notes.add(name + ": " + NOTHING);
      return Optional.empty();
    }
    double[] errors =
        error == null
            ? null
            : IntStream.of(rows)
                .mapToDouble(i -> Series.drawnError(y[i], error[i], logY))
                .toArray();
    XYSeries series = addSeries(name, Series.take(x, rows), Series.take(y, rows), errors);
    boolean marked = style == SeriesStyle.POINTS || style == SeriesStyle.LINE && rows.length == 1;
    style.apply(series, index, marked);
    include(series, marked);
    return Optional.of(series);
  }

  /** Makes the axes wide enough; a line that falls off a cliff is not followed to the bottom. */
  private void include(XYSeries series, boolean marked) {
    double[] y = series.getYData();
    double[] error = series.getExtraValues();
    if (marked) {
      xRange.makeRoomForMarkers();
      yRange.makeRoomForMarkers();
    }
    for (int i = 0; i < y.length; i++) {
      if (marked || !isBelowCliff(y, i)) {
        yRange.include(y[i], error == null ? 0 : error[i]);
      }
    }
    setAxes();
  }

  private void setAxes() {
    Scale xScale = xRange.scale();
    Scale yScale = yRange.scale();
    getStyler().setXAxisMin(xScale.low()).setXAxisMax(xScale.high());
    getStyler().setYAxisMin(yScale.low()).setYAxisMax(yScale.high());
  }

  private boolean isBelowCliff(double[] y, int i) {
    return logY && i > 0 && y[i] < y[i - 1] * CLIFF;
  }

  private void nameAtEnd(XYSeries series) {
    double[] y = series.getYData();
    int last = y.length - 1;
    int end = isBelowCliff(y, last) ? last - 1 : last;
    Color color = ChartTheme.textColor(series.getMarkerColor());
    labels.add(
        new ChartLabel(
            series.getName(), series.getXData()[end], y[end], color, ChartLabel.Place.END));
    setHeight(ChartTheme.height(labels.stream().filter(ChartLabel::namesSeries).count()));
  }

  private boolean isDrawn(double x, double y) {
    return Double.isFinite(x) && Double.isFinite(y) && !(logX && x <= 0) && !(logY && y <= 0);
  }

  private void note(String name, long dropped) {
    if (dropped > 0) {
      notes.add(
          name
              + ": "
              + dropped
              + (dropped == 1 ? " point" : " points")
              + " not drawn ("
              + (logX || logY ? "≤ 0 or infinite" : "infinite")
              + ")");
    }
  }

  /** What a series shows, where its corners say too little. */
  Optional<String> words(String series) {
    return Optional.ofNullable(words.get(series));
  }

  /** What the picture leaves out, one sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** A key of one kind of bar says no more than the axis does. */
  private List<ChartFrame.Key> shownKeys() {
    return groups.isEmpty() || keys.size() > 1 ? keys : List.of();
  }

  /**
   * Draws the chart: the frame first, then what XChart draws, then the labels.
   *
   * @param g where to draw
   * @param width of the picture
   * @param height of the picture
   */
  @Override
  public void paint(Graphics2D g, int width, int height) {
    Scale xScale = new Scale(getStyler().getXAxisMin(), getStyler().getXAxisMax(), logX, groups);
    Scale yScale = new Scale(getStyler().getYAxisMin(), getStyler().getYAxisMax(), logY, rows);
    Font font = getStyler().getAxisTickLabelsFont();
    var frame = new ChartFrame(g, font, width, height, xScale, yScale, shownKeys());
    var layout = new LabelLayout(g, labels);
    String yTitle = Objects.requireNonNullElse(getYAxisTitle(), "");
    int left = frame.left(yTitle);
    int right = Math.max(frame.right(), layout.margin(width - left, xScale));
    int innerWidth = width - left - right;
    int innerHeight = height - frame.top() - frame.bottom();

    var trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    super.paint(trial, innerWidth, innerHeight); // only then does XChart know where the plot is
    trial.dispose();
    double x = getScreenXFromChart(xScale.low());
    double y = getScreenYFromChart(yScale.high());
    var plot =
        new Rectangle2D.Double(
            left + x,
            frame.top() + y,
            getScreenXFromChart(xScale.high()) - x,
            getScreenYFromChart(yScale.low()) - y);

    var picture = new Rectangle2D.Double(0, 0, width, height);
    g.setColor(Color.WHITE);
    g.fill(picture);
    Color grid = getStyler().getPlotGridLinesColor();
    frame.draw(plot, Objects.requireNonNullElse(getXAxisTitle(), ""), yTitle, grid);
    if (getSeriesCollection().isEmpty()) {
      frame.writeInMiddle(plot, NOTHING);
    }
    g.translate(left, frame.top());
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    super.paint(g, innerWidth, innerHeight);
    g.translate(-left, -frame.top());
    DashedLines.draw(g, getSeriesCollection(), plot, xScale, yScale);
    setWidth(width);
    setHeight(height);
    layout.draw(plot, picture, xScale, yScale);
  }
}
