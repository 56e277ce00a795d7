package qnet.timeline;

import java.util.List;
import qnet.run.Require;

/**
 * How much one believes in each of several scenarios.
 *
 * <p>P(by t) = Σ wᵢ·Pᵢ(by t), with Σ wᵢ = 1
 *
 * @param outlooks the drawn worlds of the scenarios
 * @param weights a weight for each, together 1
 */
public record Belief(List<Outlook> outlooks, List<Double> weights) {
  private static final double TOLERANCE = 1e-9;

  /**
   * Checks the weights.
   *
   * @param outlooks the drawn worlds of the scenarios
   * @param weights a weight for each, together 1
   * @throws IllegalArgumentException if they are not as many, one is below 0, or they do not add up
   *     to 1
   */
  public Belief {
    outlooks = List.copyOf(outlooks);
    weights = List.copyOf(weights);
    if (outlooks.isEmpty() || outlooks.size() != weights.size()) {
      throw new IllegalArgumentException(
          "weights must be as many as outlooks and at least one, were "
              + weights.size()
              + " for "
              + outlooks.size());
    }
    weights.forEach(weight -> Require.probability("weight", weight));
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "weights must add up to 1, were " + weights + ", together " + sum);
    }
  }

  /**
   * How likely a milestone has come by a year.
   *
   * @param milestone its name
   * @param year t
   * @return the weighted mean over the scenarios
   */
  public double probabilityBy(String milestone, double year) {
    double sum = 0;
    for (int i = 0; i < outlooks.size(); i++) {
      sum += weights.get(i) * outlooks.get(i).of(milestone).probabilityBy(year);
    }
    return sum;
  }
}
