package qnet.lab;

/** The part of an axis that holds all data, with a little room around them. */
final class AxisRange {
  private static final double ROOM = 0.05;
  private static final double MARKER_ROOM = 0.015;

  private final boolean log;
  private final boolean vertical;
  private boolean marked;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  AxisRange(boolean log, boolean vertical) {
    this.log = log;
    this.vertical = vertical;
  }

  /** Widens the range to a value and, on a linear axis, to both ends of its error bar. */
  void include(double value, double error) {
    min = Math.min(min, along(value) - (log ? 0 : error));
    max = Math.max(max, along(value) + (log ? 0 : error));
  }

  /** Keeps room for the markers of points at the edge. */
  void makeRoomForMarkers() {
    marked = true;
  }

  /** The axis: the data and the room. */
  Scale scale() {
    if (min > max) {
      return new Scale(log ? 0.1 : 0, 1, log);
    }
    double span = max - min;
    if (span == 0) {
      span = log ? 1 : Math.max(Math.abs(min), Double.MIN_NORMAL);
      return new Scale(value(min - span / 2), value(max + span / 2), log);
    }
    double outer = vertical ? ROOM : marked ? MARKER_ROOM : 0;
    boolean fromZero = vertical && !log && min >= 0 && min < max / 2;
    double start = fromZero ? (marked ? -MARKER_ROOM * max : 0) : min - outer * span;
    return new Scale(value(start), value(max + outer * span), log);
  }

  private double along(double value) {
    return log ? Math.log10(value) : value;
  }

  private double value(double along) {
    return log ? Math.pow(10, along) : along;
  }
}
