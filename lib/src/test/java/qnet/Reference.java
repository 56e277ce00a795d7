package qnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How a row of src/test/resources/reference is compared. */
public final class Reference {
  private Reference() {}

  /** Asserts |actual − expected| ≤ relativeTolerance·|expected|, and shows the row if not. */
  public static void assertRow(
      String id, String quantity, double expected, double relativeTolerance, double actual) {
    double tolerance = relativeTolerance * Math.abs(expected);
    if (!(Math.abs(actual - expected) <= tolerance)) {
      assertEquals(expected, actual, id + " " + quantity + ", tolerance " + tolerance);
    }
  }
}
