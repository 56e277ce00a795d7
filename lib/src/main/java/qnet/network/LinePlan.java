package qnet.network;

import java.util.Objects;
import qnet.run.Require;

/**
 * A line between two places: how it is built, what it carries, what it costs.
 *
 * @param technology what makes the key
 * @param lengthKm length of the fibre; NaN without fibre
 * @param spans stretches of equal length
 * @param spanKm length of one; NaN without fibre
 * @param systems how many work side by side on every stretch, or how many satellites fly
 * @param trustedNodes nodes on the way that could read the key
 * @param bitsPerSecond secret key per second from end to end
 * @param typicalUsd what it costs if every price is in the middle of its range; NaN if unknown
 * @param cost what it costs once, for the time of the plan
 * @param remark what the numbers leave unsaid, or why the line is not possible
 */
public record LinePlan(
    String technology,
    double lengthKm,
    long spans,
    double spanKm,
    long systems,
    long trustedNodes,
    double bitsPerSecond,
    double typicalUsd,
    CostRange cost,
    String remark) {
  /**
   * Checks the components.
   *
   * @param technology as above
   * @param lengthKm as above
   * @param spans as above
   * @param spanKm as above
   * @param systems as above
   * @param trustedNodes as above
   * @param bitsPerSecond as above
   * @param typicalUsd as above
   * @param cost as above
   * @param remark as above
   */
  public LinePlan {
    Objects.requireNonNull(technology);
    Objects.requireNonNull(cost);
    Objects.requireNonNull(remark);
  }

  static LinePlan impossible(String technology, double lengthKm, String why) {
    return new LinePlan(
        technology, lengthKm, 0, Double.NaN, 0, 0, 0, Double.NaN, CostRange.UNKNOWN, why);
  }

  /**
   * What a bit costs if the line carries key all the time.
   *
   * @param years the time of the plan
   * @return dollars per bit
   */
  public CostRange perBit(double years) {
    Require.positive("years", years);
    return cost.times(1 / (bitsPerSecond * years * LineDesign.SECONDS_PER_YEAR));
  }
}
