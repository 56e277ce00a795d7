package qnet.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qnet.state.CorrelationMatrix;
import qnet.state.State;

/**
 * The correlations of pairs of qubits, nine coloured squares for each pair: Alice's direction down,
 * Bob's across.
 *
 * <p>Blue is agreement (+1 for always), orange is disagreement (−1), white is none.
 *
 * <pre>{@code
 * Charts.correlations("entangled", Bell.psiMinus()).and("gloves", gloves)
 * }</pre>
 */
public final class CorrelationPicture extends Picture {
  private static final List<String> AXES = List.of("X", "Y", "Z");
  private static final int IN_A_ROW = 3;
  private static final int CELL = 58;
  private static final int LEFT = 62;
  private static final int TOP = 66;
  private static final int GAP = 46;
  private static final int RIGHT = 14;
  private static final int BOTTOM = 14;
  private static final int PANEL_WIDTH = 3 * CELL + GAP;
  private static final int PANEL_HEIGHT = TOP + 3 * CELL + BOTTOM;
  private static final double DARK = 0.55;

  private final List<Panel> panels;

  private record Panel(String name, double[][] correlations) {}

  private CorrelationPicture(List<Panel> panels) {
    super(
        LEFT + Math.min(panels.size(), IN_A_ROW) * PANEL_WIDTH - GAP + RIGHT,
        (panels.size() + IN_A_ROW - 1) / IN_A_ROW * PANEL_HEIGHT);
    this.panels = panels;
  }

  static CorrelationPicture of(String name, State pair) {
    return new CorrelationPicture(List.of(panel(name, pair)));
  }

  /**
   * Adds a pair.
   *
   * @param name what stands above its squares
   * @param pair a state of two qubits
   * @return the picture with it
   * @throws IllegalArgumentException if there are not two qubits
   */
  public CorrelationPicture and(String name, State pair) {
    var all = new ArrayList<>(panels);
    all.add(panel(name, pair));
    return new CorrelationPicture(List.copyOf(all));
  }

  private static Panel panel(String name, State pair) {
    CorrelationMatrix t = CorrelationMatrix.of(pair);
    return new Panel(
        name,
        new double[][] {
          {t.xx(), t.xy(), t.xz()}, {t.yx(), t.yy(), t.yz()}, {t.zx(), t.zy(), t.zz()}
        });
  }

  @Override
  public String getTitle() {
    return "Correlations";
  }

  @Override
  List<String> words() {
    return panels.stream()
        .map(panel -> (panel.name.isEmpty() ? "pair" : panel.name) + ": " + words(panel))
        .toList();
  }

  private static String words(Panel panel) {
    String strong =
        IntStream.range(0, 9)
            .filter(i -> !text(panel.correlations[i / 3][i % 3]).equals("0"))
            .mapToObj(
                i ->
                    AXES.get(i / 3)
                        + AXES.get(i % 3)
                        + " "
                        + text(panel.correlations[i / 3][i % 3]))
            .collect(Collectors.joining(", "));
    return strong.isEmpty() ? "none" : strong;
  }

  /** Two decimals, so that a rounding error is a zero. */
  private static String text(double correlation) {
    double rounded = Math.round(correlation * 100) / 100.0;
    return Numbers.format(rounded).replace('-', '−');
  }

  @Override
  void draw(Graphics2D g) {
    for (int i = 0; i < panels.size(); i++) {
      double x = LEFT + i % IN_A_ROW * PANEL_WIDTH;
      double y = TOP + (double) (i / IN_A_ROW) * PANEL_HEIGHT;
      draw(g, panels.get(i), x, y);
      if (i % IN_A_ROW == 0) {
        var upright = g.getTransform();
        g.rotate(-Math.PI / 2, x - 42, y + 1.5 * CELL);
        write(g, "Alice measures", x - 42, y + 1.5 * CELL, ChartTheme.INK);
        g.setTransform(upright);
      }
    }
  }

  private static void draw(Graphics2D g, Panel panel, double left, double top) {
    double middle = left + 1.5 * CELL;
    g.setFont(ChartTheme.FONT.deriveFont(Font.BOLD));
    write(g, panel.name, middle, top - 52, ChartTheme.INK);
    g.setFont(ChartTheme.FONT);
    write(g, "Bob measures", middle, top - 32, ChartTheme.INK);
    for (int i = 0; i < 3; i++) {
      write(g, AXES.get(i), left + (i + 0.5) * CELL, top - 12, ChartTheme.INK);
      write(g, AXES.get(i), left - 16, top + (i + 0.5) * CELL, ChartTheme.INK);
      for (int j = 0; j < 3; j++) {
        drawCell(g, panel.correlations[i][j], left + j * CELL, top + i * CELL);
      }
    }
  }

  private static void drawCell(Graphics2D g, double correlation, double x, double y) {
    double strength = Math.min(1, Math.abs(correlation));
    var square = new Rectangle2D.Double(x, y, CELL, CELL);
    g.setColor(mixed(ChartTheme.color(correlation < 0 ? 1 : 0), strength));
    g.fill(square);
    g.setColor(ChartTheme.AXIS);
    g.setStroke(new BasicStroke(1));
    g.draw(square);
    Color ink = strength > DARK ? Color.WHITE : ChartTheme.INK;
    write(g, text(correlation), x + CELL / 2.0, y + CELL / 2.0, ink);
  }

  /** A colour on white. */
  private static Color mixed(Color color, double strength) {
    return new Color(
        mixed(color.getRed(), strength),
        mixed(color.getGreen(), strength),
        mixed(color.getBlue(), strength));
  }

  private static int mixed(int component, double strength) {
    return (int) Math.round(255 + strength * (component - 255));
  }
}
