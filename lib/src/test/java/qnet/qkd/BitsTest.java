package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.run.Xoshiro256;

class BitsTest {
  private static String spell(Bits bits) {
    var text = new StringBuilder();
    for (int i = 0; i < bits.length(); i++) {
      text.append(bits.get(i) ? 1 : 0);
    }
    return text.toString();
  }

  @Test
  void bitZeroIsTheLowestOfTheFirstWord() {
    var bits = Bits.of(new long[] {0b110, 1}, 65);
    assertTrue(bits.get(1) && bits.get(2) && bits.get(64));
    assertEquals(3, bits.ones());
    assertEquals(Bits.parse("011" + "0".repeat(61) + "1"), bits);
    assertArrayEquals(new long[] {0b110, 1}, bits.words());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 127, 128, 200})
  void allOperationsAgreeWithText(int length) {
    var rng = Xoshiro256.stream(1, length);
    var a = Bits.random(length, rng);
    var b = Bits.random(length, rng);
    String text = spell(a);
    assertEquals(a, Bits.parse(text));
    assertEquals(a.hashCode(), Bits.parse(text).hashCode());
    assertEquals(text.chars().filter(c -> c == '1').count(), a.ones());
    var selected = new StringBuilder();
    for (int i = 0; i < length; i++) {
      assertEquals(a.get(i) != b.get(i), a.xor(b).get(i));
      if (b.get(i)) {
        selected.append(text.charAt(i));
      }
      assertEquals(a.get(i), (a.toByteArray()[i / 8] >> i % 8 & 1) == 1);
    }
    assertEquals(selected.toString(), spell(a.select(b)));
    for (int from = 0; from <= length; from += 13) {
      for (int to = from; to <= length; to += 17) {
        assertEquals(Bits.parse(text.substring(from, to)), a.slice(from, to));
        assertEquals(a.slice(from, to).concat(b), Bits.parse(text.substring(from, to) + spell(b)));
      }
    }
    assertEquals((length + 7) / 8, a.toByteArray().length);
  }

  @Test
  void whatIsBeyondTheLengthDoesNotCount() {
    assertEquals(Bits.parse("11"), Bits.of(new long[] {-1, -1}, 2));
    assertEquals(70, Bits.of(new long[] {-1, -1}, 70).ones());
    assertNotEquals(Bits.parse("11"), Bits.parse("110"));
    assertEquals(1, Bits.random(65, () -> -1L).words()[1]);
  }

  @Test
  void itIsImmutable() {
    long[] words = {5};
    var bits = Bits.of(words, 3);
    words[0] = 0;
    bits.words()[0] = 0;
    assertEquals("101", bits.show());
  }

  @Test
  void itsTextIsAFingerprint() {
    // SHA-256 of one byte 06, from sha256sum
    assertEquals("4 bits, SHA-256 67586e98…", Bits.parse("0110").toString());
    assertEquals("0110", Bits.parse("0110").show());
    assertEquals("1".repeat(64), Bits.parse("1".repeat(64)).show());
    var longer = Bits.parse("1".repeat(65));
    assertEquals(longer.toString(), longer.show());
    assertFalse(longer.toString().contains("1".repeat(10)));
  }

  @Test
  void badInput() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Bits.of(new long[1], 65)).getMessage();
    assertEquals("length must be from 0 to 64, was 65", message);
    assertThrows(IllegalArgumentException.class, () -> Bits.of(new long[1], -1));
    assertThrows(IllegalArgumentException.class, () -> Bits.parse("012"));
    assertThrows(IllegalArgumentException.class, () -> Bits.random(-1, () -> 0L));
    var three = Bits.parse("101");
    assertThrows(IllegalArgumentException.class, () -> three.xor(Bits.parse("1")));
    assertThrows(IllegalArgumentException.class, () -> three.select(Bits.parse("1")));
    assertThrows(IndexOutOfBoundsException.class, () -> three.get(3));
    assertThrows(IndexOutOfBoundsException.class, () -> three.slice(1, 4));
  }
}
