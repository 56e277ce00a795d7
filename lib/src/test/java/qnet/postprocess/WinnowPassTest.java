package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WinnowPassTest {
  /** What becomes of every pattern of errors in one block, weighed with its probability. */
  private static double[] enumerated(int blockBits, double qber) {
    double odd = 0;
    double errors = 0;
    double kept = 0;
    for (int pattern = 0; pattern < 1 << blockBits; pattern++) {
      int ones = Integer.bitCount(pattern);
      double weight = Math.pow(qber, ones) * Math.pow(1 - qber, blockBits - ones);
      int checks = 1;
      int left = pattern;
      if (ones % 2 == 1) {
        odd += weight;
        int place = 0;
        for (int i = 0; i < blockBits; i++) {
          place ^= (pattern >> i & 1) * i;
        }
        left ^= 1 << place;
        for (int i = 1; i < blockBits; i *= 2) {
          checks |= 1 << i;
        }
      }
      errors += weight * Integer.bitCount(left & ~checks);
      kept += weight * (blockBits - Integer.bitCount(checks));
    }
    return new double[] {odd, 1 - kept / blockBits, errors / kept};
  }

  @ParameterizedTest
  @CsvSource({"8, 0.001", "8, 0.05", "8, 0.2", "8, 0.5", "16, 0.01", "16, 0.11", "16, 0.4"})
  void allPatternsOfErrorsInABlock(int blockBits, double qber) {
    var pass = new WinnowPass(blockBits, qber);
    double[] expected = enumerated(blockBits, qber);
    assertEquals(expected[0], pass.oddProbability(), 1e-10 * expected[0]);
    assertEquals(expected[1], pass.leakPerBit(), 1e-10 * expected[1]);
    assertEquals(expected[2], pass.qberAfter(), 1e-10 * expected[2]);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 64, 1024, 65_536})
  void fewErrorsStayOnlyInPairs(int blockBits) {
    double p = 1e-7 / blockBits;
    var pass = new WinnowPass(blockBits, p);
    assertEquals(blockBits * p, pass.oddProbability(), 1e-6 * blockBits * p);
    // two errors in a block are left alone, and its first bit is set aside
    assertEquals((blockBits - 1) * p * p, pass.qberAfter(), 1e-5 * blockBits * p * p);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 1024, 65_536})
  void fairCoinsStayFair(int blockBits) {
    var pass = new WinnowPass(blockBits, 0.5);
    assertEquals(0.5, pass.oddProbability());
    assertEquals(0.5, pass.qberAfter(), 1e-12);
  }

  @Test
  void noErrorsNeedOnlyParities() {
    var pass = new WinnowPass(64, 0);
    assertEquals(1 / 64.0, pass.leakPerBit());
    assertEquals(0, pass.qberAfter());
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 1024, 65_536})
  void roundingNeverMakesARateNegative(int blockBits) {
    for (double qber = 1e-22; qber < 1e-13; qber *= 1.003) {
      assertTrue(new WinnowPass(blockBits, qber).qberAfter() >= 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 0.1", "12, 0.1", "131072, 0.1", "-8, 0.1", "8, -0.1", "8, 0.6", "8, NaN"})
  void badInput(int blockBits, double qber) {
    assertThrows(IllegalArgumentException.class, () -> new WinnowPass(blockBits, qber));
  }
}
