package qnet.postprocess;

import java.util.Objects;
import qnet.qkd.Bits;
import qnet.run.Require;

/**
 * What an error correction has ended in.
 *
 * @param key Bob's key after it
 * @param corrections bits that were changed
 * @param leakBits parities of her key that Alice has sent
 * @param roundTrips how often Bob has waited for an answer; parts of the key are corrected side by
 *     side
 */
public record Reconciliation(Bits key, int corrections, long leakBits, int roundTrips) {
  /**
   * Checks the components.
   *
   * @param key as above
   * @param corrections as above
   * @param leakBits as above
   * @param roundTrips as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Reconciliation {
    Objects.requireNonNull(key);
    if (corrections < 0 || corrections > key.length()) {
      throw new IllegalArgumentException(
          "corrections must be from 0 to " + key.length() + " (key), was " + corrections);
    }
    Require.atLeast("leakBits", leakBits, 0);
    Require.atLeast("roundTrips", roundTrips, 0);
  }

  /**
   * The error rate that was corrected.
   *
   * @return corrections per bit; NaN for an empty key
   */
  public double qber() {
    return (double) corrections / key.length();
  }

  /**
   * What was disclosed over what had to be.
   *
   * <p>f = leak/(n·h(Q))
   *
   * @return f, as other papers and {@code errorCorrectionEfficiency} have it; NaN or infinite
   *     without errors
   */
  public double efficiency() {
    return leakBits / Cascade.shannonBits(key.length(), key.length() == 0 ? 0 : qber());
  }
}
