package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import qnet.run.Xoshiro256;

class CarrylessProductTest {
  private static final long[] EDGES = {
    0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x1111111111111111L, 0x8888888888888888L, -16
  };

  private static long lower(long a, long b) {
    long sum = 0;
    for (int i = 0; i < 64; i++) {
      sum ^= (b >>> i & 1) == 0 ? 0 : a << i;
    }
    return sum;
  }

  private static void check(long a, long b) {
    var sums = new long[] {5, 0, a};
    CarrylessProduct.addAll(new long[] {a, 3, 0}, new long[] {b, 7, 1}, sums);
    assertEquals(5 ^ lower(a, b), sums[0]);
    assertEquals(0b1001, sums[1]); // (z + 1)(z² + z + 1) = z³ + 1
    assertEquals(a, sums[2]);
  }

  @Test
  void equalsTheDefinition() {
    var rng = Xoshiro256.stream(1, 0);
    for (int i = 0; i < 100_000; i++) {
      check(rng.nextLong(), rng.nextLong() >>> 32);
    }
    for (long a : EDGES) {
      for (long b : EDGES) {
        check(a, b >>> 32);
      }
    }
  }

  @Test
  void theFieldIsAField() {
    var rng = Xoshiro256.stream(2, 0);
    for (int i = 0; i < 1000; i++) {
      long a = rng.nextLong();
      long b = rng.nextLong();
      long c = rng.nextLong();
      assertEquals(a, CarrylessProduct.inField(a, 1));
      assertEquals(CarrylessProduct.inField(a, b), CarrylessProduct.inField(b, a));
      assertEquals(
          CarrylessProduct.inField(a, CarrylessProduct.inField(b, c)),
          CarrylessProduct.inField(CarrylessProduct.inField(a, b), c));
    }
    // z^64 = z^4 + z^3 + z + 1
    assertEquals(0b11011, CarrylessProduct.inField(1L << 63, 2));
    // the modulus is irreducible: z to the power 2^64 is z, and to the power 2^32 is not
    long power = 2;
    for (int i = 1; i <= 64; i++) {
      power = CarrylessProduct.inField(power, power);
      if (i == 32) {
        assertNotEquals(2, power);
      }
    }
    assertEquals(2, power);
  }
}
