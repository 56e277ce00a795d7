package qnet.claims;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import qnet.code.SurfaceCode;
import qnet.code.ThreeQubitCode;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.timeline.Scenario;
import qnet.timeline.Survey;
import qnet.timeline.WhatIf;

/** Values for the claims about error correction, code breaking and dates. */
final class OutlookFacts {
  private static final Scenario CAUTIOUS = Scenario.cautious();
  private static final String BACKBONE = "long-distance backbone";

  static final Map<String, DoubleSupplier> VALUES =
      Map.ofEntries(
          Map.entry("majority-vote", () -> ThreeQubitCode.bitFlip().failureProbability(0.01)),
          Map.entry("dozens-or-hundreds", OutlookFacts::qubitsForATrillionCycles),
          Map.entry("factoring", OutlookFacts::fewestQubitsForRsa),
          Map.entry("record-now", () -> Survey.computer().probabilityBy(2051)),
          Map.entry("post-quantum", () -> statements("standard", "published")),
          Map.entry("government-demand", () -> statements("position", "QKD")),
          Map.entry("satellites-common", OutlookFacts::yearsThatSatellitesSlipped),
          Map.entry("expansion", () -> by("QKD between cities and by satellite", 2029)),
          Map.entry("small-networks", () -> atBest("small networks of quantum computers", 2034)),
          Map.entry("backbone", () -> atBest(BACKBONE, 2044)),
          Map.entry("twenty-years", () -> by("entanglement distribution networks", 2036)),
          Map.entry("decades", () -> atBest("quantum memory networks", 2029)),
          Map.entry("memory-breakthrough", () -> whatIf("memory breakthrough")),
          Map.entry("repeaters-too-hard", () -> whatIf("repeaters harder than hoped")));

  private OutlookFacts() {}

  private static double qubitsForATrillionCycles() {
    return SurfaceCode.ofErrorRate(1e-3).forTarget(1e-12).physicalQubits();
  }

  private static double fewestQubitsForRsa() {
    return Records.least(
        KitData.STATEMENTS, row -> row.text("topic").equals("RSA-2048"), "value_high");
  }

  private static double statements(String kind, String words) {
    Predicate<DataRow> meant = row -> row.text("statement").contains(words);
    return Records.count(KitData.STATEMENTS, meant.and(row -> row.text("kind").equals(kind)));
  }

  /** From the first date that was named for EAGLE-1 to the last. */
  private static double yearsThatSatellitesSlipped() {
    Predicate<DataRow> eagle = row -> row.text("topic").equals("EAGLE-1");
    return Records.most(KitData.STATEMENTS, eagle, "horizon_year")
        - Records.least(KitData.STATEMENTS, eagle, "horizon_year");
  }

  private static double by(String milestone, double year) {
    return CAUTIOUS.independentProbabilityBy(milestone, year);
  }

  private static double atBest(String milestone, double year) {
    return Scenario.optimistic().independentProbabilityBy(milestone, year);
  }

  /** The probability of a backbone by 2044 with a what-if, over that without. */
  private static double whatIf(String name) {
    var changed = CAUTIOUS.with(WhatIf.named(name));
    return changed.independentProbabilityBy(BACKBONE, 2044) / by(BACKBONE, 2044);
  }
}
