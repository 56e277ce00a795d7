package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.lab.ChartLabel.Place;

class LabelLayoutTest {
  private static final Rectangle2D PICTURE = new Rectangle2D.Double(0, 0, 720, 440);
  private static final Rectangle2D PLOT = new Rectangle2D.Double(60, 10, 500, 380);
  private static final Scale X = new Scale(0, 100, false);
  private static final Scale Y = new Scale(0, 1, false);

  private final Graphics2D g =
      new BufferedImage(720, 440, BufferedImage.TYPE_INT_RGB).createGraphics();

  private List<Rectangle2D> draw(List<ChartLabel> labels) {
    return new LabelLayout(g, labels).draw(PLOT, PICTURE, X, Y);
  }

  private static ChartLabel label(String text, double x, double y, Place side) {
    return new ChartLabel(text, x, y, Color.BLACK, side);
  }

  private static void assertApart(List<Rectangle2D> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        Rectangle2D overlap = boxes.get(i).createIntersection(boxes.get(j));
        assertFalse(overlap.getWidth() > 0 && overlap.getHeight() > 0.5, overlap::toString);
      }
    }
  }

  @Test
  void namesAtTheEdgeStandInOrderAndApart() {
    var names = new ArrayList<ChartLabel>();
    for (int i = 0; i < 8; i++) {
      names.add(label("line " + i, 100, 0.5 - 0.001 * i, Place.END));
    }
    var boxes = draw(names);
    assertEquals(8, boxes.size());
    assertApart(boxes);
    double middle = boxes.stream().mapToDouble(Rectangle2D::getCenterY).average().orElseThrow();
    assertEquals(10 + 380 * 0.5035, middle, 2);
    for (int i = 1; i < 8; i++) {
      assertTrue(boxes.get(i).getY() > boxes.get(i - 1).getY());
    }
    assertTrue(boxes.get(0).getX() > PLOT.getMaxX());
  }

  @Test
  void aLoneNameStandsAtTheHeightOfItsEnd() {
    var box = draw(List.of(label("alone", 100, 0.25, Place.END))).get(0);
    assertEquals(10 + 380 * 0.75, box.getCenterY(), 1e-9);
  }

  @Test
  void labelsOfPointsKeepApartAndOffTheAxes() {
    var random = new SplittableRandom(1);
    var points = new ArrayList<ChartLabel>();
    for (int i = 0; i < 40; i++) {
      points.add(
          label("Someone 2025", 100 * random.nextDouble(), random.nextDouble(), Place.AROUND));
    }
    var boxes = draw(points);
    assertTrue(boxes.size() > 20, "only " + boxes.size());
    assertApart(boxes);
    for (Rectangle2D box : boxes) {
      assertTrue(box.getX() >= PLOT.getX() && box.getMaxY() <= PLOT.getMaxY(), box::toString);
    }
  }

  @Test
  void theMarginHoldsTheLongestName() {
    var layout =
        new LabelLayout(
            g, List.of(label("a", 100, 0, Place.END), label("a long name", 100, 1, Place.END)));
    int width = g.getFontMetrics(ChartTheme.FONT).stringWidth("a long name");
    assertEquals(width + 14, layout.margin(600, X));
    var inside = new LabelLayout(g, List.of(label("short", 20, 0, Place.END)));
    assertEquals(0, inside.margin(600, X));
  }
}
