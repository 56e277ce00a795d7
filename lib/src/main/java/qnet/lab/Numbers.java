package qnet.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How the kit writes a number for a person: four significant digits, and in a form that can be
 * pasted back into Java.
 *
 * <p>0.25 · 0.001234 · 1.234e-7 · 300939 · 1.5e9; a whole count of a million and more is written
 * 10_000_000. NaN, which means "none" or "not known", is a dash.
 */
public final class Numbers {
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final double SMALL = 1e-3;
  private static final double LARGE = 1e6;

  private Numbers() {}

  /**
   * Writes a number.
   *
   * @param value any number
   * @return four significant digits without zeros at the end; a whole number below a million in
   *     full; powers of ten below 0.001 and from a million; "–" for NaN
   */
  public static String format(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < LARGE) {
      return Long.toString((long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    double magnitude = rounded.abs().doubleValue();
    if (magnitude == 0) {
      return "0";
    }
    if (magnitude < SMALL || magnitude >= LARGE) {
      return scientific(rounded);
    }
    return rounded.toPlainString();
  }

  /**
   * Writes a count, exactly.
   *
   * @param count any whole number
   * @return all its digits, from a million on in groups of three: 10_000_000
   */
  public static String format(long count) {
    return Math.abs((double) count) < LARGE
        ? Long.toString(count)
        : String.format(Locale.ROOT, "%,d", count).replace(',', '_');
  }

  private static String scientific(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  /**
   * Writes a power of ten as it stands at the axis of a chart.
   *
   * @param exponent the exponent
   * @return 10⁻⁵ for −5
   */
  static String powerOfTen(int exponent) {
    var text = new StringBuilder("10");
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }
}
