package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.qkd.Bits;
import qnet.run.Xoshiro256;

class CyclicProductTest {
  /** The product modulo z^n + 1, by shifting and adding. */
  private static Bits naive(Bits a, Bits b) {
    int n = a.length();
    var sum = Bits.of(new long[(n + 63) / 64], n);
    for (int i = 0; i < n; i++) {
      if (b.get(i)) {
        sum = sum.xor(a.slice(n - i, n).concat(a.slice(0, n - i)));
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1", "2, 64", "2, 65", "2, 300", "3, 7", "3, 64", "3, 127", "4, 27", "4, 50", "5, 10",
    "5, 64"
  })
  void equalsTheDefinition(int levels, int pieceBits) {
    int n = (int) Math.pow(3, levels) * pieceBits;
    var rng = Xoshiro256.stream(levels, pieceBits);
    var product = new CyclicProduct(levels, pieceBits);
    for (int i = 0; i < 3; i++) {
      var a = Bits.random(n, rng);
      var b = Bits.random(n, rng);
      assertEquals(naive(a, b), Bits.of(product.of(a.words(), b.words()), n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7})
  void ofOnesEveryCoefficientIsTheParityOfTheLength(int levels) {
    // all ones: no place is zero by chance, and all pieces meet at each
    for (int pieceBits : new int[] {5, 8}) {
      int n = (int) Math.pow(3, levels) * pieceBits;
      var ones = Bits.random(n, () -> -1L);
      var product = new CyclicProduct(levels, pieceBits).of(ones.words(), ones.words());
      assertEquals(n % 2 * n, Bits.of(product, n).ones());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {50_000, 300_000, 1_048_575})
  void allPlansHaveTheSameProduct(int bits) {
    var rng = Xoshiro256.stream(1, bits);
    long[] a = Bits.random(bits / 2, rng).words();
    long[] b = Bits.random(bits - bits / 2, rng).words();
    var best = CyclicProduct.ofBits(bits);
    var expected = Bits.of(best.of(a, b), bits);
    for (int k = best.levels() - 1; k <= best.levels() + 1; k += 2) {
      var other = new CyclicProduct(k, bits / (int) Math.pow(3, k) + 1);
      assertEquals(expected, Bits.of(other.of(a, b), bits));
      assertTrue(other.work() >= best.work());
    }
  }

  @Test
  void longerProductsAreCutFiner() {
    assertEquals(2, CyclicProduct.ofBits(100).levels());
    assertEquals(6, CyclicProduct.ofBits(1 << 20).levels());
    assertEquals(8, CyclicProduct.ofBits(54_000_000).levels());
    for (int bits : new int[] {8, 9, 10, 1 << 20, CyclicProduct.MOST_BITS}) {
      var plan = CyclicProduct.ofBits(bits);
      assertTrue(Math.pow(3, plan.levels()) * plan.pieceBits() >= bits);
    }
  }

  @Test
  void theWorkIsThatOfTheProductsAndASixthMore() {
    // 729 numbers of twice 1458 bits: three products of 48 parts each, and six steps
    double products = 729 * 3 * ToeplitzProduct.work(48);
    assertEquals(1.17, new CyclicProduct(6, 1439).work() / products, 0.01);
  }

  @Test
  void onlyLargeSquaresAreWorthATransform() {
    // measured: equal at some 50,000 rows and columns
    assertTrue(CyclicProduct.ofBits(2 * 32_768 - 1).work() > ToeplitzProduct.work(1024));
    assertTrue(CyclicProduct.ofBits(2 * 65_536 - 1).work() < ToeplitzProduct.work(2048));
  }

  @ParameterizedTest
  @ValueSource(ints = {27, 54, 63, 64 * 9, 135})
  void aStepAndItsReverseChangeNothing(int halfBits) {
    var transform = new TernaryTransform(halfBits);
    var rng = Xoshiro256.stream(2, halfBits);
    for (int exponent = 0; exponent < halfBits; exponent += 9) {
      var before =
          new long[][] {number(halfBits, rng), number(halfBits, rng), number(halfBits, rng)};
      var after = new long[][] {before[0].clone(), before[1].clone(), before[2].clone()};
      transform.forward(after[0], after[1], after[2], exponent);
      transform.backward(after[0], after[1], after[2], exponent);
      assertArrayEquals(before[0], after[0]);
      assertArrayEquals(before[1], after[2]); // which come back swapped
      assertArrayEquals(before[2], after[1]);
    }
  }

  private static long[] number(int halfBits, Xoshiro256 rng) {
    long[] low = Bits.random(halfBits, rng).words();
    long[] high = Bits.random(halfBits, rng).words();
    var number = new long[2 * low.length];
    System.arraycopy(low, 0, number, 0, low.length);
    System.arraycopy(high, 0, number, low.length, low.length);
    return number;
  }

  @Test
  void canBeInterrupted() {
    var product = CyclicProduct.ofBits(1 << 20);
    var bits = new long[1 << 14];
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> product.of(bits, bits));
  }
}
