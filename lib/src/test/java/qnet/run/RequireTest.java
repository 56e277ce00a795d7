package qnet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequireTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final List<String> AB = List.of("a", "b");
  private static final double BELOW_ZERO = -Double.MIN_VALUE;

  private static void refused(String message, Runnable check) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, check::run).getMessage(), message);
  }

  @Test
  void numbersInTheirRangePass() {
    Require.finite("x", -Double.MAX_VALUE);
    Require.positive("x", Double.MIN_VALUE);
    Require.positiveUpTo("x", 2, 2);
    Require.positiveUpTo("x", INFINITY, INFINITY);
    Require.notNegative("x", 0);
    Require.notNegativeOrNan("x", 0);
    Require.notNegativeOrNan("x", Double.NaN);
    Require.atLeast("x", 1.5, 1.5);
    Require.atLeast("x", Long.MIN_VALUE, Long.MIN_VALUE);
    Require.between("x", -1.5, -1.5, 2);
    Require.between("x", 2.0, -1.5, 2);
    Require.between("x", 3L, 3, 3);
    Require.strictlyBetween("x", Double.MIN_VALUE, 0, 1);
    Require.strictlyBetween("x", Math.nextDown(1.0), 0, 1);
    Require.probability("x", 0);
    Require.probability("x", 1);
    Require.text("x", "y");
    Require.oneOf("x", "y", List.of("z", "y"));
    Require.keys("x", List.of("b", "a"), AB);
  }

  @Test
  void aRefusalSaysWhatIsAllowedAndWhatItWas() {
    refused("x must be finite, was -Infinity", () -> Require.finite("x", -INFINITY));
    refused("x must be > 0 and finite, was 0.0", () -> Require.positive("x", 0));
    refused("x must be > 0 and finite, was Infinity", () -> Require.positive("x", INFINITY));
    refused("x must be > 0 and ≤ 0.5, was 0.6", () -> Require.positiveUpTo("x", 0.6, 0.5));
    refused("x must be > 0 and ≤ Infinity, was 0.0", () -> Require.positiveUpTo("x", 0, INFINITY));
    refused("x must be ≥ 0 and finite, was -4.9E-324", () -> Require.notNegative("x", BELOW_ZERO));
    refused("x must be ≥ 0 and finite, was Infinity", () -> Require.notNegative("x", INFINITY));
    refused(
        "x must be ≥ 0 and finite, or NaN, was -4.9E-324",
        () -> Require.notNegativeOrNan("x", BELOW_ZERO));
    refused(
        "x must be ≥ 0 and finite, or NaN, was Infinity",
        () -> Require.notNegativeOrNan("x", INFINITY));
    refused("x must be ≥ 1.5 and finite, was 1.0", () -> Require.atLeast("x", 1.0, 1.5));
    refused("x must be ≥ 1 and finite, was Infinity", () -> Require.atLeast("x", INFINITY, 1));
    refused("x must be ≥ 3, was 2", () -> Require.atLeast("x", 2, 3));
    refused("x must be from -90 to 90, was 90.5", () -> Require.between("x", 90.5, -90, 90));
    refused("x must be from 0 to 1.0E15, was -1.0", () -> Require.between("x", -1.0, 0, 1e15));
    refused("x must be from 1 to 3, was 4", () -> Require.between("x", 4, 1, 3));
    refused("x must be from 1 to 3, was 0", () -> Require.between("x", 0, 1, 3));
    refused("x must be > 0 and < 1, was 0.0", () -> Require.strictlyBetween("x", 0, 0, 1));
    refused("x must be > 0 and < 1, was 1.0", () -> Require.strictlyBetween("x", 1, 0, 1));
    refused("x must be from 0 to 1, was 1.5", () -> Require.probability("x", 1.5));
    refused("x must not be empty, was \" \"", () -> Require.text("x", " "));
    refused("x must be one of [a, b], was \"c\"", () -> Require.oneOf("x", "c", AB));
    refused("keys of x must be [a, b], was \"c\"", () -> Require.keys("x", List.of("c"), AB));
    refused(
        "keys of x must be [a, b], \"b\" is missing", () -> Require.keys("x", List.of("a"), AB));
    refused(
        "keys of x must differ, \"a\" appears twice",
        () -> Require.keys("x", List.of("a", "b", "a"), AB));
  }

  @Test
  void nanIsRefused() {
    refused("x must be finite, was NaN", () -> Require.finite("x", Double.NaN));
    refused("x must be > 0 and finite, was NaN", () -> Require.positive("x", Double.NaN));
    refused("x must be > 0 and ≤ 1, was NaN", () -> Require.positiveUpTo("x", Double.NaN, 1));
    refused("x must be > 0 and ≤ NaN, was 1.0", () -> Require.positiveUpTo("x", 1, Double.NaN));
    refused("x must be ≥ 0 and finite, was NaN", () -> Require.notNegative("x", Double.NaN));
    refused("x must be ≥ 2 and finite, was NaN", () -> Require.atLeast("x", Double.NaN, 2));
    refused("x must be from 0 to 2, was NaN", () -> Require.between("x", Double.NaN, 0, 2));
    refused("x must be > 0 and < 1, was NaN", () -> Require.strictlyBetween("x", Double.NaN, 0, 1));
    refused("x must be from 0 to 1, was NaN", () -> Require.probability("x", Double.NaN));
  }
}
