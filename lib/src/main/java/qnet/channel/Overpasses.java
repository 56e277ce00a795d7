package qnet.channel;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The passes of a satellite over a station in a time.
 *
 * @param list the passes in order
 * @param days length of the time in days
 */
public record Overpasses(List<Overpass> list, double days) {
  private static final double DAYS_PER_YEAR = 365.25;

  /**
   * Copies the list.
   *
   * @param list the passes in order
   * @param days length of the time in days
   */
  public Overpasses {
    list = List.copyOf(list);
  }

  /**
   * The passes in the astronomical night.
   *
   * @return some of these passes
   */
  public Overpasses atNight() {
    return where(Overpass::isAtNight);
  }

  /**
   * The passes that reach an elevation.
   *
   * @param elevationDeg elevation in degrees
   * @return some of these passes
   */
  public Overpasses reaching(double elevationDeg) {
    return where(pass -> pass.maxElevationDeg() >= elevationDeg);
  }

  private Overpasses where(Predicate<Overpass> kept) {
    return new Overpasses(list.stream().filter(kept).toList(), days);
  }

  /**
   * The pass that comes highest.
   *
   * @return one of these passes
   * @throws IllegalArgumentException if there is none
   */
  public Overpass highest() {
    return list.stream()
        .max(Comparator.comparingDouble(Overpass::maxElevationDeg))
        .orElseThrow(() -> new IllegalArgumentException("passes must be at least one, were none"));
  }

  /**
   * How many passes there are.
   *
   * @return the number
   */
  public int count() {
    return list.size();
  }

  /**
   * Passes in a day, on average.
   *
   * @return the number over the days
   */
  public double perDay() {
    return list.size() / days;
  }

  /**
   * Passes in a year of 365.25 days, on average.
   *
   * @return the number a year
   */
  public double perYear() {
    return perDay() * DAYS_PER_YEAR;
  }

  /**
   * The time of all passes together.
   *
   * @return the sum of their durations in seconds
   */
  public double durationS() {
    return list.stream().mapToDouble(Overpass::durationS).sum();
  }
}
