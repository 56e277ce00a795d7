package qnet.run;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * Refuses a value that is out of its range, and says which one, what is allowed, and what it was.
 *
 * <p>"lengthKm must be ≥ 0 and finite, was -1.0"
 *
 * <p>Every check is written so that NaN fails, unless its name says that NaN may pass. All of them
 * throw an {@link IllegalArgumentException}.
 */
public final class Require {
  /** Larger bounds than this are not written in full. */
  private static final double LONGEST_WHOLE = 1e15;

  private Require() {}

  /**
   * A finite number.
   *
   * @param name what the number is called
   * @param value the number
   */
  public static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw refused(name, "finite", value);
    }
  }

  /**
   * A finite number above 0.
   *
   * @param name what the number is called
   * @param value the number
   */
  public static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(name, "> 0 and finite", value);
    }
  }

  /**
   * A number above 0 up to a highest value, which may be infinite.
   *
   * @param name what the number is called
   * @param value the number
   * @param high the highest value
   */
  public static void positiveUpTo(String name, double value, double high) {
    if (!(value > 0 && value <= high)) {
      throw refused(name, "> 0 and ≤ " + plain(high), value);
    }
  }

  /**
   * A finite number from 0.
   *
   * @param name what the number is called
   * @param value the number
   */
  public static void notNegative(String name, double value) {
    atLeast(name, value, 0.0);
  }

  /**
   * A finite number from 0, or NaN if it is not known.
   *
   * @param name what the number is called
   * @param value the number
   */
  public static void notNegativeOrNan(String name, double value) {
    if (value < 0 || Double.isInfinite(value)) {
      throw refused(name, "≥ 0 and finite, or NaN", value);
    }
  }

  /**
   * A finite number from a lowest value.
   *
   * @param name what the number is called
   * @param value the number
   * @param low the lowest value
   */
  public static void atLeast(String name, double value, double low) {
    if (!(value >= low && value < Double.POSITIVE_INFINITY)) {
      throw refused(name, "≥ " + plain(low) + " and finite", value);
    }
  }

  /**
   * A whole number from a lowest value.
   *
   * @param name what the number is called
   * @param value the number
   * @param low the lowest value
   */
  public static void atLeast(String name, long value, long low) {
    if (value < low) {
      throw refused(name, "≥ " + low, value);
    }
  }

  /**
   * A number from a lowest to a highest value, both included.
   *
   * @param name what the number is called
   * @param value the number
   * @param low the lowest value
   * @param high the highest value
   */
  public static void between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw refused(name, "from " + plain(low) + " to " + plain(high), value);
    }
  }

  /**
   * A whole number from a lowest to a highest value, both included.
   *
   * @param name what the number is called
   * @param value the number
   * @param low the lowest value
   * @param high the highest value
   */
  public static void between(String name, long value, long low, long high) {
    if (value < low || value > high) {
      throw refused(name, "from " + low + " to " + high, value);
    }
  }

  /**
   * A number between two values, both excluded.
   *
   * @param name what the number is called
   * @param value the number
   * @param low the value that it is above
   * @param high the value that it is below
   */
  public static void strictlyBetween(String name, double value, double low, double high) {
    if (!(value > low && value < high)) {
      throw refused(name, "> " + plain(low) + " and < " + plain(high), value);
    }
  }

  /**
   * A probability, or another part of a whole, from 0 to 1.
   *
   * @param name what the number is called
   * @param value the number
   */
  public static void probability(String name, double value) {
    between(name, value, 0.0, 1.0);
  }

  /**
   * A text that is not blank.
   *
   * @param name what the text is called
   * @param value the text
   */
  public static void text(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be empty, was \"" + value + "\"");
    }
  }

  /**
   * A name among the known ones.
   *
   * @param name what the name stands for
   * @param value the name
   * @param known the names there are
   */
  public static void oneOf(String name, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw refused(name, "one of " + known, '"' + value + '"');
    }
  }

  /**
   * Keys that are the expected ones, each of them once.
   *
   * @param name what the keys are the keys of
   * @param found the keys that were found
   * @param expected the keys that must be there
   */
  public static void keys(String name, List<String> found, Collection<String> expected) {
    var seen = new HashSet<String>();
    for (String key : found) {
      if (!expected.contains(key)) {
        throw refused("keys of " + name, expected.toString(), '"' + key + '"');
      }
      if (!seen.add(key)) {
        throw new IllegalArgumentException(
            "keys of " + name + " must differ, \"" + key + "\" appears twice");
      }
    }
    for (String key : expected) {
      if (!seen.contains(key)) {
        throw new IllegalArgumentException(
            "keys of " + name + " must be " + expected + ", \"" + key + "\" is missing");
      }
    }
  }

  private static IllegalArgumentException refused(String name, String allowed, Object value) {
    return new IllegalArgumentException(name + " must be " + allowed + ", was " + value);
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < LONGEST_WHOLE
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }
}
