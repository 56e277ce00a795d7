package qnet.postprocess;

import java.util.Objects;
import qnet.run.Require;

/**
 * One stage on the way from photons to a key.
 *
 * <p>Bits are counted as secrets: what a stage discloses is gone, although the string keeps its
 * length until privacy amplification shortens it.
 *
 * @param name what is done
 * @param bitsIn bits that might be secret before it; pulses, before the sifting
 * @param bitsOut bits that might be secret after it
 * @param leakBits bits about the key that everyone can now read
 * @param timeMs how long it took on this computer, in milliseconds
 */
public record KeyStage(String name, long bitsIn, long bitsOut, long leakBits, double timeMs) {
  /**
   * Checks the components.
   *
   * @param name as above
   * @param bitsIn as above
   * @param bitsOut as above
   * @param leakBits as above
   * @param timeMs as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public KeyStage {
    Objects.requireNonNull(name);
    if (bitsOut < 0 || bitsOut > bitsIn) {
      throw new IllegalArgumentException(
          "bitsOut must be from 0 to " + bitsIn + " (bitsIn), was " + bitsOut);
    }
    Require.atLeast("leakBits", leakBits, 0);
    Require.notNegative("timeMs", timeMs);
  }
}
