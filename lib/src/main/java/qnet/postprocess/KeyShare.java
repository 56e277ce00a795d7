package qnet.postprocess;

import java.util.Objects;

/**
 * Where a part of the sifted key went.
 *
 * @param what what became of it
 * @param bits how many bits
 */
public record KeyShare(String what, long bits) {
  /**
   * Checks the components.
   *
   * @param what as above
   * @param bits as above
   * @throws IllegalArgumentException if {@code bits} is negative
   */
  public KeyShare {
    Objects.requireNonNull(what);
    if (bits < 0) {
      throw new IllegalArgumentException("bits must be ≥ 0, was " + bits);
    }
  }
}
