package qnet.data;

import java.util.List;

/**
 * What one column of a data file holds: its name with the unit in it, the type of its cells and the
 * values they may take.
 *
 * <p>A column is required until {@link #optional()} says that a cell may be empty, which means "not
 * known".
 *
 * @param name the header, lower case words joined by underscores, the unit last: {@code
 *     distance_km}
 * @param type the type of the cells
 * @param required whether every row must have a value
 * @param min the smallest number allowed, −∞ for any
 * @param max the largest number allowed, +∞ for any
 * @param choices the words allowed in a {@link Type#CHOICE}, empty for the other types
 */
public record Column(
    String name, Type type, boolean required, double min, double max, List<String> choices) {
  /** The types a cell can have. */
  public enum Type {
    /** Any text. */
    TEXT,
    /** A finite decimal number, with a point and without a thousands mark: 0.2, 1e-5. */
    NUMBER,
    /** A whole number that a {@code long} holds. */
    INTEGER,
    /** The word true or the word false. */
    BOOLEAN,
    /** One of a few words. */
    CHOICE
  }

  /**
   * Checks the column.
   *
   * @param name the header, lower case words joined by underscores, the unit last: {@code
   *     distance_km}
   * @param type the type of the cells
   * @param required whether every row must have a value
   * @param min the smallest number allowed, −∞ for any
   * @param max the largest number allowed, +∞ for any
   * @param choices the words allowed in a {@link Type#CHOICE}, empty for the other types
   * @throws IllegalArgumentException if the name is not in lower case with underscores, the range
   *     is empty, or choices are missing or out of place
   */
  public Column {
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "name must be lower case words joined by underscores, was \"" + name + "\"");
    }
    if (!(min <= max)) {
      throw new IllegalArgumentException("min must be ≤ max, was " + min + " > " + max);
    }
    choices = List.copyOf(choices);
    if (choices.isEmpty() == (type == Type.CHOICE)) {
      throw new IllegalArgumentException(
          "choices must be given for a CHOICE and for nothing else, were " + choices);
    }
  }

  /**
   * A column of any text.
   *
   * @param name the header
   * @return the column, required
   */
  public static Column text(String name) {
    return any(name, Type.TEXT);
  }

  /**
   * A column of numbers.
   *
   * @param name the header
   * @return the column, required, any finite number
   */
  public static Column number(String name) {
    return any(name, Type.NUMBER);
  }

  /**
   * A column of whole numbers.
   *
   * @param name the header
   * @return the column, required, any {@code long}
   */
  public static Column integer(String name) {
    return any(name, Type.INTEGER);
  }

  /**
   * A column of true and false.
   *
   * @param name the header
   * @return the column, required
   */
  public static Column bool(String name) {
    return any(name, Type.BOOLEAN);
  }

  /**
   * A column of one of a few words.
   *
   * @param name the header
   * @param choices the words allowed
   * @return the column, required
   */
  public static Column oneOf(String name, String... choices) {
    return new Column(
        name,
        Type.CHOICE,
        true,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        List.of(choices));
  }

  private static Column any(String name, Type type) {
    return new Column(
        name, type, true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());
  }

  /**
   * This column, with empty cells allowed.
   *
   * @return the optional column
   */
  public Column optional() {
    return new Column(name, type, false, min, max, choices);
  }

  /**
   * This column, with numbers only from a range.
   *
   * @param min the smallest number allowed
   * @param max the largest number allowed
   * @return the column with that range
   */
  public Column between(double min, double max) {
    return new Column(name, type, required, min, max, choices);
  }

  /**
   * This column, with numbers only from a value up.
   *
   * @param min the smallest number allowed
   * @return the column with that range
   */
  public Column atLeast(double min) {
    return between(min, max);
  }

  /**
   * The value of a cell: a String, a Double, a Long, a Boolean, or null if it is empty.
   *
   * @throws IllegalArgumentException if the cell is not what the column declares; the message is
   *     the reason alone
   */
  Object parse(String cell) {
    if (cell.isEmpty()) {
      if (required) {
        throw new IllegalArgumentException("must have a value, was empty");
      }
      return null;
    }
    return switch (type) {
      case TEXT -> cell;
      case NUMBER -> inRange(number(cell, "-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?"), cell);
      case INTEGER -> (long) inRange(number(cell, "-?\\d{1,15}"), cell);
      case BOOLEAN -> oneOf(List.of("true", "false"), cell).equals("true");
      case CHOICE -> oneOf(choices, cell);
    };
  }

  private double number(String cell, String pattern) {
    if (!cell.matches(pattern)) {
      throw new IllegalArgumentException(
          "must be " + (type == Type.NUMBER ? "a number" : "a whole number") + was(cell));
    }
    return Double.parseDouble(cell);
  }

  private double inRange(double value, String cell) {
    if (!(value >= min && value <= max && Double.isFinite(value))) {
      throw new IllegalArgumentException("must be from " + min + " to " + max + was(cell));
    }
    return value;
  }

  private static String oneOf(List<String> words, String cell) {
    if (!words.contains(cell)) {
      throw new IllegalArgumentException("must be one of " + words + was(cell));
    }
    return cell;
  }

  private static String was(String cell) {
    return ", was \"" + cell + "\"";
  }
}
