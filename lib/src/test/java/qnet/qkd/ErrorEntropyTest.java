package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import qnet.state.Entropy;

class ErrorEntropyTest {
  @Test
  void isTheBinaryEntropyOfTheState() {
    assertEquals(Entropy.binary(0.03), ErrorEntropy.ofBitError(0.03));
    assertEquals(Entropy.binary(0.03), ErrorEntropy.ofPhaseError(0.03));
  }

  @Test
  void boundsNeedNotBeProbabilities() {
    assertEquals(0, ErrorEntropy.ofBitError(-0.1));
    assertEquals(0, ErrorEntropy.ofBitError(1.1));
    assertEquals(1, ErrorEntropy.ofPhaseError(0.5));
    assertEquals(1, ErrorEntropy.ofPhaseError(0.9));
    assertEquals(1, ErrorEntropy.ofPhaseError(Double.POSITIVE_INFINITY));
  }

  @Test
  void noBitsHaveNoEntropy() {
    assertEquals(Double.NaN, ErrorEntropy.ofBitError(Double.NaN));
    assertEquals(Double.NaN, ErrorEntropy.ofPhaseError(Double.NaN));
  }
}
