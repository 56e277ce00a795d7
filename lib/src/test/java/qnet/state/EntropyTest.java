package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntropyTest {
  @Test
  void endsAndMiddle() {
    assertEquals(0, Entropy.binary(0));
    assertEquals(0, Entropy.binary(1));
    assertEquals(1, Entropy.binary(0.5));
    assertEquals(Entropy.binary(0.25), Entropy.binary(0.75), 1e-16);
    assertEquals(Entropy.shannon(0.11, 0.89), Entropy.binary(0.11), 1e-15);
  }

  @Test
  void keepsItsDigitsForRareErrors() {
    // −p·log₂ p + p/ln 2, to the second order in p
    double p = 1e-20;
    double rare = (20 * Math.log(10) + 1) * p / Math.log(2);
    assertEquals(1, Entropy.binary(p) / rare, 1e-14);
  }

  @Test
  void roundingIsNoMistake() {
    assertEquals(0, Entropy.binary(1 + 2e-16));
    assertEquals(0, Entropy.binary(-1e-17));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-8, 1.00000001, Double.NaN})
  void refusesWhatIsNoProbability(double p) {
    assertEquals(
        "p must be from 0 to 1, was " + p,
        assertThrows(IllegalArgumentException.class, () -> Entropy.binary(p)).getMessage());
  }
}
