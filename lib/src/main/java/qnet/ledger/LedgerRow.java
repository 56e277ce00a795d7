package qnet.ledger;

import java.util.Objects;
import qnet.data.DataRow;

/**
 * One number of the ledger: what a paper says, and what the kit computes.
 *
 * @param model the class that computes the number, as {@code qkd.DecoyBb84}
 * @param quantity what the number is, with its unit
 * @param equation the formula, or where it stands in the paper
 * @param publishedValue the number of the source
 * @param computedValue the number of the kit
 * @param relativeTolerance how far the two may be apart, as a part of the published number
 * @param agrees whether they are not further apart
 * @param disagreement what is known of a difference that is more than rounding, "" if there is none
 * @param read {@code text} and {@code secondary} for a published number, read in the paper itself
 *     or in another document; {@code recomputed} for one that was computed without the kit
 * @param source paper and equation
 */
public record LedgerRow(
    String model,
    String quantity,
    String equation,
    double publishedValue,
    double computedValue,
    double relativeTolerance,
    boolean agrees,
    String disagreement,
    String read,
    String source) {
  /**
   * Checks the components.
   *
   * @param model as above
   * @param quantity as above
   * @param equation as above
   * @param publishedValue as above
   * @param computedValue as above
   * @param relativeTolerance as above
   * @param agrees as above
   * @param disagreement as above
   * @param read as above
   * @param source as above
   * @throws IllegalArgumentException if {@code agrees} does not say what the numbers say
   */
  public LedgerRow {
    Objects.requireNonNull(model);
    Objects.requireNonNull(quantity);
    Objects.requireNonNull(equation);
    Objects.requireNonNull(disagreement);
    Objects.requireNonNull(read);
    Objects.requireNonNull(source);
    boolean close = within(publishedValue, computedValue, relativeTolerance);
    if (agrees != close) {
      throw new IllegalArgumentException("agrees must be " + close + ", was " + agrees);
    }
  }

  static LedgerRow of(DataRow row, double computedValue) {
    double publishedValue = row.number("published_value");
    double relativeTolerance = row.number("relative_tolerance");
    return new LedgerRow(
        row.text("model"),
        row.text("quantity"),
        row.text("equation"),
        publishedValue,
        computedValue,
        relativeTolerance,
        within(publishedValue, computedValue, relativeTolerance),
        row.text("disagreement"),
        row.text("read"),
        row.text("source"));
  }

  private static boolean within(double published, double computed, double relativeTolerance) {
    return Math.abs(computed - published) <= relativeTolerance * Math.abs(published);
  }

  /**
   * How far the kit is from the source.
   *
   * @return the computed number over the published one, less 1; 0 if both are 0
   */
  public double relativeDifference() {
    return publishedValue == computedValue ? 0 : computedValue / publishedValue - 1;
  }
}
