package qnet.network;

import qnet.run.Require;

/**
 * What a rate of secret key buys.
 *
 * <p>AES-256 keys per second: R/256; time to fill a one-time pad of V bytes: 8·V/R
 *
 * <p>Ignores the key that authentication of the public line uses up, and headers.
 *
 * <p>References: C. E. Shannon, Bell Syst. Tech. J. 28, 656 (1949), for the one-time pad, which
 * needs as much key as there is text; NIST FIPS 197 (2001), doi:10.6028/NIST.FIPS.197, for AES-256.
 *
 * @param bitsPerSecond secret key per second, above 0
 */
public record KeyBudget(double bitsPerSecond) {
  private static final double AES_256_BITS = 256;
  private static final double BITS_PER_BYTE = 8;
  private static final double SECONDS_PER_DAY = 86_400;

  /**
   * Checks the component.
   *
   * @param bitsPerSecond as above
   * @throws IllegalArgumentException if it is not above 0
   */
  public KeyBudget {
    Require.positive("bitsPerSecond", bitsPerSecond);
  }

  /**
   * Fresh keys for AES-256.
   *
   * @return keys per second
   */
  public double aes256KeysPerSecond() {
    return bitsPerSecond / AES_256_BITS;
  }

  /**
   * Encrypted connections that can be kept supplied with fresh AES-256 keys.
   *
   * @param rekeyS how often each takes a new key, in seconds, above 0
   * @return their number
   */
  public double tunnels(double rekeyS) {
    Require.positive("rekeyS", rekeyS);
    return aes256KeysPerSecond() * rekeyS;
  }

  /**
   * The time to make key for a one-time pad.
   *
   * @param volumeBytes the size of the message in bytes, ≥ 0
   * @return the time in days
   */
  public double oneTimePadDays(double volumeBytes) {
    Require.notNegative("volumeBytes", volumeBytes);
    return BITS_PER_BYTE * volumeBytes / bitsPerSecond / SECONDS_PER_DAY;
  }

  /**
   * The text that a day's key encrypts as a one-time pad.
   *
   * @return bytes per day
   */
  public double dailyOneTimePadBytes() {
    return bitsPerSecond * SECONDS_PER_DAY / BITS_PER_BYTE;
  }
}
