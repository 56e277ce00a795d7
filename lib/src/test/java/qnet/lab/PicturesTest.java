package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;
import qnet.repeater.Event;
import qnet.state.Bell;
import qnet.state.BellDiagonal;
import qnet.state.DensityMatrix;
import qnet.state.Direction;
import qnet.state.StateVector;

class PicturesTest {
  private static BufferedImage paint(IChart picture, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    picture.paint(g, width, height);
    g.dispose();
    return image;
  }

  private static BufferedImage paint(IChart picture) {
    return paint(picture, picture.getWidth(), picture.getHeight());
  }

  /** The middle of all pixels of a colour. */
  private static double[] centreOf(Color color, BufferedImage image) {
    double x = 0;
    double y = 0;
    int n = 0;
    for (int i = 0; i < image.getWidth(); i++) {
      for (int j = 0; j < image.getHeight(); j++) {
        if (image.getRGB(i, j) == color.getRGB()) {
          x += i;
          y += j;
          n++;
        }
      }
    }
    assertTrue(n > 0, color + " is not in the picture");
    return new double[] {x / n, y / n};
  }

  private static double[] arrow(Direction direction) {
    return centreOf(ChartTheme.color(0), paint(Charts.bloch(StateVector.qubit(direction))));
  }

  @Test
  void arrowsPointWhereTheQubitDoes() {
    assertTrue(arrow(Direction.ofZ())[1] < 130, "|0⟩ is at the top");
    assertTrue(arrow(Direction.ofZ().opposite())[1] > 270, "|1⟩ is at the bottom");
    assertTrue(arrow(Direction.ofY())[0] > 300, "|+i⟩ is on the right");
    assertTrue(arrow(Direction.ofX())[0] < 230 && arrow(Direction.ofX())[1] > 205, "|+⟩ is near");
  }

  @Test
  void aQubitThatNothingIsKnownAboutIsADotAtTheCentre() {
    var image = paint(Charts.bloch(DensityMatrix.maximallyMixed(1)));
    assertArrayEquals(new double[] {239.5, 199.5}, centreOf(ChartTheme.color(0), image), 1);
  }

  @Test
  void anArrowBelowAnotherOneIsStillSeen() {
    StateVector psi = StateVector.qubit(Direction.ofAngles(1, 1));
    var image = paint(Charts.bloch("sent", psi).and("received", psi));
    centreOf(ChartTheme.color(0), image);
    centreOf(ChartTheme.color(1), image);
  }

  @Test
  void picturesScaleAndStayAsTheyWere() {
    var one = Charts.bloch("a", StateVector.zero(1));
    one.and("b", StateVector.qubit(Direction.ofX()));
    assertEquals("Bloch sphere\na: x 0, y 0, z 1", Charts.describe(one));
    double[] twice = centreOf(ChartTheme.color(0), paint(one, 960, 800));
    assertEquals(480, twice[0], 2);
    assertEquals(2 * arrow(Direction.ofZ())[1], twice[1], 8);
  }

  @Test
  void arrowsAreNamedInWords() {
    assertEquals(
        "Bloch sphere\nsent: x 0.866, y 0, z 0.5\nqubit: x 0, y 0, z 0",
        Charts.describe(
            Charts.bloch("sent", StateVector.qubit(Direction.inPlane(Math.PI / 3)))
                .and("", DensityMatrix.maximallyMixed(1))));
  }

  @Test
  void correlationsAreColouredByTheirSign() {
    var picture = Charts.correlations("singlet", Bell.psiMinus()).and("Φ+", Bell.phiPlus());
    assertEquals(
        "Correlations\nsinglet: XX −1, YY −1, ZZ −1\nΦ+: XX 1, YY −1, ZZ 1",
        Charts.describe(picture));
    var image = paint(picture);
    double[] disagreement = centreOf(ChartTheme.color(1), image);
    double[] agreement = centreOf(ChartTheme.color(0), image);
    assertTrue(disagreement[0] < picture.getWidth() / 2.0 && agreement[0] > disagreement[0]);
    var gloves = Charts.correlations(BellDiagonal.of(0, 0, 0.5, 0.5));
    assertEquals("Correlations\npair: ZZ −1", Charts.describe(gloves));
    double[] corner = centreOf(ChartTheme.color(1), paint(gloves));
    assertTrue(corner[0] > gloves.getWidth() * 0.6 && corner[1] > gloves.getHeight() * 0.6);
    assertEquals(
        "Correlations\npair: none",
        Charts.describe(Charts.correlations(DensityMatrix.maximallyMixed(2))));
  }

  @Test
  void aFourthPairStartsANewRow() {
    var three = Charts.correlations(Bell.phiPlus()).and("", Bell.phiPlus()).and("", Bell.phiPlus());
    var four = three.and("", Bell.phiPlus());
    assertEquals(three.getWidth(), four.getWidth());
    assertEquals(2 * three.getHeight(), four.getHeight());
    assertNotEquals(Charts.correlations(Bell.phiPlus()).getWidth(), three.getWidth());
  }

  @Test
  void theNumberOfQubitsMustFit() {
    assertThrows(IllegalArgumentException.class, () -> Charts.bloch(Bell.phiPlus()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Charts.bloch(StateVector.zero(1)).and("", Bell.phiPlus()));
    assertThrows(IllegalArgumentException.class, () -> Charts.correlations(StateVector.zero(1)));
  }

  @Test
  void aTimelineShowsWhenAndWhere() {
    var events =
        List.of(
            new Event.Linked(2, 0, 1),
            new Event.Linked(5, 1, 2),
            new Event.SwapFailed(5, 0, 2, 1),
            new Event.Linked(7, 0, 1),
            new Event.Linked(8, 1, 2),
            new Event.Swapped(8, 0, 2, 1),
            new Event.Delivered(8, 0, 2));
    var timeline = Charts.timeline(events);
    var image = paint(timeline);
    // the lost pair lies left of the delivered one and at the middle station
    double[] lost = centreOf(ChartTheme.color(1), image.getSubimage(78, 0, 600, 120));
    double[] pair = centreOf(ChartTheme.color(2), image.getSubimage(78, 0, 642, 120));
    assertTrue(lost[0] < pair[0] - 100);
    assertEquals(70, lost[1], 3);
    assertTrue(
        Charts.describe(timeline).contains("Repeater chain\n2 ms: Linked 0–1"),
        Charts.describe(timeline));
    var purified =
        List.of(
            new Event.Linked(1, 0, 1),
            new Event.Linked(2, 0, 1),
            new Event.PurificationFailed(3, 0, 1),
            new Event.Linked(4, 0, 1),
            new Event.Expired(5, 0, 1),
            new Event.Linked(6, 0, 1),
            new Event.Linked(7, 0, 1),
            new Event.Purified(8, 0, 1),
            new Event.Delivered(9, 0, 1));
    centreOf(ChartTheme.color(3), paint(Charts.timeline(purified)).getSubimage(78, 0, 642, 80));
    assertEquals(
        "number of events must be ≥ 1, was 0",
        assertThrows(IllegalArgumentException.class, () -> Charts.timeline(List.of()))
            .getMessage());
  }
}
