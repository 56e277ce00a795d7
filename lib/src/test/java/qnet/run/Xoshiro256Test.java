package qnet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Xoshiro256Test {
  /** From state (1, 2, 3, 4) by hand: rotl(1 + 4, 23) + 1 = 5·2²³ + 1, and so on. */
  @Test
  void followsThePublishedRecurrence() {
    var random = new Xoshiro256(1, 2, 3, 4);
    assertEquals(5L << 23 | 1, random.nextLong());
    assertEquals(58720359L, random.nextLong());
    assertEquals(3588806011781223L, random.nextLong());
  }

  @Test
  void fillEqualsRepeatedCalls() {
    var filled = new Xoshiro256(1, 2, 3, 4);
    var single = new Xoshiro256(1, 2, 3, 4);
    long[] words = new long[1000];
    filled.fill(words);
    for (long word : words) {
      assertEquals(single.nextLong(), word);
    }
    assertEquals(single.nextLong(), filled.nextLong());
  }

  @Test
  void streamsDiffer() {
    assertTrue(Xoshiro256.stream(1, 0).nextLong() != Xoshiro256.stream(1, 1).nextLong());
    assertTrue(Xoshiro256.stream(1, 0).nextLong() != Xoshiro256.stream(2, 0).nextLong());
  }

  @Test
  void boundedNumbersAreUniform() {
    var random = Xoshiro256.stream(7, 0);
    int[] counts = new int[6];
    for (int i = 0; i < 600_000; i++) {
      counts[random.nextInt(6)]++;
    }
    for (int count : counts) {
      assertEquals(100_000, count, 4 * Math.sqrt(100_000 * 5 / 6.0));
    }
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
  }
}
