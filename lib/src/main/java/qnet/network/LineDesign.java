package qnet.network;

import java.util.ArrayList;
import java.util.List;
import qnet.channel.Fiber;
import qnet.run.Parallel;

/** All ways to build one line with one technology: more and shorter spans, or more systems. */
final class LineDesign {
  static final double SECONDS_PER_YEAR = 365.25 * 86_400;

  /** Spans below this are for a city, not for a line between cities. */
  private static final double SHORTEST_SPAN_KM = 10;

  static final double MOST_SYSTEMS = 1e6;

  /** One way, with its parts. */
  record Way(Technology technology, long spans, long systems, double spanBitsPerSecond, Bill bill) {
    LinePlan plan(double lengthKm, PriceList prices) {
      return new LinePlan(
          technology.name(),
          lengthKm,
          spans,
          lengthKm / spans,
          systems,
          spans - 1,
          systems * spanBitsPerSecond,
          bill.at(prices.middle()).lowUsd(),
          bill.at(prices),
          technology.middleStation() ? "plus a station, not trusted, in each span" : "");
    }
  }

  private LineDesign() {}

  static List<Way> ways(
      Technology technology,
      Fiber fiber,
      double lengthKm,
      double bitsPerSecond,
      int mostTrustedNodes) {
    var ways = new ArrayList<Way>();
    long mostSpans = Math.min(mostTrustedNodes + 1L, Math.round(lengthKm / SHORTEST_SPAN_KM));
    for (long spans = 1; spans <= Math.max(1, mostSpans); spans++) {
      Parallel.checkInterrupt();
      var span = fiber.withLengthKm(lengthKm / spans);
      double rate = technology.protocol().over(span).bitsPerSecond();
      double systems = Math.ceil(bitsPerSecond / rate);
      if (systems <= MOST_SYSTEMS) {
        ways.add(
            new Way(
                technology,
                spans,
                (long) systems,
                rate,
                technology.bill(lengthKm, spans, (long) systems)));
      }
    }
    return ways;
  }
}
