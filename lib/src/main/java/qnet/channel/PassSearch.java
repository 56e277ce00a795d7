package qnet.channel;

import java.time.Instant;
import java.util.ArrayList;
import qnet.run.Parallel;

/** Finds passes: a coarse walk from culmination to culmination, each of which is then refined. */
final class PassSearch {
  private static final double S_PER_DAY = 86_400;
  private static final double NS_PER_S = 1e9;

  /** Short enough that two culminations are never between three steps, at a low perigee too. */
  private static final double STEP_S = 60;

  /** A culmination between two steps is not more than this above both (sine of the elevation). */
  private static final double LOWEST_OF_INTEREST = -0.2;

  private static final double TIME_ACCURACY_S = 1e-3;
  private static final int STEPS_PER_INTERRUPT_CHECK = 256;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final GroundStation station;
  private final Orbit orbit;
  private final double threshold;
  private final View view;
  private Instant from;

  PassSearch(GroundStation station, Orbit orbit, double minElevationDeg) {
    this.station = station;
    this.orbit = orbit;
    this.threshold = Math.sin(Math.toRadians(minElevationDeg));
    this.view = new View(station);
    double reachDeg =
        Math.min(orbit.inclinationDeg(), 180 - orbit.inclinationDeg())
            + new OrbitGeometry(orbit.altitudeKm()).centralAngleDeg(minElevationDeg);
    // half a degree for the flattening of the Earth
    if (Math.abs(station.latitudeDeg()) > reachDeg + 0.5) {
      throw new IllegalArgumentException(
          "latitudeDeg must be from %.1f to %.1f to see this orbit above %s°, was %s"
              .formatted(-reachDeg, reachDeg, minElevationDeg, station.latitudeDeg()));
    }
  }

  Overpasses passes(Instant start, double days) {
    from = start;
    double endS = days * S_PER_DAY;
    var passes = new ArrayList<Overpass>();
    double before = height(-STEP_S);
    double here = height(0);
    int steps = 0;
    for (double timeS = 0; timeS < endS; timeS += STEP_S) {
      if (++steps % STEPS_PER_INTERRUPT_CHECK == 0) {
        Parallel.checkInterrupt();
      }
      double after = height(timeS + STEP_S);
      if (here >= before && here > after && here > LOWEST_OF_INTEREST) {
        double topS = culmination(timeS - STEP_S, timeS + STEP_S);
        if (height(topS) > threshold) {
          passes.add(pass(topS));
        }
      }
      before = here;
      here = after;
    }
    return new Overpasses(passes, days);
  }

  private Overpass pass(double topS) {
    var top = time(topS);
    return new Overpass(
        time(crossing(topS, -STEP_S)),
        top,
        time(crossing(topS, STEP_S)),
        Math.toDegrees(Math.asin(height(topS))),
        station.sunElevationDeg(top));
  }

  private Instant time(double timeS) {
    return from.plusNanos(Math.round(timeS * NS_PER_S));
  }

  /** The sine of the elevation. */
  private double height(double timeS) {
    return view.sinElevation(orbit.at(time(timeS)));
  }

  /** The highest point between two times, by golden section. */
  private double culmination(double lowS, double highS) {
    double low = lowS;
    double high = highS;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double heightLeft = height(left);
    double heightRight = height(right);
    while (high - low > TIME_ACCURACY_S) {
      if (heightLeft > heightRight) {
        high = right;
        right = left;
        heightRight = heightLeft;
        left = high - GOLDEN * (high - low);
        heightLeft = height(left);
      } else {
        low = left;
        left = right;
        heightLeft = heightRight;
        right = low + GOLDEN * (high - low);
        heightRight = height(right);
      }
    }
    return (low + high) / 2;
  }

  /** Where the satellite crosses the lowest elevation, before or after the culmination. */
  private double crossing(double topS, double stepS) {
    double inside = topS;
    double outside = topS + stepS;
    while (height(outside) > threshold) {
      inside = outside;
      outside += stepS;
      if (Math.abs(outside - topS) > S_PER_DAY) {
        return outside; // a satellite that stands still above the station
      }
    }
    while (Math.abs(outside - inside) > TIME_ACCURACY_S) {
      double middle = (inside + outside) / 2;
      if (height(middle) > threshold) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
