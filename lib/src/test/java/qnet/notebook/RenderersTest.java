package qnet.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import qnet.lab.Charts;
import qnet.run.Estimate;
import qnet.state.Bell;
import qnet.state.ComplexMatrix;
import qnet.state.CorrelationMatrix;
import qnet.state.DensityMatrix;
import qnet.state.Direction;
import qnet.state.Gate;
import qnet.state.Povm;
import qnet.state.StateVector;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTest {
  /** A record with derived values; the methods that must not be called count their calls. */
  public record Line(double lengthKm, double lossDbPerKm) {
    private static int unwanted;

    /** Derived. */
    public double lossDb() {
      return lengthKm * lossDbPerKm;
    }

    /** Derived, and fails for a short line. */
    public String grade() {
      if (lengthKm < 1) {
        throw new IllegalStateException("no grade");
      }
      return "long";
    }

    /** Not a value to show: a copy. */
    public Line withLengthKm(double newLengthKm) {
      return new Line(newLengthKm, lossDbPerKm);
    }

    /** Not a value to show: another record. */
    public Line half() {
      unwanted++;
      return withLengthKm(lengthKm / 2);
    }

    /** Not a value to show: of the class. */
    public static double standard() {
      unwanted++;
      return 0.2;
    }

    /** Not a value to show: not public. */
    double secret() {
      unwanted++;
      return 0;
    }

    /** Not a value to show: returns nothing. */
    public void act() {
      unwanted++;
    }
  }

  private record Detector(double efficiency, double darkCountRateHz) {}

  private enum Limit {
    DARK_COUNTS
  }

  private record Protocol(
      Detector detector,
      boolean decoy,
      Limit limit,
      long pulses,
      double qber,
      Optional<String> note,
      DoubleUnaryOperator gain,
      int[] bits,
      List<Integer> sizes) {}

  private record Outer(Protocol protocol, Object nothing) {}

  private record Count(String aliceBasis, long errors) {}

  private record Run(long pulses, List<Count> counts) {}

  private record Named(String name) {}

  private record Reply(int number, String message) {
    @Override
    public String toString() {
      return message;
    }
  }

  private record Holder(Reply reply) {}

  private static final String TAG = "<img src=x onerror=alert(1)>";

  private static String text(Object value) {
    return Renderers.show(value).text();
  }

  private static String html(Object value) {
    return Renderers.show(value).data().get("text/html");
  }

  @Test
  void recordsInsideARecordAreATableBelow() {
    var run = new Run(12, List.of(new Count("Z", 3), new Count(TAG, 40)));
    assertEquals(
        """
        Run
        pulses   12

        Alice basis                    errors
        Z                                   3
        <img src=x onerror=alert(1)>       40""",
        text(run));
    assertEquals(2, html(run).split("<table>", -1).length - 1);
    assertFalse(html(run).contains(TAG));
  }

  @Test
  void recordShowsComponentsThenDerivedValues() {
    Line.unwanted = 0;
    assertEquals(
        """
        Line
        length, km      80
        loss, dB/km    0.2
        = grade       long
        = loss, dB      16""",
        text(new Line(80, 0.2)));
    assertEquals(0, Line.unwanted);
    assertTrue(
        html(new Line(80, 0.2))
            .contains(
                "<td align=\"left\" style=\"text-align:left\">= loss, dB</td>"
                    + "<td align=\"right\" style=\"text-align:right\">16</td>"));
  }

  @Test
  void failingMethodDoesNotHideTheOthers() {
    assertEquals(
        """
        Line
        length, km    0.5
        loss, dB/km   0.2
        = grade       –
        = loss, dB    0.1""",
        text(new Line(0.5, 0.2)));
  }

  @Test
  void nestedValuesFitInALine() {
    var protocol =
        new Protocol(
            new Detector(0.2, 100),
            true,
            Limit.DARK_COUNTS,
            10_000_000,
            Double.NaN,
            Optional.empty(),
            x -> x,
            new int[] {1, 0, 1},
            List.of(1, 2, 3, 4, 5));
    assertEquals(
        """
        Protocol
        detector   Detector (efficiency 0.2; dark count rate 100 Hz)
        decoy      yes
        limit      dark counts
        pulses                                            10_000_000
        QBER                                                       –
        note       –
        gain       function
        bits       [1, 0, 1]
        sizes      5 items""",
        text(protocol));
    assertTrue(text(new Outer(protocol, null)).contains("Protocol (Detector; decoy yes; "));
    assertTrue(text(new Outer(protocol, null)).endsWith("nothing    –"));
  }

  @Test
  void recordWithItsOwnWordsKeepsThem() {
    var reply = new Reply(1, "right!");
    assertEquals(Shown.text("right!"), Renderers.show(reply));
    assertEquals("Holder\nreply    right!", text(new Holder(reply)));
  }

  @Test
  void textOfARecordIsEscaped() {
    for (Object value : List.of(new Named(TAG), List.of(new Named(TAG)), table(TAG))) {
      assertFalse(html(value).contains("<img"), html(value));
      assertTrue(html(value).contains("&lt;img src=x onerror=alert(1)&gt;"), html(value));
    }
  }

  @Test
  void headersAreEscaped() {
    assertTrue(html(table("x")).contains("a &amp; &lt;b&gt;, &quot;km&#39;"));
  }

  private static Table table(String cell) {
    return Table.create("t", StringColumn.create("a & <b>, \"km'", cell));
  }

  @Test
  void longTextIsCut() {
    String shown = text(new Named("word ".repeat(100)));
    assertTrue(shown.endsWith("word…") || shown.endsWith(" …"), shown);
    assertEquals("Named   ".length() + 160, shown.lines().toList().get(1).length());
  }

  @Test
  void listOfOneKindIsATable() {
    assertEquals(
        """
        length, km   loss, dB/km
                80           0.2
             0.333        0.1667""",
        text(List.of(new Line(80, 0.2), new Line(0.333, 1 / 6.0))));
  }

  @Test
  void listOfSeveralKindsIsALineEach() {
    assertEquals(
        """
        1   Line (length 1 km; loss 2 dB/km)
        2   Detector (efficiency 0.5; dark count rate 1 Hz)""",
        text(List.of(new Line(1, 2), new Detector(0.5, 1))).strip());
    assertTrue(text(Arrays.asList(new Line(1, 2), null)).endsWith("2   –"));
  }

  @Test
  void longListIsCut() {
    var lines = Collections.nCopies(21, new Line(1, 2));
    assertTrue(text(lines).endsWith("\n… 21 rows"));
    assertEquals(22, text(lines).lines().count());
    assertFalse(text(lines.subList(0, 20)).contains("…"));
    assertTrue(html(lines).endsWith("<p>… 21 rows</p>"));
  }

  @Test
  void otherListsStayText() {
    assertEquals(Shown.text("[1, 2]"), Renderers.show(List.of(1, 2)));
    assertEquals(Shown.text("[]"), Renderers.show(new ArrayList<>()));
    assertEquals(Shown.text("[a, b]"), Renderers.show(new String[] {"a", "b"}));
    assertEquals(Shown.text("null"), Renderers.show(null));
  }

  @Test
  void numbersHaveFourDigitsAlsoInLists() {
    assertEquals(Shown.text("0.3333"), Renderers.show(1 / 3.0));
    assertEquals(Shown.text("[0.3333, 2]"), Renderers.show(List.of(1 / 3.0, 2)));
    assertTrue(text(Collections.nCopies(1000, 0.5)).endsWith(", 0.5, …] (1000 values)"));
  }

  @Test
  void tableShowsFourDigitsAndDashes() {
    Table table =
        Table.create(
            "rates",
            DoubleColumn.create("distance, km", 5, 100),
            DoubleColumn.create("BB84", 0.123456, Double.NaN),
            IntColumn.create("n", 1, 2),
            StringColumn.create("what", "a", ""));
    assertEquals(
        """
        distance, km     BB84   n   what
                   5   0.1235   1   a
                 100        –   2   –""",
        text(table));
  }

  @Test
  void longTableIsCut() {
    Table table =
        Table.create("t", IntColumn.create("n", IntStream.rangeClosed(1, 5_000).toArray()));
    assertTrue(text(table).endsWith("\n20\n… 5000 rows"), text(table));
  }

  @Test
  void statesAreKetsOrATableBetweenKetsAndBras() {
    assertEquals("0.7071|01⟩ - 0.7071|10⟩", text(Bell.psiMinus()));
    assertEquals(
        """
               ⟨00|   ⟨01|   ⟨10|   ⟨11|
        |00⟩      0      0      0      0
        |01⟩      0    0.5   -0.5      0
        |10⟩      0   -0.5    0.5      0
        |11⟩      0      0      0      0""",
        text(Bell.psiMinus().densityMatrix()));
    assertEquals(
        """
               ⟨0|     ⟨1|
        |0⟩    0.5   -0.5i
        |1⟩   0.5i     0.5""",
        text(StateVector.qubit(Direction.ofY()).densityMatrix()));
    assertTrue(text(Bell.phiPlus().tensor(Bell.phiPlus())).contains(" + 0.5|1100⟩"));
    assertTrue(html(DensityMatrix.maximallyMixed(1)).contains("<td align=\"right\""));
    assertEquals(
        "density matrix of 4 qubits, purity 0.0625, 16×16", text(DensityMatrix.maximallyMixed(4)));
    assertEquals(
        "<p>density matrix of 4 qubits, purity 0.0625, 16×16</p>",
        html(DensityMatrix.maximallyMixed(4)));
    assertEquals(
        "1   0.7071|00⟩ + 0.7071|11⟩\n2   |0⟩",
        text(List.of(Bell.phiPlus(), StateVector.zero(1))).strip());
  }

  @Test
  void gatesAndCorrelationsAreTables() {
    assertEquals(
        """
        X     ⟨0|   ⟨1|
        |0⟩     0     1
        |1⟩     1     0""",
        text(Gate.x()));
    assertEquals(
        """
                  Bob X   Bob Y   Bob Z
        Alice X       1       0       0
        Alice Y       0      -1       0
        Alice Z       0       0       1""",
        text(CorrelationMatrix.of(Bell.phiPlus())));
    assertTrue(text(ComplexMatrix.identity(3)).endsWith("|2⟩     0     0     1"));
  }

  @Test
  void matricesInsideARecordAreTablesBelow() {
    var measured = StateVector.zero(1).densityMatrix().measure(0, new SplittableRandom(1));
    assertEquals(
        """
        Measurement
        outcome       0
        probability   1

        state   ⟨0|   ⟨1|
        |0⟩       1     0
        |1⟩       0     0""",
        text(measured));
    assertTrue(text(Povm.along(Direction.ofZ())).contains("elements 1   ⟨0|   ⟨1|\n|0⟩"));
    assertEquals(3, html(Povm.along(Direction.ofZ())).split("<table>", -1).length - 1);
    String large = text(new LargeState(1, DensityMatrix.maximallyMixed(4)));
    assertTrue(large.endsWith("\nstate: density matrix of 4 qubits, purity 0.0625, 16×16"), large);
  }

  @Test
  void picturesOfStatesAreShownLikeCharts() {
    Shown shown = Renderers.show(Charts.bloch("ψ", StateVector.zero(1)));
    assertEquals("Bloch sphere\nψ: x 0, y 0, z 1", shown.text());
    assertEquals(480, shown.metadata().get("image/png").get("width"));
  }

  private record LargeState(int n, DensityMatrix state) {}

  @Test
  void emptyTableHasItsHeader() {
    assertEquals("n", text(Table.create("t", IntColumn.create("n"))));
  }

  @Test
  void arraysAreOneLine() {
    assertEquals("[0.3333, 2, –]", text(new double[] {1 / 3.0, 2, Double.NaN}));
    assertEquals("[]", text(new int[0]));
    assertEquals("[1, 0]", text(new boolean[] {true, false}));
    assertEquals(
        "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …] (1000 values)",
        text(IntStream.range(0, 1000).asLongStream().toArray()));
  }

  @Test
  void matrixIsATableUnlessItIsRagged() {
    assertEquals("1     2\n1   0.5\n0     1", text(new double[][] {{1, 0.5}, {0, 1}}));
    assertEquals("[1, 2]\n[3]", text(new double[][] {{1, 2}, {3}}));
    assertEquals("", text(new double[0][]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.2503  | 0.0014  | 0.2503 ± 0.0014 (95 %: 0.2476 – 0.2530), 100 trials
          2.5e-7  | 1.4e-8  | 2.50e-7 ± 0.14e-7 (95 %: 2.23e-7 – 2.77e-7), 100 trials
          123.456 | 12.3456 | 123 ± 12 (95 %: 99 – 148), 100 trials
          1.5e9   | 3e6     | 1.5000e9 ± 0.0030e9 (95 %: 1.4941e9 – 1.5059e9), 100 trials
          0       | 0.1     | 0.00 ± 0.10 (95 %: -0.20 – 0.20), 100 trials
          3       | 0       | 3 ± 0, 100 trials
          NaN     | 1       | – ± 1, 100 trials
          Infinity| 1       | ∞ ± 1, 100 trials
          """)
  void estimateHasTheDigitsOfItsError(double mean, double error, String expected) {
    var estimate = new Estimate(mean, error, mean - 1.96 * error, mean + 1.96 * error, 100);
    assertEquals(expected, text(estimate));
  }

  @Test
  void chartIsASharpPictureWithWords() throws IOException {
    XYChart chart =
        new XYChartBuilder().width(300).height(200).title("Key rate").xAxisTitle("x").build();
    chart.addSeries("BB84", new double[] {1, 2}, new double[] {3, 4});
    Shown shown = Renderers.show(chart);
    byte[] png = Base64.getDecoder().decode(shown.data().get("image/png"));
    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(600, image.getWidth());
    assertEquals(400, image.getHeight());
    assertEquals(300, shown.metadata().get("image/png").get("width"));
    assertEquals(200, shown.metadata().get("image/png").get("height"));
    assertEquals(shown.text(), shown.metadata().get("image/png").get("alt"));
    assertTrue(shown.text().contains("Key rate"), shown.text());
    assertFalse(shown.text().contains("@"), "an address changes from run to run");
    assertArrayEquals(
        png, Base64.getDecoder().decode(Renderers.show(chart).data().get("image/png")));
  }

  @Test
  void nothingNeedsAStyleSheetOrAScript() {
    for (Object value : List.of(new Line(1, 2), List.of(new Line(1, 2)), table("x"))) {
      String html = html(value);
      assertFalse(html.contains("<style") || html.contains("<script"), html);
      assertFalse(html.contains("color") || html.contains("background"), html);
    }
  }
}
