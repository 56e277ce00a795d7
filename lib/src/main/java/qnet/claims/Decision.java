package qnet.claims;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How a claim is decided: a number, a threshold, and the verdict on either side of it.
 *
 * @param by the model, as {@code qkd.DecoyBb84}, or the data file, as {@code data/memories}, that
 *     gives the number; empty if nothing does
 * @param quantity what the number is, with its unit
 * @param value the number; NaN if nothing gives one
 * @param comparison how it is compared
 * @param threshold what it is compared with; NaN if there is no number
 * @param ifSo the verdict if the comparison is true
 * @param ifNot the verdict if it is not, or if there is no number
 */
public record Decision(
    String by,
    String quantity,
    double value,
    Comparison comparison,
    double threshold,
    Verdict ifSo,
    Verdict ifNot) {
  /** How a value is compared with a threshold. */
  public enum Comparison {
    /** value ≥ threshold. */
    AT_LEAST("at least"),
    /** value ≤ threshold. */
    AT_MOST("at most");

    private final String words;

    Comparison(String words) {
      this.words = words;
    }

    static Comparison of(String words) {
      return words.equals(AT_MOST.words) ? AT_MOST : AT_LEAST;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * The same question with another threshold.
   *
   * @param newThreshold what the number is compared with
   * @return the changed decision
   */
  public Decision withThreshold(double newThreshold) {
    return new Decision(by, quantity, value, comparison, newThreshold, ifSo, ifNot);
  }

  /**
   * What the comparison says.
   *
   * @return one of the two verdicts
   */
  public Verdict verdict() {
    boolean so =
        switch (comparison) {
          case AT_LEAST -> value >= threshold;
          case AT_MOST -> value <= threshold;
        };
    return so ? ifSo : ifNot;
  }

  /** The question in one line: what is compared with what, and the verdict on either side. */
  @Override
  public String toString() {
    return by.isEmpty()
        ? "no number decides it"
        : "%s, %s: %s, %s %s → %s, else %s"
            .formatted(by, quantity, plain(value), comparison, plain(threshold), ifSo, ifNot);
  }

  private static String plain(double number) {
    var rounded = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
    boolean readable = rounded.signum() == 0 || rounded.precision() - rounded.scale() > -4;
    return readable ? rounded.toPlainString() : rounded.toString();
  }
}
