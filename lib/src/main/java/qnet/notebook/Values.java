package qnet.notebook;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qnet.lab.Labels;
import qnet.lab.Numbers;
import qnet.run.Estimate;

/** One value in one line: a number with 4 significant digits, a record in brackets, a list. */
final class Values {
  private static final String NONE = "–";
  private static final int LONGEST_TEXT = 160;
  private static final int MOST_ITEMS = 10;
  private static final int MOST_NESTED_ITEMS = 4;

  private Values() {}

  static Grid.Cell cell(Object value) {
    return new Grid.Cell(cut(line(value)), value instanceof Number);
  }

  static String line(Object value) {
    if (value == null) {
      return NONE;
    }
    if (value instanceof Double || value instanceof Float) {
      return Numbers.format(((Number) value).doubleValue());
    }
    if (value instanceof Long || value instanceof Integer) {
      return Numbers.format(((Number) value).longValue());
    }
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Enum<?> constant && constant.toString().equals(constant.name())) {
      String name = constant.name(); // a letter, such as that of a basis, is a symbol
      return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    if (value instanceof Optional<?> optional) {
      return line(optional.orElse(null));
    }
    if (value instanceof Estimate estimate) {
      return estimate(estimate);
    }
    if (value instanceof Record nested && !RecordFields.hasOwnText(nested)) {
      return nested(nested);
    }
    if (value instanceof List<?> list) {
      return list.size() > MOST_NESTED_ITEMS
          ? list.size() + " items"
          : list.stream().map(Values::line).collect(Collectors.joining("; "));
    }
    if (value.getClass().isArray()) {
      return array(value);
    }
    return hasOwnText(value) ? value.toString() : name(value.getClass());
  }

  /** The mean and its standard error to two digits of the latter, and the 95 % interval. */
  static String estimate(Estimate estimate) {
    double error = estimate.standardError();
    if (!(error > 0 && isFinite(estimate))) {
      return Numbers.format(estimate.mean()) + " ± " + Numbers.format(error);
    }
    int decimals = 1 - (int) Math.floor(Math.log10(error));
    int exponent = exponentOf(estimate.mean(), error);
    return "%s ± %s (95 %%: %s – %s)"
        .formatted(
            scaled(estimate.mean(), exponent, decimals),
            scaled(error, exponent, decimals),
            scaled(estimate.low95(), exponent, decimals),
            scaled(estimate.high95(), exponent, decimals));
  }

  private static boolean isFinite(Estimate estimate) {
    return DoubleStream.of(
            estimate.mean(), estimate.standardError(), estimate.low95(), estimate.high95())
        .allMatch(Double::isFinite);
  }

  /** The power of ten to take out of very small and very large numbers. */
  private static int exponentOf(double mean, double error) {
    double size = Math.max(Math.abs(mean), error);
    int exponent = (int) Math.floor(Math.log10(size));
    return exponent < -3 || exponent > 5 ? exponent : 0;
  }

  private static String scaled(double value, int exponent, int decimals) {
    String digits =
        new BigDecimal(value)
            .movePointLeft(exponent)
            .setScale(Math.max(0, decimals + exponent), RoundingMode.HALF_EVEN)
            .toPlainString();
    return exponent == 0 ? digits : digits + "e" + exponent;
  }

  /** A record within another: its name and components, those that are records by name alone. */
  private static String nested(Record value) {
    return RecordFields.components(value).stream()
        .map(
            field ->
                field.value() instanceof Record inner
                    ? name(inner.getClass())
                    : withUnit(Labels.of(field.name()), line(field.value())))
        .collect(Collectors.joining("; ", name(value.getClass()) + " (", ")"));
  }

  /** Turns the label "length, km" and the number 80 into "length 80 km". */
  private static String withUnit(String label, String value) {
    int comma = label.lastIndexOf(", ");
    return comma < 0
        ? label + " " + value
        : label.substring(0, comma) + " " + value + " " + label.substring(comma + 2);
  }

  /** The first numbers of an array, and how many there are. */
  static String array(Object array) {
    int length = Array.getLength(array);
    Stream<String> items =
        IntStream.range(0, Math.min(length, MOST_ITEMS)).mapToObj(i -> item(Array.get(array, i)));
    return length > MOST_ITEMS
        ? items.collect(Collectors.joining(", ", "[", ", …] (" + length + " values)"))
        : items.collect(Collectors.joining(", ", "[", "]"));
  }

  private static String item(Object value) {
    return value instanceof Boolean bit ? (bit ? "1" : "0") : line(value);
  }

  private static String cut(String text) {
    String oneLine = text.strip().replaceAll("\\s+", " ");
    return oneLine.length() > LONGEST_TEXT ? oneLine.substring(0, LONGEST_TEXT - 1) + "…" : oneLine;
  }

  /** Whether a text was written for this class, not made of its name and an address. */
  private static boolean hasOwnText(Object value) {
    return !value.toString().startsWith(value.getClass().getName() + "@");
  }

  private static String name(Class<?> type) {
    return type.isHidden() || type.isSynthetic() ? "function" : type.getSimpleName();
  }
}
