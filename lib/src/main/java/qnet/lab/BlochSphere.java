package qnet.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import qnet.state.BlochVector;
import qnet.state.State;

/**
 * The Bloch sphere with an arrow for each qubit.
 *
 * <p>A pure state reaches the surface, a mixed one ends inside, and a qubit that nothing is known
 * about is a dot at the centre. |0⟩ is at the top and |1⟩ at the bottom; |+⟩ points to the viewer.
 *
 * <pre>{@code
 * Charts.bloch("sent", psi).and("received", bob)
 * }</pre>
 */
public final class BlochSphere extends Picture {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 400;
  private static final double RADIUS = 150;
  private static final double VIEW_AZIMUTH_RAD = Math.toRadians(25);
  private static final double VIEW_ELEVATION_RAD = Math.toRadians(16);
  private static final float SHAFT = 2.8f;
  private static final double HEAD = 13;
  private static final double AT_CENTRE = 0.03;
  private static final double DOT = 6;
  private static final double SAME = 4;
  private static final double TO_LABEL = 16;
  private static final double CLEAR = 22;
  private static final int TURNS = 12;
  private static final int ATTEMPTS = 8 * TURNS;
  private static final Point2D CENTRE = new Point2D.Double();
  private static final Color BALL = new Color(0xF6, 0xF7, 0xF9);
  private static final Color FAINT = new Color(0xC4, 0xC8, 0xCE);
  private static final BasicStroke THIN = new BasicStroke(1);
  private static final BasicStroke DASHED =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {4, 4}, 0);

  private final List<Arrow> arrows;

  private record Arrow(String name, BlochVector tip) {}

  private BlochSphere(List<Arrow> arrows) {
    super(WIDTH, HEIGHT);
    this.arrows = arrows;
  }

  static BlochSphere of(String name, State qubit) {
    return new BlochSphere(List.of()).and(name, qubit);
  }

  /**
   * Adds a qubit.
   *
   * @param name what stands at its tip
   * @param qubit a state of one qubit
   * @return the sphere with it
   * @throws IllegalArgumentException if there are more qubits: {@code reduced(k)} picks one
   */
  public BlochSphere and(String name, State qubit) {
    var all = new ArrayList<>(arrows);
    all.add(new Arrow(name, BlochVector.of(qubit)));
    return new BlochSphere(List.copyOf(all));
  }

  @Override
  public String getTitle() {
    return "Bloch sphere";
  }

  @Override
  List<String> words() {
    return arrows.stream().map(BlochSphere::words).toList();
  }

  private static String words(Arrow arrow) {
    return (arrow.name.isEmpty() ? "qubit" : arrow.name)
        + ": x "
        + component(arrow.tip.x())
        + ", y "
        + component(arrow.tip.y())
        + ", z "
        + component(arrow.tip.z());
  }

  private static String component(double value) {
    return Numbers.format(Math.round(value * 1000) / 1000.0);
  }

  @Override
  void draw(Graphics2D g) {
    g.translate(WIDTH / 2.0, HEIGHT / 2.0);
    var ball = new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
    g.setColor(BALL);
    g.fill(ball);
    circle(g, false);
    axes(g);
    circle(g, true);
    g.setColor(ChartTheme.AXIS);
    g.setStroke(THIN);
    g.draw(ball);
    List<Rectangle2D> taken = nameAxes(g);
    for (int i = 0; i < arrows.size(); i++) {
      draw(g, i);
    }
    for (int i = 0; i < arrows.size(); i++) {
      taken.add(name(g, i, taken));
    }
  }

  /** Where a point of the unit ball is seen, y downwards. */
  private static Point2D seen(double x, double y, double z) {
    double right = -Math.sin(VIEW_AZIMUTH_RAD) * x + Math.cos(VIEW_AZIMUTH_RAD) * y;
    double near = Math.cos(VIEW_AZIMUTH_RAD) * x + Math.sin(VIEW_AZIMUTH_RAD) * y;
    double up = Math.cos(VIEW_ELEVATION_RAD) * z - Math.sin(VIEW_ELEVATION_RAD) * near;
    return new Point2D.Double(RADIUS * right, -RADIUS * up);
  }

  /** The near or the far half of the equator. */
  private static void circle(Graphics2D g, boolean near) {
    var path = new Path2D.Double();
    double start = VIEW_AZIMUTH_RAD + (near ? -Math.PI / 2 : Math.PI / 2);
    for (int i = 0; i <= 60; i++) {
      double angle = start + Math.PI * i / 60;
      Point2D p = seen(Math.cos(angle), Math.sin(angle), 0);
      if (i == 0) {
        path.moveTo(p.getX(), p.getY());
      } else {
        path.lineTo(p.getX(), p.getY());
      }
    }
    g.setColor(FAINT);
    g.setStroke(near ? THIN : DASHED);
    g.draw(path);
  }

  private static void axes(Graphics2D g) {
    g.setColor(FAINT);
    g.setStroke(THIN);
    g.draw(new Line2D.Double(seen(-1, 0, 0), seen(1, 0, 0)));
    g.draw(new Line2D.Double(seen(0, -1, 0), seen(0, 1, 0)));
    g.draw(new Line2D.Double(seen(0, 0, -1), seen(0, 0, 1)));
  }

  private List<Rectangle2D> nameAxes(Graphics2D g) {
    var taken = new ArrayList<Rectangle2D>();
    taken.add(nameAxis(g, "|0⟩", 0, 0, 1));
    taken.add(nameAxis(g, "|1⟩", 0, 0, -1));
    taken.add(nameAxis(g, "|+⟩", 1, 0, 0));
    taken.add(nameAxis(g, "|−⟩", -1, 0, 0));
    taken.add(nameAxis(g, "|+i⟩", 0, 1, 0));
    taken.add(nameAxis(g, "|−i⟩", 0, -1, 0));
    return taken;
  }

  /** Names an axis where it ends, a little aside if an arrow passes there. */
  private Rectangle2D nameAxis(Graphics2D g, String name, double x, double y, double z) {
    Point2D end = seen(x, y, z);
    double distance = end.distance(CENTRE);
    double further = distance + TO_LABEL;
    double outside = Math.abs(further - RADIUS) < CLEAR ? RADIUS + CLEAR : further;
    double left = outside / distance * end.getX();
    double top = outside / distance * end.getY();
    double aside =
        DoubleStream.of(0, -CLEAR, CLEAR, -2 * CLEAR, 2 * CLEAR)
            .filter(shift -> isFree(box(g, name, left + shift, top), List.of()))
            .findFirst()
            .orElse(0);
    return write(g, name, left + aside, top, ChartTheme.AXIS);
  }

  private Point2D tip(int index) {
    BlochVector tip = arrows.get(index).tip;
    return seen(tip.x(), tip.y(), tip.z());
  }

  /** How many later arrows cover this one: it is drawn so much wider. */
  private long covering(int index) {
    return IntStream.range(index + 1, arrows.size())
        .filter(later -> tip(later).distance(tip(index)) < SAME)
        .count();
  }

  private void draw(Graphics2D g, int index) {
    BlochVector tip = arrows.get(index).tip;
    Point2D end = tip(index);
    Point2D foot = seen(tip.x(), tip.y(), 0);
    long covering = covering(index);
    g.setColor(ChartTheme.color(index));
    if (Math.hypot(Math.hypot(tip.x(), tip.y()), tip.z()) < AT_CENTRE) {
      double radius = DOT + 3 * covering;
      g.fill(
          new Ellipse2D.Double(end.getX() - radius, end.getY() - radius, 2 * radius, 2 * radius));
      return;
    }
    g.setStroke(DASHED);
    g.draw(new Line2D.Double(end, foot));
    g.draw(new Line2D.Double(foot, CENTRE));
    g.setStroke(
        new BasicStroke(SHAFT + 4 * covering, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    drawArrow(g, end, HEAD + 6.0 * covering);
  }

  private static void drawArrow(Graphics2D g, Point2D end, double longestHead) {
    double length = Math.max(end.distance(CENTRE), 1e-9);
    double head = Math.min(longestHead, length);
    double ux = end.getX() / length;
    double uy = end.getY() / length;
    var neck = new Point2D.Double(end.getX() - head * ux, end.getY() - head * uy);
    var triangle = new Path2D.Double();
    triangle.moveTo(end.getX(), end.getY());
    triangle.lineTo(neck.x - 0.45 * head * uy, neck.y + 0.45 * head * ux);
    triangle.lineTo(neck.x + 0.45 * head * uy, neck.y - 0.45 * head * ux);
    triangle.closePath();
    g.draw(new Line2D.Double(CENTRE, neck));
    g.fill(triangle);
  }

  /** Names a tip, outwards and close by, where no name and no arrow is in the way. */
  private Rectangle2D name(Graphics2D g, int index, List<Rectangle2D> taken) {
    Point2D end = tip(index);
    String name = arrows.get(index).name;
    double outwards = end.distance(CENTRE) < 1 ? 0.5 : Math.atan2(end.getY(), end.getX());
    Rectangle2D size = box(g, name, 0, 0);
    double x = 0;
    double y = 0;
    boolean free = false;
    for (int attempt = 0; !free && attempt < ATTEMPTS; attempt++) {
      int turn = attempt % TURNS;
      double angle = outwards + (turn % 2 == 0 ? turn : -turn - 1) * Math.PI / TURNS;
      double away = 8.0 + 10.0 * (attempt / TURNS);
      x = end.getX() + Math.cos(angle) * (size.getWidth() / 2 + away);
      y = end.getY() + Math.sin(angle) * (size.getHeight() / 2 + away);
      free = isFree(box(g, name, x, y), taken);
    }
    return write(g, name, x, y, ChartTheme.textColor(ChartTheme.color(index)));
  }

  private boolean isFree(Rectangle2D text, List<Rectangle2D> taken) {
    var box =
        new Rectangle2D.Double(
            text.getX() - 3, text.getY(), text.getWidth() + 6, text.getHeight() + 2);
    return taken.stream().noneMatch(box::intersects)
        && IntStream.range(0, arrows.size())
            .noneMatch(i -> new Line2D.Double(CENTRE, tip(i)).intersects(box));
  }
}
