package qnet.channel;

import java.util.Objects;
import qnet.run.Require;

/**
 * A short part of a pass, in which the link is taken as constant.
 *
 * @param startS beginning in seconds since the pass began, ≥ 0
 * @param durationS length in seconds, above 0
 * @param elevationDeg elevation in the middle of the slice, in degrees; the lower one of two
 *     stations
 * @param link the link in the middle of the slice
 */
public record TimeSlice(double startS, double durationS, double elevationDeg, Link link) {
  /**
   * Checks the components.
   *
   * @param startS as above
   * @param durationS as above
   * @param elevationDeg as above
   * @param link as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public TimeSlice {
    Require.notNegative("startS", startS);
    Require.positive("durationS", durationS);
    Require.between("elevationDeg", elevationDeg, 0, 90);
    Objects.requireNonNull(link);
  }
}
