package qnet.postprocess;

import java.util.Objects;
import qnet.run.Require;

/**
 * Where a part of the sifted key went.
 *
 * @param use what became of it
 * @param bits how many bits
 */
public record KeyShare(String use, long bits) {
  /**
   * Checks the components.
   *
   * @param use as above
   * @param bits as above
   * @throws IllegalArgumentException if {@code bits} is negative
   */
  public KeyShare {
    Objects.requireNonNull(use);
    Require.atLeast("bits", bits, 0);
  }
}
