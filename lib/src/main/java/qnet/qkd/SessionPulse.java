package qnet.qkd;

/**
 * The story of one pulse of a session, as a line of a table.
 *
 * @param pulse number of the pulse, from 1
 * @param aliceBit the bit Alice sends, 0 or 1
 * @param aliceBasis the basis she sends it in
 * @param photons photons in the pulse
 * @param eve what Eve did, in words; – for nothing
 * @param bobBasis the basis Bob measures in
 * @param bobBit the bit Bob reads: 0, 1, or – without a click
 * @param kept whether the bit enters the sifted key: a click, and equal bases
 * @param sampled whether the bit is compared in public, which ends its use as key
 */
public record SessionPulse(
    int pulse,
    int aliceBit,
    Basis aliceBasis,
    int photons,
    String eve,
    Basis bobBasis,
    String bobBit,
    boolean kept,
    boolean sampled) {
  SessionPulse withSampled(boolean sampled) {
    return new SessionPulse(
        pulse, aliceBit, aliceBasis, photons, eve, bobBasis, bobBit, kept, sampled);
  }

  /**
   * Whether the pulse put a wrong bit into the sifted key.
   *
   * @return true if the bit is kept and differs from Alice's
   */
  public boolean error() {
    return kept && !bobBit.equals(Integer.toString(aliceBit));
  }
}
