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

  private static long upper(long a, long b) {
    return Long.reverse(lower(Long.reverse(a), Long.reverse(b))) >>> 1;
  }

  private static void check(long low, long high, long v) {
    assertEquals(upper(low, v) ^ lower(high, v), CarrylessProduct.middle(low, high, v));
  }

  @Test
  void equalsTheDefinition() {
    var rng = Xoshiro256.stream(1, 0);
    for (int i = 0; i < 100_000; i++) {
      check(rng.nextLong(), rng.nextLong(), rng.nextLong());
    }
    for (long a : EDGES) {
      for (long b : EDGES) {
        for (long v : EDGES) {
          check(a, b, v);
        }
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
