package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import qnet.qkd.Bits;
import qnet.run.Xoshiro256;

class EncryptionTest {
  private final Xoshiro256 rng = Xoshiro256.stream(1, 0);

  @Test
  void aKeyNeverShowsItsBits() {
    var key = new Key(Bits.parse("0110"));
    assertEquals("4 bits, SHA-256 67586e98…", key.toString());
    assertFalse(new Key.Parts(key, key).toString().contains("0110"));
    assertArrayEquals(new byte[] {6}, key.toByteArray());
  }

  @Test
  void aKeyIsTakenInParts() {
    var parts = new Key(Bits.parse("011010")).take(2);
    assertEquals("01", parts.taken().bits().show());
    assertEquals("1010", parts.rest().bits().show());
    assertThrows(IllegalArgumentException.class, () -> parts.taken().take(3));
    assertThrows(IllegalArgumentException.class, () -> parts.taken().take(-1));
  }

  @Test
  void theOneTimePadIsItsOwnInverse() {
    byte[] text = "attack at dawn".getBytes(StandardCharsets.UTF_8);
    var pad = Key.random(8 * text.length, rng);
    byte[] hidden = Encryption.oneTimePad(text, pad);
    assertEquals(text[3] ^ pad.toByteArray()[3], hidden[3]);
    assertArrayEquals(text, Encryption.oneTimePad(hidden, pad));
    assertThrows(
        IllegalArgumentException.class,
        () -> Encryption.oneTimePad(text, Key.random(8 * text.length - 1, rng)));
  }

  @Test
  void aesIsThatOfTheStandard() {
    // McGrew and Viega, The Galois/Counter Mode of Operation (GCM), test case 14: all zeros
    var zero = Key.random(256, () -> 0L);
    byte[] encrypted = Encryption.encrypt("\0".repeat(16), zero, 0);
    assertEquals(
        "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
        HexFormat.of().formatHex(encrypted));
  }

  @Test
  void aesNoticesEveryChange() {
    var key = Key.random(256, rng);
    byte[] encrypted = Encryption.encrypt("ψ = α|0⟩ + β|1⟩", key, 7);
    assertEquals(Optional.of("ψ = α|0⟩ + β|1⟩"), Encryption.decrypt(encrypted, key, 7));
    assertEquals(Optional.empty(), Encryption.decrypt(encrypted, key, 8));
    assertEquals(Optional.empty(), Encryption.decrypt(encrypted, Key.random(256, rng), 7));
    encrypted[5] ^= 1;
    assertEquals(Optional.empty(), Encryption.decrypt(encrypted, key, 7));
    assertThrows(
        IllegalArgumentException.class, () -> Encryption.encrypt("", Key.random(128, rng), 0));
  }
}
