package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.timeline.Arrival;
import qnet.timeline.KeyExposure;
import qnet.timeline.Mosca;
import qnet.timeline.QubitGrowth;
import qnet.timeline.Stage;
import qnet.timeline.Survey;
import qnet.timeline.Trend;

/** The rows of {@code qnet.timeline}. */
final class TimelineLedger {
  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry("timeline-stages", () -> Stage.values().length),
          Map.entry("timeline-mosca-exposed", () -> mosca(10)),
          Map.entry("timeline-mosca-safe", () -> mosca(5)),
          Map.entry("timeline-arrival", () -> new Arrival(2020, 2030, 2040, 1).probabilityBy(2025)),
          Map.entry("timeline-survey-5", () -> Survey.computer().probabilityBy(2028)),
          Map.entry("timeline-survey-10", () -> Survey.computer().probabilityBy(2033)),
          Map.entry(
              "timeline-growth",
              () -> QubitGrowth.standard().reaches(QubitGrowth.NEED_2025).medianYear()),
          Map.entry("timeline-qkd-line", () -> KeyExposure.standard().qkdProbability()),
          Map.entry("timeline-trend", () -> Trend.fibreDistance().until(2015).doublingYears()));

  private TimelineLedger() {}

  private static double mosca(double shelfLifeYears) {
    return Mosca.exposed(shelfLifeYears, shelfLifeYears == 10 ? 5 : 3, 12) ? 1 : 0;
  }
}
