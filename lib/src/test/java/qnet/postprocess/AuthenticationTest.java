package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import qnet.qkd.Bits;
import qnet.run.Xoshiro256;

class AuthenticationTest {
  private final Xoshiro256 rng = Xoshiro256.stream(1, 0);
  private final Authentication tags = Authentication.of(Key.random(64 * 4, rng));

  @Test
  void theOtherEndAcceptsWhatWasTagged() {
    for (int length : new int[] {0, 1, 64, 65, 1000}) {
      var message = Bits.random(length, rng);
      assertTrue(tags.accepts(message, tags.tag(message)));
    }
  }

  @Test
  void aForgeryIsRefused() {
    var message = Bits.random(300, rng);
    var tag = tags.tag(message);
    for (int i = 0; i < 300; i++) {
      var words = new long[5];
      words[i >> 6] = 1L << i;
      assertFalse(tags.accepts(message.xor(Bits.of(words, 300)), tag));
    }
    assertFalse(tags.accepts(message.slice(0, 299), tag));
    assertFalse(tags.accepts(message.concat(Bits.parse("0")), tag));
    for (int i = 0; i < 10_000; i++) {
      assertFalse(tags.accepts(message, Bits.random(64, rng)));
    }
  }

  @Test
  void theTagIsAPolynomialAndAPad() {
    long r = tags.point().bits().words()[0];
    long m = 0x123456789abcdefL;
    var pad = tags.pool().bits().slice(0, 64);
    long square = CarrylessProduct.inField(r, r);
    long expected =
        CarrylessProduct.inField(m, square) ^ CarrylessProduct.inField(64, r) ^ pad.words()[0];
    assertEquals(expected, tags.tag(Bits.of(new long[] {m}, 64)).words()[0]);
  }

  @Test
  void everyTagTakesItsOwnPad() {
    assertEquals(3, tags.tagsLeft());
    var message = Bits.random(100, rng);
    assertNotEquals(tags.tag(message), tags.next().tag(message));
    assertEquals(tags.point(), tags.next().point());
    var empty = tags.next().next().next();
    assertEquals(0, empty.tagsLeft());
    assertThrows(IllegalArgumentException.class, () -> empty.tag(message));
    assertThrows(IllegalArgumentException.class, empty::next);
  }

  @Test
  void theChanceOfAForger() {
    assertEquals(0x1p-64, Authentication.forgeryProbability(0));
    assertEquals(3 * 0x1p-64, Authentication.forgeryProbability(65));
    assertEquals(2, Authentication.forgeryProbability(2_000_000) / (31251 * 0x1p-65), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Authentication.forgeryProbability(-1));
  }

  @Test
  void aViewIsWhatWasSaidByWhomInWhichOrder() {
    var a = new Message(1, Party.ALICE, "x", Bits.parse("101"), 0);
    var view = Authentication.asBits(List.of(a));
    assertEquals(3 * 64, view.length());
    for (var other :
        List.of(
            new Message(2, Party.ALICE, "x", Bits.parse("101"), 0),
            new Message(1, Party.BOB, "x", Bits.parse("101"), 0),
            new Message(1, Party.ALICE, "x", Bits.parse("1010"), 0),
            a.corrupted())) {
      assertNotEquals(view, Authentication.asBits(List.of(other)));
    }
  }

  @Test
  void badInput() {
    assertThrows(IllegalArgumentException.class, () -> Authentication.of(Key.random(63, rng)));
    var shortPoint = Key.random(63, rng);
    assertThrows(IllegalArgumentException.class, () -> new Authentication(shortPoint, shortPoint));
    assertThrows(
        IllegalArgumentException.class, () -> new Message(0, Party.ALICE, "x", Bits.parse("1"), 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Message(1, Party.ALICE, "x", Bits.parse("1"), 2));
    var parity = new Message(1, Party.ALICE, "x", Bits.parse("101"), 3);
    assertEquals(3, parity.corrupted().leakBits());
    assertEquals(1, parity.withPayload(Bits.parse("1")).leakBits());
    var empty = new Message(1, Party.ALICE, "x", Bits.parse(""), 0);
    assertEquals(empty, empty.corrupted());
  }
}
