package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.qkd.Bits;
import qnet.run.Xoshiro256;

class HammingTest {
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 2", "7, 3", "8, 3", "9, 4", "1000, 10", "1024, 10"})
  void asManyDigitsAsPlacesNeed(int length, int digits) {
    assertEquals(digits, Hamming.syndromeBits(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32, 64, 128, 1024})
  void theSyndromeIsTheSumOfThePlaces(int blockBits) {
    int blocks = 3;
    int length = blocks * blockBits - 3; // the last block is shorter
    var bits = Bits.random(length, Xoshiro256.stream(1, blockBits));
    for (int block = 0; block < blocks; block++) {
      int start = block * blockBits;
      int end = Math.min(length, start + blockBits);
      int sum = 0;
      for (int i = start; i < end; i++) {
        sum ^= bits.get(i) ? i - start : 0;
      }
      assertEquals(sum, Hamming.syndrome(bits.words(), start, end));
    }
  }

  @Test
  void bitsAfterTheBlockDoNotCount() {
    assertEquals(2 ^ 4, Hamming.syndrome(new long[] {0b11_0001_0100L}, 0, 8));
    assertEquals(1, Hamming.syndrome(new long[] {-1L << 9}, 8, 10));
  }
}
