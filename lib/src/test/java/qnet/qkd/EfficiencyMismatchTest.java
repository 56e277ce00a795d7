package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.run.Estimate;
import qnet.state.Entropy;

class EfficiencyMismatchTest {
  @Test
  void equalDetectorsLoseNothing() {
    var equal = new EfficiencyMismatch(1);
    assertEquals(1, equal.timeShiftCeilingBits());
    assertEquals(1, equal.symmetricFraction());
    assertEquals(0.5, equal.fakedStateQber());
    double bb84 = 1 - 2 * Entropy.binary(0.03);
    assertEquals(bb84, equal.keptKeyBits(0.03, 0.03, 1), 1e-15);
    assertEquals(bb84, equal.discardedKeyBits(0.03, 0.03, 1), 1e-15);
  }

  @Test
  void oneDeadDetectorLosesEverything() {
    var dead = new EfficiencyMismatch(0);
    assertEquals(0, dead.timeShiftCeilingBits());
    assertEquals(0, dead.fakedStateQber());
    assertEquals(0, dead.keptKeyBits(0, 0, 1));
  }

  @Test
  void fakedStatesFallBelowTheErrorsOfInterceptResend() {
    assertTrue(new EfficiencyMismatch(0.19).fakedStateQber() < 0.25);
    assertTrue(new EfficiencyMismatch(0.21).fakedStateQber() > 0.25);
    // and below the threshold of BB84 at r = 6.6 %
    assertTrue(new EfficiencyMismatch(0.065).fakedStateQber() < Thresholds.bb84());
  }

  @Test
  void fakedStatesDrawnOneByOne() {
    // Eve sends the opposite bit in the opposite basis, timed so that the detector she does not
    // want has the efficiency r of the other
    double r = 0.3;
    var random = new SplittableRandom(1);
    long bits = 0;
    long errors = 0;
    for (int i = 0; i < 2_000_000; i++) {
      int aliceBasis = random.nextInt(2);
      int bobBasis = aliceBasis; // the others are sifted out
      boolean aliceBit = random.nextBoolean();
      int eveBasis = random.nextInt(2);
      boolean eveBit = eveBasis == aliceBasis ? aliceBit : random.nextBoolean();
      int sentBasis = 1 - eveBasis;
      boolean bobBit = bobBasis == sentBasis ? !eveBit : random.nextBoolean();
      boolean click = bobBit == eveBit || random.nextDouble() < r;
      if (click) {
        bits++;
        errors += bobBit != aliceBit ? 1 : 0;
      }
    }
    var estimate = Estimate.ofCount(errors, bits);
    double expected = new EfficiencyMismatch(r).fakedStateQber();
    assertTrue(estimate.sigmasFrom(expected) < 4, estimate + " against " + expected);
  }

  @Test
  void keyUnderMismatch() {
    var mismatch = new EfficiencyMismatch(0.5);
    double s = 2.0 / 3;
    double h3 = Entropy.binary(0.03);
    double h2 = Entropy.binary(0.02);
    assertEquals(s, mismatch.symmetricFraction(), 1e-15);
    assertEquals(s * (1 - h3) - 1.16 * h2, mismatch.keptKeyBits(0.03, 0.02, 1.16), 1e-15);
    assertEquals(s * (1 - h3 - 1.16 * h2), mismatch.discardedKeyBits(0.03, 0.02, 1.16), 1e-15);
    assertTrue(mismatch.keptKeyBits(0, 0, 1) < mismatch.timeShiftCeilingBits());
    assertEquals(0, mismatch.keptKeyBits(0.2, 0.2, 1));
    assertEquals(0, mismatch.discardedKeyBits(0.2, 0.2, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesWrongNumbers(double value) {
    assertEquals(
        "ratio must be from 0 to 1, was " + value,
        assertThrows(IllegalArgumentException.class, () -> new EfficiencyMismatch(value))
            .getMessage());
    var mismatch = new EfficiencyMismatch(0.5);
    assertThrows(IllegalArgumentException.class, () -> mismatch.keptKeyBits(value, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> mismatch.discardedKeyBits(0, value, 1));
    assertThrows(IllegalArgumentException.class, () -> mismatch.keptKeyBits(0, 0, 0.9));
  }
}
