package qnet.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.AllowedSolution;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import qnet.run.Parallel;

/**
 * Finds passes: a walk in steps in which no pass can hide, then rise, culmination and set of each.
 *
 * <p>The satellite is seen where its clearance is above 0. Far from rise and set the steps are as
 * long as {@link Pace} allows; near them they are short, and a pass or a gap between two of them
 * shows as a turn of the clearance towards 0, which is then refined.
 */
final class PassSearch {
  private static final double S_PER_DAY = 86_400;
  private static final double NS_PER_S = 1e9;

  private static final double RISE_ACCURACY_S = 1e-5;
  private static final double TOP_ACCURACY_S = 1e-4;
  private static final double RELATIVE_ACCURACY = 1e-15;
  private static final int MAX_EVALUATIONS = 1000;

  private final GroundStation station;
  private final Orbit orbit;
  private final double threshold;
  private final Pace pace;
  private final View view;
  private final Instant from;
  private final double endS;

  PassSearch(
      GroundStation station, Orbit orbit, double minElevationDeg, Instant from, double days) {
    this.station = station;
    this.orbit = orbit;
    this.threshold = Math.sin(Math.toRadians(minElevationDeg));
    this.view = new View(station);
    this.from = from;
    this.endS = days * S_PER_DAY;
    var geometry = new OrbitGeometry(orbit.altitudeKm());
    this.pace = new Pace(geometry.orbitRadiusKm(), threshold);
    double reachDeg =
        Math.min(orbit.inclinationDeg(), 180 - orbit.inclinationDeg())
            + geometry.centralAngleDeg(minElevationDeg);
    // half a degree for the flattening of the Earth
    if (Math.abs(station.latitudeDeg()) > reachDeg + 0.5) {
      throw new IllegalArgumentException(
          "latitudeDeg must be from %.1f to %.1f to see this orbit above %s°, was %s"
              .formatted(-reachDeg, reachDeg, minElevationDeg, station.latitudeDeg()));
    }
  }

  List<Overpass> passes() {
    var seen = new ArrayList<Sighting>();
    walk().stream().takeWhile(Sighting::isAboveGround).forEach(seen::add);
    int[] turns =
        IntStream.range(1, seen.size() - 1).filter(i -> mayTurnBeyondZero(seen, i)).toArray();
    seen.addAll(Parallel.map(turns.length, i -> turn(seen, turns[i])));
    seen.sort(Comparator.comparingDouble(Sighting::timeS));
    int[] rises =
        IntStream.range(1, seen.size())
            .filter(i -> isUp(seen.get(i)) && (i == 1 || !isUp(seen.get(i - 1))))
            .toArray();
    return Parallel.map(rises.length, i -> pass(seen, rises[i])).stream()
        .filter(pass -> !pass.culmination().isBefore(from))
        .filter(pass -> pass.culmination().isBefore(time(endS)))
        .toList();
  }

  /** The whole time, day by day; longer if it begins or ends within a pass. */
  private List<Sighting> walk() {
    var seen = new ArrayList<>(outside(-1));
    Collections.reverse(seen);
    int days = (int) Math.ceil(endS / S_PER_DAY);
    Parallel.map(days, i -> walk(i * S_PER_DAY, Math.min((i + 1) * S_PER_DAY, endS)))
        .forEach(seen::addAll);
    seen.add(sighting(endS));
    seen.addAll(outside(1));
    return seen;
  }

  private List<Sighting> walk(double startS, double stopS) {
    var seen = new ArrayList<Sighting>();
    double timeS = startS;
    while (timeS < stopS) {
      Parallel.checkInterrupt();
      var here = sighting(timeS);
      seen.add(here);
      timeS += Math.max(pace.unchangedS(here), pace.shortStepS(here));
    }
    return seen;
  }

  /**
   * Two short steps before the time or after it, and on to the end of a pass; nothing if that does
   * not come within a day.
   */
  private List<Sighting> outside(int direction) {
    var seen = new ArrayList<Sighting>();
    var here = sighting(direction < 0 ? 0 : endS);
    double farthestS = here.timeS() + direction * S_PER_DAY;
    while (seen.size() < 2 || isUp(here) && direction * (farthestS - here.timeS()) > 0) {
      Parallel.checkInterrupt();
      here = sighting(here.timeS() + direction * pace.shortStepS(here));
      seen.add(here);
    }
    return isUp(here) ? List.of() : seen;
  }

  private boolean mayTurnBeyondZero(List<Sighting> seen, int i) {
    var before = seen.get(i - 1);
    var here = seen.get(i);
    var after = seen.get(i + 1);
    double sign = Math.signum(clearanceKm(here));
    return sign * clearanceKm(here) <= sign * clearanceKm(before)
        && sign * clearanceKm(here) < sign * clearanceKm(after)
        && (pace.mayTouchZero(before, here) || pace.mayTouchZero(here, after));
  }

  /** The clearance nearest to zero, or beyond it. */
  private Sighting turn(List<Sighting> seen, int i) {
    var goal = isUp(seen.get(i)) ? GoalType.MINIMIZE : GoalType.MAXIMIZE;
    return extreme(seen, i, goal, timeS -> clearanceKm(sighting(timeS)));
  }

  private Overpass pass(List<Sighting> seen, int first) {
    int top = first;
    int last = first;
    while (last + 1 < seen.size() && isUp(seen.get(last + 1))) {
      last++;
      top = seen.get(last).sinElevation() > seen.get(top).sinElevation() ? last : top;
    }
    var culmination =
        extreme(seen, top, GoalType.MAXIMIZE, timeS -> sighting(timeS).sinElevation());
    return new Overpass(
        time(crossing(seen.get(first - 1), seen.get(first))),
        time(culmination.timeS()),
        time(crossing(seen.get(last), seen.get(Math.min(last + 1, seen.size() - 1)))),
        Math.toDegrees(Math.asin(culmination.sinElevation())),
        station.sunElevationDeg(time(culmination.timeS())));
  }

  private Sighting extreme(List<Sighting> seen, int i, GoalType goal, UnivariateFunction height) {
    var around =
        new SearchInterval(
            seen.get(i - 1).timeS(),
            seen.get(Math.min(i + 1, seen.size() - 1)).timeS(),
            seen.get(i).timeS());
    var best =
        new BrentOptimizer(RELATIVE_ACCURACY, TOP_ACCURACY_S)
            .optimize(
                new MaxEval(MAX_EVALUATIONS),
                new UnivariateObjectiveFunction(height),
                goal,
                around);
    return sighting(best.getPoint());
  }

  /**
   * Rise or set, on the side where the satellite is seen; the end of the time if it is in between.
   */
  private double crossing(Sighting before, Sighting after) {
    if (isUp(before) == isUp(after)) {
      return before.timeS();
    }
    return new BracketingNthOrderBrentSolver(RELATIVE_ACCURACY, RISE_ACCURACY_S, 5)
        .solve(
            MAX_EVALUATIONS,
            timeS -> clearanceKm(sighting(timeS)),
            before.timeS(),
            after.timeS(),
            AllowedSolution.ABOVE_SIDE);
  }

  private boolean isUp(Sighting sighting) {
    return clearanceKm(sighting) > 0;
  }

  private double clearanceKm(Sighting sighting) {
    return sighting.clearanceKm(threshold);
  }

  private Sighting sighting(double timeS) {
    return view.at(timeS, orbit.at(time(timeS)));
  }

  private Instant time(double timeS) {
    return from.plusNanos(Math.round(timeS * NS_PER_S));
  }
}
