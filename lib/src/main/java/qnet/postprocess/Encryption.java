package qnet.postprocess;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Two ways to use a {@link Key}: the one-time pad, and AES-256 in Galois/counter mode from the JDK.
 *
 * <p>The pad is as long as the message and hides it from any computer; it does not notice changes.
 * AES-256-GCM takes 256 bits of key for many messages and notices changes; that it hides them is an
 * assumption about what can be computed.
 *
 * <p>References: C. E. Shannon, Bell Syst. Tech. J. 28, 656 (1949),
 * doi:10.1002/j.1538-7305.1949.tb00928.x, Sec. 10; M. Dworkin, NIST Special Publication 800-38D
 * (2007), doi:10.6028/NIST.SP.800-38D.
 */
public final class Encryption {
  private static final int AES_KEY_BITS = 256;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private Encryption() {}

  /**
   * The one-time pad, which is its own inverse.
   *
   * @param message the message, or what the pad made of it
   * @param pad a key of 8 bits for each byte, never to be used again
   * @return the sum modulo 2, byte by byte
   * @throws IllegalArgumentException if the pad has not the length of the message
   */
  public static byte[] oneTimePad(byte[] message, Key pad) {
    if (pad.length() != 8L * message.length) {
      throw new IllegalArgumentException(
          "pad must have " + 8L * message.length + " bits (message), had " + pad.length());
    }
    byte[] sum = pad.toByteArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] ^= message[i];
    }
    return sum;
  }

  /**
   * Encrypts a text with AES-256-GCM.
   *
   * @param text the text
   * @param key 256 bits
   * @param number a number that no other message with this key has
   * @return the encrypted text and its tag
   * @throws IllegalArgumentException if the key has not 256 bits
   */
  public static byte[] encrypt(String text, Key key, int number) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, number)
          .doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-256-GCM", e);
    }
  }

  /**
   * Decrypts a text with AES-256-GCM.
   *
   * @param encrypted what {@link #encrypt} has made
   * @param key the same 256 bits
   * @param number the same number
   * @return the text; empty if a bit of anything is not the same
   * @throws IllegalArgumentException if the key has not 256 bits
   */
  public static Optional<String> decrypt(byte[] encrypted, Key key, int number) {
    try {
      byte[] text = cipher(Cipher.DECRYPT_MODE, key, number).doFinal(encrypted);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-256-GCM", e);
    }
  }

  private static Cipher cipher(int mode, Key key, int number) throws GeneralSecurityException {
    if (key.length() != AES_KEY_BITS) {
      throw new IllegalArgumentException(
          "key must have " + AES_KEY_BITS + " bits, had " + key.length());
    }
    byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(NONCE_BYTES - 4, number).array();
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key.toByteArray(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
