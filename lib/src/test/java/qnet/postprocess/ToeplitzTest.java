package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static qnet.postprocess.Toeplitz.Form.FULL;
import static qnet.postprocess.Toeplitz.Form.SYSTEMATIC;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.qkd.Bits;
import qnet.run.Xoshiro256;

class ToeplitzTest {
  /** The definition, bit by bit. */
  private static boolean naive(Toeplitz hash, Bits x, int row) {
    int skipped = hash.form() == FULL ? 0 : hash.outputBits();
    int columns = x.length() - skipped;
    boolean sum = hash.form() == SYSTEMATIC && x.get(row);
    for (int j = 0; j < columns; j++) {
      sum ^= x.get(skipped + j) && hash.seed().get(row - j + columns - 1);
    }
    return sum;
  }

  private static Bits naive(Toeplitz hash, Bits x) {
    var words = new long[(hash.outputBits() + 63) / 64];
    for (int i = 0; i < hash.outputBits(); i++) {
      words[i >> 6] |= (naive(hash, x, i) ? 1L : 0) << i;
    }
    return Bits.of(words, hash.outputBits());
  }

  @Test
  void theConvention() {
    var hash = new Toeplitz(Bits.parse("101100"), 4, 3, FULL);
    assertEquals("111", hash.hash(Bits.parse("1101")).show());
  }

  @Test
  void equalsTheDefinitionInTenThousandCases() {
    var rng = Xoshiro256.stream(7, 0);
    for (int i = 0; i < 10_000; i++) {
      int in = 1 + rng.nextInt(i % 20 == 0 ? 700 : 70);
      int out = 1 + rng.nextInt(in);
      var hash = Toeplitz.random(in, out, i % 2 == 0 ? FULL : SYSTEMATIC, rng);
      var x = Bits.random(in, rng);
      assertEquals(naive(hash, x), hash.hash(x), () -> in + " to " + out + " bits");
    }
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "128, 64", "64, 300", "192, 192", "4096, 4096", "3000, 6000", "9999, 1"})
  void ofOnesTheCountsAreKnown(int in, int out) {
    // all ones: every output is the parity of n, and 16 pairs meet in every group of the products
    var hash = new Toeplitz(ones(in + out - 1), in, out, FULL);
    assertEquals(in % 2 * out, hash.hash(ones(in)).ones());
  }

  private static Bits ones(int length) {
    return Bits.random(length, () -> -1L);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000, 580049",
    "1048576, 524288",
    "2000000, 64",
    "300000, 300000",
    "4000000, 1500000"
  })
  void largeSizesEqualTheDefinitionInSomeRows(int in, int out) {
    var rng = Xoshiro256.stream(8, in);
    for (var form : Toeplitz.Form.values()) {
      var hash = Toeplitz.random(in, out, form, rng);
      var x = Bits.random(in, rng);
      var y = hash.hash(x);
      for (int row : new int[] {0, 1, out / 3, out / 2, out - 1}) {
        assertEquals(naive(hash, x, row), y.get(row), form + ", row " + row);
      }
    }
  }

  @Test
  void aLargeMatrixIsItsNarrowParts() {
    // at once against tile by tile: the first rows of a matrix are one of fewer rows
    int in = 100_000;
    int rows = 1_000;
    var rng = Xoshiro256.stream(10, 0);
    var hash = Toeplitz.random(in, 60 * rows, rng);
    var x = Bits.random(in, rng);
    var all = hash.hash(x);
    for (int from = 0; from < 60 * rows; from += rows) {
      var part = new Toeplitz(hash.seed().slice(from, from + in - 1 + rows), in, rows, FULL);
      assertEquals(part.hash(x), all.slice(from, from + rows));
    }
  }

  @Test
  void isLinear() {
    var rng = Xoshiro256.stream(9, 0);
    var hash = Toeplitz.random(100_000, 50_000, rng);
    var x = Bits.random(100_000, rng);
    var z = Bits.random(100_000, rng);
    assertEquals(hash.hash(x).xor(hash.hash(z)), hash.hash(x.xor(z)));
  }

  @ParameterizedTest
  @EnumSource
  void isUniversal(Toeplitz.Form form) {
    // every pair of inputs has the same output for at most a part 2^-m of all seeds
    for (int in = 1; in <= 5; in++) {
      for (int out = 1; out <= Math.min(in, 3); out++) {
        int seedBits = Toeplitz.seedBits(in, out, form);
        for (long difference = 1; difference < 1 << in; difference++) {
          var x = Bits.of(new long[] {difference}, in);
          int collisions = 0;
          for (long seed = 0; seed < 1 << seedBits; seed++) {
            var hash = new Toeplitz(Bits.of(new long[] {seed}, seedBits), in, out, form);
            collisions += hash.hash(x).ones() == 0 ? 1 : 0;
          }
          assertTrue(collisions << out <= 1 << seedBits, in + " to " + out);
          if (form == FULL) {
            assertEquals(1 << seedBits, collisions << out, in + " to " + out);
          }
        }
      }
    }
  }

  @Test
  void seedsHaveTheLengthOfTheReference() {
    // reference value C1: 1,000,000 bits to 580,049
    assertEquals(1_580_048, Toeplitz.seedBits(1_000_000, 580_049, FULL));
    assertEquals(999_999, Toeplitz.seedBits(1_000_000, 580_049, SYSTEMATIC));
  }

  @Test
  void theThreadsDoNotMatter() {
    var hash = Toeplitz.random(200_000, 100_000, Xoshiro256.stream(3, 0));
    var x = Bits.random(200_000, Xoshiro256.stream(3, 1));
    var expected = hash.hash(x);
    System.setProperty("qnet.threads", "1");
    try {
      assertEquals(expected, hash.hash(x));
    } finally {
      System.clearProperty("qnet.threads");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 3_000, 100_000})
  void canBeInterrupted(int out) {
    var hash = Toeplitz.random(200_000, out, Xoshiro256.stream(3, 0));
    var x = Bits.random(200_000, Xoshiro256.stream(3, 1));
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> hash.hash(x));
  }

  @Test
  void badInput() {
    var seed = Bits.parse("10110");
    assertEquals(
        "seed must have 6 bits, had 5",
        assertThrows(IllegalArgumentException.class, () -> new Toeplitz(seed, 4, 3, FULL))
            .getMessage());
    assertEquals(
        "outputBits must be from 1 to 4, was 5",
        assertThrows(IllegalArgumentException.class, () -> Toeplitz.seedBits(4, 5, SYSTEMATIC))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Toeplitz.seedBits(0, 1, FULL));
    assertThrows(IllegalArgumentException.class, () -> Toeplitz.seedBits(4, 0, FULL));
    assertThrows(
        IllegalArgumentException.class, () -> Toeplitz.seedBits(Integer.MAX_VALUE, 2, FULL));
    var hash = new Toeplitz(seed, 4, 2, FULL);
    assertThrows(IllegalArgumentException.class, () -> hash.hash(seed));
  }
}
