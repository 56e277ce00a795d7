package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;
import qnet.state.Bell;
import qnet.state.BellDiagonal;
import qnet.state.DensityMatrix;
import qnet.state.Direction;
import qnet.state.Noise;
import qnet.state.StateVector;
import qnet.state.Werner;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Draws every kind of chart to target/charts, to be looked at. */
class ChartGalleryTest {
  private static final File DIRECTORY = new File("target/charts");

  private static double key(double km, double dark) {
    double eta = Math.pow(10, -0.02 * km);
    return Math.max(0, 0.1 * eta - dark);
  }

  private static Table rates() {
    return Sweep.over("distance, km", 5, 450, 5)
        .column("BB84, decoy", km -> key(km, 1e-6))
        .column("MDI", km -> 0.1 * key(km, 1e-8))
        .column("twin-field", km -> 1e-2 * Math.pow(10, -0.01 * km))
        .column("PLOB bound", km -> -Math.log1p(-Math.pow(10, -0.02 * km)) / Math.log(2))
        .table();
  }

  /** Made up, with made-up names. */
  private static Table experiments() {
    return Table.create(
        DoubleColumn.create("distance, km", 202, 303, 354, 404, 421, 502, 390, 388),
        DoubleColumn.create("rate", 1e-4, 4e-6, 1e-6, 1e-8, 2e-10, 3e-8, 1.2e-8, 1.4e-8),
        StringColumn.create("author", "Ant", "Ant", "Ant", "Ant", "Beetle", "Wasp", "Moth", "Bee"),
        IntColumn.create("year", 2025, 2025, 2025, 2025, 2018, 2020, 2021, 2021));
  }

  @Test
  void logarithmicLines() throws IOException {
    save("log-line", Charts.logLine(rates(), "key rate, bit/use"));
  }

  @Test
  void publishedPoints() throws IOException {
    save(
        "points",
        Charts.logLine(rates(), "key rate, bit/use")
            .points("published", experiments(), "distance, km", "rate", "author", "year"));
  }

  @Test
  void manyLinesAreDashedAndDottedAndHaveRoomForTheirNames() throws IOException {
    var sweep = Sweep.over("distance, km", 0, 400, 2);
    for (int i = 0; i < 11; i++) {
      double height = i;
      sweep = sweep.column("line " + i, km -> height);
    }
    Chart chart = Charts.line(sweep.table(), "rate");
    assertTrue(chart.getHeight() > Charts.logLine(rates()).getHeight());
    save("many-lines", chart);
    assertTrue(beginnings(chart, new Color(0xD55E00)) > 20, "line 7 must be dashed");
    assertTrue(beginnings(chart, new Color(0xE69F00)) < 10, "line 5 must not be dashed");
  }

  /** How often, from left to right, a colour begins after three pixels without it. */
  private static int beginnings(Chart chart, Color color) {
    var image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    chart.paint(image.createGraphics(), image.getWidth(), image.getHeight());
    int beginnings = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      int without = 0;
      for (int x = 0; x < image.getWidth(); x++) {
        boolean here = image.getRGB(x, y) == color.getRGB();
        beginnings += here && without >= 3 ? 1 : 0;
        without = here ? 0 : without + 1;
      }
    }
    return beginnings;
  }

  @Test
  void linesWithTitle() throws IOException {
    var table =
        Sweep.over("angle, °", 0, 180, 2)
            .column("entangled", a -> Math.cos(Math.toRadians(2 * a)))
            .column("best classical", a -> 1 - a / 45 < -1 ? a / 45 - 3 : 1 - a / 45)
            .table();
    save("line", Charts.line(table, "correlation").titled("Correlation of two polarisers"));
  }

  @Test
  void trialsOverTheory() throws IOException {
    var table =
        Sweep.over("distance, km", 0, 100, 10)
            .column("theory", km -> Math.pow(10, -0.02 * km))
            .trials(
                "simulated",
                1,
                (km, rng) -> Trials.count(400, rng, r -> r.nextDouble() < Math.pow(10, -0.02 * km)))
            .table();
    save("trials", Charts.line(table, "transmittance"));
    save("trials-log", Charts.logLine(table, "transmittance"));
  }

  @Test
  void confidenceBand() throws IOException {
    var table =
        Sweep.over("distance, km", 0, 100, 2)
            .column("mean", km -> Math.exp(-km / 40))
            .column("low", km -> 0.8 * Math.exp(-km / 40) - 0.01)
            .column("high", km -> 1.2 * Math.exp(-km / 40) + 0.01)
            .table();
    var mean = table.selectColumns("distance, km", "mean");
    save("band", Charts.line(mean).band("95 %", table, "distance, km", "low", "high"));
  }

  @Test
  void bars() throws IOException {
    var table =
        Compare.of("today", 1.0)
            .and("better alignment", 1.8)
            .and("SNSPD", 3.4)
            .and("both", 6.123)
            .column("kbit/s at 50 km", x -> x)
            .table();
    save("bars", Charts.bars(table));
    var two = table.copy();
    two.addColumns(DoubleColumn.create("kbit/s at 80 km", 0.3, 0.5, 1.9, 3.0));
    save("bars-groups", Charts.bars(two));
    save(
        "bars-long-names",
        Charts.bars(
            Table.create(
                StringColumn.create(
                    "case",
                    "a name of some length",
                    "another one like that",
                    "and one more of these",
                    "the last but one here",
                    "the longest one of them all"),
                DoubleColumn.create("loss, dB", 56, 60, 65, 61, 22),
                DoubleColumn.create("loss, dB ±", 3, 4, 2, 3, 5))));
  }

  @Test
  void tornado() throws IOException {
    var table =
        Table.create(
            StringColumn.create("assumption", "a wide one", "one that hinders", "nothing"),
            DoubleColumn.create("low", 0.1, 0.2, 0.4),
            DoubleColumn.create("base", 0.4, 0.4, 0.4),
            DoubleColumn.create("high", 0.8, 0.4, 0.4));
    save("tornado", Charts.tornado(table, "probability by 2035"));
  }

  @Test
  void histogram() throws IOException {
    var random = new SplittableRandom(1);
    save(
        "histogram",
        Charts.histogram(
            DoubleStream.generate(() -> random.nextGaussian() * 3 + 20).limit(4000).toArray(),
            "waiting time, ms"));
    save(
        "histogram-whole",
        Charts.histogram(
            DoubleStream.generate(() -> Math.floor(-4 * Math.log(random.nextDouble())))
                .limit(4000)
                .toArray(),
            "attempts"));
  }

  @Test
  void twoLogarithmicAxes() throws IOException {
    save(
        "log-log",
        Charts.logLog(
            Sweep.overLog("memory time, s", 1e-3, 1e3, 61)
                .column("repeater, 4 segments", t -> 1e-3 * t * t / (1 + t * t))
                .column("repeater, 8 segments", t -> 1e-2 * Math.pow(t, 4) / (1 + Math.pow(t, 4)))
                .table(),
            "pairs/s"));
  }

  @Test
  void manyLines() throws IOException {
    var sweep = Sweep.over("distance, km", 0, 100, 1);
    for (int i = 1; i <= 8; i++) {
      double loss = 0.15 + 0.01 * i;
      sweep =
          sweep.column(
              "loss " + Numbers.format(loss) + " dB/km", km -> Math.pow(10, -loss * km / 10));
    }
    save("many-lines", Charts.line(sweep.table(), "transmittance"));
  }

  @Test
  void nothingToDraw() throws IOException {
    save(
        "nothing",
        Charts.logLine(Sweep.over("distance, km", 0, 10, 1).column("rate", km -> 0).table()));
  }

  @Test
  void qubits() throws IOException {
    StateVector psi = StateVector.qubit(Direction.ofAngles(1, 0.8));
    save("bloch", Charts.bloch("ψ", psi));
    save(
        "bloch-arrows",
        Charts.bloch("sent", psi)
            .and("received", psi)
            .and("noisy", psi.densityMatrix().apply(Noise.depolarising(0.4), 0))
            .and("zero", StateVector.zero(1))
            .and("against |+⟩", StateVector.qubit(Direction.ofX().opposite()))
            .and("nothing known", DensityMatrix.maximallyMixed(1)));
  }

  @Test
  void correlations() throws IOException {
    save("correlations", Charts.correlations(Werner.ofFidelity(0.9)));
    save(
        "correlations-panels",
        Charts.correlations("entangled", Bell.psiMinus())
            .and("gloves", BellDiagonal.of(0, 0, 0.5, 0.5))
            .and("random", StateVector.random(2, new SplittableRandom(1)))
            .and("noise", DensityMatrix.maximallyMixed(2)));
  }

  @Test
  void lessThanADecade() throws IOException {
    save(
        "less-than-a-decade",
        Charts.logLine(
            Sweep.over("distance, km", 0, 10, 1).column("rate", km -> 2 + km / 3).table()));
  }

  private static void save(String name, IChart chart) throws IOException {
    var image =
        new BufferedImage(2 * chart.getWidth(), 2 * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(2, 2);
    chart.paint(g, chart.getWidth(), chart.getHeight());
    g.dispose();
    DIRECTORY.mkdirs();
    ImageIO.write(image, "png", new File(DIRECTORY, name + ".png"));
    var colors = new HashSet<Integer>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colors.add(image.getRGB(x, y));
      }
    }
    assertTrue(colors.contains(Color.WHITE.getRGB()), "white background");
    assertTrue(colors.size() > 20, "only " + colors.size() + " colours");
  }
}
