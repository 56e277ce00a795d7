package qnet.qkd;

import java.util.List;

/**
 * All that Alice and Bob write down before they talk: bit i of each string belongs to pulse i.
 *
 * <p>As text it shows lengths and fingerprints, never bits.
 *
 * @param aliceBits the bits Alice sends
 * @param aliceDiagonal 1 where she sends in basis X, 0 for Z
 * @param bobDiagonal 1 where Bob measures in basis X, 0 for Z
 * @param clicks 1 where at least one of his detectors clicks
 * @param bobBits the bits he reads; 0 where nothing clicks
 * @param sifted what is left when they have compared bases and clicks
 */
public record RawKeys(
    Bits aliceBits,
    Bits aliceDiagonal,
    Bits bobDiagonal,
    Bits clicks,
    Bits bobBits,
    SiftedKeys sifted) {
  /**
   * Checks the components.
   *
   * @param aliceBits as above
   * @param aliceDiagonal as above
   * @param bobDiagonal as above
   * @param clicks as above
   * @param bobBits as above
   * @param sifted as above
   * @throws IllegalArgumentException if the components do not belong together
   */
  public RawKeys {
    for (Bits bits : List.of(aliceBits, aliceDiagonal, bobDiagonal, clicks, bobBits)) {
      if (bits.length() != sifted.counts().pulses()) {
        throw new IllegalArgumentException(
            "each string must have "
                + sifted.counts().pulses()
                + " bits (pulses), had "
                + bits.length());
      }
    }
  }
}
