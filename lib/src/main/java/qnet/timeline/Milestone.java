package qnet.timeline;

import java.util.List;
import qnet.run.Require;

/**
 * Something that has to happen on the way: when it would be ready by itself, what it has to wait
 * for, and what it shares its luck with.
 *
 * <p>date = max(own arrival, latest date of what it requires + lag)
 *
 * <p>Milestones of one cause are correlated: the logarithm of a delay is √s·Y + √(1 − s)·X standard
 * deviations from its median, with Y common to the cause, X the milestone's own, and s the share of
 * the cause (a one-factor Gaussian copula).
 *
 * <p>Ignores any link between how late something comes and whether it comes at all.
 *
 * @param name what happens
 * @param arrival when it would be ready by itself, and whether, given what it requires
 * @param requires names of the milestones that must come before
 * @param lagYears the least time after the last of them, ≥ 0
 * @param cause what moves it together with others: "hardware"
 * @param causeShare s, from 0 (independent) to 1 (as late as all others of the cause)
 * @param source where the numbers come from, or a text that starts with "assumed"
 */
public record Milestone(
    String name,
    Arrival arrival,
    List<String> requires,
    double lagYears,
    String cause,
    double causeShare,
    String source) {
  private static final String ASSUMED = "assumed";

  /**
   * Checks the milestone.
   *
   * @param name what happens
   * @param arrival when it would be ready by itself, and whether, given what it requires
   * @param requires names of the milestones that must come before
   * @param lagYears the least time after the last of them, ≥ 0
   * @param cause what moves it together with others: "hardware"
   * @param causeShare s, from 0 (independent) to 1 (as late as all others of the cause)
   * @param source where the numbers come from, or a text that starts with "assumed"
   * @throws IllegalArgumentException if a number is out of range or a text is empty
   */
  public Milestone {
    Require.text("name", name);
    requires = List.copyOf(requires);
    Require.atLeast("lagYears", lagYears, 0);
    Require.text("cause", cause);
    Require.probability("causeShare", causeShare);
    Require.text("source", source);
  }

  /**
   * A milestone of one's own that requires nothing and shares its luck with nothing.
   *
   * @param name what happens
   * @param arrival when
   * @return the milestone, assumed
   */
  public static Milestone of(String name, Arrival arrival) {
    return new Milestone(name, arrival, List.of(), 0, name, 0, ASSUMED);
  }

  /**
   * The same milestone with another arrival, which is then assumed.
   *
   * @param newArrival when it would be ready by itself
   * @return the milestone
   */
  public Milestone withArrival(Arrival newArrival) {
    return new Milestone(name, newArrival, requires, lagYears, cause, causeShare, ASSUMED);
  }

  /**
   * The same milestone with other requirements.
   *
   * @param newRequires names of milestones
   * @return the milestone
   */
  public Milestone withRequires(String... newRequires) {
    return new Milestone(name, arrival, List.of(newRequires), lagYears, cause, causeShare, source);
  }

  /**
   * The same milestone with another lag.
   *
   * @param newLagYears the least time after the last requirement
   * @return the milestone
   */
  public Milestone withLagYears(double newLagYears) {
    return new Milestone(name, arrival, requires, newLagYears, cause, causeShare, source);
  }

  /**
   * The same milestone with another cause.
   *
   * @param newCause what moves it together with others
   * @return the milestone
   */
  public Milestone withCause(String newCause) {
    return new Milestone(name, arrival, requires, lagYears, newCause, causeShare, source);
  }

  /**
   * The same milestone with another share of the cause.
   *
   * @param newCauseShare s
   * @return the milestone
   */
  public Milestone withCauseShare(double newCauseShare) {
    return new Milestone(name, arrival, requires, lagYears, cause, newCauseShare, source);
  }

  /**
   * The same milestone with another source.
   *
   * @param newSource where the numbers come from
   * @return the milestone
   */
  public Milestone withSource(String newSource) {
    return new Milestone(name, arrival, requires, lagYears, cause, causeShare, newSource);
  }

  /**
   * Whether the numbers are an assumption.
   *
   * @return true if no source is named for them
   */
  public boolean assumed() {
    return source.startsWith(ASSUMED);
  }
}
