package qnet.postprocess;

import java.util.Objects;
import qnet.run.Require;

/**
 * What one statistical test says about a string of bits.
 *
 * @param name which test
 * @param pValue the probability that fair coins look as uneven as this, or more, from 0 to 1
 */
public record RandomnessTest(String name, double pValue) {
  /** SP 800-22, Sec. 1.1.5: one fair string in a hundred fails. */
  private static final double SIGNIFICANCE = 0.01;

  /**
   * Checks the components.
   *
   * @param name as above
   * @param pValue as above
   * @throws IllegalArgumentException if {@code pValue} is not a probability
   */
  public RandomnessTest {
    Objects.requireNonNull(name);
    Require.probability("pValue", pValue);
  }

  /**
   * Whether the string passes, at a significance of one in a hundred.
   *
   * @return true if the p-value is at least 0.01
   */
  public boolean passes() {
    return pValue >= SIGNIFICANCE;
  }
}
