package qnet.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import qnet.repeater.Event;
import qnet.run.Require;

/**
 * What happened in a repeater chain: time from left to right, a line per station from Alice at the
 * top to Bob at the bottom.
 *
 * <p>A line across two stations is a new pair, a bar along a station a qubit that is waiting there,
 * a dot a swap, a cross the loss of a pair; the thick line at the end is the pair delivered.
 */
final class ChainTimeline extends Picture {
  private static final int WIDTH = 720;
  private static final int LEFT = 78;
  private static final int RIGHT = 24;
  private static final int TOP = 24;
  private static final int BOTTOM = 82;
  private static final int SPACING = 46;
  private static final double SIDE = 4;
  private static final double DOT = 5;
  private static final int TICKS = 8;
  private static final Color FAINT = new Color(0xE6, 0xE6, 0xE6);
  private static final Color PAIR = ChartTheme.color(0);
  private static final Color LOST = ChartTheme.color(1);
  private static final Color JOINED = ChartTheme.color(2);
  private static final Color PURIFIED = ChartTheme.color(3);

  private final List<Event> events;
  private final int stations;
  private final Scale time;

  /** A qubit that waits: at which station, on which of its sides, since when. */
  private record Waiting(int station, boolean right, double sinceMs) {}

  private ChainTimeline(List<Event> events, int stations) {
    super(WIDTH, TOP + BOTTOM + SPACING * (stations - 1));
    this.events = events;
    this.stations = stations;
    this.time = new Scale(0, events.get(events.size() - 1).timeMs(), false);
  }

  static ChainTimeline of(List<? extends Event> events) {
    Require.atLeast("number of events", events.size(), 1);
    int last = events.stream().mapToInt(Event::to).max().orElseThrow();
    return new ChainTimeline(List.copyOf(events), last + 1);
  }

  @Override
  public String getTitle() {
    return "Repeater chain";
  }

  @Override
  List<String> words() {
    return events.stream().map(ChainTimeline::words).toList();
  }

  private static String words(Event event) {
    return Numbers.format(event.timeMs())
        + " ms: "
        + event.getClass().getSimpleName()
        + " "
        + event.from()
        + "–"
        + event.to();
  }

  @Override
  void draw(Graphics2D g) {
    drawFrame(g);
    var waiting = new ArrayList<Waiting>();
    for (Event event : events) {
      draw(g, event, waiting);
    }
    for (Event event : events) {
      mark(g, event);
    }
    drawKey(g);
  }

  private double x(double timeMs) {
    return LEFT + time.fraction(timeMs) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(int station) {
    return TOP + (double) SPACING * station;
  }

  private void drawFrame(Graphics2D g) {
    g.setStroke(new BasicStroke(1));
    double bottom = y(stations - 1) + SPACING / 2.0;
    for (double tick : time.ticks(TICKS)) {
      g.setColor(FAINT);
      g.draw(new Line2D.Double(x(tick), TOP, x(tick), bottom - 8));
      write(g, time.label(tick), x(tick), bottom + 4, ChartTheme.INK);
    }
    for (int station = 0; station < stations; station++) {
      g.setColor(FAINT);
      g.draw(new Line2D.Double(LEFT, y(station), WIDTH - RIGHT, y(station)));
      String name = station == 0 ? "Alice" : station == stations - 1 ? "Bob" : "station " + station;
      write(g, name, LEFT / 2.0 - 4, y(station), ChartTheme.INK);
    }
    write(g, "time, ms", (LEFT + WIDTH - RIGHT) / 2.0, bottom + 22, ChartTheme.INK);
  }

  /** Draws the lines of an event and keeps the account of waiting qubits. */
  private void draw(Graphics2D g, Event event, List<Waiting> waiting) {
    double now = event.timeMs();
    if (event instanceof Event.Linked) {
      waiting.add(new Waiting(event.from(), true, now));
      waiting.add(new Waiting(event.to(), false, now));
      across(g, event, PAIR, 2);
    } else if (event instanceof Event.Swapped swap) {
      end(g, waiting, swap.station(), true, now);
      end(g, waiting, swap.station(), false, now);
    } else {
      if (event instanceof Event.SwapFailed swap) {
        end(g, waiting, swap.station(), true, now);
        end(g, waiting, swap.station(), false, now);
      }
      end(g, waiting, event.from(), true, now);
      end(g, waiting, event.to(), false, now);
      if (event instanceof Event.PurificationFailed) {
        end(g, waiting, event.from(), true, now);
        end(g, waiting, event.to(), false, now);
      }
    }
  }

  private void across(Graphics2D g, Event event, Color color, float width) {
    g.setColor(color);
    g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    double x = x(event.timeMs());
    g.draw(new Line2D.Double(x, y(event.from()) + SIDE, x, y(event.to()) - SIDE));
  }

  private void end(Graphics2D g, List<Waiting> all, int station, boolean right, double nowMs) {
    for (Iterator<Waiting> i = all.iterator(); i.hasNext(); ) {
      Waiting qubit = i.next();
      if (qubit.station == station && qubit.right == right) {
        double y = y(station) + (right ? SIDE : -SIDE);
        g.setColor(ChartTheme.bandColor(PAIR));
        g.setStroke(new BasicStroke((float) SIDE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x(qubit.sinceMs), y, x(nowMs), y));
        i.remove();
        return;
      }
    }
  }

  private void mark(Graphics2D g, Event event) {
    double x = x(event.timeMs());
    if (event instanceof Event.Swapped swap) {
      dot(g, x, y(swap.station()));
    } else if (event instanceof Event.SwapFailed swap) {
      cross(g, x, y(swap.station()));
    } else if (event instanceof Event.Expired || event instanceof Event.PurificationFailed) {
      across(g, event, LOST, 1);
      cross(g, x, (y(event.from()) + y(event.to())) / 2);
    } else if (event instanceof Event.Purified) {
      across(g, event, PURIFIED, 3);
    } else if (event instanceof Event.Delivered) {
      across(g, event, JOINED, 5);
    }
  }

  private static void dot(Graphics2D g, double x, double y) {
    g.setColor(JOINED);
    g.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
  }

  private static void cross(Graphics2D g, double x, double y) {
    g.setColor(LOST);
    g.setStroke(new BasicStroke(2.5f));
    g.draw(new Line2D.Double(x - DOT, y - DOT, x + DOT, y + DOT));
    g.draw(new Line2D.Double(x - DOT, y + DOT, x + DOT, y - DOT));
  }

  private void drawKey(Graphics2D g) {
    double y = getHeight() - 14.0;
    double x = LEFT + 20.0;
    g.setColor(PAIR);
    g.setStroke(new BasicStroke(2));
    g.draw(new Line2D.Double(x, y - 7, x, y + 7));
    write(g, "new pair", x + 38, y, ChartTheme.INK);
    x += 100;
    g.setColor(ChartTheme.bandColor(PAIR));
    g.setStroke(new BasicStroke((float) SIDE));
    g.draw(new Line2D.Double(x, y, x + 20, y));
    write(g, "waiting", x + 50, y, ChartTheme.INK);
    x += 105;
    dot(g, x, y);
    write(g, "swap", x + 28, y, ChartTheme.INK);
    x += 75;
    cross(g, x, y);
    write(g, "lost", x + 24, y, ChartTheme.INK);
    x += 70;
    g.setColor(PURIFIED);
    g.setStroke(new BasicStroke(3));
    g.draw(new Line2D.Double(x, y - 7, x, y + 7));
    write(g, "purified", x + 36, y, ChartTheme.INK);
    x += 100;
    g.setColor(JOINED);
    g.setStroke(new BasicStroke(5));
    g.draw(new Line2D.Double(x, y - 7, x, y + 7));
    write(g, "delivered", x + 42, y, ChartTheme.INK);
  }
}
