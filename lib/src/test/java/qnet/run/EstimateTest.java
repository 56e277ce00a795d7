package qnet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void meanAndStandardError() {
    Estimate estimate = Estimate.ofSums(1 + 2 + 3 + 4, 1 + 4 + 9 + 16, 4);
    assertEquals(2.5, estimate.mean());
    assertEquals(Math.sqrt(5.0 / 3 / 4), estimate.standardError(), 1e-15);
    assertEquals(2.5 - 1.959963984540054 * estimate.standardError(), estimate.low95(), 1e-15);
  }

  /** Wilson's interval for 15 of 148: computed by R's prop.test(15, 148, correct = FALSE). */
  @Test
  void wilsonInterval() {
    Estimate estimate = Estimate.ofCount(15, 148);
    assertEquals(15 / 148.0, estimate.mean());
    assertEquals(0.0624, estimate.low95(), 5e-5);
    assertEquals(0.1605, estimate.high95(), 5e-5);
  }

  @Test
  void noSuccessIsNotCertainty() {
    Estimate none = Estimate.ofCount(0, 100);
    assertEquals(0, none.low95());
    assertEquals(0.037, none.high95(), 1e-3);
    assertEquals(0, none.sigmasFrom(0));
    assertEquals(0.01 / none.standardError(), none.sigmasFrom(0.01), 1e-12);
  }

  @Test
  void refusesImpossibleCounts() {
    assertEquals(
        "successes must be from 0 to 3, was 4",
        assertThrows(IllegalArgumentException.class, () -> Estimate.ofCount(4, 3)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Estimate.ofCount(0, 0));
    assertThrows(IllegalArgumentException.class, () -> Estimate.ofSums(1, 1, 1));
  }
}
